// INS1: what the instrument cannot play at all, and what its part should not.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checked, checks, fixed } from './checked.ts';

suite('INS1', () => {
  test('flags a bass note below the instrument', () =>
    checks(`
instrument sub = MonoSynth { range: B0..G3 }
track bass { instrument: sub }
pattern low = "e1 a0 ~ ~"
                  ^^ INS1: A0 is below the range of sub (B0..G3) on bass
section verse 4 bars { bass: low }
arrange verse`));

  test("is an error beyond what the synth can play, a warning beyond the part's own range", () => {
    const { problems } = checked(`
instrument high = MonoSynth { range: C2..C6 }
track lead { instrument: high }
section verse 2 bars { lead: "c9 c7" }
arrange verse`);
    assert.deepEqual(
      problems.flatMap(({ rule, severity }) => (rule === 'INS1' ? [severity] : [])),
      ['error', 'warning'],
    );
    assert.match(
      problems.find(({ rule }) => rule === 'INS1')!.message,
      /C9 is above what MonoSynth can play \(C0\.\.C8\)/,
    );
  });

  test('moves the note by the fewest octaves that fit, and leaves the rest of the text', () => {
    const before = checked(`
instrument sub = MonoSynth { range: B0..G3 }
track bass { instrument: sub }
section verse 2 bars { bass: "e1 bb5*2 g1" } // the riff
arrange verse`);
    const [fix] = before.problems[0]!.fixes!;
    assert.equal(fix!.title, 'Play it 3 octaves lower: bb2');
    assert.match(fixed(before, fix!), /"e1 bb2\*2 g1" \} \/\/ the riff/);
  });

  test('offers no shift that another track of the same pattern could not play', () => {
    const { problems } = checked(`
instrument low = MonoSynth { range: C1..C2 }
instrument high = MonoSynth { range: C5..C6 }
track bass { instrument: low }
track lead { instrument: high }
pattern both = "c2"
section verse 2 bars { bass: both, lead: both }
arrange verse`);
    assert.equal(problems.length, 1);
    assert.equal(problems[0]!.fixes, undefined);
  });

  test('holds what comes along to what its players can play, and a preset of a SoundFont by its name', () => {
    const found = (sounds: string, notes: string, range = ''): readonly string[] =>
      checked(`
instrument wind = Sampler(${sounds})${range}
track lead { instrument: wind }
section verse 2 bars { lead: "${notes}" }
arrange verse`).problems.flatMap(({ rule, severity, message }) =>
        rule === 'INS1' ? [`${severity}: ${message}`] : [],
      );
    assert.match(
      found('"flute"', 'g3 a4')[0]!,
      /^warning: G3 is below what a flute can play \(B3\.\.D7\) on lead/,
    );
    assert.match(found('"flute"', 'c7 a4')[0]!, /^information: C7 is above where a flute is at home/);
    assert.deepEqual(found('"flute"', 'c7 a4', ' { range: C4..D7 }'), []);
    assert.deepEqual(found('"flute"', 'c4 a6'), []);
    assert.match(found('"font.sf2"', 'g3', ' { preset: "Alto Sax" }').join(), /^$/);
    assert.match(
      found('"font.sf2"', 'c3', ' { preset: "Alto Sax" }')[0]!,
      /^warning: C3 is below what an Alto Sax can play/,
    );
    assert.deepEqual(found('"warm pad"', 'c1 c9'), []);
  });

  test('says nothing of drum hits', () =>
    checks(`
instrument kick = MembraneSynth { range: C4..C5 }
track kick { instrument: kick }
section verse 2 bars { kick: "bd x bd x" }
arrange verse`));
});
