// `lyrics vox in verse "Ci- ty lights | go by _ ~"`: syllables, one for each note of the track.
// `-` at a syllable's end goes on with the word, `_` holds it over one more note; `~` and `|` are for the eye.

import type { Lyrics, Syllable } from '../../../song/brief.ts';
import type { SourceId } from '../../../song/origin.ts';
import type { Name } from '../../../song/value.ts';
import type { Statement, ValueNode } from '../tree.ts';
import type { Ledger } from './ledger.ts';
import { nameOf } from './names.ts';
import { tellBody, tellTail } from './statement.ts';
import { type Context, contentOf, tellRest, wordOf } from './value.ts';

const example = 'lyrics vox in verse "Ci- ty lights"';

export function lowerLyrics(context: Context, statement: Statement): Lyrics | undefined {
  const { ledger } = context;
  tellBody(context, statement);
  tellTail(context, statement);
  if (statement.block) ledger.error(statement.block, `What is sung stands in quotes: \`${example}\`.`);
  const [trackNode, word, sectionNode, text, ...rest] = statement.head;
  const track = nameAt(ledger, trackNode);
  const section = nameAt(ledger, sectionNode);
  if (!track || !word || wordOf(word) !== 'in' || !section || text?.kind !== 'string') {
    if (!statement.head.some(({ kind }) => kind === 'stray') && !statement.block)
      ledger.error(
        wrongOf(statement.head) ?? statement.keyword!,
        `Who sings what, and in which section? Write \`${example}\`.`,
      );
    return undefined;
  }
  tellRest(
    context,
    rest,
    'All that is sung in a section stands in one string; over lines it is in backticks.',
  );
  const syllables = syllablesOf(context, text);
  return { track, section, syllables, declaration: ledger.mark(statement) };
}

const nameAt = (ledger: Ledger, node: ValueNode | undefined): Name | undefined =>
  node?.kind === 'path' && node.words.length === 1 ? nameOf(ledger, node.words[0]!) : undefined;

/** The first part of the line that is not what belongs there. */
const wrongOf = (head: readonly ValueNode[]): ValueNode | undefined =>
  head.find((node, i) =>
    i === 1 ? wordOf(node) !== 'in' : i === 3 ? node.kind !== 'string' : i < 3 && wordOf(node) === undefined,
  ) ?? head.at(-1);

type Mutable<Part> = { -readonly [Name in keyof Part]: Part[Name] };

function syllablesOf(
  context: Context,
  { text: token, from }: ValueNode & { kind: 'string' },
): readonly Syllable[] {
  const { ledger } = context;
  const { text, start } = contentOf(token);
  const syllables: Mutable<Syllable>[] = [];
  // `Ci-ty` in one piece is two syllables; a bar line or a rest may touch a word.
  for (const match of text.matchAll(/[|~]|_|[^\s|~_-]+-?|-+/g)) {
    const [piece] = match;
    const mark = (): SourceId =>
      ledger.mark({ from: from + start + match.index, to: from + start + match.index + piece.length });
    const last = syllables.at(-1);
    if (piece === '|' || piece === '~') continue;
    if (piece === '_') {
      if (last) last.held += 1;
      else
        ledger.error(
          { from: from + start + match.index, to: from + start + match.index + 1 },
          'There is no syllable before this `_` to hold.',
        );
    } else if (piece.startsWith('-')) {
      // `Ci - ty`, as scores set it.
      if (last) last.continues = true;
    } else {
      const continues = piece.endsWith('-');
      syllables.push({ text: continues ? piece.slice(0, -1) : piece, continues, held: 0, id: mark() });
    }
  }
  return syllables;
}
