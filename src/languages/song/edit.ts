// Musical changes to the smallest text edits. Each kind of change has its file in edit/; here they are
// gathered, so that several changes are one set of edits against the same text, or a refusal.

import type { TextEdit } from '../../song/origin.ts';
import type { Change } from '../../song/problem.ts';
import type { EditResult, Reading } from '../language.ts';
import { automate } from './edit/automate.ts';
import { bands } from './edit/bands.ts';
import { chain } from './edit/chain.ts';
import { arrange, declare } from './edit/declare.ts';
import type { Edited } from './edit/edited.ts';
import { insertBefore } from './edit/insert.ts';
import { rearrange } from './edit/rearrange.ts';
import { remove } from './edit/remove.ts';
import { set } from './edit/set.ts';
import { addTransform } from './edit/transform.ts';
import { treeOf } from './read.ts';
import type { Tree } from './tree.ts';

/** The edits that make all of `changes`, ascending and apart from each other; none of them where one is refused. */
export function edit(reading: Reading, changes: readonly Change[]): EditResult {
  const tree = treeOf(reading);
  const edits: TextEdit[] = [];
  for (const change of changes) {
    const edited = editsFor(reading, tree, change);
    if ('reason' in edited) return { ok: false, reason: edited.reason };
    edits.push(...edited);
  }
  const merged = merge(edits);
  return merged
    ? { ok: true, edits: merged }
    : { ok: false, reason: 'These changes touch the same characters: make them one after the other.' };
}

function editsFor(reading: Reading, tree: Tree, change: Change): Edited {
  switch (change.do) {
    case 'set':
      return set(reading, tree, change.path, change.value);
    case 'delete':
      return remove(reading, tree, change.id);
    case 'declare':
      return declare(reading, tree, change);
    case 'transform':
      return addTransform(reading, change);
    case 'insert':
      return insertBefore(reading, tree, change.id, change.text);
    case 'arrange':
      return arrange(reading, tree, change.section);
    case 'rearrange':
      return rearrange(reading, tree, change.placements);
    case 'chain':
      return chain(reading, tree, change.strip, change.effects);
    case 'bands':
      return bands(reading, tree, change);
    case 'automate':
      return automate(reading, tree, change);
    case 'replace': {
      const range = reading.origins[change.id];
      return range
        ? [{ range, text: change.text }]
        : { reason: 'What should be replaced is not in the song any more.' };
    }
  }
}

/** Ascending by place. Deletions that meet become one, insertions at one place stay in their order. */
function merge(edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort(
      (a, b) =>
        a.edit.range.from - b.edit.range.from || a.edit.range.to - b.edit.range.to || a.order - b.order,
    )
    .map(({ edit }) => edit);
  const merged: TextEdit[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (!last || next.range.from >= last.range.to) {
      merged.push(next);
      continue;
    }
    if (last.text !== '' || next.text !== '') return undefined;
    merged[merged.length - 1] = {
      range: { from: last.range.from, to: Math.max(last.range.to, next.range.to) },
      text: '',
    };
  }
  return merged;
}
