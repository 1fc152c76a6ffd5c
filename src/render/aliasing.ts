// Aliases of one track: what stands in its sound at the rate of the core and is not there at four times the rate. What
// is folded back into hearing lands between the partials, where the finer rendering has nothing.

import { newFft } from '../audio/meters/fft.ts';
import type { Aliasing } from '../check/measured.ts';
import type { CompiledCore } from '../engine/core/exports.ts';
import { renderOffline } from '../engine/offline/render.ts';
import type { Program } from '../engine/program.ts';
import type { Song, Track } from '../song/song.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { kindName } from '../vocabulary/effects.ts';
import type { MeasureForm } from './measure-sound.ts';

export interface AliasTask {
  readonly of: 'aliasing';
  readonly program: Program;
  /** The same at `finer` times its rate. */
  readonly reference: Program;
  readonly form: MeasureForm;
}

/** How many times as fine the reference is. */
export const finer = 4;

/** Undefined where `isStopped` says so on the way. */
export const measureAliasing = (
  core: CompiledCore,
  { program, reference, form }: AliasTask,
  isStopped: () => boolean = () => false,
): Aliasing | undefined => {
  const coarse = newFrames(core, program, frame);
  const fine = newFrames(core, reference, frame * finer);
  const bars = form.barSeconds.length - 1;
  const [folded, whole] = [new Float64Array(bars), new Float64Array(bars)];
  const seconds = frame / program.sampleRate;
  let bar = 0;
  for (let count = 0; ; count++) {
    const [here, there] = [coarse.next(), fine.next()];
    if (isStopped()) return undefined;
    if (!here || !there) break;
    while (bar < bars - 1 && (count + 0.5) * seconds >= form.barSeconds[bar + 1]!) bar++;
    for (let bin = lowestBin; bin < highestBin; bin++) {
      whole[bar]! += here[bin]!;
      let near = 0;
      for (let beside = bin - 2; beside <= bin + 2; beside++) near = Math.max(near, there[beside]!);
      if (here[bin]! > clearly * near) folded[bar]! += here[bin]!;
    }
  }
  return {
    bars: folded.map((power, at) => (whole[at]! > 0 ? 10 * Math.log10(power / whole[at]!) : -Infinity)),
  };
};

/** In samples at 48 kHz; bins are 6 Hz wide there, and as wide in the reference. */
const frame = 8192;
/** 50 Hz to 18 kHz: beyond, filters at the edge of the band differ. */
const [lowestBin, highestBin] = [8, 3072];
/** 10 dB more than what the finer rendering has around there. */
const clearly = 10;

/** Spectra of a program's left side, frame by frame; the same array every time. */
const newFrames = (core: CompiledCore, program: Program, size: number) => {
  const blocks = renderOffline(core, program)[Symbol.iterator]();
  const fft = newFft(size);
  const [real, imaginary, power] = [
    new Float64Array(size),
    new Float64Array(size),
    new Float64Array(highestBin + 3),
  ];
  const window = Float64Array.from(
    { length: size },
    (_, i) => Math.sin((Math.PI * (i + 0.5)) / size) ** 2 / size,
  );
  let rest: Float32Array = new Float32Array(0);
  return {
    next(): Float64Array | undefined {
      let filled = 0;
      const put = (samples: Float32Array): void => {
        const taken = Math.min(samples.length, size - filled);
        for (let i = 0; i < taken; i++) real[filled + i] = samples[i]! * window[filled + i]!;
        filled += taken;
        rest = samples.slice(taken);
      };
      put(rest);
      while (filled < size) {
        const block = blocks.next();
        if (block.done) return undefined;
        put(block.value.left);
      }
      imaginary.fill(0);
      fft.transform(real, imaginary);
      for (let bin = 0; bin < power.length; bin++) power[bin] = real[bin]! ** 2 + imaginary[bin]! ** 2;
      return power;
    },
  };
};

/** Instruments that sound alike at every rate: noise and recordings do not. */
const steady: readonly string[] = ['Synth', 'FMSynth', 'AMSynth', 'MonoSynth', 'DuoSynth'];

/**
 * Index of the last insert that makes new partials; -1 where there is none. What is rendered for it is the instrument
 * and what bends its wave: rooms and echoes hide aliases and make none.
 */
export const lastShaper = ({ inserts }: Track): number =>
  inserts.findLastIndex(({ effect }) => ['Distortion', 'Chebyshev'].includes(kindName(effect.name)));

/**
 * Whether a track reaches so high that the core's own oversampling (up to four times for FM, eight times for what
 * bends the wave) may not be enough: only then is it worth five times its rendering.
 */
export const mayAlias = (song: Song, timeline: Timeline, index: number): boolean => {
  const track = song.tracks[index]!;
  const instrument = song.instruments.find(({ name }) => name.name === track.instrument?.name);
  if (!instrument || !steady.includes(instrument.type.name)) return false;
  const highest = timeline.tracks[index]!.notes.reduce((most, { midi = 0 }) => Math.max(most, midi), 0);
  const hertz = 440 * 2 ** ((highest - 69) / 12);
  const said = (settings: typeof instrument.settings, path: string, usual: number): number => {
    const value = settings.find((setting) => setting.path === path)?.value;
    return value?.kind === 'measure' ? value.value : usual;
  };
  // Carson's rule: where the side bands of FM end.
  const { settings } = instrument;
  const bands = 1 + said(settings, 'harmonicity', 3) * (said(settings, 'modulationIndex', 10) + 2);
  if (instrument.type.name === 'FMSynth' && hertz * bands > reach) return true;
  return track.inserts.some(({ effect, settings: own }) => {
    const kind = kindName(effect.name);
    if (kind === 'Chebyshev') return hertz * said(own, 'order', 50) > reach;
    return kind === 'Distortion' && said(own, 'distortion', 0.4) >= 0.6 && highest >= 84;
  });
};

/** In Hz. */
const reach = 120_000;
