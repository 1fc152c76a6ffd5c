// Sets a value of a strip: fader, pan, mute, solo, a send, a parameter of an effect.

import { nearestNames } from '../../../song/nearest.ts';
import type { TextEdit } from '../../../song/origin.ts';
import type { Insert } from '../../../song/song.ts';
import type { EffectType } from '../../../vocabulary/effects/effect.ts';
import { parametricEq } from '../../../vocabulary/effects/parametric-eq.ts';
import { effectNamed, effectOfProperty, kindOf } from '../../../vocabulary/effects.ts';
import { instruments } from '../../../vocabulary/instruments.ts';
import { effectsOn, isBuiltIn } from '../../../vocabulary/layout.ts';
import { level, pan, panLaw, sendLevel } from '../../../vocabulary/mixer.ts';
import type { Parameter } from '../../../vocabulary/parameter.ts';
import type { Reading } from '../../language.ts';
import { newlineOf } from '../lines.ts';
import { andList, didYouMean } from '../lower/ledger.ts';
import { parameterAt } from '../lower/settings.ts';
import { wordOf } from '../lower/value.ts';
import { bypassWord } from '../print/strip.ts';
import { preWord, stripWords } from '../properties.ts';
import type { Entry, Statement, Tree } from '../tree.ts';
import { refusal } from './check-value.ts';
import type { Edited } from './edited.ts';
import { insertInBlock, insertInStatement } from './insert.ts';
import { entryOf, spanOf, valuesOf } from './places.ts';
import { removeEntries } from './remove.ts';
import { effectNames, type StripPlace, statementFor } from './strip-named.ts';

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
  if (property === 'bypass') return setBypass(reading, tree, place, rest.join('.'), value);
  const word = stripWords.find(
    (one) => one.word === property && one.on.includes(place.kind) && one.since === 'now',
  );
  if (!word || rest.length > 0) return { reason: noSuchProperty(place, path.join('.')) };
  switch (word.word) {
    case 'mute':
    case 'solo':
    case 'soloSafe':
      return setFlag(tree, place, word.word, value);
    case 'level':
      return setValue(reading, tree, place, level, ['level'], value);
    case 'pan':
      return setValue(reading, tree, place, pan, ['pan'], value);
    case 'panLaw':
      return setValue(reading, tree, place, panLaw, ['panLaw'], value);
    case 'instrument':
      return setName(reading, tree, place, value);
    case 'group':
      return setGroup(tree, place, value);
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

/** A name puts the strip into a group, none takes it out. */
function setGroup(tree: Tree, place: StripPlace, value: string): Edited {
  if (value !== '') {
    if (!/^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(value))
      return {
        reason: `\`${value}\` can't be the name of a group: a name is one word of letters and digits.`,
      };
    return writeEntry(tree, place, ['group'], value);
  }
  const block = statementFor(tree, place)?.block;
  const entry = entryOf(block, 'group');
  return entry ? [removeEntries(tree.text, block!, entry, entry)] : [];
}

/** `bass.bypass.eq` is true while the effect lets everything pass. */
function setBypass(
  { origins }: Reading,
  tree: Tree,
  place: StripPlace,
  effect: string,
  value: string,
): Edited {
  const type = effectOf(effect);
  const names = effectNames(place.strip.inserts);
  const word = type && bypassWord(type.name);
  if (!word || !names.some((name) => bypassWord(name) === word))
    return { reason: `\`${place.name}\` has no effect \`${effect}\`.` };
  if (isBuiltIn(type, place.kind))
    return { reason: 'The limiter of the master is always on: nothing passes its ceiling.' };
  const { bypass } = place.strip;
  const before = [...new Set(bypass?.effects.map(({ name }) => bypassWord(name)))];
  const wanted = [...before.filter((one) => one !== word), ...(value === 'true' ? [word] : [])];
  if (wanted.length === before.length) return [];
  const range = bypass && origins[bypass.id];
  if (range && wanted.length > 0) return [{ range, text: wanted.join(' ') }];
  if (wanted.length > 0) return writeEntry(tree, place, ['bypass'], wanted.join(' '));
  const block = statementFor(tree, place)?.block;
  const entry = entryOf(block, 'bypass');
  return entry ? [removeEntries(tree.text, block!, entry, entry)] : [];
}

/** `pre` or `post`: whether the send is taken before the fader. */
function setPre(reading: Reading, tree: Tree, place: StripPlace, bus: string, value: string): Edited {
  const send = place.strip.sends.find((one) => one.bus.name === bus);
  const range = send && reading.origins[send.level.id];
  if (!range) return { reason: `\`${place.name}\` sends nothing to \`${bus}\`.` };
  if ((value === 'true') === (send.pre === true)) return [];
  if (value === 'true') return [{ range: { from: range.to, to: range.to }, text: ` ${preWord.word}` }];
  const entry = entryOf(statementFor(tree, place)?.block, 'send', bus);
  const word = entry && valuesOf(entry, 2).find((node) => wordOf(node) === preWord.word);
  if (!word)
    return { reason: `Where \`${preWord.word}\` is written was not found: take it away in the text.` };
  // With the spaces before it, or behind it where it stands first.
  const from = tree.text.slice(0, word.from).trimEnd().length;
  const isFirst = word.from < range.from;
  return [{ range: isFirst ? { from: word.from, to: range.from } : { from, to: word.to }, text: '' }];
}

function setSend(reading: Reading, tree: Tree, place: StripPlace, path: string, value: string): Edited {
  const [bus = '', part] = path.split('.');
  if (part === preWord.word) return setPre(reading, tree, place, bus, value);
  if (value === '') {
    const block = statementFor(tree, place)?.block;
    const entry = entryOf(block, 'send', bus);
    return entry ? [removeEntries(tree.text, block!, entry, entry)] : [];
  }
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

function setFlag(tree: Tree, place: StripPlace, word: 'mute' | 'solo' | 'soloSafe', value: string): Edited {
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
  if (!setting && kindOf(effect) === parametricEq)
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
