// A kit as if played in a room: bodies of many modes, wires and air as noise, three strengths of the stick
// for the drums that are played most. Made from how such things vibrate, not from recordings.

import {
  chance,
  decay,
  filtered,
  finished,
  later,
  mixed,
  noise,
  rate,
  rise,
  type Sound,
  scaled,
  shaped,
  struck,
  sweep,
} from './dsp.ts';
import { choked, type Hit, hit, type KitSounds, type Layer } from './kit.ts';

/** How a round membrane divides itself: ratios to its lowest mode. */
const membrane = [1, 1.594, 2.136, 2.296, 2.653, 2.918, 3.156, 3.501, 3.6, 4.06];

const bass = (force: number): Sound => {
  const body = shaped(
    sweep(0.55, (t) => 54 + 26 * force * decay(0.06)(t)),
    (t) => rise(0.002)(t) * decay(0.42)(t),
  );
  const head = struck(
    0.3,
    membrane.slice(1).map((ratio, index) => [54 * ratio, (0.3 * force) / (index + 1.5), 0.16] as const),
  );
  const beater = filtered(shaped(noise(0.03, 31), decay(0.014)), 'lowpass', 900 + 3200 * force);
  return mixed(body, head, scaled(beater, 0.5 * force));
};

const snare = (force: number): Sound => {
  const shell = struck(
    0.35,
    membrane.map(
      (ratio, index) => [186 * ratio, 0.8 / (1 + index * 0.8), 0.22 / (1 + index * 0.25)] as const,
    ),
  );
  const hiss = noise(0.4, 32);
  const wires = mixed(
    shaped(filtered(hiss, 'bandpass', 3400, 0.6), (t) => decay(0.13 + 0.07 * force)(t)),
    scaled(shaped(filtered(hiss, 'highpass', 6000), decay(0.09)), 0.5 * force),
  );
  const stick = filtered(shaped(noise(0.01, 33), decay(0.006)), 'highpass', 1800);
  return mixed(scaled(shell, 0.7), scaled(later(wires, 0.0012), 0.9), scaled(stick, 0.9 * force));
};

/** Bronze: modes by the hundred, the high ones gone first; `left` and `right` hear them differently. */
function bronze(seconds: number, seed: number, from: number, count: number, force: number): readonly Sound[] {
  const next = chance(seed);
  const channels = [
    new Float64Array(Math.round(seconds * 1.05 * rate)),
    new Float64Array(Math.round(seconds * 1.05 * rate)),
  ];
  for (let mode = 0; mode < count; mode++) {
    const hertz = from * (15_500 / from) ** (mode / count + 0.02 * next());
    const fall = seconds * (0.25 + 0.75 * next()) * (from / hertz) ** 0.35;
    const loud = (0.3 + next()) * (hertz > 7000 ? 0.4 + 0.6 * force : 1);
    const angle = (2 * Math.PI * hertz) / rate;
    const perSample = 10 ** (-3 / (fall * rate));
    for (const channel of channels) {
      const start = 2 * Math.PI * next();
      let level = loud * (0.7 + 0.3 * next());
      for (let i = 0; i < channel.length && level > 1e-5; i++, level *= perSample)
        channel[i]! += level * Math.sin(start + angle * i);
    }
  }
  return channels.map((channel, index) => {
    const air = shaped(
      filtered(noise(0.12, seed + 7 + index), 'highpass', 5000),
      (t) => count * 0.12 * force * decay(0.05)(t),
    );
    return shaped(filtered(mixed(channel, air), 'highpass', from * 0.8), rise(0.0008));
  });
}

const tom = (hertz: number, force: number): Sound =>
  mixed(
    shaped(
      sweep(0.7, (t) => hertz * (1 + 0.12 * force * decay(0.12)(t))),
      (t) => rise(0.001)(t) * decay(0.6)(t),
    ),
    struck(
      0.5,
      membrane
        .slice(1, 7)
        .map((ratio, index) => [hertz * ratio, 0.4 / (index + 1), 0.35 / (1 + index * 0.4)] as const),
    ),
    scaled(filtered(shaped(noise(0.02, 41), decay(0.012)), 'lowpass', 5200), 0.35 * force),
  );

const rim = (): Sound =>
  mixed(
    struck(0.14, [
      [472, 0.7, 0.07],
      [1120, 1, 0.05],
      [1695, 0.8, 0.04],
      [2540, 0.5, 0.03],
      [4150, 0.3, 0.02],
    ]),
    scaled(filtered(shaped(noise(0.01, 42), decay(0.004)), 'highpass', 2000), 0.8),
  );

/** Two or three pairs of hands that are not quite together. */
const clap = (seed: number): Sound => {
  const next = chance(seed);
  const hands = mixed(
    ...Array.from({ length: 5 }, (_, index) =>
      later(
        filtered(
          shaped(noise(0.06, seed + index), (t) => (0.5 + next() * 0.5) * decay(0.03)(t)),
          'bandpass',
          900 + 900 * next(),
          1,
        ),
        next() * 0.022,
      ),
    ),
  );
  return mixed(
    hands,
    scaled(filtered(shaped(noise(0.3, seed + 9), decay(0.18)), 'bandpass', 1300, 0.7), 0.16),
  );
};

const shaker = (fall: number): Sound => {
  const next = chance(43);
  const grains = Array.from({ length: 70 }, () =>
    later(
      shaped(noise(0.006, Math.floor(next() * 1e6)), (t) => (0.2 + next() * 0.3) * decay(0.004)(t)),
      fall * next() ** 0.8,
    ),
  );
  return shaped(
    filtered(mixed(...grains), 'bandpass', 7200, 0.7),
    (t) => rise(0.02)(t) * decay(fall * 1.6)(t),
  );
};

const cowbell = (): Sound =>
  mixed(
    struck(0.7, [
      [562, 1, 0.55],
      [845, 0.8, 0.5],
      [1402, 0.35, 0.3],
      [2240, 0.3, 0.22],
      [3310, 0.2, 0.16],
    ]),
    scaled(filtered(shaped(noise(0.006, 44), decay(0.004)), 'highpass', 2500), 0.5),
  );

/** Early echoes of a small room, a little later and darker on the other side. */
function inRoom(sound: Sound, amount: number): readonly Sound[] {
  const echoes = [
    [0.0031, 0.5],
    [0.0067, 0.42],
    [0.0112, 0.36],
    [0.0163, 0.27],
    [0.0231, 0.2],
    [0.0307, 0.14],
  ] as const;
  return [0, 1].map((side) =>
    mixed(
      sound,
      ...echoes.map(([seconds, gain], index) =>
        scaled(
          later(filtered(sound, 'lowpass', 6500 - 700 * index), seconds * (side ? 1.13 : 1)),
          gain * amount,
        ),
      ),
    ),
  );
}

const forces = [0.35, 0.7, 1] as const;
const tops = [0.45, 0.8, 1] as const;

/** The stick in three strengths; the soft ones are softer in level too, by what velocity does by itself. */
const layered = (name: string, peak: number, sound: (force: number) => readonly Sound[]): Hit => ({
  name,
  variants: [
    forces.map((force, index): Layer => ({ channels: finished(sound(force), peak), upTo: tops[index]! })),
  ],
});

const stereo = (name: string, peak: number, channels: readonly Sound[]): Hit => ({
  name,
  variants: [[{ channels: finished(channels, peak), upTo: 1 }]],
});

export const kitAcoustic = (): KitSounds => ({
  name: 'acoustic',
  hits: [
    layered('bd', 0.9, (force) => [bass(force)]),
    layered('sd', 0.8, (force) => inRoom(snare(force), 0.5)),
    choked(layered('hh', 0.45, (force) => bronze(0.13, 51, 2900, 90, force))),
    choked(layered('oh', 0.45, (force) => bronze(0.9, 51, 2900, 90, force))),
    stereo('cp', 0.7, inRoom(clap(61), 0.8)),
    hit('rim', 0.6, rim()),
    layered('lt', 0.8, (force) => inRoom(tom(84, force), 0.4)),
    layered('mt', 0.8, (force) => inRoom(tom(118, force), 0.4)),
    layered('ht', 0.8, (force) => inRoom(tom(164, force), 0.4)),
    stereo('cr', 0.6, bronze(2.6, 52, 700, 160, 1)),
    stereo('rd', 0.5, bronze(2.2, 53, 1150, 110, 0.5)),
    stereo('sh', 0.4, inRoom(shaker(0.07), 0.4)),
    hit('cb', 0.55, cowbell()),
  ],
});
