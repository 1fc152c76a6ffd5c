// Expressions to patterns: names looked up in the song, transforms applied.
// Never fails: an unknown name is silence, and a transform that makes no sense leaves its pattern as it
// was. Both are told where the text is read and checked; only what comes of names and transforms together,
// more notes than can be played, is told here.

import { plainScale } from '../music/degree.ts';
import { scaleOf } from '../music/scale.ts';
import { soundNames } from '../song/material.ts';
import type { SourceId } from '../song/origin.ts';
import type { PatternExpression } from '../song/pattern.ts';
import type { Song } from '../song/song.ts';
import { numberedFrom } from './alter.ts';
import {
  type ArgumentContext,
  readCall,
  readTransform,
  secondsPerBar,
  type TransformProblem,
} from './arguments.ts';
import { lengthAfter, miniBars } from './bars.ts';
import { seedOf } from './chance.ts';
import { compile } from './mini/compile.ts';
import { limits } from './mini/limits.ts';
import { withSounds } from './mini/sounds.ts';
import { atom, excess, type Pattern, silence } from './pattern.ts';
import type { Applied, Phrase, ReadArgument, SongContext, TransformContext } from './transforms/transform.ts';

/** What of the song an expression can depend on; without a tempo it is 120, without a key C major. */
export type PatternWorld = Pick<Song, 'patterns' | 'progressions' | 'meter'> &
  Partial<Pick<Song, 'seed' | 'tempo' | 'key' | 'tunings' | 'samples' | 'kits'>>;

/**
 * A function from the song's expressions to what they play. Of two patterns with one name the first
 * counts. A name that leads back to itself is silence, and so is an unknown one. What grows over the part
 * that it plays in (`crescendo`) takes the part's length from `bars`.
 */
export const evaluator = (
  song: PatternWorld,
): ((expression: PatternExpression, bars?: number) => Pattern) => {
  const evaluation = evaluate(song, () => {});
  return (expression, bars) => evaluation(expression, bars).pattern;
};

/** The transforms in the song's named patterns and in `others` (the parts of its sections) that ask for too much. */
export const excesses = (
  song: PatternWorld,
  others: readonly PatternExpression[],
): readonly TransformProblem[] => {
  const named = [...song.patterns, ...song.progressions];
  // Written notes, and names of them, are most of a song, and have been told of where they are read.
  const isWritten = ({ kind }: PatternExpression): boolean => kind === 'mini' || kind === 'silence';
  const written = new Set(
    named.filter(({ expression }) => isWritten(expression)).map(({ name }) => name.name),
  );
  const isPlain = (expression: PatternExpression): boolean =>
    isWritten(expression) || (expression.kind === 'name' && written.has(expression.name.name));
  const made = [...named.map(({ expression }) => expression), ...others].filter((one) => !isPlain(one));
  if (made.length === 0) return [];
  const problems = new Map<SourceId, TransformProblem>();
  const evaluation = evaluate(song, (problem) => problems.set(problem.id, problem));
  for (const expression of made) evaluation(expression);
  return [...problems.values()];
};

/** Transforms behind one pattern: more are a slip, or a generator's. */
const longestChain = 64;

/** A phrase, and how many transforms have made it: each of them draws its own chances. */
interface Made extends Phrase {
  readonly links: number;
}

const nothing: Made = { pattern: silence, bars: 1, links: 0 };

const evaluate = (song: PatternWorld, tell: (problem: TransformProblem) => void) => {
  const expressions = new Map<string, PatternExpression>();
  for (const { name, expression } of [...song.patterns, ...song.progressions]) {
    if (!expressions.has(name.name)) expressions.set(name.name, expression);
  }
  const reading: ArgumentContext = { meter: song.meter, bpm: song.tempo?.value ?? 120 };
  const world: SongContext = {
    meter: song.meter,
    secondsPerBar: secondsPerBar(reading.meter, reading.bpm),
    seed: song.seed ?? 1,
    scale: (song.key && scaleOf(song.key)) ?? plainScale,
    pitchesOf: (tuning) => song.tunings?.find(({ name }) => name.name === tuning)?.pitches,
  };
  const named = new Map<string, Made>();
  const sounds = soundNames(song);

  const byName = (name: string, over: number | undefined, depth: number): Made => {
    const place = `${over ?? ''} ${name}`;
    const known = named.get(place);
    if (known) return known;
    const expression = expressions.get(name);
    if (!expression) return nothing;
    // Stands while the name is looked up, so that a circle of names meets silence and ends.
    named.set(place, nothing);
    const phrase = evaluation(expression, over, depth + 1);
    named.set(place, phrase);
    return phrase;
  };

  /** @param over bars that the result plays over; absent: those that it is written for */
  const evaluation = (expression: PatternExpression, over?: number, depth = 0): Made => {
    if (depth > longestChain) {
      tell({
        id: expression.id,
        message: `More than ${longestChain} transforms and names follow one another here. Write the result as a pattern of its own.`,
      });
      return nothing;
    }
    switch (expression.kind) {
      case 'silence':
        return nothing;
      case 'mini': {
        const { mini, firstAtom } = expression;
        return {
          pattern: numberedFrom(compile(withSounds(mini, sounds), song.seed), firstAtom),
          bars: miniBars(mini),
          links: 0,
        };
      }
      case 'name':
        return byName(expression.name.name, over, depth);
      case 'call': {
        const call = readCall(expression.function, expression.arguments, expression.id, reading);
        if (!call.ok || !('of' in call)) return nothing;
        return transformed(call, call.of, expression.id, over, depth);
      }
      case 'transform': {
        const read = readTransform(expression.transform, expression.arguments, expression.id, reading);
        // A slip in a transform is never silence where notes are written.
        if (!read.ok) return evaluation(expression.of, over, depth + 1);
        return transformed(read, expression.of, expression.id, over, depth);
      }
    }
  };

  const transformed = (
    applied: Applied,
    expression: PatternExpression,
    id: SourceId,
    over: number | undefined,
    depth: number,
  ): Made => {
    const { transform } = applied;
    // What its arguments do is done to the pattern, which is made after them.
    let context: TransformContext = { ...world, bars: 1, over: over ?? 1 };
    const inArguments = transform.lasts ? undefined : over;
    const given = applied.given.map((argument, index) =>
      bound(argument, () => ({ ...context, seed: seedOf(context.seed, index) }), inArguments, depth),
    );
    // What is inside of a pattern twice as fast has twice as many bars to grow over.
    const inner =
      transform.lasts || over === undefined ? undefined : over / (transform.stretch?.(given) ?? 1);
    const of = evaluation(expression, inner, depth + 1);
    const seed = seedOf(world.seed, of.links);
    context = { ...world, seed, bars: of.bars, over: over ?? of.bars };
    const pattern = playable(transform.apply(of.pattern, given, context), id);
    return pattern ? { pattern, bars: lengthAfter({ transform, given }, of.bars), links: of.links + 1 } : of;
  };

  /** An argument as `apply` takes it. */
  const bound = (
    argument: ReadArgument,
    context: () => TransformContext,
    over: number | undefined,
    depth: number,
  ): unknown => {
    switch (argument.kind) {
      case 'value':
        return argument.value;
      case 'pattern':
        return evaluation(argument.expression, over, depth + 1);
      case 'constant': {
        const pattern = atom({ kind: 'degree', degree: argument.number, alter: 0, name: '' }, 0, 1);
        return { pattern, bars: 1 } satisfies Phrase;
      }
      case 'patterns':
        return argument.patterns.map((one) => bound(one, context, over, depth));
      case 'transform': {
        const { transform, given } = argument.applied;
        const values = given.map((one, index) =>
          bound(one, () => ({ ...context(), seed: seedOf(context().seed, index) }), over, depth),
        );
        return (of: Pattern): Pattern => playable(transform.apply(of, values, context()), argument.id) ?? of;
      }
    }
  };

  /** The pattern, where it can be played; what is wrong with it is told on `id`. */
  const playable = (pattern: Pattern, id: SourceId): Pattern | undefined => {
    const reason = excess(pattern, limits.density);
    if (reason === undefined) return pattern;
    // The remedy there is one for mini-notation.
    const [fact] = reason.split(/(?<=\.) /);
    tell({ id, message: `${fact} Take smaller numbers here, or fewer notes in front of it.` });
    return undefined;
  };

  return (expression: PatternExpression, over?: number): Phrase => evaluation(expression, over);
};
