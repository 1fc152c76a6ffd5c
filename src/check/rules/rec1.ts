// REC1: a recording that was too loud for its converter.

import { figures } from '../figures.ts';
import { isLoop, ofTakes, placeInFile, takeWord } from '../heard-takes.ts';
import { counted } from '../in-words.ts';
import type { Rule } from '../rule.ts';

export const rec1: Rule = {
  id: 'REC1',
  tier: 'recording',
  severity: 'error',
  title: 'A take that is cut off at full scale',
  why: `A converter that is given more than it can take cuts the wave off square: that crackles, and no fader, no limiter and no
equaliser takes it away again. Record it once more with 6 to 10 dB in hand, or let the tops be made anew (\`declip: true\`) and listen
to what that makes of it: a few cut tops come back as they were, a chorus sung 6 dB too loud does not, and what comes back lies over
full scale, so that the fader has to give. Quiet where the take has that already. Looked for are flat tops at the highest level of the file, three samples long at least, with a wave that runs
into them steeply; what lies outside the take's \`trim\` is not played and not told. Loops (\`loop: true\`, or with a \`tempo\`) are
left out: they come mastered, and their makers meant it. In MP3 and Ogg files the tops are no longer flat, and it finds nothing.`,
  examples: {
    fires: `song "Too Loud" { tempo 96bpm }
take vox1 = "takes/vox1.wav"
track vox { level: -6dB }
section verse 4 bars { vox: vox1 }
arrange verse
`,
    silent: `song "The Second Try" { tempo 96bpm }
take vox1 = "takes/vox2.wav"
track vox { level: -6dB }
section verse 4 bars { vox: vox1 }
arrange verse
`,
    recordings: {
      'takes/vox1.wav': {
        seconds: 8,
        clipped: [1.2, 1.21, 3.4, 5],
        onsets: [],
        notes: [],
        cuts: [],
      },
      'takes/vox2.wav': { seconds: 8, clipped: [], onsets: [], notes: [], cuts: [] },
    },
  },
  check: ofTakes(({ take, name, recording, from, to }, { figure }) => {
    if (isLoop(take) || takeWord(take, 'declip') === 'true') return [];
    const heard = recording.clipped.filter((seconds) => seconds >= from && seconds < to);
    if (heard.length < figure(figures.clippedPlaces)) return [];
    return [
      {
        id: take.file.path.id,
        message: `${name} is cut off at full scale in ${counted(heard.length, 'place')}, first at ${placeInFile(heard[0]!)} of the file: that crackles, and no fader takes it away. Record it again some 6 dB softer, or let its tops be made anew.`,
        fixes: [
          {
            title: `Make the tops of ${name} anew`,
            changes: [{ do: 'set', path: `${name}.declip`, value: 'true' }],
          },
        ],
      },
    ];
  }),
};
