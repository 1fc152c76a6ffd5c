// LIV3: a sound that is not there yet, while the song plays.

import { namedSounds } from '../../song/material.ts';
import type { Rule } from '../rule.ts';

export const liv3: Rule = {
  id: 'LIV3',
  tier: 'score',
  severity: 'warning',
  title: 'A sound that is not loaded yet, while the song plays',
  why: `What is written while the song plays is heard from the next bar on, but a recording that the song has not named before has
to be read and decoded first, and a large SoundFont takes seconds. Until it is there it is silent: on stage that is a bar without a
clap. Name it in the song before the set (a \`sample\` or an instrument that nothing plays yet is loaded as well), or say \`preload:
true\` of it: what plays goes on then, and the song that names it is taken up when the recording is there. Left alone, this goes away by
itself once it is loaded. Told in the panel of a song that plays; while nothing plays, nobody misses it.`,
  examples: {
    fires: `song "Too Soon" { tempo 120bpm }
sample clap = "sounds/clap.wav"
track drum { level: -6dB }
section verse 4 bars { drum: "clap*4" }
arrange verse
`,
    silent: `song "Loaded" { tempo 120bpm }
sample snap = "sounds/snap.wav"
track drum { level: -6dB }
section verse 4 bars { drum: "snap*4" }
arrange verse
`,
    coming: ['sounds/clap.wav'],
  },
  check: ({ song, coming }) => {
    if (!coming || coming.size === 0) return [];
    return namedSounds(song)
      .filter(({ word, isPreloaded }) => !isPreloaded && coming.has(word.value))
      .map(({ name, word }) => ({
        id: word.id,
        cause: name.name,
        message: `${name.name} is not loaded yet, and silent until it is: ${word.value} is being read. Name sounds before the set, or let the song wait for it.`,
        fixes: [
          {
            title: `Wait until ${name.name} is loaded`,
            changes: [{ do: 'set', path: `${name.name}.preload`, value: 'true' }],
          },
        ],
      }));
  },
};
