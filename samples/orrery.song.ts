// Orrery: seven bells that go round like planets, each in its own time, over four chords that change slowly.
// Nobody wrote their notes down: a bell strikes when it comes round, on the next tone of the chord of that
// moment, and where three of them meet, the drum hears it. Written out it would be some two thousand steps.

import {
  bus,
  FMSynth,
  MembraneSynth,
  MetalSynth,
  MonoSynth,
  mini,
  PolySynth,
  progression,
  Synth,
  section,
  song,
  track,
} from 'codetta';

// ---- The sky --------------------------------------------------------------------------------

/** From the farthest in: how many sixteenths each takes for a round, and how many tones of the chord it goes on by. */
const planets = [
  { name: 'saturn', period: 15, stride: 1, lowest: 50 },
  { name: 'jupiter', period: 13, stride: 2, lowest: 55 },
  { name: 'mars', period: 11, stride: 3, lowest: 60 },
  { name: 'earth', period: 9, stride: 2, lowest: 64 },
  { name: 'venus', period: 7, stride: 1, lowest: 69 },
  { name: 'moon', period: 5, stride: 4, lowest: 74 },
  { name: 'mercury', period: 3, stride: 2, lowest: 79 },
];
type Planet = (typeof planets)[number];

const dMinor = progression`Dm9`;
const aMinor = progression`Am9`;
const fMajor = progression`Fmaj9`;
const cMajor = progression`Cmaj9`;
const lowD = mini`d2@4`;
const lowA = mini`a1@4`;
const lowF = mini`f1@4`;
const lowC = mini`c2@4`;

/** Four bars of each; with their ninths, so that neighbours share their tones. */
const harmony = [
  { chord: 'Dm9', held: dMinor, root: 'd2', low: lowD, tones: ['d', 'f', 'a', 'c', 'e'] },
  { chord: 'Am9', held: aMinor, root: 'a1', low: lowA, tones: ['a', 'c', 'e', 'g', 'b'] },
  { chord: 'Fmaj9', held: fMajor, root: 'f1', low: lowF, tones: ['f', 'a', 'c', 'e', 'g'] },
  { chord: 'Cmaj9', held: cMajor, root: 'c2', low: lowC, tones: ['c', 'e', 'g', 'b', 'd'] },
];
const barsOfChord = 4;
const steps = 16;

const chordAt = (bar: number) => harmony[Math.floor(bar / barsOfChord) % harmony.length]!;

// ---- How they go round ----------------------------------------------------------------------

const semitones: Record<string, number> = { c: 0, d: 2, e: 4, f: 5, g: 7, a: 9, b: 11 };

/** The tone at the lowest place where it is not below `lowest`: `a4`. */
const toneAbove = (tone: string, lowest: number): string => {
  const octave = Math.ceil((lowest - semitones[tone]!) / 12) - 1;
  return `${tone}${octave}`;
};

/** Counts from the song's first bar, so that no section begins a round anew. */
const strikes = ({ period }: Planet, step: number): boolean => step % period === 0;

const noteOf = (planet: Planet, step: number): string => {
  const { tones } = chordAt(Math.floor(step / steps));
  const turn = step / planet.period;
  return toneAbove(tones[(turn * planet.stride) % tones.length]!, planet.lowest);
};

/** Mini-notation of some bars, a step for each sixteenth. */
const written = (from: number, bars: number, at: (step: number) => string | undefined) =>
  mini(
    Array.from({ length: bars }, (_, bar) =>
      Array.from({ length: steps }, (_, step) => at((from + bar) * steps + step) ?? '~').join(' '),
    ).join(' | '),
  );

const orbit = (planet: Planet, from: number, bars: number) =>
  written(from, bars, (step) => (strikes(planet, step) ? noteOf(planet, step) : undefined));

const meeting = (step: number) => planets.filter((planet) => strikes(planet, step)).length;

/** A drum where so many meet. */
const meetings = (from: number, bars: number, atLeast: number, hit: string) =>
  written(from, bars, (step) => (meeting(step) >= atLeast ? hit : undefined));

/** What wanders: two tones a bar, mostly to a neighbour; the song's seed decides. */
const comet = (from: number, bars: number) => {
  let place = 2;
  const bar = (tones: readonly string[]) =>
    [3, 3, 2]
      .map((length) => {
        place = (place + (Math.random() < 0.7 ? 1 : 3)) % tones.length;
        return `${toneAbove(tones[place]!, 72)}@${length}`;
      })
      .join(' ');
  return mini(Array.from({ length: bars }, (_, i) => bar(chordAt(from + i).tones)).join(' | '));
};

/** Bars of the harmony, each as `write` has it. */
const barwise = (from: number, bars: number, write: (chord: (typeof harmony)[number]) => string) =>
  Array.from({ length: bars }, (_, i) => write(chordAt(from + i))).join(' | ');

const chords = (from: number, bars: number) =>
  progression(barwise(from, bars, ({ chord }) => chord)).chords();

/** The bass leans on the first beat, before the second, and walks up an octave to the next. */
const pulse = (from: number, bars: number) =>
  mini(
    barwise(from, bars, ({ root }) => `${root}@3 ${root}@3 ~@2 ${root}@4 ${root}@2 [${root} ${root[0]}2]@2`),
  );

// ---- What they sound like -------------------------------------------------------------------

const bells = planets.map(({ name }, i) => {
  const bell = PolySynth(FMSynth, {
    voices: 6,
    harmonicity: [1, 2, 3, 2, 3.01, 4, 5.02][i]!,
    modulationIndex: 9 - i * 0.9,
    modulation: 'sine',
    envelope: { attack: '2ms', decay: `${1800 - i * 200}ms`, sustain: '0%', release: '1.2s' },
    modulationEnvelope: { attack: '1ms', decay: `${500 - i * 50}ms`, sustain: '5%', release: '300ms' },
  });
  return track(name, {
    instrument: bell,
    level: `${-6 - i * 0.5}dB`,
    pan: `${12 + i * 9}% ${i % 2 === 0 ? 'left' : 'right'}`,
    send: { sky: '-9dB', echo: `${-20 + i * 1.5}dB` },
  });
});

const air = PolySynth(Synth, {
  voices: 10,
  oscillator: 'triangle',
  envelope: { attack: '1.2s', decay: '500ms', sustain: '70%', release: '2.4s' },
});
const ground = MonoSynth({
  oscillator: 'triangle',
  filter: { Q: 1 },
  envelope: { attack: '20ms', decay: '400ms', sustain: '75%', release: '400ms' },
  filterEnvelope: { baseFrequency: '140Hz', octaves: 2.4 },
  range: 'E1..A3',
});
const tail = Synth({
  oscillator: 'triangle',
  envelope: { attack: '60ms', decay: '300ms', sustain: '60%', release: '900ms' },
});
const skin = MembraneSynth({
  pitchDecay: '50ms',
  octaves: 4,
  envelope: { decay: '420ms', release: '300ms' },
});
const dust = MetalSynth({
  envelope: { decay: '50ms', release: '30ms' },
  resonance: '7kHz',
  modulationIndex: 18,
  octaves: 1,
});

const pad = track('pad', { instrument: air, level: '-27dB', eq: { low: '-7dB' }, send: { sky: '-8dB' } });
const bass = track('bass', {
  instrument: ground,
  level: '-16dB',
  compressor: { threshold: '-20dB', ratio: '3:1', attack: '10ms', release: '150ms' },
});
const voice = track('comet', { instrument: tail, level: '-25dB', send: { sky: '-10dB', echo: '-12dB' } });
const drum = track('drum', { instrument: skin, level: '-7dB', send: { sky: '-22dB' } });
const stars = track('stars', { instrument: dust, level: '-30dB', pan: '10% right', send: { sky: '-16dB' } });

const sky = bus('sky', { reverb: { decay: '4.5s', preDelay: '25ms' }, highpass: '260Hz', level: '-5dB' });
const echo = bus('echo', { delay: { delayTime: '3/16', feedback: '42%' }, highpass: '500Hz', level: '-8dB' });

// ---- The night ------------------------------------------------------------------------------

let bar = 0;
/** The next bars of the night: the planets in it go on from where they stand. Without more, one chord is held. */
const stretch = (
  name: string,
  bars: number,
  seen: readonly Planet[],
  more: (from: number) => Parameters<typeof section>[2] = () => ({}),
) => {
  const from = bar;
  const { held, low } = chordAt(from);
  bar += bars;
  return section(name, `${bars} bars`, {
    pad: bars > barsOfChord ? chords(from, bars) : held.chords(),
    bass: bars > barsOfChord ? pulse(from, bars) : low,
    ...Object.fromEntries(seen.map((planet) => [planet.name, orbit(planet, from, bars)])),
    ...more(from),
  });
};

const dusk = stretch('dusk', 4, []);
const rising = planets.map((_, i) =>
  stretch(`rise${i + 1}`, 4, planets.slice(0, i + 1), (from) =>
    i > 3 ? { stars: meetings(from, 4, 2, 'hh').velocity('60%') } : {},
  ),
);
const conjunction = stretch('conjunction', 16, planets, (from) => ({
  drum: meetings(from, 16, 3, 'bd'),
  stars: meetings(from, 16, 2, 'hh'),
  comet: comet(from, 16),
}));
const eclipse = stretch('eclipse', 4, [planets[0]!, planets[6]!], (from) => ({
  comet: comet(from, 4),
}));
const brightest = stretch('brightest', 8, planets, (from) => ({
  drum: meetings(from, 8, 2, 'bd'),
  stars: meetings(from, 8, 1, 'hh').velocity('70%'),
  comet: comet(from, 8).octave(1),
}));
const setting = [5, 3, 1].map((left) => stretch(`set${left}`, 4, planets.slice(0, left)));
const night = section('night', '4 bars', {
  pad: mini`Dm9@4 | Dm9@4 | Dm9@4 | ~`,
  bass: mini`d2@4 | d2@4 | ~ | ~`,
});

export default song('Orrery', { by: 'Codetta', tempo: '104bpm', meter: '4/4', key: 'D dorian', seed: 3 })
  .brief({ mood: 'clockwork under a clear sky', genre: 'ambient process music', length: '2:30..3:30' })
  .tracks(...bells, pad, bass, voice, drum, stars)
  .buses(sky, echo)
  .master({
    glue: { threshold: '-16dB', ratio: '2:1', attack: '25ms', release: '220ms', makeup: '8.5dB' },
    limiter: '-1dBTP',
  })
  .arrange(dusk, ...rising, conjunction, eclipse, brightest, ...setting, night);
