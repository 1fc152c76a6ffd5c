// What holds of every transform and of any chain of them.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { compare, format, rational, subtract, zero } from '../../../src/music/rational.ts';
import { limits } from '../../../src/pattern/mini/limits.ts';
import type { Pattern } from '../../../src/pattern/pattern.ts';
import { cycles, type PatternEvent, query } from '../../../src/pattern/query.ts';
import { transforms } from '../../../src/pattern/transforms.ts';
import { made, onsets } from './made.ts';

/** Calls of each transform, with all that its arguments can be. */
const calls: Readonly<Record<string, readonly string[]>> = {
  chords: ['chords'],
  root: ['root'],
  voicing: ['voicing', 'voicing(drop2, c3..c5)', 'voicing(open, e2..e5)', 'voicing(rootless)'],
  arpeggio: ['arpeggio', 'arpeggio(updown, 1/12, 2)', 'arpeggio(random, 1/8)', 'arpeggio(played, 3/16)'],
  fast: ['fast(2)', 'fast(1.5)', 'fast(1/3)'],
  slow: ['slow(2)', 'slow(3)', 'slow(0.75)'],
  rev: ['rev'],
  tuning: ['tuning(own)'],
  transpose: ['transpose(+7st)', 'transpose(-0.5st)'],
  octave: ['octave(-1)'],
  velocity: ['velocity(60%)'],
  every: ['every(3, rev)', 'every(2, fast(2))', 'every(2, late(1/8))'],
  sometimes: ['sometimes(50%, octave(1))', 'sometimes(30%, ply(2))', 'sometimes(50%, fast(2), bars)'],
  humanize: ['humanize(8ms, 6%)', 'humanize(1/4)'],
  swing: ['swing(58%)', 'swing(66%, 1/8)', 'swing(60%, 1/4)'],
  crescendo: ['crescendo(-18dB, 0dB)', 'crescendo(0dB, -12dB, 3/4)'],
  gain: ['gain(-6dB)', 'gain(+12dB)'],
  accent: ['accent("1 0 <1 0>")'],
  legato: ['legato', 'legato(30%)', 'legato(170%)'],
  staccato: ['staccato', 'staccato(33%)'],
  early: ['early(1/16)', 'early(1.5 bars)', 'early(10ms)'],
  late: ['late(1 beat)', 'late(3/7)', 'late(10ms)'],
  shift: ['shift(+20ms)', 'shift(-1/3)'],
  quantize: ['quantize(1/8)', 'quantize(1/6, 50%)'],
  stretch: ['stretch(2 bars)', 'stretch(3/4)'],
  cat: ['cat("a3 b3")', 'cat("a3 | b3", "d4")'],
  stack: ['stack("a3 b3", "<c4 d4>")'],
  seq: ['seq("a3 b3", "<c4 d4>")'],
  fill: ['fill(2, "sd*4")', 'fill(3, "<a3 b3>", 1/2)', 'fill(4, "sd | bd", 2 bars)'],
  mask: ['mask("1 0 1")', 'mask("<1 [0 1]>")'],
  variation: ['variation(1)', 'variation(2, 80%)'],
  ply: ['ply(2)', 'ply(3)'],
  ratchet: ['ratchet(3)', 'ratchet(2, 40%, 20%)'],
  euclid: ['euclid(3, 8)', 'euclid(5, 8, 2)'],
  chunk: ['chunk(4, octave(1))', 'chunk(3, fast(2))'],
  iter: ['iter(4)', 'iter(3)'],
  scale: ['scale(A minor)'],
  degree: ['degree(+2)', 'degree(-3, D dorian)'],
  add: ['add("<0 5>")', 'add("0, 4")', 'add(-2)'],
  chord: ['chord', 'chord(m7)', 'chord(ninth)'],
  invert: ['invert', 'invert(-2)'],
  harmonize: ['harmonize(+2)', 'harmonize(-5st, 50%)'],
};

const step = fc.constantFrom(
  'c4',
  'eb3',
  'bd',
  'Am7',
  'G/B',
  '~',
  '[e4 g4]',
  '<a4 b4>',
  '[c4, e4]',
  'hh*3',
  'c4@3',
);
const source = fc
  .tuple(
    fc.array(step, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', ' | d4', ' | f4 ~ | Dm7'),
    fc.constantFrom('', '', '/2', '*2'),
  )
  .map(([steps, more, speed]) =>
    speed === '' ? `"${steps.join(' ')}${more}"` : `"[${steps.join(' ')}]${speed}"`,
  );

const chain = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      source,
      fc.array(fc.constantFrom(...Object.values(calls).flat()), { minLength: 1, maxLength: most }),
    )
    .map(([text, links]) => [text, ...links].join('.'));

const written = ({ begin, end, value, source: id, velocity }: PatternEvent): string =>
  `${format(begin)}-${format(end)} ${JSON.stringify(value)} ${id} ${velocity}`;

/** Parts that touch, of one note, are one part: where a stretch is cut must not be heard. */
const parts = (events: readonly PatternEvent[]): readonly string[] => {
  const notes = new Map<string, { from: string; to: string }[]>();
  for (const event of [...events].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to))) {
    const known = notes.get(written(event)) ?? [];
    const before = known.find(({ to }) => to === format(event.from));
    if (before) before.to = format(event.to);
    else known.push({ from: format(event.from), to: format(event.to) });
    notes.set(written(event), known);
  }
  return [...notes].flatMap(([note, all]) => all.map(({ from, to }) => `${note}: ${from}-${to}`)).sort();
};

const around = { key: 'A minor', lines: 'tuning own = "own.scl"' };

const holds = (expression: string, holdsOf: (pattern: Pattern) => void): void => {
  const pattern = made(expression, around);
  holdsOf(pattern);
};

const inFullAndInParts = (pattern: Pattern, cut: number): void => {
  const middle = rational(cut, 16);
  const whole = query(pattern, zero, rational(3));
  const halves = [...query(pattern, zero, middle), ...query(pattern, middle, rational(3))];
  assert.deepEqual(parts(halves), parts(whole));
};

const isPlayable = (pattern: Pattern): void => {
  assert.ok(pattern.density <= limits.density);
  const bars = 6;
  let count = 0;
  for (let cycle = 0; cycle < bars; cycle += 1) {
    pattern.play(cycle, 0, pattern.grid, 0, pattern.grid, Number.POSITIVE_INFINITY, (...event) => {
      const [begin, end, from, to, , , velocity] = event;
      for (const tick of [begin, end, from, to]) assert.ok(Number.isSafeInteger(tick), `${tick} is a tick`);
      assert.ok(begin < end && begin <= from && from < to && to <= end);
      assert.ok(velocity >= 0 && velocity <= 1);
      if (begin === from) count += 1;
    });
  }
  // What is moved in time may come together in one bar, and is missing in another.
  assert.ok(count <= pattern.density * (bars + 1), `${count} notes, said to be ${pattern.density} a bar`);
};

const comesRound = (pattern: Pattern): void => {
  const period = cycles(pattern);
  if (period === undefined || period > 60) return;
  const later = onsets(pattern, period, period + 2).map((event) =>
    written({
      ...event,
      begin: subtract(event.begin, rational(period)),
      end: subtract(event.end, rational(period)),
    }),
  );
  assert.deepEqual(later.sort(), onsets(pattern, 0, 2).map(written).sort());
};

suite('Every transform', () => {
  test('is tried here', () => {
    assert.deepEqual(Object.keys(calls).sort(), transforms.map(({ name }) => name).sort());
  });

  for (const [name, written] of Object.entries(calls)) {
    test(`${name} plays the same in full and in parts, in whole ticks, and comes round`, () => {
      const some = fc.tuple(source, fc.constantFrom(...written), fc.integer({ min: 1, max: 47 }));
      fc.assert(
        fc.property(some, ([text, call, cut]) =>
          holds(`${text}.${call}`, (pattern) => {
            inFullAndInParts(pattern, cut);
            isPlayable(pattern);
            comesRound(pattern);
          }),
        ),
        { numRuns: 12 },
      );
    });
  }
});

suite('Any chain of transforms', () => {
  test('plays the same in full and in parts', () => {
    fc.assert(
      fc.property(chain(4), fc.integer({ min: 1, max: 47 }), (expression, cut) =>
        holds(expression, (pattern) => inFullAndInParts(pattern, cut)),
      ),
      { numRuns: 60 },
    );
  });

  test('plays in whole ticks, no more notes than it says, and comes round', () => {
    fc.assert(
      fc.property(chain(4), (expression) =>
        holds(expression, (pattern) => {
          isPlayable(pattern);
          comesRound(pattern);
        }),
      ),
      { numRuns: 60 },
    );
  });

  test('plays the same asked again, in whatever order', () => {
    fc.assert(
      fc.property(chain(3), (expression) => {
        const forwards = made(expression, around);
        const backwards = made(expression, around);
        const bars = [0, 1, 2, 3].map((bar) => onsets(forwards, bar, bar + 1).map(written));
        const again = [3, 2, 1, 0].map((bar) => onsets(backwards, bar, bar + 1).map(written));
        assert.deepEqual(again.reverse(), bars);
      }),
      { numRuns: 40 },
    );
  });

  test('keeps with each note the token that it comes from', () => {
    fc.assert(
      fc.property(chain(3), (expression) => {
        const plain = expression.replace(/"\..*$/s, '"');
        const tokens = new Set(onsets(made(plain, around), 0, 12).map(({ source: id }) => id));
        // Patterns in brackets bring tokens of their own.
        if (/\.(?:cat|stack|seq|fill)\(/.test(expression)) return;
        for (const { source: id } of onsets(made(expression, around), 0, 3))
          assert.ok(tokens.has(id), expression);
      }),
      { numRuns: 60 },
    );
  });
});

suite('Transforms that undo each other', () => {
  const undone: readonly string[] = [
    'fast(2).slow(2)',
    'slow(3).fast(3)',
    'rev.rev',
    'early(1/16).late(1/16)',
    'shift(+1/3).shift(-1/3)',
    'transpose(+7st).transpose(-7st)',
    'octave(1).octave(-1)',
    'degree(+2, A minor).degree(-2, A minor)',
    'add(5).add(-5)',
    'iter(1)',
    'ply(1)',
    'swing(50%, 1/8)',
    'legato(100%).legato(100%)',
  ];
  for (const call of undone) {
    test(`${call} is ${call.startsWith('legato') ? 'legato once' : 'nothing'}`, () => {
      const isTwice = call.startsWith('legato');
      fc.assert(
        fc.property(source, (text) => {
          const before = onsets(made(isTwice ? `${text}.legato` : text), 0, 6);
          const after = onsets(made(`${text}.${call}`), 0, 6);
          const heard = (events: readonly PatternEvent[]): readonly string[] =>
            events.map(({ begin, end, value }) => `${format(begin)} ${format(end)} ${pitch(value)}`).sort();
          assert.deepEqual(heard(after), heard(before));
        }),
        { numRuns: 20 },
      );
    });
  }
});

suite('Notes that are moved', () => {
  test('are never lost', () => {
    const moving = fc.constantFrom(
      'humanize(30ms)',
      'swing(66%, 1/8)',
      'humanize(1/2)',
      'rev',
      'quantize(1/8)',
      'late(1/5)',
    );
    fc.assert(
      fc.property(source, moving, (text, call) => {
        const still = made(text);
        const moved = made(`${text}.${call}`);
        const bars = 4 * still.period;
        assert.equal(onsets(moved, 0, bars).length, onsets(still, 0, bars).length);
      }),
      { numRuns: 60 },
    );
  });
});

const pitch = (value: PatternEvent['value']): string =>
  value.kind === 'note'
    ? value.midi.toFixed(6)
    : value.kind === 'chord'
      ? value.midi.map((midi) => midi.toFixed(6)).join('+')
      : JSON.stringify(value);
