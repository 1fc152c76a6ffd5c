// Each rule of sound on its own examples, really rendered and measured, and what its quick fixes do to them.

import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import { audioRules } from '../../../src/check/audio-rules.ts';
import type { Problem } from '../../../src/song/problem.ts';
import { fixed } from '../../check/checked.ts';
import { sounding, theMeasurer } from './measured.ts';

suite('rules of sound', () => {
  suiteTeardown(() => theMeasurer().close());

  for (const rule of audioRules) {
    const { examples } = rule;
    const beside = async () => ({
      ...(examples.before ? { before: (await sounding(examples.before)).measured } : {}),
      ...(examples.album ? { album: examples.album } : {}),
    });
    const firing = async () => sounding(examples.fires, await beside());

    suite(rule.id, () => {
      test('fires on its first example, and nothing else does', async () => {
        const { reading, problems } = await firing();
        assert.deepEqual(messages(reading.problems), []);
        assert.deepEqual([...new Set(problems.map((problem) => problem.rule))], [rule.id], told(problems));
        for (const { id, message } of problems) {
          const { from, to } = reading.origins[id]!;
          assert.ok(to > from, `no characters for: ${message}`);
          assert.doesNotMatch(message, /NaN|Infinity|undefined/);
        }
      });

      test('is silent on its second example, and so is all else', async () => {
        const { reading, problems } = await sounding(examples.silent, await beside());
        assert.deepEqual(messages(reading.problems), []);
        assert.deepEqual(messages(problems), []);
      });

      test('each quick fix makes it silent and raises nothing else', async () => {
        const before = await firing();
        const fixes = before.problems.flatMap(({ fixes: offered }) => offered ?? []);
        assert.equal(fixes.length > 0, !rule.hasNoFix, 'whether it offers a fix');
        for (const fix of fixes) {
          const after = await sounding(fixed(before, fix), examples.album ? { album: examples.album } : {});
          assert.deepEqual(messages(after.reading.problems), [], fix.title);
          assert.deepEqual(messages(after.problems), [], fix.title);
        }
      });
    });
  }
});

const messages = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ rule, message }) => `${rule}: ${message}`);

const told = (problems: readonly Problem[]): string => messages(problems).join('\n');
