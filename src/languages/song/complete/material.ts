// In the blocks of what is neither track nor instrument: the brief, the delivery, recordings, samples,
// kits, tunings, and the points of an automation.

import { allFigures } from '../../../check/figures.ts';
import { rules } from '../../../check/rules.ts';
import { deliveryExtras, deliveryFormat } from '../../../vocabulary/delivery.ts';
import { drumHits } from '../../../vocabulary/drums.ts';
import { kitParameters, sampleParameters, takeParameters } from '../../../vocabulary/material.ts';
import type { Parameter } from '../../../vocabulary/parameter.ts';
import { targetAt } from '../../../vocabulary/targets.ts';
import type { Completion, Reading } from '../../language.ts';
import { wordText } from '../hover/words.ts';
import { profileParameter, ruleParameter } from '../lower/checks.ts';
import { textOf } from '../lower/value.ts';
import { briefWords, fileWords, laneShapes, lfoWord, type Phrase, trimWord, waveShapes } from '../phrases.ts';
import type { Statement } from '../tree.ts';
import { completeSections, wordsBefore } from './forms.ts';
import { propertyBefore } from './instrument.ts';
import type { Left } from './left.ts';
import { caret, offer, offerParameter, offerValues } from './offer.ts';

/** What may stand in the block of a statement; empty for one whose block has no words of its own. */
export function completeMaterial(
  { song }: Reading,
  { keyword, head }: Statement,
  left: Left,
): readonly Completion[] {
  switch (keyword?.text) {
    case 'brief': {
      const words = wordsBefore(left);
      const isSection = words[0] === 'lift' && (words.length === 1 || words.at(-1) === 'over');
      if (isSection) return completeSections(song, left);
      return left.before.length > 0 || left.number ? [] : phrases(left, briefWords);
    }
    case 'checks':
      return settings(
        left,
        [profileParameter, ...rules.map(({ id }) => ruleParameter(id)), ...allFigures],
        [],
      );
    case 'deliver':
      return settings(left, deliveryFormat, [
        ...deliveryExtras.map(({ name, doc }, rank) =>
          offer(left, caret(left), 'value', name, { detail: doc, rank }),
        ),
      ]);
    case 'take':
      return settings(left, takeParameters, phrases(left, [trimWord, ...fileWords], 50));
    case 'sample':
      return settings(left, sampleParameters, phrases(left, fileWords, 50));
    case 'kit':
      return settings(left, kitParameters, [
        ...drumHits.map(({ name, doc }, rank) =>
          offer(left, caret(left), 'hit', name, {
            detail: doc,
            insert: `${name}: "\${1:sounds/${name}.wav}"`,
            snippet: true,
            rank: 50 + rank,
          }),
        ),
      ]);
    case 'tuning':
      return left.before.length > 0
        ? []
        : [
            offer(left, caret(left), 'parameter', 'map', {
              detail: 'its keyboard map',
              insert: 'map: "${1:tunings/name.kbm}"',
              snippet: true,
            }),
          ];
    case 'automate': {
      const target = head[0] && targetAt(song, textOf(head[0]));
      return completePoint(left, target?.parameter);
    }
    default:
      return [];
  }
}

/** Before the colon a place, behind it a value, behind that how it is reached. */
function completePoint(left: Left, parameter: Parameter | undefined): readonly Completion[] {
  if (propertyBefore(left) === undefined) {
    if (left.before.length > 0 || left.number) return [];
    return [
      ...['0%', '50%', '100%', 'bar 1'].map((place, rank) =>
        offer(left, caret(left), 'value', place, { detail: 'of the section', insert: `${place}: `, rank }),
      ),
      offer(left, caret(left), 'parameter', lfoWord.word, {
        detail: 'a wave',
        documentation: wordText(lfoWord),
        insert: lfoWord.snippet,
        snippet: true,
        rank: 10,
      }),
    ];
  }
  if (left.before[0]?.text === lfoWord.word) return completeWave(left, parameter);
  const colon = left.before.findIndex(({ kind }) => kind === ':');
  const hasValue = left.before.slice(colon + 1).length > 0;
  if (!hasValue) return parameter ? offerValues(left, parameter) : [];
  return left.number
    ? []
    : laneShapes.map(({ word, doc }, rank) => offer(left, caret(left), 'value', word, { detail: doc, rank }));
}

/** Behind `lfo:`: the shape, the length of a cycle, and two values with `to` between. */
function completeWave(left: Left, parameter: Parameter | undefined): readonly Completion[] {
  const behind = left.before.slice(left.before.findIndex(({ kind }) => kind === ':') + 1);
  const value = (text: string, detail: string, rank: number): Completion =>
    offer(left, caret(left), 'value', text, { detail, rank });
  if (behind.length === 0) return waveShapes.map(({ word, doc }, rank) => value(word, doc, rank));
  if (behind.length === 1)
    return left.number
      ? []
      : ['1/2', '1/4', '2 bars', '0.5Hz'].map((text, rank) => value(text, 'a cycle', rank));
  const isBehindTo = behind.some(({ text }) => text === 'to');
  return [
    ...(parameter ? offerValues(left, parameter) : []),
    ...(left.number ? [] : isBehindTo ? [value('exponential', 'by factors', 20)] : [value('to', '', 20)]),
  ];
}

/** Names of parameters, or the values of the one before the colon. */
function settings(
  left: Left,
  parameters: readonly Parameter[],
  others: readonly Completion[],
): readonly Completion[] {
  const property = propertyBefore(left);
  if (property !== undefined) {
    const parameter = parameters.find(({ path }) => path === property);
    return parameter ? offerValues(left, parameter) : [];
  }
  if (left.before.length > 0 || left.number) return [];
  return [...parameters.map((parameter, rank) => offerParameter(left, parameter, ': ', rank)), ...others];
}

const phrases = (left: Left, list: readonly Phrase[], rank = 0): readonly Completion[] =>
  list.map(({ word, doc, example, snippet }, index) =>
    offer(left, caret(left), 'parameter', word, {
      detail: doc,
      documentation: `${doc}\n\n\`\`\`song\n${example}\n\`\`\``,
      insert: snippet,
      snippet: true,
      rank: rank + index,
    }),
  );
