// Musical changes as edits of the program: a value that one literal made is that literal, a new one is a new
// entry of the object that has the others. What is computed is refused, with where it is computed.

import type { Range, TextEdit } from '../../song/origin.ts';
import type { Change } from '../../song/problem.ts';
import { effectNamed, effectOfProperty } from '../../vocabulary/effects.ts';
import type { EditResult, Reading } from '../language.ts';
import { applied } from '../song/edit/chain.ts';
import { edit as editMade } from '../song/edit.ts';
import { bandsIn, chainIn, entryIn, laneIn } from './edit-objects.ts';
import type { Evaluated, FileRange, Holder, Place, SettingsObject } from './evaluated.ts';
import { insertEntry, literalOf } from './insert-entry.ts';
import { type EvaluatedReading, isEvaluated, isShared, nameOf } from './reading.ts';
import { rearrangeIn } from './rearrange.ts';

type Edited = readonly TextEdit[] | { readonly reason: string };

export const edit = (reading: Reading, changes: readonly Change[]): EditResult => {
  const own = reading.base ?? reading;
  if (!isEvaluated(own) || !own.made || !own.evaluated.ok)
    return { ok: false, reason: 'The song has to run without a fault before it can be changed from here.' };
  const edits: TextEdit[] = [];
  for (const change of changes) {
    const edited = editFor(own, own.made, own.evaluated, change);
    if ('reason' in edited) return { ok: false, reason: edited.reason };
    edits.push(...edited);
  }
  const sorted = [...edits].sort((one, other) => one.range.from - other.range.from);
  const meets = sorted.some(({ range }, index) => index > 0 && range.from < sorted[index - 1]!.range.to);
  return meets
    ? { ok: false, reason: 'These changes touch the same characters: make them one after the other.' }
    : { ok: true, edits: sorted };
};

const editFor = (
  own: EvaluatedReading,
  made: Reading,
  evaluated: Evaluated & { ok: true },
  change: Change,
): Edited => {
  switch (change.do) {
    case 'set':
      return set(own, made, evaluated, change.path, change.value.trim());
    case 'replace': {
      const range = made.origins[change.id];
      const leaf = range && leafAt(evaluated, range);
      if (!range || !leaf)
        return { reason: 'What should be replaced is not written in one place: change it by hand.' };
      return replace(own.text, evaluated, leaf, range, change.text);
    }
    case 'delete':
      return { reason: 'Take it out of the program by hand: other code may need it.' };
    case 'declare':
      return { reason: `Write the ${change.what} into the program by hand: it needs a place there.` };
    case 'arrange':
      return { reason: `Write the section into .arrange(...) by hand: ${change.section}.` };
    case 'chain':
      return chainIn(own.text, made, evaluated, change);
    case 'bands':
      return orElse(throughLeaves(own, made, evaluated, change), () =>
        bandsIn(own.text, made, evaluated, change),
      );
    case 'automate':
      return keepsPoints(made, change)
        ? orElse(throughLeaves(own, made, evaluated, change), () => laneIn(own.text, made, evaluated, change))
        : laneIn(own.text, made, evaluated, change);
    case 'rearrange': {
      // The language of songs knows what an arrangement may be.
      const result = editMade(made, [change]);
      return result.ok
        ? rearrangeIn(own.text, made, evaluated, change.placements)
        : { reason: result.reason };
    }
    case 'transform':
    case 'insert':
      return {
        reason: 'Change this in the program: it may be computed there, and stand for more than one place.',
      };
  }
};

const orElse = (edited: Edited | undefined, other: () => Edited): Edited =>
  edited && !('reason' in edited) ? edited : other();

/** Whether a lane has the same points, moved. */
const keepsPoints = (
  { song }: Reading,
  { path, section, points }: Extract<Change, { do: 'automate' }>,
): boolean => {
  const lane = song.automation.find((one) => one.path.name === path && one.section?.name === section);
  return lane?.points.length === points.length && points.every(({ id }) => id !== undefined);
};

/**
 * The edits that make a change in the \`.song\`, each in the literal that its word is; undefined where one of them
 * is in none.
 */
const throughLeaves = (
  own: EvaluatedReading,
  made: Reading,
  evaluated: Evaluated & { ok: true },
  change: Change,
): Edited | undefined => {
  const result = editMade(made, [change]);
  if (!result.ok) return { reason: result.reason };
  const byLeaf = new Map<Leaf, TextEdit[]>();
  for (const one of result.edits) {
    const leaf = leafAround(evaluated, one);
    if (!leaf) return undefined;
    byLeaf.set(leaf, [...(byLeaf.get(leaf) ?? []), one]);
  }
  const edits: TextEdit[] = [];
  for (const [leaf, changes] of byLeaf) {
    const refusal = refused(own.text, evaluated, leaf);
    if (refusal) return { reason: refusal };
    const word = evaluated.text.slice(leaf.from, leaf.to);
    const within = changes.map(({ range, text }) => ({
      range: { from: range.from - leaf.from, to: range.to - leaf.from },
      text,
    }));
    edits.push(rewritten(own.text, leaf, applied(word, within)));
  }
  return edits;
};

/** The word that an edit lies in, or to whose end it adds: a new entry belongs to no word. */
const leafAround = (evaluated: Evaluated & { ok: true }, { range, text }: TextEdit): Leaf | undefined =>
  leafAt(evaluated, range) ??
  (range.from === range.to && !/[,:\n]/.test(text)
    ? evaluated.leaves.find(({ to }) => to === range.to)
    : undefined);

type Leaf = Range & Place;

/** The word that a stretch of the `.song` lies in. */
const leafAt = ({ leaves }: Evaluated & { ok: true }, { from, to }: Range): Leaf | undefined =>
  leaves.find((leaf) => leaf.from <= from && to <= leaf.to && to > from);

const set = (
  own: EvaluatedReading,
  made: Reading,
  evaluated: Evaluated & { ok: true },
  path: string,
  value: string,
): Edited => {
  // The language of songs knows what can be set, and to what.
  const result = editMade(made, [{ do: 'set', path, value }]);
  if (!result.ok) return { reason: result.reason };
  const special = entryIn(own.text, made, evaluated, path, value);
  if (special) return special;
  const [first, ...more] = result.edits;
  if (!first) return [];
  const leaf = more.length === 0 ? leafAt(evaluated, first.range) : undefined;
  if (leaf) return replace(own.text, evaluated, leaf, first.range, first.text);
  const holder = holderOf(evaluated, path);
  if (!holder)
    return {
      reason: `\`${path}\` has no place in the program that could be written to: set it there by hand.`,
    };
  return setIn(own.text, evaluated, holder, path.split('.').slice(1), value);
};

/** One word of the song by another: in the literal that it is. */
const replace = (
  text: string,
  evaluated: Evaluated & { ok: true },
  leaf: Leaf,
  range: Range,
  instead: string,
): Edited => {
  const refusal = refused(text, evaluated, leaf);
  if (refusal) return { reason: refusal };
  const word = evaluated.text.slice(leaf.from, leaf.to);
  const whole = word.slice(0, range.from - leaf.from) + instead + word.slice(range.to - leaf.from);
  if (whole === word) return [];
  return [rewritten(text, leaf, whole)];
};

/** A literal with another value, as it is quoted now. */
const rewritten = (text: string, { at, content, literal }: Place, value: string): TextEdit => {
  const quote = text[at.from];
  const isQuoted = quote === "'" || quote === '"' || quote === '`';
  if (
    isQuoted &&
    content &&
    typeof literal?.value === 'string' &&
    !value.includes(quote) &&
    !/[\\\n\r]|\$\{/.test(value)
  )
    return { range: content, text: value };
  // The text between two holes of a template has no quotes of its own.
  if (!isQuoted && typeof literal?.value === 'string') return { range: at, text: value };
  return { range: { from: at.from, to: at.to }, text: literalOf(value, text) };
};

/** Why a word can't be changed where it is written. */
const refused = (text: string, evaluated: Evaluated & { ok: true }, leaf: Place): string | undefined => {
  const { at, literal, source } = leaf;
  if (!literal)
    return `This is computed, not written: ${spot(text, evaluated, source ?? at)}. Change what computes it.`;
  if (at.file > 0) return `This is written in another file: ${spot(text, evaluated, at)}. Change it there.`;
  if (isShared(evaluated, leaf))
    return `This is written once for several values: ${spot(text, evaluated, at)}. Change it there, or write this one out.`;
  return undefined;
};

const spot = (text: string, { files }: Evaluated, { file, from, to }: FileRange): string => {
  if (file > 0) return nameOf(files[file]!);
  const line = text.slice(0, from).split('\n').length;
  const [shown = ''] = text.slice(from, to).split('\n');
  return `\`${shown.length > 60 ? `${shown.slice(0, 59)}…` : shown}\` in line ${line}`;
};

/** What holds the settings that a path speaks of: a strip before an instrument of the same name. */
const holderOf = ({ holders }: Evaluated & { ok: true }, path: string): Holder | undefined => {
  const [name = '', first = ''] = path.split('.');
  const named = holders.filter((holder) => holder.name === name);
  const strip = named.find(({ kind }) => kind === 'track' || kind === 'bus' || kind === 'master');
  const other = named.find((holder) => holder !== strip);
  const isStrips =
    /^(?:level|pan|panLaw|mute|solo|soloSafe|color|group|bypass|instrument|sends?)$/.test(first) ||
    effectOfProperty(first) !== undefined ||
    effectNamed(first) !== undefined;
  return strip && (isStrips || !other) ? strip : (other ?? strip);
};

const setIn = (
  text: string,
  evaluated: Evaluated & { ok: true },
  holder: Holder,
  keys: readonly string[],
  value: string,
): Edited => {
  const [first = '', ...rest] = keys;
  const effect = effectOfProperty(first) ?? effectNamed(first);
  const words =
    first === 'sends'
      ? ['send', ...rest]
      : effect && holder.kind !== 'instrument'
        ? [first, rest.join('.')]
        : keys;
  if (holder.file > 0)
    return {
      reason: `\`${holder.name}\` is written in another file, ${nameOf(evaluated.files[holder.file]!)}: set it there.`,
    };
  if (!holder.settings) {
    if (holder.count > holder.argument)
      return { reason: `The settings of \`${holder.name}\` are computed, not written: set it by hand.` };
    if (holder.count < holder.argument)
      return { reason: `\`${holder.name}\` has no settings to write to: set it by hand.` };
    const entry = `{ ${words.reduceRight((inner, key, index) => (index === words.length - 1 ? `${key}: ${inner}` : `${key}: { ${inner} }`), literalOf(value, text))} }`;
    const at = holder.inside.from + text.slice(holder.inside.from, holder.inside.to).trimEnd().length;
    return [{ range: { from: at, to: at }, text: holder.count > 0 ? `, ${entry}` : entry }];
  }
  const property =
    effect && holder.kind !== 'instrument' ? [effect.property, ...(effect.aliases ?? []), effect.name] : [];
  return setInObject(text, evaluated, holder.settings, words, value, property, effect?.parameters[0]?.path);
};

/** `aliases`: other spellings of the first key; `alone`: what a value alone in its place stands for. */
const setInObject = (
  text: string,
  evaluated: Evaluated & { ok: true },
  object: SettingsObject,
  keys: readonly string[],
  value: string,
  aliases: readonly string[] = [],
  alone?: string,
): Edited => {
  const [key = '', ...rest] = keys;
  if (object.file > 0)
    return {
      reason: `The settings are written in another file, ${nameOf(evaluated.files[object.file]!)}: set it there.`,
    };
  const entry = object.entries.find(
    (one) => one.key === key || one.key === keys.join('.') || aliases.includes(one.key),
  );
  if (!entry) {
    const name = aliases.find((alias) => alias === key) ?? aliases[0] ?? key;
    return [insertEntry(text, object, [name, ...rest], literalOf(value, text))];
  }
  if (rest.length === 0 || entry.key === keys.join('.')) {
    if (entry.literal === undefined || entry.value.file > 0)
      return {
        reason: `This is computed, not written: ${spot(text, evaluated, entry.value)}. Change what computes it.`,
      };
    return [{ range: { from: entry.value.from, to: entry.value.to }, text: literalOf(value, text) }];
  }
  if (entry.object) return setInObject(text, evaluated, entry.object, rest, value);
  if (entry.literal === undefined || alone === undefined || entry.value.file > 0)
    return {
      reason: `This is computed, not written: ${spot(text, evaluated, entry.value)}. Change what computes it.`,
    };
  // A value alone makes room for a second one.
  const { from, to } = entry.value;
  const both = `{ ${alone}: ${text.slice(from, to)}, ${rest.join('.')}: ${literalOf(value, text)} }`;
  return [{ range: { from, to }, text: both }];
};
