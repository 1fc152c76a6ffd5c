// Any gesture on any simple pattern: what is asked for is played, exactly, and other bars keep their text.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { compare, rational } from '../../../src/music/rational.ts';
import { parseMini } from '../../../src/pattern/mini/parse.ts';
import { editRoll, type RollEdit } from '../../../src/pattern/roll/edit.ts';
import { rollOf } from '../../../src/pattern/roll/roll.ts';

const word = fc.constantFrom('c4', 'e4', 'g4', 'bd', 'Am7', '0');
const step: fc.Arbitrary<string> = fc.letrec<{ step: string }>((tie) => ({
  step: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(word, fc.constant('~')),
    fc.tuple(word, fc.constantFrom('*2', '*3', '@3', '!2', '(3,8)')).map(([one, sign]) => one + sign),
    fc.array(tie('step'), { minLength: 1, maxLength: 4 }).map((steps) => `[${steps.join(' ')}]`),
    fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => `<${words.join(' ')}>`),
    fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => `[${words.join(',')}]`),
  ),
})).step;
const bar = fc.array(step, { minLength: 1, maxLength: 5 }).map((steps) => steps.join(' '));
const bars = fc.array(bar, { minLength: 1, maxLength: 4 }).map((all) => all.join(' | '));
const share = fc.integer({ min: 0, max: 15 });

/** A gesture on a note of the pattern, or on an empty place of it. */
const gesture = (
  text: string,
  kind: number,
  which: number,
  begin: number,
  length: number,
  to: string,
): RollEdit => {
  const reading = rollOf(parseMini(text).mini);
  assert.ok(reading.ok, text);
  const { notes, bars: count } = reading.roll;
  const from = rational((begin + which * 16) % (count * 16), 16);
  const last = rational(count);
  const wished = rational(from.n * (16 / from.d) + length + 1, 16);
  const end = compare(wished, last) > 0 ? last : wished;
  const note = notes[which % Math.max(1, notes.length)];
  if (!note || kind === 0) return { do: 'add', begin: from, end, word: to };
  return kind === 1 ? { do: 'delete', note } : { do: 'change', note, begin: from, end, word: to };
};

const played = (text: string, over: number): readonly string[] => {
  const reading = rollOf(parseMini(text).mini);
  assert.ok(reading.ok, text);
  const { notes, bars: count } = reading.roll;
  assert.equal(over % count, 0, text);
  return Array.from({ length: over / count }, (_, turn) =>
    notes.map(({ begin, end, word: one }) => {
      const [from, to] = [begin, end].map(({ n, d }) => n / d + turn * count);
      return `${one} ${from!.toFixed(6)} ${to!.toFixed(6)}`;
    }),
  )
    .flat()
    .sort();
};

suite('The piano roll, whatever is drawn', function () {
  this.timeout(60_000);
  test('plays what was asked for, and nothing else has changed', () => {
    let refusals = 0;
    let all = 0;
    fc.assert(
      fc.property(
        bars,
        fc.integer({ min: 0, max: 2 }),
        fc.nat(40),
        share,
        share,
        word,
        (text, kind, which, begin, length, to) => {
          const { mini, problems } = parseMini(text);
          fc.pre(problems.length === 0);
          const edit = gesture(text, kind, which, begin, length, to);
          const result = editRoll(mini, [edit]);
          all += 1;
          if (!result.ok) {
            refusals += 1;
            return;
          }
          const reading = rollOf(mini);
          assert.ok(reading.ok);
          const over = reading.roll.bars;
          const wanted = [...played(text, over)];
          const key = (one: string, from: { n: number; d: number }, till: { n: number; d: number }): string =>
            `${one} ${(from.n / from.d).toFixed(6)} ${(till.n / till.d).toFixed(6)}`;
          if (edit.do !== 'add') {
            const gone = reading.roll.notes.find(
              ({ begin: from, word: one }) => one === edit.note.word && compare(from, edit.note.begin) === 0,
            )!;
            wanted.splice(wanted.indexOf(key(gone.word, gone.begin, gone.end)), 1);
          }
          if (edit.do !== 'delete') wanted.push(key(edit.word, edit.begin, edit.end));
          assert.deepEqual(played(result.text, over), wanted.sort(), `${text} -> ${result.text}`);
        },
      ),
      {
        numRuns: 1500,
        examples: [
          // Without its one note the pattern is as long as a bar; the note goes into the first of two.
          ['~ | c4@3', 2, 0, 0, 0, 'c4'],
          ['c4 | c4 e4', 2, 2, 0, 3, 'g4'],
        ],
      },
    );
    assert.ok(refusals * 20 < all, `${refusals} of ${all} gestures were refused`);
  });

  test('keeps the text of the bars that it does not touch', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(word, fc.constant('~')), { minLength: 1, maxLength: 5 }), {
          minLength: 2,
          maxLength: 4,
        }),
        fc.nat(30),
        (written, which) => {
          const texts = written.map((steps, index) => steps.join(' '.repeat(1 + (index % 2))));
          const text = texts.join(' | ');
          const reading = rollOf(parseMini(text).mini);
          assert.ok(reading.ok);
          const { notes, bars: count } = reading.roll;
          fc.pre(notes.length > 0 && count === written.length);
          const note = notes[which % notes.length]!;
          const result = editRoll(parseMini(text).mini, [{ do: 'delete', note }]);
          assert.ok(result.ok, result.ok ? '' : `${text}: ${result.reason}`);
          const at = Math.floor(note.begin.n / note.begin.d);
          const now = result.text.split(' | ');
          assert.equal(now.length, texts.length, result.text);
          for (const [index, one] of texts.entries()) if (index !== at) assert.equal(now[index], one);
        },
      ),
      { numRuns: 500 },
    );
  });
});
