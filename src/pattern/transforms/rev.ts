// rev: every bar backwards.

import { mirror } from '../alter.ts';
import { transform } from './transform.ts';

export const rev = transform({
  name: 'rev',
  alias: 'reverse',
  doc: 'Plays every bar of the pattern backwards; the bars stay in order.',
  example: 'hook.rev',
  parameters: [],
  apply: (of) => mirror(of),
});
