// A text as coloured pieces, line by line, by the grammars that the editors use. The names of the colours are the
// stage's own few: what the grammars tell apart beyond them would be a fairground on a wall.

import { INITIAL } from 'vscode-textmate';
import { colourOf, textMate } from '../grammar/textmate.ts';

export interface Piece {
  readonly text: string;
  readonly colour: string;
}

export type Colours = (
  text: string,
  language: 'song' | 'typescript',
) => Promise<readonly (readonly Piece[])[]>;

/** For one line; the first of a page takes its time, while the engine warms up. */
const mostMs = 200;

const scopes = { song: 'source.song', typescript: 'source.ts' } as const;

/** The first that the scope begins with. */
const byScope: readonly (readonly [start: string, colour: string])[] = [
  ['comment', 'comment'],
  ['constant.other.note', 'note'],
  ['constant.other', 'note'],
  ['string', 'string'],
  ['constant', 'number'],
  ['keyword.other.unit', 'number'],
  ['keyword', 'keyword'],
  ['storage', 'keyword'],
  ['entity.name.type', 'type'],
  ['support.class', 'type'],
  ['support.type.property-name', 'parameter'],
  ['support', 'type'],
  ['entity', 'name'],
  ['variable.parameter', 'parameter'],
  ['variable', 'name'],
];

/** @param base  folder of the grammars and of onig.wasm, ending in a slash */
export function colours(base: string): Colours {
  const load = textMate({ wasm: `${base}onig.wasm`, grammars: base });
  return async (text, language) => {
    const grammar = await load(scopes[language]).catch(() => null);
    let stack = INITIAL;
    return text.split('\n').map((line) => {
      if (!grammar) return [{ text: line, colour: '' }];
      const { tokens, ruleStack } = grammar.tokenizeLine(line, stack, mostMs);
      stack = ruleStack;
      const pieces = tokens.map(({ startIndex, endIndex, scopes: all }) => ({
        text: line.slice(startIndex, endIndex),
        colour: named(colourOf(all)),
      }));
      // Out of time, the grammar leaves off within the line: the rest is there without colours.
      const coloured = tokens.at(-1)?.endIndex ?? 0;
      return coloured < line.length ? [...pieces, { text: line.slice(coloured), colour: '' }] : pieces;
    });
  };
}

const named = (scope: string): string => byScope.find(([start]) => scope.startsWith(start))?.[1] ?? '';
