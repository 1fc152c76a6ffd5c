// What the mixer does to the objects of a program beside changing a literal: effects in another order, fewer or more,
// what is taken out, and the points of lanes.

import type { Range, TextEdit } from '../../song/origin.ts';
import type { Change } from '../../song/problem.ts';
import { parametricEq } from '../../vocabulary/effects/parametric-eq.ts';
import { effectNamed, effectOfProperty } from '../../vocabulary/effects.ts';
import type { Reading } from '../language.ts';
import { wrongIn } from '../song/edit/bands.ts';
import { applied } from '../song/edit/chain.ts';
import { stripNamed } from '../song/edit/strip-named.ts';
import { edit as editMade } from '../song/edit.ts';
import { bypassText } from '../song/print/strip.ts';
import { read } from '../song/read.ts';
import type { Evaluated, Holder, SettingsObject } from './evaluated.ts';
import { insertEntry, literalOf } from './insert-entry.ts';
import { nameOf } from './reading.ts';

type Edited = readonly TextEdit[] | { readonly reason: string };
type Ran = Evaluated & { ok: true };
type Entry = SettingsObject['entries'][number];

/** Groups, bypasses and sends that come and go whole; undefined where a path speaks of something else. */
export const entryIn = (
  text: string,
  made: Reading,
  evaluated: Ran,
  path: string,
  value: string,
): Edited | undefined => {
  const [strip = '', first = '', ...rest] = path.split('.');
  const isGone = value === '';
  if (first === 'bypass') {
    const after = editedSong(made, { do: 'set', path, value });
    const bypass = stripNamed(after, strip)?.strip.bypass;
    return putEntry(text, evaluated, strip, ['bypass'], bypass ? bypassText(bypass) : '');
  }
  if (first === 'group') return putEntry(text, evaluated, strip, ['group'], value);
  if (first !== 'send' && first !== 'sends') return undefined;
  const [bus = '', part] = rest;
  if (part === 'pre') {
    const after = editedSong(made, { do: 'set', path, value });
    const send = stripNamed(after, strip)?.strip.sends.find((one) => one.bus.name === bus);
    const range = send && after.origins[send.id];
    const level = range && after.text.slice(range.from, range.to).replace(/^[^:]*:\s*/, '');
    return level === undefined ? undefined : putEntry(text, evaluated, strip, ['send', bus], level);
  }
  return isGone ? putEntry(text, evaluated, strip, ['send', bus], '') : undefined;
};

const editedSong = (made: Reading, change: Change): Reading => {
  const result = editMade(made, [change]);
  return result.ok ? read(applied(made.text, result.edits)) : made;
};

/** An entry of a strip's settings with another value, or none. */
const putEntry = (
  text: string,
  evaluated: Ran,
  strip: string,
  keys: readonly string[],
  value: string,
): Edited => {
  const object = settingsOf(evaluated, strip);
  if ('reason' in object) return object;
  const [first, last] = [keys[0]!, keys.at(-1)!];
  const outer = object.entries.find(({ key }) => key === first);
  const within = keys.length > 1 ? outer?.object : object;
  const entry = within?.entries.find(({ key }) => key === last);
  if (!entry) {
    if (value === '') return [];
    return within
      ? [insertEntry(text, within, [last], literalOf(value, text))]
      : [insertEntry(text, object, keys, literalOf(value, text))];
  }
  if (entry.literal === undefined || entry.value.file > 0 || within!.file > 0)
    return { reason: 'This is computed, not written: change what computes it.' };
  if (value !== '')
    return [{ range: { from: entry.value.from, to: entry.value.to }, text: literalOf(value, text) }];
  // A send that was the only one takes its object with it.
  return within!.entries.length === 1 && outer && within !== object
    ? [removeEntry(text, object, outer)]
    : [removeEntry(text, within!, entry)];
};

/** The effects of a strip as they are to be. */
export const chainIn = (
  text: string,
  made: Reading,
  evaluated: Ran,
  { strip, effects }: Extract<Change, { do: 'chain' }>,
): Edited => {
  const result = editMade(made, [{ do: 'chain', strip, effects }]);
  if (!result.ok) return { reason: result.reason };
  if (result.edits.length === 0) return [];
  const object = settingsOf(evaluated, strip);
  if ('reason' in object) return object;
  const before = stripNamed(made, strip)!.strip.inserts.map(({ effect }) => effect.name);
  const words = (names: readonly string[]): readonly string[] =>
    names.map((name) => effectNamed(name)?.property ?? name);
  const wanted = words(effects);
  const entryOf = (word: string): Entry | undefined =>
    object.entries.find(({ key }) => (effectOfProperty(key) ?? effectNamed(key))?.property === word);
  const there = words(before).filter((word) => entryOf(word) !== undefined);
  if (there.length < before.length)
    return { reason: 'Some effects of this strip are computed, not written: change them in the program.' };
  const kept = there.filter((word) => wanted.includes(word));
  const order = wanted.filter((word) => kept.includes(word));
  const slice = ({ from, to }: Range): string => text.slice(from, to);
  const edits: TextEdit[] = kept.flatMap((word, index) => {
    const [slot, by] = [entryOf(word)!, entryOf(order[index]!)!];
    return slot === by ? [] : [{ range: { from: slot.from, to: slot.to }, text: slice(by) }];
  });
  for (const word of there) if (!wanted.includes(word)) edits.push(removeEntry(text, object, entryOf(word)!));
  const fresh = wanted.filter((word) => !there.includes(word));
  for (const word of fresh) {
    if (wanted.indexOf(word) < wanted.length - 1 && order.length > 0)
      return { reason: 'A new effect comes behind the others: move it from there.' };
    edits.push(insertEntry(text, object, [word], '{}'));
  }
  return edits;
};

/** Bands that come and go: the object that has them is written anew. */
export const bandsIn = (
  text: string,
  made: Reading,
  evaluated: Ran,
  { strip, bands, effect = parametricEq.name }: Extract<Change, { do: 'bands' }>,
): Edited => {
  const wrong = wrongIn(made, bands);
  if (wrong) return { reason: wrong };
  const object = settingsOf(evaluated, strip);
  if ('reason' in object) return object;
  const property = effectNamed(effect)?.property ?? effect;
  const entry = object.entries.find(({ key }) => key === property);
  const written = bands.map((band, index) => {
    const values = (['type', 'frequency', 'gain', 'Q'] as const).flatMap((part) =>
      band[part] === undefined ? [] : [`${part}: ${literalOf(band[part], text)}`],
    );
    return `band${index + 1}: { ${values.join(', ')} }`;
  });
  if (bands.length === 0) return entry ? [removeEntry(text, object, entry)] : [];
  if (!entry) return [insertEntry(text, object, [property], `{ ${written.join(', ')} }`)];
  const isWritten = entry.object?.entries.every((band) =>
    band.object?.entries.every(({ literal, value }) => literal !== undefined && value.file === 0),
  );
  if (!isWritten || entry.object!.file > 0)
    return { reason: 'Some of these bands are computed, not written: change what computes them.' };
  return [{ range: { from: entry.object!.from, to: entry.object!.to }, text: `{ ${written.join(', ')} }` }];
};

/** Points of a lane that come and go, and lanes that are new. */
export const laneIn = (
  text: string,
  made: Reading,
  evaluated: Ran,
  change: Extract<Change, { do: 'automate' }>,
): Edited => {
  const { path, section, points } = change;
  const lane = made.song.automation.find((one) => one.path.name === path && one.section?.name === section);
  const entries = points.map(
    ({ at, value, shape }) => [at, `${value}${shape === 'linear' ? '' : ` ${shape}`}`] as const,
  );
  const written = entries
    .map(([at, value]) => `${literalOf(at, text)}: ${literalOf(value, text)}`)
    .join(', ');
  if (!lane) {
    const before =
      evaluated.constructs.findLast(({ from }) => evaluated.text.startsWith('automate', from)) ??
      evaluated.constructs.findLast(({ from }) => evaluated.text.startsWith('arrange', from));
    if (!before || before.at.file > 0)
      return { reason: 'Write the lane into the program by hand: `.automate(...)` needs a place there.' };
    const { from, to } = before.at;
    const line = /^[ \t]*(?=\.)/m.exec(text.slice(from, to))?.[0];
    const named = section === undefined ? '' : `${literalOf(section, text)}, `;
    const call = `.automate(${literalOf(path, text)}, ${named}{ ${written} })`;
    return [{ range: { from: to, to }, text: line === undefined ? call : `\n${line}${call}` }];
  }
  const { from } = made.origins[lane.declaration]!;
  const holder = evaluated.holders.find((one) => one.kind === 'automate' && one.from === from);
  const object = holder && objectOf(evaluated, holder);
  if (!object || 'reason' in object)
    return object ?? { reason: 'This lane is computed, not written: change it in the program.' };
  if (points.length === 0) return { reason: 'Take the `.automate(...)` out of the program by hand.' };
  if (
    object.entries.length !== lane.points.length ||
    object.entries.some(({ literal, value }) => literal === undefined || value.file > 0)
  )
    return { reason: 'Some points of this lane are computed, not written: change what computes them.' };
  const first = object.entries.reduce((least, one) => Math.min(least, one.from), object.to);
  const last = object.entries.reduce((most, one) => Math.max(most, one.to), object.from);
  const between = object.entries.length > 1 ? separatorOf(text, object) : ', ';
  const all = entries.map(([at, value]) => `${literalOf(at, text)}: ${literalOf(value, text)}`).join(between);
  return [{ range: { from: first, to: last }, text: all }];
};

/** What stands between the first two entries: a comma, and a new line where each has its own. */
const separatorOf = (text: string, { entries }: SettingsObject): string => {
  const [one, other] = [...entries].sort((a, b) => a.from - b.from);
  const between = text.slice(one!.to, other!.from);
  return between.includes('//') || between.includes('/*') ? ', ' : between;
};

const settingsOf = (evaluated: Ran, strip: string): SettingsObject | { readonly reason: string } => {
  const holder = evaluated.holders.find(
    ({ kind, name }) => name === strip && (kind === 'track' || kind === 'bus' || kind === 'master'),
  );
  return holder
    ? objectOf(evaluated, holder)
    : { reason: `\`${strip}\` has no place in the program that could be written to: set it there by hand.` };
};

const objectOf = (
  { files }: Ran,
  { file, name, settings }: Holder,
): SettingsObject | { readonly reason: string } => {
  if (file > 0 || (settings && settings.file > 0))
    return {
      reason: `\`${name}\` is written in another file, ${nameOf(files[file || settings!.file]!)}: set it there.`,
    };
  return settings ?? { reason: `The settings of \`${name}\` are computed, not written: set it by hand.` };
};

/** An entry with its comma, and with its line where it has one of its own. */
const removeEntry = (text: string, { from, to }: SettingsObject, entry: Range): TextEdit => {
  if (text.slice(from + 1, entry.from).trim() + text.slice(entry.to, to - 1).trim() === '')
    return { range: { from: from + 1, to: to - 1 }, text: '' };
  const behind = /^[ \t]*,?[ \t]*/.exec(text.slice(entry.to, to - 1))![0];
  const hasComma = behind.includes(',');
  const before = /\s*$/.exec(text.slice(from + 1, entry.from))![0];
  const endsLine = /^[ \t]*(?:\r?\n|$)/.test(text.slice(entry.to + behind.length, to - 1));
  if (before.includes('\n') && endsLine && hasComma)
    return { range: { from: entry.from - before.length, to: entry.to + behind.trimEnd().length }, text: '' };
  if (hasComma) return { range: { from: entry.from, to: entry.to + behind.length }, text: '' };
  // The last one: the comma before it goes with it.
  const comma = /,\s*$/.exec(text.slice(from + 1, entry.from));
  return { range: { from: entry.from - (comma?.[0].length ?? 0), to: entry.to }, text: '' };
};
