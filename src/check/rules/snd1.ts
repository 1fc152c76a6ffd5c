// SND1: an attack that is longer than the notes.

import type { Note } from '../../timeline/timeline.ts';
import { written } from '../../vocabulary/written.ts';
import { figures } from '../figures.ts';
import { numberOf, settingOf } from '../parameters.ts';
import { perPart, playersOf, type TrackPlayer } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const snd1: Rule = {
  id: 'SND1',
  tier: 'timeline',
  severity: 'warning',
  title: 'An attack longer than the note',
  why: `A sound that needs half a second to come in is never there in a note of an eighth: it is played at a fraction of
its level, and turning the fader up only brings up the beginning of it. Shorten the attack, or play longer notes. One short
note in a line of long ones is a grace note: told of is an instrument where at least the share below of a track's notes are
over before the attack is.`,
  examples: {
    fires: `song "Never There" { tempo 120bpm }
instrument soft = PolySynth(Synth) { envelope.attack: 800ms }
track lead { instrument: soft }
section verse 2 bars { lead: "a4 c5 e5 c5" }
arrange verse
`,
    silent: `song "There" { tempo 120bpm }
instrument soft = PolySynth(Synth) { envelope.attack: 800ms }
track lead { instrument: soft }
section verse 2 bars { lead: "a4 c5" }
arrange verse
`,
  },
  check: (context) => playersOf(context).flatMap((player) => judged(player, context)),
};

const judged = (player: TrackPlayer, context: CheckContext): readonly Finding[] => {
  const { instrument, parts, notes, name } = player;
  const attack = numberOf(instrument, 'envelope.attack');
  const setting = instrument && settingOf(instrument, 'envelope.attack');
  // What nobody has set is a few milliseconds.
  if (!instrument || !setting || attack === undefined || notes.length === 0) return [];
  const short = parts.map((part) => shorterThan(part, attack));
  const count = short.reduce((sum, one) => sum + one.count, 0);
  if (count < context.figure(figures.neverThere) * notes.length) return [];
  const shortest = Math.min(...short.map((one) => one.shortest));
  const example = short.find(({ first }) => first)?.first;
  const own = instrument.name.name;
  const wanted = rounded(shortest / 2);
  const isHere = context.index.instruments.get(own) === instrument;
  return [
    {
      id: setting.value.id,
      ...(example ? { also: [example.id] } : {}),
      cause: own,
      message: `${own} takes ${written(attack, 'seconds')} to come in, and ${count} of the ${notes.length} notes of ${name} are shorter (the shortest ${written(rounded(shortest), 'seconds')}): they never reach their level. Shorten the attack, or play longer notes.`,
      ...(isHere
        ? {
            fixes: [
              {
                title: `Come in within ${written(wanted, 'seconds')}`,
                changes: [
                  { do: 'set' as const, path: `${own}.envelope.attack`, value: written(wanted, 'seconds') },
                ],
              },
            ],
          }
        : {}),
    },
  ];
};

interface Short {
  readonly count: number;
  readonly shortest: number;
  readonly first: Note | undefined;
}

const shorterThan = perPart((part, attack): Short => {
  let [count, shortest] = [0, Number.POSITIVE_INFINITY];
  let first: Note | undefined;
  for (const note of part) {
    if (note.lengthSeconds >= attack) continue;
    first ??= note;
    count += 1;
    shortest = Math.min(shortest, note.lengthSeconds);
  }
  return { count, shortest, first };
});

/** To two digits, in milliseconds. */
const rounded = (seconds: number): number => Math.max(1, Number((seconds * 1000).toPrecision(2))) / 1000;
