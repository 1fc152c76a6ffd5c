// What a transform is: one file each declares it, a row of the table in transforms.ts offers it, and
// completion, hover, docs and the reading of its arguments derive from it.

import type { Bar } from '../../music/meter.ts';
import type { Rational } from '../../song/time.ts';
import type { Quantity } from '../../song/value.ts';
import type { Pattern } from '../pattern.ts';

/** A number with a range, in the base unit of its quantity (`50%` is 0.5). */
export interface NumberParameter {
  readonly kind: 'number';
  readonly name: string;
  readonly doc: string;
  /** What may be written. */
  readonly quantities: readonly Quantity[];
  readonly min: number;
  readonly max: number;
  readonly whole?: true;
}

/** A stretch of time, written in bars, beats or notes. */
export interface TimeParameter {
  readonly kind: 'time';
  readonly name: string;
  readonly doc: string;
}

/** The name of a transform that itself takes nothing. */
export interface TransformParameter {
  readonly kind: 'transform';
  readonly name: string;
  readonly doc: string;
}

export type Parameter = NumberParameter | TimeParameter | TransformParameter;

/** An argument as `apply` gets it: exact; a time in bars, which are cycles. */
export type Argument = Rational | Transform;

export interface Transform {
  readonly name: string;
  /** One or two sentences, for hover and docs. */
  readonly doc: string;
  /** A pattern in the `.song` language: documentation and test. */
  readonly example: string;
  /** What stands in its parentheses, all of it due. */
  readonly parameters: readonly Parameter[];
  apply(of: Pattern, ...given: readonly Argument[]): Pattern;
}

/** What the song adds to an argument: how many beats a bar has. */
export interface TransformContext {
  readonly meter: Bar;
}
