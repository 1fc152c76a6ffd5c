// What the tracks play in a section, once for each way that it can sound: the meter and the key of its bars
// come from where it stands in the song, and nothing else does.

import type { Bar } from '../music/meter.ts';
import { meterAt } from '../music/meter.ts';
import { evaluator } from '../pattern/expression.ts';
import type { Pattern } from '../pattern/pattern.ts';
import type { PatternExpression } from '../song/pattern.ts';
import type { Key } from '../song/place.ts';
import type { Problem } from '../song/problem.ts';
import type { Part, Section, Song } from '../song/song.ts';
import { type FormSection, wholeBars } from './form.ts';
import { keyAt } from './keys.ts';
import type { Maps } from './maps.ts';
import { byStartAndPitch, layOutPart, merged, type SectionNote } from './part.ts';
import { misplaced, placeIn } from './places.ts';
import { feelOf, swung } from './swing.ts';

/** The notes of a placement by the index of their track, at most so many. */
export type SectionNotes = (
  placement: FormSection,
  most: number,
) => ReadonlyMap<number, readonly SectionNote[]>;

/** A reader of what sections play; a section is laid out when first asked for. */
export const sectionNotes = (song: Song, maps: Maps, tell: (problem: Problem) => void): SectionNotes => {
  const trackIndex = new Map<string, number>();
  for (const [index, { name }] of song.tracks.entries())
    if (!trackIndex.has(name.name)) trackIndex.set(name.name, index);
  const patternOf = patternsByContext(song);
  const known = new Map<string, ReadonlyMap<number, readonly SectionNote[]>>();

  return (placement, most) => {
    const contexts = contextsOf(placement, maps);
    const contextOf = (bar: number): Context => contexts.findLast((context) => context.from <= bar)!;
    const key = `${placement.section} ${contexts.map(({ from, name }) => `${from} ${name}`).join(' ')}`;
    const found = known.get(key);
    if (found) return found;
    const section = song.sections[placement.section]!;
    const feel = song.swing && feelOf(song.swing, (bar) => contextOf(bar).meter);
    const notes = new Map<number, readonly SectionNote[]>();
    let room = most;
    for (const part of section.parts) {
      const track = trackIndex.get(part.track.name);
      const from =
        track === undefined ? undefined : startOf(part, section, (bar) => contextOf(bar).meter, tell);
      if (track === undefined || from === undefined) continue;
      const straight = layOutPart((bar) => patternOf(contextOf(bar), part.expression), {
        bars: wholeBars(section),
        from,
        most: room,
      });
      const played = feel ? [...swung(straight, feel)].sort(byStartAndPitch) : straight;
      room -= played.length;
      notes.set(track, merged(notes.get(track), played));
    }
    known.set(key, notes);
    return notes;
  };
};

/** What the bars of a section take from where they stand. */
interface Context {
  /** First bar within the section, from 0. */
  readonly from: number;
  readonly meter: Bar;
  readonly key: Key | undefined;
  /** The same for equal contexts. */
  readonly name: string;
}

const contextsOf = ({ bar, bars }: FormSection, { meters, keys }: Maps): readonly Context[] => {
  const starts = [...meters, ...keys].map((point) => point.bar).filter((at) => at > bar && at < bar + bars);
  return [...new Set([bar, ...starts])]
    .sort((left, right) => left - right)
    .map((at) => {
      const meter = meterAt(meters, at);
      const key = keyAt(keys, at);
      const name = `${meter.beats}/${meter.unit} ${key ? `${key.tonic} ${key.mode}` : ''}`;
      return { from: at - bar, meter, key, name };
    });
};

const patternsByContext = (song: Song) => {
  const evaluators = new Map<string, (expression: PatternExpression) => Pattern>();
  return ({ name, meter, key }: Context, expression: PatternExpression): Pattern => {
    let patternOf = evaluators.get(name);
    if (!patternOf) {
      const { key: _, ...rest } = song;
      patternOf = evaluator({ ...rest, meter: { ...meter, id: song.meter.id }, ...(key ? { key } : {}) });
      evaluators.set(name, patternOf);
    }
    return patternOf(expression);
  };
};

/** Where a part begins in its section; undefined where it never does, which is told. */
const startOf = (
  { at }: Part,
  section: Section,
  meterOf: (bar: number) => Bar,
  tell: (problem: Problem) => void,
) => {
  if (!at) return zeroBars;
  const own = at.section?.name;
  if (own !== undefined && own !== section.name.name) {
    tell(misplaced(at, `this plays in ${section.name.name}. Name a bar of it, without ${own}`));
    return undefined;
  }
  const found = placeIn(at, { name: section.name.name, bars: wholeBars(section), meterOf });
  if (!found.ok) tell(misplaced(at, found.why));
  return found.ok ? found.at : undefined;
};

const zeroBars = { n: 0, d: 1 } as const;
