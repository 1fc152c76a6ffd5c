// Onsets a second that patterns give: a dense one, one with chance, one with ties; and whether the cost goes by
// what is asked. Beside them, the same number of objects made and summed, which stands for the machine's
// speed. Run: npm run bench -- pattern

import { compile } from '../src/pattern/mini/compile.ts';
import { parseMini } from '../src/pattern/mini/parse.ts';
import type { Pattern } from '../src/pattern/pattern.ts';
import { playCycle } from '../src/pattern/query.ts';
import { type Figure, median, tell } from './figures.ts';

const goalOnsets = 1_000_000;
const rounds = 9;

const patterns: readonly (readonly [string, string])[] = [
  ['a dense pattern', '[c4 e4 [g4 b4] <c5 d5>]*64, hh(5,8)*16, {bd sd cp}%32'],
  ['a dense pattern with chance', '[c4 e4? [g4|b4] c5]*64?0.3, hh(5,8)*16?'],
  ['a pattern with ties', '[c4 e4 | g4 _]*16 . [_ a4 _a4 b4]*16'],
];

const cyclesAsked = 400;

const figures: Figure[] = patterns.map(([what, text], index) => {
  const pattern = patternOf(text);
  const counts = onsetsOf(pattern, cyclesAsked);
  const ours = secondsOf(() => onsetsOf(pattern, cyclesAsked));
  const reference = secondsOf(() => objects(counts));
  const perSecond = counts / ours;
  return {
    what: `${what}: onsets a second`,
    ours: millions(perSecond),
    reference: `objects made: ${millions(counts / reference)}`,
    ratio: (ours / reference).toFixed(1),
    ...(index === 0 ? { goal: { says: 'a million onsets a second', holds: perSecond >= goalOnsets } } : {}),
  };
});

// A thousand bars of sixteenths: one bar of it must not cost what the other 999 would.
const long = patternOf(`<${'[c4*16] '.repeat(1000)}>`);
const short = patternOf('c4*16');
const [longBar, shortBar] = [long, short].map(
  (pattern) => secondsOf(() => onsetsOf(pattern, cyclesAsked)) / cyclesAsked,
) as [number, number];
figures.push({
  what: 'one bar of a thousand',
  ours: `${(longBar * 1e6).toFixed(1)} us`,
  reference: `the only bar: ${(shortBar * 1e6).toFixed(1)} us`,
  ratio: (longBar / shortBar).toFixed(1),
  goal: { says: 'cost by what is asked, under 4 times', holds: longBar / shortBar < 4 },
});

// Eight times as much asked for, eight times the cost.
const dense = patternOf(patterns[0]![1]);
const [few, many] = [200, 1600].map((cycles) => secondsOf(() => onsetsOf(dense, cycles))) as [number, number];
figures.push({
  what: '1,600 bars',
  ours: `${(many * 1e3).toFixed(1)} ms`,
  reference: `200 bars: ${(few * 1e3).toFixed(1)} ms`,
  ratio: (many / few).toFixed(1),
  goal: { says: 'linear: under 12', holds: many / few < 12 },
});

tell(figures);

function patternOf(text: string): Pattern {
  const { mini, problems } = parseMini(text);
  if (problems.length > 0) throw new Error(problems[0]!.message);
  return compile(mini.root, 7);
}

function onsetsOf(pattern: Pattern, cycles: number): number {
  let onsets = 0;
  for (let cycle = 0; cycle < cycles; cycle += 1)
    playCycle(pattern, cycle, (begin, _end, from) => {
      if (begin === from) onsets += 1;
    });
  return onsets;
}

function objects(count: number): number {
  const made: { readonly n: number; readonly d: number }[] = [];
  for (let n = 0; n < count; n += 1) made.push({ n, d: 16 });
  return made.reduce((sum, { n, d }) => sum + n / d, 0);
}

/** The middle of some rounds, after one to warm up. */
function secondsOf(work: () => unknown): number {
  work();
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    work();
    return (performance.now() - started) / 1000;
  });
  return median(times);
}

function millions(perSecond: number): string {
  return `${(perSecond / 1e6).toFixed(1)} million`;
}
