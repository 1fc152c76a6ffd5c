// TUN1: a held note that is neither this pitch nor the next.

import { inKey, scaleOf } from '../../music/scale.ts';
import { figures } from '../figures.ts';
import { offBy, ofTakes, placeInFile, takeWord } from '../heard-takes.ts';
import { counted } from '../in-words.ts';
import type { Rule } from '../rule.ts';

export const tun1: Rule = {
  id: 'TUN1',
  tier: 'recording',
  severity: 'information',
  title: 'A held note off its pitch',
  why: `A note that is held is heard against everything else that sounds, and from a quarter of a semitone on nearly everybody
hears that it is off. A short one, a scoop and a slide are style: looked at are notes that are held steadily, by the middle of
their vibrato, against the nearest note of A = 440 Hz. Sing it again, or let it be tuned: \`tune: key\`, and \`strength: 60%\`
leaves some of the singer in it. Quiet where the take is tuned already, and in songs with a \`tuning\` of their own, where the
twelve notes are others.`,
  examples: {
    fires: `song "Flat" { tempo 96bpm, key A minor }
take vox1 = "takes/vox1.wav"
track vox { level: -6dB }
section verse 4 bars { vox: vox1 }
arrange verse
`,
    silent: `song "In Tune" { tempo 96bpm, key A minor }
take vox1 = "takes/vox2.wav"
track vox { level: -6dB }
section verse 4 bars { vox: vox1 }
arrange verse
`,
    recordings: {
      'takes/vox1.wav': {
        seconds: 8,
        clipped: [],
        onsets: [],
        notes: [
          { fromSeconds: 1, toSeconds: 1.9, midi: 69.04 },
          { fromSeconds: 2, toSeconds: 3, midi: 71.63 },
        ],
        cuts: [],
      },
      'takes/vox2.wav': {
        seconds: 8,
        clipped: [],
        onsets: [],
        notes: [
          { fromSeconds: 1, toSeconds: 1.9, midi: 69.04 },
          { fromSeconds: 2, toSeconds: 2.2, midi: 71.63 },
          { fromSeconds: 3, toSeconds: 4, midi: 71.8 },
        ],
        cuts: [],
      },
    },
  },
  check: ofTakes(({ take, name, recording, from, to }, { song, figure }) => {
    if (takeWord(take, 'tune') !== 'off' || song.tunings.length > 0) return [];
    const most = figure(figures.offPitch);
    const notes = recording.notes
      .filter(
        ({ fromSeconds, toSeconds }) =>
          fromSeconds >= from && toSeconds <= to && toSeconds - fromSeconds >= figure(figures.heldLeast),
      )
      .map(({ fromSeconds, midi }) => ({
        at: fromSeconds,
        wanted: Math.round(midi),
        cents: Math.round(100 * (midi - Math.round(midi))),
      }));
    const found = offBy(notes, most);
    if (!found) return [];
    const { off, worst, note } = found;
    const how = `${Math.abs(worst.cents)} cents ${worst.cents > 0 ? 'sharp' : 'flat'}`;
    const which =
      off.length === 1
        ? `The ${note} at ${placeInFile(worst.at)} of ${name} is ${how}`
        : `${counted(off.length, 'held note')} of ${name} are off, the ${note} at ${placeInFile(worst.at)} of the file most: ${how}`;
    // In the key, the nearest note stays the nearest; else it would be pulled to another.
    const scale = song.key && scaleOf(song.key);
    const tune = scale && off.every(({ wanted }) => inKey(wanted, scale)) ? 'key' : 'chromatic';
    return [
      {
        id: take.file.path.id,
        message: `${which}; over ${most} it is heard. Sing it again, or tune the take.`,
        fixes: [
          {
            title: tune === 'key' ? `Tune ${name} to the key` : `Tune ${name} to the nearest notes`,
            changes: [{ do: 'set', path: `${name}.tune`, value: tune }],
          },
        ],
      },
    ];
  }),
};
