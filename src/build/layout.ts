// Writes the core's memory layout as AssemblyScript constants, from the vocabulary: the slots of every
// instrument, effect and strip, the numbers of instruments, effects and choices, and the fixed sizes.
// Run by the build with Node 24. The file it writes is not committed: it is made before every compile.

import fs from 'node:fs';
import { clipStride, eventStride, laneShapes, laneStride, limits } from '../engine/program.ts';
import { tableBits, tableFrameLength, tableOffsets } from '../engine/wavetable-levels.ts';
import { zoneSlots } from '../engine/zone-slots.ts';
import { coreEffects } from '../vocabulary/hosted.ts';
import { mostPartials, mostUnison } from '../vocabulary/instruments/oscillator.ts';
import { instruments } from '../vocabulary/instruments.ts';
import { effectSlots, instrumentSlots, type StripKind, stripSlots } from '../vocabulary/layout.ts';
import type { Parameter } from '../vocabulary/parameter.ts';

const target = new URL('../engine/core/assembly/generated/layout.ts', import.meta.url);
const kinds: readonly StripKind[] = ['track', 'bus', 'master'];

/** The text of the generated file. */
export const layoutSource = (): string =>
  [
    '// Made by src/build/layout.ts from src/vocabulary. Do not edit: the next build writes it anew.',
    '',
    ...sizes(),
    '',
    ...instruments.map(({ name }, index) => constant(`INSTRUMENT_${upperSnake(name)}`, index)),
    ...instruments.flatMap((instrument) => {
      const prefix = upperSnake(instrument.name);
      return [
        '',
        ...instrumentSlots(instrument).map((path, slot) => constant(`${prefix}_${upperSnake(path)}`, slot)),
        constant(`${prefix}_SLOTS`, instrumentSlots(instrument).length),
        ...instrument.parameters.flatMap((parameter) => choices(prefix, parameter)),
      ];
    }),
    '',
    ...coreEffects.map(({ name }, index) => constant(`EFFECT_${upperSnake(name)}`, index)),
    constant('EFFECTS', coreEffects.length),
    '/** For each effect: how many parameters it has, which of them are words (a bit each), whether it widens. */',
    table(
      'EFFECT_SLOTS',
      'i32',
      coreEffects.map(({ parameters }) => parameters.length),
    ),
    table(
      'EFFECT_WORDS',
      'u64',
      coreEffects.map(({ parameters }) => bits(parameters.map(({ kind }) => kind === 'choice'))),
    ),
    table(
      'EFFECT_WIDENS',
      'bool',
      coreEffects.map(({ widens }) => widens === true),
    ),
    constant('MOST_EFFECT_SLOTS', Math.max(...coreEffects.map(({ parameters }) => parameters.length))),
    ...coreEffects.flatMap((effect) => {
      const prefix = upperSnake(effect.name);
      return [
        '',
        ...effectSlots(effect).map((path, slot) => constant(`${prefix}_${upperSnake(path)}`, slot)),
        constant(`${prefix}_SLOTS`, effect.parameters.length),
        ...effect.parameters.flatMap((parameter) => choices(prefix, parameter)),
      ];
    }),
    ...kinds.flatMap((kind) => {
      const slots = stripSlots(kind);
      const prefix = kind.toUpperCase();
      return [
        '',
        ...slots.map((path, slot) => constant(`${prefix}_${upperSnake(path)}`, slot)),
        constant(`${prefix}_SLOTS`, slots.length),
      ];
    }),
    '',
  ].join('\n');

const sizes = (): readonly string[] => [
  constant('MAX_TRACKS', limits.tracks),
  constant('MAX_BUSES', limits.buses),
  constant('MAX_VOICES', limits.voices),
  constant('MAX_PARAMETERS', limits.parameters),
  constant('MAX_EVENTS', limits.events),
  constant('EVENT_STRIDE', eventStride),
  constant('MAX_INSERTS', limits.inserts),
  constant('MOST_PARTIALS', mostPartials),
  constant('MOST_UNISON', mostUnison),
  constant('MAX_LANES', limits.lanes),
  constant('MAX_LANE_POINTS', limits.lanePoints),
  constant('LANE_STRIDE', laneStride),
  ...laneShapes.map((shape, index) => constant(`LANE_${upperSnake(shape)}`, index)),
  constant('MAX_ZONES', limits.zones),
  constant('MAX_SAMPLES', limits.samples),
  constant('MAX_CLIPS', limits.clips),
  constant('CLIP_STRIDE', clipStride),
  constant('MAX_PLUGS', limits.ports),
  ...zoneSlots.map((name, slot) => constant(`ZONE_${upperSnake(name)}`, slot)),
  constant('ZONE_SLOTS', zoneSlots.length),
  '/** Of the copies of a period of a wavetable: their lengths as powers of two, and where each begins, in samples. */',
  table('TABLE_BITS', 'i32', tableBits),
  table('TABLE_OFFSETS', 'i32', tableOffsets),
  constant('TABLE_FRAME', tableFrameLength),
];

const bits = (flags: readonly boolean[]): bigint =>
  flags.reduce((sum, flag, index) => (flag ? sum | (1n << BigInt(index)) : sum), 0n);

const choices = (prefix: string, parameter: Parameter): readonly string[] =>
  parameter.kind === 'choice'
    ? [
        ...parameter.choices.map((choice, index) =>
          constant(`${prefix}_${upperSnake(parameter.path)}_${upperSnake(choice)}`, index),
        ),
        constant(`${prefix}_${upperSnake(parameter.path)}_CHOICES`, parameter.choices.length),
      ]
    : [];

const constant = (name: string, value: number): string => `export const ${name}: i32 = ${value};`;

const table = (name: string, type: string, values: readonly (number | bigint | boolean)[]): string =>
  `export const ${name}: StaticArray<${type}> = [${values.join(', ')}];`;

/** `FMSynth` is FM_SYNTH, `filterEnvelope.attack` is FILTER_ENVELOPE_ATTACK, `-12` is 12. */
const upperSnake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();

if (import.meta.main) {
  fs.mkdirSync(new URL('.', target), { recursive: true });
  fs.writeFileSync(target, layoutSource());
}
