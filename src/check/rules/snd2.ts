// SND2: a filter that does not let the note itself through.

import { frequency } from '../../music/pitch.ts';
import type { Note } from '../../timeline/timeline.ts';
import { written } from '../../vocabulary/written.ts';
import { figures } from '../figures.ts';
import { choiceOf, numberOf, settingOf } from '../parameters.ts';
import { isPitched } from '../part-sums.ts';
import { perPart, playersOf, type TrackPlayer } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const snd2: Rule = {
  id: 'SND2',
  tier: 'timeline',
  severity: 'warning',
  title: "A filter that shuts out the note's fundamental",
  why: `A low-pass that stays below the note, or a high-pass that stands above it, takes away what tells the ear which note it
is: what is left is weak and thin, and no fader brings it back. The filter of a MonoSynth counts where its envelope opens it
widest; the high-pass of a strip counts by itself. A filter that is close to the note is a colour: told of are notes that are
further out than the distance below, where they are at least half of what the track plays.`,
  examples: {
    fires: `song "Muffled" { tempo 100bpm }
instrument dull = MonoSynth { filterEnvelope.baseFrequency: 40Hz, filterEnvelope.octaves: 1 }
track lead { instrument: dull }
section verse 2 bars { lead: "a4 c5 e5 c5" }
arrange verse
`,
    silent: `song "Open" { tempo 100bpm }
instrument bright = MonoSynth { filterEnvelope.baseFrequency: 400Hz, filterEnvelope.octaves: 3 }
track lead { instrument: bright }
section verse 2 bars { lead: "a4 c5 e5 c5" }
arrange verse
`,
  },
  check: (context) =>
    playersOf(context).flatMap((player) =>
      player.isDrum ? [] : [...byFilter(player, context), ...byStrip(player, context)],
    ),
};

const byFilter = (player: TrackPlayer, context: CheckContext): readonly Finding[] => {
  const { instrument } = player;
  const type = choiceOf(instrument, 'filter.type');
  const base = numberOf(instrument, 'filterEnvelope.baseFrequency');
  if (!instrument || base === undefined || (type !== 'lowpass' && type !== 'highpass')) return [];
  if (isMoved(player, context)) return [];
  const octaves = numberOf(instrument, 'filterEnvelope.octaves') ?? 0;
  const ends = [base, base * 2 ** octaves];
  const cutoff = type === 'lowpass' ? Math.max(...ends) : Math.min(...ends);
  const out = outside(player, type, cutoff, context);
  if (!out) return [];
  const own = instrument.name.name;
  const setting = settingOf(instrument, 'filterEnvelope.baseFrequency');
  const wanted = Math.min(
    20_000,
    type === 'lowpass' ? (base * out.worst) / cutoff : (base * out.worst) / cutoff / 2,
  );
  const value = written(Number(wanted.toPrecision(2)), 'hertz');
  const isHere = context.index.instruments.get(own) === instrument;
  return [
    {
      id: setting?.value.id ?? instrument.name.id,
      also: [out.note.id],
      cause: own,
      message: `The filter of ${own} ${type === 'lowpass' ? 'never opens beyond' : 'never goes below'} ${written(Math.round(cutoff), 'hertz')}, and ${player.name} plays notes at ${written(Math.round(out.worst), 'hertz')}: their fundamental is gone. ${type === 'lowpass' ? 'Open' : 'Lower'} the filter.`,
      ...(isHere
        ? {
            fixes: [
              {
                title: `${type === 'lowpass' ? 'Open' : 'Lower'} the filter of ${own}: ${value}`,
                changes: [{ do: 'set' as const, path: `${own}.filterEnvelope.baseFrequency`, value }],
              },
            ],
          }
        : {}),
    },
  ];
};

/** Whether a curve moves the filter: then what the instrument says is only where it begins. */
const isMoved = ({ name }: TrackPlayer, { song }: CheckContext): boolean =>
  song.automation.some(({ path }) => path.name.startsWith(`${name}.filter`));

const byStrip = (player: TrackPlayer, context: CheckContext): readonly Finding[] =>
  player.track.inserts.flatMap((insert): readonly Finding[] => {
    if (!/highpass/i.test(insert.effect.name)) return [];
    const setting = settingOf(insert, 'frequency');
    if (setting?.value.kind !== 'measure') return [];
    const cutoff = setting.value.value;
    const out = outside(player, 'highpass', cutoff, context);
    if (!out) return [];
    const value = written(Number((out.worst * 0.8).toPrecision(2)), 'hertz');
    return [
      {
        id: setting.value.id,
        also: [out.note.id],
        message: `The high-pass of ${player.name} cuts below ${written(cutoff, 'hertz')}, and it plays notes at ${written(Math.round(out.worst), 'hertz')}: their fundamental is gone. Lower the filter.`,
        fixes: [
          {
            title: `Cut ${player.name} below ${value}`,
            changes: [{ do: 'replace', id: setting.value.id, text: value }],
          },
        ],
      },
    ];
  });

interface Outside {
  readonly note: Note;
  /** Hertz. */
  readonly worst: number;
}

/** The note that is furthest out, where at least half of the track's are. */
const outside = (
  { parts, notes }: TrackPlayer,
  type: 'lowpass' | 'highpass',
  cutoff: number,
  { figure }: CheckContext,
): Outside | undefined => {
  const farthest = 2 ** figure(figures.shutOut);
  // Above the limit for a low-pass; below it, as its negative, for a high-pass.
  const limit = type === 'lowpass' ? cutoff * farthest : -cutoff / farthest;
  const found = parts.map((part) => beyond(part, limit));
  const count = found.reduce((sum, one) => sum + one.count, 0);
  if (count === 0 || count < notes.length / 2) return undefined;
  const worst = found.flatMap(({ note }) => note ?? []);
  const [note] = worst.toSorted((left, right) =>
    type === 'lowpass' ? right.midi! - left.midi! : left.midi! - right.midi!,
  );
  return note && { note, worst: frequency(note.midi!) };
};

const beyond = perPart((part, limit): { readonly count: number; readonly note: Note | undefined } => {
  let count = 0;
  let worst: (Note & { readonly midi: number }) | undefined;
  for (const note of part.filter(isPitched)) {
    const isOut = limit > 0 ? frequency(note.midi) > limit : frequency(note.midi) < -limit;
    if (!isOut) continue;
    count += 1;
    if (!worst || (limit > 0 ? note.midi > worst.midi : note.midi < worst.midi)) worst = note;
  }
  return { count, note: worst };
});
