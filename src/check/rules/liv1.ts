// LIV1: a part so dense that it cannot be played in time.

import type { Note } from '../../timeline/timeline.ts';
import { figures } from '../figures.ts';
import { partAt, perPart, placeOfPart, playersOf } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const liv1: Rule = {
  id: 'LIV1',
  tier: 'timeline',
  severity: 'error',
  title: 'A part too dense to play',
  why: `Thirty notes a second are heard as a pitch and no longer as notes, and hundreds of them on one track are a slip: one \`*\` too many,
or a transform inside of another. Each of them is a voice to start, and the machine has to start them all in time. Thin it
out. A fast roll, an arpeggio of thirty-seconds or a cluster of ten notes is far below the figure.`,
  examples: {
    fires: `song "Too Dense" { tempo 120bpm }
instrument soft = PolySynth(Synth) { voices: 32, envelope.release: 10ms }
track lead { instrument: soft }
section verse 4 bars { lead: "[a4 c5 e5 c5]*256" }
arrange verse
`,
    silent: `song "Dense" { tempo 120bpm }
instrument soft = PolySynth(Synth) { voices: 32, envelope.release: 10ms }
track lead { instrument: soft }
section verse 4 bars { lead: "[a4 c5 e5 c5]*8" }
arrange verse
`,
  },
  check: (context) => {
    const most = context.figure(figures.eventsPerSecond);
    return playersOf(context).flatMap(({ name, parts }) =>
      parts.flatMap((part): readonly Finding[] => {
        const { count, note } = densest(part);
        return count > most && note ? [told(name, note, count, most, context)] : [];
      }),
    );
  },
};

/** The most notes that begin within a second. */
const densest = perPart((part): { readonly count: number; readonly note: Note | undefined } => {
  let [from, count] = [0, 0];
  let first: Note | undefined;
  for (const [to, { startSeconds }] of part.entries()) {
    while (part[from]!.startSeconds <= startSeconds - 1) from += 1;
    if (to - from + 1 <= count) continue;
    count = to - from + 1;
    first = part[from];
  }
  return { count, note: first };
});

const told = (name: string, note: Note, count: number, most: number, context: CheckContext): Finding => {
  const bar = Math.floor(note.start.n / note.start.d);
  const part = partAt(context, name, bar);
  // The least power of two that thins it enough, and keeps bars whole.
  const factor = 2 ** Math.ceil(Math.log2(count / most));
  return {
    id: part ? placeOfPart(part) : note.id,
    message: `${name} starts ${count} notes within a second (from bar ${bar + 1}), and ${most} are as many as play in time. Thin it out.`,
    ...(part
      ? {
          fixes: [
            {
              title: `Play it ${factor} times slower`,
              changes: [
                {
                  do: 'transform' as const,
                  id: part.expression.id,
                  transform: 'slow',
                  arguments: [String(factor)],
                },
              ],
            },
          ],
        }
      : {}),
  };
};
