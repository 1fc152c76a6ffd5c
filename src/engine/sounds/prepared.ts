// Recordings as the core plays them: cut, turned round, faded; looped so that the core's interpolation finds
// behind the loop's end what is at its start; halved in rate for notes far above. Each is made once.

import type { SampleProgram } from '../program.ts';
import { halved } from './halved.ts';
import type { Recording } from './sound-map.ts';

export interface Preparation {
  /** Frames of the recording, at its own rate: `start` to before `end`. */
  readonly loop?: { readonly start: number; readonly end: number } | undefined;
  /** The part that plays, in frames. */
  readonly part?: { readonly from: number; readonly to: number } | undefined;
  /** Frames of the fades at its ends. */
  readonly fadeIn?: number;
  readonly fadeOut?: number;
  readonly reverse?: boolean;
  /** How many times its rate is halved. */
  readonly halvings: number;
}

/** A sample with its loop in frames of its own; 0 to 0 where it has none. */
export interface PreparedSample {
  readonly sample: SampleProgram;
  readonly loopStart: number;
  readonly loopEnd: number;
}

/** Frames that the core looks to either side while it interpolates: what a loop is lengthened by. */
const reachFrames = 64;

const known = new WeakMap<Recording, Map<string, PreparedSample>>();

export function prepared(recording: Recording, preparation: Preparation): PreparedSample {
  const key = JSON.stringify(preparation);
  const made = known.get(recording) ?? new Map<string, PreparedSample>();
  known.set(recording, made);
  const before = made.get(key);
  if (before) return before;
  const sample = prepare(recording, preparation, key);
  made.set(key, sample);
  return sample;
}

function prepare(recording: Recording, preparation: Preparation, key: string): PreparedSample {
  const { loop, halvings } = preparation;
  const scale = 2 ** halvings;
  let channels = recording.channels.map((channel) => cut(channel, preparation));
  for (let i = 0; i < halvings; i++) channels = channels.map(halved);
  const isPlain = key === '{"halvings":0}';
  const [loopStart, loopEnd] = loop ? [Math.round(loop.start / scale), Math.round(loop.end / scale)] : [0, 0];
  const isLooped = loopStart >= 0 && loopEnd > loopStart && loopEnd <= (channels[0]?.length ?? 0);
  return {
    sample: {
      hash: isPlain ? recording.hash : `${recording.hash} ${key}`,
      sampleRate: recording.sampleRate / scale,
      channels: isLooped ? channels.map((channel) => lengthened(channel, loopStart, loopEnd)) : channels,
    },
    loopStart: isLooped ? loopStart : 0,
    loopEnd: isLooped ? loopEnd : 0,
  };
}

function cut(channel: Float32Array, { part, fadeIn = 0, fadeOut = 0, reverse }: Preparation): Float32Array {
  if (!part && fadeIn <= 0 && fadeOut <= 0 && !reverse) return channel;
  const out = channel.slice(part?.from ?? 0, part?.to ?? channel.length);
  if (reverse) out.reverse();
  const last = out.length - 1;
  for (let i = 0; i < Math.min(fadeIn, out.length); i++) out[i]! *= i / fadeIn;
  for (let i = 0; i < Math.min(fadeOut, out.length); i++) out[last - i]! *= i / fadeOut;
  return out;
}

/** What comes behind the loop's end is the loop again. */
function lengthened(channel: Float32Array, start: number, end: number): Float32Array {
  const out = new Float32Array(end + 2 * reachFrames);
  out.set(channel.subarray(0, end));
  for (let i = end; i < out.length; i++) out[i] = out[i - (end - start)]!;
  return out;
}
