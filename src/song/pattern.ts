// Patterns as plain data: the tree of a mini-notation string, and expressions over patterns.
// Offsets inside a mini-notation tree are relative to its text, so that equal texts share one tree;
// the ids of its atoms are `firstAtom + atom.index`.

import type { Range, SourceId } from './origin.ts';
import type { Rational } from './time.ts';
import type { Name, Value } from './value.ts';

/** What an atom of mini-notation plays. Pitches are MIDI numbers (60 = c4), possibly fractional. */
export type AtomValue =
  | { readonly kind: 'note'; readonly midi: number; readonly name: string }
  /** Pitches from bass up, as close voicing around c4; `symbol` as written (`Am7`, `G/B`). */
  | { readonly kind: 'chord'; readonly symbol: string; readonly midi: readonly number[] }
  /**
   * A degree of a scale, counted from the tonic as 0 as Tidal and Strudel do; negative ones lie below.
   * `alter` is in semitones (`2#`). Sounds in the scale that a transform gives, else in the song's key.
   */
  | { readonly kind: 'degree'; readonly degree: number; readonly alter: number; readonly name: string }
  /**
   * A drum hit by its vocabulary name (`bd`, `sd`, `hh`, or `x` for "the instrument's own pitch"), or a
   * sound that the song names: a `sample`, or one that a `kit` declares. `sample` is the number of the
   * variant (`bd:3`), 0 where none is written.
   */
  | { readonly kind: 'hit'; readonly name: string; readonly sample?: number };

/**
 * A node of mini-notation. Steps of a sequence carry weights (`@`, `_`); `bars` is the top level cut
 * by bar lines, one cycle a bar; `alternate` is `< >`, one step a cycle.
 */
export type MiniNode =
  | {
      readonly kind: 'atom';
      readonly at: Range;
      readonly index: number;
      readonly value: AtomValue;
      /** `_c4`: goes on with the same pitch where it has just sounded, else begins anew. */
      readonly tied?: true;
    }
  | { readonly kind: 'rest'; readonly at: Range }
  /** `_` with no step before it in its bar or group: what has just sounded goes on through it. */
  | { readonly kind: 'hold'; readonly at: Range }
  /** A voice in which notes go on through `hold`s and into tied atoms, over bar lines too. */
  | { readonly kind: 'tied'; readonly at: Range; readonly of: MiniNode }
  | { readonly kind: 'sequence'; readonly at: Range; readonly steps: readonly MiniStep[] }
  | { readonly kind: 'alternate'; readonly at: Range; readonly steps: readonly MiniStep[] }
  | { readonly kind: 'stack'; readonly at: Range; readonly parts: readonly MiniNode[] }
  | { readonly kind: 'bars'; readonly at: Range; readonly bars: readonly MiniNode[] }
  /** `a*2` has factor 2, `a/3` has factor 1/3. */
  | { readonly kind: 'speed'; readonly at: Range; readonly of: MiniNode; readonly factor: Rational }
  /** `a(3,8,2)`: `pulses` of `steps`, rotated left by `rotation`. */
  | {
      readonly kind: 'euclid';
      readonly at: Range;
      readonly of: MiniNode;
      readonly pulses: number;
      readonly steps: number;
      readonly rotation: number;
    }
  /** `{a b c}%4`: `per` steps a cycle, however many there are; one voice of `{ , }`. */
  | {
      readonly kind: 'polymeter';
      readonly at: Range;
      readonly steps: readonly MiniStep[];
      readonly per: Rational;
    }
  /** `[a | b | c]`: one of them in each cycle, by chance. `place` sets its draws apart from others. */
  | {
      readonly kind: 'choice';
      readonly at: Range;
      readonly choices: readonly MiniNode[];
      readonly place: number;
    }
  /** `a?0.3`: each of its notes is left out with the chance `drop`. */
  | {
      readonly kind: 'chance';
      readonly at: Range;
      readonly of: MiniNode;
      readonly drop: Rational;
      readonly place: number;
    }
  /** `a*<2 3>` and `a(<3 5>,8,0)`: speed or Euclid whose numbers are patterns themselves. */
  | {
      readonly kind: 'varied';
      readonly at: Range;
      readonly of: MiniNode;
      readonly sign: '*' | '/' | '(';
      /** One for `*` and `/`; pulses, steps and rotation for `(`. Their leaves are `number`s. */
      readonly numbers: readonly MiniNode[];
    }
  /** Stands in the `numbers` of `varied` only; plays nothing. */
  | { readonly kind: 'number'; readonly at: Range; readonly value: Rational };

export interface MiniStep {
  readonly node: MiniNode;
  /** Share of the sequence's time: 1, or as `@n` and `_` make it. */
  readonly weight: Rational;
}

/** A parsed mini-notation text. `atoms` counts its atoms; its root is `bars` where bar lines are written. */
export interface Mini {
  readonly text: string;
  readonly root: MiniNode;
  readonly atoms: number;
  /** The range of each atom in `text`, by atom index. */
  readonly places: readonly Range[];
  /** The atoms that only a song can tell the meaning of: sounds by the name that it gives them. */
  readonly sounds: readonly SoundName[];
}

/** A word of mini-notation that is no note and no drum hit: silent where no sound has that name. */
export interface SoundName {
  readonly name: string;
  /** Index of the atom. */
  readonly atom: number;
}

/** An expression that yields a pattern; time runs in cycles, and a cycle is a bar. */
export type PatternExpression =
  | { readonly kind: 'mini'; readonly mini: Mini; readonly firstAtom: SourceId; readonly id: SourceId }
  | { readonly kind: 'name'; readonly name: Name; readonly id: SourceId }
  | { readonly kind: 'silence'; readonly id: SourceId }
  | {
      readonly kind: 'transform';
      readonly of: PatternExpression;
      readonly transform: Name;
      readonly arguments: readonly Argument[];
      readonly id: SourceId;
    }
  /** `cat(verse_a, verse_b)`: patterns put together, without one in front of a dot. */
  | {
      readonly kind: 'call';
      readonly function: Name;
      readonly arguments: readonly Argument[];
      readonly id: SourceId;
    };

/** What stands between the brackets of a transform. A bare word is a name: which kind, its parameter says. */
export type Argument =
  | Value
  | { readonly kind: 'range'; readonly low: Value; readonly high: Value; readonly id: SourceId }
  | { readonly kind: 'pattern'; readonly expression: PatternExpression; readonly id: SourceId }
  /** A transform with its own brackets: `every(4, fast(2))`. */
  | {
      readonly kind: 'transform';
      readonly transform: Name;
      readonly arguments: readonly Argument[];
      readonly id: SourceId;
    };
