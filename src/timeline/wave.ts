// Low-frequency oscillators: what a wave says at a time, and where its cycles lie over the tempo of the song.

import { meterAt, quartersOf, quartersPerBar } from '../music/meter.ts';
import { toNumber } from '../music/rational.ts';
import { secondsAt, type TempoMap } from '../music/tempo.ts';
import type { Automation, Wave } from '../song/place.ts';
import type { Clock } from './clock.ts';
import type { Form } from './form.ts';
import type { Maps } from './maps.ts';
import type { LaneSpan, LaneWave } from './timeline.ts';

/** The value of a wave at a time in its span. */
export const wavering = ({ shape, from, to, byFactor, steps }: LaneWave, seconds: number): number => {
  const step = steps.findLast((one) => one.seconds <= seconds) ?? steps[0]!;
  const cycles = step.phase + (seconds - step.seconds) * step.hertz;
  const share = waves[shape](cycles - Math.floor(cycles));
  return byFactor && from * to > 0 ? from * (to / from) ** share : from + (to - from) * share;
};

/** 0 at the first value, 1 at the second, over a cycle from 0 to 1. */
const waves: Readonly<Record<LaneWave['shape'], (turns: number) => number>> = {
  sine: (turns) => 0.5 - 0.5 * Math.cos(2 * Math.PI * turns),
  triangle: (turns) => 1 - Math.abs(1 - 2 * turns),
  sawtooth: (turns) => turns,
  square: (turns) => (turns < 0.5 ? 0 : 1),
};

/** The wave in every place of its section, or over the whole song; it begins anew in each. */
export const waveSpans = (
  { section }: Automation,
  wave: Wave,
  form: Form,
  maps: Maps,
  clock: Clock,
): readonly LaneSpan[] => {
  const places = section
    ? form.sections.filter(({ name }) => name === section.name)
    : form.bars > 0
      ? [{ bar: 0, bars: form.bars }]
      : [];
  return places.map(({ bar, bars }) => ({
    startSeconds: clock.at(bar),
    endSeconds: clock.at(bar + bars),
    points: [],
    wave: {
      shape: wave.shape,
      from: wave.from.value,
      to: wave.to.value,
      ...(wave.byFactor && { byFactor: true as const }),
      steps: stepsOf(wave, bar, bar + bars, maps, clock),
    },
  }));
};

const stepsOf = (
  { rate }: Wave,
  fromBar: number,
  toBar: number,
  { meters, tempo }: Maps,
  clock: Clock,
): LaneWave['steps'] => {
  const start = { seconds: clock.at(fromBar), phase: 0 };
  if (rate.quantity === 'hertz') return [{ ...start, hertz: rate.value }];
  if (rate.quantity === 'seconds') return [{ ...start, hertz: 1 / rate.value }];
  const meter = meterAt(meters, fromBar);
  const quarters =
    rate.quantity === 'bars'
      ? rate.value * toNumber(quartersPerBar(meter))
      : rate.quantity === 'beats'
        ? (rate.value * 4) / meter.unit
        : rate.value * 4;
  const [first, last] = [quartersOf(meters, fromBar), quartersOf(meters, toBar)];
  const corners = cornersOf(tempo, first, last);
  return corners.slice(0, -1).map((corner, index) => {
    const next = corners[index + 1]!;
    const seconds = secondsAt(tempo, corner);
    const cycles = (next - corner) / quarters;
    return {
      seconds,
      phase: (corner - first) / quarters,
      hertz: cycles / (secondsAt(tempo, next) - seconds),
    };
  });
};

/** Where the tempo changes between two positions in quarter notes, both in; in a ramp, every quarter note. */
const cornersOf = (tempo: TempoMap, from: number, to: number): readonly number[] => {
  const corners = [from];
  for (const [index, { at, bpmPerQuarter }] of tempo.entries()) {
    const end = Math.min(to, tempo[index + 1]?.at ?? to);
    if (end <= from || at >= to) continue;
    if (at > from) corners.push(at);
    if (bpmPerQuarter !== 0)
      for (let corner = Math.floor(Math.max(at, from)) + 1; corner < end; corner++) corners.push(corner);
  }
  corners.push(to);
  return corners;
};
