// TUN2: a note that is pulled so far that the pulling is heard.

import { pitchClass } from '../../music/pitch.ts';
import { figures } from '../figures.ts';
import { offBy, ofTakes, placeInFile, placementsOf, takeNumber, takeWord } from '../heard-takes.ts';
import { counted } from '../in-words.ts';
import { scaleIn } from '../keys-of.ts';
import type { Rule } from '../rule.ts';

export const tun2: Rule = {
  id: 'TUN2',
  tier: 'recording',
  severity: 'warning',
  title: 'A note that is tuned too far',
  why: `Up to half a semitone, tuning is a kindness that nobody hears. Past a whole one the voice changes colour, a throat becomes
longer than it is, and words smear: a listener hears the machine. That happens where a take is pulled to a key (\`tune: key\`) that
has no note near what was sung: in pentatonic and blues keys, in harmonic minor, or where the key is not the song's. Sing the note
again, or let it go to the nearest of all twelve (\`tune: chromatic\`). Counted is how far it is really pulled: \`strength: 60%\` of a
long way is a shorter one. Where the effect is what you want, say so in an ignore.`,
  examples: {
    fires: `song "Robot" { tempo 96bpm, key A minor pentatonic }
take vox1 = "takes/vox1.wav" { tune: key }
track vox { level: -6dB }
section verse 4 bars { vox: vox1 }
arrange verse
`,
    silent: `song "Gently" { tempo 96bpm, key A minor pentatonic }
take vox1 = "takes/vox1.wav" { tune: key, strength: 60% }
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
          { fromSeconds: 1, toSeconds: 2, midi: 69.2 },
          { fromSeconds: 2, toSeconds: 3, midi: 70.6 },
        ],
        cuts: [],
      },
    },
  },
  check: ofTakes(({ take, name, recording, from, to }, context) => {
    const strength = takeNumber(take, 'strength');
    if (takeWord(take, 'tune') !== 'key' || strength <= 0) return [];
    const [placed] = placementsOf(context, context.song.takes.indexOf(take));
    const scale = placed && scaleIn(context.timeline, Math.floor(placed.start.n / placed.start.d));
    if (!scale) return [];
    const most = context.figure(figures.tunedFar);
    const notes = recording.notes
      .filter(({ fromSeconds, toSeconds }) => fromSeconds >= from && toSeconds <= to)
      .map(({ fromSeconds, midi }) => {
        const wanted = nearestOf(midi, scale.degrees);
        return { at: fromSeconds, wanted, cents: Math.round(100 * strength * (wanted - midi)) };
      });
    const found = offBy(notes, most);
    if (!found) return [];
    const { off, worst, note } = found;
    const how = `${Math.abs(worst.cents)} cents ${worst.cents > 0 ? 'up' : 'down'} to ${note}`;
    const which =
      off.length === 1
        ? `The note at ${placeInFile(worst.at)} of ${name} is pulled ${how}`
        : `${counted(off.length, 'note')} of ${name} are pulled too far, that at ${placeInFile(worst.at)} of the file most: ${how}`;
    return [
      {
        id: take.settings.find(({ path }) => path === 'tune')?.value.id ?? take.name.id,
        message: `${which}; over ${most} it is heard. Sing it again, or tune to the nearest of all twelve notes.`,
        fixes: [
          {
            title: `Tune ${name} to the nearest of all twelve notes`,
            changes: [{ do: 'set', path: `${name}.tune`, value: 'chromatic' }],
          },
        ],
      },
    ];
  }),
};

/** The nearest note of those pitch classes, as the tuning finds it: with fractions. */
const nearestOf = (midi: number, degrees: readonly number[]): number => {
  const around = Array.from({ length: 13 }, (_, i) => Math.round(midi) - 6 + i);
  const notes = around.filter((note) => degrees.includes(pitchClass(note)));
  return notes.reduce((best, one) => (Math.abs(one - midi) < Math.abs(best - midi) ? one : best), notes[0]!);
};
