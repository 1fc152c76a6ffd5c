// One of Tone.js's own instruments or effects as a plug: what goes in, what comes out, how it plays notes.
// Everything is in the context from the start: notes only move what is there, so that no note makes a node
// that Tone.js would not let go of. Options come from the vocabulary's table alone.

import './quiet-tone.ts';
import './mended-tone.ts';
import * as tone from 'tone';
import { type Context, connect, Delay, Gain, type ToneAudioNode } from 'tone';
import { type ToneRow, toneTable } from '../../vocabulary/tone-table.ts';
import type { PlugProgram } from '../program.ts';

/** Times of the context, in seconds. */
export interface Plug {
  /** Where an effect's sound goes in. */
  readonly input?: ToneAudioNode;
  readonly output: Gain;
  /** Settles once it can sound: a reverb first makes its room. */
  readonly ready: Promise<unknown>;
  /** @param voice  from 0; an instrument has as many as its program says */
  start(voice: number, hertz: number, velocity: number, seconds: number): void;
  end(voice: number, seconds: number): void;
  dispose(): void;
}

/** Tone.js knows when its own worklets are loaded, and tells nobody but its offline renderer. */
const loaded = (context: Context): Promise<void> =>
  (context as unknown as { workletsAreReady(): Promise<void> }).workletsAreReady();

type Made = ToneAudioNode & {
  readonly frequency?: { setValueAtTime(value: number, seconds: number): unknown };
  readonly ready?: Promise<unknown>;
  start?(seconds: number): unknown;
  triggerAttack?(...parameters: readonly number[]): unknown;
  triggerRelease?(seconds: number): unknown;
};

/** @throws Error in Tone.js's words, where it refuses its options */
export function makePlug(context: Context, program: PlugProgram): Plug {
  const { result, constants } = withConstants(context, () => plugOf(context, program));
  return {
    ...result,
    dispose() {
      result.dispose();
      for (const constant of constants) stop(constant);
    },
  };
}

/** Tone.js has made some that it never starts. */
function stop(constant: ConstantSourceNode): void {
  try {
    constant.stop();
  } catch {
    constant.disconnect();
  }
}

/**
 * What `make` gives, and the constant sources made for it. Tone.js lets go of those without stopping them, and
 * a browser keeps what still runs for as long as the context is there.
 */
function withConstants<Result>(context: Context, make: () => Result) {
  const native = context.rawContext as BaseAudioContext;
  const constants: ConstantSourceNode[] = [];
  const create = native.createConstantSource.bind(native);
  native.createConstantSource = () => {
    const constant = create();
    constants.push(constant);
    return constant;
  };
  try {
    return { result: make(), constants };
  } catch (error) {
    for (const constant of constants) constant.disconnect();
    throw error;
  } finally {
    // What was set on the context itself hid its own.
    delete (native as Partial<BaseAudioContext>).createConstantSource;
  }
}

function plugOf(context: Context, program: PlugProgram): Plug {
  const row = toneTable.find(({ name }) => name === program.type);
  if (!row) throw new Error(`Tone.js has no ${program.type} that a song can play`);
  return row.role === 'effect' ? effectPlug(context, row, program) : instrumentPlug(context, row, program);
}

interface ToneClass {
  new (options: object): Made;
  getDefaults(): { readonly autostart?: boolean };
}

const classOf = (row: ToneRow): ToneClass =>
  (tone as unknown as Readonly<Record<string, ToneClass>>)[row.name]!;

const made = (context: Context, row: ToneRow, { options }: PlugProgram): Made =>
  new (classOf(row))({ ...options, context });

function effectPlug(context: Context, row: ToneRow, program: PlugProgram): Plug {
  const node = made(context, row, program);
  const output = new Gain({ context });
  // In a circle of the graph one node has to be a delay, which is then one block long.
  const turn = new Delay({ context, delayTime: 0, maxDelay: 1 });
  connect(turn, node);
  node.connect(output);
  // Those with an oscillator stand still until they are told to.
  if (!classOf(row).getDefaults().autostart) node.start?.(context.immediate());
  const nothing = (): void => {};
  return {
    input: turn,
    output,
    ready: Promise.all([node.ready, loaded(context)]),
    start: nothing,
    end: nothing,
    dispose() {
      turn.dispose();
      node.dispose();
      output.dispose();
    },
  };
}

/** How fast a bare source opens and closes: no click, and no softness. */
const gateSeconds = { open: 0.001, close: 0.004 } as const;

function instrumentPlug(context: Context, row: ToneRow, program: PlugProgram): Plug {
  const output = new Gain({ context });
  const voices = Array.from({ length: program.voices ?? 1 }, () =>
    row.role === 'source' ? gated(context, row, program) : struck(context, row, program),
  );
  for (const { node } of voices) node.connect(output);
  return {
    output,
    ready: Promise.all([...voices.map(({ ready }) => ready), loaded(context)]),
    start: (voice, hertz, velocity, seconds) => voices[voice]?.start(hertz, velocity, seconds),
    end: (voice, seconds) => voices[voice]?.end(seconds),
    dispose() {
      for (const voice of voices) voice.dispose();
      output.dispose();
    },
  };
}

interface Voice {
  readonly node: ToneAudioNode;
  readonly ready: Promise<unknown> | undefined;
  start(hertz: number, velocity: number, seconds: number): void;
  end(seconds: number): void;
  dispose(): void;
}

function struck(context: Context, row: ToneRow, program: PlugProgram): Voice {
  const node = made(context, row, program);
  // A noise has no pitch to be told.
  const pitched = row.name !== 'NoiseSynth';
  return {
    node,
    ready: node.ready,
    start: (hertz, velocity, seconds) =>
      pitched ? node.triggerAttack?.(hertz, seconds, velocity) : node.triggerAttack?.(seconds, velocity),
    end: (seconds) => node.triggerRelease?.(seconds),
    dispose: () => node.dispose(),
  };
}

/** A source sounds all the time, behind a gate: so it makes no node a note. */
function gated(context: Context, row: ToneRow, program: PlugProgram): Voice {
  const source = made(context, row, program);
  const gate = new Gain({ context, gain: 0 });
  source.connect(gate);
  source.start?.(context.immediate());
  return {
    node: gate,
    ready: source.ready,
    start(hertz, velocity, seconds) {
      source.frequency?.setValueAtTime(hertz, seconds);
      gate.gain.setTargetAtTime(velocity, seconds, gateSeconds.open);
    },
    end(seconds) {
      gate.gain.setTargetAtTime(0, seconds, gateSeconds.close);
    },
    dispose() {
      source.dispose();
      gate.dispose();
    },
  };
}
