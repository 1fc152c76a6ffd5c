// Why a control can't be moved: the words for it, and the code that makes its value.

import type { Locked } from '../languages/language.ts';
import type { PanelLock } from '../protocol/strip-view.ts';

const reasons: Readonly<Record<Locked['why'], string>> = {
  computed: 'Computed by the program, not written',
  elsewhere: 'Written in another file',
  shared: 'Written once for several values',
};

/** Another file is not shown from here. */
export const panelLock = ({ why, range: { from, to }, file }: Locked): PanelLock => ({
  reason: reasons[why],
  ...(file === undefined ? { from, to } : { from: 0, to: 0 }),
});
