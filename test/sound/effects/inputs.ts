// Sounds that are sent through effects: two channels that differ, the same in every run.

export type Stereo = readonly [Float32Array<ArrayBuffer>, Float32Array<ArrayBuffer>];

const rate = 48000;

/** Two channels from a function of time and channel. */
export const stereo = (
  seconds: number,
  sample: (time: number, channel: 0 | 1, index: number) => number,
  sampleRate = rate,
): Stereo => {
  const channel = (which: 0 | 1) =>
    Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, index) =>
      sample(index / sampleRate, which, index),
    );
  return [channel(0), channel(1)];
};

/** -1..1, the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The lowest bits of such a generator turn too regularly.
    const mixed = Math.imul(state ^ (state >>> 15), 0x85ebca6b);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2147483648 - 1;
  };
}

/** White noise, another on each side. */
export const noise = (seconds: number, gain = 0.25): Stereo => {
  const draws = [chance(1), chance(2)] as const;
  return stereo(seconds, (_, channel) => draws[channel]() * gain);
};

/** Noise without its highs: four one-pole filters at 3 kHz. */
export const warm = (seconds: number, gain = 1): Stereo => {
  const draws = [chance(1), chance(2)] as const;
  const states = [new Float64Array(4), new Float64Array(4)] as const;
  return stereo(seconds, (_, channel) => {
    let value = draws[channel]();
    for (let pole = 0; pole < 4; pole++) {
      states[channel][pole]! += 0.32 * (value - states[channel][pole]!);
      value = states[channel][pole]!;
    }
    return value * gain;
  });
};

/** A sine on each side. */
export const tones = (seconds: number, left: number, right: number, gain = 0.5): Stereo =>
  stereo(seconds, (time, channel) => gain * Math.sin(2 * Math.PI * (channel === 0 ? left : right) * time));

/** What a sound is up to a time; silence from there. */
export const until = (sound: Stereo, seconds: number): Stereo => {
  const end = Math.round(seconds * rate);
  const cut = (channel: Float32Array) => Float32Array.from(channel, (value, i) => (i < end ? value : 0));
  return [cut(sound[0]), cut(sound[1])];
};

/** A tone whose level changes in steps, in dB, each as long as the others. */
export const steps = (levels: readonly number[], each: number, hertz = 1000): Stereo =>
  stereo(levels.length * each, (time, channel) => {
    const level = levels[Math.min(levels.length - 1, Math.floor(time / each))]!;
    return 10 ** (level / 20) * Math.sin(2 * Math.PI * hertz * (channel === 0 ? 1 : 1.01) * time);
  });

/** One sample of full level, then silence. */
export const impulse = (seconds: number): Stereo => stereo(seconds, (_, __, index) => (index === 0 ? 1 : 0));
