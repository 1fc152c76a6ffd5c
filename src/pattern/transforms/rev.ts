// rev: every bar backwards.

import { mirror } from '../alter.ts';
import type { Transform } from './transform.ts';

export const rev: Transform = {
  name: 'rev',
  doc: 'Plays every bar of the pattern backwards; the bars stay in order.',
  example: 'hook.rev',
  parameters: [],
  apply: (of) => mirror(of),
};
