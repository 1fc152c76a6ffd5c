// `rearrange`: the arrangement in another order. Entries that keep their order keep their characters, and
// so do the comments and the line breaks around them; the others are taken out and written where they belong.

import type { Range, SourceId, TextEdit } from '../../../song/origin.ts';
import type { WantedPlacement } from '../../../song/problem.ts';
import type { Placement } from '../../../song/song.ts';
import { repeats } from '../../../vocabulary/mixer.ts';
import type { Reading } from '../../language.ts';
import { lineStart } from '../lines.ts';
import type { Statement, Tree } from '../tree.ts';
import { insertStatement } from './declare.ts';
import type { Edited } from './edited.ts';
import { removeStatement, removeText } from './remove.ts';

export function rearrange(reading: Reading, tree: Tree, wanted: readonly WantedPlacement[]): Edited {
  const { song, origins } = reading;
  const reason = wanted.map((one) => refusalOf(one, reading)).find((one) => one !== undefined);
  if (reason !== undefined) return { reason };
  if (wanted.length === 0)
    return { reason: 'A song without sections is silent: one stays in the arrangement.' };
  if (song.arrangement.length === 0)
    return [insertStatement(tree, 'arrange', `arrange ${wanted.map(wordsOf).join(' ')}`)];
  const stays = longestInOrder(song.arrangement, wanted);
  const edits: TextEdit[] = [];
  const gone = new Set(song.arrangement.map(({ id }) => id).filter((id) => !stays.has(id)));
  // A line that loses all of its entries loses its words; its first entry is where new ones go.
  let behind: Range | undefined;
  let fresh: string[] = [];
  const put = (before: Range | undefined): void => {
    if (fresh.length === 0) return;
    const words = fresh.join(' ');
    fresh = [];
    // What is taken out between the same neighbours makes room for what comes in.
    const room = song.arrangement.find(({ id }) => gone.has(id) && isBetween(origins[id]!, behind, before));
    if (room) {
      gone.delete(room.id);
      edits.push({ range: origins[room.id]!, text: words });
    } else if (behind) edits.push({ range: { from: behind.to, to: behind.to }, text: ` ${words}` });
    else if (before) edits.push({ range: { from: before.from, to: before.from }, text: `${words} ` });
  };
  for (const one of wanted) {
    const kept = one.id !== undefined && stays.has(one.id) ? origins[one.id] : undefined;
    if (!kept) {
      fresh.push(wordsOf(one));
      continue;
    }
    put(kept);
    edits.push(...repeated(song.arrangement.find(({ id }) => id === one.id)!, one.repeats, origins));
    behind = kept;
  }
  put(undefined);
  const lost = new Set([...gone].map((id) => origins[id]!.from));
  for (const statement of tree.statements)
    if (statement.keyword?.text === 'arrange') edits.push(...without(tree, statement, lost));
  return edits;
}

/** A line of the arrangement without the entries that begin at `lost`; the whole line where none is left. */
const without = (tree: Tree, statement: Statement, lost: ReadonlySet<number>): readonly TextEdit[] => {
  const { head } = statement;
  const gone = head.filter(({ from }) => lost.has(from));
  if (gone.length > 0 && gone.length === head.length) return [removeStatement(tree, statement)];
  const onLine = (one: Range | undefined, other: Range): boolean =>
    one !== undefined && lineStart(tree.text, one.from) === lineStart(tree.text, other.from);
  return gone.map((node) => {
    const at = head.indexOf(node);
    const [before, after] = [head[at - 1], head[at + 1]];
    if (before && onLine(before, node)) return { range: { from: before.to, to: node.to }, text: '' };
    if (after && onLine(after, node)) return { range: { from: node.from, to: after.from }, text: '' };
    return removeText(tree.text, node);
  });
};

const refusalOf = (
  { section, repeats: times, id }: WantedPlacement,
  { song }: Reading,
): string | undefined => {
  if (id !== undefined && !song.arrangement.some((one) => one.id === id))
    return 'The arrangement has changed since: try again.';
  if (!song.sections.some(({ name }) => name.name === section))
    return `There is no section \`${section}\` to arrange.`;
  if (!Number.isInteger(times) || times < repeats.min || times > repeats.max)
    return `A section plays ${repeats.min} to ${repeats.max} times in a row.`;
  return undefined;
};

const wordsOf = ({ section, repeats: times }: WantedPlacement): string =>
  times === 1 ? section : `${section}*${times}`;

const isBetween = (place: Range, behind: Range | undefined, before: Range | undefined): boolean =>
  (!behind || place.from >= behind.to) && (!before || place.to <= before.from);

/** The number behind a section's `*`, changed, added or taken away. */
const repeated = (
  { section, repeats: now, repeatsId, id }: Placement,
  times: number,
  origins: readonly Range[],
): readonly TextEdit[] => {
  if (now === times) return [];
  const name = origins[section.id]!;
  const whole = origins[id]!;
  if (repeatsId !== undefined && times > 1) return [{ range: origins[repeatsId]!, text: `${times}` }];
  return [{ range: { from: name.to, to: whole.to }, text: times > 1 ? `*${times}` : '' }];
};

/** The ids of the most entries that have the same order before and after. */
const longestInOrder = (
  before: readonly Placement[],
  wanted: readonly WantedPlacement[],
): ReadonlySet<SourceId> => {
  const place = new Map(before.map(({ id }, index) => [id, index]));
  const seen = new Set<SourceId>();
  // Each wanted entry with the longest run that ends in it.
  const runs: {
    readonly id: SourceId;
    readonly at: number;
    readonly length: number;
    readonly from: number;
  }[] = [];
  for (const { id, section } of wanted) {
    const at = id === undefined ? undefined : place.get(id);
    if (id === undefined || at === undefined || seen.has(id) || before[at]!.section.name !== section)
      continue;
    seen.add(id);
    let best = -1;
    for (const [index, run] of runs.entries())
      if (run.at < at && (best < 0 || run.length > runs[best]!.length)) best = index;
    runs.push({ id, at, length: best < 0 ? 1 : runs[best]!.length + 1, from: best });
  }
  const stays = new Set<SourceId>();
  let index = runs.reduce((best, run, at) => (best < 0 || run.length > runs[best]!.length ? at : best), -1);
  while (index >= 0) {
    stays.add(runs[index]!.id);
    index = runs[index]!.from;
  }
  return stays;
};
