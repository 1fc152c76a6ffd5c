// BRF4: a reference that nothing is held against, because it cannot be read.

import { withSound } from '../audible.ts';
import type { Rule } from '../rule.ts';

export const brf4: Rule = {
  id: 'BRF4',
  tier: 'audio',
  severity: 'warning',
  title: 'A reference named and never compared',
  why: `A reference keeps ears honest: it is what the song is held against in loudness, in spectrum and in how much it
moves. One that is not there, or that cannot be read, compares with nothing. What is there is compared by
\`codetta test\` and in the Testing view.`,
  examples: {
    fires: `song "Alone" { tempo 120bpm }
brief { reference "refs/none.wav" }
instrument soft = PolySynth(Synth) { }
track lead { instrument: soft, level: -12dB }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
`,
    silent: `song "Alone" { tempo 120bpm }
brief { mood "patient" }
instrument soft = PolySynth(Synth) { }
track lead { instrument: soft, level: -12dB }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
`,
  },
  hasNoFix: true,
  check: withSound(({ song, measured: { references } }) =>
    (song.brief?.references ?? []).flatMap(({ id, value }) => {
      const reference = references[value];
      // A host that opens no files has looked at none.
      if (!reference || reference.ok) return [];
      return [{ id, message: `The song is not compared with "${value}": ${reference.reason}` }];
    }),
  ),
};
