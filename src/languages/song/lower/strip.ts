// Strips of the mixer: tracks, buses and the master, from the entries of their blocks.

import { readColor } from '../../../song/color.ts';
import { nearestNames } from '../../../song/nearest.ts';
import type { Range } from '../../../song/origin.ts';
import type { Flag, Insert, Master, Send, Strip, Track } from '../../../song/song.ts';
import type { Measure, Name, Word } from '../../../song/value.ts';
import type { EffectType } from '../../../vocabulary/effects/effect.ts';
import { effectNamed, effectOfProperty, effects, hostedEffects } from '../../../vocabulary/effects.ts';
import type { StripKind } from '../../../vocabulary/layout.ts';
import { level, pan, panLaw, sendLevel } from '../../../vocabulary/mixer.ts';
import { plugPrefix } from '../../../vocabulary/plugins.ts';
import { isLaterProperty, keyWord, preWord, type StripWord, stripWords } from '../properties.ts';
import type { Block, Entry, Statement, ValueNode } from '../tree.ts';
import { isBand, takeBands } from './bands.ts';
import { bypassOf } from './bypass.ts';
import { isFurther, onceEach } from './further.ts';
import { keyOfEntry, responseOfEntry, takeKey, takeResponse } from './key.ts';
import { andList, didYouMean, orList, renameFixes, replaceFix } from './ledger.ts';
import { declared, nameOf } from './names.ts';
import {
  blockSettings,
  lineSettings,
  newSettings,
  parameterAt,
  type Settings,
  valuesOfEntry,
} from './settings.ts';
import { tellBody, tellTail } from './statement.ts';
import { type Context, onlyValue, tellRest, textOf, wordOf } from './value.ts';

/** What a strip's block says; a track's also its instrument. */
export type StripParts = Omit<Strip, 'name' | 'declaration'> &
  Pick<Master, 'panLaw'> & { readonly instrument?: Name };

export function lowerNamedStrip(
  context: Context,
  statement: Statement,
  kind: 'track' | 'bus',
): Track | undefined {
  tellBody(context, statement);
  tellTail(context, statement);
  const declaration = declared(context.ledger, statement, kind);
  if (!declaration) return undefined;
  tellRest(context, declaration.rest, `What a ${kind} has stands in braces: \`{ level: -6dB }\`.`);
  return {
    name: declaration.name,
    declaration: declaration.declaration,
    ...lowerStrip(context, statement.block, kind),
  };
}

interface Draft {
  readonly kind: StripKind;
  level?: Measure;
  pan?: Measure;
  mute?: Flag;
  solo?: Flag;
  soloSafe?: Flag;
  panLaw?: Measure;
  instrument?: Name;
  color?: Word;
  group?: Name;
  bypass?: readonly ValueNode[];
  readonly inserts: EffectDraft[];
  readonly sends: Send[];
  /** The property under each name, where it is written. */
  readonly places: Map<string, Range>;
}

interface EffectDraft {
  readonly effect: EffectType;
  readonly name: ValueNode;
  readonly settings: Settings;
  readonly values: ValueNode[];
  key?: Name;
  response?: Name;
  to: number;
}

export function lowerStrip(context: Context, block: Block | undefined, kind: StripKind): StripParts {
  const draft: Draft = { kind, inserts: [], sends: [], places: new Map() };
  let effect: EffectDraft | undefined;
  for (const entry of block?.entries ?? []) {
    if (effect && goesOn(entry, effect)) {
      for (const value of [...entry.head, ...entry.body]) effect.values.push(value);
      effect.to = entry.to;
    } else effect = readEntry(context, entry, draft);
  }
  const inserts = onceEach(
    context,
    draft.inserts.flatMap((insert) => finishEffect(context, insert)),
  );
  const { level: stripLevel, pan: stripPan, mute, solo, soloSafe, instrument, sends, color, group } = draft;
  const bypass = draft.bypass && bypassOf(context, draft.bypass, kind, inserts);
  return {
    ...(stripLevel && { level: stripLevel }),
    ...(stripPan && { pan: stripPan }),
    ...(mute && { mute }),
    ...(solo && { solo }),
    ...(soloSafe && { soloSafe }),
    ...(draft.panLaw && { panLaw: draft.panLaw }),
    ...(instrument && { instrument }),
    ...(color && { color }),
    ...(group && { group }),
    ...(bypass && { bypass }),
    inserts,
    sends,
  };
}

/** A comma inside an effect's value: what comes next is one of its parameters (`eq: low -2dB, high +3dB`). */
function goesOn(entry: Entry, { effect }: EffectDraft): boolean {
  const [node] = entry.head;
  const word = node?.kind === 'path' ? textOf(node) : undefined;
  return (
    word !== undefined &&
    !entry.block &&
    !(entry.colon && isStripProperty(word)) &&
    (isBand(effect, word) ||
      (effect.keyed === true && word === keyWord.word) ||
      (!isStripProperty(word) &&
        parameterAt({ name: effect.name, parameters: effect.parameters }, word) !== undefined))
  );
}

const isStripProperty = (word: string): boolean =>
  stripWords.some((property) => property.word === word) || effectOf(word) !== undefined;

/** By its property, its aliases, or Tone.js's name. */
const effectOf = (word: string): EffectType | undefined => effectOfProperty(word) ?? effectNamed(word);

/** Reads one entry into the draft; gives the effect that a following entry may go on with. */
function readEntry(context: Context, entry: Entry, draft: Draft): EffectDraft | undefined {
  const [name, ...rest] = entry.head;
  if (!name || name.kind === 'stray') return undefined;
  const word = textOf(name);
  const effect = name.kind === 'path' ? effectOf(word) : undefined;
  if (effect) return readEffect(context, entry, draft, effect);
  if (entry.block && word !== 'send') {
    context.ledger.error(entry.block, `\`${word}\` takes no braces.`);
    return undefined;
  }
  const known = stripWords.find((property) => property.word === word);
  if (!known?.on.includes(draft.kind)) tellUnknown(context, name, word, draft.kind, known);
  else if (known.word === 'send') readSend(context, entry, rest, draft);
  else if (isLaterProperty(known.word)) tellLater(context, entry, word);
  else if (isFirst(context, entry, word, draft)) readProperty(context, entry, known.word, rest, draft);
  return undefined;
}

function readProperty(
  context: Context,
  entry: Entry,
  word: string,
  rest: readonly ValueNode[],
  draft: Draft,
): void {
  const name = entry.head[0]!;
  if (word === 'mute' || word === 'solo' || word === 'soloSafe') {
    const flag = readFlag(context, entry, rest);
    if (flag) draft[word] = flag;
    return;
  }
  const values = valuesOfEntry(context, entry.colon, name, rest, entry.body);
  if (word === 'instrument') {
    const instrument = oneName(context, values, entry, 'an instrument');
    if (instrument) draft.instrument = instrument;
    return;
  }
  if (word === 'group') {
    const group = oneName(context, values, entry, 'a group');
    if (group) draft.group = group;
    return;
  }
  if (word === 'bypass') {
    draft.bypass = values;
    if (values.length === 0)
      context.ledger.error(entry, 'Which effects let everything pass? Write `bypass: eq compressor`.');
    return;
  }
  if (word === 'color') {
    const color = readColorWord(context, values, entry);
    if (color) draft.color = color;
    return;
  }
  const parameter = [pan, panLaw].find(({ path }) => path === word) ?? level;
  const value = onlyValue(context, values, parameter, entry);
  if (value?.kind === 'measure') draft[parameter.path as 'pan' | 'panLaw' | 'level'] = value;
}

/** `color: #3a9fff`. */
function readColorWord(context: Context, values: readonly ValueNode[], entry: Entry): Word | undefined {
  const { ledger } = context;
  const [first, ...rest] = values;
  tellRest(context, rest, 'One colour stands here; this is one too many.');
  if (first?.kind === 'stray') return undefined;
  const written = first && wordOf(first);
  if (first && written !== undefined && readColor(written))
    return { kind: 'word', value: written, id: ledger.mark(first) };
  ledger.error(first ?? entry, 'A colour is red, green and blue in hexadecimal: `color: #3a9fff`.');
  return undefined;
}

/** `mute`, `mute: true`, `mute: false`. */
function readFlag({ ledger }: Context, entry: Entry, rest: readonly ValueNode[]): Flag | undefined {
  const values = entry.colon ? entry.body : rest;
  const word = values[0] && wordOf(values[0]);
  if (values.length === 0 && !entry.colon) return { value: true, id: ledger.mark(entry) };
  if (values.length === 1 && (word === 'true' || word === 'false'))
    return { value: word === 'true', id: ledger.mark(entry) };
  ledger.error(
    values[0] ?? entry,
    `\`${textOf(entry.head[0]!)}\` stands alone, or takes \`true\` or \`false\`.`,
    {
      fixes: [replaceFix(ledger, entry, `Write \`${textOf(entry.head[0]!)}\` alone`, textOf(entry.head[0]!))],
    },
  );
  return undefined;
}

/** `send space: -12dB`, `send space: -12dB pre`. */
function readSend(context: Context, entry: Entry, rest: readonly ValueNode[], draft: Draft): void {
  const { ledger } = context;
  const [busNode, ...more] = rest;
  if (busNode?.kind !== 'path' || busNode.words.length !== 1 || entry.block) {
    ledger.error(busNode ?? entry, 'Send to which bus? Write `send space: -12dB`.');
    return;
  }
  const bus = nameOf(ledger, busNode.words[0]!);
  if (!isFirst(context, busNode, `send ${bus.name}`, draft)) return;
  const values = valuesOfEntry(context, entry.colon, busNode, more, entry.body);
  const pre = values.find((node) => wordOf(node) === preWord.word);
  const value = onlyValue(
    context,
    values.filter((node) => node !== pre),
    sendLevel,
    entry,
  );
  if (value?.kind !== 'measure') return;
  draft.sends.push({ bus, level: value, ...(pre && { pre: true as const }), id: ledger.mark(entry) });
}

function readEffect(
  context: Context,
  entry: Entry,
  draft: Draft,
  effect: EffectType,
): EffectDraft | undefined {
  const name = entry.head[0]!;
  const { ledger } = context;
  if (!effect.on.includes(draft.kind)) {
    const stands = orList(
      effect.on.map((kind) => (kind === 'master' ? 'the master' : kind === 'bus' ? 'a bus' : 'a track')),
    );
    const remedy =
      draft.kind === 'track' && effect.on.includes('bus') ? ': put it there, and send this track to it' : '';
    ledger.error(
      name,
      `\`${textOf(name)}\` stands on ${stands}, not on ${draft.kind === 'master' ? 'the master' : `a ${draft.kind}`}${remedy}.`,
    );
    return undefined;
  }
  const here = draft.inserts.map((insert) => ({ effect: insert.effect, at: insert.name }));
  if (!isFurther(context, name, effect, here)) return undefined;
  const settings = newSettings();
  const insert: EffectDraft = {
    effect,
    name,
    settings,
    to: entry.to,
    values: [...valuesOfEntry(context, entry.colon, name, entry.head.slice(1), entry.body)],
  };
  if (entry.block) {
    const entries = entry.block.entries.filter((inner) => {
      const key = keyOfEntry(context, effect, inner);
      if (key && key !== 'none') insert.key = key;
      const response = responseOfEntry(context, effect, inner);
      if (response && response !== 'none') insert.response = response;
      return key === undefined && response === undefined;
    });
    const owner = { name: effect.name, parameters: effect.parameters };
    blockSettings(context, { ...entry.block, entries }, owner, settings);
  }
  draft.inserts.push(insert);
  return insert;
}

/** The effect; of an `eq` also its parametric bands, which stand behind it, or alone. */
function finishEffect(context: Context, draft: EffectDraft): readonly Insert[] {
  const { effect, name, settings, key, to } = draft;
  const { bands, values } = takeBands(context, effect, draft.values);
  const { response = draft.response, values: others } = takeResponse(context, effect, values);
  const keyed = takeKey(context, effect, others);
  lineSettings(context, keyed.values, { name: effect.name, parameters: effect.parameters }, settings);
  if (bands && settings.list.length === 0) return [bands];
  const { ledger } = context;
  const heard = key ?? keyed.key;
  const insert = {
    effect: { name: effect.name, id: ledger.mark(name) },
    settings: settings.list,
    ...(heard && { key: heard }),
    ...(response && { response }),
    id: ledger.mark({ from: name.from, to }),
  };
  return bands ? [insert, bands] : [insert];
}

function isFirst({ ledger }: Context, place: Range, word: string, draft: Draft): boolean {
  const before = draft.places.get(word);
  if (before)
    ledger.error(place, `\`${word}\` is written twice here: the first counts. Take one away.`, {
      also: [before],
    });
  else draft.places.set(word, place);
  return before === undefined;
}

function oneName(
  { ledger }: Context,
  values: readonly ValueNode[],
  entry: Entry,
  what: string,
): Name | undefined {
  const [node, more] = values;
  if (node?.kind === 'path' && node.words.length === 1 && !more) return nameOf(ledger, node.words[0]!);
  if (node?.kind !== 'stray')
    ledger.error(more ?? node ?? entry, `Here stands the name of ${what}, one word.`);
  return undefined;
}

function tellUnknown(
  { ledger }: Context,
  node: ValueNode,
  word: string,
  kind: StripKind,
  elsewhere: StripWord | undefined,
): void {
  const names = [
    ...stripWords.filter(({ on }) => on.includes(kind)).map((property) => property.word),
    ...effects
      .filter(({ on }) => on.includes(kind))
      .flatMap((effect) => [effect.property, ...(effect.aliases ?? [])]),
  ];
  const strip = kind === 'master' ? 'The master' : `A ${kind}`;
  if (elsewhere) {
    ledger.error(node, `${strip} has no \`${word}\`.`);
    return;
  }
  const isHosted = word.startsWith(`${plugPrefix}.`);
  if (isHosted) names.splice(0, names.length, ...hostedEffects.map(({ name }) => name));
  const near = nearestNames(word, names);
  const has = isHosted ? 'There are' : 'It has';
  const remedy = didYouMean(near) || ` ${has} ${andList(names.map((name) => `\`${name}\``))}.`;
  const fact = isHosted
    ? `Tone.js has no effect \`${word.slice(0, 40)}\` that a strip can hold.`
    : `${strip} has no \`${word.slice(0, 40)}\`.`;
  ledger.error(node, `${fact}${remedy}`, {
    fixes: renameFixes(ledger, node, near),
  });
}

const tellLater = ({ ledger }: Context, entry: Entry, word: string): void =>
  ledger.tell('information', entry, `\`${word}\` is kept but not used by this version.`);
