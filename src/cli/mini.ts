// codetta mini 'PATTERN': what a piece of mini-notation plays, as a picture or for programs.

import { type Command, InvalidArgumentError } from 'commander';
import { equal, format, lcm, rational, toNumber } from '../music/rational.ts';
import { inProse } from '../music/spelling.ts';
import { compile } from '../pattern/mini/compile.ts';
import type { MiniProblem } from '../pattern/mini/problem.ts';
import { readMini } from '../pattern/mini/sounds.ts';
import { cycles as cyclesOf, type PatternEvent, query } from '../pattern/query.ts';
import type { AtomValue, Mini } from '../song/pattern.ts';
import type { Verb } from './verb.ts';

export const miniVerb: Verb = {
  describe: (command: Command) =>
    command
      .summary('show what a piece of mini-notation plays')
      .description(
        'Shows what a piece of mini-notation plays, cycle by cycle; a cycle is a bar.\n' +
          'Exits 1 where the notation has mistakes, which are told on standard error.',
      )
      .argument('<pattern>', `mini-notation, in quotes: 'bd [sd sd] ~ sd'`)
      .option('--cycles <n>', 'how many cycles; by default until it repeats, 8 at most', cycleCount)
      .option('--seed <n>', 'the seed that chance grows from, as a song has one', wholeNumber, 0)
      .option('--json', 'for programs: exact fractions of cycles, and places in the text')
      // A pattern may begin with a rest, `-`.
      .allowUnknownOption(),
  run: async (terminal, text: string, { cycles, seed, json }: Options) => {
    const { mini, problems } = readMini(text);
    const pattern = compile(mini.root, seed);
    const count = cycles ?? Math.min(8, cyclesOf(pattern) ?? 8);
    // A note over several cycles comes in parts: the one it starts in stands for it.
    const events = query(pattern, rational(0), rational(count)).filter(({ begin, from }) =>
      equal(begin, from),
    );
    for (const problem of problems) terminal.note(shown(text, problem, terminal.noteColors.red));
    terminal.out(json ? asJson(mini, count, events, problems) : picture(count, events));
    return problems.length > 0 ? 1 : 0;
  },
};

interface Options {
  readonly cycles?: number;
  readonly seed: number;
  readonly json?: boolean;
}

const wholeNumber = (given: string): number => {
  const number = Number(given);
  if (Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError('It is a whole number.');
};

const cycleCount = (given: string): number => {
  const count = Number(given);
  if (Number.isInteger(count) && count >= 1 && count <= 1000) return count;
  throw new InvalidArgumentError('It is a whole number from 1 to 1000.');
};

const asJson = (
  mini: Mini,
  cycles: number,
  events: readonly PatternEvent[],
  problems: readonly MiniProblem[],
): string =>
  JSON.stringify(
    {
      text: mini.text,
      cycles,
      events: events.map(({ begin, end, value, velocity, source }) => ({
        begin: format(begin),
        end: format(end),
        ...value,
        velocity,
        source: mini.places[source],
      })),
      problems: problems.map(({ from, to, message }) => ({ from, to, message })),
    },
    undefined,
    2,
  );

const shown = (text: string, { from, to, message }: MiniProblem, paint: (text: string) => string): string =>
  `${message}\n  ${text.replace(/\s/g, ' ')}\n  ${' '.repeat(from)}${paint('^'.repeat(Math.max(1, to - from)))}`;

/** A cycle a block, a voice a row, high notes first: `#` where a note starts, `-` while it sounds. */
const picture = (count: number, events: readonly PatternEvent[]): string => {
  const voices = [...new Map(events.map(({ value }) => [nameOf(value), value])).entries()]
    .sort(([, left], [, right]) => heightOf(right) - heightOf(left))
    .map(([name]) => name);
  if (voices.length === 0) return 'silence';
  const width = Math.max(...voices.map((name) => name.length));
  const steps = stepsOf(events);
  const blocks = Array.from({ length: count }, (_, cycle) => {
    const rows = voices.map((voice) => `${voice.padEnd(width)} |${row(voice, cycle, steps, events)}|`);
    return [`${' '.repeat(width)}  cycle ${cycle}`, ...rows].join('\n');
  });
  return blocks.join('\n');
};

const finest = 48;

/** The fewest steps of a cycle that every start falls on; 48 where that would be too wide for a terminal. */
const stepsOf = (events: readonly PatternEvent[]): number => {
  const steps = events.reduce((fewest, { begin }) => (fewest > finest ? fewest : lcm(fewest, begin.d)), 1);
  if (steps > finest) return finest;
  // Wider where there is room, so that the bars' quarters are seen.
  return steps < 8 ? steps * Math.floor(16 / steps) : steps;
};

const row = (voice: string, cycle: number, steps: number, events: readonly PatternEvent[]): string => {
  const cells = Array.from({ length: steps }, () => '.');
  // Starts fall on steps exactly but for the rounding of floats, and for what is finer than the picture.
  const slack = 1e-9;
  for (const { begin, end } of events.filter(({ value }) => nameOf(value) === voice)) {
    const first = (toNumber(begin) - cycle) * steps;
    const last = Math.min(steps, (toNumber(end) - cycle) * steps);
    for (let step = Math.max(0, Math.ceil(first - slack)); step < last - slack; step++) {
      if (cells[step] === '.') cells[step] = '-';
    }
    if (first >= -slack && first < steps - slack) cells[Math.floor(first + slack)] = '#';
  }
  return cells.join('');
};

const nameOf = (value: AtomValue): string => {
  if (value.kind === 'hit') return value.sample === undefined ? value.name : `${value.name}:${value.sample}`;
  if (value.kind === 'degree') return value.name;
  return value.kind === 'chord' ? value.symbol : inProse(value.name);
};

const heightOf = (value: AtomValue): number => {
  if (value.kind === 'hit') return -1;
  if (value.kind === 'degree') return value.degree;
  return value.kind === 'chord' ? Math.max(...value.midi) : value.midi;
};
