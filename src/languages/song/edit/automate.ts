// `automate`: what a lane is to be. Points that stay are changed where they differ, literal by literal; new ones stand
// where they belong in time; a lane that is new stands behind the last one, or where lanes stand in a song.

import type { TextEdit } from '../../../song/origin.ts';
import type { Automation, LanePoint } from '../../../song/place.ts';
import type { Change, WantedPoint } from '../../../song/problem.ts';
import { targetAt } from '../../../vocabulary/targets.ts';
import type { Reading } from '../../language.ts';
import { newlineOf } from '../lines.ts';
import { wordOf } from '../lower/value.ts';
import { laneShapes } from '../phrases.ts';
import { widest } from '../print/page.ts';
import { read } from '../read.ts';
import type { Block, Entry, Statement, Tree } from '../tree.ts';
import { applied } from './chain.ts';
import { refusal } from './check-value.ts';
import { insertStatement } from './declare.ts';
import type { Edited } from './edited.ts';
import { insertInBlock } from './insert.ts';
import { spanOf } from './places.ts';
import { removeEntries, removeStatement } from './remove.ts';

type Wanted = Extract<Change, { do: 'automate' }>;

export function automate(reading: Reading, tree: Tree, wanted: Wanted): Edited {
  const { path, section, points } = wanted;
  const target = targetAt(reading.song, path);
  if (!target) return { reason: `Nothing in the song moves at \`${path}\`.` };
  if (section !== undefined && !reading.song.sections.some(({ name }) => name.name === section))
    return { reason: `There is no section \`${section}\`.` };
  for (const { value } of points) {
    const reason = refusal(value, target.parameter, reading.song);
    if (reason !== undefined) return { reason };
  }
  const lane = laneOf(reading, wanted);
  if (lane?.wave) return { reason: 'A wave moves this already: its words stand in the text.' };
  const statement = lane && statementOf(reading, tree, lane);
  if (!lane || !statement?.block) {
    if (points.length === 0) return [];
    return proven(
      reading,
      [insertStatement(tree, 'automate', laneText(wanted, newlineOf(tree.text)))],
      wanted,
    );
  }
  if (points.length === 0) return [removeStatement(tree, statement)];
  return proven(reading, changed(reading, tree, lane, statement, wanted), wanted);
}

const laneOf = ({ song }: Pick<Reading, 'song'>, { path, section }: Wanted): Automation | undefined =>
  song.automation.find((one) => one.path.name === path && one.section?.name === section);

const statementOf = (
  { origins }: Reading,
  { statements }: Tree,
  { declaration }: Automation,
): Statement | undefined => statements.find(({ from }) => from === origins[declaration]!.from);

/** On one line where that is short. */
function laneText({ path, section, points }: Wanted, newline: string): string {
  const head = `automate ${path}${section === undefined ? '' : ` in ${section}`}`;
  const line = `${head} { ${points.map(pointText).join(', ')} }`;
  if (line.length <= widest && points.length <= 4) return line;
  return [`${head} {`, ...points.map((point) => `  ${pointText(point)}`), '}'].join(newline);
}

const pointText = ({ at, value, shape }: WantedPoint): string => `${at}: ${value}${shapeText(shape)}`;

const shapeText = (shape: LanePoint['shape']): string => (shape === 'linear' ? '' : ` ${shape}`);

function changed(
  reading: Reading,
  tree: Tree,
  lane: Automation,
  { block, ...statement }: Statement,
  { points, ...wanted }: Wanted,
): readonly TextEdit[] {
  const order = points.flatMap(({ id }) => id ?? []);
  const kept = lane.points.filter(({ id }) => order.includes(id));
  // Not in its order any more: the lane is written anew.
  if (kept.map(({ id }) => id).join() !== order.join()) {
    const text = laneText({ ...wanted, points }, newlineOf(tree.text));
    return [{ range: { from: statement.from, to: block!.to }, text }];
  }
  const entryAt = (id: number): Entry =>
    block!.entries.find(({ from }) => from === reading.origins[id]!.from)!;
  const edits: TextEdit[] = [];
  let before: Entry | undefined;
  /** What lies between two points that stay: entries that are gone, and points that are new. */
  const between = (gone: readonly Entry[], fresh: readonly WantedPoint[], next: Entry | undefined): void => {
    const reused = gone.slice(0, fresh.length);
    for (const [index, entry] of reused.entries()) edits.push(...pointEdits(tree, entry, fresh[index]!));
    const [first, last] = [gone[fresh.length], gone.at(-1)];
    if (first && last) edits.push(removeEntries(tree.text, block!, first, last));
    const more = fresh.slice(gone.length).map(pointText);
    if (more.length > 0) edits.push(inserted(tree, block!, more, reused.at(-1) ?? before, next));
  };
  let from = 0;
  let at = 0;
  for (const id of [...order, undefined]) {
    const to = id === undefined ? points.length : points.findIndex((point) => point.id === id);
    const until = id === undefined ? lane.points.length : lane.points.findIndex((point) => point.id === id);
    const entry = id === undefined ? undefined : entryAt(id);
    between(
      lane.points.slice(from, until).map((point) => entryAt(point.id)),
      points.slice(at, to),
      entry,
    );
    if (entry) edits.push(...pointEdits(tree, entry, points[to]!));
    before = entry;
    from = until + 1;
    at = to + 1;
  }
  return edits;
}

/** Points between two that stay, as these are laid out. */
function inserted(
  { text }: Tree,
  block: Block,
  points: readonly string[],
  before: Entry | undefined,
  next: Entry | undefined,
): TextEdit {
  if (!next && block.entries.at(-1) === before) {
    const first = insertInBlock(text, block, points[0]!);
    const gap = /^[\s,]*/.exec(first.text)![0];
    return { ...first, text: [first.text, ...points.slice(1)].join(gap) };
  }
  const anchor = next ?? before!;
  const line = text.slice(text.lastIndexOf('\n', anchor.from - 1) + 1, anchor.from);
  const gap = line.trim() === '' ? `${newlineOf(text)}${line}` : ', ';
  const at = next ? next.from : (before!.comma?.to ?? before!.to);
  const all = points.join(gap);
  if (next) return { range: { from: at, to: at }, text: `${all}${gap}` };
  return {
    range: { from: at, to: at },
    text: before!.comma ? `${gap === ', ' ? ' ' : gap}${all},` : `${gap}${all}`,
  };
}

function pointEdits({ text }: Tree, entry: Entry, wanted: WantedPoint): readonly TextEdit[] {
  const shape = entry.body.slice(1).find((node) => laneShapes.some(({ word }) => word === wordOf(node)));
  const values = shape ? entry.body.slice(0, entry.body.indexOf(shape)) : entry.body;
  const [place, value] = [spanOf(entry.head), spanOf(values)];
  if (!place || !value) return [{ range: { from: entry.from, to: entry.to }, text: pointText(wanted) }];
  const edits: TextEdit[] = [];
  if (text.slice(place.from, place.to) !== wanted.at) edits.push({ range: place, text: wanted.at });
  if (text.slice(value.from, value.to) !== wanted.value) edits.push({ range: value, text: wanted.value });
  const written = shape ? wordOf(shape) : undefined;
  if ((written ?? 'linear') === wanted.shape) return edits;
  if (shape && wanted.shape !== 'linear')
    return [...edits, { range: { from: shape.from, to: shape.to }, text: wanted.shape }];
  return [...edits, { range: { from: value.to, to: shape?.to ?? value.to }, text: shapeText(wanted.shape) }];
}

/** The edits, where they make the points that were asked for. */
function proven(reading: Reading, edits: readonly TextEdit[], wanted: Wanted): Edited {
  const after = read(applied(reading.text, edits));
  const made = laneOf(after, wanted);
  return made?.points.length === wanted.points.length && after.problems.length <= reading.problems.length
    ? edits
    : { reason: 'These points would not be read as they are meant: write them in the text.' };
}
