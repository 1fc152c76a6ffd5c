// A stereo meter: RMS solid, peak light, a line that holds the peak, a light that counts clips, and beside it how far
// a compressor turns down. On the fader's measure.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { meterStride } from '../../../src/engine/live/messages.ts';
import { dbOf, placeOf } from '../model/fader-law.ts';
import { onFrame } from '../model/frames.ts';
import type { Panel } from '../model/panel.ts';
import { counted } from '../model/words.ts';
import { meterColours } from '../parts/meter-colours.ts';
import {
  advance,
  deepestReductionDb,
  floorDb,
  type Levels,
  type MeterFace,
  restingFace,
} from './ballistics.ts';

interface Props {
  readonly panel: Panel;
  /** Place of the strip among all: tracks, buses, master. */
  readonly index: number;
  readonly name: string;
  readonly showsReduction: boolean;
}

export function Meter({ panel, index, name, showsReduction }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const clips = useSignal(0);
  const face = useRef(restingFace());
  useEffect(() => {
    let before = 0;
    return onFrame((milliseconds) => {
      const moved = advance(
        face.current,
        levelsOf(panel.player.reports.meters, index),
        Math.min(100, milliseconds - before),
      );
      before = milliseconds;
      clips.value = face.current.clips;
      draw(ref.current!, face.current, showsReduction);
      return moved;
    });
  }, [panel, index, showsReduction]);
  const clear = (): void => {
    face.current.clips = 0;
    clips.value = 0;
  };
  const count = clips.value;
  return (
    <div class={`meter ${showsReduction ? 'has-reduction' : ''}`}>
      <button
        type="button"
        class="clip"
        aria-label={
          count > 0 ? `${name} clipped ${counted(count, 'time')}: clear` : `${name} has not clipped`
        }
        aria-pressed={count > 0}
        title={count > 0 ? `It clipped ${counted(count, 'time')}. Click to clear.` : 'Clip light'}
        onClick={clear}
        tabIndex={count > 0 ? 0 : -1}
      >
        {count > 0 && (count > 99 ? '99+' : count)}
      </button>
      <canvas ref={ref} />
    </div>
  );
}

function levelsOf(meters: Float32Array, index: number): Levels {
  const at = index * meterStride;
  const db = (offset: number): number => Math.max(floorDb, dbOf(meters[at + offset] ?? 0));
  return { peak: [db(0), db(1)], rms: [db(2), db(3)], reduction: meters[at + 4] ?? 0 };
}

const barWidth = 6;
const barGap = 2;
const reductionWidth = 3;

function draw(canvas: HTMLCanvasElement, face: MeterFace, showsReduction: boolean): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  if (width === 0) return;
  const scale = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
  }
  const context = canvas.getContext('2d')!;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  const colours = meterColours();
  const level = context.createLinearGradient(0, height, 0, 0);
  for (const [db, colour] of [
    [floorDb, colours.low],
    [-14, colours.low],
    [-7, colours.middle],
    [-1, colours.middle],
    [0, colours.high],
  ] as const) {
    level.addColorStop(placeOf(db), colour);
  }
  for (const side of [0, 1] as const) {
    const left = side * (barWidth + barGap);
    context.fillStyle = colours.bed;
    context.fillRect(left, 0, barWidth, height);
    context.fillStyle = level;
    context.globalAlpha = 0.45;
    fillTo(context, left, height, face.peak[side]);
    context.globalAlpha = 1;
    fillTo(context, left, height, face.rms[side]);
    if (face.hold[side] > -60)
      context.fillRect(left, Math.round(height * (1 - placeOf(face.hold[side]))), barWidth, 1.5);
  }
  if (!showsReduction) return;
  const left = 2 * (barWidth + barGap);
  context.fillStyle = colours.bed;
  context.fillRect(left, 0, reductionWidth, height);
  context.fillStyle = colours.reduction;
  context.fillRect(left, 0, reductionWidth, height * Math.min(1, face.reduction / deepestReductionDb));
}

function fillTo(context: CanvasRenderingContext2D, left: number, height: number, db: number): void {
  const top = height * (1 - placeOf(db));
  context.fillRect(left, top, barWidth, height - top);
}
