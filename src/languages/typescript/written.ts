// What a program says of the values in its calls before it runs: where each literal stands, which names lead
// to literals, and what is computed. With the path that a value took while the song ran, this leads to the
// characters that made it. Plain data; offsets are those of the module's text.

import type { Range } from '../../song/origin.ts';

export type Literal = string | number | boolean;

export type Written =
  /** A string, a number or a truth. `content` is the part whose characters are those of the value, if any is. */
  | (Range & { readonly kind: 'literal'; readonly value: Literal; readonly content?: Range })
  /** A template with its texts (one more than holes) and what stands in the holes. */
  | (Range & {
      readonly kind: 'template';
      readonly texts: readonly Written[];
      readonly holes: readonly Written[];
    })
  | (Range & { readonly kind: 'object'; readonly entries: readonly WrittenEntry[] })
  | (Range & { readonly kind: 'array'; readonly items: readonly Written[] })
  /** What one of several expressions gives: `loud ? '-3dB' : '-9dB'`. */
  | (Range & { readonly kind: 'either'; readonly options: readonly Written[] })
  /** One after the other of a list: the variable of a loop. `loop` tells loops apart. */
  | (Range & { readonly kind: 'each'; readonly of: Written; readonly loop: number })
  | (Range & { readonly kind: 'member'; readonly of: Written; readonly key: string | number })
  /** A variable that is set once; looked up when asked, since it may lead to itself. */
  | (Range & { readonly kind: 'name'; readonly meaning: () => Written })
  | (Range & { readonly kind: 'imported'; readonly path: string; readonly name: string })
  /** What a function is called with: known by the call that it is in. */
  | (Range & { readonly kind: 'parameter'; readonly of: number; readonly index: number })
  /** Anything else. */
  | (Range & { readonly kind: 'computed' });

export interface WrittenEntry extends Range {
  /** Undefined for `...spread`. */
  readonly key?: string;
  readonly name: Range;
  readonly value: Written;
}

/** A call of the API, or of a function of the song that leads there. */
export interface Site extends Range {
  readonly id: number;
  /** What is called: `track`, `humanize`. */
  readonly callee: Range;
  /** The brackets' inside, where there are brackets. */
  readonly inside: Range;
  readonly arguments: readonly Written[];
}
