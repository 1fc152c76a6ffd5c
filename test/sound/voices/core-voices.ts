// The core's instruments alone, compiled for the test, and notes played on them.
// The whole core has its own tests; here one deck plays into a buffer.

import { instrumentNamed, instruments } from '../../../src/vocabulary/instruments.ts';
import { slotDefault } from '../../../src/vocabulary/layout.ts';
import { choiceNumber, listNumbers, type Parameter } from '../../../src/vocabulary/parameter.ts';
import { corePart } from '../core-part.ts';

const voicesPart = corePart<VoicesExports>(`
export {
  activeVoices, allTables, instrumentConfigure, instrumentInit, instrumentMove, instrumentParameters, instrumentRender, instrumentReset,
  noteOff, noteOn, releaseAll, stolenVoices,
} from './src/engine/core/assembly/instrument';
export const block = memory.data(128 * 4, 16);
export const otherBlock = memory.data(128 * 4, 16);
`);

export interface VoicesExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Room for a block of each side. */
  readonly block: { readonly value: number };
  readonly otherBlock: { readonly value: number };
  instrumentInit(sampleRate: number): void;
  allTables(): void;
  instrumentParameters(deck: number): number;
  instrumentConfigure(deck: number, kind: number, voices: number): void;
  instrumentMove(deck: number): void;
  instrumentReset(deck: number): void;
  /** `zone` only for those that play samples. */
  noteOn(
    deck: number,
    pitch: number,
    velocity: number,
    source: number,
    frame: number,
    seed: number,
    zone?: number,
  ): number;
  noteOff(deck: number, handle: number, frame: number): void;
  releaseAll(deck: number, frame: number): void;
  instrumentRender(deck: number, left: number, right: number, frames: number): number;
  activeVoices(deck: number): number;
  stolenVoices(): number;
}

/** Fresh instruments at a rate: every deck silent. */
export async function freshVoices(sampleRate = 48000): Promise<VoicesExports> {
  const voices = await voicesPart();
  voices.instrumentInit(sampleRate);
  voices.allTables();
  return voices;
}

/** Parameters by their path in the vocabulary: numbers in base units, choices as words; the rest as default. */
export type Settings = Readonly<Record<string, number | string>>;

/** Sets a deck to an instrument. */
export function configure(
  voices: VoicesExports,
  deck: number,
  instrument: string,
  settings: Settings = {},
  polyphony = 1,
): void {
  const kind = instruments.findIndex(({ name }) => name === instrument);
  const { parameters } = instruments[kind]!;
  for (const path of Object.keys(settings)) {
    if (!parameters.some((row) => row.path === path))
      throw new Error(`${instrument} has no parameter ${path}`);
  }
  write(voices, deck, instrument, settings);
  voices.instrumentConfigure(deck, kind, polyphony);
}

/** Writes the parameter block of a deck, for it to be configured or to move. */
export function write(voices: VoicesExports, deck: number, instrument: string, settings: Settings): void {
  const { parameters } = instrumentNamed(instrument)!;
  const values = parameters.flatMap((row) => slotsOf(row, settings[row.path]));
  new Float32Array(voices.memory.buffer, voices.instrumentParameters(deck), values.length).set(values);
}

function slotsOf(row: Parameter, value: number | string | undefined): readonly number[] {
  if (row.kind === 'list') {
    const numbers = listNumbers(row, String(value ?? ''));
    return Array.from({ length: row.most }, (_, index) => numbers[index] ?? 0);
  }
  if (row.kind === 'choice' && typeof value === 'string') return [choiceNumber(row, value) ?? Number.NaN];
  return [Number(value ?? slotDefault(row))];
}

/** A note in seconds from the start of what is rendered; without `length` it is held. */
export interface PlayedNote {
  readonly midi: number;
  readonly at: number;
  readonly length?: number;
  readonly velocity?: number;
}

interface Step {
  readonly sample: number;
  readonly note: PlayedNote;
  readonly starts: boolean;
}

/** Plays notes on a deck; `blocks` gives the lengths of the blocks, in turn, over and over. */
export function play(
  voices: VoicesExports,
  deck: number,
  notes: readonly PlayedNote[],
  samples: number,
  options: {
    readonly sampleRate?: number;
    readonly blocks?: readonly number[];
  } = {},
): Float32Array<ArrayBuffer> {
  const { sampleRate = 48000, blocks = [128] } = options;
  const steps = stepsOf(notes, sampleRate);
  const handles = new Map<PlayedNote, number>();
  const out = new Float32Array(samples);
  let next = 0;
  for (let at = 0, turn = 0; at < samples; turn++) {
    const frames = Math.min(blocks[turn % blocks.length]!, samples - at);
    for (; next < steps.length && steps[next]!.sample < at + frames; next++) {
      const { sample, note, starts } = steps[next]!;
      if (starts)
        handles.set(note, voices.noteOn(deck, note.midi, note.velocity ?? 1, 0, sample - at, sample));
      else voices.noteOff(deck, handles.get(note)!, sample - at);
    }
    const address = voices.block.value;
    if (voices.instrumentRender(deck, address, voices.otherBlock.value, frames) === 1) {
      out.set(new Float32Array(voices.memory.buffer, address, frames), at);
    }
    at += frames;
  }
  return out;
}

/** Ends before starts on one sample, so that a repeated pitch is not cut by the note before it. */
function stepsOf(notes: readonly PlayedNote[], sampleRate: number): readonly Step[] {
  const steps = notes.flatMap((note) => {
    const start = { sample: Math.round(note.at * sampleRate), note, starts: true };
    if (note.length === undefined) return [start];
    return [start, { sample: Math.round((note.at + note.length) * sampleRate), note, starts: false }];
  });
  return steps.sort((one, other) => one.sample - other.sample || Number(one.starts) - Number(other.starts));
}

/** One instrument in fresh voices, played. */
export async function render(
  instrument: string,
  settings: Settings,
  notes: readonly PlayedNote[],
  seconds: number,
  options: {
    readonly sampleRate?: number;
    readonly polyphony?: number;
    readonly blocks?: readonly number[];
  } = {},
): Promise<Float32Array<ArrayBuffer>> {
  const { sampleRate = 48000, polyphony = 1 } = options;
  const voices = await freshVoices(sampleRate);
  configure(voices, 0, instrument, settings, polyphony);
  return play(voices, 0, notes, Math.round(seconds * sampleRate), options);
}
