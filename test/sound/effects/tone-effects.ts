// The same sound through Tone.js's effects, in headless Chromium: in a native OfflineAudioContext, a fresh page
// for each render, chance seeded before Tone loads.

import path from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { effectNamed } from '../../../src/vocabulary/effects.ts';
import { slotDefault } from '../../../src/vocabulary/layout.ts';
import { launchOptions } from '../../tools/chromium.mjs';
import type { Settings } from './core-effects.ts';
import type { Stereo } from './inputs.ts';

const root = path.resolve(import.meta.dirname, '../../..');
// Worklets need a secure context: an address of this machine is one, and nothing is fetched from it.
const address = 'http://localhost/';

/** What goes to Tone: the name of its class, and its options. */
export interface ToneEffect {
  readonly type: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Tone in a browser, for one suite. */
export class ToneEffects {
  readonly #browser: Browser;
  readonly #script: string;

  private constructor(browser: Browser, script: string) {
    this.#browser = browser;
    this.#script = script;
  }

  static async open(): Promise<ToneEffects> {
    const bundle = await build({
      stdin: { contents: `export * from 'tone';`, resolveDir: root },
      bundle: true,
      format: 'iife',
      globalName: 'Tone',
      write: false,
      logLevel: 'error',
    });
    return new ToneEffects(await chromium.launch(launchOptions()), bundle.outputFiles[0]!.text);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  /** What comes out; `response` is a Convolver's. */
  async render(effect: ToneEffect, sound: Stereo, sampleRate = 48000, response?: Stereo): Promise<Stereo> {
    const page = await this.#browser.newPage();
    try {
      await page.addInitScript(seedChance);
      await page.route('**/*', (route) =>
        route.request().url() === address
          ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Tone</title>' })
          : route.continue(),
      );
      await page.goto(address);
      await page.addScriptTag({ content: this.#script });
      const job = {
        ...effect,
        sound: sound.map(written),
        ...(response && { response: response.map(written) }),
        sampleRate,
      };
      const out = await page.evaluate(renderInPage, job);
      return [read(out[0]!), read(out[1]!)];
    } finally {
      await page.close();
    }
  }
}

const written = (channel: Float32Array): string => Buffer.from(channel.buffer).toString('base64');

const read = (text: string): Float32Array<ArrayBuffer> =>
  new Float32Array(new Uint8Array(Buffer.from(text, 'base64')).buffer);

/** Our effect as Tone's options: every parameter, by default or as set, in Tone's nesting and units. */
export function toneEffect(name: string, settings: Settings): ToneEffect {
  const options: Record<string, unknown> = {};
  for (const row of effectNamed(name)!.parameters) {
    const set =
      settings[row.path] ?? (row.kind === 'choice' ? row.choices[slotDefault(row)]! : slotDefault(row));
    place(options, row.path.split('.'), inTone(name, row.path, set));
  }
  return { type: name, options };
}

/** Tone has the delay of a chorus in milliseconds, slopes and channels as numbers. */
function inTone(name: string, path: string, value: number | string): unknown {
  if (name === 'Chorus' && path === 'delayTime') return Number(value) * 1000;
  if (path.endsWith('rolloff') || path === 'channelCount') return Number(value);
  if (path === 'normalize') return value === 'true';
  return value;
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

interface PageJob extends ToneEffect {
  readonly sound: readonly string[];
  readonly response?: readonly string[];
  readonly sampleRate: number;
}

async function renderInPage(job: PageJob): Promise<readonly string[]> {
  const bytesOf = (text: string): Float32Array<ArrayBuffer> =>
    new Float32Array(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer);
  const bufferOf = (channels: readonly string[]): AudioBuffer => {
    const samples = channels.map(bytesOf);
    const buffer = new AudioBuffer({
      numberOfChannels: 2,
      length: samples[0]!.length,
      sampleRate: job.sampleRate,
    });
    samples.forEach((channel, index) => {
      buffer.copyToChannel(channel, index);
    });
    return buffer;
  };
  // biome-ignore lint/suspicious/noExplicitAny: Tone is a script of the page, chosen by name.
  const Tone = (globalThis as any).Tone;
  const sound = bufferOf(job.sound);
  const native = new OfflineAudioContext(2, sound.length, job.sampleRate);
  const context = new Tone.OfflineContext(native);
  Tone.setContext(context);
  const options = { ...job.options, context };
  if (job.response) Object.assign(options, { url: bufferOf(job.response) });
  const effect = new Tone[job.type](options);
  if (job.response && job.options['normalize'] === false) {
    // Tone's constructor sets the flag when the response is in, and it counts for the next one only.
    effect._convolver.normalize = false;
    effect._convolver.buffer = bufferOf(job.response);
  }
  // What its constructor makes of worklets comes when their modules are there.
  const waiting = new Set<object>();
  const look = (node: unknown, depth: number): void => {
    if (!node || typeof node !== 'object' || depth > 3) return;
    if (node instanceof Tone.ToneAudioNode && '_dummyGain' in node) waiting.add(node);
    for (const [name, inner] of Object.entries(node)) if (name !== 'context') look(inner, depth + 1);
  };
  look(effect, 0);
  for (let turn = 0; turn < 500 && [...waiting].some((node) => !('_worklet' in node)); turn++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  await effect.ready;
  // A Phaser starts by itself.
  if (typeof effect.start === 'function' && job.type !== 'Phaser') effect.start(0);
  const source = native.createBufferSource();
  source.buffer = sound;
  Tone.connect(source, effect);
  effect.connect(native.destination);
  source.start(0);
  const rendered = await native.startRendering();
  return [0, 1].map((channel) => {
    const bytes = new Uint8Array(rendered.getChannelData(channel).buffer);
    let text = '';
    for (let i = 0; i < bytes.length; i += 32768)
      text += String.fromCharCode(...bytes.subarray(i, i + 32768));
    return btoa(text);
  });
}
