// Left against right, turned by an eighth: a mono sound is an upright line, a wide one a cloud, one that vanishes in
// mono lies flat. What is soft is drawn larger, so that its shape is seen.

import { useEffect, useRef } from 'preact/hooks';
import { onFrame } from '../model/frames.ts';
import type { Panel } from '../model/panel.ts';
import { meterColours } from '../parts/meter-colours.ts';
import { sized } from './sized.ts';

export function Goniometer({ panel, isMaster }: { readonly panel: Panel; readonly isMaster: boolean }) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let [drawn, inks]: unknown[] = [];
    let loudest = 1;
    return onFrame(() => {
      const newest = panel.meters.newest;
      const scope = (isMaster ? newest?.master : newest?.strip)?.scope;
      if (scope === drawn && inks === meterColours()) return false;
      [drawn, inks] = [scope, meterColours()];
      // Louder at once, softer by and by: the picture breathes, and does not flicker.
      loudest = Math.max(peakOf(scope), loudest * 0.97, softest);
      draw(ref.current!, scope, loudest);
      return false;
    });
  }, [panel, isMaster]);
  return <canvas ref={ref} class="goniometer" />;
}

/** Drawn no larger than this would be: noise is no picture. */
const softest = 0.02;

const peakOf = (scope: Float32Array | undefined): number =>
  scope?.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) ?? 0;

/** @param loudest  what reaches the edge */
function draw(canvas: HTMLCanvasElement, scope: Float32Array | undefined, loudest: number): void {
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
      x + ((right - left) / loudest) * reach * 0.5,
      y - ((left + right) / loudest) * reach * 0.5,
      1.5,
      1.5,
    );
  }
  context.globalAlpha = 1;
}
