// Problems: what is wrong with a song, in a producer's words, on the exact characters.
// A problem becomes an LSP diagnostic only in the server.

import type { SourceId } from './origin.ts';
import type { LaneShape } from './place.ts';

export type Severity = 'error' | 'warning' | 'information';

export interface Problem {
  /** The rule's id (`ARR1`), or `SYN` for what the reading of the text found. */
  readonly rule: string;
  readonly severity: Severity;
  /** The fact, the limit, the remedy: one or two sentences. */
  readonly message: string;
  readonly id: SourceId;
  /** Further places of the same cause. */
  readonly also?: readonly SourceId[];
  readonly fixes?: readonly Fix[];
}

/** A named quick fix; `changes` are applied together or not at all. */
export interface Fix {
  readonly title: string;
  readonly changes: readonly Change[];
}

/**
 * A musical change that each language turns into its own smallest text edit.
 * - `replace`: the token or construct `id` by `text`.
 * - `delete`: the whole construct `id`, with its line or its comma.
 * - `declare`: a declaration of that kind and name, where such ones stand: empty, or with `body` behind its name.
 * - `transform`: a transform behind the pattern expression `id`, with its arguments as written in a song.
 * - `insert`: `text` as an entry before the entry `id`, in the same block.
 * - `arrange`: append the section to the arrangement.
 * - `rearrange`: the sections in another order, more or fewer, or repeated otherwise; entries that stay are kept as
 *   they are written.
 * - `set`: the value at a path of the mixer or an instrument (`bass.level`), as the language writes it. A group or a
 *   send with an empty value is taken out.
 * - `chain`: the effects of a strip in another order, fewer or more, by the vocabulary's names.
 * - `bands`: the bands of a strip's parametric equaliser.
 * - `automate`: what a lane of points is to be; without points it is taken out.
 */
export type Change =
  | { readonly do: 'replace'; readonly id: SourceId; readonly text: string }
  | { readonly do: 'delete'; readonly id: SourceId }
  | {
      readonly do: 'declare';
      readonly what: DeclarationKind | 'brief' | 'deliver';
      /** Empty for what has no name: a brief, a delivery. */
      readonly name: string;
      /** In the words of the language that it is for; a language that cannot take it refuses. */
      readonly body?: string;
    }
  | {
      readonly do: 'transform';
      readonly id: SourceId;
      readonly transform: string;
      readonly arguments: readonly string[];
    }
  | { readonly do: 'insert'; readonly id: SourceId; readonly text: string }
  | { readonly do: 'arrange'; readonly section: string }
  | { readonly do: 'rearrange'; readonly placements: readonly WantedPlacement[] }
  | { readonly do: 'set'; readonly path: string; readonly value: string }
  | { readonly do: 'chain'; readonly strip: string; readonly effects: readonly string[] }
  /** `effect` says which of several, `ParametricEQ2`; absent: the first. */
  | {
      readonly do: 'bands';
      readonly strip: string;
      readonly effect?: string;
      readonly bands: readonly WantedBand[];
    }
  | {
      readonly do: 'automate';
      readonly path: string;
      /** The section that it stands in; absent: the song. */
      readonly section?: string;
      readonly points: readonly WantedPoint[];
    };

/** A band of an equaliser, its values as a song writes them: `bell 250Hz -2dB 1.2`. */
export interface WantedBand {
  readonly type: string;
  readonly frequency: string;
  readonly gain?: string;
  readonly Q?: string;
}

/** A point of a lane, as a song writes it; `id` where it is one that is there already. */
export interface WantedPoint {
  readonly at: string;
  readonly value: string;
  readonly shape: LaneShape;
  readonly id?: SourceId;
}

/** An entry of the arrangement as it should be; `id` where it is one that is there already. */
export interface WantedPlacement {
  readonly section: string;
  /** How often it plays, from 1. */
  readonly repeats: number;
  readonly id?: SourceId;
}

export type DeclarationKind =
  | 'instrument'
  | 'pattern'
  | 'progression'
  | 'track'
  | 'bus'
  | 'section'
  | 'take'
  | 'sample'
  | 'kit'
  | 'tuning'
  | 'marker';
