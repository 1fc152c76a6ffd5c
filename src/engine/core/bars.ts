// Places in one version of a song as places in another: by bar, so that a new tempo goes on from the same
// place in the music.

import type { Program } from '../program.ts';

/** The first bar after `sample`, in samples; the song's end where there is none. */
export function barAfter(program: Program, sample: number): number {
  const bars = program.barSamples;
  for (let bar = 0; bar < bars.length; bar++) if (bars[bar]! > sample) return bars[bar]!;
  return program.lengthSamples;
}

/** Where `sample` of `old` stands in `next`: the same share of the same bar. Past its end, its end. */
export function movedPosition(old: Program, next: Program, sample: number): number {
  const bar = barAt(old.barSamples, sample);
  const from = old.barSamples[bar] ?? 0;
  const to = old.barSamples[bar + 1];
  const nextFrom = next.barSamples[bar];
  const nextTo = next.barSamples[bar + 1];
  if (sample === from && nextFrom !== undefined) return nextFrom;
  if (to === undefined || nextFrom === undefined || nextTo === undefined)
    return Math.min(sample, next.lengthSamples);
  // The same bar as before moves nothing, whatever its arithmetic would round to.
  if (from === nextFrom && to === nextTo) return sample;
  return Math.round(nextFrom + ((sample - from) * (nextTo - nextFrom)) / (to - from));
}

/** A range of `old` as a range of `next`. */
export function movedRange(old: Program, next: Program, range: Range): Range {
  if (old === next) return range;
  return { from: movedPosition(old, next, range.from), to: movedPosition(old, next, range.to) };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The last bar that starts at or before `sample`. */
function barAt(bars: Uint32Array, sample: number): number {
  let low = 0;
  let high = bars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bars[middle]! <= sample) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
