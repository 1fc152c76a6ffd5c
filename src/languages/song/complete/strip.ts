// In a strip: its properties and effects, buses to send to, and the parameters of the effect under way.

import { bundledResponses } from '../../../vocabulary/bundled-sounds.ts';
import type { EffectType } from '../../../vocabulary/effects/effect.ts';
import { effectNamed, effectOfProperty, hostedEffects, nextOfKind } from '../../../vocabulary/effects.ts';
import { effectsOn, type StripKind } from '../../../vocabulary/layout.ts';
import { level, pan, panLaw, sendLevel } from '../../../vocabulary/mixer.ts';
import type { Parameter } from '../../../vocabulary/parameter.ts';
import { plugPrefix } from '../../../vocabulary/plugins.ts';
import { written } from '../../../vocabulary/written.ts';
import type { Completion, Reading } from '../../language.ts';
import { wordText } from '../hover/words.ts';
import { instrumentInWords } from '../in-words.ts';
import { parameterAt } from '../lower/settings.ts';
import { textOf } from '../lower/value.ts';
import { keyWord, preWord, responseWord, stripWords } from '../properties.ts';
import type { Block } from '../tree.ts';
import { offerBands, offerInBand } from './bands.ts';
import { completeHosted, offerHosted } from './hosted.ts';
import { propertyBefore } from './instrument.ts';
import type { Left, LeftToken } from './left.ts';
import { caret, offer, offerParameter, offerValues } from './offer.ts';

export function completeStrip(
  { song }: Reading,
  kind: StripKind,
  block: Block,
  left: Left,
  offset: number,
): readonly Completion[] {
  const braces = block.entries.find(
    (entry) =>
      entry.block && offset > entry.block.open.from && offset <= (entry.block.close?.from ?? entry.block.to),
  );
  const owner = braces?.head[0] && effectOf(textOf(braces.head[0]));
  if (owner) return completeEffectBlock(song, owner, left);
  const property = propertyBefore(left);
  const [first] = left.before;
  if (property === undefined && first?.text === 'send')
    return left.before.length === 1 ? completeBuses(song, left) : [];
  if (property?.startsWith('send')) return completeSend(left);
  switch (property) {
    case 'instrument':
      return [
        ...song.instruments.map((instrument, rank) =>
          offer(left, caret(left), 'instrument', instrument.name.name, {
            detail: instrumentInWords(instrument),
            rank,
          }),
        ),
        ...song.kits.map(({ name, source }, rank) =>
          offer(left, caret(left), 'instrument', name.name, {
            detail: `Kit ${source.value}`,
            rank: song.instruments.length + rank,
          }),
        ),
      ];
    case 'level':
      return offerValues(left, level);
    case 'pan':
      return offerValues(left, pan);
    case 'panLaw':
      return offerValues(left, panLaw);
    case 'mute':
    case 'solo':
    case 'soloSafe':
      return ['true', 'false'].map((word) => offer(left, caret(left), 'value', word));
  }
  const effect = property === undefined ? undefined : effectOf(property);
  if (effect)
    return completeLine(
      song,
      effect,
      left,
      left.before.slice(left.before.findIndex(({ kind }) => kind === ':') + 1),
    );
  if (property !== undefined) return [];
  const goingOn = left.opener === ',' ? effectBefore(block, left) : undefined;
  if (first) return goingOn ? completeLine(song, goingOn, left, left.before) : [];
  if (left.number) return [];
  return [
    ...(goingOn
      ? [
          ...goingOn.parameters.map((parameter, rank) => offerParameter(left, parameter, ' ', rank)),
          ...offerBands(goingOn, left),
        ]
      : []),
    ...completeProperties(kind, block, left),
  ];
}

const effectOf = (word: string): EffectType | undefined => effectOfProperty(word) ?? effectNamed(word);

/** The effect whose parameters may follow the comma before the caret. */
function effectBefore({ entries }: Block, left: Left): EffectType | undefined {
  for (const { head, to } of entries.filter((entry) => entry.to <= left.from).reverse()) {
    const word = head[0] && textOf(head[0]);
    if (word === undefined || to > left.from) continue;
    const effect = effectOf(word);
    if (effect) return effect;
    if (stripWords.some((property) => property.word === word)) return undefined;
  }
  return undefined;
}

/** Behind `effect:`: the value of the parameter named last, or the next by its place, and further names. */
function completeLine(
  song: Reading['song'],
  effect: EffectType,
  left: Left,
  tokens: readonly LeftToken[],
): readonly Completion[] {
  const last = tokens.at(-1);
  if (effect.keyed && last?.text === keyWord.word) return completeTracks(song, left);
  const named = last?.kind === 'word' ? parameterAt(effect, last.text) : undefined;
  if (named) return offerValues(left, named);
  const inBand = offerInBand(effect, left, tokens);
  if (inBand) return inBand;
  const next: Parameter | undefined = effect.parameters[countPositional(effect, tokens)];
  if (left.number) return next ? offerValues(left, next) : [];
  const written = new Set(tokens.map(({ text }) => text));
  return [
    ...(effect.responds && tokens.length === 0 ? offerResponses(song, left) : []),
    ...effect.parameters
      .filter(({ path }) => !written.has(path))
      .map((parameter, rank) => offerParameter(left, parameter, ' ', 10 + rank)),
    ...offerBands(effect, left),
    ...(next ? offerValues(left, next) : []),
    ...(effect.keyed && !written.has(keyWord.word) ? [offerWord(left, keyWord, `${keyWord.word} `)] : []),
  ];
}

/** The samples of the song, then what comes along. */
const offerResponses = ({ samples }: Reading['song'], left: Left): readonly Completion[] => [
  ...samples.map(({ name, file }, rank) =>
    offer(left, caret(left), 'value', name.name, { detail: file.path.value, rank: rank / 100 }),
  ),
  ...bundledResponses.map(({ name, doc }, rank) =>
    offer(left, caret(left), 'value', name, { detail: doc, rank: (samples.length + rank) / 100 }),
  ),
];

/** Behind `send space:`: its level, then whether it is taken before the fader. */
const completeSend = (left: Left): readonly Completion[] => {
  const behind = left.before.slice(left.before.findIndex(({ kind }) => kind === ':') + 1);
  if (behind.length === 0) return offerValues(left, sendLevel);
  return behind.some(({ text }) => text === preWord.word) ? [] : [offerWord(left, preWord)];
};

const offerWord = (
  left: Left,
  word: typeof preWord | typeof keyWord | typeof responseWord,
  insert: string = word.word,
): Completion =>
  offer(left, caret(left), 'parameter', word.word, {
    detail: word.doc,
    documentation: wordText(word),
    insert,
    rank: 60,
  });

const completeTracks = (song: Reading['song'], left: Left): readonly Completion[] =>
  song.tracks.map(({ name, instrument }, rank) =>
    offer(left, caret(left), 'track', name.name, { detail: instrument?.name ?? '', rank }),
  );

/** Numbers that no parameter name stands before. */
const countPositional = (effect: EffectType, tokens: readonly LeftToken[]): number =>
  tokens.filter(
    ({ kind }, i) =>
      kind === 'number' && !(tokens[i - 1]?.kind === 'word' && parameterAt(effect, tokens[i - 1]!.text)),
  ).length;

function completeEffectBlock(song: Reading['song'], effect: EffectType, left: Left): readonly Completion[] {
  const property = propertyBefore(left);
  if (property === undefined)
    return left.before.length > 0
      ? []
      : [
          ...effect.parameters.map((parameter, rank) => offerParameter(left, parameter, ': ', rank)),
          ...(effect.keyed ? [offerWord(left, keyWord, `${keyWord.word}: `)] : []),
          ...(effect.responds ? [offerWord(left, responseWord, `${responseWord.word}: `)] : []),
        ];
  if (effect.keyed && property === keyWord.word) return completeTracks(song, left);
  if (effect.responds && property === responseWord.word) return offerResponses(song, left);
  const parameter = parameterAt(effect, property);
  return parameter ? offerValues(left, parameter) : [];
}

const completeBuses = (song: Reading['song'], left: Left): readonly Completion[] =>
  song.buses.map((bus, rank) =>
    offer(left, caret(left), 'bus', bus.name.name, {
      detail: bus.inserts.map(({ effect }) => effect.name).join(', '),
      insert: `${bus.name.name}: \${1:${written(-12, 'decibels')}}`,
      snippet: true,
      rank,
    }),
  );

function completeProperties(kind: StripKind, { entries }: Block, left: Left): readonly Completion[] {
  if (left.prefix.startsWith(`${plugPrefix}.`)) return completeHosted(left, 'effect', hostedEffects);
  const present = new Set(
    entries.flatMap(({ head, from }) => (head[0] && from !== left.from ? [textOf(head[0])] : [])),
  );
  const here = new Set([...present].flatMap((word) => effectOf(word)?.name ?? []));
  const words = stripWords.filter(
    ({ word, on }) => on.includes(kind) && (word === 'send' || !present.has(word)),
  );
  return [
    ...words.map((word, rank) =>
      offer(left, caret(left), 'parameter', word.word, {
        detail: word.doc,
        documentation: wordText(word),
        insert: word.snippet.replace('$0', ''),
        snippet: true,
        rank: 20 + rank + (word.since === 'now' ? 0 : 100),
      }),
    ),
    ...effectsOn(kind)
      .flatMap((effect) => nextOfKind(effect, here) ?? [])
      .map((effect, rank) =>
        offer(left, caret(left), 'effect', effect.property, {
          detail: effect.doc.split(':')[0]!,
          documentation: `${effect.doc}\n\n\`\`\`song\n${effect.example}\n\`\`\``,
          insert: `${effect.property}: `,
          // A further one of a kind is seldom what is meant.
          rank: (effect.again ? 70 : 40) + rank,
        }),
      ),
    offerHosted(left, 'effects'),
  ];
}
