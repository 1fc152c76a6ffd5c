// Writes the core's memory layout as AssemblyScript constants, from the vocabulary: the slots of every
// instrument and strip, the numbers of instruments and choices, and the fixed sizes.
// Run by the build with Node 24. The file it writes is not committed: it is made before every compile.

import fs from 'node:fs';
import { eventStride, limits } from '../engine/program.ts';
import { instruments } from '../vocabulary/instruments.ts';
import { instrumentSlots, type StripKind, stripSlots } from '../vocabulary/layout.ts';
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
        constant(`${prefix}_SLOTS`, instrument.parameters.length),
        ...instrument.parameters.flatMap((parameter) => choices(prefix, parameter)),
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
];

const choices = (prefix: string, parameter: Parameter): readonly string[] =>
  parameter.kind === 'choice'
    ? parameter.choices.map((choice, index) =>
        constant(`${prefix}_${upperSnake(parameter.path)}_${upperSnake(choice)}`, index),
      )
    : [];

const constant = (name: string, value: number): string => `export const ${name}: i32 = ${value};`;

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
