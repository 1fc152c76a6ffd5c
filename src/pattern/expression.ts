// Expressions to patterns: names looked up in the song, transforms applied.
// Never fails: an unknown name is silence, and a transform that makes no sense leaves its pattern as it
// was. Both are told where the text is read and checked; only what comes of names and transforms together,
// more notes than can be played, is told here.

import type { SourceId } from '../song/origin.ts';
import type { PatternExpression } from '../song/pattern.ts';
import type { Song } from '../song/song.ts';
import { numberedFrom } from './alter.ts';
import { readTransform, type TransformProblem } from './arguments.ts';
import { compile } from './mini/compile.ts';
import { limits } from './mini/limits.ts';
import { excess, type Pattern, silence } from './pattern.ts';

/** What of the song an expression can depend on. */
export type PatternWorld = Pick<Song, 'patterns' | 'progressions' | 'meter'> & Partial<Pick<Song, 'seed'>>;

/**
 * A function from the song's expressions to what they play. Of two patterns with one name the first
 * counts. A name that leads back to itself is silence, and so is an unknown one.
 */
export const evaluator = (song: PatternWorld): ((expression: PatternExpression) => Pattern) => {
  const evaluation = evaluate(song, () => {});
  return (expression) => evaluation(expression);
};

/** The transforms in the song's named patterns and in `others` (the parts of its sections) that ask for too much. */
export const excesses = (
  song: PatternWorld,
  others: readonly PatternExpression[],
): readonly TransformProblem[] => {
  const problems = new Map<SourceId, TransformProblem>();
  const evaluation = evaluate(song, (problem) => problems.set(problem.id, problem));
  for (const pattern of [...song.patterns, ...song.progressions]) evaluation(pattern.expression);
  for (const expression of others) evaluation(expression);
  return [...problems.values()];
};

/** Transforms behind one pattern: more are a slip, or a generator's. */
const longestChain = 64;

const evaluate = (song: PatternWorld, tell: (problem: TransformProblem) => void) => {
  const expressions = new Map<string, PatternExpression>();
  for (const { name, expression } of [...song.patterns, ...song.progressions]) {
    if (!expressions.has(name.name)) expressions.set(name.name, expression);
  }
  const named = new Map<string, Pattern>();

  const byName = (name: string, depth: number): Pattern => {
    const known = named.get(name);
    if (known) return known;
    const expression = expressions.get(name);
    if (!expression) return silence;
    // Stands while the name is looked up, so that a circle of names meets silence and ends.
    named.set(name, silence);
    const pattern = evaluation(expression, depth + 1);
    named.set(name, pattern);
    return pattern;
  };

  const evaluation = (expression: PatternExpression, depth = 0): Pattern => {
    if (depth > longestChain) {
      tell({
        id: expression.id,
        message: `More than ${longestChain} transforms and names follow one another here. Write the result as a pattern of its own.`,
      });
      return silence;
    }
    switch (expression.kind) {
      case 'silence':
      // Nothing is called without a pattern in front of it: the reading has told of it.
      case 'call':
        return silence;
      case 'mini':
        return numberedFrom(compile(expression.mini.root, song.seed), expression.firstAtom);
      case 'name':
        return byName(expression.name.name, depth);
      case 'transform': {
        const of = evaluation(expression.of, depth + 1);
        const reading = readTransform(expression.transform, expression.arguments, expression.id, song.meter);
        // A slip in a transform is never silence where notes are written.
        if (!reading.ok) return of;
        const pattern = reading.transform.apply(of, ...reading.given);
        const reason = excess(pattern, limits.density);
        if (reason === undefined) return pattern;
        tell({ id: expression.id, message: reason });
        return of;
      }
    }
  };
  return evaluation;
};
