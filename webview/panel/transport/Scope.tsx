// The shape of the sound at the very end of Tone.js's graph: a glance says whether sound comes out.

import { useEffect, useRef } from 'preact/hooks';
import { onFrame } from '../model/frames.ts';
import type { Panel } from '../model/panel.ts';
import { meterColours } from '../parts/meter-colours.ts';

const quiet = 1e-4;

export function Scope({ panel }: { readonly panel: Panel }) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => onFrame(() => draw(ref.current!, panel.player.waveform) || panel.isPlaying.value), [panel]);
  return <canvas class="scope" ref={ref} />;
}

/** @returns whether there is anything to see */
function draw(canvas: HTMLCanvasElement, waveform: Float32Array | undefined): boolean {
  const { clientWidth: width, clientHeight: height } = canvas;
  if (width === 0) return false;
  const scale = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * scale)) {
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
  }
  const context = canvas.getContext('2d')!;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  context.strokeStyle = meterColours().scope;
  context.lineWidth = 1.25;
  context.beginPath();
  let loudest = 0;
  const start = waveform ? risingEdge(waveform) : 0;
  const shown = waveform ? Math.min(waveform.length >> 1, waveform.length - start) : 2;
  for (let index = 0; index < shown; index++) {
    const value = waveform?.[start + index] ?? 0;
    loudest = Math.max(loudest, Math.abs(value));
    context.lineTo(
      (index / (shown - 1)) * width,
      height / 2 - Math.max(-1, Math.min(1, value * 1.6)) * (height / 2 - 1),
    );
  }
  context.stroke();
  return loudest > quiet;
}

/** Where the wave first goes up through zero, so that the picture stands still. */
function risingEdge(waveform: Float32Array): number {
  for (let index = 1; index < waveform.length >> 1; index++)
    if (waveform[index - 1]! <= 0 && waveform[index]! > 0) return index;
  return 0;
}
