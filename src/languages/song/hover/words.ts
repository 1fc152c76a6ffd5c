// Words of the language itself: what starts a line, what stands in the header, what a strip has.

import { figureNamed } from '../../../check/figures.ts';
import { ruleNamed } from '../../../check/rules.ts';
import { headerWordNamed, keywordNamed } from '../keywords.ts';
import { textOf } from '../lower/value.ts';
import { briefWords, fileWords, lfoWord, trimWord } from '../phrases.ts';
import { keyWord, preWord, responseWord, stripWords } from '../properties.ts';
import type { Tree, ValueNode } from '../tree.ts';
import type { Fact } from './fact.ts';
import { parameterText } from './parameters.ts';

interface Word {
  readonly word: string;
  readonly doc: string;
  readonly example: string;
}

export function wordFacts({ statements }: Tree, offset: number): readonly Fact[] {
  const statement = statements.find(({ from, to }) => from <= offset && offset <= to);
  if (!statement?.keyword) return [];
  const { keyword, block } = statement;
  const facts: Fact[] = [fact(keyword, keywordNamed(keyword.text))];
  const own = phrasesOf[keyword.text] ?? [];
  const inStrip = keyword.text === 'track' || keyword.text === 'bus' || keyword.text === 'master';
  for (const { head, body } of block?.entries ?? []) {
    const name = firstWord(head[0]);
    if (!name) continue;
    facts.push(
      fact(
        name,
        own.find(({ word }) => word === name.text),
      ),
    );
    if (keyword.text === 'checks') facts.push(...checkFacts(head[0]!));
    if (keyword.text === 'song') facts.push(fact(name, headerWordNamed(name.text)));
    if (inStrip)
      facts.push(
        fact(
          name,
          stripWords.find(({ word }) => word === name.text),
        ),
        ...body.flatMap(behindValues),
      );
  }
  return facts;
}

/** `pre` behind a send, `key` behind an effect's values. */
const behindValues = (node: ValueNode): readonly Fact[] => {
  const word = firstWord(node);
  return word
    ? [
        fact(
          word,
          [preWord, keyWord, responseWord].find((one) => one.word === word.text),
        ),
      ]
    : [];
};

/** The id of a check, or one of its figures. */
const checkFacts = (node: ValueNode): readonly Fact[] => {
  const path = textOf(node);
  const [figure, rule] = [figureNamed(path), ruleNamed(path)];
  if (figure) return [{ range: node, tell: () => `${parameterText(figure)}\n\nSource: ${figure.source}.` }];
  return rule ? [{ range: node, tell: () => `**${rule.id}** · ${rule.title}\n\n${rule.why}` }] : [];
};

/** The words inside of the blocks that are no strips. */
const phrasesOf: Readonly<Record<string, readonly Word[]>> = {
  brief: briefWords,
  take: [trimWord, ...fileWords],
  sample: fileWords,
  automate: [lfoWord],
};

const fact = (range: Fact['range'], word: Word | undefined): Fact => ({
  range,
  tell: () => word && wordText(word),
});

export const wordText = ({ word, doc, example }: Word): string =>
  `**${word}** · ${doc}\n\n\`\`\`song\n${example}\n\`\`\``;

const firstWord = (node: ValueNode | undefined) => (node?.kind === 'path' ? node.words[0] : undefined);
