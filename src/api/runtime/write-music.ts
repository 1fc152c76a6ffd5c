// Music written out: patterns by their names or whole, transforms with what they are given.

import { type Instance, type Step, Wrong } from './calls.ts';
import { below, type Given, given, leaf, name, quoted, short, syntax, value } from './page.ts';
import { Material, Song, Strip } from './parts.ts';
import { Change, changeNames, MiniPattern, Part, Pattern, Silence, Transformed } from './patterns.ts';
import { tables } from './tables.ts';

/** What music is called in the song: names for patterns, recordings and tunings that have one. */
export interface Names {
  of(thing: Pattern | Material): string | undefined;
}

const transforms = new Map(tables.transforms.flatMap((one) => one.names.map((word) => [word, one] as const)));

/** Visits every pattern and file inside of music, what is inside first. */
export const eachMusic = (music: unknown, visit: (one: Pattern | Material) => void, depth = 0): void => {
  if (depth > deepest) return;
  if (music instanceof Part) {
    eachMusic(music.music, visit, depth + 1);
    return;
  }
  if (music instanceof Change || music instanceof Transformed) {
    if (music instanceof Transformed) eachMusic(music.of, visit, depth + 1);
    for (const one of music.given) eachMusic(one, visit, depth + 1);
  }
  if (music instanceof Pattern || music instanceof Material) visit(music);
};

const deepest = 200;

/** What a track plays in a section. */
export const writePart = (one: Given, names: Names): void => {
  const { value: music } = one;
  if (!(music instanceof Part)) {
    writeMusic(one, names);
    return;
  }
  writeMusic(below(one, music.music, 'r'), names, music);
  syntax(' at ');
  value(given(music.place, music.made, 0));
};

/** Music by its name where it has one; `inPart` is the part that it stands in. */
export const writeMusic = (one: Given, names: Names, inPart?: Part): void => {
  const place = inPart ? given(one.value, inPart.made, 'r') : one;
  const { value: music, at, path } = place;
  if (typeof music === 'string') {
    quoted(place);
    return;
  }
  if (music instanceof Pattern || (music instanceof Material && music.kind === 'take')) {
    const known = names.of(music);
    if (known !== undefined) {
      leaf(known, place);
      return;
    }
    if (music instanceof Pattern) {
      writePattern(music, place, names);
      return;
    }
  }
  throw new Wrong(
    `A pattern, mini-notation in quotes or a recording stands here, not ${what(music)}.`,
    at,
    path,
  );
};

const what = (music: unknown): string => {
  if (music instanceof Change) return 'a transform alone';
  if (music instanceof Strip) return `a ${music.kind}`;
  if (music instanceof Song) return 'a song';
  return short(music);
};

/** A pattern whole. */
export const writePattern = (pattern: Pattern, place: Given, names: Names): void => {
  if (pattern instanceof MiniPattern) writeMini(pattern, place);
  else if (pattern instanceof Silence) leaf('silence', place);
  else if (pattern instanceof Transformed) writeTransformed(pattern, names);
};

/** A chart between its outer bar lines, where it can stand as one; undefined where it can't. */
export const writeChart = (pattern: MiniPattern): boolean => {
  const text = pattern.segments.map((segment) => segment.text).join('');
  if (/["`\n\r{}]|\/\//.test(text) || text.trim() === '') return false;
  const [starts, ends] = [text.trimStart().startsWith('|'), text.trimEnd().endsWith('|')];
  syntax(starts ? '' : '| ');
  for (const segment of pattern.segments) leaf(segment.text, segment);
  syntax(ends ? '' : ' |');
  return true;
};

const writeMini = ({ segments }: MiniPattern, place: Given): void => {
  const text = segments.map((segment) => segment.text).join('');
  const quote = /[\n\r"]/.test(text) ? '`' : '"';
  if (text.includes('`')) throw new Wrong('There is no ` in mini-notation.', place.at, place.path);
  syntax(quote);
  for (const segment of segments) leaf(segment.text, segment);
  syntax(quote);
};

const writeTransformed = (pattern: Transformed, names: Names): void => {
  const { of, transform, made } = pattern;
  if (of) {
    writeMusic(given(of, made, 'r'), names);
    syntax('.');
  }
  leaf(transform, { at: made, path: ['c'] });
  writeGiven(transform, pattern.given, made, names, of === undefined);
};

const writeGiven = (
  transform: string,
  all: readonly unknown[],
  made: Instance,
  names: Names,
  standsAlone: boolean,
): void => {
  const parameters = transforms.get(transform)?.parameters ?? [];
  let count = all.length;
  while (count > 0 && all[count - 1] === undefined) count -= 1;
  if (count === 0 && !standsAlone) return;
  syntax('(');
  for (let index = 0; index < count; index += 1) {
    if (index > 0) syntax(', ');
    const parameter = parameters[Math.min(index, parameters.length - 1)];
    writeArgument(given(all[index], made, index), parameter, names);
  }
  syntax(')');
};

const writeArgument = (
  one: Given,
  parameter: (typeof tables.transforms)[number]['parameters'][number] | undefined,
  names: Names,
): void => {
  const { value: argument, at, path } = one;
  if (argument === undefined && parameter?.default !== undefined) {
    syntax(parameter.default);
    return;
  }
  switch (parameter?.kind) {
    case 'pattern':
      if (typeof argument === 'number') {
        value(one);
        return;
      }
      {
        writeMusic(one, names);
        return;
      }
    case 'transform': {
      const bare = changeNames.get(argument);
      if (bare !== undefined) {
        leaf(bare, one);
        return;
      }
      if (!(argument instanceof Change))
        throw new Wrong(`A transform stands here: rev, or fast(2). This is ${short(argument)}.`, at, path);
      leaf(argument.transform, { at: argument.made, path: ['c'] as Step[] });
      writeGiven(argument.transform, argument.given, argument.made, names, false);
      return;
    }
    case 'text':
      if (argument instanceof Material) {
        leaf(names.of(argument) ?? 'tuning', one);
        return;
      }
      {
        value(one);
        return;
      }
    default: {
      value(one);
      return;
    }
  }
};

export const isMusic = (thing: unknown): thing is Pattern | Material =>
  thing instanceof Pattern || thing instanceof Material;
export { name };
