// RHY1: a bar that counts to another number than the bars around it.

import type { Mini, MiniNode } from '../../song/pattern.ts';
import type { Song } from '../../song/song.ts';
import { eachExpression } from '../../song/walk.ts';
import { figures } from '../figures.ts';
import { counted } from '../in-words.ts';
import type { MiniExpression } from '../pattern-bars.ts';
import type { Finding, Rule } from '../rule.ts';
import { expressionsOf } from '../song-index.ts';

export const rhy1: Rule = {
  id: 'RHY1',
  tier: 'score',
  severity: 'error',
  title: 'A bar that does not add up',
  why: `In mini-notation the steps of a bar share it, however many there are: a bar of seven eighths among bars of eight
plays too, a little slower than the rest, and limps. Where lengths are written (\`a4@3 b4\`), the bars of a pattern are
explicit: they add up to one number, and a bar that adds up to another one is a slip of a step. Told of is a bar with written
lengths whose sum is not that of the others, where at least the share of bars below agrees, and where it is less than a
third off: a bar of half as many steps, or of twice as many, is only written shorter or finer.`,
  examples: {
    fires: `song "Limping" { tempo 100bpm }
instrument soft = Synth { }
track lead { instrument: soft }
pattern tune = "a4@3 c5@3 e5@2 | d5@4 c5@4 | b4@3 d5@3 g4 | a4@6 e4@2"
section verse 4 bars { lead: tune }
arrange verse
`,
    silent: `song "Steady" { tempo 100bpm }
instrument soft = Synth { }
track lead { instrument: soft }
pattern tune = "a4@3 c5@3 e5@2 | d5@4 c5@4 | b4@3 d5@3 g4@2 | a4@6 e4@2"
section verse 4 bars { lead: tune }
arrange verse
`,
  },
  check: ({ song, figure }) => {
    const share = figure(figures.agreeing);
    return literals(song).flatMap((literal) => oddBars(literal, share, song));
  },
};

const literals = (song: Song): readonly MiniExpression[] => {
  const found = new Map<number, MiniExpression>();
  for (const outer of expressionsOf(song))
    eachExpression(outer, (inner) => {
      if (inner.kind === 'mini' && inner.mini.root.kind === 'bars') found.set(inner.id, inner);
    });
  return [...found.values()];
};

/** Weights of the steps of a bar, where some are written; undefined for a bar that is not explicit. */
const countOf = (node: MiniNode): number | undefined => {
  const bar = node.kind === 'tied' ? node.of : node;
  if (bar.kind !== 'sequence') return undefined;
  const weights = bar.steps.map(({ weight }) => weight.n / weight.d);
  return weights.some((weight) => weight !== 1) ? weights.reduce((sum, one) => sum + one, 0) : undefined;
};

/** Of a text of bars: what each adds up to. Equal texts share their tree. */
const countsOf = (mini: Mini): readonly (number | undefined)[] => {
  const known = countsByText.get(mini);
  if (known) return known;
  const counts = mini.root.kind === 'bars' ? mini.root.bars.map(countOf) : [];
  countsByText.set(mini, counts);
  return counts;
};

const countsByText = new WeakMap<Mini, readonly (number | undefined)[]>();

const oddBars = (literal: MiniExpression, share: number, song: Song): readonly Finding[] => {
  const { root, text } = literal.mini;
  if (root.kind !== 'bars') return [];
  const counts = countsOf(literal.mini);
  const explicit = counts.filter((count) => count !== undefined);
  if (explicit.length < fewestBars) return [];
  const most = mode(explicit);
  const agreeing = explicit.filter((count) => count === most).length;
  if (agreeing < fewestBars - 1 || agreeing / explicit.length < share || agreeing === explicit.length)
    return [];
  return counts.flatMap((count, bar): readonly Finding[] => {
    if (count === undefined || count === most || Math.abs(count - most) >= most / 3) return [];
    const id = firstAtom(literal, root.bars[bar]!) ?? literal.id;
    const mendedText = mended(text, bar, most - count, root.bars.length);
    const isChart = song.progressions.some(
      ({ expression }) => expression.kind === 'mini' && expression.id === literal.id,
    );
    return [
      {
        id,
        message: `Bar ${bar + 1} of this line adds up to ${round(count)}, and the others to ${round(most)}: it is played ${count < most ? 'slower' : 'faster'} than they are. ${count < most ? 'Pad' : 'Trim'} it by ${counted(Math.abs(most - count), 'step')}.`,
        ...(mendedText === undefined || isChart
          ? {}
          : {
              fixes: [
                {
                  title: count < most ? 'Pad the bar with a rest' : 'Trim its last note',
                  changes: [{ do: 'replace' as const, id: literal.id, text: `"${mendedText}"` }],
                },
              ],
            }),
      },
    ];
  });
};

/** With fewer bars nobody can tell which one is right. */
const fewestBars = 3;

const mode = (counts: readonly number[]): number =>
  [...counts].sort(
    (left, right) =>
      counts.filter((one) => one === right).length - counts.filter((one) => one === left).length,
  )[0]!;

const firstAtom = ({ firstAtom: first }: MiniExpression, node: MiniNode): number | undefined => {
  if (node.kind === 'atom') return first + node.index;
  if (node.kind === 'tied') return firstAtom({ firstAtom: first } as MiniExpression, node.of);
  if (node.kind !== 'sequence') return undefined;
  for (const { node: step } of node.steps) {
    const found = firstAtom({ firstAtom: first } as MiniExpression, step);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The text with a rest behind the bar, or its last written length shorter. */
const mended = (text: string, bar: number, missing: number, bars: number): string | undefined => {
  if (text.includes('\n') || !Number.isInteger(missing)) return undefined;
  const written = text.split('|');
  const first = written[0]!.trim() === '' && written.length > bars ? 1 : 0;
  const place = bar + first;
  const own = written[place];
  if (own === undefined || written.length - first < bars) return undefined;
  const space = /\s*$/.exec(own)![0];
  if (missing > 0) {
    const rest = missing === 1 ? '~' : `~@${missing}`;
    return written.with(place, `${own.trimEnd()} ${rest}${space}`).join('|');
  }
  const last = /^(.*)@(\d+)([^@]*)$/.exec(own);
  const length = last ? Number(last[2]) + missing : 0;
  if (!last || length < 1) return undefined;
  return written.with(place, `${last[1]}${length === 1 ? '' : `@${length}`}${last[3]}`).join('|');
};

const round = (count: number): number => Number(count.toFixed(3));
