// Mini-notation by its definition: slow, plain fractions, everything asked of everything. What the real
// patterns, which count ticks and visit only what is wanted, are held against.

import {
  add,
  compare,
  divide,
  equal,
  floor,
  format,
  multiply,
  one,
  rational,
  subtract,
  zero,
} from '../../src/music/rational.ts';
import { drawAt, isWithin, pickOf, seedOf } from '../../src/pattern/chance.ts';
import { compile } from '../../src/pattern/mini/compile.ts';
import { bjorklund } from '../../src/pattern/mini/euclid.ts';
import { cycles } from '../../src/pattern/query.ts';
import type { AtomValue, MiniNode, MiniStep } from '../../src/song/pattern.ts';
import type { Rational } from '../../src/song/time.ts';

export interface Heard {
  readonly begin: Rational;
  readonly end: Rational;
  readonly from: Rational;
  readonly to: Rational;
  readonly atom: number;
}

/** Everything of `node` that sounds in a stretch of cycles. */
export const heardOf = (node: MiniNode, from: Rational, to: Rational, seed = 0): readonly Heard[] =>
  soundsOf(node, from, to, seed);

/** What may be joined to what: the value of a note, `hold`, or the value that a note is tied to. */
interface Sound extends Heard {
  readonly value: AtomValue | Rational | 'hold';
  readonly tied?: true;
}

/** How many cycles before and behind a stretch a tie is looked for, where a turn is too long for all of it. */
const tieReach = 12;

const soundsOf = (node: MiniNode, from: Rational, to: Rational, seed: number): readonly Sound[] => {
  switch (node.kind) {
    case 'rest':
      return [];
    case 'hold':
      return everyCycle(from, to, { atom: -1, value: 'hold' });
    case 'number':
      return everyCycle(from, to, { atom: -1, value: node.value });
    case 'atom':
      return everyCycle(from, to, {
        atom: node.index,
        value: node.value,
        ...(node.tied ? { tied: true } : {}),
      });
    case 'tied': {
      // The real pattern says after how many cycles it comes round: what is held against it here is only when.
      const round = cycles(compile(node.of, seed)) ?? 64;
      const turn = Math.floor(floor(from) / round) * round;
      const [first, last] =
        round <= 64
          ? [turn, turn + round]
          : [Math.max(turn, floor(from) - tieReach), Math.min(turn + round, floor(to) + tieReach)];
      return clipped(joined(soundsOf(node.of, rational(first), rational(last), seed)), from, to);
    }
    case 'stack':
      return node.parts.flatMap((part) => soundsOf(part, from, to, seed));
    case 'speed':
      return faster(node.factor, from, to, (a, b) => soundsOf(node.of, a, b, seed));
    case 'sequence':
      return inSlots(node.steps, from, to, seed);
    case 'alternate':
      return paced(node.steps, one, from, to, seed);
    case 'polymeter':
      return paced(node.steps, node.per, from, to, seed);
    case 'bars':
      return paced(
        node.bars.map((bar) => ({ node: bar, weight: one })),
        one,
        from,
        to,
        seed,
      );
    case 'euclid': {
      const rest: MiniNode = { kind: 'rest', at: node.at };
      let copy = 0;
      return inSlots(
        bjorklund(node.pulses, node.steps, node.rotation).map((pulse) => ({
          node: pulse ? node.of : rest,
          weight: one,
          copy: pulse ? copy++ : 0,
        })),
        from,
        to,
        seed,
      );
    }
    case 'choice':
      return wholeCycles(from, to).flatMap((cycle) => {
        const pick = pickOf(drawAt(seedOf(seed, node.place), cycle), node.choices.length);
        const [a, b] = [greatest(from, rational(cycle)), least(to, rational(cycle + 1))];
        const sounds = soundsOf(node.choices[pick]!, a, b, seed);
        return clipped(sounds, a, b).map((sound) => ({
          ...sound,
          end: least(sound.end, rational(cycle + 1)),
        }));
      });
    case 'chance':
      return soundsOf(node.of, from, to, seed).filter(({ begin }) => {
        const cycle = floor(begin);
        const { n, d } = subtract(begin, rational(cycle));
        return !isWithin(drawAt(seedOf(seed, node.place), cycle, n, d), node.drop);
      });
    case 'varied':
      return variedBy(node, [], from, to, seed);
  }
};

/** One after another each number's time is cut out, and what the numbers make of the node is heard there. */
const variedBy = (
  node: MiniNode & { kind: 'varied' },
  known: readonly Rational[],
  from: Rational,
  to: Rational,
  seed: number,
): readonly Sound[] => {
  const pattern = node.numbers[known.length];
  if (pattern)
    return soundsOf(pattern, from, to, seed).flatMap((part) =>
      variedBy(node, [...known, part.value as Rational], part.from, part.to, seed),
    );
  const [first, steps, rotation] = known as [Rational, Rational?, Rational?];
  const { at, of } = node;
  const made: MiniNode =
    node.sign === '('
      ? { kind: 'euclid', at, of, pulses: first.n, steps: steps!.n, rotation: rotation!.n }
      : { kind: 'speed', at, of, factor: node.sign === '*' ? first : divide(one, first) };
  return soundsOf(made, from, to, seed);
};

/** Notes in the order of time, each made longer by what is tied to it: of several ties by the longest. */
const joined = (sounds: readonly Sound[]): readonly Sound[] => {
  const onsets = sounds.filter(({ begin, from }) => equal(begin, from));
  const onsetsAt = new Map<string, Sound[]>();
  for (const onset of onsets) {
    const moment = format(onset.begin);
    onsetsAt.set(moment, [...(onsetsAt.get(moment) ?? []), onset]);
  }
  const moments = [...onsetsAt.values()].map(([first]) => first!.begin);
  const over: Sound[] = [];
  let notes: readonly Sound[] = [];
  for (const moment of moments.sort(compare)) {
    over.push(...notes.filter(({ end }) => compare(end, moment) < 0));
    notes = notes.filter(({ end }) => compare(end, moment) >= 0);
    const now = onsetsAt.get(format(moment))!;
    const ties = now.filter(({ value, tied }) => value === 'hold' || tied);
    const before = notes.filter(({ end }) => equal(end, moment));
    const begun = now.filter(
      (sound) => sound.value !== 'hold' && !(sound.tied && before.some((note) => isJoined(note, sound))),
    );
    const longer = (note: Sound): Sound => {
      const ends = ties.filter((tie) => isJoined(note, tie)).map(({ end }) => end);
      const end = ends.sort(compare).at(-1);
      return end ? { ...note, end, to: end } : note;
    };
    notes = [
      ...notes.map((note) => (before.includes(note) ? longer(note) : note)),
      ...begun.map((note) => ({ ...note, to: note.end })),
    ];
  }
  return [...over, ...notes];
};

const isJoined = (note: Sound, tie: Sound): boolean =>
  tie.value === 'hold' || JSON.stringify(note.value) === JSON.stringify(tie.value);

const everyCycle = (
  from: Rational,
  to: Rational,
  what: Pick<Sound, 'atom' | 'value' | 'tied'>,
): readonly Sound[] =>
  wholeCycles(from, to).flatMap((cycle) => {
    const [begin, end] = [rational(cycle), rational(cycle + 1)];
    return clipped([{ begin, end, from: begin, to: end, ...what }], from, to);
  });

/** Steps in turn, `per` of weight 1 in a cycle. */
const paced = (
  steps: readonly MiniStep[],
  per: Rational,
  from: Rational,
  to: Rational,
  seed: number,
): readonly Sound[] => faster(divide(per, totalOf(steps)), from, to, (a, b) => inSlots(steps, a, b, seed));

const inSlots = (
  steps: readonly (MiniStep & { readonly copy?: number })[],
  from: Rational,
  to: Rational,
  seed: number,
): readonly Sound[] => {
  // Each copy of a step has a chance of its own.
  let copy = 0;
  const seeds = steps.map((step, index) => {
    copy = steps[index - 1]?.node === step.node ? copy + 1 : 0;
    const own = step.copy ?? copy;
    return own === 0 ? seed : seedOf(seed, own);
  });
  // A sequence of one is that one: nothing cuts its notes.
  if (steps.length === 1) return soundsOf(steps[0]!.node, from, to, seeds[0]!);
  const total = totalOf(steps);
  return wholeCycles(from, to).flatMap((cycle) => {
    let at = zero;
    return steps.flatMap(({ node, weight }, index) => {
      const [start, width] = [add(rational(cycle), divide(at, total)), divide(weight, total)];
      at = add(at, weight);
      const place = (time: Rational): Rational =>
        add(start, multiply(subtract(time, rational(cycle)), width));
      const slotEnd = add(start, width);
      const inner = soundsOf(node, rational(cycle), rational(cycle + 1), seeds[index]!).map((event) => ({
        ...event,
        begin: place(event.begin),
        end: least(place(event.end), slotEnd),
        from: place(event.from),
        to: place(event.to),
      }));
      return clipped(inner, from, to);
    });
  });
};

const faster = (
  factor: Rational,
  from: Rational,
  to: Rational,
  of: (from: Rational, to: Rational) => readonly Sound[],
): readonly Sound[] =>
  of(multiply(from, factor), multiply(to, factor)).map((event) => ({
    ...event,
    begin: divide(event.begin, factor),
    end: divide(event.end, factor),
    from: divide(event.from, factor),
    to: divide(event.to, factor),
  }));

const clipped = (events: readonly Sound[], from: Rational, to: Rational): readonly Sound[] =>
  events
    .filter((event) => compare(event.from, to) < 0 && compare(event.to, from) > 0)
    .map((event) => ({ ...event, from: greatest(event.from, from), to: least(event.to, to) }));

const wholeCycles = (from: Rational, to: Rational): readonly number[] => {
  const cycles: number[] = [];
  for (let cycle = floor(from); compare(rational(cycle), to) < 0; cycle += 1) cycles.push(cycle);
  return cycles;
};

const totalOf = (steps: readonly MiniStep[]): Rational =>
  steps.reduce((sum, { weight }) => add(sum, weight), zero);
const least = (a: Rational, b: Rational): Rational => (compare(a, b) < 0 ? a : b);
const greatest = (a: Rational, b: Rational): Rational => (compare(a, b) < 0 ? b : a);
