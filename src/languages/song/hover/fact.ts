// What is known about a place of the text.

import type { Range } from '../../../song/origin.ts';
import type { HoverSubject } from '../../language.ts';

/** Something to tell of a stretch of the text; the telling waits until it is asked for. */
export interface Fact {
  readonly range: Range;
  readonly tell: () => string | undefined;
  readonly about?: HoverSubject;
}
