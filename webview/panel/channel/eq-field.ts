// The field that equalisers are drawn on: frequency across, an octave as wide as any other, gain upwards; its lines,
// its figures, and a response over them.

import { clamp } from '../model/fader-law.ts';
import type { Surface } from '../parts/use-canvas.ts';

export const [lowestHertz, highestHertz] = [20, 20_000];
/** dB from the middle to the top, and to the bottom. */
export const reachDb = 24;
const points = 240;
const lines = [50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;

/** Of a share of the width. */
export const hertzAt = (share: number): number =>
  lowestHertz * (highestHertz / lowestHertz) ** clamp(share, 0, 1);
export const shareOf = (hertz: number): number =>
  Math.log(clamp(hertz, lowestHertz, highestHertz) / lowestHertz) / Math.log(highestHertz / lowestHertz);
/** Share of the height, from the top. */
export const heightOf = (db: number): number => 0.5 - clamp(db, -reachDb, reachDb) / (2 * reachDb);

/** @param responseAt  dB at each of some frequencies */
export function drawResponse(
  { context, width, height }: Surface,
  responseAt: (hertz: readonly number[]) => Float64Array,
  element: Element,
): void {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  context.fillStyle = colour('--grid-strong');
  for (const hertz of lines) context.fillRect(Math.round(shareOf(hertz) * width), 0, 1, height);
  for (const db of [-12, 12]) context.fillRect(0, Math.round(heightOf(db) * height), width, 1);
  context.fillStyle = colour('--line');
  context.fillRect(0, Math.round(height / 2), width, 1);
  context.fillStyle = colour('--dim');
  context.font = '10px sans-serif';
  for (const hertz of [100, 1000, 10_000])
    context.fillText(hertz >= 1000 ? `${hertz / 1000}k` : `${hertz}`, shareOf(hertz) * width + 3, height - 4);
  for (const db of [12, -12]) context.fillText(db > 0 ? `+${db}` : `−${-db}`, 3, heightOf(db) * height - 3);
  const hertz = Array.from({ length: points }, (_, index) => hertzAt(index / (points - 1)));
  context.beginPath();
  responseAt(hertz).forEach((db, index) => {
    const [x, y] = [(index / (points - 1)) * width, heightOf(db) * height];
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.lineWidth = 2;
  context.strokeStyle = colour('--accent');
  context.stroke();
  context.lineTo(width, height / 2);
  context.lineTo(0, height / 2);
  context.globalAlpha = 0.15;
  context.fillStyle = colour('--accent');
  context.fill();
  context.globalAlpha = 1;
}
