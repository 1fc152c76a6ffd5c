// A SoundFont as instruments: each preset a map, the drums of bank 128 as a kit. The file is read once; its
// samples are decoded as they are asked for.

import fs from 'node:fs/promises';
import path from 'node:path';
import { mostFileBytes } from '../audio/decode.ts';
import { checkShape, emptyChannels } from '../audio/decoded.ts';
import { readSoundFont, type SoundFont } from '../audio/soundfont.ts';
import { defaultOf, generator, type SoundFontZone } from '../audio/soundfont-bags.ts';
import { hitMidi } from '../engine/sounds/played.ts';
import type { Recording, Zone } from '../engine/sounds/sound-map.ts';
import { nearestNames } from '../song/nearest.ts';
import { chokeOf } from './folders.ts';
import type { OpenMap } from './open-map.ts';

export const isSoundFont = (file: string): boolean => /\.sf[23]$/i.test(file);

export interface SoundFontFile {
  /** @param wanted  a name, or a number of bank 0; the first preset where absent */
  preset(wanted: string | undefined): OpenMap;
  /** The standard drum set, by hits and by keys. */
  drums(): OpenMap;
}

export async function openSoundFont(file: string): Promise<SoundFontFile> {
  const { size, mtimeMs } = await fs.stat(file);
  if (size > mostFileBytes)
    throw new Error(`it is larger than ${mostFileBytes / 1e6} MB. Use a smaller one.`);
  const font = readSoundFont(await fs.readFile(file));
  const id = `font ${path.basename(file)} ${mtimeMs}`.replaceAll('#', '');
  const open = (index: number, zones: readonly Zone[]): OpenMap => ({
    map: { id: `${id} ${index}`, zones },
    read: (recording) => readSample(font, Number(recording)),
  });
  return {
    preset: (wanted) => {
      const index = presetIndex(font, wanted);
      return open(
        index,
        font.zonesOf(index).flatMap((zone) => zoneOf(font, zone)),
      );
    },
    drums: () => {
      const index = font.presets.findIndex(({ bank, number }) => bank === 128 && number === 0);
      if (index < 0) throw new Error('it has no drum set (bank 128).');
      const zones = font.zonesOf(index).flatMap((zone) => zoneOf(font, zone));
      return open(index, [...hitsOf(zones), ...zones.map((zone): Zone => ({ ...zone, oneShot: true }))]);
    },
  };
}

function presetIndex({ presets }: SoundFont, wanted: string | undefined): number {
  const number = wanted !== undefined && /^\d+$/.test(wanted) ? Number(wanted) : undefined;
  const index =
    wanted === undefined
      ? 0
      : presets.findIndex((preset) =>
          number === undefined
            ? preset.name.toLowerCase() === wanted.toLowerCase()
            : preset.bank === 0 && preset.number === number,
        );
  if (index >= 0 && presets.length > 0) return index;
  const names = presets.map(({ name }) => name);
  const near = nearestNames(wanted ?? '', names)[0];
  throw new Error(
    `it has no preset ${wanted}. ${near ? `Did you mean "${near}"?` : `It has ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' and more' : ''}.`}`,
  );
}

const seconds = (timecents: number): number => (timecents <= -12_000 ? 0 : 2 ** (timecents / 1200));

function zoneOf(
  { samples }: SoundFont,
  { sample, keys, velocities, generators }: SoundFontZone,
): readonly Zone[] {
  const of = samples[sample]!;
  const value = (kind: number): number => generators.get(kind) ?? defaultOf(kind);
  const rootKey = value(generator.rootKey);
  const key = rootKey >= 0 ? rootKey : of.key <= 127 ? of.key : 60;
  const tuned = value(generator.coarseTune) + (value(generator.fineTune) + of.cents) / 100;
  const tracking = value(generator.scaleTuning) / 100;
  const mode = value(generator.sampleModes) & 3;
  const loop = {
    start: of.loopStart + value(generator.loopStartOffset) + 32768 * value(generator.loopStartCoarse),
    end: of.loopEnd + value(generator.loopEndOffset) + 32768 * value(generator.loopEndCoarse),
  };
  return [
    {
      recording: String(sample),
      keys,
      velocities: [Math.max(0, (velocities[0] - 1) / 127), velocities[1] / 127],
      root: tracking > 0 ? key - tuned / tracking : key,
      tracking,
      // Hardware and players take four tenths of what the file says.
      gainDb: -(value(generator.attenuation) * 0.4) / 10,
      pan: Math.max(-1, Math.min(1, value(generator.pan) / 500)),
      ...(mode === 1 || mode === 3 ? { loop } : {}),
      envelope: {
        attack: seconds(value(generator.attack)),
        decay: seconds(value(generator.hold)) + seconds(value(generator.decay)),
        sustain: 10 ** (-Math.max(0, value(generator.sustain)) / 200),
        release: Math.max(0.01, seconds(value(generator.release))),
      },
      choke: value(generator.exclusiveClass),
      velocityLaw: 'squared',
    },
  ];
}

/** Keys of General MIDI's drum set for each hit: the plain one first, then its variants. */
const drumKeys: Readonly<Record<string, readonly number[]>> = {
  bd: [36, 35],
  sd: [38, 40],
  hh: [42, 44],
  oh: [46],
  cp: [39],
  rim: [37],
  lt: [41, 45],
  mt: [47, 48],
  ht: [50, 43],
  cr: [49, 57, 55, 52],
  rd: [51, 59, 53],
  sh: [82, 70, 69],
  cb: [56],
};

const hitsOf = (zones: readonly Zone[]): readonly Zone[] =>
  Object.entries(drumKeys).flatMap(([name, keys]) =>
    keys.flatMap((key, variant) =>
      zones
        .filter((zone) => zone.keys[0] <= key && key <= zone.keys[1])
        .map(
          (zone): Zone => ({
            ...zone,
            hit: { name, variant },
            keys: [-1, -1],
            root: hitMidi - (key - zone.root),
            oneShot: true,
            choke: chokeOf(name),
          }),
        ),
    ),
  );

async function readSample({ samples, data }: SoundFont, index: number): Promise<Omit<Recording, 'hash'>> {
  const sample = samples[index];
  if (!sample) throw new Error('it names a sample that is not there. Copy or export it again.');
  const { start, end, sampleRate, compressed } = sample;
  const bytes = compressed ? data.subarray(start, end) : data.subarray(start * 2, end * 2);
  if (bytes.length < 2) throw new Error('a sample of it is empty. Copy or export it again.');
  if (compressed) {
    const { decodeVorbis } = await import('../audio/vorbis.ts');
    const sound = await decodeVorbis(bytes);
    return { sampleRate: sound.sampleRate, channels: sound.channels.slice(0, 1) };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkShape(sampleRate, 1, bytes.length >> 1);
  const channels = emptyChannels(1, bytes.length >> 1);
  for (let i = 0; i < channels[0]!.length; i++) channels[0]![i] = view.getInt16(i * 2, true) / 32768;
  return { sampleRate, channels };
}
