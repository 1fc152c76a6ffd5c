// Night Drive in TypeScript: the song of night-drive.song, note for note, written as a program would have it.
// What the two have in common is a test; what is shorter here than there is what code is for.

import {
  bus,
  FMSynth,
  MembraneSynth,
  MetalSynth,
  MonoSynth,
  mini,
  NoiseSynth,
  PolySynth,
  progression,
  Synth,
  section,
  song,
  track,
} from 'codetta';

// ---- Instruments ----------------------------------------------------------------------------

const kickDrum = MembraneSynth({
  pitchDecay: '40ms',
  octaves: 5,
  envelope: { decay: '320ms', release: '200ms' },
});
const snareDrum = NoiseSynth({
  noise: 'white',
  envelope: { attack: '1ms', decay: '260ms', release: '80ms' },
});
const hat = MetalSynth({
  envelope: { decay: '70ms', release: '40ms' },
  resonance: '6kHz',
  octaves: 1,
  modulationIndex: 24,
});

const sub = MonoSynth({
  oscillator: 'sawtooth',
  filter: { Q: 3, rolloff: -24 },
  envelope: { decay: '200ms', sustain: '70%', release: '90ms' },
  filterEnvelope: {
    attack: '4ms',
    decay: '180ms',
    sustain: '25%',
    release: '120ms',
    baseFrequency: '110Hz',
    octaves: 3.2,
  },
  range: 'E1..A3',
});

const strings = PolySynth(Synth, {
  voices: 12,
  oscillator: 'sawtooth',
  envelope: { attack: '600ms', decay: '400ms', sustain: '70%', release: '1.4s' },
});

const tines = PolySynth(FMSynth, {
  voices: 12,
  harmonicity: 2,
  modulationIndex: 5,
  modulation: 'sine',
  envelope: { attack: '3ms', decay: '900ms', sustain: '15%', release: '400ms' },
  modulationEnvelope: { attack: '2ms', decay: '300ms', sustain: '10%' },
});

const pluck = PolySynth(Synth, {
  voices: 8,
  oscillator: 'square',
  envelope: { attack: '2ms', decay: '140ms', sustain: '5%', release: '160ms' },
});

const voice = MonoSynth({
  oscillator: 'square',
  filter: { Q: 1 },
  envelope: { attack: '15ms', decay: '300ms', sustain: '75%', release: '350ms' },
  filterEnvelope: {
    attack: '60ms',
    decay: '400ms',
    sustain: '40%',
    release: '400ms',
    baseFrequency: '500Hz',
    octaves: 2.6,
  },
});

// ---- Harmony --------------------------------------------------------------------------------

const road = progression`Am7 | Fmaj7 | C | G/B`;
const lights = progression`Fmaj7 | G | Am7 | Em7`;
const tunnel = progression`Dm7 | Em7 | Fmaj7 | Em7`;

// ---- Rhythm ---------------------------------------------------------------------------------

const fourFloor = mini`bd*4`;
const halfTime = mini`bd ~ ~ ~ | bd ~ ~ [~ bd]`;
const backbeat = mini`~ sd ~ sd | ~ sd ~ [sd ~ ~ sd]`;
const roll = mini`sd*4 | sd*4 | sd*8 | [sd*8 sd*16]`;
const offbeats = mini`[~ hh]*4`;
const sixteenths = mini`[hh hh hh hh]*3 [hh hh hh [hh hh]]`;

// ---- Parts ----------------------------------------------------------------------------------

/** Bars of four notes each, over and over through the bar. */
const figures = (times: number, ...bars: readonly string[]) =>
  mini(bars.map((notes) => `[${notes}]*${times}`).join(' | '));

/** Two long notes of the root, then a step up to where the line goes on. */
const walk = (root: string, turn: string) => `${root} ~ ${root} [${turn}]`;

const bassRoad = mini(
  [walk('a1', 'a1 e2'), walk('f1', 'f1 c2'), walk('c2', 'c2 g2'), walk('b1', 'd2 g2')].join(' | '),
);
const bassLights = mini`[f1 f1 f2 f1]*2 | [g1 g1 g2 g1]*2 | [a1 a1 a2 a1]*2 | [e1 e1 e2 g1] [e1 e2 e1 g1]`;
const bassTunnel = mini`d2@3 a1 | e2@3 b1 | f2@3 c2 | e2@2 [b1 g1] e1`;

const arpRoad = figures(4, 'a3 c4 e4 g4', 'f3 a3 c4 e4', 'e3 g3 c4 e4', 'd4 b3 g3 b3');
const arpLights = figures(4, 'a4 f4 c4 e4', 'b4 g4 d4 g4', 'c5 a4 e4 g4', 'b4 g4 e4 d4');
// An A minor chord that climbs by one of its own notes a bar.
const minor = ['a3', 'c4', 'e4', 'a4', 'c5', 'e5', 'a5'];
const arpRise = figures(4, ...[0, 1, 2, 3].map((step) => minor.slice(step, step + 4).join(' ')));

const comping = mini`~ Am7 ~ [Am7 ~] | ~ Fmaj7 ~ [~ Fmaj7] | ~ C ~ [C ~] | ~ G [~ G] ~`;
const stabs = mini`[Fmaj7 ~ ~ Fmaj7] ~ | [G ~ ~ G] [~ G] | [Am7 ~ ~ Am7] ~ | [Em7 ~ ~ Em7] [~ Em7 ~ ~]`;

// The hook: a question that climbs to the e, and an answer that falls back to the a.
const hook = mini`
  ~ a4 c5 e5@2 d5 c5 a4 | b4@3 d5@3 g4@2 | ~ c5 d5 e5@2 g5 e5 d5 | b4@4 e5@2 d5 b4 |
  ~ a4 c5 e5@2 f5 e5 c5 | d5@3 g5@3 d5@2 | e5@3 d5@2 c5 b4 a4 | g4@2 a4@2 b4@4
`;
const distant = mini`a4@4 f4@2 a4@2 | g4@6 b4@2 | c5@3 b4 a4@2 c5@2 | b4@8`;

// ---- Mix ------------------------------------------------------------------------------------

const kick = track('kick', { instrument: kickDrum, level: '-4.5dB', eq: { low: '2dB' } });
const snare = track('snare', {
  instrument: snareDrum,
  level: '-9dB',
  pan: '5% right',
  eq: { low: '-4dB', high: '-3dB' },
  send: { space: '-14dB' },
});
const hats = track('hats', { instrument: hat, level: '-23dB', pan: '20% right', send: { space: '-24dB' } });
const bass = track('bass', {
  instrument: sub,
  level: '-9dB',
  compressor: { threshold: '-18dB', ratio: '3:1', attack: '8ms', release: '120ms' },
});
const pad = track('pad', {
  instrument: strings,
  level: '-19dB',
  eq: { low: '-5dB', high: '-3dB' },
  send: { space: '-9dB' },
});
const keys = track('keys', {
  instrument: tines,
  level: '-8dB',
  pan: '25% left',
  send: { space: '-14dB', echo: '-18dB' },
});
const arp = track('arp', {
  instrument: pluck,
  level: '-13dB',
  pan: '30% right',
  eq: { low: '-4dB' },
  send: { echo: '-10dB' },
});
const lead = track('lead', { instrument: voice, level: '-16dB', send: { space: '-14dB', echo: '-12dB' } });

const space = bus('space', {
  reverb: { decay: '2.8s', preDelay: '20ms' },
  highpass: '250Hz',
  level: '-4dB',
});
const echo = bus('echo', {
  delay: { delayTime: '3/16', feedback: '38%' },
  highpass: '300Hz',
  level: '-6dB',
});

// ---- Sections -------------------------------------------------------------------------------

const drums = { kick: fourFloor, snare: backbeat };

const intro = section('intro', '8 bars', {
  pad: road.chords(),
  arp: arpRoad.velocity('45%'),
  hats: offbeats.velocity('40%'),
});
const verse = section('verse', '16 bars', {
  ...drums,
  hats: offbeats,
  bass: bassRoad,
  pad: road.chords(),
  keys: comping,
});
const build = section('build', '4 bars', {
  snare: roll.velocity('60%'),
  hats: sixteenths,
  bass: mini`a1*8`,
  pad: mini`Am7@4`,
  arp: arpRise,
});
const chorus = section('chorus', '16 bars', {
  ...drums,
  hats: sixteenths,
  bass: bassLights,
  pad: lights.chords(),
  keys: stabs,
  arp: arpLights,
  lead: hook,
});
const bridge = section('bridge', '8 bars', {
  kick: halfTime,
  hats: offbeats.velocity('50%'),
  bass: bassTunnel,
  pad: tunnel.chords(),
  lead: distant,
});
const outro = section('outro', '12 bars', {
  kick: mini`bd ~ ~ ~`,
  bass: mini`a1@4 | f1@4 | c2@4 | b1@4`,
  pad: road.chords(),
  arp: arpRoad.velocity('40%'),
});

export default song('Night Drive', { by: 'Codetta', tempo: '112bpm', meter: '4/4', key: 'A minor', seed: 7 })
  .tracks(kick, snare, hats, bass, pad, keys, arp, lead)
  .buses(space, echo)
  .master({
    glue: { threshold: '-16dB', ratio: '2:1', attack: '20ms', release: '200ms', makeup: '3.5dB' },
    limiter: '-1.2dBTP',
  })
  .arrange(intro, verse, build, chorus, bridge, build, chorus, outro)
  .brief({ mood: 'neon, patient', genre: 'synthwave', length: '2:45..3:30' })
  .deliver(['spotify', 'apple']);
