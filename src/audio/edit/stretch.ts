// A recording made longer or shorter at its own pitch: copied as it is, and where it has run ahead of its time or fallen
// behind, spliced at the place nearby that goes on most alike (WSOLA). Where something begins, a hit or a syllable, the
// copy begins anew on its own sample, so that attacks stay where and as they were played.
// Source: Verhelst and Roelands, "An overlap-add technique based on waveform similarity" (1993).

import { monoOf } from '../analysis/mono.ts';
import { onsets } from '../analysis/onsets.ts';
import { type EditedSound, type Reader, roundAndRound, silenceAround } from './edited-sound.ts';
import { newMatcher } from './match.ts';
import { type Anchors, newTimeMap } from './time-map.ts';

/** How far a copy may be off its time before it is spliced, and how far from it a splice may lie. */
const driftSeconds = 0.008;
const reachSeconds = 0.015;
/** A splice goes over so long; between two of them it is copied for as long. */
const spliceSeconds = 0.02;
/** To where something begins it goes over faster, and what begins there is not spliced for so long. */
const attackSpliceSeconds = 0.004;
const attackSeconds = 0.03;
/** A hit is heard a trifle before its steepest rise. */
const beforeSeconds = 0.002;

/**
 * @param anchors  pairs of seconds of `sound` and of the result, ascending from [0, 0]; straight between
 * @param loop     it goes round: behind its end stands its start, also in what is made of it
 * @returns        as long as the last anchor says
 */
export function stretched(
  sound: EditedSound,
  anchors: Anchors,
  { loop = false }: { readonly loop?: boolean } = {},
): EditedSound {
  const { sampleRate } = sound;
  const read = loop ? roundAndRound : silenceAround;
  const mono = monoOf(sound);
  const copier = newCopier(sound, frameCount(anchors, sampleRate), read);
  const inFrames = (seconds: number): number => Math.round(seconds * sampleRate);
  const splice = inFrames(spliceSeconds);
  const match = newMatcher(mono.samples, splice, read);
  const map = newTimeMap(anchors);
  const beginnings = beginningsOf(mono.samples, { sampleRate, anchors, loop });
  const over = inFrames(attackSpliceSeconds);
  let at = 0;
  let place = 0;
  for (const [index, { part, made: begin }] of beginnings.entries()) {
    const next = beginnings[index + 1];
    if (next === undefined) break;
    const made = inFrames(begin);
    const end = Math.min(copier.frames, inFrames(next.made)) - over;
    if (end <= at) continue;
    // Goes over in front of the beginning, which then stands on its own sample.
    const from = inFrames(part) - (made - at);
    const attackEnd = Math.min(end, made + inFrames(attackSeconds));
    copier.copy({
      at,
      until: Math.max(attackEnd, at + 1),
      from: place,
      to: from,
      over: index === 0 ? 0 : over,
    });
    place = from + Math.max(attackEnd, at + 1) - at;
    at = Math.max(attackEnd, at + 1);
    const last = inFrames(next.part) - over;
    while (at < end) {
      const until = Math.min(end, at + splice);
      // What begins next is not heard before its time.
      const farthest = end - at > 2 * splice ? last - 2 * splice : last - (end - at);
      const wanted = inFrames(map.part(at / sampleRate));
      let to = place;
      if (Math.abs(place - wanted) > inFrames(driftSeconds) || place > farthest) {
        const high = Math.min(wanted + inFrames(reachSeconds), farthest);
        const low = Math.min(high, wanted - inFrames(reachSeconds));
        to = match(place, low, high);
      }
      copier.copy({ at, until, from: place, to, over: to === place ? 0 : until - at });
      place = to + until - at;
      at = until;
    }
  }
  const close = copier.frames - at;
  copier.copy({
    at,
    until: copier.frames,
    from: place,
    to: inFrames(anchors.at(-1)![0]) - close,
    over: close,
  });
  return { sampleRate, channels: copier.channels };
}

const frameCount = (anchors: Anchors, sampleRate: number): number =>
  Math.max(1, Math.round(anchors.at(-1)![1] * sampleRate));

interface Copy {
  /** Frames of the result. */
  readonly at: number;
  readonly until: number;
  /** Frames of the sound: what was copied until now goes on at `from`, what is copied now stands at `to`. */
  readonly from: number;
  readonly to: number;
  /** Frames within which the one goes over into the other. */
  readonly over: number;
}

function newCopier({ channels }: EditedSound, frames: number, read: Reader) {
  const made = channels.map(() => new Float32Array(frames));
  return {
    frames,
    channels: made,
    copy({ at, until, from, to, over }: Copy): void {
      for (const [index, channel] of channels.entries()) {
        const out = made[index]!;
        for (let i = Math.max(0, -at); i < until - at; i++) {
          const there = read(channel, to + i);
          // Both are alike: in sum 1, and not by equal power.
          const weight = i < over ? 0.5 - 0.5 * Math.cos((Math.PI * (i + 0.5)) / over) : 1;
          out[at + i] = weight === 1 ? there : weight * there + (1 - weight) * read(channel, from + i);
        }
      }
    },
  };
}

interface Parts {
  readonly sampleRate: number;
  readonly anchors: Anchors;
  readonly loop: boolean;
}

/** A moment of the sound, also of a later round, and where it comes to lie: in seconds. */
interface Beginning {
  readonly part: number;
  readonly made: number;
}

/** Its start, where something begins, and its end. */
function beginningsOf(samples: Float32Array, { sampleRate, anchors, loop }: Parts): readonly Beginning[] {
  const map = newTimeMap(anchors);
  const seconds = samples.length / sampleRate;
  const end = anchors.at(-1)![0];
  const found = onsets({ samples, rate: sampleRate }).map((onset) => risenAt(samples, sampleRate, onset));
  const inside = found.filter((onset) => onset > 0.01 && onset < seconds - attackSeconds);
  const all: Beginning[] = [];
  for (let round = 0; round * seconds < end; round++) {
    const start = round * seconds;
    all.push({ part: start, made: map.made(start) });
    for (const onset of inside)
      all.push({ part: start + onset - beforeSeconds, made: map.made(start + onset) - beforeSeconds });
    if (!loop) break;
  }
  const heard = all.filter(({ part }) => part === 0 || part < end - attackSeconds);
  return [...heard, { part: end, made: map.made(end) }];
}

/**
 * Around where a beginning was found, the first moment that is about as bright as what begins: under a sound that
 * still rings, what is new is told by its highs. As found where it was as bright before.
 */
function risenAt(samples: Float32Array, sampleRate: number, onset: number): number {
  const piece = Math.max(1, Math.round(0.0005 * sampleRate));
  const reach = Math.round(0.02 * sampleRate);
  const from = Math.round(onset * sampleRate) - reach;
  const powers = Array.from({ length: Math.ceil((2 * reach) / piece) }, (_, index) => {
    let sum = 0;
    for (let i = from + index * piece, end = i + piece; i < end; i++)
      sum += ((samples[i] ?? 0) - (samples[i - 1] ?? 0)) ** 2;
    return sum;
  });
  const bright = 0.3 * Math.max(...powers);
  const first = powers.findIndex((power) => power > bright);
  return first > 0 ? Math.max(0, (from + first * piece) / sampleRate) : onset;
}
