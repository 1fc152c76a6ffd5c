// What a compressor makes of each level, and where it is now: input across, output up.

import type { PanelStrip } from '../../../src/protocol/song-view.ts';
import { type Dynamics, levelAfter } from '../model/dynamics.ts';
import type { Panel } from '../model/panel.ts';
import { effectPath } from '../model/setting-controls.ts';
import { type Surface, useCanvas } from '../parts/use-canvas.ts';

interface Props {
  readonly panel: Panel;
  readonly strip: PanelStrip;
  readonly effect: string;
}

const [lowest, highest] = [-60, 6];

export function DynamicsCurve({ panel, strip, effect }: Props) {
  const value = (name: string): number => panel.desk.valueAt(effectPath(strip, effect, name));
  const dynamics: Dynamics = {
    threshold: value('threshold'),
    ratio: value('ratio'),
    knee: value('knee'),
    makeup: value('makeup'),
  };
  const ref = useCanvas((surface) => draw(surface, dynamics, ref.current!), [JSON.stringify(dynamics)]);
  return <canvas class="dynamics-curve" ref={ref} />;
}

function draw({ context, width, height }: Surface, dynamics: Dynamics, element: Element): void {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const x = (db: number): number => ((db - lowest) / (highest - lowest)) * width;
  const y = (db: number): number => height - ((db - lowest) / (highest - lowest)) * height;
  context.fillStyle = colour('--grid-strong');
  for (const db of [-48, -36, -24, -12, 0]) {
    context.fillRect(Math.round(x(db)), 0, 1, height);
    context.fillRect(0, Math.round(y(db)), width, 1);
  }
  context.setLineDash([3, 3]);
  context.strokeStyle = colour('--line');
  context.beginPath();
  context.moveTo(x(lowest), y(lowest));
  context.lineTo(x(highest), y(highest));
  context.moveTo(x(dynamics.threshold), 0);
  context.lineTo(x(dynamics.threshold), height);
  context.stroke();
  context.setLineDash([]);
  context.strokeStyle = colour('--meter-reduction');
  context.lineWidth = 2;
  context.beginPath();
  for (let db = lowest; db <= highest; db += 0.5) context.lineTo(x(db), y(levelAfter(dynamics, db)));
  context.stroke();
}
