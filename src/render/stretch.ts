// From section names or bars to samples: what of a song is bounced.

import type { Timeline } from '../timeline/timeline.ts';
import { BounceError } from './bounce-error.ts';

/** Bars from 0, `to` not among them. */
export interface BarRange {
  readonly from: number;
  readonly to: number;
}

/**
 * From the first `from` to the end of the last `to` of the arrangement, both in; the whole song where both
 * are absent; the bars where those are given.
 * @throws BounceError where a name is not arranged, or `to` comes before `from`
 */
export function stretchOf(
  timeline: Timeline,
  sections: { from?: string | undefined; to?: string | undefined; bars?: BarRange | undefined },
  rate: number,
): { from: number; to: number } {
  if (sections.bars) return stretchOfBars(timeline, sections.bars, rate);
  const { from, to } = sections;
  const first =
    from === undefined ? timeline.sections[0] : timeline.sections.find(({ name }) => name === from);
  const last =
    to === undefined ? timeline.sections.at(-1) : timeline.sections.findLast(({ name }) => name === to);
  if (from !== undefined && !first) throw unknown(timeline, from);
  if (to !== undefined && !last) throw unknown(timeline, to);
  if (!first || !last)
    throw new BounceError('nothing to render', 'The song is empty: arrange a section first.');
  if (last.endSeconds <= first.startSeconds) {
    throw new BounceError(
      'nothing to render',
      `${to} comes before ${from} in the arrangement: there is nothing between them.`,
    );
  }
  return { from: Math.round(first.startSeconds * rate), to: Math.round(last.endSeconds * rate) };
}

function unknown(timeline: Timeline, name: string): BounceError {
  const names = [...new Set(timeline.sections.map((section) => section.name))];
  const arranged = names.length === 0 ? 'Nothing is arranged' : `The arrangement has ${names.join(', ')}`;
  return new BounceError('no such section', `There is no section ${name} in the arrangement. ${arranged}.`);
}

function stretchOfBars({ bars, barSeconds }: Timeline, { from, to }: BarRange, rate: number): BarRange {
  if (bars === 0) throw new BounceError('nothing to render', 'The song is empty: arrange a section first.');
  const [first, end] = [barSeconds[from], barSeconds[Math.min(to, bars)]];
  if (first === undefined || end === undefined || from >= Math.min(to, bars)) {
    throw new BounceError(
      'nothing to render',
      `There is nothing from bar ${from + 1} to bar ${to}: the song has bars 1 to ${bars}.`,
    );
  }
  return { from: Math.round(first * rate), to: Math.round(end * rate) };
}
