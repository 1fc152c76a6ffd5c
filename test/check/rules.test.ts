// Each rule's own examples, and what its quick fixes do to them.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { rules } from '../../src/check/rules.ts';
import type { Problem } from '../../src/song/problem.ts';
import { checked, fixed } from './checked.ts';

suite('rules', () => {
  test('have ids of their own, in the form that ignores and pages use', () => {
    const ids = rules.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[A-Z]{3}\d+$/);
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

/** Without what this version says it keeps and does not use. */
const mistakes = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ severity }) => severity !== 'information');

const messages = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ rule, message }) => `${rule}: ${message}`);
