// By how many dB an effect turns down now: a bar from the right, falling back slowly, and the figure.

import { useEffect, useRef } from 'preact/hooks';
import { limits } from '../../../src/engine/program.ts';
import { onFrame } from '../model/frames.ts';
import type { Panel } from '../model/panel.ts';

interface Props {
  readonly panel: Panel;
  /** Place in the program's chain; undefined for the master's limiter. */
  readonly insert: number | undefined;
  readonly owner: string;
}

const deepestDb = 24;
const fallDbASecond = 30;
/** A gate that turns down by so much passes nothing. */
const closedDb = 100;

export function Reduction({ panel, insert, owner }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let [shown, before, said] = [0, 0, ''];
    return onFrame((milliseconds) => {
      const now = panel.player.reports.reductions[insert ?? limits.inserts] ?? 0;
      const fall = (Math.min(100, milliseconds - before) / 1000) * fallDbASecond;
      before = milliseconds;
      shown = Math.max(panel.isPlaying.value ? now : 0, Math.min(shown, deepestDb) - fall, 0);
      bar.current!.style.transform = `scaleX(${Math.min(1, shown / deepestDb)})`;
      const figure = shown >= closedDb ? 'closed' : `${shown < 0.05 ? '0.0' : `−${shown.toFixed(1)}`} dB`;
      if (figure !== said) text.current!.textContent = figure;
      said = figure;
      return shown > 0;
    });
  }, [panel, insert]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a bar and its figure are no fieldset.
    <div class="reduction" role="group" aria-label={`Gain reduction of ${owner}`}>
      <div class="reduction-bed">
        <div class="reduction-bar" ref={bar} />
      </div>
      <span class="reduction-text" ref={text}>
        0.0 dB
      </span>
    </div>
  );
}
