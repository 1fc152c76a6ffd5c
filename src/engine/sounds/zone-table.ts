// The zones that a track's notes play, as the core reads them: a row of numbers each, made as notes ask for
// them, with the samples that they name.

import { limits, type SampleProgram } from '../program.ts';
import { zoneSlots } from '../zone-slots.ts';
import type { PlayedZone } from './played.ts';
import { type Preparation, prepared } from './prepared.ts';
import type { Recording } from './sound-map.ts';

/** The samples of a song, each once. */
export interface SampleTable {
  readonly samples: readonly SampleProgram[];
  indexOf(sample: SampleProgram): number;
}

export function sampleTable(): SampleTable {
  const samples: SampleProgram[] = [];
  const places = new Map<string, number>();
  return {
    samples,
    indexOf: (sample) => {
      const before = places.get(sample.hash);
      if (before !== undefined) return before;
      places.set(sample.hash, samples.length);
      return samples.push(sample) - 1;
    },
  };
}

export interface ZoneTable {
  /** Index of the zone for a note of that pitch; undefined where there are too many. */
  zoneOf(played: PlayedZone, recording: Recording, midi: number): number | undefined;
  /** All rows, one behind the other. */
  readonly values: Float32Array;
  /** Hashes of the samples that they name. */
  readonly hashes: readonly string[];
}

/**
 * @param setByTheSong  names of the Sampler's parameters that the song sets: they win over the zones' own
 * @param sampleRate    of the program
 */
export function zoneTable(
  table: SampleTable,
  setByTheSong: ReadonlySet<string>,
  sampleRate: number,
): ZoneTable {
  const rows: number[][] = [];
  const places = new Map<string, number>();
  return {
    zoneOf: (played, recording, midi) => {
      const halvings = halvingsFor(played, recording, midi, sampleRate);
      const key = `${played.recording} ${halvings} ${JSON.stringify(played.zone)} ${played.fadeIn} ${played.fadeOut} ${played.reverse}`;
      const before = places.get(key);
      if (before !== undefined) return before;
      if (rows.length === limits.zones) return undefined;
      const row = rowOf(played, recording, { halvings, table, setByTheSong });
      places.set(key, rows.length);
      return rows.push(row) - 1;
    },
    get values() {
      return Float32Array.from(rows.flat());
    },
    get hashes() {
      return rows.map(([sample]) => table.samples[sample!]!.hash);
    },
  };
}

/** The core plays up to twice as fast as recorded; above, it is given the sound at half its rate. */
function halvingsFor({ zone }: PlayedZone, recording: Recording, midi: number, sampleRate: number): number {
  const octaves = ((midi - zone.root) * zone.tracking) / 12 + Math.log2(recording.sampleRate / sampleRate);
  return Math.min(8, Math.max(0, Math.ceil(octaves - 1 - 1e-6)));
}

interface RowContext {
  readonly halvings: number;
  readonly table: SampleTable;
  readonly setByTheSong: ReadonlySet<string>;
}

function rowOf(
  played: PlayedZone,
  recording: Recording,
  { halvings, table, setByTheSong }: RowContext,
): number[] {
  const { zone, fadeIn = 0, fadeOut = 0, reverse } = played;
  const preparation: Preparation = {
    ...(zone.loop ? { loop: zone.loop } : {}),
    ...(fadeIn > 0 ? { fadeIn: Math.round(fadeIn * recording.sampleRate) } : {}),
    ...(fadeOut > 0 ? { fadeOut: Math.round(fadeOut * recording.sampleRate) } : {}),
    ...(reverse ? { reverse } : {}),
    halvings,
  };
  const { sample, loopStart, loopEnd } = prepared(recording, preparation);
  const own = zone.envelope;
  const values: Readonly<Record<(typeof zoneSlots)[number], number>> = {
    sample: table.indexOf(sample),
    root: zone.root,
    tracking: zone.tracking,
    gain: 10 ** (zone.gainDb / 20),
    pan: zone.pan,
    loopStart,
    loopEnd,
    choke: zone.choke,
    attack: own && !setByTheSong.has('attack') ? own.attack : -1,
    decay: own?.decay ?? 0,
    sustain: own?.sustain ?? 1,
    release: own && !setByTheSong.has('release') ? own.release : -1,
    oneShot: zone.oneShot ? 1 : 0,
    squared: zone.velocityLaw === 'squared' ? 1 : 0,
  };
  return zoneSlots.map((name) => values[name]);
}
