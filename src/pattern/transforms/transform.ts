// What a transform is: one file each declares it, a row of the table in transforms.ts offers it, and
// completion, hover, docs and the reading of its arguments derive from it.

import type { Bar } from '../../music/meter.ts';
import type { KeyScale } from '../../music/scale.ts';
import type { SourceId } from '../../song/origin.ts';
import type { PatternExpression } from '../../song/pattern.ts';
import type { Rational } from '../../song/time.ts';
import type { Quantity } from '../../song/value.ts';
import type { Pattern } from '../pattern.ts';

interface Described {
  readonly name: string;
  readonly doc: string;
}

/** A value as it would be written, in the base unit of its quantity: what holds where nothing is written. */
export interface Default {
  readonly value: number;
  readonly quantity: Quantity;
}

/** A number with a range, in the base unit of its quantity (`50%` is 0.5). */
export interface NumberParameter extends Described {
  readonly kind: 'number';
  /** What may be written. */
  readonly quantities: readonly Quantity[];
  readonly min: number;
  readonly max: number;
  readonly whole?: true;
  readonly default?: Default;
}

/** A stretch of time, written in bars, beats, notes or seconds. */
export interface TimeParameter extends Described {
  readonly kind: 'time';
  /** Longer than nothing: a length or a step, not a displacement. */
  readonly positive?: true;
  readonly default?: Default;
  /** What holds where nothing is written, in words, where that is no fixed time. */
  readonly optional?: string;
}

/** An interval: plain numbers are steps of the scale, `st` and `ct` are exact. */
export interface IntervalParameter extends Described {
  readonly kind: 'interval';
}

/** One of several words. */
export interface ChoiceParameter extends Described {
  readonly kind: 'choice';
  readonly choices: readonly string[];
  readonly default?: string;
}

/** Words, with quotes or without: a scale, a chord, a note. */
export interface TextParameter<Meaning = unknown> extends Described {
  readonly kind: 'text';
  /** For completion: what is mostly written. */
  readonly offers: readonly string[];
  /** What the words mean, or what is wrong with them. */
  read(text: string): { readonly meaning: Meaning } | { readonly message: string; readonly instead?: string };
  /** What holds where nothing is written, in words. */
  readonly optional?: string;
  /** The words are the name of something that the song declares. */
  readonly names?: 'tuning';
}

/** Notes from one to another: `c3..c5`. */
export interface RangeParameter extends Described {
  readonly kind: 'range';
  readonly default: readonly [low: string, high: string];
}

/** Another pattern: mini-notation in quotes, or a pattern's name. */
export interface PatternParameter extends Described {
  readonly kind: 'pattern';
  /** A plain number may stand for a pattern of it. */
  readonly numbers?: true;
  /** As many as one likes, at least one: the last parameter only. */
  readonly several?: true;
}

/** A transform, with brackets of its own where it takes something. */
export interface TransformParameter extends Described {
  readonly kind: 'transform';
}

export type Parameter =
  | NumberParameter
  | TimeParameter
  | IntervalParameter
  | ChoiceParameter
  | TextParameter
  | RangeParameter
  | PatternParameter
  | TransformParameter;

export type Interval = { readonly steps: number } | { readonly semitones: number };

/** A pattern with the length that a musician would give it. */
export interface Phrase {
  readonly pattern: Pattern;
  /** Bars that it is written for: above 0, below 1 where it is sped up. */
  readonly bars: number;
}

export interface NoteRange {
  readonly low: number;
  readonly high: number;
}

/** What `apply` gets for each kind of parameter: numbers in base units, times in bars, which are cycles. */
export type GivenFor<P extends Parameter> = P extends NumberParameter
  ? number
  : P extends TimeParameter
    ? P extends { readonly optional: string }
      ? Rational | undefined
      : Rational
    : P extends IntervalParameter
      ? Interval
      : P extends ChoiceParameter
        ? P['choices'][number]
        : P extends TextParameter<infer Meaning>
          ? P extends { readonly optional: string }
            ? Meaning | undefined
            : Meaning
          : P extends RangeParameter
            ? NoteRange
            : P extends PatternParameter
              ? P extends { readonly several: true }
                ? readonly Phrase[]
                : Phrase
              : P extends TransformParameter
                ? (of: Pattern) => Pattern
                : never;

export type Given<P extends readonly Parameter[]> = { readonly [Index in keyof P]: GivenFor<P[Index]> };

/** What the song adds: how long a bar is, its key and its seed. */
export interface SongContext {
  readonly meter: Bar;
  /** Of a bar at the song's first tempo. */
  readonly secondsPerBar: number;
  readonly seed: number;
  /** The song's first key; C major where it has none. */
  readonly scale: KeyScale;
  /** Pitches of MIDI notes 0 to 127 by a tuning of the song, null where a key is silent; undefined without its file. */
  pitchesOf(tuning: string): readonly (number | null)[] | undefined;
}

export interface TransformContext extends SongContext {
  /** Bars that the pattern is written for. */
  readonly bars: number;
  /** Bars that it plays over: those of the part that it stands in, else those that it is written for. */
  readonly over: number;
}

export interface Transform {
  readonly name: string;
  /** Another word for it, that other languages use. */
  readonly alias?: string;
  /** One or two sentences, for hover and docs. */
  readonly doc: string;
  /** A pattern in the `.song` language: documentation and test. */
  readonly example: string;
  /** What stands in its parentheses, those that may be left out behind the others. */
  readonly parameters: readonly Parameter[];
  /** Its first pattern may stand in its brackets: `cat(a, b)` is `a.cat(b)`. */
  readonly standsAlone?: true;
  /** How many times as long it makes a pattern. */
  stretch?(given: readonly unknown[]): number;
  /** How many bars its result is written for, where that is no multiple of what it was. */
  lasts?(bars: number, given: readonly unknown[]): number;
  /** Pure: a new pattern. `given` has an entry for each parameter, of the kind that `GivenFor` says. */
  apply(of: Pattern, given: readonly unknown[], context: TransformContext): Pattern;
}

/** An argument as read: ready for `apply`, but for patterns and transforms. */
export type ReadArgument =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'pattern'; readonly expression: PatternExpression }
  /** A plain number where a pattern may stand. */
  | { readonly kind: 'constant'; readonly number: number; readonly id: SourceId }
  | { readonly kind: 'patterns'; readonly patterns: readonly ReadArgument[] }
  | { readonly kind: 'transform'; readonly applied: Applied; readonly id: SourceId };

/** A transform with what it is given: one for each parameter. */
export interface Applied {
  readonly transform: Transform;
  readonly given: readonly ReadArgument[];
}

/** A declaration whose `apply` knows the types of what its parameters give. */
export const transform = <const P extends readonly Parameter[]>(
  declaration: Omit<Transform, 'parameters' | 'apply' | 'stretch' | 'lasts'> & {
    readonly parameters: P;
    readonly apply: (of: Pattern, given: Given<P>, context: TransformContext) => Pattern;
    readonly stretch?: (given: Given<P>) => number;
    readonly lasts?: (bars: number, given: Given<P>) => number;
  },
): Transform => declaration as unknown as Transform;
