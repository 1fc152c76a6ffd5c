// A kit after the machine of 1983: a bass drum that falls fast and hits hard, a snare with a long rattle,
// and cymbals as six-bit recordings.

import {
  chance,
  crushed,
  decay,
  driven,
  filtered,
  later,
  made,
  mixed,
  noise,
  rise,
  type Sound,
  scaled,
  shaped,
  sweep,
} from './dsp.ts';
import { choked, hit, type KitSounds } from './kit.ts';

const bass = (fall: number, drive: number, tune = 1): Sound => {
  const body = shaped(
    sweep(fall * 1.25, (t) => tune * (47 + 230 * decay(0.055)(t) + 30 * decay(0.25)(t))),
    (t) => (t < 0.03 ? 1 : decay(fall)(t - 0.03)) * rise(0.0004)(t),
  );
  const click = filtered(shaped(noise(0.012, 909), decay(0.008)), 'highpass', 900);
  return driven(mixed(body, scaled(click, 0.35)), drive);
};

const triangle = (sound: Sound): Sound => sound.map((x) => (2 / Math.PI) * Math.asin(x));

const snare = (tone: number, snap: number, fall: number): Sound => {
  const head = mixed(
    shaped(triangle(sweep(0.3, (t) => 182 + 110 * decay(0.04)(t))), decay(0.17)),
    shaped(triangle(sweep(0.3, (t) => 278 + 150 * decay(0.03)(t))), (t) => 0.6 * decay(0.12)(t)),
  );
  const hiss = noise(fall * 1.3, 911);
  const rattle = mixed(
    shaped(filtered(hiss, 'highpass', 2200), (t) => 0.7 * decay(fall * 0.45)(t)),
    shaped(filtered(filtered(hiss, 'highpass', 900), 'lowpass', 8500), (t) => 0.55 * decay(fall)(t)),
  );
  return mixed(scaled(head, tone), scaled(rattle, snap));
};

/** Many inharmonic sines and a little noise: a plate of bronze, as a recording of few bits keeps it. */
const bronze = (seconds: number, seed: number, from: number, to: number, partials: number): Sound => {
  const next = chance(seed);
  const sum = scaled(filtered(noise(seconds, seed + 1), 'highpass', from), 0.35);
  for (let partial = 0; partial < partials; partial++) {
    const hertz = from * (to / from) ** next();
    const [gain, start] = [0.25 + 0.75 * next(), next()];
    for (let i = 0; i < sum.length; i++)
      sum[i]! += (gain / Math.sqrt(partials)) * Math.sin(2 * Math.PI * (start + (hertz * i) / rateOf));
  }
  return sum;
};
const rateOf = 48_000;

const hat = (fall: number, tune = 1): Sound => {
  const source = crushed(scaled(bronze(fall * 1.2 + 0.02, 920, 3400 * tune, 14_500, 60), 0.3), 6);
  return shaped(filtered(source, 'highpass', 6200, 0.8, 2), (t) => rise(0.0004)(t) * decay(fall)(t));
};

const cymbal = (fall: number, from: number, bell: number): Sound => {
  const source = crushed(scaled(bronze(fall * 1.1, 930 + from, from, 13_500, 90), 0.3), 7);
  const wash = shaped(
    filtered(source, 'highpass', from),
    (t) => 0.55 * decay(fall)(t) + 0.45 * decay(0.18)(t),
  );
  const ping = made(fall * 0.8, (t) =>
    [1, 1.483, 2.061, 2.59].reduce((sum, ratio) => sum + Math.sin(2 * Math.PI * 1320 * ratio * t) * 0.3, 0),
  );
  return mixed(
    wash,
    shaped(ping, (t) => bell * decay(fall * 0.5)(t)),
  );
};

const clap = (tail: number): Sound => {
  const burst = (at: number, fall: number, gain: number, seed: number): Sound =>
    later(
      shaped(noise(fall * 1.3, seed), (t) => gain * decay(fall)(t)),
      at,
    );
  const hands = mixed(
    burst(0, 0.022, 0.9, 941),
    burst(0.0095, 0.022, 0.75, 942),
    burst(0.0205, 0.024, 0.9, 943),
    burst(0.031, tail, 0.85, 944),
  );
  return filtered(filtered(hands, 'bandpass', 1450, 0.9), 'highpass', 700);
};

const tom = (hertz: number, fall: number): Sound =>
  mixed(
    shaped(
      triangle(sweep(fall * 1.2, (t) => hertz * (1 + 0.9 * decay(0.09)(t) + 0.12 * decay(0.4)(t)))),
      (t) => rise(0.0006)(t) * decay(fall)(t),
    ),
    scaled(filtered(shaped(noise(0.1, 950), decay(0.05)), 'bandpass', hertz * 6, 0.8), 0.4),
  );

const rim = (tune: number): Sound =>
  driven(
    mixed(
      ...[220, 502, 1010].map((hertz, index) =>
        shaped(
          sweep(0.06, () => hertz * tune),
          (t) => decay(0.05 - index * 0.012)(t),
        ),
      ),
    ),
    3,
  );

const shaker = (fall: number): Sound =>
  shaped(filtered(filtered(noise(fall * 1.8, 960), 'highpass', 4800), 'lowpass', 12_000), (t) =>
    t < 0.012 ? t / 0.012 : decay(fall)(t - 0.012),
  );

const cowbell = (tune: number): Sound =>
  driven(
    mixed(
      ...[587, 845, 1174, 1690].map((hertz, index) =>
        shaped(
          sweep(0.5, () => hertz * tune),
          (t) => (1 / (index + 1)) * decay(0.32 - 0.04 * index)(t),
        ),
      ),
    ),
    2,
  );

export const kit909 = (): KitSounds => ({
  name: '909',
  hits: [
    hit('bd', 0.92, bass(0.36, 1.8), bass(0.7, 1.8), bass(0.22, 2.4), bass(0.4, 5)),
    hit('sd', 0.8, snare(0.9, 0.7, 0.24), snare(0.7, 1, 0.34), snare(1, 0.4, 0.15)),
    choked(hit('hh', 0.5, hat(0.09), hat(0.045), hat(0.09, 1.2))),
    choked(hit('oh', 0.5, hat(0.6), hat(1))),
    hit('cp', 0.75, clap(0.2), clap(0.34)),
    hit('rim', 0.65, rim(1), rim(1.15)),
    hit('lt', 0.82, tom(78, 0.55)),
    hit('mt', 0.82, tom(112, 0.48)),
    hit('ht', 0.82, tom(158, 0.4)),
    hit('cr', 0.6, cymbal(2.1, 2600, 0.05), cymbal(1.3, 3300, 0.05)),
    hit('rd', 0.5, cymbal(1.8, 4200, 0.35)),
    hit('sh', 0.5, shaker(0.07), shaker(0.12)),
    hit('cb', 0.6, cowbell(1)),
  ],
});
