// From section names to samples: what of a song is bounced.

import type { Timeline } from '../timeline/timeline.ts';
import { BounceError } from './bounce-error.ts';

/**
 * From the first `from` to the end of the last `to` of the arrangement, both in; the whole song where both
 * are absent.
 * @throws BounceError where a name is not arranged, or `to` comes before `from`
 */
export function stretchOf(
  timeline: Timeline,
  sections: { from?: string | undefined; to?: string | undefined },
  rate: number,
): { from: number; to: number } {
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
