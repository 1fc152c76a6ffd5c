// A song in TypeScript that uses every part of the API once: what the types say of it is a test, and what is
// written wrong on purpose stands behind @ts-expect-error.

import {
  bus,
  cat,
  FMSynth,
  fast,
  Kit,
  MembraneSynth,
  MonoSynth,
  mini,
  octave,
  PolySynth,
  progression,
  rev,
  sample,
  section,
  silence,
  song,
  stack,
  take,
  track,
  tuningFile,
} from 'codetta';

const kickDrum = MembraneSynth({ pitchDecay: '40ms', octaves: 5, envelope: { decay: '320ms' } });
const sub = MonoSynth({
  oscillator: 'sawtooth',
  filter: { Q: 2, rolloff: -24 },
  envelope: { sustain: '70%', release: '90ms' },
  range: 'E1..A3',
});
const tines = PolySynth(FMSynth, { voices: 8, harmonicity: 2 });
const drums = Kit('bundled/808', { gain: '-2dB', sd: 'sounds/snare.wav' });
const partch = tuningFile('tunings/partch_43.scl', { map: 'tunings/partch.kbm' });
const voice = take('takes/vox1.wav', { trim: '1.2s..9.8s', gain: '+2dB', tune: 'key', licence: 'CC0-1.0' });

const road = progression`Am7 | Fmaj7 | C | G/B`;
const fourFloor = mini`bd*4`;
const bassline = mini`a1 ~ a1 [a1 e2] | f1 ~ f1 [f1 c2]`;
const hook = mini`<e5 g5>*2 [d5 c5] ~ a4`.humanize('8ms', '6%');
const climb = ['a3', 'c4', 'e4'].map((note) => `${note} ~`).join(' ');
const arp = road.arpeggio('up', '1/16').every(4, rev).sometimes('30%', octave(1)).fast('3/2').velocity('50%');

const kick = track('kick', { instrument: kickDrum, level: '-4.5dB', eq: { low: '2dB' }, color: '#3a9fff' });
const bass = track('bass', {
  instrument: sub,
  level: '-9dB',
  compressor: { threshold: '-18dB', ratio: '3:1' },
});
const keys = track('keys', { instrument: tines, pan: '20% left', send: { space: '-12dB' } });
const drum = track('drum', { instrument: drums, mute: false });
const vox = track('vox', { level: '-4dB' });
const space = bus('space', { reverb: '2.8s', highpass: '250Hz', level: '-4dB' });

const verse = section('verse', '8 bars', {
  kick: fourFloor,
  bass: bassline,
  keys: road.chords(),
  drum: 'hh*8',
  vox: voice.at('bar 3'),
});
const lift = section('lift', '8 bars')
  .like(verse)
  .with({ keys: stack(arp, cat(hook, mini(climb))).every(2, fast(2)), bass: silence })
  .without('drum', vox);

export default song('First Light', {
  by: 'Codetta',
  tempo: ['112bpm', '96bpm at lift', 'ramp to 112bpm over 2 bars'],
  meter: ['4/4', '3/4 at lift'],
  key: ['A minor', 'C major at lift'],
  swing: '56% of 1/16',
  seed: 7,
})
  .brief({ mood: 'neon, patient', length: '0:20..3:30', lift: 'lift over verse 2LU' })
  .tracks(kick, bass, keys, drum, vox)
  .buses(space)
  .master({ glue: { threshold: '-16dB', ratio: '2:1', attack: '20ms' }, limiter: '-1dBTP', level: '-1dB' })
  .samples({ clap: sample('sounds/clap.wav', { gain: '-3dB' }) })
  .arrange(verse, lift, verse.times(2))
  .automate('bass.filter.frequency', lift, { '0%': '300Hz', '100%': '4kHz exponential' })
  .automate('kick.level', { 'bar 1': '-12dB', 'bar 3 beat 2': '-6dB' })
  .marker('opening', lift)
  .marker('drop', 'verse bar 3')
  .lyrics('vox', verse, 'Ci- ty lights | go by _ ~')
  .expect('lift louder than verse by 1.5LU', 'bass within E1..G3', 'no clip')
  .deliver(['spotify', 'apple'], { stems: true, format: 'wav', rate: '48kHz', bits: 24 });

export const wrong = () => [
  // @ts-expect-error a level has its unit
  track('a', { level: -6 }),
  // @ts-expect-error a level is no frequency
  track('a', { level: '120Hz' }),
  // @ts-expect-error there is no such parameter
  MonoSynth({ resonance: 3 }),
  // @ts-expect-error there is no such wave
  MonoSynth({ oscillator: 'saw' }),
  // @ts-expect-error a track aims at no loudness
  track('a', { loudness: '-14LUFS' }),
  // @ts-expect-error there is no such key
  song('a', { key: 'H minor' }),
  // @ts-expect-error a length is in bars
  section('a', '8 beats'),
  // @ts-expect-error there is no such transform
  hook.backwards(),
  // @ts-expect-error semitones have their unit
  hook.transpose(7),
  // @ts-expect-error a transform that others apply is none of them alone
  hook.every(4, fast),
  // @ts-expect-error the song has no such track
  song('a').tracks(kick).arrange(verse),
  // @ts-expect-error there is no such place to deliver to
  song('a').deliver('radio'),
  // @ts-expect-error only these things can be expected
  song('a').expect('verse quieter than lift'),
  // @ts-expect-error voices are those of a PolySynth
  MonoSynth({ voices: 3 }),
  tuningUse(),
];

const tuningUse = () => mini`0 7 14`.tuning(partch);
