// The same sound through Tone.js's effects, in headless Chromium: in a native OfflineAudioContext.

import { effectNamed } from '../../../src/vocabulary/effects.ts';
import { slotDefault } from '../../../src/vocabulary/layout.ts';
import { placeOption, TonePages } from '../tone-pages.ts';
import type { Settings } from './core-effects.ts';
import type { Stereo } from './inputs.ts';

/** What goes to Tone: the name of its class, and its options. */
export interface ToneEffect {
  readonly type: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Tone's effects in a browser, for one suite. */
export class ToneEffects {
  readonly #pages: TonePages;

  private constructor(pages: TonePages) {
    this.#pages = pages;
  }

  static async open(): Promise<ToneEffects> {
    return new ToneEffects(await TonePages.open());
  }

  close(): Promise<void> {
    return this.#pages.close();
  }

  /** What comes out; `response` is a Convolver's. */
  async render(effect: ToneEffect, sound: Stereo, sampleRate = 48000, response?: Stereo): Promise<Stereo> {
    const job = {
      ...effect,
      sound: sound.map(written),
      ...(response && { response: response.map(written) }),
      sampleRate,
    };
    const out = await this.#pages.withPage((page) => page.evaluate(renderInPage, job));
    return [read(out[0]!), read(out[1]!)];
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
    placeOption(options, row.path.split('.'), inTone(name, row.path, set));
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
