// Graphs of SuperCollider's unit generators, and their bytes as SynthDefs of version 2.

import { Bytes } from './osc.ts';

export type Input = number | Unit | { readonly unit: Unit; readonly output: number };

interface Unit {
  readonly name: string;
  readonly rate: 0 | 1 | 2;
  readonly inputs: readonly Input[];
  readonly outputs: number;
  readonly special: number;
}

export class Graph {
  readonly units: Unit[] = [];
  readonly parameters: readonly (readonly [string, number])[];
  readonly #control: Unit;

  constructor(parameters: Readonly<Record<string, number>>) {
    this.parameters = Object.entries(parameters);
    this.#control = this.unit('Control', 1, [], this.parameters.length);
  }

  parameter(name: string): Input {
    return { unit: this.#control, output: this.parameters.findIndex(([own]) => own === name) };
  }

  unit(name: string, rate: 0 | 1 | 2, inputs: readonly Input[], outputs = 1, special = 0): Unit {
    const unit = { name, rate, inputs, outputs, special };
    this.units.push(unit);
    return unit;
  }

  audio(name: string, ...inputs: readonly Input[]): Unit {
    return this.unit(name, 2, inputs);
  }

  times(a: Input, b: Input): Unit {
    return this.unit('BinaryOpUGen', 2, [a, b], 1, 2);
  }

  plus(a: Input, b: Input): Unit {
    return this.unit('BinaryOpUGen', 2, [a, b], 1, 0);
  }

  /** Attack, decay, hold and release in seconds, freeing the synth at its end. */
  envelope(attack: Input, decay: Input, sustain: Input, hold: Input, release: Input): Unit {
    const curve = [5, -4] as const;
    return this.audio(
      'EnvGen',
      1,
      1,
      0,
      1,
      2,
      0,
      4,
      -99,
      -99,
      1,
      attack,
      1,
      0,
      sustain,
      decay,
      ...curve,
      sustain,
      hold,
      1,
      0,
      0,
      release,
      ...curve,
    );
  }

  out(bus: Input, ...channels: readonly Input[]): void {
    this.unit('Out', 2, [bus, ...channels], 0);
  }
}

/** As scsynth reads it. */
export function definition(name: string, { units, parameters }: Graph): Buffer {
  const used = parameters.length > 0 ? units : units.slice(1);
  const constants = [
    ...new Set(used.flatMap(({ inputs }) => inputs.filter((input) => typeof input === 'number'))),
  ];
  const bytes = new Bytes().raw(Buffer.from('SCgf', 'latin1')).int32(2).int16(1).name(name);
  bytes.int32(constants.length);
  for (const value of constants) bytes.float(value);
  bytes.int32(parameters.length);
  for (const [, value] of parameters) bytes.float(value);
  bytes.int32(parameters.length);
  for (const [index, [parameter]] of parameters.entries()) bytes.name(parameter).int32(index);
  bytes.int32(used.length);
  for (const unit of used) {
    bytes.name(unit.name).int8(unit.rate).int32(unit.inputs.length).int32(unit.outputs).int16(unit.special);
    for (const input of unit.inputs) {
      if (typeof input === 'number') bytes.int32(-1).int32(constants.indexOf(input));
      else if ('unit' in input) bytes.int32(used.indexOf(input.unit)).int32(input.output);
      else bytes.int32(used.indexOf(input)).int32(0);
    }
    for (let output = 0; output < unit.outputs; output++) bytes.int8(unit.rate);
  }
  return bytes.int16(0).buffer;
}
