// Warehouse techno as a programmer writes it: every drum is a function of the step, and the form is a table.

import {
  bus,
  MembraneSynth,
  MetalSynth,
  MonoSynth,
  mini,
  NoiseSynth,
  PolySynth,
  Synth,
  section,
  song,
  track,
} from 'codetta';

// ---- Steps ----------------------------------------------------------------------------------

const steps = 16;

/** Sixteen steps of a bar, a hit where `when` says so. */
const grid = (hit: string, when: (step: number) => boolean): string =>
  Array.from({ length: steps }, (_, step) => (when(step) ? hit : '~')).join(' ');

/** As evenly as so many hits lie in so many steps. */
const even =
  (hits: number, turn = 0) =>
  (step: number): boolean =>
    ((step + turn) * hits) % steps < hits;

const every =
  (count: number, from = 0) =>
  (step: number): boolean =>
    step % count === from;

const four = mini(grid('bd', every(4)));
const off = mini(grid('hh', every(4, 2)));
const sixteen = mini(grid('hh', () => true))
  .velocity('60%')
  .accent(mini(grid('1', every(4, 2))), '4dB');
const rim = mini(grid('sd', even(5, 3))).velocity('70%');
const claps = mini(grid('cp', every(8, 4)));

// ---- Tones ----------------------------------------------------------------------------------

/** F phrygian, from its root up. */
const scale = ['f', 'gb', 'ab', 'bb', 'c', 'db', 'eb'];
const tone = (degree: number, octave: number): string => {
  const index = ((degree % 7) + 7) % 7;
  const up = Math.floor(degree / 7) + (index >= 4 ? 1 : 0);
  return `${scale[index]}${octave + up}`;
};

/** A line that comes round after seven steps over sixteen: it never begins a bar as the one before. */
const line = (bars: number, degrees: readonly number[], octave: number) =>
  mini(
    Array.from({ length: bars }, (_, bar) =>
      Array.from({ length: steps }, (_, step) => {
        const place = (bar * steps + step) % degrees.length;
        return step % 4 === 0 ? '~' : tone(degrees[place]!, octave);
      }).join(' '),
    ).join(' | '),
  );

const rumble = mini(grid('f1', (step) => step % 4 !== 0));
const acid = line(4, [0, 0, 7, 3, 0, 1, 0], 2);
const stab = mini('~ ~ ~ [~ Fm] ~ ~ ~ ~ | ~ ~ ~ [~ Fm] ~ ~ Gb ~');

// ---- Machines -------------------------------------------------------------------------------

const kick = track('kick', {
  instrument: MembraneSynth({ pitchDecay: '30ms', octaves: 5, envelope: { decay: '300ms' } }),
  level: '-5dB',
});
const hats = track('hats', {
  instrument: MetalSynth({ envelope: { decay: '45ms' }, resonance: '7kHz' }),
  level: '-24dB',
  pan: '12% right',
});
const knock = track('knock', {
  instrument: NoiseSynth({ envelope: { decay: '40ms' } }),
  level: '-20dB',
  pan: '20% left',
  send: { tunnel: '-14dB' },
});
const clap = track('clap', {
  instrument: NoiseSynth({ envelope: { decay: '140ms' } }),
  level: '-13dB',
  send: { tunnel: '-16dB' },
});
const sub = track('sub', {
  instrument: MonoSynth({
    oscillator: 'sine',
    envelope: { attack: '4ms', decay: '120ms', sustain: '60%', release: '60ms' },
    filterEnvelope: { attack: '3ms', baseFrequency: '120Hz', octaves: 1.5 },
    range: 'E1..F3',
  }),
  level: '-11dB',
});
const box = track('acid', {
  instrument: MonoSynth({
    oscillator: 'sawtooth',
    filter: { Q: 8 },
    envelope: { attack: '3ms', decay: '140ms', sustain: '30%', release: '60ms' },
    filterEnvelope: { attack: '3ms', decay: '160ms', sustain: '10%', baseFrequency: '220Hz', octaves: 3 },
    range: 'F2..F5',
  }),
  level: '-17dB',
  send: { tunnel: '-13dB' },
});
const chord = track('chord', {
  instrument: PolySynth(Synth, {
    voices: 12,
    oscillator: 'sawtooth',
    envelope: { attack: '4ms', decay: '180ms', sustain: '20%', release: '250ms' },
  }),
  level: '-19dB',
  send: { tunnel: '-8dB' },
});
const tunnel = bus('tunnel', {
  delay: { delayTime: '3/16', feedback: '45%' },
  highpass: '350Hz',
  level: '-7dB',
});

// ---- The form -------------------------------------------------------------------------------

const parts = { kick: four, sub: rumble, hats: off, clap: claps, knock: rim, acid, chord: stab };
type Part = keyof typeof parts;

const form: readonly (readonly [name: string, bars: number, plays: readonly Part[]])[] = [
  ['door', 8, ['kick', 'hats']],
  ['stairs', 8, ['kick', 'hats', 'sub', 'knock']],
  ['floor', 16, ['kick', 'hats', 'sub', 'knock', 'clap', 'chord']],
  ['dark', 8, ['chord', 'acid', 'knock']],
  ['peak', 16, ['kick', 'sub', 'knock', 'clap', 'chord', 'acid']],
  ['exit', 8, ['kick', 'hats', 'sub']],
];
const sections = form.map(([name, bars, plays]) =>
  section(name, `${bars} bars`, {
    ...Object.fromEntries(plays.map((part) => [part, parts[part]])),
    ...(name === 'peak' ? { hats: sixteen } : {}),
  }),
);

export default song('Service Tunnel', { tempo: '132bpm', meter: '4/4', key: 'F phrygian', seed: 9 })
  .brief({ genre: 'techno', length: '1:30..2:30' })
  .checks({ profile: 'electronic' })
  .tracks(kick, hats, knock, clap, sub, box, chord)
  .buses(tunnel)
  .master({ limiter: '-1dBTP' })
  .deliver(['club'])
  .arrange(...sections);
