// `declare` and `arrange`: new statements where such ones stand, and sections at the end of the arrangement.

import type { TextEdit } from '../../../song/origin.ts';
import type { DeclarationKind } from '../../../song/problem.ts';
import type { Reading } from '../../language.ts';
import { lineEnd, newlineOf } from '../lines.ts';
import type { Tree } from '../tree.ts';
import type { Edited } from './edited.ts';

const empty: Record<DeclarationKind, (name: string) => string> = {
  instrument: (name) => `instrument ${name} = Synth`,
  pattern: (name) => `pattern ${name} = "~"`,
  track: (name) => `track ${name} {}`,
  bus: (name) => `bus ${name} {}`,
  section: (name) => `section ${name} 8 bars {}`,
};

/** An empty declaration behind the last one of its kind. */
export function declare({ song }: Reading, tree: Tree, what: DeclarationKind, name: string): Edited {
  if (!/^[\p{L}_][\p{L}\p{M}\p{N}_#♯♭]*$/u.test(name))
    return { reason: `\`${name}\` can't be a name: a name is one word of letters and digits.` };
  const declared = {
    instrument: song.instruments,
    pattern: [...song.patterns, ...song.progressions],
    track: song.tracks,
    bus: song.buses,
    section: song.sections,
  }[what];
  if (declared.some((part) => part.name.name === name))
    return { reason: `There is already a ${what} \`${name}\`.` };
  return [insertStatement(tree, what, empty[what](name))];
}

/** The section at the end of the arrangement; a new arrangement where there is none. */
export function arrange({ song }: Reading, tree: Tree, section: string): Edited {
  if (!song.sections.some(({ name }) => name.name === section))
    return { reason: `There is no section \`${section}\` to arrange.` };
  const last = tree.statements.filter(({ keyword }) => keyword?.text === 'arrange').at(-1);
  if (!last) return [insertStatement(tree, 'arrange', `arrange ${section}`)];
  const at = last.head.at(-1)?.to ?? last.keyword!.to;
  return [{ range: { from: at, to: at }, text: ` ${section}` }];
}

/** The order in which statements stand where a song has none of a kind yet. */
const order = [
  'song',
  'instrument',
  'pattern',
  'progression',
  'section',
  'arrange',
  'track',
  'bus',
  'master',
];

function insertStatement({ text, statements }: Tree, keyword: string, statement: string): TextEdit {
  const newline = newlineOf(text);
  const same = statements.filter((one) => one.keyword?.text === keyword).at(-1);
  if (same) {
    const at = lineEnd(text, same.to);
    return { range: { from: at, to: at }, text: `${newline}${statement}` };
  }
  const earlier = new Set(order.slice(0, order.indexOf(keyword)));
  const before = statements.filter((one) => one.keyword && earlier.has(one.keyword.text)).at(-1);
  // With none of its own kind it stands apart, behind the last of what comes before it in a song.
  const at = before ? lineEnd(text, before.to) : text.trimEnd().length;
  const gap = text.slice(0, at).trim() === '' ? '' : newline + newline;
  return { range: { from: at, to: at }, text: `${gap}${statement}${at === text.length ? newline : ''}` };
}
