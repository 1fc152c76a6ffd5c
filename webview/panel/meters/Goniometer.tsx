// Left against right, turned by an eighth: a mono sound is an upright line, a wide one a cloud, one that vanishes in
// mono lies flat.

import { useEffect, useRef } from 'preact/hooks';
import { onFrame } from '../model/frames.ts';
import type { Panel } from '../model/panel.ts';
import { meterColours } from '../parts/meter-colours.ts';
import { sized } from './sized.ts';

export function Goniometer({ panel, isMaster }: { readonly panel: Panel; readonly isMaster: boolean }) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let drawn: unknown;
    return onFrame(() => {
      const newest = panel.meters.newest;
      const scope = (isMaster ? newest?.master : newest?.strip)?.scope;
      if (scope === drawn) return false;
      drawn = scope;
      draw(ref.current!, scope);
      return false;
    });
  }, [panel, isMaster]);
  return <canvas ref={ref} class="goniometer" />;
}

function draw(canvas: HTMLCanvasElement, scope: Float32Array | undefined): void {
  const surface = sized(canvas);
  if (!surface) return;
  const { context, width, height } = surface;
  const { scope: colour, bed } = meterColours();
  const [x, y] = [width / 2, height / 2];
  const reach = Math.min(x, y);
  context.strokeStyle = bed;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x - reach, y - reach);
  context.lineTo(x + reach, y + reach);
  context.moveTo(x + reach, y - reach);
  context.lineTo(x - reach, y + reach);
  context.stroke();
  if (!scope) return;
  context.fillStyle = colour;
  context.globalAlpha = 0.7;
  for (let i = 0; i < scope.length; i += 2) {
    const [left, right] = [scope[i]!, scope[i + 1]!];
    context.fillRect(
      x + (right - left) * reach * Math.SQRT1_2,
      y - (left + right) * reach * Math.SQRT1_2,
      1.5,
      1.5,
    );
  }
  context.globalAlpha = 1;
}
