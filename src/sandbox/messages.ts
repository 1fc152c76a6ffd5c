// What the evaluating worker is sent and what it sends.

import type { Opened } from '../languages/link.ts';
import type { Evaluated } from '../languages/typescript/evaluated.ts';

export type ToSandbox =
  | {
      readonly type: 'evaluate';
      readonly id: number;
      readonly file: string;
      readonly text: string;
      readonly milliseconds?: number;
      readonly megabytes?: number;
    }
  | { readonly type: 'opened'; readonly id: number; readonly opened: Exclude<Opened, undefined> };

export type FromSandbox =
  /** The song names a file: who has files opens it. */
  | { readonly type: 'open'; readonly id: number; readonly path: string; readonly from: string }
  /** The song runs from now on. */
  | { readonly type: 'running'; readonly id: number }
  | { readonly type: 'evaluated'; readonly id: number; readonly evaluated: Evaluated };
