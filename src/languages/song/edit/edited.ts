// What a change comes to.

import type { TextEdit } from '../../../song/origin.ts';

/** One change as edits, or why it can't be made, in a sentence for the person who asked. */
export type Edited = readonly TextEdit[] | { readonly reason: string };
