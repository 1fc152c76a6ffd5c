// INS5: more notes at a time than the instrument has voices.

import type { Note } from '../../timeline/timeline.ts';
import { polyphony } from '../../vocabulary/instruments.ts';
import { written } from '../../vocabulary/written.ts';
import { figures } from '../figures.ts';
import { numberOf, settingOf, voicesOf } from '../parameters.ts';
import { endSecondsOf, perPart, playersOf, type TrackPlayer } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const ins5: Rule = {
  id: 'INS5',
  tier: 'timeline',
  severity: 'warning',
  title: 'More voices than the instrument has',
  why: `When all voices are busy, the next note takes the voice of an older one, and that one is gone in the middle of its
sound: a chord loses its bass, a long tail is cut by a short note. A voice is busy through its release too, but the end of
a release is so soft that nobody misses it: only the share below counts. Give the instrument more voices, or let its
notes go sooner.`,
  isSafeToFix: true,
  examples: {
    fires: `song "Stolen Voices" { tempo 100bpm }
instrument soft = PolySynth(Synth) { voices: 4, envelope.release: 2s }
track pad { instrument: soft }
section verse 2 bars { pad: "[a3,c4,e4,g4] [f3,a3,c4,e4] | [g3,b3,d4,f4]" }
arrange verse
`,
    silent: `song "Voices for All" { tempo 100bpm }
instrument soft = PolySynth(Synth) { voices: 12, envelope.release: 2s }
track pad { instrument: soft }
section verse 2 bars { pad: "[a3,c4,e4,g4] [f3,a3,c4,e4] | [g3,b3,d4,f4]" }
arrange verse
`,
  },
  check: (context) =>
    playersOf(context).flatMap((player): readonly Finding[] => {
      const { instrument, isDrum } = player;
      if (!instrument?.polyphonic || isDrum) return [];
      const tail = (numberOf(instrument, 'envelope.release') ?? 0) * context.figure(figures.heardRelease);
      const peak = player.parts.map((part) => peakOf(part, tail)).reduce(higher, none);
      return peak.voices > voicesOf(instrument) ? told(player, peak, tail, context) : [];
    }),
};

interface Peak {
  readonly voices: number;
  readonly held: number;
  readonly note: Note | undefined;
}

const none: Peak = { voices: 0, held: 0, note: undefined };

const higher = (left: Peak, right: Peak): Peak => (right.voices > left.voices ? right : left);

/** The most voices that a part needs at a time, and the note with which it does. */
const peakOf = perPart((part, tail): Peak => {
  let peak = none;
  let sounding: Note[] = [];
  for (const note of part) {
    const at = note.startSeconds + 1e-6;
    sounding = sounding.filter((other) => endSecondsOf(other) + tail > at);
    sounding.push(note);
    if (sounding.length > peak.voices) {
      const held = sounding.filter((other) => endSecondsOf(other) > at).length;
      peak = { voices: sounding.length, held, note };
    }
  }
  return peak;
});

const told = (
  { name, instrument }: TrackPlayer,
  { voices, held, note }: Peak,
  tail: number,
  context: CheckContext,
): readonly Finding[] => {
  if (!instrument || !note) return [];
  const has = voicesOf(instrument);
  const own = instrument.name.name;
  const setting = settingOf(instrument, 'voices');
  const release = settingOf(instrument, 'envelope.release');
  const isHere = context.index.instruments.get(own) === instrument;
  const needed = Math.min(polyphony.max, voices);
  const shorter = written(Math.floor((tail / voices) * has * 500) / 1000, 'seconds');
  return [
    {
      id: setting?.value.id ?? instrument.name.id,
      also: [note.id],
      message: `${name} needs ${voices} voices at a time (${held} held, ${voices - held} in their release), and ${own} has ${has}: notes are cut off. Give it more voices, or a shorter release.`,
      fixes: isHere
        ? [
            ...(voices <= polyphony.max
              ? [
                  {
                    title: `Give ${own} ${needed} voices`,
                    changes: [{ do: 'set' as const, path: `${own}.voices`, value: String(needed) }],
                  },
                ]
              : []),
            ...(held <= has && release && peakFits(context, instrument.name.name, shorter)
              ? [
                  {
                    title: `Let ${own} go sooner: release ${shorter}`,
                    changes: [{ do: 'set' as const, path: `${own}.envelope.release`, value: shorter }],
                  },
                ]
              : []),
          ]
        : [],
    },
  ];
};

/** Whether a shorter release is enough for all that plays the instrument. */
const peakFits = (context: CheckContext, name: string, release: string): boolean => {
  const seconds = release.endsWith('ms') ? Number.parseFloat(release) / 1000 : Number.parseFloat(release);
  const tail = seconds * context.figure(figures.heardRelease);
  return playersOf(context)
    .filter(({ instrument }) => instrument?.name.name === name)
    .every(({ parts, instrument }) =>
      parts.every((part) => peakOf(part, tail).voices <= voicesOf(instrument!)),
    );
};
