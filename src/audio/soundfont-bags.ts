// How a SoundFont says what plays: presets are zones of instruments, instruments zones of samples. What the
// first zone of either says, where it names nothing to play, holds for those behind it. An instrument's
// generators are values; a preset's are added to them.

import { AudioFileError } from './decoded.ts';

/** The tables, each a row behind the other, the last of which only ends it. */
export interface SoundFontBags {
  readonly presets: DataView;
  readonly presetBags: DataView;
  readonly presetGenerators: DataView;
  readonly instruments: DataView;
  readonly instrumentBags: DataView;
  readonly instrumentGenerators: DataView;
}

/** The numbers of the generators that are listened to, as the specification counts them. */
export const generator = {
  startOffset: 0,
  endOffset: 1,
  loopStartOffset: 2,
  loopEndOffset: 3,
  startCoarse: 4,
  endCoarse: 12,
  pan: 17,
  attack: 34,
  hold: 35,
  decay: 36,
  sustain: 37,
  release: 38,
  instrument: 41,
  keys: 43,
  velocities: 44,
  loopStartCoarse: 45,
  attenuation: 48,
  loopEndCoarse: 50,
  coarseTune: 51,
  fineTune: 52,
  sample: 53,
  sampleModes: 54,
  scaleTuning: 56,
  exclusiveClass: 57,
  rootKey: 58,
} as const;

const listenedTo: ReadonlySet<number> = new Set(Object.values(generator));

/** Values by generator; one that is absent has its default. */
export type Generators = ReadonlyMap<number, number>;

/** A sample on a range of keys and velocities, with the generators that say how. */
export interface SoundFontZone {
  readonly sample: number;
  readonly keys: readonly [number, number];
  readonly velocities: readonly [number, number];
  readonly generators: Generators;
}

type Span = readonly [low: number, high: number];

interface Bag {
  readonly generators: Generators;
  readonly keys: Span;
  readonly velocities: Span;
  /** The instrument or the sample that it plays; absent in the zone that holds for all. */
  readonly target?: number;
}

const whole: Span = [0, 127];

/** What these do not add up: a preset can't change them. */
const ofInstrumentsAlone: ReadonlySet<number> = new Set([
  generator.startOffset,
  generator.endOffset,
  generator.loopStartOffset,
  generator.loopEndOffset,
  generator.startCoarse,
  generator.endCoarse,
  generator.loopStartCoarse,
  generator.loopEndCoarse,
  generator.sampleModes,
  generator.exclusiveClass,
  generator.rootKey,
]);

/** More rows than any preset takes; tables that lie would lead through one another for hours. */
const mostRows = 200_000;

/**
 * The zones of a preset, each with all that is said of it.
 * @throws AudioFileError where the tables lead through more rows than any preset has
 */
export function generatorsOf(tables: SoundFontBags, preset: number): readonly SoundFontZone[] {
  const outerTable: ZoneTable = {
    heads: tables.presets,
    headBytes: 38,
    firstBagAt: 24,
    bags: tables.presetBags,
    generators: tables.presetGenerators,
    terminal: generator.instrument,
  };
  const innerTable: ZoneTable = {
    heads: tables.instruments,
    headBytes: 22,
    firstBagAt: 20,
    bags: tables.instrumentBags,
    generators: tables.instrumentGenerators,
    terminal: generator.sample,
  };
  let rows = 0;
  const readRow = (): void => {
    if (++rows > mostRows)
      throw new AudioFileError('a preset of it has more zones than can be played. Copy or export it again.');
  };
  const zones: SoundFontZone[] = [];
  for (const outer of bagsOf(outerTable, preset, readRow)) {
    if ((outer.target! + 1) * innerTable.headBytes >= innerTable.heads.byteLength) continue;
    for (const inner of bagsOf(innerTable, outer.target!, readRow)) {
      const keys = shared(outer.keys, inner.keys);
      const velocities = shared(outer.velocities, inner.velocities);
      if (!keys || !velocities) continue;
      zones.push({
        sample: inner.target!,
        keys,
        velocities,
        generators: added(inner.generators, outer.generators),
      });
    }
  }
  return zones;
}

const shared = (one: Span, other: Span): Span | undefined => {
  const both: Span = [Math.max(one[0], other[0]), Math.min(one[1], other[1])];
  return both[0] <= both[1] ? both : undefined;
};

/** Presets, or instruments: heads that each begin at a bag, bags that each begin at a generator. */
interface ZoneTable {
  readonly heads: DataView;
  readonly headBytes: number;
  /** Where in a head its first bag stands. */
  readonly firstBagAt: number;
  readonly bags: DataView;
  readonly generators: DataView;
  /** The generator that names what is played. */
  readonly terminal: number;
}

/** The zones of one preset or instrument that name something to play. */
function bagsOf(table: ZoneTable, index: number, readRow: () => void): readonly Bag[] {
  const { heads, headBytes, firstBagAt, bags, generators } = table;
  const bagFrom = heads.getUint16(index * headBytes + firstBagAt, true);
  const bagTo = Math.min(
    heads.getUint16((index + 1) * headBytes + firstBagAt, true),
    bags.byteLength / 4 - 1,
  );
  let general: Bag = { generators: new Map(), keys: whole, velocities: whole };
  const found: Bag[] = [];
  for (let bag = bagFrom; bag < bagTo; bag++) {
    readRow();
    const from = bags.getUint16(bag * 4, true);
    const to = Math.min(bags.getUint16((bag + 1) * 4, true), generators.byteLength / 4);
    const zone = bagAt(table, from, to, general, readRow);
    if (zone.target !== undefined) found.push(zone);
    else if (bag === bagFrom) general = zone;
  }
  return found;
}

function bagAt(
  { generators: view, terminal }: ZoneTable,
  from: number,
  to: number,
  general: Bag,
  readRow: () => void,
): Bag {
  const generators = new Map(general.generators);
  let { keys, velocities } = general;
  let target: number | undefined;
  for (let row = from; row < to; row++) {
    readRow();
    const kind = view.getUint16(row * 4, true);
    const span: Span = [view.getUint8(row * 4 + 2), view.getUint8(row * 4 + 3)];
    if (kind === generator.keys) keys = span;
    else if (kind === generator.velocities) velocities = span;
    else if (kind === terminal) target = view.getUint16(row * 4 + 2, true);
    else if (listenedTo.has(kind)) generators.set(kind, view.getInt16(row * 4 + 2, true));
  }
  return { generators, keys, velocities, ...(target === undefined ? {} : { target }) };
}

/** Defaults of the generators whose default is not 0. */
export const defaultOf = (kind: number): number => {
  switch (kind) {
    case generator.attack:
    case generator.hold:
    case generator.decay:
    case generator.release:
      return -12_000;
    case generator.scaleTuning:
      return 100;
    case generator.rootKey:
      return -1;
    default:
      return 0;
  }
};

function added(values: Generators, more: Generators): Generators {
  const sum = new Map(values);
  for (const [kind, amount] of more)
    if (!ofInstrumentsAlone.has(kind)) sum.set(kind, (values.get(kind) ?? defaultOf(kind)) + amount);
  return sum;
}
