// The spectrum of what sounds, by thirds of an octave: of the strip that is looked at, or of the master. Drawn with
// the other meters, frame by frame, while there is something to see.

import { useEffect, useRef } from 'preact/hooks';
import { bandHertz } from '../../../src/audio/meters/spectrum.ts';
import type { PanelStrip } from '../../../src/protocol/song-view.ts';
import { onFrame } from '../model/frames.ts';
import type { Panel } from '../model/panel.ts';
import { meterColours } from '../parts/meter-colours.ts';
import { sized } from './sized.ts';

interface Props {
  readonly panel: Panel;
  readonly strip: Pick<PanelStrip, 'path'>;
  readonly lowest: number;
  readonly highest: number;
}

const [floorDb, topDb] = [-84, 0];

export function Spectrum({ panel, strip, lowest, highest }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const isMaster = strip.path === 'master';
  useEffect(() => {
    let [drawn, inks]: unknown[] = [];
    return onFrame(() => {
      const newest = panel.meters.newest;
      const bands = (isMaster ? newest?.master : newest?.strip)?.bands;
      if (bands === drawn && inks === meterColours()) return false;
      [drawn, inks] = [bands, meterColours()];
      draw(ref.current!, bands, lowest, highest);
      return false;
    });
  }, [panel, isMaster, lowest, highest]);
  return <canvas ref={ref} class="spectrum" />;
}

function draw(
  canvas: HTMLCanvasElement,
  bands: Float32Array | undefined,
  lowest: number,
  highest: number,
): void {
  const surface = sized(canvas);
  if (!surface || !bands) return;
  const { context, width, height } = surface;
  const x = (hertz: number): number => (Math.log(hertz / lowest) / Math.log(highest / lowest)) * width;
  // Louder bands lie lower in frequency in most music: 3 dB an octave more makes the picture even.
  const y = (db: number, hertz: number): number => {
    const even = db + 3 * Math.log2(hertz / 1000);
    return height * (1 - Math.min(1, Math.max(0, (even - floorDb) / (topDb - floorDb))));
  };
  context.beginPath();
  context.moveTo(0, height);
  for (const [index, hertz] of bandHertz.entries()) context.lineTo(x(hertz), y(bands[index]!, hertz));
  context.lineTo(width, height);
  context.closePath();
  context.fillStyle = meterColours().spectrum;
  context.fill();
}
