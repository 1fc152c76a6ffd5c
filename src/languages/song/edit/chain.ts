// `chain`: the effects of a strip in another order, fewer, or one more. Effects that change places swap their words
// and nothing around them, so that commas, lines and comments stay; what stands in one entry stays together.

import type { Range, TextEdit } from '../../../song/origin.ts';
import { parametricEq } from '../../../vocabulary/effects/parametric-eq.ts';
import { effectNamed, kindOf } from '../../../vocabulary/effects.ts';
import type { Reading } from '../../language.ts';
import { bypassWord } from '../print/strip.ts';
import { read } from '../read.ts';
import type { Block, Entry, Tree } from '../tree.ts';
import type { Edited } from './edited.ts';
import { insertInBlock, insertInStatement } from './insert.ts';
import { removeEntries } from './remove.ts';
import { noSuchName } from './set.ts';
import { effectNames, type StripPlace, statementFor, stripNamed } from './strip-named.ts';

/** What one effect is in the text, or two that share an \`eq\`: its entries, the first to the last. */
interface Unit {
  readonly names: readonly string[];
  readonly first: Entry;
  readonly last: Entry;
}

export function chain(reading: Reading, tree: Tree, strip: string, wanted: readonly string[]): Edited {
  const place = stripNamed(reading, strip);
  if (!place) return { reason: noSuchName(reading, strip) };
  const wrong = wrongIn(place, wanted);
  if (wrong) return { reason: wrong };
  const statement = statementFor(tree, place);
  const block = statement?.block;
  const units = block ? unitsOf(reading, block, place) : [];
  const torn = units.find(
    ({ names }) =>
      names.some((name) => wanted.includes(name)) !== names.every((name) => wanted.includes(name)),
  );
  if (torn)
    return {
      reason:
        'The bands of this `eq` and its low, mid and high stand together: take bands away one by one, or do it in the text.',
    };
  const kept = units.filter(({ names }) => wanted.includes(names[0]!));
  const gone = units.filter((unit) => !kept.includes(unit));
  const order = kept
    .map((unit) => ({ unit, at: wanted.indexOf(unit.names[0]!) }))
    .sort((one, other) => one.at - other.at)
    .map(({ unit }) => unit);
  const fresh = wanted.filter((name) => !units.some(({ names }) => names.includes(name)));
  const edits: TextEdit[] = [
    ...kept.flatMap((slot, index) => (order[index] === slot ? [] : [swapped(tree, slot, order[index]!)])),
    ...gone.map(({ first, last }) => removeEntries(tree.text, block!, first, last)),
    ...(gone.length > 0 ? bypassWithout(reading, tree, place, wanted) : []),
  ];
  for (const name of fresh) {
    const before = wanted
      .slice(wanted.indexOf(name) + 1)
      .find((one) => order.some(({ names }) => names.includes(one)));
    const next =
      before === undefined ? undefined : kept[order.findIndex(({ names }) => names.includes(before))];
    edits.push(...added(tree, place, name, next));
  }
  return proven(reading, edits, strip, wanted);
}

function wrongIn({ kind, name }: StripPlace, wanted: readonly string[]): string | undefined {
  for (const effect of wanted) {
    const type = effectNamed(effect);
    if (!type) return `There is no effect \`${effect}\`.`;
    if (!type.on.includes(kind) || type.hosted) return `\`${type.property}\` does not stand on \`${name}\`.`;
  }
  return undefined;
}

function unitsOf({ origins }: Reading, { entries }: Block, { strip }: StripPlace): readonly Unit[] {
  const units: Unit[] = [];
  for (const { effect, id } of strip.inserts) {
    const { from, to } = origins[id]!;
    const first = entries.findLast((entry) => entry.from <= from);
    const last = entries.find((entry) => entry.to >= to);
    if (!first || !last) continue;
    const before = units.at(-1);
    if (before && before.last.to >= first.to)
      units[units.length - 1] = {
        ...before,
        names: [...before.names, effect.name],
        last: before.last.to >= last.to ? before.last : last,
      };
    else units.push({ names: [effect.name], first, last });
  }
  return units;
}

const textOf = ({ text }: Tree, { first, last }: Unit): string => text.slice(first.from, last.to);

const swapped = (tree: Tree, slot: Unit, by: Unit): TextEdit => ({
  range: { from: slot.first.from, to: slot.last.to },
  text: textOf(tree, by),
});

/** A new effect with its own settings, before another one or behind the last. */
function added(tree: Tree, place: StripPlace, name: string, next: Unit | undefined): readonly TextEdit[] {
  const type = effectNamed(name)!;
  const text = kindOf(type) === parametricEq ? `${bypassWord(name)}: bell 1kHz 0dB` : type.property;
  const statement = statementFor(tree, place);
  if (!statement) {
    const gap = tree.text === '' || tree.text.endsWith('\n') ? '' : '\n';
    const at = tree.text.length;
    return [{ range: { from: at, to: at }, text: `${gap}\n${place.kind} { ${text} }\n` }];
  }
  if (!next)
    return [
      statement.block
        ? insertInBlock(tree.text, statement.block, text)
        : insertInStatement(tree.text, statement, text),
    ];
  const at = next.first.from;
  const line = tree.text.slice(tree.text.lastIndexOf('\n', at - 1) + 1, at);
  const gap = line.trim() === '' ? `${tree.text.includes('\r\n') ? '\r\n' : '\n'}${line}` : ', ';
  return [{ range: { from: at, to: at }, text: `${text}${gap}` }];
}

/** A bypass speaks of effects that are there. */
function bypassWithout(
  { origins }: Reading,
  tree: Tree,
  place: StripPlace,
  wanted: readonly string[],
): readonly TextEdit[] {
  const { bypass } = place.strip;
  const range = bypass && origins[bypass.id];
  if (!range) return [];
  const words = [
    ...new Set(
      bypass.effects.filter(({ name }) => wanted.includes(name)).map(({ name }) => bypassWord(name)),
    ),
  ];
  if (words.length > 0)
    return tree.text.slice(range.from, range.to) === words.join(' ')
      ? []
      : [{ range, text: words.join(' ') }];
  const block = statementFor(tree, place)!.block!;
  const entry = block.entries.find(({ from, to }) => from <= range.from && range.to <= to);
  return entry ? [removeEntries(tree.text, block, entry, entry)] : [];
}

/** The edits, where they make the chain that was asked for: words can mean something else in another place. */
function proven(
  { text, song }: Reading,
  edits: readonly TextEdit[],
  strip: string,
  wanted: readonly string[],
): Edited {
  const after = read(applied(text, edits));
  const chain = effectNames(stripNamed(after, strip)?.strip.inserts ?? []);
  const others = (one: Pick<Reading, 'song'>): string =>
    JSON.stringify(one.song.tracks.map(({ level, pan, sends }) => [level?.value, pan?.value, sends.length]));
  return chain.join() === wanted.join() && others(after) === others({ song })
    ? edits
    : { reason: 'In that order the words of this strip would mean something else: change it in the text.' };
}

/** A text with edits made; none overlaps another. */
export const applied = (text: string, edits: readonly TextEdit[]): string =>
  [...edits]
    .map((edit, order) => ({ ...edit, order }))
    .sort(
      (one, other) =>
        other.range.from - one.range.from || other.range.to - one.range.to || other.order - one.order,
    )
    .reduce((all, { range, text: put }) => splice(all, range, put), text);

const splice = (text: string, { from, to }: Range, put: string): string =>
  text.slice(0, from) + put + text.slice(to);
