// Names in briefs and expectations that lead nowhere. Places in time are looked up by the timeline, names of
// what plays by the checks.

import { nearestNames } from '../../../song/nearest.ts';
import type { Song } from '../../../song/song.ts';
import type { Name } from '../../../song/value.ts';
import { andList, didYouMean, type Ledger, renameFixes } from './ledger.ts';

export function tellReferences(ledger: Ledger, song: Song): void {
  const asked = [
    ...(song.brief?.lifts ?? []).flatMap(({ section, over }) => [section, over]),
    ...song.expectations.flatMap((one) => (one.kind === 'louder' ? [one.section, one.than] : [])),
  ];
  const tracks = song.expectations.flatMap((one) => (one.kind === 'within' ? [one.track] : []));
  if (asked.length > 0) tellUnknown(ledger, asked, 'section', song.sections);
  if (tracks.length > 0) tellUnknown(ledger, tracks, 'track', song.tracks);
}

function tellUnknown(
  ledger: Ledger,
  used: readonly Name[],
  kind: string,
  declared: readonly { readonly name: Name }[],
): void {
  const names = new Set(declared.map(({ name }) => name.name));
  for (const { name, id } of used) {
    if (names.has(name)) continue;
    const near = nearestNames(name, names);
    const some = [...names].slice(0, 8).map((one) => `\`${one}\``);
    const remedy = didYouMean(near) || (some.length > 0 ? ` There are ${andList(some)}.` : '');
    ledger.error(ledger.origins[id]!, `There is no ${kind} \`${name}\`.${remedy}`, {
      fixes: renameFixes(ledger, ledger.origins[id]!, near),
    });
  }
}
