// `bands`: the bands of a parametric equaliser. A value that differs is its literal; a band that gets a value it
// had not written is written anew; bands come behind the last one, and go with their comma.

import type { Range, TextEdit } from '../../../song/origin.ts';
import type { Change, WantedBand } from '../../../song/problem.ts';
import type { Insert } from '../../../song/song.ts';
import type { Setting } from '../../../song/value.ts';
import { eq3 } from '../../../vocabulary/effects/eq3.ts';
import { bandCount, bandKinds, parametricEq } from '../../../vocabulary/effects/parametric-eq.ts';
import { effectNamed, effectNumber, furtherEffect, kindOf } from '../../../vocabulary/effects.ts';
import type { Parameter } from '../../../vocabulary/parameter.ts';
import type { Reading } from '../../language.ts';
import { partsOf } from '../lower/bands.ts';
import { read } from '../read.ts';
import type { Tree } from '../tree.ts';
import { applied, chain } from './chain.ts';
import { refusal } from './check-value.ts';
import type { Edited } from './edited.ts';
import { insertInStatement } from './insert.ts';
import { noSuchName } from './set.ts';
import { effectNames, statementFor, stripNamed } from './strip-named.ts';

type Part = 'type' | 'frequency' | 'gain' | 'Q';

/** A band as it is written: the literal of each part, and all of it. */
interface Band extends Range {
  readonly parts: Readonly<Partial<Record<Part, Range>>>;
}

export function bands(reading: Reading, tree: Tree, change: Extract<Change, { do: 'bands' }>): Edited {
  const { strip, bands: wanted, effect: name = parametricEq.name } = change;
  const type = effectNamed(name);
  if (!type || kindOf(type) !== parametricEq) return { reason: `\`${name}\` has no bands.` };
  const eq = furtherEffect(eq3, effectNumber(type));
  const place = stripNamed(reading, strip);
  if (!place) return { reason: noSuchName(reading, strip) };
  const wrong = wrongIn(reading, wanted);
  if (wrong) return { reason: wrong };
  const { inserts } = place.strip;
  const insert = inserts.find(({ effect }) => effect.name === name);
  if (!insert) {
    if (wanted.length === 0) return [];
    const text = wanted.map(bandText).join(', ');
    const fixed = inserts.find(({ effect }) => effect.name === eq.name);
    if (fixed) {
      const at = reading.origins[fixed.id]!.to;
      const gap = fixed.settings.length > 0 ? ', ' : ': ';
      return proven(reading, [{ range: { from: at, to: at }, text: gap + text }], change, name);
    }
    const statement = statementFor(tree, place);
    if (!statement)
      return { reason: `Write \`${eq.property}: ${text}\` into the text: \`${strip}\` is not there yet.` };
    return proven(
      reading,
      [insertInStatement(tree.text, statement, `${eq.property}: ${text}`)],
      change,
      name,
    );
  }
  if (wanted.length === 0 && !inserts.some(({ effect }) => effect.name === eq.name))
    return chain(
      reading,
      tree,
      strip,
      effectNames(inserts).filter((one) => one !== name),
    );
  const written = bandsOf(reading, insert);
  if (!written) return named(reading, insert, wanted);
  return proven(reading, changed(reading, tree, written, wanted), change, name);
}

/** Why there can't be such bands; undefined where there can. */
export function wrongIn(reading: Pick<Reading, 'song'>, wanted: readonly WantedBand[]): string | undefined {
  if (wanted.length > bandCount) return `An \`eq\` has ${bandCount} bands at most.`;
  for (const band of wanted) {
    if (!bandKinds.some(({ type }) => type === band.type)) return `There is no band \`${band.type}\`.`;
    for (const part of partsOf(band.type)) {
      const value = band[part];
      const reason = value === undefined ? undefined : refusal(value, parameterOf(part), reading.song);
      if (reason) return reason;
    }
  }
  return undefined;
}

/** Bands that are written in another way keep their parts: \`parametricEq: { band1: { type: bell } }\`. */
function named({ origins, text }: Reading, { settings }: Insert, wanted: readonly WantedBand[]): Edited {
  const refusal = {
    reason: 'These bands are written by their names: put bands in and take them out in the text.',
  };
  const count = settings.filter(({ path }) => path.endsWith('.type')).length;
  if (count !== wanted.length) return refusal;
  const edits: TextEdit[] = [];
  for (const [index, band] of wanted.entries()) {
    for (const part of ['type', ...partsOf(band.type)] as const) {
      const setting = settings.find(({ path }) => path === `band${index + 1}.${part}`);
      const value = band[part];
      if (!setting && value !== undefined) return refusal;
      const range = setting && origins[setting.value.id]!;
      if (range && value !== undefined && text.slice(range.from, range.to) !== value)
        edits.push({ range, text: value });
    }
  }
  return edits;
}

/** The bands as they stand behind \`eq\`; undefined where they are written in another way. */
function bandsOf({ origins, text }: Reading, { settings }: Insert): readonly Band[] | undefined {
  const found: { parts: Partial<Record<Part, Range>>; from: number; to: number }[] = [];
  for (const { path, value, pathId } of settings) {
    const [band, part] = path.split('.') as [string, Part];
    const range = origins[value.id]!;
    if (part === 'type') {
      if (pathId !== value.id || text.slice(range.from, range.to) !== value.value) return undefined;
      found.push({ parts: { type: range }, ...range });
    }
    const last = found.at(-1);
    if (!last || band !== `band${found.length}`) return undefined;
    last.parts[part] = range;
    last.from = Math.min(last.from, range.from);
    last.to = Math.max(last.to, range.to);
  }
  return found;
}

function changed(
  reading: Reading,
  tree: Tree,
  written: readonly Band[],
  wanted: readonly WantedBand[],
): readonly TextEdit[] {
  if (wanted.length < written.length) {
    // The first that differs is the one that is gone; more than one is written anew.
    const kept = wanted.map(bandText);
    const at = written.findIndex((band, index) => bandText(asWritten(reading, band)) !== kept[index]);
    const rest = written.slice(at + 1).map((band) => bandText(asWritten(reading, band)));
    const all = { from: written[0]!.from, to: written.at(-1)!.to };
    if (wanted.length === 0) return [without(tree, all)];
    if (written.length - wanted.length === 1 && rest.join() === kept.slice(at).join())
      return [without(tree, written[at]!)];
    return [{ range: all, text: kept.join(', ') }];
  }
  const edits = written.flatMap((band, index) => bandEdits(tree, band, wanted[index]!));
  const fresh = wanted.slice(written.length).map(bandText);
  const end = written.at(-1)!.to;
  return fresh.length === 0
    ? edits
    : [...edits, { range: { from: end, to: end }, text: `, ${fresh.join(', ')}` }];
}

function bandEdits({ text }: Tree, band: Band, wanted: WantedBand): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const before = band.parts.type && text.slice(band.parts.type.from, band.parts.type.to);
  // Numbers in order mean something else in a band that has other parts.
  if (before === undefined || partsOf(before).join() !== partsOf(wanted.type).join())
    return [{ range: { from: band.from, to: band.to }, text: bandText(wanted) }];
  for (const part of ['type', ...partsOf(wanted.type)] as const) {
    const range = band.parts[part];
    const value = wanted[part];
    if (value === undefined && !range) continue;
    if (value === undefined || !range) return [{ range: band, text: bandText(wanted) }];
    if (text.slice(range.from, range.to) !== value) edits.push({ range, text: value });
  }
  return edits;
}

/** A band and one comma, before it or behind it. */
function without({ text }: Tree, { from, to }: Range): TextEdit {
  const before = /,\s*$/.exec(text.slice(0, from));
  if (before) return { range: { from: from - before[0].length, to }, text: '' };
  const behind = /^\s*,?\s*/.exec(text.slice(to))![0];
  return { range: { from, to: to + behind.length }, text: '' };
}

const asWritten = ({ text }: Reading, { parts }: Band): WantedBand => {
  const said = (part: Part): string | undefined =>
    parts[part] && text.slice(parts[part].from, parts[part].to);
  const [gain, Q] = [said('gain'), said('Q')];
  return {
    type: said('type')!,
    frequency: said('frequency') ?? '',
    ...(gain !== undefined && { gain }),
    ...(Q !== undefined && { Q }),
  };
};

/** \`bell 250Hz -2dB 1.2\`: values in order, named where one before is left away. */
function bandText({ type, frequency, gain, Q }: WantedBand): string {
  const hasGain = partsOf(type).includes('gain');
  const words = [type, frequency];
  if (hasGain && gain !== undefined) words.push(gain);
  if (Q !== undefined) words.push(hasGain && gain === undefined ? `Q ${Q}` : Q);
  return words.join(' ');
}

const parameterOf = (part: 'frequency' | 'gain' | 'Q'): Parameter => ({
  ...parametricEq.parameters.find(({ path }) => path === `band1.${part}`)!,
  path: part,
});

/** The edits, where they make the bands that were asked for and touch nothing else. */
function proven(
  reading: Reading,
  edits: readonly TextEdit[],
  { strip, bands: wanted }: Extract<Change, { do: 'bands' }>,
  name: string,
): Edited {
  const after = read(applied(reading.text, edits));
  const place = stripNamed(after, strip);
  const before = stripNamed(reading, strip)!;
  const settings = place?.strip.inserts.find(({ effect }) => effect.name === name)?.settings ?? [];
  const types = settings
    .filter(({ path }) => path.endsWith('.type'))
    .map(({ value }: Setting) => value.value);
  const rest = (inserts: readonly Insert[]): string =>
    effectNames(inserts)
      .filter((one) => one !== name)
      .join();
  return types.join() === wanted.map(({ type }) => type).join() &&
    rest(place?.strip.inserts ?? []) === rest(before.strip.inserts)
    ? edits
    : { reason: 'These bands would mean something else where they stand: change them in the text.' };
}
