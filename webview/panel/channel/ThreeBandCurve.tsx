// The curve of an equaliser of three bands: a point for the gain of each, a handle for each crossover between them, and
// behind them the spectrum of what sounds.

import { useRef } from 'preact/hooks';
import type { PanelStrip } from '../../../src/protocol/song-view.ts';
import { eq3 } from '../../../src/vocabulary/effects/eq3.ts';
import type { NumberParameter } from '../../../src/vocabulary/parameter.ts';
import { Spectrum } from '../meters/Spectrum.tsx';
import { type ThreeBands, threeBandResponse } from '../model/eq3-response.ts';
import { clamp } from '../model/fader-law.ts';
import type { Panel } from '../model/panel.ts';
import { effectPath } from '../model/setting-controls.ts';
import { rounded, spokenSetting, writtenSetting } from '../model/travel.ts';
import { useCanvas } from '../parts/use-canvas.ts';
import { CurvePoint } from './CurvePoint.tsx';
import { drawResponse, heightOf, hertzAt, highestHertz, lowestHertz, reachDb, shareOf } from './eq-field.ts';

interface Props {
  readonly panel: Panel;
  readonly strip: PanelStrip;
  /** Which equaliser of the strip. */
  readonly effect: string;
}

type Part = keyof ThreeBands;

const parameterOf = (part: Part): NumberParameter =>
  eq3.parameters.find(({ path }) => path === part) as NumberParameter;

export function ThreeBandCurve({ panel, strip, effect }: Props) {
  const value = (part: Part): number => panel.desk.valueAt(effectPath(strip, effect, part));
  const bands: ThreeBands = {
    low: value('low'),
    mid: value('mid'),
    high: value('high'),
    lowFrequency: value('lowFrequency'),
    highFrequency: value('highFrequency'),
  };
  const field = useRef<HTMLDivElement>(null);
  const canvas = useCanvas(
    (surface) =>
      drawResponse(surface, (hertz) => threeBandResponse(bands, hertz, panel.rate), canvas.current!),
    [JSON.stringify(bands)],
  );
  const [lower, upper] = [shareOf(bands.lowFrequency), shareOf(bands.highFrequency)];
  const shared = { panel, strip, effect, field } as const;
  return (
    <div class="eq-curve">
      <Spectrum panel={panel} strip={strip} lowest={lowestHertz} highest={highestHertz} />
      <canvas ref={canvas} />
      {/* biome-ignore lint/a11y/useSemanticElements: points on a curve are no fieldset. */}
      <div class="eq-points" ref={field} role="group" aria-label={`Equaliser curve of ${strip.name}`}>
        <span class="eq-crossover" style={{ left: `${lower * 100}%` }} />
        <span class="eq-crossover" style={{ left: `${upper * 100}%` }} />
        <Point {...shared} part="low" x={lower / 2} text="L" />
        <Point {...shared} part="mid" x={(lower + upper) / 2} text="M" />
        <Point {...shared} part="high" x={(upper + 1) / 2} text="H" />
        <Point {...shared} part="lowFrequency" x={lower} text="" />
        <Point {...shared} part="highFrequency" x={upper} text="" />
      </div>
    </div>
  );
}

interface PointProps extends Props {
  readonly field: { readonly current: HTMLDivElement | null };
  readonly part: Part;
  /** Share of the width. */
  readonly x: number;
  readonly text: string;
}

function Point({ panel: { desk }, strip, effect, field, part, x, text }: PointProps) {
  const parameter = parameterOf(part);
  const path = effectPath(strip, effect, part);
  const value = desk.valueAt(path);
  const isCrossover = parameter.quantity === 'hertz';
  const move = (next: number): void =>
    desk.move(path, rounded(parameter, clamp(next, parameter.min, parameter.max)));
  const press = (key: string, step: number): boolean => {
    const next = afterKey(key, value, step, parameter);
    if (next !== undefined) move(next);
    return next !== undefined;
  };
  return (
    <CurvePoint
      field={field}
      class={isCrossover ? 'eq-handle' : ''}
      x={x}
      y={isCrossover ? 1 : heightOf(value)}
      label={`${part} on the curve of ${strip.name}`}
      range={{ min: parameter.min, max: parameter.max, now: value }}
      spoken={spokenSetting(parameter, value)}
      title={`${part} ${writtenSetting(parameter, value)}: drag, or double click for ${writtenSetting(parameter, parameter.default)}`}
      text={text}
      locked={desk.lockAt(path)}
      drag={(dx, dy) => move(isCrossover ? hertzAt(shareOf(value) + dx) : value - dy * 2 * reachDb)}
      press={press}
      rest={() => {
        move(parameter.default);
        desk.release(path);
      }}
      release={() => desk.release(path)}
      cancel={() => desk.cancel(path)}
    />
  );
}

/** Arrows: a semitone, or half a dB; Home and Delete: as it is without a word. */
function afterKey(
  key: string,
  value: number,
  step: number,
  { quantity, default: rest }: NumberParameter,
): number | undefined {
  const way = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 6, PageDown: -6 }[key];
  if (way !== undefined)
    return quantity === 'hertz' ? value * 2 ** ((way * step) / 12) : value + way * 0.5 * step;
  return key === 'Home' || key === 'Delete' || key === 'Backspace' ? rest : undefined;
}
