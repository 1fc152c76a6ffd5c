// Each rule's own examples, and what its quick fixes do to them.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { impossible } from '../../src/check/impossible.ts';
import { rules } from '../../src/check/rules.ts';
import type { Problem } from '../../src/song/problem.ts';
import { checked, fixed } from './checked.ts';

suite('rules', () => {
  test('have ids of their own, in the form that ignores and pages use', () => {
    const ids = rules.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[A-Z]{3}\d+$/);
  });

  test('are those of the catalogue, but for what cannot occur, which is told on a page', () => {
    const known = [...rules, ...impossible].map(({ id }) => id);
    assert.deepEqual(
      catalogue.filter((id) => !known.includes(id)),
      [],
    );
    assert.deepEqual(
      impossible.filter(({ id }) => rules.some((rule) => rule.id === id)),
      [],
    );
  });

  // Those that judge the sound are tested with sound: test/sound/check.
  for (const rule of rules.filter(({ tier }) => tier !== 'audio')) {
    suite(rule.id, () => {
      test('fires on its first example, and nothing else does', () => {
        const { reading, problems } = checked(rule.examples.fires, rule.examples);
        assert.deepEqual(messages(mistakes(reading.problems)), []);
        assert.ok(problems.length > 0, 'it is silent');
        assert.deepEqual([...new Set(problems.map((problem) => problem.rule))], [rule.id]);
        for (const problem of problems) {
          const { from, to } = reading.origins[problem.id]!;
          assert.ok(to > from, `no characters for: ${problem.message}`);
        }
      });

      test('is silent on its second example, and so is all else', () => {
        const { reading, problems } = checked(rule.examples.silent, rule.examples);
        assert.deepEqual(messages(mistakes(reading.problems)), []);
        assert.deepEqual(
          problems.map(({ rule: id, message }) => `${id}: ${message}`),
          [],
        );
      });

      test('each quick fix makes it silent and raises nothing else', () => {
        const before = checked(rule.examples.fires, rule.examples);
        const fixes = before.problems.flatMap(({ fixes: offered }) => offered ?? []);
        assert.equal(fixes.length > 0, !rule.hasNoFix, 'whether it offers a fix');
        for (const fix of fixes) {
          const after = checked(fixed(before, fix), rule.examples);
          assert.deepEqual(messages(mistakes(after.reading.problems)), [], fix.title);
          // What was created is empty at first, and says so.
          const left = after.problems.filter(
            ({ message }) => !/^The \w+ \w+ (is empty|has no instrument)/.test(message),
          );
          assert.deepEqual(messages(left), [], fix.title);
        }
      });
    });
  }
});

const upTo = (group: string, most: number, without: readonly number[] = []): readonly string[] =>
  Array.from({ length: most }, (_, i) => i + 1)
    .filter((number) => !without.includes(number))
    .map((number) => `${group}${number}`);

const catalogue = [
  ...upTo('BRF', 4),
  ...upTo('ARR', 7),
  'LYR1',
  ...upTo('HAR', 6),
  'MEL1',
  ...upTo('RHY', 6),
  ...upTo('INS', 6),
  ...upTo('SND', 4),
  ...upTo('MIX', 10),
  ...upTo('AUT', 4),
  ...upTo('REC', 2),
  'EDT1',
  ...upTo('TUN', 2),
  'AST1',
  ...upTo('MST', 6),
  ...upTo('HYG', 4),
  ...upTo('LIV', 6, [5]),
];

/** Without what this version says it keeps and does not use. */
const mistakes = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ severity }) => severity !== 'information');

const messages = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ rule, message }) => `${rule}: ${message}`);
