// Where in a mini-notation text a change is written: in the smallest group of steps that holds it, else in
// its bar, else in a bar of its own for each cycle, else in a voice of its own. Gives texts to try, in that
// order; whoever asks plays them.

import { lcm } from '../../music/rational.ts';
import type { Mini, MiniNode, MiniStep } from '../../song/pattern.ts';
import type { Rational } from '../../song/time.ts';
import { compile } from '../mini/compile.ts';
import { cycles } from '../query.ts';
import type { RollNote } from './roll.ts';
import { type Stretch, voicesOf, type WrittenNote, writeBar, writeSteps } from './write.ts';

export interface RollChange {
  /** Of the roll. */
  readonly bars: number;
  readonly kept: readonly RollNote[];
  readonly gone?: RollNote | undefined;
  readonly fresh?: Omit<RollNote, 'atom'> | undefined;
  readonly beats: number;
}

/** Texts that may play the change, the one that touches least first. */
export function* rewrites(mini: Mini, change: RollChange): Generator<string> {
  const { root, text } = mini;
  const parts = root.kind === 'stack' ? root.parts : [root];
  const ticks = gridOf(change);
  const isIn = ({ atom }: { readonly atom: number }, part: MiniNode): boolean => {
    const place = mini.places[atom];
    return place !== undefined && part.at.from <= place.from && place.to <= part.at.to;
  };
  for (const part of inOrder(parts, change, isIn)) {
    const own = change.kept.filter((note) => isIn(note, part));
    const wanted = change.fresh ? [...own, change.fresh] : own;
    const task: Task = { text, part, change, ticks, notes: wanted.map((note) => inTicks(note, ticks)) };
    yield* inBar(task);
    yield* barByBar(task);
  }
  if (change.fresh && !change.gone)
    yield `${text.trimEnd()}, ${written([inTicks(change.fresh, ticks)], ticks, change)}`;
}

interface Task {
  readonly text: string;
  readonly part: MiniNode;
  readonly change: RollChange;
  /** A bar. */
  readonly ticks: number;
  /** All that the part should play. */
  readonly notes: readonly WrittenNote[];
}

/** Every time of the roll is a whole number of these. */
const gridOf = ({ kept, gone, fresh }: RollChange): number =>
  [...kept, ...(gone ? [gone] : []), ...(fresh ? [fresh] : [])].reduce(
    (ticks, { begin, end }) => within(lcm(lcm(ticks, begin.d), end.d)),
    48,
  );

const within = (ticks: number): number => Math.min(ticks, 2 ** 24);

const tickOf = ({ n, d }: Rational, ticks: number): number => (n * ticks) / d;

const inTicks = ({ begin, end, word }: Omit<RollNote, 'atom'>, ticks: number): WrittenNote => ({
  begin: tickOf(begin, ticks),
  end: tickOf(end, ticks),
  word,
});

/** The voices of a text that a change can go to: its own, then one that plays the same, then the others. */
const inOrder = (
  parts: readonly MiniNode[],
  { kept, gone, fresh }: RollChange,
  isIn: (note: RollNote, part: MiniNode) => boolean,
): readonly MiniNode[] => {
  if (gone) return parts.filter((part) => isIn(gone, part));
  const likeness = (part: MiniNode): number => {
    const words = kept.filter((note) => isIn(note, part)).map(({ word }) => word);
    return words.includes(fresh!.word) ? 2 : words.length > 0 ? 1 : 0;
  };
  // A drum that has no voice yet gets one of its own, where the others have.
  const best = [...parts].sort((a, b) => likeness(b) - likeness(a));
  return parts.length > 1 && fresh!.value.kind === 'hit' ? best.filter((part) => likeness(part) !== 1) : best;
};

/** Within one bar of the text: in its smallest group first, then as a whole. */
function* inBar(task: Task): Generator<string> {
  const { part, change, ticks, text } = task;
  const voice = part.kind === 'tied' ? part.of : part;
  const bars = voice.kind === 'bars' ? voice.bars : [voice];
  const touched = [change.gone, change.fresh].flatMap((note) =>
    note ? [[tickOf(note.begin, ticks), tickOf(note.end, ticks)] as const] : [],
  );
  const lo = Math.min(...touched.map(([begin]) => begin));
  const hi = Math.max(...touched.map(([, end]) => end));
  const bar = Math.floor(lo / ticks);
  if (hi > (bar + 1) * ticks || bar >= bars.length) return;
  const stretch: Stretch = { from: bar * ticks, to: (bar + 1) * ticks, tied: true };
  const node = bars[bar]!;
  const finer = inSteps(task, node, stretch, lo, hi);
  if (finer) yield splice(text, finer.from, finer.to, finer.text);
  const here = task.notes.filter(({ begin, end }) => begin < stretch.to && end > stretch.from);
  const whole = writeBar(here, stretch, change.beats);
  if (whole !== undefined) yield splice(text, node.at.from, node.at.to, spaced(text, node.at, whole));
}

interface Written {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The run of steps of a sequence that holds `lo` to `hi`, written anew; a group among them where it holds it alone. */
const inSteps = (
  task: Task,
  node: MiniNode,
  stretch: Stretch,
  lo: number,
  hi: number,
): Written | undefined => {
  if (node.kind !== 'sequence') return undefined;
  const places = placesOf(node.steps, stretch);
  if (!places) return undefined;
  const first = places.findLastIndex(({ from }) => from <= lo);
  const last = places.findIndex(({ to }) => to >= hi);
  if (first < 0 || last < first) return undefined;
  const steps = node.steps;
  const [head, tail] = [steps[first]!, steps[last]!];
  if (first === last && task.text[head.node.at.from] === '[') {
    const { from, to } = places[first]!;
    const inner = inSteps(task, head.node, { from, to, tied: false }, lo, hi);
    if (inner) return inner;
  }
  // Copies made by `!` have one text between them.
  if (steps[first - 1]?.node === head.node || steps[last + 1]?.node === tail.node) return undefined;
  const weight = steps.slice(first, last + 1).reduce((sum, { weight: one }) => sum + one.n / one.d, 0);
  if (!Number.isInteger(weight) || (weight === 1 && steps.length === 1)) return undefined;
  const span: Stretch = {
    from: places[first]!.from,
    to: places[last]!.to,
    tied: stretch.tied && (first === 0 || last === steps.length - 1),
  };
  const here = task.notes.filter(({ begin, end }) => begin < span.to && end > span.from);
  const text = writeSteps(here, span, weight);
  if (text === undefined) return undefined;
  const isGroup = task.text[node.at.from] === '[';
  const end = steps[last + 1]?.node.at.from ?? node.at.to - (isGroup ? 1 : 0);
  const from = head.node.at.from;
  return { from, to: from + task.text.slice(from, end).trimEnd().length, text };
};

/** Where the steps of a sequence lie; undefined where that is between ticks. */
const placesOf = (
  steps: readonly MiniStep[],
  { from, to }: Stretch,
): readonly { readonly from: number; readonly to: number }[] | undefined => {
  const total = steps.reduce((sum, { weight }) => sum + weight.n / weight.d, 0);
  let passed = 0;
  const places = steps.map(({ weight }) => {
    const begin = from + ((to - from) * passed) / total;
    passed += weight.n / weight.d;
    return { from: begin, to: from + ((to - from) * passed) / total };
  });
  const isWhole = places.every((place) => isNearInteger(place.from) && isNearInteger(place.to));
  return isWhole
    ? places.map((place) => ({ from: Math.round(place.from), to: Math.round(place.to) }))
    : undefined;
};

const isNearInteger = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6;

/** The whole voice, a bar of text for each bar that it plays before it comes round. */
function* barByBar(task: Task): Generator<string> {
  const { part, change, ticks, text, notes } = task;
  const period = cycles(compile(part)) ?? change.bars;
  for (const bars of period < change.bars ? [period, change.bars] : [change.bars]) {
    const inside = notes.filter(({ begin }) => begin < bars * ticks);
    yield splice(
      text,
      part.at.from,
      part.at.to,
      spaced(text, part.at, written(inside, ticks, { ...change, bars })),
    );
  }
}

/** Notes as bars of one voice, or of several with commas between. */
const written = (notes: readonly WrittenNote[], ticks: number, { bars, beats }: RollChange): string =>
  voicesOf(notes)
    .map((voice) =>
      Array.from({ length: bars }, (_, bar) => {
        const stretch: Stretch = { from: bar * ticks, to: (bar + 1) * ticks, tied: true };
        const here = voice.filter(({ begin, end }) => begin < stretch.to && end > stretch.from);
        return writeBar(here, stretch, beats) ?? '~';
      }).join(' | '),
    )
    .join(', ');

const splice = (text: string, from: number, to: number, words: string): string =>
  text.slice(0, from) + words + text.slice(to);

/** Empty places get spaces around what is written into them. */
const spaced = (
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  words: string,
): string => {
  if (from !== to) return words;
  const before = from > 0 && !/\s/.test(text[from - 1]!) ? ' ' : '';
  const after = to < text.length && !/\s/.test(text[to]!) ? ' ' : '';
  return before + words + after;
};
