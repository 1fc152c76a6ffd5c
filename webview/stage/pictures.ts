// The scope and the spectrum, in the theme's colours. Where motion is to be reduced they change four times a second.

import type { StagePicture } from '../../src/protocol/stage.ts';

const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
const calmMs = 250;

export class Pictures {
  readonly #scope: HTMLCanvasElement;
  readonly #spectrum: HTMLCanvasElement;
  #last: Pick<StagePicture, 'wave' | 'bands'> = { wave: [], bands: [] };
  #drawnMs = Number.NEGATIVE_INFINITY;
  #peaks: number[] = [];

  constructor(scope: HTMLCanvasElement, spectrum: HTMLCanvasElement) {
    this.#scope = scope;
    this.#spectrum = spectrum;
    const redraw = (): void => this.redraw();
    new ResizeObserver(redraw).observe(scope);
    new ResizeObserver(redraw).observe(spectrum);
  }

  draw({ wave, bands }: Pick<StagePicture, 'wave' | 'bands'>): void {
    const now = performance.now();
    if (calm.matches && now - this.#drawnMs < calmMs) return;
    this.#drawnMs = now;
    this.#last = { wave, bands };
    this.redraw();
  }

  redraw(): void {
    drawWave(this.#scope, this.#last.wave);
    const { bands } = this.#last;
    this.#peaks = bands.map((band, index) => Math.max(band, (this.#peaks[index] ?? 0) - 2));
    drawBands(this.#spectrum, bands, this.#peaks);
  }
}

function ready(canvas: HTMLCanvasElement): {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
} {
  const { clientWidth: width, clientHeight: height } = canvas;
  const scale = window.devicePixelRatio || 1;
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
  }
  const context = canvas.getContext('2d')!;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  return { context, width, height };
}

const colour = (canvas: HTMLElement, name: string): string =>
  getComputedStyle(canvas).getPropertyValue(name).trim();

function drawWave(canvas: HTMLCanvasElement, wave: readonly number[]): void {
  const { context, width, height } = ready(canvas);
  context.strokeStyle = colour(canvas, '--accent');
  context.lineWidth = 2.5;
  context.lineJoin = 'round';
  context.beginPath();
  // It begins where it rises, so that the picture stands still.
  const half = wave.length >> 1;
  const rise = wave.findIndex(
    (value, index) => index > 0 && index < half && wave[index - 1]! <= 128 && value > 128,
  );
  const from = Math.max(0, rise);
  const points = half > 0 ? wave.slice(from, from + half) : [128, 128];
  points.forEach((value, index) => {
    const y = height / 2 - ((value - 128) / 127) * 1.5 * (height / 2 - 2);
    context.lineTo((index / (points.length - 1)) * width, Math.min(height - 2, Math.max(2, y)));
  });
  context.stroke();
}

function drawBands(canvas: HTMLCanvasElement, bands: readonly number[], peaks: readonly number[]): void {
  const { context, width, height } = ready(canvas);
  const [low, high] = [colour(canvas, '--low'), colour(canvas, '--high')];
  const fill = context.createLinearGradient(0, height, 0, 0);
  fill.addColorStop(0, low);
  fill.addColorStop(1, high);
  const step = width / Math.max(1, bands.length);
  bands.forEach((band, index) => {
    const top = height * (1 - band / 255);
    context.fillStyle = fill;
    context.fillRect(index * step + 1, top, Math.max(1, step - 2), height - top);
    context.fillStyle = high;
    context.fillRect(index * step + 1, height * (1 - peaks[index]! / 255) - 2, Math.max(1, step - 2), 2);
  });
}
