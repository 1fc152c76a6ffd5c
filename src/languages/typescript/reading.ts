// An evaluated song as a reading of its text: the `.song` that came out is read as any, and every place of it
// becomes the place in the program that made it.

import type { Range, SourceId } from '../../song/origin.ts';
import type { Problem } from '../../song/problem.ts';
import type { Locked, Reading } from '../language.ts';
import { lowerIgnores } from '../song/lower/ignores.ts';
import { newLedger } from '../song/lower/ledger.ts';
import { newReader, type Reader } from '../song/read.ts';
import type { Evaluated, FileRange, Place } from './evaluated.ts';

/** A reading that came out of an evaluation. */
export interface EvaluatedReading extends Reading {
  readonly evaluated: Evaluated;
  /** The song as a `.song`, by whose ids this reading's go; absent where nothing came out. */
  readonly made?: Reading;
  readonly elsewhere: ReadonlyMap<SourceId, { readonly file: string; readonly range: Range }>;
}

/** A reading of a text that has not been evaluated: a song of nothing. */
export const unevaluated = (text: string): Reading => ({
  text,
  ...nothing,
  pending: true,
  origins: nothing.origins.map(() => ({ from: 0, to: 0 })),
});

const readNothing: Reader = newReader();
const nothing = ((): Pick<Reading, 'song' | 'origins' | 'problems'> => {
  const { song, origins } = readNothing('song "" {}');
  return { song: { ...song, title: 'Untitled' }, origins, problems: [] };
})();

export const isEvaluated = (reading: Reading): reading is EvaluatedReading => 'evaluated' in reading;

/** One reader a song, so that what has not changed since its last evaluation is known. */
export const newEvaluatedReader = (): ((text: string, evaluated: Evaluated) => EvaluatedReading) => {
  const read = newReader();
  return (text, evaluated) =>
    evaluated.ok ? readSong(text, evaluated, read(evaluated.text)) : readFault(text, evaluated);
};

const readFault = (text: string, evaluated: Evaluated): EvaluatedReading => {
  const { song, origins: known } = nothing;
  const origins: Range[] = known.map(() => ({ from: 0, to: 0 }));
  const elsewhere: Map<SourceId, { file: string; range: Range }> = new Map();
  const problems = evaluated.problems.map(({ message, ...at }): Problem => {
    const id = mark(origins, elsewhere, evaluated, at);
    const prefix = at.file === 0 ? '' : `${nameOf(evaluated.files[at.file]!)}: `;
    return { rule: 'SYN', severity: 'error', id, message: `${prefix}${message}` };
  });
  return { text, song, origins, problems, evaluated, elsewhere };
};

/** The last part of a file's id. */
export const nameOf = (file: string): string => decodeURIComponent(file.slice(file.lastIndexOf('/') + 1));

const mark = (
  origins: Range[],
  elsewhere: Map<SourceId, { file: string; range: Range }>,
  { files, ways }: Evaluated,
  { file, from, to }: FileRange,
): SourceId => {
  const id = origins.push(file === 0 ? { from, to } : ways[file]!) - 1;
  if (file > 0) elsewhere.set(id, { file: files[file]!, range: { from, to } });
  return id;
};

const readSong = (text: string, evaluated: Evaluated & { ok: true }, made: Reading): EvaluatedReading => {
  const origins: Range[] = [];
  const elsewhere: Map<SourceId, { file: string; range: Range }> = new Map();
  const locked: Map<SourceId, Locked> = new Map();
  const placeOf = newPlaces(evaluated);
  for (const range of made.origins) {
    const { at, place } = placeOf(range);
    const id = mark(origins, elsewhere, evaluated, at);
    if (!place) continue;
    if (!place.literal) {
      const source = place.source ?? place.at;
      locked.set(id, {
        why: 'computed',
        range: source,
        ...(source.file > 0 && { file: evaluated.files[source.file]! }),
      });
    } else if (place.at.file > 0)
      locked.set(id, { why: 'elsewhere', range: place.at, file: evaluated.files[place.at.file]! });
    else if (isShared(evaluated, place)) locked.set(id, { why: 'shared', range: place.at });
  }
  const ledger = newLedger();
  const first = origins.length;
  const ignores = lowerIgnores(ledger, text).map((ignore) => ({
    ...ignore,
    id: ignore.id + first,
    covers: ignore.covers + first,
  }));
  for (const range of ledger.origins) origins.push(range);
  const from = ({ id }: Problem): number => origins[id]?.from ?? 0;
  return {
    text,
    song: { ...made.song, ignores },
    origins,
    problems: [...made.problems].sort((one, other) => from(one) - from(other)),
    evaluated,
    made,
    elsewhere,
    locked,
  };
};

const uses = new WeakMap<Evaluated, Map<string, number>>();

/** Whether one literal made several values. */
export const isShared = (evaluated: Evaluated & { ok: true }, { at }: Place): boolean => {
  let counts = uses.get(evaluated);
  if (!counts) {
    counts = new Map();
    for (const { at: one, literal } of evaluated.leaves)
      if (literal) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
    uses.set(evaluated, counts);
  }
  return (counts.get(key(at)) ?? 0) > 1;
};

const key = ({ file, from }: FileRange): string => `${file} ${from}`;

/** Where a stretch of the `.song` that came out is written, and the word of it that the stretch lies in. */
const newPlaces = ({ leaves, constructs }: Evaluated & { ok: true }) => {
  const starts = new Map<number, (typeof constructs)[0]>();
  for (const construct of constructs) starts.set(construct.from, construct);

  return ({ from, to }: Range): { readonly at: FileRange; readonly place?: Place } => {
    const index = lastBefore(leaves, from);
    const leaf = leaves[index];
    if (leaf && from >= leaf.from && to <= leaf.to && (from < leaf.to || to === from)) {
      const { at, content } = leaf;
      if (!content) return { at, place: leaf };
      const begin = content.from + from - leaf.from;
      return { at: { file: at.file, from: begin, to: begin + to - from }, place: leaf };
    }
    const construct = starts.get(from);
    if (construct) return { at: to >= construct.to - 1 ? construct.at : construct.callee };
    return { at: hull(leaves, index, from, to) ?? leaf?.at ?? { file: 0, from: 0, to: 1 } };
  };
};

/** From the first word in a stretch to the last, in the file of the first. */
const hull = (
  leaves: (Evaluated & { ok: true })['leaves'],
  before: number,
  from: number,
  to: number,
): FileRange | undefined => {
  let found: { file: number; from: number; to: number } | undefined;
  for (let index = Math.max(0, before); index < leaves.length && leaves[index]!.from < to; index += 1) {
    const leaf = leaves[index]!;
    if (leaf.to <= from || leaf.to > to) continue;
    if (!found) found = { ...leaf.at };
    else if (found.file === leaf.at.file) {
      found.from = Math.min(found.from, leaf.at.from);
      found.to = Math.max(found.to, leaf.at.to);
    }
  }
  return found;
};

const lastBefore = (leaves: readonly Range[], offset: number): number => {
  let low = -1;
  let high = leaves.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (leaves[middle]!.from <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};
