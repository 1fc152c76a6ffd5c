// Songs from text, for the tests of compile and bounce.

import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { Song } from '../../src/song/song.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';

export interface Laid {
  readonly song: Song;
  readonly timeline: Timeline;
}

/** Reads a song that must be right. */
export function laid(text: string): Laid {
  const { song, problems } = songLanguage.read(text);
  const [problem] = problems.filter(({ severity }) => severity === 'error');
  if (problem) throw new Error(`the test's song is wrong: ${problem.message}`);
  return { song, timeline: layOut(song) };
}

/** Two tracks over four bars of two seconds; `mix` stands among the declarations. */
export const small = (mix = '', tempo = '120bpm'): string => `
song "Small" { tempo ${tempo}, meter 4/4 }
instrument tone = PolySynth(Synth) { voices: 5, oscillator: sine, envelope.attack: 20ms, detune: 10ct }
instrument drum = MembraneSynth { octaves: 9 }
pattern steps = "c4 e4 [g4,c5] ~"
pattern beat = "bd*4"
track lead { instrument: tone, level: -6dB, pan: 50% left, send room: -12dB }
track kick { instrument: drum }
bus room { reverb: 2s, level: -3dB }
${mix}
section a 1 bars { lead: steps, kick: beat }
section b 1 bars { kick: beat }
arrange a b a
`;
