// The core against plain Tone.js: the reference song, ours whole, Tone's first fifteen seconds in Tone.Offline
// in headless Chromium, a fresh page a round; as a ratio of seconds for each second of music.
// Run: npm run bench -- tone

import path from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import type { Insert, Song } from '../src/song/song.ts';
import type { Timeline } from '../src/timeline/timeline.ts';
import { effectNamed } from '../src/vocabulary/effects.ts';
import { instrumentNamed } from '../src/vocabulary/instruments.ts';
import { slotDefault } from '../src/vocabulary/layout.ts';
import { toneOptions } from '../test/sound/voices/tone-voices.ts';
import { launchOptions } from '../test/tools/chromium.mjs';
import { secondsPerSecond } from './core-speed.ts';
import { tell } from './figures.ts';
import { referenceSong } from './reference-song.ts';

const sampleRate = 48_000;
const seconds = 15;
const rounds = 3;
/** So many times as fast. */
const goal = 150;

interface ToneTrack {
  readonly instrument: string;
  readonly polyphonic: boolean;
  readonly options: Record<string, unknown>;
  readonly notes: readonly (readonly [at: number, length: number, hertz: number, velocity: number])[];
  readonly gain: number;
  readonly pan: number;
  readonly effects: readonly ToneEffect[];
  readonly sends: readonly { readonly bus: number; readonly gain: number }[];
}
interface ToneEffect {
  readonly name: string;
  readonly options: Record<string, number>;
}
interface ToneSong {
  readonly tracks: readonly ToneTrack[];
  readonly buses: readonly { readonly gain: number; readonly effects: readonly ToneEffect[] }[];
  readonly master: readonly ToneEffect[];
}

const { song, timeline } = referenceSong();
const job = { song: toneSong(song, timeline), seconds, sampleRate };
const script = (
  await build({
    stdin: { contents: `export * from 'tone';`, resolveDir: path.resolve(import.meta.dirname, '..') },
    bundle: true,
    format: 'iife',
    globalName: 'Tone',
    write: false,
    logLevel: 'error',
  })
).outputFiles[0]!.text;

const browser = await chromium.launch(launchOptions());
try {
  const all: number[] = [];
  for (let round = 0; round < rounds; round++) all.push(await renderInTone(browser));
  const tone = Math.min(...all) / seconds;
  const core = secondsPerSecond(sampleRate);
  tell([
    {
      what: 'bounce, the whole reference song',
      ours: `${(core * 1000).toFixed(1)} ms a second of music`,
      reference: `Tone.Offline, its first ${seconds} s: ${(tone * 1000).toFixed(0)} ms`,
      ratio: `${(tone / core).toFixed(0)} x as fast`,
      goal: { says: `at least ${goal} x`, holds: tone / core >= goal },
    },
  ]);
} finally {
  await browser.close();
}

async function renderInTone(from: Browser): Promise<number> {
  const page = await from.newPage();
  try {
    await page.goto('about:blank');
    await page.addScriptTag({ content: script });
    const { took, peak } = await page.evaluate(inPage, job);
    if (!(peak > 0.05)) throw new Error(`Tone was silent: peak ${peak}`);
    return took / 1000;
  } finally {
    await page.close();
  }
}

function toneSong(from: Song, laid: Timeline): ToneSong {
  const gainOf = (decibels: number | undefined): number => 10 ** ((decibels ?? 0) / 20);
  const buses = from.buses.map(({ name }) => name.name);
  return {
    tracks: from.tracks.map((track, index) => {
      const instrument = from.instruments.find(({ name }) => name.name === track.instrument!.name)!;
      const settings = instrument.settings
        .filter(({ path }) => path !== 'voices')
        .map(({ path, value }) => [path, value.value] as const);
      return {
        instrument: instrument.type.name,
        polyphonic: instrument.polyphonic,
        options: toneOptions(instrument.type.name, Object.fromEntries(settings)),
        notes: laid.tracks[index]!.notes.filter(({ startSeconds }) => startSeconds < seconds).map((note) => [
          note.startSeconds,
          note.lengthSeconds * 0.98,
          440 * 2 ** (((note.midi ?? instrumentNamed(instrument.type.name)!.hitMidi) - 69) / 12),
          note.velocity,
        ]),
        gain: gainOf(track.level?.value),
        pan: track.pan?.value ?? 0,
        effects: track.inserts.map(toneEffect),
        sends: track.sends.map((send) => ({
          bus: buses.indexOf(send.bus.name),
          gain: gainOf(send.level.value),
        })),
      };
    }),
    buses: from.buses.map((bus) => ({
      gain: gainOf(bus.level?.value),
      effects: bus.inserts.map(toneEffect),
    })),
    master: from.master.inserts.map(toneEffect),
  };
}

function toneEffect(insert: Insert): ToneEffect {
  const type = effectNamed(insert.effect.name)!;
  const options = Object.fromEntries(
    type.parameters.map((parameter) => {
      const written = insert.settings.find(({ path }) => path === parameter.path)?.value;
      if (written?.kind !== 'measure') return [parameter.path, slotDefault(parameter)];
      return [parameter.path, written.quantity === 'notes' ? (written.value * 4 * 60) / 120 : written.value];
    }),
  );
  return { name: type.name, options };
}

async function inPage({
  song: from,
  seconds: length,
  sampleRate: rate,
}: {
  song: ToneSong;
  seconds: number;
  sampleRate: number;
}): Promise<{ took: number; peak: number }> {
  // biome-ignore lint/suspicious/noExplicitAny: Tone is a script of the page, chosen by name.
  const Tone = (globalThis as any).Tone;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  type Node = any;
  const waits: Promise<unknown>[] = [];
  const make = ({ name, options }: { name: string; options: Record<string, number> }): Node => {
    if (name === 'Highpass')
      return new Tone.Filter({ type: 'highpass', frequency: options['frequency'], Q: 0 });
    if (name === 'PingPongDelay') return new Tone.PingPongDelay({ ...options, maxDelay: 2 });
    if (name === 'Limiter') return new Tone.Limiter(options['threshold']);
    const { makeup: _, ...known } = options;
    const node = new Tone[name](known);
    if (name === 'Reverb') waits.push(node.ready);
    return node;
  };
  const started = performance.now();
  const rendered = await Tone.Offline(
    async () => {
      const master = from.master.map(make);
      const sum = new Tone.Gain();
      sum.chain(...master, Tone.getDestination());
      const buses = from.buses.map((bus) => {
        const input = new Tone.Gain();
        input.chain(...bus.effects.map(make), new Tone.Gain(bus.gain), sum);
        return input;
      });
      for (const track of from.tracks) {
        const synth = track.polyphonic
          ? new Tone.PolySynth(Tone[track.instrument], track.options)
          : new Tone[track.instrument](track.options);
        const fader = new Tone.Gain(track.gain);
        const panner = new Tone.Panner(track.pan);
        synth.chain(...track.effects.map(make), fader, panner, sum);
        for (const send of track.sends) panner.chain(new Tone.Gain(send.gain), buses[send.bus]);
        for (const [at, held, hertz, velocity] of track.notes) {
          if (track.instrument === 'NoiseSynth') synth.triggerAttackRelease(held, at, velocity);
          else synth.triggerAttackRelease(hertz, held, at, velocity);
        }
      }
      await Promise.all(waits);
    },
    length,
    2,
    rate,
  );
  const took = performance.now() - started;
  let peak = 0;
  for (const sample of rendered.getChannelData(0)) peak = Math.max(peak, Math.abs(sample));
  return { took, peak };
}
