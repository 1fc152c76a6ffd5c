// Phase: one figure of twelve eighths, played by two marimbas. The first stays; the second moves on by an eighth each
// time, until both meet again. A third hears the tones that both strike together. Nobody wrote those down.

import { bus, FMSynth, MonoSynth, mini, PolySynth, Synth, section, song, track } from 'codetta';

// ---- The figure -----------------------------------------------------------------------------

/** In B dorian; `undefined` is a rest. */
const figure = ['b3', 'e4', 'f#4', undefined, 'd4', 'b3', 'a4', 'e4', undefined, 'f#4', 'd4', 'a3'] as const;
type Tone = (typeof figure)[number];

const rotated = (by: number): readonly Tone[] => figure.map((_, i) => figure[(i + by) % figure.length]);

/** Mini-notation of one bar. */
const bar = (tones: readonly Tone[]): string => tones.map((tone) => tone ?? '~').join(' ');

/** What sounds where both strike at once, an octave up: their higher tone. */
const order = ['a3', 'b3', 'd4', 'e4', 'f#4', 'a4'];
const together = (by: number): readonly Tone[] =>
  figure.map((tone, i) => {
    const other = rotated(by)[i];
    if (tone === undefined || other === undefined) return undefined;
    return order.indexOf(tone) > order.indexOf(other) ? tone : other;
  });

/** Every third of them: a melody, not a double. */
const thinned = (tones: readonly Tone[]): readonly Tone[] =>
  tones.map((tone, i) => (i % 3 === 0 ? tone : undefined));

// ---- What they are played on ----------------------------------------------------------------

const marimba = (harmonicity: number) =>
  PolySynth(FMSynth, {
    voices: 8,
    harmonicity,
    modulationIndex: 2,
    envelope: { attack: '2ms', decay: '500ms', sustain: '0%', release: '300ms' },
    modulationEnvelope: { attack: '1ms', decay: '120ms', sustain: '0%', release: '100ms' },
  });
const bell = PolySynth(Synth, {
  voices: 6,
  oscillator: 'triangle',
  envelope: { attack: '4ms', decay: '900ms', sustain: '0%', release: '700ms' },
});
const ground = MonoSynth({
  oscillator: 'triangle',
  envelope: { attack: '30ms', decay: '600ms', sustain: '70%', release: '500ms' },
  filterEnvelope: { baseFrequency: '160Hz', octaves: 2 },
  range: 'E1..B3',
});

const room = { room: '-14dB' } as const;
const first = track('first', { instrument: marimba(4), level: '-13dB', pan: '35% left', send: room });
const second = track('second', { instrument: marimba(4), level: '-13dB', pan: '35% right', send: room });
const third = track('third', { instrument: bell, level: '-14dB', send: { room: '-9dB' } });
const low = track('low', { instrument: ground, level: '-14dB' });
const hall = bus('room', { reverb: { decay: '2.2s' }, highpass: '250Hz', level: '-6dB' });

// ---- Twelve phases, and home ----------------------------------------------------------------

const roots = ['b1', 'e2', 'd2', 'a1'];
const barsOfPhase = 4;

const phases = figure.map((_, by) =>
  section(`phase${by}`, `${barsOfPhase} bars`, {
    first: mini(bar(figure)),
    second: mini(bar(rotated(by))).velocity(by % 2 === 0 ? '80%' : '70%'),
    ...(by > 1 ? { third: mini(bar(thinned(together(by)))).octave(1) } : {}),
    ...(by > 3 ? { low: mini(`${roots[by % roots.length]}@9 ~@3`) } : {}),
  }),
);
const home = section('home', '4 bars', {
  first: mini(`${bar(figure)} | ${bar(figure)} | ${bar(figure)} | b3@6 ~@6`),
  second: mini(`${bar(figure)} | ${bar(figure)} | ${bar(figure)} | f#4@6 ~@6`),
  low: mini('b1@12 | b1@12 | b1@12 | b1@6 ~@6'),
});

export default song('Phase', { by: 'Codetta', tempo: '144bpm', meter: '12/8', key: 'B dorian', seed: 5 })
  .brief({ genre: 'process music', length: '2:00..4:00' })
  .checks({ profile: 'ambient' })
  .tracks(first, second, third, low)
  .buses(hall)
  .master({ limiter: '-1dBTP' })
  .deliver(['spotify'])
  .arrange(...phases, home);
