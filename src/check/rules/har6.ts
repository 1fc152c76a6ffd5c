// HAR6: a loop in another key than the song.

import { pitchClass } from '../../music/pitch.ts';
import { scaleOf } from '../../music/scale.ts';
import { figures } from '../figures.ts';
import { isLoop, ofTakes, placementsOf, takeNumber } from '../heard-takes.ts';
import { scaleIn } from '../keys-of.ts';
import type { Rule } from '../rule.ts';

export const har6: Rule = {
  id: 'HAR6',
  tier: 'recording',
  severity: 'warning',
  title: "A loop in another key than the song's",
  why: `A loop was made for another song, and its notes come along. A semitone or a fourth beside the key, it clashes with every chord,
however well its groove sits. Transpose it: \`transpose: +3st\`; up to three or four semitones most loops bear. What is heard of the
loop is held against the keys by Krumhansl and Kessler's profiles. Nothing is said where much of it lies in the song's key anyway (a
relative key, a mode, a borrowed note), where no key stands out, of loops with fewer than four notes, of drums, and of takes that are
no loops: what was sung or played for this song knows its key.`,
  examples: {
    fires: `song "Next Door" { tempo 96bpm, key A minor }
take riff = "loops/riff.wav" { tempo: 96bpm, loop: true }
track guitar { level: -6dB }
section verse 4 bars { guitar: riff }
arrange verse
`,
    silent: `song "At Home" { tempo 96bpm, key C minor }
take riff = "loops/riff.wav" { tempo: 96bpm, loop: true }
track guitar { level: -6dB }
section verse 4 bars { guitar: riff }
arrange verse
`,
    recordings: {
      'loops/riff.wav': {
        seconds: 10,
        clipped: [],
        onsets: [],
        notes: [],
        key: {
          tonic: 0,
          mode: 'minor',
          agreement: 0.88,
          chroma: [0.22, 0, 0.1, 0.16, 0, 0.12, 0, 0.2, 0.08, 0, 0.12, 0],
        },
        cuts: [],
      },
    },
  },
  check: ofTakes(({ take, name, recording: { key } }, context) => {
    if (!key || !isLoop(take) || key.agreement < context.figure(figures.keyAgreement)) return [];
    const transposed = Math.round(takeNumber(take, 'transpose'));
    const heard = key.chroma.map((_, note) => key.chroma[(note - transposed + 120) % 12]!);
    if (heard.filter((share) => share > noticed).length < 4) return [];
    const [placed] = placementsOf(context, context.song.takes.indexOf(take));
    const scale = placed && scaleIn(context.timeline, Math.floor(placed.start.n / placed.start.d));
    // Fewer degrees are a palette for melodies: harmony goes beyond them as a rule.
    if (!scale || scale.degrees.length < 7) return [];
    const outside = (degrees: readonly number[], by = 0): number =>
      heard.reduce((sum, share, note) => sum + (degrees.includes(pitchClass(note + by)) ? 0 : share), 0);
    const share = outside(scale.degrees);
    if (share <= context.figure(figures.outsideKey)) return [];
    const own = scaleOf({ tonic: tonics[(key.tonic + transposed + 120) % 12]!, mode: key.mode });
    // The shortest way to where nearly all of it lies in the key; of two, the one that brings the tonics together.
    const ways = Array.from({ length: 12 }, (_, i) => i - 5)
      .map((by) => ({ by, left: outside(scale.degrees, by) }))
      .filter(({ by, left }) => by !== 0 && left < 0.75 * share)
      .sort((left, right) => left.left - right.left || Math.abs(left.by) - Math.abs(right.by));
    const best = ways.find(({ left }) => left <= ways[0]!.left + 0.02);
    const to = best && transposed + best.by;
    const value = to === undefined ? '' : `${to > 0 ? '+' : ''}${to}st`;
    return [
      {
        id: take.file.path.id,
        message: `${name} is in ${own?.name ?? 'another key'}, and the song in ${scale.name}: ${Math.round(100 * share)} % of what it plays is outside of the key.${best ? ` Transpose it by ${Math.abs(best.by)} semitone${Math.abs(best.by) === 1 ? '' : 's'} ${best.by > 0 ? 'up' : 'down'}.` : ' Find another loop.'}`,
        ...(best
          ? {
              fixes: [
                {
                  title: `Transpose ${name} by ${value}`,
                  changes: [{ do: 'set', path: `${name}.transpose`, value }],
                },
              ],
            }
          : {}),
      },
    ];
  }),
};

/** A share of a note that sounds by itself, and not as an overtone of another. */
const noticed = 0.05;

const tonics = ['C', 'C#', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B'] as const;
