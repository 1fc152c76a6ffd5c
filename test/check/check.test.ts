// The runner: order, ignores, and a rule of ours that fails.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { check, type RuleFault } from '../../src/check/check.ts';
import type { Rule } from '../../src/check/rule.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { checked, checks } from './checked.ts';

suite('the runner of the checks', () => {
  test('reports a rule that throws once, and runs the others', () => {
    const faults: RuleFault[] = [];
    const problems = run(
      'section verse 4 bars { }\n',
      [rule('BAD1', () => assert.fail('ours')), rule('GOOD1', () => [{ id: 0, message: 'here' }])],
      faults,
    );
    assert.deepEqual(
      faults.map((fault) => fault.rule),
      ['BAD1'],
    );
    assert.match(String(faults[0]!.error), /ours/);
    assert.deepEqual(
      problems.map((problem) => problem.rule),
      ['GOOD1'],
    );
  });

  test("gives a finding the rule's severity, unless it has its own", () => {
    const problems = run('song "A" { }\n', [
      rule('ONE1', () => [
        { id: 0, message: 'a' },
        { id: 0, message: 'b', severity: 'error' },
      ]),
    ]);
    assert.deepEqual(
      problems.map(({ severity }) => severity),
      ['warning', 'error'],
    );
  });

  test('tells problems in the order of the text', () => {
    const { reading, problems } = checked(`
track lead { instrument: nobody, mute: on }
section lost 4 bars { ghost: phantom }
arrange nowhere
`);
    const places = problems.map(({ id }) => reading.origins[id]!.from);
    assert.ok(places.length >= 5);
    assert.deepEqual(
      places,
      [...places].sort((left, right) => left - right),
    );
  });

  test('a mark at the end of a line speaks of that line alone', () =>
    checks(`
song "Marked" { key C major }
instrument soft = Synth { }
track lead { instrument: soft }
section one 1 bars { lead: "c4 f#4 g4 c5" } // codetta-ignore HAR1: the sharp eleventh
section two 1 bars { lead: "c4 f#4 g4 c5" }
                               ^^^ HAR1: F#4 is not in C major
arrange one two`));

  test('a mark on a line of its own speaks of the next', () =>
    checks(`
song "Marked" { key C major }
instrument soft = Synth { }
track lead { instrument: soft }
// codetta-ignore HAR1: the sharp eleventh
section one 1 bars { lead: "c4 f#4 g4 c5" }
section two 1 bars { lead: "c4 f#4 g4 c5" }
                               ^^^ HAR1: F#4 is not in C major
arrange one two`));

  test('a mark for another rule excuses nothing', () =>
    checks(`
song "Marked" { key C major }
instrument soft = Synth { }
track lead { instrument: soft }
section one 1 bars { lead: "c4 f#4 g4 c5" } // codetta-ignore INS1: not this one
                               ^^^ HAR1: F#4 is not in C major
                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ HYG5: INS1 finds nothing on this line
arrange one`));
});

const rule = (id: string, find: Rule['check']): Rule => ({
  id,
  tier: 'score',
  severity: 'warning',
  title: id,
  why: id,
  examples: { fires: '', silent: '' },
  check: find,
});

const run = (text: string, rules: readonly Rule[], faults: RuleFault[] = []) => {
  const reading = songLanguage.read(text);
  return check(reading.song, layOut(reading.song), reading.origins, (fault) => faults.push(fault), { rules });
};
