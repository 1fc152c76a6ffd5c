// SoundFont 2 files, and SoundFont 3, in which the samples are Ogg Vorbis: presets, and what of each plays
// which keys, after the specification 2.04. Sizes and places in the file are held against what is there.

import { AudioFileError } from './decoded.ts';
import { generatorsOf, type SoundFontBags, type SoundFontZone } from './soundfont-bags.ts';

export interface SoundFontPreset {
  readonly name: string;
  readonly bank: number;
  readonly number: number;
}

export interface SoundFontSample {
  readonly name: string;
  /** In the sample part: in samples, or in bytes where it is compressed. */
  readonly start: number;
  readonly end: number;
  /** In samples from the sample's start. */
  readonly loopStart: number;
  readonly loopEnd: number;
  readonly sampleRate: number;
  readonly key: number;
  readonly cents: number;
  readonly compressed: boolean;
}

export interface SoundFont {
  readonly presets: readonly SoundFontPreset[];
  readonly samples: readonly SoundFontSample[];
  /** The part of the file with all samples, 16 bits each or compressed. */
  readonly data: Uint8Array;
  zonesOf(preset: number): readonly SoundFontZone[];
}

const damaged = (): AudioFileError =>
  new AudioFileError('it is no SoundFont, or a damaged one. Copy or export it again.');

/** @throws AudioFileError */
export function readSoundFont(bytes: Uint8Array): SoundFont {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (textAt(bytes, 0, 4) !== 'RIFF' || textAt(bytes, 8, 4) !== 'sfbk') throw damaged();
  const parts = partsOf(bytes, view);
  const part = (name: string, row: number): DataView => {
    const found = parts.get(name);
    if (!found || found.byteLength < row) throw damaged();
    return new DataView(found.buffer, found.byteOffset, Math.floor(found.byteLength / row) * row);
  };
  const bags: SoundFontBags = {
    presets: part('phdr', 38),
    presetBags: part('pbag', 4),
    presetGenerators: part('pgen', 4),
    instruments: part('inst', 22),
    instrumentBags: part('ibag', 4),
    instrumentGenerators: part('igen', 4),
  };
  const samples = samplesOf(part('shdr', 46));
  const presets = rows(bags.presets, 38, (at) => ({
    name: nameAt(bags.presets, at),
    number: bags.presets.getUint16(at + 20, true),
    bank: bags.presets.getUint16(at + 22, true),
  }));
  return {
    presets,
    samples,
    data: parts.get('smpl') ?? new Uint8Array(),
    zonesOf: (preset) => generatorsOf(bags, preset).filter(({ sample }) => sample < samples.length),
  };
}

/** The last row only ends the table. */
const rows = <Row>(view: DataView, bytes: number, read: (at: number) => Row): readonly Row[] =>
  Array.from({ length: Math.max(0, view.byteLength / bytes - 1) }, (_, index) => read(index * bytes));

const samplesOf = (view: DataView): readonly SoundFontSample[] =>
  rows(view, 46, (at) => {
    const word = (offset: number): number => view.getUint32(at + offset, true);
    const kind = view.getUint16(at + 44, true);
    const compressed = (kind & 0x10) !== 0;
    // Of a compressed sample the loop counts from its start already.
    const from = compressed ? 0 : word(20);
    return {
      name: nameAt(view, at),
      start: word(20),
      end: word(24),
      loopStart: word(28) - from,
      loopEnd: word(32) - from,
      sampleRate: word(36),
      key: view.getUint8(at + 40),
      cents: view.getInt8(at + 41),
      compressed,
    };
  });

/** The parts inside the lists, by name; the first of a name counts. There are no lists inside of lists. */
function partsOf(bytes: Uint8Array, view: DataView): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  // A list's own name stands before its parts.
  for (const list of partsBetween(bytes, view, 12, bytes.length))
    for (const part of list.name === 'LIST' ? partsBetween(bytes, view, list.from + 4, list.to) : [list])
      if (!found.has(part.name)) found.set(part.name, bytes.subarray(part.from, part.to));
  return found;
}

interface Part {
  readonly name: string;
  /** Bytes of the file that it holds, from the first to before the last. */
  readonly from: number;
  readonly to: number;
}

function* partsBetween(bytes: Uint8Array, view: DataView, from: number, to: number): Generator<Part> {
  for (let at = from; at + 8 <= to; ) {
    const size = view.getUint32(at + 4, true);
    yield { name: textAt(bytes, at, 4), from: at + 8, to: Math.min(to, at + 8 + size) };
    at += 8 + size + (size & 1);
  }
}

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

const nameAt = (view: DataView, at: number): string =>
  textAt(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), at, 20)
    .split('\0')[0]!
    .trim();
