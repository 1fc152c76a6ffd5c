// Moving a band of an equaliser: heard while it moves, and one edit of the text when it is let go.

import type { GestureBand } from '../../../src/protocol/strip-view.ts';
import { bandCount, parametricEq } from '../../../src/vocabulary/effects/parametric-eq.ts';
import type { NumberParameter } from '../../../src/vocabulary/parameter.ts';
import type { EqBand } from '../model/eq-response.ts';
import type { Panel } from '../model/panel.ts';
import { effectPath } from '../model/setting-controls.ts';
import { rounded, writtenSetting } from '../model/travel.ts';

/** A band with its number among those of the effect, from 1. */
export interface NumberedBand extends EqBand {
  readonly number: number;
}

type Part = 'frequency' | 'gain' | 'Q';
const parts: readonly Part[] = ['frequency', 'gain', 'Q'];

const parameterOf = (part: string): NumberParameter =>
  parametricEq.parameters.find(({ path }) => path === `band1.${part}`) as NumberParameter;

const types = parametricEq.parameters.find(({ path }) => path === 'band1.type')!;

/** Whether a band of that kind has a gain. */
export const hasGain = (type: string): boolean => type === 'bell' || type.endsWith('shelf');

export interface Bands {
  readonly all: readonly NumberedBand[];
  /** Heard at once. */
  move(number: number, to: Partial<Record<Part, number>>): void;
  /** Written: what was moved. */
  release(): void;
  /** Back to what the text says. */
  cancel(): void;
  change(number: number, type: string): void;
  add(band: EqBand): void;
  remove(number: number): void;
  readonly isFull: boolean;
}

/** @param effect  which equaliser of the strip: `ParametricEQ2` is its second one */
export function bandsOf(
  panel: Panel,
  strip: { readonly path: string },
  effect: string = parametricEq.name,
): Bands {
  const { desk } = panel;
  const pathOf = (number: number, part: string): string => effectPath(strip, effect, `band${number}.${part}`);
  const typeOf = (number: number): string => {
    const value = desk.valueAt(pathOf(number, 'type'));
    return types.kind === 'choice' ? (types.choices[value] ?? 'off') : 'off';
  };
  const all = Array.from({ length: bandCount }, (_, index) => index + 1).flatMap((number): NumberedBand[] => {
    const type = typeOf(number);
    if (type === 'off') return [];
    const [frequency, gain, Q] = parts.map((part) => desk.valueAt(pathOf(number, part))) as [
      number,
      number,
      number,
    ];
    return [{ number, type, frequency, gain, Q }];
  });
  const write = (bands: readonly EqBand[], touched: readonly string[]): void => {
    panel.gesture({
      do: 'bands',
      strip: strip.path,
      ...(effect !== parametricEq.name && { effect }),
      bands: bands.map((band) => gestureBand(desk, pathOf, band)),
    });
    desk.handOver(touched);
  };
  const paths = (): readonly string[] =>
    all
      .flatMap(({ number }) => parts.map((part) => pathOf(number, part)))
      .filter((path) => desk.isAhead(path));
  return {
    all,
    isFull: all.length >= bandCount,
    move(number, to) {
      for (const part of parts) {
        const value = to[part];
        if (value !== undefined) desk.move(pathOf(number, part), rounded(parameterOf(part), value));
      }
    },
    release: () => {
      // Read anew: the last move came after this drawing.
      const moved = bandsOf(panel, strip, effect).all;
      const touched = paths();
      if (touched.length > 0) write(moved, touched);
    },
    cancel: () => {
      for (const path of paths()) desk.cancel(path);
    },
    change: (number, type) =>
      write(
        all.map((band) => (band.number === number ? { ...band, type } : band)),
        [],
      ),
    add: (band) => write([...all, band], []),
    remove: (number) =>
      write(
        all.filter((band) => band.number !== number),
        [],
      ),
  };
}

/** As a song writes it; a gain of 0 dB and a Q at its default that nobody wrote stay unsaid. */
function gestureBand(
  desk: Panel['desk'],
  pathOf: (number: number, part: string) => string,
  band: EqBand & { readonly number?: number },
): GestureBand {
  const isSaid = (part: Part): boolean => {
    const path = band.number === undefined ? undefined : pathOf(band.number, part);
    const text = path === undefined ? undefined : desk.controls.value.get(path)?.setting?.text;
    return text !== undefined || Math.abs(band[part] - parameterOf(part).default) > 1e-6;
  };
  const text = (part: Part): string => {
    const path = band.number === undefined ? undefined : pathOf(band.number, part);
    const written =
      path === undefined || desk.isAhead(path) ? undefined : desk.controls.value.get(path)?.setting?.text;
    return written ?? writtenSetting(parameterOf(part), band[part]);
  };
  return {
    type: band.type,
    frequency: text('frequency'),
    ...(hasGain(band.type) && (isSaid('gain') || isSaid('Q')) && { gain: text('gain') }),
    ...(isSaid('Q') && { Q: text('Q') }),
  };
}
