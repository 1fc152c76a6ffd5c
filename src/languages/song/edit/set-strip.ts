// Sets a value of a strip: fader, pan, mute, solo, a send, a parameter of an effect.

import { nearestNames } from '../../../song/nearest.ts';
import type { TextEdit } from '../../../song/origin.ts';
import type { Insert, Strip } from '../../../song/song.ts';
import type { EffectType } from '../../../vocabulary/effects/effect.ts';
import { parametricEq } from '../../../vocabulary/effects/parametric-eq.ts';
import { effectNamed, effectOfProperty } from '../../../vocabulary/effects.ts';
import { instruments } from '../../../vocabulary/instruments.ts';
import { effectsOn, type StripKind } from '../../../vocabulary/layout.ts';
import { level, pan, sendLevel } from '../../../vocabulary/mixer.ts';
import type { Parameter } from '../../../vocabulary/parameter.ts';
import type { Reading } from '../../language.ts';
import { newlineOf } from '../lines.ts';
import { andList, didYouMean } from '../lower/ledger.ts';
import { parameterAt } from '../lower/settings.ts';
import { stripWords } from '../properties.ts';
import type { Entry, Statement, Tree } from '../tree.ts';
import { refusal } from './check-value.ts';
import type { Edited } from './edited.ts';
import { insertInBlock, insertInStatement } from './insert.ts';
import { entryOf, spanOf, statementOf, valuesOf } from './places.ts';
import { removeEntries } from './remove.ts';

export interface StripPlace {
  readonly kind: StripKind;
  readonly name: string;
  readonly strip: Pick<Strip, 'inserts' | 'sends'>;
}

const isSend = (word: string): boolean => word === 'send' || word === 'sends';
const effectOf = (word: string): EffectType | undefined => effectOfProperty(word) ?? effectNamed(word);

/**
 * Whether a path behind the name speaks of a strip and not of an instrument. What both may have (`filter.Q`) is
 * the strip's where it has that effect.
 */
export const isStripPath = ({ strip }: StripPlace, [first = '']: readonly string[]): boolean => {
  if (isSend(first) || stripWords.some(({ word }) => word === first)) return true;
  const effect = effectOf(first);
  if (!effect) return false;
  return !isOfInstruments(first) || strip.inserts.some((insert) => insert.effect.name === effect.name);
};

const isOfInstruments = (word: string): boolean =>
  instruments.some(({ parameters }) => parameters.some(({ path }) => path.startsWith(`${word}.`)));

export function setStrip(
  reading: Reading,
  tree: Tree,
  place: StripPlace,
  path: readonly string[],
  value: string,
): Edited {
  const [property = '', ...rest] = path;
  const effect = effectOf(property);
  if (effect?.on.includes(place.kind)) return setEffect(reading, tree, place, effect, rest.join('.'), value);
  if (isSend(property) && place.kind !== 'master')
    return setSend(reading, tree, place, rest.join('.'), value);
  const word = stripWords.find(
    (one) => one.word === property && one.on.includes(place.kind) && one.since === 'now',
  );
  if (!word || rest.length > 0) return { reason: noSuchProperty(place, path.join('.')) };
  switch (word.word) {
    case 'mute':
    case 'solo':
      return setFlag(tree, place, word.word, value);
    case 'level':
      return setValue(reading, tree, place, level, ['level'], value);
    case 'pan':
      return setValue(reading, tree, place, pan, ['pan'], value);
    case 'instrument':
      return setName(reading, tree, place, value);
    default:
      return { reason: noSuchProperty(place, path.join('.')) };
  }
}

function noSuchProperty({ kind, name }: StripPlace, path: string): string {
  const words = stripWords
    .filter(({ on, since }) => on.includes(kind) && since === 'now')
    .map(({ word }) => word);
  const names = [
    ...words.filter((word) => word !== 'send'),
    ...(kind === 'master' ? [] : ['send.BUS']),
    ...effectsOn(kind).flatMap((effect) =>
      effect.parameters.map((parameter) => `${effect.property}.${parameter.path}`),
    ),
  ];
  const near = nearestNames(path, names);
  return `\`${name}\` has no \`${path}\`.${didYouMean(near) || ` It has ${andList(names.map((one) => `\`${one}\``))}.`}`;
}

const statementFor = (tree: Tree, { kind, name }: StripPlace): Statement | undefined =>
  statementOf(tree, kind, kind === 'master' ? undefined : name);

/** Replaces the value of the entry that `words` name, or adds the entry. */
function setValue(
  reading: Reading,
  tree: Tree,
  place: StripPlace,
  parameter: Parameter,
  words: readonly string[],
  value: string,
): Edited {
  const reason = refusal(value, parameter, reading.song);
  return reason === undefined ? writeEntry(tree, place, words, value) : { reason };
}

function setName({ song }: Reading, tree: Tree, place: StripPlace, value: string): Edited {
  const names = [...song.instruments, ...song.kits].map(({ name }) => name.name);
  if (names.includes(value)) return writeEntry(tree, place, ['instrument'], value);
  return {
    reason: `There is no instrument \`${value}\`.${didYouMean(nearestNames(value, names)) || ` There are ${andList(names)}.`}`,
  };
}

function setSend(reading: Reading, tree: Tree, place: StripPlace, bus: string, value: string): Edited {
  const buses = reading.song.buses.map(({ name }) => name.name);
  if (!buses.includes(bus)) {
    const exists =
      buses.length === 0
        ? ' The song has no bus.'
        : ` There are ${andList(buses.map((name) => `\`${name}\``))}.`;
    return { reason: `There is no bus \`${bus}\`.${didYouMean(nearestNames(bus, buses)) || exists}` };
  }
  const reason = refusal(value, sendLevel, reading.song);
  if (reason !== undefined) return { reason };
  // Only the level: whether it is taken before the fader stays.
  const written = place.strip.sends.find((send) => send.bus.name === bus);
  const range = written && reading.origins[written.level.id];
  if (!range) return writeEntry(tree, place, ['send', bus], value);
  return tree.text.slice(range.from, range.to) === value ? [] : [{ range, text: value }];
}

function writeEntry(tree: Tree, place: StripPlace, words: readonly string[], value: string): Edited {
  const statement = statementFor(tree, place);
  const entry = entryOf(statement?.block, ...words);
  return entry
    ? replaceValue(tree.text, entry, words.length, value)
    : insertEntry(tree, place, statement, `${words.join(' ')}: ${value}`);
}

/** Exactly the characters of the value; none where they are the same already. */
export function replaceValue(
  text: string,
  entry: Entry,
  nameLength: number,
  value: string,
): readonly TextEdit[] {
  const range = spanOf(valuesOf(entry, nameLength));
  if (range) return text.slice(range.from, range.to) === value ? [] : [{ range, text: value }];
  const at = entry.colon?.to ?? entry.to;
  return [{ range: { from: at, to: at }, text: `${entry.colon ? '' : ':'} ${value}` }];
}

function insertEntry(
  { text }: Tree,
  place: StripPlace,
  statement: Statement | undefined,
  entry: string,
): readonly TextEdit[] {
  if (statement) return [insertInStatement(text, statement, entry)];
  // Only the master needs no line of its own to be there.
  const newline = newlineOf(text);
  const gap = text === '' || text.endsWith('\n') ? '' : newline;
  return [
    {
      range: { from: text.length, to: text.length },
      text: `${gap}${newline}${place.kind} { ${entry} }${newline}`,
    },
  ];
}

function setFlag(tree: Tree, place: StripPlace, word: 'mute' | 'solo', value: string): Edited {
  if (value !== 'true' && value !== 'false')
    return { reason: `\`${word}\` is \`true\` or \`false\`, not \`${value}\`.` };
  const statement = statementFor(tree, place);
  const entry = entryOf(statement?.block, word);
  if (!entry) return value === 'false' ? [] : insertEntry(tree, place, statement, word);
  const written = spanOf(valuesOf(entry, 1));
  const isOn = !written || tree.text.slice(written.from, written.to) === 'true';
  if (isOn === (value === 'true')) return [];
  // Taking the word away is less text than writing that it is off.
  return value === 'false'
    ? [removeEntries(tree.text, statement!.block!, entry, entry)]
    : replaceValue(tree.text, entry, 1, value);
}

function setEffect(
  reading: Reading,
  tree: Tree,
  place: StripPlace,
  effect: EffectType,
  path: string,
  value: string,
): Edited {
  const parameter = parameterAt(effect, path);
  if (!parameter) {
    const names = effect.parameters.map((one) => one.path);
    const near = nearestNames(path, names);
    return {
      reason: `${effect.name} has no \`${path}\`.${didYouMean(near) || ` It has ${andList(names.map((name) => `\`${name}\``))}.`}`,
    };
  }
  const reason = refusal(value, parameter, reading.song);
  if (reason !== undefined) return { reason };
  const insert = place.strip.inserts.find((one) => one.effect.name === effect.name);
  if (!insert) {
    const first =
      parameter === effect.parameters[0] && effect.parameters.length === 1
        ? value
        : `${parameter.path} ${value}`;
    return insertEntry(tree, place, statementFor(tree, place), `${effect.property}: ${first}`);
  }
  const setting = insert.settings.find((one) => one.path === parameter.path);
  if (!setting && effect === parametricEq)
    return { reason: `The bands of an \`eq\` are put in in the text: \`${effect.example}\`.` };
  if (!setting) return addParameter(reading, tree, place, insert, `${parameter.path}`, value);
  const range = reading.origins[setting.value.id]!;
  return tree.text.slice(range.from, range.to) === value ? [] : [{ range, text: value }];
}

/** Behind the effect's other values, as a name and a value, or in its own braces. */
function addParameter(
  { origins }: Reading,
  { text, ...tree }: Tree,
  place: StripPlace,
  insert: Insert,
  path: string,
  value: string,
): Edited {
  const range = origins[insert.id]!;
  const entry = statementFor({ text, ...tree }, place)?.block?.entries.find(
    ({ from }) => from === range.from,
  );
  if (entry?.block) return [insertInBlock(text, entry.block, `${path}: ${value}`)];
  const isBare = insert.settings.length === 0;
  const gap = !isBare ? ', ' : entry?.colon ? ' ' : ': ';
  return [{ range: { from: range.to, to: range.to }, text: `${gap}${path} ${value}` }];
}
