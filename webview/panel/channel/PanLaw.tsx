// How every strip is shared out between the speakers: one law for the song, which stands in its master.

import { panLaw } from '../../../src/vocabulary/mixer.ts';
import type { Desk } from '../model/desk.ts';
import { SettingRow } from './SettingRow.tsx';

export function PanLaw({ desk, master }: { readonly desk: Desk; readonly master: string }) {
  return (
    <div class="routing pan-law">
      <h3>Pan law</h3>
      <SettingRow desk={desk} path={`${master}.${panLaw.path}`} owner="the song" name="in the middle" />
      <p class="dim">
        What a mono sound loses on each side in the middle: −3 dB is equal power, −6 dB keeps the sum of both
        sides. A stereo sound stays as it is there, and one side folds into the other.
      </p>
    </div>
  );
}
