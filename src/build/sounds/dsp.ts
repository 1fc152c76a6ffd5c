// What the drums and rooms are made of: noise from a seed, oscillators, envelopes, filters. Sounds are lists
// of samples at `rate`, made once while building, so clarity comes before speed.

export const rate = 48_000;

export type Sound = Float64Array;

/** Samples of `seconds`, each from its time in seconds. */
export const made = (seconds: number, at: (t: number, index: number) => number): Sound =>
  Float64Array.from({ length: Math.round(seconds * rate) }, (_, index) => at(index / rate, index));

/** A stream of numbers from 0 to 1 that its seed alone decides (mulberry32). */
export const chance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** White noise, -1 to 1. */
export const noise = (seconds: number, seed: number): Sound => {
  const next = chance(seed);
  return made(seconds, () => next() * 2 - 1);
};

/** What falls by 60 dB in `seconds`, from 1. */
export const decay = (seconds: number) => (t: number) => 10 ** ((-3 * t) / seconds);

/** Rises in a straight line to 1. */
export const rise = (seconds: number) => (t: number) => (t < seconds ? t / seconds : 1);

/** A sine whose frequency is a function of time. */
export function sweep(seconds: number, hertz: (t: number) => number, start = 0): Sound {
  let turns = start;
  return made(seconds, (t) => {
    const value = Math.sin(2 * Math.PI * turns);
    turns += hertz(t) / rate;
    return value;
  });
}

/** A square wave without the sound above half the rate (its steps are rounded by two samples). */
export function square(seconds: number, hertz: number, start: number): Sound {
  const step = hertz / rate;
  let phase = start % 1;
  return made(seconds, () => {
    const value = (phase < 0.5 ? 1 : -1) + rounding(phase, step) - rounding((phase + 0.5) % 1, step);
    phase = (phase + step) % 1;
    return value;
  });
}

function rounding(phase: number, step: number): number {
  if (phase < step) {
    const x = phase / step;
    return x + x - x * x - 1;
  }
  if (phase > 1 - step) {
    const x = (phase - 1) / step;
    return x * x + x + x + 1;
  }
  return 0;
}

export const scaled = (sound: Sound, gain: number): Sound => sound.map((value) => value * gain);

/** Times an envelope. */
export const shaped = (sound: Sound, envelope: (t: number) => number): Sound =>
  sound.map((value, index) => value * envelope(index / rate));

/** All at once, as long as the longest. */
export function mixed(...sounds: readonly Sound[]): Sound {
  const sum = new Float64Array(Math.max(...sounds.map(({ length }) => length)));
  for (const sound of sounds) for (let i = 0; i < sound.length; i++) sum[i]! += sound[i]!;
  return sum;
}

/** The sound that many seconds later. */
export function later(sound: Sound, seconds: number): Sound {
  const shifted = new Float64Array(sound.length + Math.round(seconds * rate));
  shifted.set(sound, shifted.length - sound.length);
  return shifted;
}

/** Soft limits, as a transistor has them: louder in makes it denser. */
export const driven = (sound: Sound, amount: number): Sound =>
  sound.map((value) => Math.tanh(value * amount) / Math.tanh(amount));

/** As a converter of that many bits leaves it. */
export const crushed = (sound: Sound, bits: number): Sound =>
  sound.map((value) => Math.round(value * 2 ** (bits - 1)) / 2 ** (bits - 1));

type Kind = 'lowpass' | 'highpass' | 'bandpass';

/** A filter of second order (Bristow-Johnson's cookbook), run `times` times over. */
export function filtered(sound: Sound, kind: Kind, hertz: number, q = Math.SQRT1_2, times = 1): Sound {
  const w = (2 * Math.PI * Math.min(hertz, rate * 0.49)) / rate;
  const alpha = Math.sin(w) / (2 * q);
  const cos = Math.cos(w);
  const [b0, b1, b2] =
    kind === 'lowpass'
      ? [(1 - cos) / 2, 1 - cos, (1 - cos) / 2]
      : kind === 'highpass'
        ? [(1 + cos) / 2, -1 - cos, (1 + cos) / 2]
        : [alpha, 0, -alpha];
  let out = sound;
  for (let pass = 0; pass < times; pass++) {
    let [x1, x2, y1, y2] = [0, 0, 0, 0];
    out = out.map((x) => {
      const y = (b0! * x + b1! * x1 + b2! * x2 + 2 * cos * y1 - (1 - alpha) * y2) / (1 + alpha);
      [x2, x1, y2, y1] = [x1, x, y1, y];
      return y;
    });
  }
  return out;
}

/** A struck body: sines that each die away at their own pace. `[hertz, gain, seconds to -60 dB]`. */
export const struck = (
  seconds: number,
  modes: readonly (readonly [hertz: number, gain: number, seconds: number])[],
): Sound =>
  mixed(
    ...modes.map(([hertz, gain, fall]) =>
      shaped(
        sweep(seconds, () => hertz),
        (t) => gain * decay(fall)(t),
      ),
    ),
  );

/** As loud as `peak` at its loudest, its last milliseconds faded, its silence at the end cut. */
export function finished(channels: readonly Sound[], peak = 0.9): readonly Sound[] {
  const loudest = Math.max(
    ...channels.map((sound) => sound.reduce((most, x) => Math.max(most, Math.abs(x)), 0)),
  );
  let length = 1;
  for (const sound of channels)
    for (let i = sound.length - 1; i >= length; i--) if (Math.abs(sound[i]!) > loudest * 1e-4) length = i + 1;
  const fade = Math.min(length, Math.round(0.008 * rate));
  return channels.map((sound) =>
    sound
      .slice(0, length)
      .map((x, index) => ((x * peak) / loudest) * Math.min(1, (length - 1 - index) / fade)),
  );
}
