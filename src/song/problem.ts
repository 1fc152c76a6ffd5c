// Problems: what is wrong with a song, in a producer's words, on the exact characters.
// A problem becomes an LSP diagnostic only in the server.

import type { SourceId } from './origin.ts';

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
 * - `declare`: an empty declaration of that kind and name, where such ones stand.
 * - `arrange`: append the section to the arrangement.
 * - `set`: the value at a path of the mixer or an instrument (`bass.level`), as the language writes it.
 */
export type Change =
  | { readonly do: 'replace'; readonly id: SourceId; readonly text: string }
  | { readonly do: 'delete'; readonly id: SourceId }
  | { readonly do: 'declare'; readonly what: DeclarationKind; readonly name: string }
  | { readonly do: 'arrange'; readonly section: string }
  | { readonly do: 'set'; readonly path: string; readonly value: string };

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
