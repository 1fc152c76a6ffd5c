// The wavetables, synthesised from formulas and seeds: eight periods of 2048 samples a table, as other synthesizers
// read and write them. The core makes them band-limited when a song plays one.

import { newFft } from '../../audio/meters/fft.ts';
import { chance, type Sound } from './dsp.ts';

export const frames = 8;
export const frameLength = 2048;

/** Partials kept: more could not be heard where the table is lowest. */
const mostPartials = 512;

/** The table of that name: its periods in a row. */
export function wavetable(name: string): Sound {
  const make = tables[name];
  if (!make) throw new RangeError(`no wavetable is made as ${name}`);
  const all = new Float64Array(frames * frameLength);
  for (let frame = 0; frame < frames; frame++)
    all.set(levelled(make(frame / (frames - 1), frame)), frame * frameLength);
  return all;
}

/** A table's period at a place from 0 to 1. */
type Make = (place: number, frame: number) => Sound;

/** Equally loud, and none over full scale; without a constant part. */
function levelled(period: Sound): Sound {
  const loud = Math.sqrt(period.reduce((sum, x) => sum + x * x, 0) / period.length);
  const peak = period.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const gain = Math.min(0.45 / loud, 0.98 / peak);
  return period.map((x) => x * gain);
}

/** A sum of sines and cosines; `at` says how much of each a partial has. */
function summed(at: (partial: number) => number | readonly [sine: number, cosine: number]): Sound {
  const real = new Float64Array(frameLength);
  const imaginary = new Float64Array(frameLength);
  for (let partial = 1; partial <= mostPartials; partial++) {
    const level = at(partial);
    const [sine, cosine] = typeof level === 'number' ? [level, 0] : level;
    real[partial] = real[frameLength - partial] = cosine / 2;
    imaginary[partial] = sine / 2;
    imaginary[frameLength - partial] = -sine / 2;
  }
  newFft(frameLength).transform(real, imaginary);
  return real;
}

/** A drawn period, from its value at each turn from 0 to 1; drawn finely, so that its partials are right. */
function drawn(at: (turn: number) => number): Sound {
  const fine = frameLength * 16;
  const real = Float64Array.from({ length: fine }, (_, i) => at((i + 0.5) / fine));
  const imaginary = new Float64Array(fine);
  newFft(fine).transform(real, imaginary);
  return summed((partial) => {
    // Drawn between the samples: turned back by half of one.
    const angle = (-Math.PI * partial) / fine;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const [x, y] = [
      real[partial]! * c - imaginary[partial]! * s,
      real[partial]! * s + imaginary[partial]! * c,
    ];
    // What is steep rings less where its last partials fade.
    const fade = Math.cos(((partial / mostPartials) ** 4 * Math.PI) / 2);
    return [(-2 * y * fade) / fine, (2 * x * fade) / fine];
  });
}

const odd = (partial: number): number => partial % 2;
const sine = (turns: number): number => Math.sin(2 * Math.PI * turns);
const mixed = (share: number, one: number, other: number): number => one + share * (other - one);

/** How loud a voice is at a partial of a note of 110 Hz, by its formants in Hz, each with its level and width. */
const voiced = (partial: number, formants: readonly (readonly [number, number, number])[]): number =>
  formants.reduce(
    (sum, [hertz, level, width]) => sum + level / (1 + ((partial * 110 - hertz) / width) ** 2),
    0.004,
  ) / Math.sqrt(partial);

const vowels: readonly (readonly (readonly [number, number, number])[])[] = [
  [
    [800, 1, 80],
    [1150, 0.6, 90],
    [2900, 0.12, 120],
    [3900, 0.05, 130],
  ],
  [
    [400, 1, 70],
    [1900, 0.3, 100],
    [2550, 0.2, 120],
    [3600, 0.06, 130],
  ],
  [
    [320, 1, 60],
    [2200, 0.25, 100],
    [2900, 0.2, 120],
    [3500, 0.08, 130],
  ],
  [
    [450, 1, 70],
    [800, 0.5, 80],
    [2830, 0.06, 100],
    [3800, 0.04, 130],
  ],
  [
    [325, 1, 50],
    [700, 0.25, 60],
    [2530, 0.03, 170],
    [3500, 0.02, 180],
  ],
];

/** Between two vowels the formants move, as a mouth does. */
const between = (place: number, shapes: typeof vowels) => {
  const at = place * (shapes.length - 1);
  const index = Math.min(shapes.length - 2, Math.floor(at));
  return shapes[index]!.map((formant, i) =>
    formant.map((value, part) => mixed(at - index, value, shapes[index + 1]![i]![part]!)),
  ) as unknown as (typeof vowels)[number];
};

/** Resonances of a wooden body, the same in every period. */
const body = (partial: number): number => {
  const next = chance(71);
  let level = 0.25;
  for (let i = 0; i < 14; i++) {
    const [at, width] = [1.5 + 40 * next() ** 2, 0.4 + 2 * next()];
    level += (0.4 + next()) / (1 + ((partial - at) / width) ** 2);
  }
  return level;
};

/** Levels of the nine drawbars' partials, each drawn in its turn. */
const drawbars = [1, 3, 2, 4, 6, 8, 10, 12, 16];

const bells: readonly (readonly [number, number])[] = [
  [2, 0.5],
  [4, 0.9],
  [5, 0.6],
  [6, 0.35],
  [8, 1],
  [11, 0.5],
  [12, 0.3],
  [16, 0.6],
  [21, 0.4],
  [27, 0.3],
  [33, 0.2],
];

const random = (seed: number, count: number): readonly number[] => {
  const next = chance(seed);
  return Array.from({ length: count }, () => next());
};

const tables: Readonly<Record<string, Make>> = {
  basic: (place) => summed((n) => (odd(n) ? 1 : 1 - place) / n),
  bright: (place) => summed((n) => Math.exp(-(n - 1) * 4 * (1 - place) ** 4) / n),
  triangles: (place) => summed((n) => (odd(n) ? mixed(place, (n % 4 === 1 ? 1 : -1) / n ** 2, 1 / n) : 0)),
  pulse: (place) => summed((n) => [0, Math.sin(Math.PI * n * mixed(place, 0.5, 0.04)) / n]),
  sync: (place) => drawn((turn) => 1 - 2 * ((turn * mixed(place, 1, 6)) % 1)),
  softsync: (place) => drawn((turn) => sine(turn * mixed(place, 1, 9)) * Math.sin(Math.PI * turn) ** 2),
  resonant: (place) => {
    const peak = 2 ** (1 + 5 * place);
    return summed(
      (n) =>
        (1 / n) * (n < peak ? 1 : (peak / n) ** 2) + (n > 1 ? 0.7 / (1 + ((n - peak) / 0.6) ** 4) / 2 : 0),
    );
  },
  fold: (place) => drawn((turn) => Math.sin((0.4 + 3.6 * place) * Math.PI * sine(turn))),
  fm: (place) => drawn((turn) => Math.sin(2 * Math.PI * turn + 5 * place * sine(2 * turn))),
  chime: (place) => drawn((turn) => Math.sin(2 * Math.PI * turn + 2.5 * place * sine(7 * turn))),
  vowel: (place) => summed((n) => voiced(n, between(place, vowels))),
  choir: (place, frame) => {
    const breath = random(31 + frame, mostPartials + 1);
    return summed((n) => {
      const level = voiced(n, between(place, [vowels[0]!, vowels[4]!])) + 0.003 / Math.sqrt(n);
      const turn = breath[n]! * (n > 20 ? 1 : 0);
      return [level * Math.cos(2 * Math.PI * turn), level * Math.sin(2 * Math.PI * turn)];
    });
  },
  growl: (place) =>
    summed((n) =>
      voiced(n, [
        [mixed(place, 220, 900), 1, 60],
        [mixed(place, 500, 1900), 0.7, 90],
        [mixed(place, 1400, 3200), 0.5, 140],
      ]),
    ),
  organ: (place) =>
    summed((n) => {
      const bar = drawbars.indexOf(n);
      return bar < 0 ? 0 : Math.min(1, Math.max(0, place * 8 - bar + 1)) * 0.8 ** bar;
    }),
  pipes: (place) =>
    summed((n) => {
      const flute = n <= 4 ? [1, 0.12, 0.2, 0.03][n - 1]! : 0;
      const principal = 1 / n ** 1.4;
      const mixture = [4, 6, 8, 12, 16, 24].includes(n) ? 0.5 : 0;
      return mixed(Math.min(1, 2 * place), flute, principal) + Math.max(0, 2 * place - 1) * mixture;
    }),
  strings: (place) => summed((n) => (body(n) / n) * Math.exp(-n * mixed(place, 0.14, 0.012))),
  brass: (place) =>
    summed((n) => Math.exp(-(n - 1) * mixed(place, 1.1, 0.06)) * (0.35 + 1 / (1 + ((n - 5) / 4) ** 2))),
  reed: (place) =>
    summed(
      (n) =>
        (odd(n) ? 1 : mixed(place, n < 8 ? 0.04 : 0.3, 1.3)) *
        Math.exp(-n * 0.12) *
        (1 + 1.5 * place * Math.exp(-(((n - 6) / 3) ** 2))),
    ),
  flute: (place) => summed((n) => (n === 1 ? 1 : mixed(place, 0.12, 0.75) ** (n - 1) * (n === 2 ? 1.4 : 1))),
  pluck: (place) => summed((n) => Math.sin(Math.PI * n * mixed(place, 0.5, 0.04)) / n ** 1.5),
  tine: (place) =>
    summed(
      (n) =>
        [1, 0.35, 0.08, 0.04][n - 1] ??
        (n === 14 || n === 15 ? 0.5 * place : 0.15 * place * Math.exp(-(((n - 9) / 2) ** 2))),
    ),
  bell: (place) =>
    summed((n) => (bells.find(([partial]) => partial === n)?.[1] ?? 0) * (n / 8) ** mixed(place, -1, 0.6)),
  glass: (place) => {
    const picked = [1, 5, 9, 14, 21, 29, 38, 47];
    return summed((n) =>
      picked.includes(n)
        ? Math.exp(-(((picked.indexOf(n) - 7 * place) / 1.6) ** 2)) + (n === 1 ? 0.4 : 0)
        : 0,
    );
  },
  metal: (_, frame) => {
    const levels = random(51 + frame, 65);
    const turns = random(81, 65);
    return summed((n) => {
      const level = n > 64 ? 0 : (levels[n]! ** 3 * (n === 1 ? 2 : 1)) / n ** 0.3;
      return [
        level * Math.cos(2 * Math.PI * (turns[n] ?? 0)),
        level * Math.sin(2 * Math.PI * (turns[n] ?? 0)),
      ];
    });
  },
  digital: (place) => {
    const steps = 2 ** mixed(place, 4, 0.01);
    return drawn((turn) => (Math.floor(sine(turn) * 0.999 * steps) + 0.5) / steps);
  },
  bits: (_, frame) => {
    const levels = random(101 + frame, 32);
    return drawn((turn) => Math.round(levels[Math.floor(turn * 32)]! * 15) / 7.5 - 1);
  },
  octaves: (place) =>
    summed((n) =>
      Number.isInteger(Math.log2(n))
        ? Math.min(1, Math.max(0, place * 8 - Math.log2(n) + 1)) * 0.75 ** Math.log2(n)
        : 0,
    ),
  fifths: (place) =>
    summed((n) => (/^(2|3|4|6|8|12|16|24|32|48)$/.test(String(n)) ? n ** mixed(place, -1.6, -0.3) : 0)),
  comb: (place) => summed((n) => Math.abs(Math.cos(Math.PI * n * mixed(place, 0.02, 0.31))) ** 2 / n),
  buzz: (place) => {
    const count = 3 * 2 ** (5 * place);
    return summed((n) => {
      const level = n < count ? 1 : Math.max(0, 1 - (n - count) / (0.3 * count + 1));
      // Turned so that they do not all meet at one moment.
      const turn = (Math.PI * n * n) / 110;
      return [level * Math.sin(turn), level * Math.cos(turn)];
    });
  },
};
