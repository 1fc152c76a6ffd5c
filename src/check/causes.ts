// One problem for one cause: twelve notes of one pattern that are too low are one slip of an octave, in twelve
// places, and one fix puts all of them right.

import type { Change, Fix } from '../song/problem.ts';
import type { Finding } from './rule.ts';
import type { Atoms } from './song-index.ts';

/**
 * Findings with those of one cause in one text of mini-notation (or of none) as one: the first, with the
 * others' places and the first fix of each.
 */
export const byCause = (findings: readonly Finding[], atoms: Atoms): readonly Finding[] => {
  const groups = new Map<unknown, Finding[]>();
  for (const finding of findings) {
    const key = finding.cause === undefined ? finding : `${atoms.textOf(finding.id) ?? ''} ${finding.cause}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map(together);
};

const together = (group: readonly Finding[]): Finding => {
  const [first, ...more] = group as [Finding, ...Finding[]];
  const places = [...new Set(more.map(({ id }) => id))].filter((id) => id !== first.id);
  if (places.length === 0) return first;
  const others = places.length === 1 ? 'one more place' : `${places.length} more places`;
  const fixes = allFixed(group);
  const { fixes: _, ...rest } = first;
  return {
    ...rest,
    message: `${first.message} The same holds in ${others} of it.`,
    also: [...(first.also ?? []), ...places],
    ...(fixes.length > 0 ? { fixes } : {}),
  };
};

/** The first fix of each, as one; none where one of them has none. */
const allFixed = (group: readonly Finding[]): readonly Fix[] => {
  const first = group.map(({ fixes }) => fixes?.[0]);
  if (!first.every((fix) => fix !== undefined)) return group[0]!.fixes ?? [];
  const changes = new Map<string, Change>();
  for (const fix of first) for (const change of fix.changes) changes.set(JSON.stringify(change), change);
  return [
    { title: `${first[0]!.title}, and the others likewise`, changes: [...changes.values()] },
    ...(group[0]!.fixes ?? []).slice(0, 1),
  ];
};
