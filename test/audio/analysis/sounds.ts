// Sounds with known answers: made here, sample by sample, so that what is found can be held against what is there.

export const rate = 48_000;

/** A pitch that moves: Hz at a second. */
export type Melody = (seconds: number) => number;

/** A voice: ten harmonics that fall off, with formants about, and breath behind it. */
export const voice = (
  seconds: number,
  pitch: Melody,
  { at = rate, breath = 0.003, level = 0.3 }: { at?: number; breath?: number; level?: number } = {},
): Float32Array => {
  const noise = newNoise(7);
  let phase = 0;
  return Float32Array.from({ length: Math.round(seconds * at) }, (_, i) => {
    const hertz = pitch(i / at);
    phase += hertz / at;
    let sum = breath * noise();
    if (hertz <= 0) return sum;
    for (let harmonic = 1; harmonic <= 10 && harmonic * hertz < at / 2.2; harmonic++) {
      const formant = 1 + 2 * Math.exp(-(((harmonic * hertz - 700) / 300) ** 2));
      sum += ((level * formant) / harmonic ** 1.5) * Math.sin(2 * Math.PI * phase * harmonic);
    }
    return sum;
  });
};

/** Uniform in -1 to 1, the same every time. */
export const newNoise = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
};

export const sine = (seconds: number, hertz: number, level = 0.5, at = rate): Float32Array =>
  Float32Array.from(
    { length: Math.round(seconds * at) },
    (_, i) => level * Math.sin((2 * Math.PI * hertz * i) / at),
  );

/** Sounds laid over one another, each from its second on. */
export const together = (
  seconds: number,
  parts: readonly (readonly [from: number, samples: Float32Array])[],
  at = rate,
): Float32Array => {
  const sum = new Float32Array(Math.round(seconds * at));
  for (const [from, samples] of parts) {
    const start = Math.round(from * at);
    for (let i = 0; i < samples.length && start + i < sum.length; i++)
      if (start + i >= 0) sum[start + i]! += samples[i]!;
  }
  return sum;
};

/** A drum's hit: a burst of noise, or a tone that falls, that dies away. */
export const hit = (kind: 'kick' | 'snare' | 'hat', at = rate): Float32Array => {
  const noise = newNoise(kind === 'hat' ? 3 : 5);
  const [seconds, decay] = kind === 'kick' ? [0.3, 0.08] : kind === 'snare' ? [0.2, 0.05] : [0.06, 0.012];
  let [phase, last] = [0, 0];
  return Float32Array.from({ length: Math.round(seconds * at) }, (_, i) => {
    const t = i / at;
    const fall = Math.exp(-t / decay);
    if (kind === 'kick') {
      phase += (50 + 150 * Math.exp(-t / 0.02)) / at;
      return 0.8 * fall * Math.sin(2 * Math.PI * phase);
    }
    const white = noise();
    const bright = white - last;
    last = white;
    return fall * (kind === 'snare' ? 0.4 * white : 0.2 * bright);
  });
};

export const hertzOf = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);
