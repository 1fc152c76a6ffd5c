// The same notes on Tone.js itself, in headless Chromium: its nodes driven directly in a native
// OfflineAudioContext, a fresh page for each render, chance seeded before Tone loads.

import path from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { instrumentNamed } from '../../../src/vocabulary/instruments.ts';
import { listNumbers, type Parameter } from '../../../src/vocabulary/parameter.ts';
import { launchOptions } from '../../tools/chromium.mjs';
import type { PlayedNote, Settings } from './core-voices.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** Tone in a browser, for one suite. */
export class ToneVoices {
  readonly #browser: Browser;
  readonly #script: string;

  private constructor(browser: Browser, script: string) {
    this.#browser = browser;
    this.#script = script;
  }

  static async open(): Promise<ToneVoices> {
    const bundle = await build({
      stdin: { contents: `export * from 'tone';`, resolveDir: root },
      bundle: true,
      format: 'iife',
      globalName: 'Tone',
      write: false,
      logLevel: 'error',
    });
    return new ToneVoices(await chromium.launch(launchOptions()), bundle.outputFiles[0]!.text);
  }

  async close(): Promise<void> {
    await this.#browser.close();
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
    const page = await this.#browser.newPage();
    try {
      await page.addInitScript(seedChance);
      // Worklets, which a PluckSynth needs, run only on pages that came over a safe way.
      await page.route('https://tone.invalid/', (route) =>
        route.fulfill({ contentType: 'text/html', body: '' }),
      );
      await page.goto('https://tone.invalid/');
      await page.addScriptTag({ content: this.#script });
      const bytes = await page.evaluate(renderInPage, job);
      return new Float32Array(new Uint8Array(Buffer.from(bytes, 'base64')).buffer);
    } finally {
      await page.close();
    }
  }
}

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
    place(options, parts, inTone(row, value));
  }
  // Tone has the speed among the noise's own options.
  if (instrument === 'NoiseSynth' && 'playbackRate' in options)
    place(options, ['noise', 'playbackRate'], options['playbackRate']);
  return options;
}

function inTone(row: Parameter, value: number | string): unknown {
  if (row.kind === 'list') return listNumbers(row, String(value));
  return row.path.endsWith('filter.rolloff') ? Number(value) : value;
}

function place(into: Record<string, unknown>, parts: readonly string[], value: unknown): void {
  const [first, ...rest] = parts;
  if (rest.length === 0) {
    into[first!] = value;
    return;
  }
  into[first!] ??= {};
  place(into[first!] as Record<string, unknown>, rest, value);
}

/** A small generator in place of Math.random, so that Tone's noise is the same in every run. */
function seedChance(): void {
  let state = 12345;
  Math.random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

interface PageJob {
  readonly instrument: string;
  readonly options: Record<string, unknown>;
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
