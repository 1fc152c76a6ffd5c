// INS1: a note that the instrument cannot play, or that the song says it should not.

import { readNote } from '../../music/pitch.ts';
import { floor } from '../../music/rational.ts';
import { inProse, spelledFrom } from '../../music/spelling.ts';
import type { SourceId } from '../../song/origin.ts';
import type { Fix, Severity } from '../../song/problem.ts';
import type { Note } from '../../timeline/timeline.ts';
import { playedRange } from '../../vocabulary/played-ranges.ts';
import { scalesOf } from '../keys-of.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';
import { type Player, type Sounding, soundings } from '../sounding.ts';

export const ins1: Rule = {
  id: 'INS1',
  tier: 'timeline',
  severity: 'error',
  title: "A note outside the instrument's range",
  why: `Below its range a synth gives clicks instead of a pitch, and a bass leaves what speakers can play; above
it, a part turns thin and whistles. A note outside what the instrument can play at all is an error; one
outside the \`range\` that you gave the part is a warning, since that is where you wanted it to stay. Most often it
is a slip of an octave. A recorded instrument that comes along, or a preset of a SoundFont by the same name, has the range of its
players: a sampler goes on where no flute can, which is told as a warning, and where a good player is not at home as a fact to
know. Drum hits (\`bd\`, \`x\`) play at the instrument's own pitch and are never out of range.`,
  examples: {
    fires: `song "Too Low" { tempo 112bpm }
instrument sub = MonoSynth { range: B0..G3 }
track bass { instrument: sub }
pattern low = "e1 a0 ~ e1"
section verse 4 bars { bass: low }
arrange verse
`,
    silent: `song "Too Low" { tempo 112bpm }
instrument sub = MonoSynth { range: B0..G3 }
track bass { instrument: sub }
pattern low = "e1 a1 ~ e1"
section verse 4 bars { bass: low }
arrange verse
`,
  },
  check: (context) => {
    const all = soundings(context, (player) => {
      const limits = limitsOf(player);
      const isOutside = (lowest: number, highest: number): boolean =>
        limits.some(({ low, high }) => lowest < low || highest > high);
      return {
        note: ({ midi }) => isOutside(midi, midi),
        noneIn: ({ low, high }) => !isOutside(low, high),
      };
    });
    return all.flatMap((sounding) => judged(sounding, all, context));
  },
};

/** Pitches that a track may play, and whose word that is. */
interface Limit {
  readonly low: number;
  readonly high: number;
  readonly severity: Severity;
  readonly of: string;
}

// The graver limit first: a note is told of once.
const limitsOf = ({ type, instrument }: Player): readonly Limit[] => [
  ...(type?.range ? [{ ...type.range, severity: 'error' as const, of: `what ${type.name} can play` }] : []),
  ...(instrument?.range
    ? [{ ...instrument.range, severity: 'warning' as const, of: `the range of ${instrument.name.name}` }]
    : []),
  ...ofPlayers(instrument),
];

/** What a player of the sampled instrument could play; a sampler plays on, so it is never an error. */
const ofPlayers = (instrument: Player['instrument']): readonly Limit[] => {
  const name = instrument?.sounds?.preset?.value ?? instrument?.sounds?.source?.value;
  const range = name === undefined ? undefined : playedRange(name);
  if (!instrument || !range) return [];
  const player = /^[aeio]/i.test(name!) ? `an ${name}` : `a ${name}`;
  return [
    { ...range.professional, severity: 'warning', of: `what ${player} can play` },
    // Whoever says a range of their own has thought of it.
    ...(instrument.range
      ? []
      : [{ ...range.comfortable, severity: 'information' as const, of: `where ${player} is at home` }]),
  ];
};

const judged = (sounding: Sounding, all: readonly Sounding[], context: CheckContext): readonly Finding[] => {
  for (const limit of limitsOf(sounding)) {
    const outside = sounding.notes.find(({ midi }) => midi < limit.low || midi > limit.high);
    if (!outside) continue;
    const side = outside.midi < limit.low ? 'below' : 'above';
    const named = namer(context, outside);
    const range = `${named(limit.low)}..${named(limit.high)}`;
    const fixes = octaveShift(sounding.id, all, context);
    return [
      {
        id: sounding.id,
        severity: limit.severity,
        cause: `${sounding.track.name.name} ${side} ${limit.of}`,
        message: `${named(outside.midi, sounding.id)} is ${side} ${limit.of} (${range}) on ${sounding.track.name.name}. Move it by an octave, or ${
          limit.severity === 'warning' && limit.of.startsWith('the range')
            ? 'widen the range'
            : 'play it on another instrument'
        }.`,
        ...instrumentRangeOf(sounding, limit),
        ...(fixes.length > 0 ? { fixes } : {}),
      },
    ];
  }
  return [];
};

/** Names as the token or else the key of the note's bar spells them. */
const namer = ({ timeline, index }: CheckContext, { start }: Note) => {
  const scale = scalesOf(timeline)(floor(start));
  return (midi: number, id?: SourceId): string =>
    inProse(spelledFrom(midi, id === undefined ? undefined : index.atoms.get(id), scale));
};

const instrumentRangeOf = ({ instrument }: Sounding, limit: Limit): { also?: readonly SourceId[] } =>
  limit.of.startsWith('the range') && instrument?.range ? { also: [instrument.range.id] } : {};

/** Rewrites the note's octave, where one shift suits every track that the token plays on. */
const octaveShift = (id: SourceId, all: readonly Sounding[], { index }: CheckContext): readonly Fix[] => {
  const atom = index.atoms.get(id);
  // A chord's octaves follow from its symbol: there is no one literal to change.
  if (atom?.kind !== 'note') return [];
  const players = all.filter((sounding) => sounding.id === id);
  const octaves = [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6].find((shift) =>
    players.every((player) => fits(player, shift)),
  );
  if (octaves === undefined) return [];
  const text = inOctave(atom.name, octaves);
  if (text === undefined) return [];
  const distance = Math.abs(octaves) === 1 ? 'an octave' : `${Math.abs(octaves)} octaves`;
  return [
    {
      title: `Play it ${distance} ${octaves > 0 ? 'higher' : 'lower'}: ${text}`,
      changes: [{ do: 'replace', id, text }],
    },
  ];
};

const fits = (sounding: Sounding, octaves: number): boolean =>
  limitsOf(sounding).every(({ low, high }) =>
    sounding.notes.every(({ midi }) => midi + 12 * octaves >= low && midi + 12 * octaves <= high),
  );

/** The written note moved by octaves, spelled as it was. */
const inOctave = (written: string, octaves: number): string | undefined => {
  const name = readNote(written)?.name;
  return name?.replace(/-?\d+$/, (octave) => `${Number(octave) + octaves}`);
};
