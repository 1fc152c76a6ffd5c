// An analogue kit after the circuits of 1980: a ringing bass drum, a snare of two tones and noise, and
// cymbals of six square waves that no harmony joins.

import {
  chance,
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
  square,
  sweep,
} from './dsp.ts';
import { choked, hit, type KitSounds } from './kit.ts';

const bass = (fall: number, click: number, tune = 1): Sound => {
  const body = shaped(
    sweep(fall * 1.2 + 0.1, (t) => tune * (49 + 55 * decay(0.09)(t) + 6 * decay(0.4)(t))),
    (t) => rise(0.0015)(t) * decay(fall)(t),
  );
  const knock = filtered(shaped(noise(0.02, 808), decay(0.012)), 'lowpass', 2600);
  return mixed(body, scaled(knock, click));
};

const snare = (snap: number, fall: number): Sound => {
  const tones = mixed(
    shaped(
      sweep(0.4, (t) => 178 + 30 * decay(0.03)(t)),
      (t) => 0.9 * decay(0.26)(t),
    ),
    shaped(
      sweep(0.4, (t) => 331 + 40 * decay(0.03)(t)),
      (t) => 0.45 * decay(0.16)(t),
    ),
  );
  const wires = filtered(shaped(noise(fall * 1.3, 810), decay(fall)), 'highpass', 1700, 0.7, 2);
  return mixed(tones, scaled(wires, snap));
};

/** The six oscillators that all its metal is made of. */
const metal = (seconds: number, tune = 1): Sound => {
  const next = chance(88);
  return scaled(
    mixed(...[205.3, 304.4, 369.6, 522.7, 540, 800].map((hertz) => square(seconds, hertz * tune, next()))),
    1 / 6,
  );
};

const hat = (fall: number, tune = 1): Sound => {
  const ring = filtered(metal(fall * 1.25 + 0.02, tune), 'bandpass', 10_000, 1.2);
  return shaped(filtered(ring, 'highpass', 7000, 0.8, 2), (t) => rise(0.0006)(t) * decay(fall)(t));
};

const cymbal = (seconds: number, bright: number): Sound => {
  const source = metal(seconds * 1.1);
  const low = shaped(filtered(source, 'bandpass', 3440, 2.2), (t) => 0.7 * decay(seconds * 0.55)(t));
  const high = filtered(filtered(source, 'bandpass', 7100, 1.4), 'highpass', 6500);
  return mixed(
    low,
    shaped(high, (t) => bright * (0.6 * decay(0.2)(t) + decay(seconds)(t))),
  );
};

const clap = (spread: number, tail: number): Sound => {
  const burst = (seed: number, fall: number, gain: number, at: number): Sound =>
    later(
      shaped(noise(fall * 1.3, seed), (t) => gain * decay(fall)(t)),
      at,
    );
  const hands = mixed(
    ...[0, 1, 2].map((index) => burst(820 + index, 0.028, 1, index * spread)),
    burst(824, tail, 0.9, 3 * spread),
  );
  return filtered(filtered(hands, 'bandpass', 1100, 1.1), 'highpass', 500);
};

const tom = (hertz: number, fall: number): Sound =>
  mixed(
    shaped(
      sweep(fall * 1.2, (t) => hertz * (1 + 0.55 * decay(0.12)(t))),
      (t) => rise(0.001)(t) * decay(fall)(t),
    ),
    scaled(filtered(shaped(noise(fall, 830), decay(fall * 0.7)), 'lowpass', 900), 0.09),
  );

const rim = (tune: number): Sound =>
  filtered(
    driven(
      mixed(
        shaped(
          sweep(0.08, () => 1667 * tune),
          decay(0.03),
        ),
        shaped(
          sweep(0.08, () => 455 * tune),
          (t) => 0.8 * decay(0.045)(t),
        ),
      ),
      2.5,
    ),
    'highpass',
    380,
  );

const cowbell = (tune: number): Sound => {
  const pair = mixed(square(0.6, 540 * tune, 0), square(0.6, 800 * tune, 0.3));
  return shaped(
    filtered(pair, 'bandpass', 2640 * tune, 1.1),
    (t) => 0.6 * decay(0.04)(t) + 0.4 * decay(0.5)(t),
  );
};

const shaker = (fall: number): Sound =>
  shaped(filtered(noise(fall * 1.6 + 0.03, 840), 'highpass', 5600, 0.8, 2), (t) =>
    t < 0.018 ? (t / 0.018) ** 2 : decay(fall)(t - 0.018),
  );

/** A ride has no circuit of its own: the cymbal's metal, struck on its bell. */
const ride = (): Sound =>
  mixed(
    scaled(cymbal(1.4, 0.8), 0.7),
    made(1.2, (t) => 0.12 * Math.sin(2 * Math.PI * 1075 * t) * decay(0.9)(t)),
  );

export const kit808 = (): KitSounds => ({
  name: '808',
  hits: [
    hit('bd', 0.9, bass(0.65, 0.3), bass(1.5, 0.25), bass(0.3, 0.45), driven(bass(0.9, 0.4), 3)),
    hit('sd', 0.8, snare(0.75, 0.22), snare(1.3, 0.3), snare(0.3, 0.14)),
    choked(hit('hh', 0.5, hat(0.07), hat(0.035), hat(0.07, 1.12))),
    choked(hit('oh', 0.5, hat(0.55), hat(0.9))),
    hit('cp', 0.75, clap(0.0105, 0.16), clap(0.013, 0.3)),
    hit('rim', 0.6, rim(1), rim(1.2)),
    hit('lt', 0.8, tom(82, 0.5)),
    hit('mt', 0.8, tom(123, 0.42)),
    hit('ht', 0.8, tom(168, 0.34)),
    hit('cr', 0.6, cymbal(1.9, 1), cymbal(1.1, 1.3)),
    hit('rd', 0.5, ride()),
    hit('sh', 0.5, shaker(0.06), shaker(0.11)),
    hit('cb', 0.6, cowbell(1), cowbell(1.12)),
  ],
});
