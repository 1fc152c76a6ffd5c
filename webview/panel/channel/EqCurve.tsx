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
import { spokenWritten } from '../model/travel.ts';
import { useCanvas } from '../parts/use-canvas.ts';
import { CurvePoint } from './CurvePoint.tsx';
import { drawResponse, heightOf, hertzAt, highestHertz, lowestHertz, reachDb, shareOf } from './eq-field.ts';
import { type Bands, bandsOf, hasGain, type NumberedBand } from './use-band-drag.ts';

interface Props {
  readonly panel: Panel;
  readonly strip: PanelStrip;
  /** Which equaliser of the strip. */
  readonly effect: string;
}

export function EqCurve({ panel, strip, effect }: Props) {
  const bands = bandsOf(panel, strip, effect);
  const field = useRef<HTMLDivElement>(null);
  const canvas = useCanvas(
    (surface) => drawResponse(surface, (hertz) => responseOf(bands.all, hertz, panel.rate), canvas.current!),
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
      <Spectrum panel={panel} strip={strip} lowest={lowestHertz} highest={highestHertz} />
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
  const turns = hasGain(type);
  return (
    <CurvePoint
      field={field}
      class={`eq-${type}`}
      x={shareOf(frequency)}
      y={heightOf(turns ? gain : 0)}
      label={`Band ${number} of ${name}, ${type}`}
      range={{ min: lowestHertz, max: highestHertz, now: Math.round(frequency) }}
      spoken={[
        spokenWritten(written(frequency, 'hertz')),
        ...(turns ? [spokenWritten(written(gain, 'decibels'))] : []),
        `Q ${written(Q, 'number')}`,
      ].join(', ')}
      title={`${type} ${written(frequency, 'hertz')}${turns ? ` ${written(gain, 'decibels')}` : ''} Q ${written(Q, 'number')}. Drag; wheel sets Q; Delete takes it out.`}
      text={String(number)}
      drag={(dx, dy) =>
        bands.move(number, {
          frequency: hertzAt(shareOf(frequency) + dx),
          ...(turns && { gain: clamp(gain - dy * 2 * reachDb, -40, 40) }),
        })
      }
      turn={(direction) => bands.move(number, { Q: clamp(Q * 1.12 ** direction, 0.1, 40) })}
      press={(key, step) => {
        const change = changeOf(key, band, step);
        if (change) bands.move(number, change);
        return change !== undefined;
      }}
      rest={() => {
        if (!turns) return;
        bands.move(number, { gain: 0 });
        bands.release();
      }}
      remove={() => bands.remove(number)}
      release={bands.release}
      cancel={bands.cancel}
    />
  );
}

/** Arrows: a semitone, half a dB; Page keys: Q; Home: flat. */
function changeOf(key: string, { frequency, gain, Q, type }: NumberedBand, step: number) {
  const semitones = (count: number) => ({
    frequency: clamp(frequency * 2 ** ((count * step) / 12), lowestHertz, highestHertz),
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
