// What the tracks play in a section: each part once for each way that it can sound. The meter, the key and
// the tempo of its bars come from where the section stands in the song.

import { plainScale } from '../music/degree.ts';
import { type Bar, meterAt, quartersOf } from '../music/meter.ts';
import { floor } from '../music/rational.ts';
import { type KeyScale, scaleOf } from '../music/scale.ts';
import { bpmAt } from '../music/tempo.ts';
import { evaluator } from '../pattern/expression.ts';
import type { Pattern } from '../pattern/pattern.ts';
import type { PatternExpression } from '../song/pattern.ts';
import type { Key } from '../song/place.ts';
import type { Problem } from '../song/problem.ts';
import type { Part, Section, Song } from '../song/song.ts';
import type { Rational } from '../song/time.ts';
import { contentReader } from './content.ts';
import { type FormSection, wholeBars } from './form.ts';
import { keyAt } from './keys.ts';
import type { PartNotes, PartStore } from './known-parts.ts';
import type { Maps } from './maps.ts';
import { byStartAndPitch, layOutPart } from './part.ts';
import { misplaced, placeIn } from './places.ts';
import { feelOf, swung } from './swing.ts';

/** One part of a placement, by the index of its track. */
export interface PlayedPart extends PartNotes {
  readonly track: number;
}

/** What plays in a placement, at most so many notes of each part. */
export type SectionNotes = (placement: FormSection, most: number) => readonly PlayedPart[];

/** A reader of what sections play; a section is laid out when first asked for. */
export const sectionNotes = (
  song: Song,
  maps: Maps,
  parts: PartStore,
  tell: (problem: Problem) => void,
): SectionNotes => {
  const trackIndex = new Map<string, number>();
  for (const [index, { name }] of song.tracks.entries())
    if (!trackIndex.has(name.name)) trackIndex.set(name.name, index);
  const patternOf = patternsByContext(song);
  const contentOf = contentReader(song);
  const known = new Map<string, readonly PlayedPart[]>();
  const tunings = song.tunings.length === 0 ? '' : JSON.stringify(song.tunings, withoutPlaces);
  const common = `${song.seed} ${tunings} ${song.swing ? `${song.swing.amount.value} ${song.swing.of.value}` : ''}`;

  return (placement, most) => {
    const contexts = contextsOf(placement, maps);
    const contextOf = (bar: number): Context => contexts.findLast((context) => context.from <= bar)!;
    const surroundings = contexts.map(({ from, name }) => `${from} ${name}`).join(', ');
    const key = `${placement.section} ${surroundings}`;
    const found = known.get(key);
    if (found) return found;
    const section = song.sections[placement.section]!;
    const bars = wholeBars(section);
    const meterOf = (bar: number): Bar => contextOf(bar).meter;
    const layOut = ({ expression }: Part, from: Rational) => {
      const rest = bars - floor(from);
      const straight = layOutPart(
        (bar) => patternOf(contextOf(bar), expression, rest),
        (bar) => contextOf(bar).scale,
        { bars, from, most },
      );
      const feel = song.swing && feelOf(song.swing, meterOf);
      const notes = feel ? [...swung(straight, feel)].sort(byStartAndPitch) : straight;
      return { notes, whole: notes.length < most };
    };
    // One text for all parts of the section: it is looked up for each of them.
    const fromStart = `${common} ${bars} ${surroundings}`;
    const played = section.parts.flatMap((part): readonly PlayedPart[] => {
      const track = trackIndex.get(part.track.name);
      const from = track === undefined ? undefined : startOf(part, section, meterOf, tell);
      if (track === undefined || from === undefined) return [];
      const around = from === zeroBars ? fromStart : `${fromStart} ${from.n}/${from.d}`;
      return [{ track, ...parts.part(contentOf(part.expression), around, () => layOut(part, from)) }];
    });
    known.set(key, played);
    return played;
  };
};

/** A tuning sounds the same wherever it is declared. */
const withoutPlaces = (name: string, value: unknown): unknown =>
  name === 'id' || name === 'declaration' ? undefined : value;

/** What the bars of a section take from where they stand. */
interface Context {
  /** First bar within the section, from 0. */
  readonly from: number;
  readonly meter: Bar;
  readonly key: Key | undefined;
  readonly scale: KeyScale;
  /** At its first bar: what is written in seconds goes by it. */
  readonly bpm: number;
  /** The same for equal contexts. */
  readonly name: string;
}

const contextsOf = ({ bar, bars }: FormSection, { meters, keys, tempo }: Maps): readonly Context[] => {
  const changes = [...meters, ...keys].map((point) => point.bar);
  const starts = new Set([bar, ...changes.filter((at) => at > bar && at < bar + bars)]);
  // A new tempo counts from the next bar line.
  if (tempo.length > 1)
    for (let at = bar + 1; at < bar + bars; at += 1) {
      const [from, to] = [quartersOf(meters, at - 1), quartersOf(meters, at)];
      if (tempo.some((point) => point.at > from && point.at <= to)) starts.add(at);
    }
  return [...starts]
    .sort((left, right) => left - right)
    .map((at) => {
      const meter = meterAt(meters, at);
      const key = keyAt(keys, at);
      const bpm = bpmAt(tempo, quartersOf(meters, at));
      const name = `${meter.beats}/${meter.unit} ${bpm} ${key ? `${key.tonic} ${key.mode}` : ''}`;
      return { from: at - bar, meter, key, scale: (key && scaleOf(key)) ?? plainScale, bpm, name };
    });
};

const patternsByContext = (song: Song) => {
  const evaluators = new Map<string, ReturnType<typeof evaluator>>();
  return ({ name, meter, key, bpm }: Context, expression: PatternExpression, bars: number): Pattern => {
    let patternOf = evaluators.get(name);
    if (!patternOf) {
      const { key: _, ...rest } = song;
      patternOf = evaluator({
        ...rest,
        meter: { ...meter, id: song.meter.id },
        tempo: { ...song.tempo, value: bpm },
        ...(key ? { key } : {}),
      });
      evaluators.set(name, patternOf);
    }
    return patternOf(expression, bars);
  };
};

/** Where a part begins in its section; undefined where it never does, which is told. */
export const startOf = (
  { at }: Part,
  section: Section,
  meterOf: (bar: number) => Bar,
  tell: (problem: Problem) => void,
): Rational | undefined => {
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

const zeroBars: Rational = { n: 0, d: 1 };
