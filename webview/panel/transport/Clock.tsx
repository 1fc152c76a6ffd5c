// Where the song stands: bar and beat, minutes and seconds.

import { useComputed } from '@preact/signals';
import type { Panel } from '../model/panel.ts';
import { shownTime } from '../model/words.ts';

export function Clock({ panel }: { readonly panel: Panel }) {
  // Bound as text, so that sixty changes a second render nothing else.
  const bar = useComputed(() => String(panel.bar.value));
  const beat = useComputed(() => String(panel.beat.value));
  const time = useComputed(() => shownTime(panel.seconds.value, { tenths: true }));
  const whole = useComputed(() => shownTime(panel.song.value?.seconds ?? 0));
  return (
    <div class="clock" role="timer" aria-live="off" aria-label="Position">
      <span class="clock-bars" title="Bar and beat">
        <span class="clock-bar">{bar}</span>
        <span class="clock-dot">:</span>
        <span>{beat}</span>
      </span>
      <span class="clock-time" title="Time, and length of the song">
        <span>{time}</span> <span class="dim">/ {whole}</span>
      </span>
    </div>
  );
}
