// The song that the benches bounce: three minutes, eight tracks, about five thousand notes, two buses and a
// master, written as a person would write it.

import { songLanguage } from '../src/languages/song/song-language.ts';
import type { Song } from '../src/song/song.ts';
import { layOut } from '../src/timeline/lay-out.ts';
import type { Timeline } from '../src/timeline/timeline.ts';

/** The song as it is written. */
export const referenceText = `
song "Reference" { tempo 120bpm, meter 4/4, key A minor }

instrument kick  = MembraneSynth { pitchDecay: 30ms, octaves: 6 }
instrument snare = NoiseSynth { noise: pink, envelope.decay: 140ms }
instrument hat   = MetalSynth { envelope.decay: 60ms, envelope.release: 50ms }
instrument sub   = MonoSynth { oscillator: sawtooth, filter.Q: 2, envelope.release: 120ms, filterEnvelope.decay: 200ms, filterEnvelope.release: 200ms }
instrument pad   = PolySynth(FMSynth) { voices: 8, harmonicity: 2, modulationIndex: 3, envelope.attack: 300ms }
instrument keys  = PolySynth(Synth) { voices: 12, oscillator: triangle, envelope.release: 300ms }
instrument pluck = PolySynth(Synth) { voices: 8, oscillator: square, envelope.sustain: 0, envelope.release: 200ms }
instrument lead  = FMSynth { modulationIndex: 4, envelope.attack: 20ms, envelope.release: 200ms }

pattern four  = "bd*4"
pattern back  = "~ sd ~ sd"
pattern eight = "hh*8"
pattern bass  = "a1 a1 a2 a1 c2 a1 e2 g1 | f1 f1 f2 f1 a1 f1 c2 e2 | c2 c2 c3 c2 e2 c2 g2 b1 | g1 g1 g2 g1 b1 g1 d2 f2"
progression chords = | Am7 | Fmaj7 | Cmaj7 | G7 |
pattern comp  = "[a3,c4,e4]*4 | [f3,a3,c4]*4 | [g3,c4,e4]*4 | [g3,b3,d4]*4"
pattern arp   = "[a4 c5 e5 g5]*4 | [f4 a4 c5 e5]*4 | [c5 e5 g5 b5]*4 | [g4 b4 d5 f5]*4"
pattern hook  = "e5 d5 c5 a4 | c5 a4 f4 a4 | g4 e4 c5 b4 | d5 b4 g4 b4"

track kick  { instrument: kick,  level: -6dB,  eq: low 2dB, high -3dB, compressor: -18dB 4:1 5ms 80ms }
track snare { instrument: snare, level: -10dB, eq: low -6dB, high 2dB, send space: -14dB }
track hats  { instrument: hat,   level: -20dB, highpass: 400Hz, pan: 20% right }
track bass  { instrument: sub,   level: -12dB, highpass: 35Hz, eq: mid -2dB, compressor: -20dB 3:1 8ms 120ms }
track pad   { instrument: pad,   level: -20dB, highpass: 150Hz, send space: -8dB }
track keys  { instrument: keys,  level: -16dB, eq: low -4dB, pan: 30% left, send space: -12dB }
track arp   { instrument: pluck, level: -18dB, highpass: 200Hz, pan: 35% right, send echo: -10dB }
track lead  { instrument: lead,  level: -14dB, compressor: -18dB 3:1 8ms 120ms, send space: -12dB, send echo: -14dB }
bus space   { reverb: 2.8s, highpass: 250Hz, level: -3dB }
bus echo    { delay: 3/16 40%, highpass: 300Hz, level: -6dB }
master      { eq: high 1dB, glue: -12dB 2:1 10ms 200ms, limiter: -1dBTP }

section all 90 bars { kick: four, snare: back, hats: eight, bass: bass, pad: chords, keys: comp, arp: arp, lead: hook }
arrange all
`;

/** Read, and laid out in time. @throws where the text has mistakes: then the bench measures something else */
export const referenceSong = (): { song: Song; timeline: Timeline } => songOf(referenceText);

/** Another version of it. @throws likewise */
export function songOf(text: string): { song: Song; timeline: Timeline } {
  const { song, problems } = songLanguage.read(text);
  const [problem] = problems;
  if (problem) throw new Error(`the reference song is wrong: ${problem.message}`);
  const timeline = layOut(song);
  return { song, timeline };
}

/** The same song with each note as `times` notes in its place. */
export function denser({ song, timeline }: ReturnType<typeof referenceSong>, times: number): typeof timeline {
  const tracks = timeline.tracks.map((track) => ({
    ...track,
    notes: track.notes.flatMap((note) =>
      Array.from({ length: times }, (_, index) => ({
        ...note,
        startSeconds: note.startSeconds + (note.lengthSeconds * index) / times,
        lengthSeconds: note.lengthSeconds / times,
      })),
    ),
  }));
  for (const { notes } of tracks) notes.sort((one, other) => one.startSeconds - other.startSeconds);
  if (tracks.length !== song.tracks.length) throw new Error('every track has its notes');
  return { ...timeline, tracks };
}

/** The same song, so many times as long. */
export function longer(times: number): ReturnType<typeof referenceSong> {
  const { song, problems } = songLanguage.read(referenceText.replace('arrange all', `arrange all*${times}`));
  if (problems[0]) throw new Error(`the long song is wrong: ${problems[0].message}`);
  return { song, timeline: layOut(song) };
}
