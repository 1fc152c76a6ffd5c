// The same notes on Tone.js itself, in headless Chromium: its nodes driven directly in a native
// OfflineAudioContext.

import { instrumentNamed } from '../../../src/vocabulary/instruments.ts';
import { listNumbers, type Parameter } from '../../../src/vocabulary/parameter.ts';
import { placeOption, TonePages } from '../tone-pages.ts';
import type { PlayedNote, Settings } from './core-voices.ts';

/** Tone's instruments in a browser, for one suite. */
export class ToneVoices {
  readonly #pages: TonePages;

  private constructor(pages: TonePages) {
    this.#pages = pages;
  }

  static async open(): Promise<ToneVoices> {
    return new ToneVoices(await TonePages.open());
  }

  close(): Promise<void> {
    return this.#pages.close();
  }

  /** Channel one of what Tone makes of the notes. */
  render(
    instrument: string,
    settings: Settings,
    notes: readonly PlayedNote[],
    seconds: number,
    { sampleRate = 48000, polyphony = 1 }: { readonly sampleRate?: number; readonly polyphony?: number } = {},
  ): Promise<Float32Array> {
    const options = toneOptions(instrument, settings);
    return this.#render({
      instrument,
      options,
      afterwards: dropped(instrument, settings),
      notes,
      samples: Math.round(seconds * sampleRate),
      sampleRate,
      polyphony,
    });
  }

  /** Channel one of a Sampler of these recordings, by the names of their notes. */
  renderSampler(
    recordings: Readonly<Record<string, Float32Array>>,
    settings: Settings,
    notes: readonly PlayedNote[],
    seconds: number,
    sampleRate = 48000,
  ): Promise<Float32Array> {
    return this.#render({
      instrument: 'Sampler',
      options: toneOptions('Sampler', settings),
      afterwards: [],
      notes,
      samples: Math.round(seconds * sampleRate),
      sampleRate,
      polyphony: 1,
      recordings: Object.fromEntries(
        Object.entries(recordings).map(([note, sound]) => [note, Array.from(sound)]),
      ),
    });
  }

  async #render(job: PageJob): Promise<Float32Array> {
    const bytes = await this.#pages.withPage((page) => page.evaluate(renderInPage, job));
    return new Float32Array(new Uint8Array(Buffer.from(bytes, 'base64')).buffer);
  }
}

/**
 * What Tone's constructors drop of what they are given, to be set on what they made, by path: every count of partials,
 * and the sustain and the curves of a MetalSynth.
 */
const dropped = (instrument: string, settings: Settings): PageJob['afterwards'] =>
  Object.entries(settings)
    .filter(
      ([path]) =>
        path.endsWith('.partialCount') ||
        (instrument === 'MetalSynth' && /^envelope\.(sustain|\w+Curve)$/.test(path)),
    )
    .map(([path, value]) => ({ path: path.split('.'), value }));

/** What is set, in the nesting of Tone's options; the rest is Tone's own default, which must be ours. */
export function toneOptions(instrument: string, settings: Settings): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  const { parameters } = instrumentNamed(instrument)!;
  for (const [path, value] of Object.entries(settings)) {
    const row = parameters.find((one) => one.path === path);
    if (!row) throw new Error(`${instrument} has no parameter ${path}`);
    // A waveform is an oscillator's type in Tone; a slope is a number.
    const isType = row.kind === 'choice' && /(^|\.)(oscillator|modulation|noise)$/.test(path);
    const parts = isType ? [...path.split('.'), 'type'] : path.split('.');
    placeOption(options, parts, inTone(row, value));
  }
  // Tone has the speed among the noise's own options.
  if (instrument === 'NoiseSynth' && 'playbackRate' in options)
    placeOption(options, ['noise', 'playbackRate'], options['playbackRate']);
  return options;
}

function inTone(row: Parameter, value: number | string): unknown {
  if (row.kind === 'list') return listNumbers(row, String(value));
  return row.path.endsWith('filter.rolloff') ? Number(value) : value;
}

interface PageJob {
  readonly instrument: string;
  readonly options: Record<string, unknown>;
  /** Set once the instrument is made. */
  readonly afterwards: readonly { readonly path: readonly string[]; readonly value: number | string }[];
  readonly notes: readonly PlayedNote[];
  readonly samples: number;
  readonly sampleRate: number;
  readonly polyphony: number;
  /** Of a Sampler: its sounds by their notes. */
  readonly recordings?: Readonly<Record<string, readonly number[]>>;
}

async function renderInPage({
  instrument,
  options,
  afterwards,
  notes,
  samples,
  sampleRate,
  polyphony,
  recordings = {},
}: PageJob): Promise<string> {
  // biome-ignore lint/suspicious/noExplicitAny: Tone is a script of the page, chosen by name.
  const Tone = (globalThis as any).Tone;
  const native = new OfflineAudioContext(2, samples, sampleRate);
  const context = new Tone.OfflineContext(native);
  Tone.setContext(context);
  const urls: Record<string, AudioBuffer> = {};
  for (const [note, sound] of Object.entries(recordings)) {
    urls[note] = native.createBuffer(1, sound.length, sampleRate);
    urls[note].copyToChannel(Float32Array.from(sound), 0);
  }
  const given = instrument === 'Sampler' ? { ...options, urls, context } : { ...options, context };
  const synth = (
    polyphony > 1
      ? new Tone.PolySynth({ voice: Tone[instrument], maxPolyphony: polyphony, options, context })
      : new Tone[instrument](given)
  ).connect(native.destination);
  for (const { path, value } of afterwards) {
    const owner = path.slice(0, -1).reduce((part, name) => part[name], synth);
    owner[path.at(-1)!] = value;
  }
  // A PluckSynth's string is a worklet, which comes when it has been loaded.
  await context.workletsAreReady();
  for (const { midi, at, length, velocity = 1 } of notes) {
    const note = instrument === 'NoiseSynth' ? [] : [440 * 2 ** ((midi - 69) / 12)];
    if (length === undefined) synth.triggerAttack(...note, at, velocity);
    else synth.triggerAttackRelease(...note, length, at, velocity);
  }
  // A PolySynth starts its notes on Tone's own clock, which Tone runs through before it renders.
  const rendered = polyphony > 1 ? (await context.render()).get() : await native.startRendering();
  const bytes = new Uint8Array(rendered.getChannelData(0).buffer);
  let text = '';
  for (let i = 0; i < bytes.length; i += 32768) text += String.fromCharCode(...bytes.subarray(i, i + 32768));
  return btoa(text);
}
