// `declare` and `arrange`: new statements where such ones stand, and sections at the end of the arrangement.

import type { TextEdit } from '../../../song/origin.ts';
import type { Change, DeclarationKind } from '../../../song/problem.ts';
import type { Song } from '../../../song/song.ts';
import type { Name } from '../../../song/value.ts';
import type { Reading } from '../../language.ts';
import { lineEnd, newlineOf } from '../lines.ts';
import type { Tree } from '../tree.ts';
import type { Edited } from './edited.ts';

const empty: Record<DeclarationKind, (name: string) => string> = {
  instrument: (name) => `instrument ${name} = Synth`,
  pattern: (name) => `pattern ${name} = "~"`,
  progression: (name) => `progression ${name} = | ~ |`,
  track: (name) => `track ${name} {}`,
  bus: (name) => `bus ${name} {}`,
  section: (name) => `section ${name} 8 bars {}`,
  take: (name) => `take ${name} = "takes/${name}.wav"`,
  sample: (name) => `sample ${name} = "sounds/${name}.wav"`,
  kit: (name) => `kit ${name} = Kit("bundled/808")`,
  tuning: (name) => `tuning ${name} = "tunings/${name}.scl"`,
  marker: (name) => `marker ${name} at bar 1`,
};

/** A declaration behind the last one of its kind: empty, or with what stands behind its name. */
export function declare(
  { song }: Reading,
  tree: Tree,
  { what, name, body }: Extract<Change, { do: 'declare' }>,
): Edited {
  if (what === 'brief' || what === 'deliver') return [insertStatement(tree, what, `${what} ${body ?? '{}'}`)];
  if (!/^[\p{L}_][\p{L}\p{M}\p{N}_#♯♭]*$/u.test(name))
    return { reason: `\`${name}\` can't be a name: a name is one word of letters and digits.` };
  if (namesakes(song, what).some((part) => part.name.name === name))
    return { reason: `There is already a ${what} \`${name}\`.` };
  const statement = body === undefined ? empty[what](name) : `${what} ${name} ${body}`;
  return [insertStatement(tree, what, statement)];
}

/** What shares its names with declarations of that kind. */
function namesakes(song: Song, what: DeclarationKind): readonly { readonly name: Name }[] {
  switch (what) {
    case 'instrument':
      return song.instruments;
    case 'pattern':
    case 'progression':
    case 'take':
    case 'sample':
      return [...song.patterns, ...song.progressions, ...song.takes, ...song.samples];
    case 'track':
    case 'bus':
      return [...song.tracks, ...song.buses];
    case 'section':
      return song.sections;
    case 'kit':
      return song.kits;
    case 'tuning':
      return song.tunings;
    case 'marker':
      return song.markers;
  }
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
  'brief',
  'checks',
  'import',
  'tuning',
  'instrument',
  'kit',
  'take',
  'sample',
  'pattern',
  'progression',
  'section',
  'arrange',
  'marker',
  'lyrics',
  'automate',
  'track',
  'bus',
  'master',
  'expect',
  'deliver',
];

/** A statement behind the last one of its keyword, or where such ones stand. */
export function insertStatement({ text, statements }: Tree, keyword: string, statement: string): TextEdit {
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
