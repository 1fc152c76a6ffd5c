// The lanes of the timeline as the core reads them: which setting of which strip, and points on samples.

import type { Song } from '../song/song.ts';
import type { Lane, LaneSpan, LaneWave, Timeline } from '../timeline/timeline.ts';
import type { EffectType } from '../vocabulary/effects/effect.ts';
import { effectNamed, effects, kindName, kindOf } from '../vocabulary/effects.ts';
import { instrumentNamed, instruments } from '../vocabulary/instruments.ts';
import { effectSlots, instrumentSlots, isBuiltIn, type StripKind, stripSlots } from '../vocabulary/layout.ts';
import type { NumberParameter } from '../vocabulary/parameter.ts';
import { type Target, targetAt } from '../vocabulary/targets.ts';
import { type LaneProgram, laneShapes, laneStride, limits, type Program } from './program.ts';

type Mixer = Pick<Program, 'tracks' | 'buses' | 'master'>;

/** Lanes of what is there; what is over the core's limits is left out. */
export function lanePrograms(
  song: Song,
  timeline: Timeline,
  mixer: Mixer,
  toSample: (seconds: number) => number,
): readonly LaneProgram[] {
  let room = limits.lanePoints;
  return timeline.lanes
    .flatMap((lane): readonly LaneProgram[] => {
      const target = targetAt(song, lane.path.name);
      const place = target && placeOf(song, mixer, target);
      if (!place) return [];
      const points = pointsOf(lane, target.parameter, toSample);
      room -= points.byteLength / laneStride;
      return points.byteLength === 0 || room < 0 ? [] : [{ ...place, points }];
    })
    .slice(0, limits.lanes);
}

function placeOf(song: Song, mixer: Mixer, { path, parameter, part }: Target) {
  const name = path.slice(0, path.indexOf('.'));
  const at = stripNamed(mixer, name);
  if (!at) return undefined;
  const { strip, index, inserts } = at;
  switch (part.kind) {
    case 'level':
    case 'pan': {
      const slot = stripSlots(strip).indexOf(part.kind);
      return {
        strip,
        index,
        part: 'strip',
        of: 0,
        slot,
        ...(part.kind === 'level' && { decibels: true as const }),
      } as const;
    }
    case 'send': {
      const bus = mixer.buses.findIndex((one) => one.name === part.bus);
      if (bus < 0) return undefined;
      return { strip, index, part: 'send', of: bus, slot: 0, decibels: true } as const;
    }
    case 'insert': {
      const type = effectNamed(part.effect)!;
      if (isBuiltIn(type, strip)) {
        const slot = stripSlots(strip).indexOf(`${type.name}.${parameter.path}`);
        return { strip, index, part: 'strip', of: 0, slot } as const;
      }
      const effect = effects.indexOf(kindOf(type));
      const alike = inserts.flatMap((insert, at) => (insert.effect === effect ? [at] : []));
      const of = alike[numberAmongAlike(song, strip, name, type)] ?? -1;
      const slot = effectSlots(type).indexOf(parameter.path);
      return of < 0 ? undefined : ({ strip, index, part: 'insert', of, slot } as const);
    }
    case 'instrument': {
      const of = mixer.tracks[index]!.instrument;
      const type = instrumentNamed(instruments[of]?.name ?? '');
      if (!type) return undefined;
      const slot = instrumentSlots(type).indexOf(parameter.path);
      return { strip, index, part: 'instrument', of, slot } as const;
    }
  }
}

/** Which one of its kind an effect is, from 0, among those of its strip that the core plays; -1 of one that it does not. */
function numberAmongAlike(song: Song, kind: StripKind, name: string, type: EffectType): number {
  const strips = kind === 'track' ? song.tracks : song.buses;
  const strip = kind === 'master' ? song.master : strips.find((one) => one.name.name === name);
  const bypassed = new Set(strip?.bypass?.effects.map((effect) => effect.name));
  return (strip?.inserts ?? [])
    .map(({ effect }) => effect.name)
    .filter((one) => kindName(one) === kindOf(type).name && !bypassed.has(one))
    .filter((one) => !isBuiltIn(effectNamed(one)!, kind))
    .indexOf(type.name);
}

function stripNamed({ tracks, buses, master }: Mixer, name: string) {
  if (name === 'master') return { strip: 'master' as StripKind, index: 0, inserts: master.inserts };
  for (const [strip, strips] of [
    ['track', tracks],
    ['bus', buses],
  ] as const) {
    const index = strips.findIndex((one) => one.name === name);
    if (index >= 0) return { strip: strip as StripKind, index, inserts: strips[index]!.inserts };
  }
  return undefined;
}

interface Point {
  readonly sample: number;
  readonly shape: (typeof laneShapes)[number];
  readonly value?: number;
  readonly wave?: LaneWave;
  /** Of the wave, from this point on: cycles a sample, and where in its cycle it begins. */
  readonly cycles?: number;
  readonly phase?: number;
}

function pointsOf(
  { spans }: Lane,
  { min, max }: NumberParameter,
  toSample: (seconds: number) => number,
): ArrayBuffer {
  const held = (value: number): number => Math.min(max, Math.max(min, value));
  const points = spans.flatMap((span) => pointsOfSpan(span, toSample));
  const buffer = new ArrayBuffer(points.length * laneStride);
  const view = new DataView(buffer);
  for (const [index, { sample, shape, value = 0, wave, cycles = 0, phase = 0 }] of points.entries()) {
    const at = index * laneStride;
    view.setUint32(at, sample, true);
    view.setUint32(at + 4, laneShapes.indexOf(shape) + (wave?.byFactor ? 16 : 0), true);
    view.setFloat32(at + 8, held(wave ? wave.from : value), true);
    view.setFloat32(at + 12, held(wave?.to ?? 0), true);
    view.setBigUint64(at + 16, BigInt.asUintN(64, BigInt(Math.round(cycles * 2 ** 53)) << 11n), true);
    view.setUint32(at + 24, Math.round((phase - Math.floor(phase)) * 2 ** 32) >>> 0, true);
  }
  return buffer;
}

/** Its points, the first held from its start, and at its end the setting's own value again. */
function pointsOfSpan(span: LaneSpan, toSample: (seconds: number) => number): readonly Point[] {
  const { startSeconds, endSeconds, points, wave } = span;
  const start = toSample(startSeconds);
  const end: Point = { sample: toSample(endSeconds), shape: 'base' };
  if (wave) {
    const rate = toSample(1);
    const waves = wave.steps.map(
      ({ seconds, phase, hertz }): Point => ({
        sample: toSample(seconds),
        shape: wave.shape,
        wave,
        cycles: Math.min(0.5, hertz / rate),
        phase,
      }),
    );
    return [...waves, end];
  }
  const numbers = points.flatMap(({ seconds, value, shape }): readonly Point[] =>
    typeof value === 'number' ? [{ sample: toSample(seconds), shape, value }] : [],
  );
  const [first] = numbers;
  if (!first) return [];
  const rest = first.sample === start ? numbers.slice(1) : numbers;
  return [{ ...first, sample: start, shape: 'step' }, ...rest, end];
}
