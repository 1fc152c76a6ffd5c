// The curve of a parametric equaliser: a point for each band to drag, and what all of them do together, from the
// core's own coefficients. Behind it the spectrum of what sounds. Wheel or Page keys set Q; Delete takes a band out.

import { useRef } from 'preact/hooks';
import type { PanelStrip } from '../../../src/protocol/song-view.ts';
import { bandKinds } from '../../../src/vocabulary/effects/parametric-eq.ts';
import { written } from '../../../src/vocabulary/written.ts';
import { Spectrum } from '../meters/Spectrum.tsx';
import { responseOf } from '../model/eq-response.ts';
import { clamp } from '../model/fader-law.ts';
import type { Panel } from '../model/panel.ts';
import { type Surface, useCanvas } from '../parts/use-canvas.ts';
import { type Bands, bandsOf, hasGain, type NumberedBand } from './use-band-drag.ts';

const [lowest, highest] = [20, 20_000];
const reachDb = 24;
const points = 240;
const grid = [50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;

const hertzAt = (share: number): number => lowest * (highest / lowest) ** clamp(share, 0, 1);
const shareOf = (hertz: number): number =>
  Math.log(clamp(hertz, lowest, highest) / lowest) / Math.log(highest / lowest);
const heightOf = (db: number): number => 0.5 - clamp(db, -reachDb, reachDb) / (2 * reachDb);

export function EqCurve({ panel, strip }: { readonly panel: Panel; readonly strip: PanelStrip }) {
  const bands = bandsOf(panel, strip);
  const field = useRef<HTMLDivElement>(null);
  const canvas = useCanvas(
    (surface) => drawCurve(surface, bands.all, panel.rate, canvas.current!),
    [JSON.stringify(bands.all)],
  );
  const add = (event: MouseEvent): void => {
    if (event.target !== event.currentTarget || bands.isFull) return;
    const box = field.current!.getBoundingClientRect();
    const frequency = Number(hertzAt((event.clientX - box.left) / box.width).toPrecision(3));
    const gain = Math.round((0.5 - (event.clientY - box.top) / box.height) * 2 * reachDb * 2) / 2;
    bands.add({ type: 'bell', frequency, gain, Q: Math.SQRT1_2 });
  };
  return (
    <div class="eq-curve">
      <Spectrum panel={panel} strip={strip} lowest={lowest} highest={highest} />
      <canvas ref={canvas} />
      {/* biome-ignore lint/a11y/useSemanticElements: points on a curve are no fieldset. */}
      <div
        class="eq-points"
        ref={field}
        role="group"
        aria-label={`Equaliser curve of ${strip.name}`}
        onDblClick={add}
      >
        {bands.all.map((band) => (
          <Point key={band.number} bands={bands} band={band} field={field} name={strip.name} />
        ))}
      </div>
      <select
        class="eq-add"
        aria-label={`Add a band to the equaliser of ${strip.name}`}
        disabled={bands.isFull}
        value=""
        onChange={(event) => {
          const type = event.currentTarget.value;
          event.currentTarget.value = '';
          if (type) bands.add({ type, frequency: restingHertz[type] ?? 1000, gain: 0, Q: Math.SQRT1_2 });
        }}
      >
        <option value="">Add band</option>
        {bandKinds.map(({ type }) => (
          <option key={type} value={type}>
            {type}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Where a new band of a kind begins. */
const restingHertz: Readonly<Record<string, number>> = {
  highpass: 40,
  lowshelf: 120,
  highshelf: 8000,
  lowpass: 16_000,
};

interface PointProps {
  readonly bands: Bands;
  readonly band: NumberedBand;
  readonly field: { readonly current: HTMLDivElement | null };
  readonly name: string;
}

function Point({ bands, band, field, name }: PointProps) {
  const { number, type, frequency, gain, Q } = band;
  const dragging = useRef<{ x: number; y: number; moved: boolean } | undefined>(undefined);
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(bands);
  latest.current = bands;
  const turns = hasGain(type);
  /** Keys and wheel are one gesture until they rest. */
  const soon = (): void => {
    clearTimeout(rest.current);
    rest.current = setTimeout(() => latest.current.release(), 450);
  };
  const move = (event: PointerEvent): void => {
    const held = dragging.current;
    if (!held) return;
    const box = field.current!.getBoundingClientRect();
    const share = event.shiftKey ? 0.2 : 1;
    const dx = ((event.clientX - held.x) / box.width) * share;
    const dy = ((event.clientY - held.y) / box.height) * share;
    if (dx === 0 && dy === 0) return;
    dragging.current = { x: event.clientX, y: event.clientY, moved: true };
    bands.move(number, {
      frequency: hertzAt(shareOf(frequency) + dx),
      ...(turns && { gain: clamp(gain - dy * 2 * reachDb, -40, 40) }),
    });
  };
  const end = (): void => {
    if (dragging.current?.moved) bands.release();
    dragging.current = undefined;
  };
  const key = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 0.2 : 1;
    const change = changeOf(event.key, band, step);
    if (event.key === 'Delete' || event.key === 'Backspace') bands.remove(number);
    else if (change) {
      bands.move(number, change);
      soon();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button
      type="button"
      role="slider"
      class={`eq-point eq-${type}`}
      style={{ left: `${shareOf(frequency) * 100}%`, top: `${heightOf(turns ? gain : 0) * 100}%` }}
      aria-label={`Band ${number} of ${name}, ${type}`}
      aria-valuemin={lowest}
      aria-valuemax={highest}
      aria-valuenow={Math.round(frequency)}
      aria-valuetext={[
        written(frequency, 'hertz').replace(/k?Hz/, ' $&'),
        ...(turns ? [written(gain, 'decibels').replace('dB', ' dB').replace('-', 'minus ')] : []),
        `Q ${written(Q, 'number')}`,
      ].join(', ')}
      title={`${type} ${written(frequency, 'hertz')}${turns ? ` ${written(gain, 'decibels')}` : ''} Q ${written(Q, 'number')}. Drag; wheel sets Q; Delete takes it out.`}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus({ preventScroll: true });
        event.preventDefault();
        dragging.current = { x: event.clientX, y: event.clientY, moved: false };
      }}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onWheel={(event) => {
        event.preventDefault();
        bands.move(number, { Q: clamp(Q * 1.12 ** (event.deltaY < 0 ? 1 : -1), 0.1, 40) });
        soon();
      }}
      onDblClick={(event) => {
        event.stopPropagation();
        if (!turns) return;
        bands.move(number, { gain: 0 });
        bands.release();
      }}
      onKeyDown={key}
    >
      {number}
    </button>
  );
}

/** Arrows: a semitone, half a dB; Page keys: Q; Home: flat. */
function changeOf(key: string, { frequency, gain, Q, type }: NumberedBand, step: number) {
  const semitones = (count: number) => ({
    frequency: clamp(frequency * 2 ** ((count * step) / 12), lowest, highest),
  });
  const turned = (db: number) => (hasGain(type) ? { gain: clamp(gain + db * step, -40, 40) } : {});
  switch (key) {
    case 'ArrowRight':
      return semitones(1);
    case 'ArrowLeft':
      return semitones(-1);
    case 'ArrowUp':
      return turned(0.5);
    case 'ArrowDown':
      return turned(-0.5);
    case 'PageUp':
      return { Q: clamp(Q * 1.12, 0.1, 40) };
    case 'PageDown':
      return { Q: clamp(Q / 1.12, 0.1, 40) };
    case 'Home':
      return turned(-gain / step);
    default:
      return undefined;
  }
}

function drawCurve(
  { context, width, height }: Surface,
  bands: readonly NumberedBand[],
  rate: number,
  element: Element,
): void {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  context.fillStyle = colour('--grid-strong');
  for (const hertz of grid) context.fillRect(Math.round(shareOf(hertz) * width), 0, 1, height);
  for (const db of [-12, 12]) context.fillRect(0, Math.round(heightOf(db) * height), width, 1);
  context.fillStyle = colour('--line');
  context.fillRect(0, Math.round(height / 2), width, 1);
  context.fillStyle = colour('--dim');
  context.font = '10px sans-serif';
  for (const hertz of [100, 1000, 10_000])
    context.fillText(hertz >= 1000 ? `${hertz / 1000}k` : `${hertz}`, shareOf(hertz) * width + 3, height - 4);
  for (const db of [12, -12]) context.fillText(`${db > 0 ? '+' : ''}${db}`, 3, heightOf(db) * height - 3);
  const hertz = Array.from({ length: points }, (_, index) => hertzAt(index / (points - 1)));
  const response = responseOf(bands, hertz, rate);
  context.beginPath();
  response.forEach((db, index) => {
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
