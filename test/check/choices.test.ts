// Which checks a song is held to, and how one cause is one problem.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { check } from '../../src/check/check.ts';
import { choicesOf } from '../../src/check/choices.ts';
import { allFigures } from '../../src/check/figures.ts';
import { profiles } from '../../src/check/profiles.ts';
import { ruleNamed, rules } from '../../src/check/rules.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { checked, checks, fixed } from './checked.ts';

const outOfKey = (more: string): string => `song "Choices" { key C major }
${more}
instrument soft = Synth { }
track lead { instrument: soft }
section verse 1 bars { lead: "c4 f#4 g4 c5" }
arrange verse
`;

const severities = (text: string): readonly string[] =>
  checked(text).problems.map(({ rule, severity }) => `${rule} ${severity}`);

suite('checks { ... }', () => {
  test('turns a check off, or makes it graver', () => {
    assert.deepEqual(severities(outOfKey('')), ['HAR1 warning']);
    assert.deepEqual(severities(outOfKey('checks { HAR1: off }')), []);
    assert.deepEqual(severities(outOfKey('checks { HAR1: error }')), ['HAR1 error']);
    assert.deepEqual(severities(outOfKey('checks { HAR1: information }')), ['HAR1 information']);
  });

  test('comes before what the workspace says', () => {
    const { song, origins } = songLanguage.read(outOfKey('checks { HAR1: error }'));
    const found = (settings: unknown): readonly string[] =>
      check(song, layOut(song), origins, undefined, { choices: choicesOf(settings) }).map(
        ({ severity }) => severity,
      );
    assert.deepEqual(found({ HAR1: 'off' }), ['error']);
    const plain = songLanguage.read(outOfKey(''));
    const without = check(plain.song, layOut(plain.song), plain.origins, undefined, {
      choices: choicesOf({ HAR1: 'off', nonsense: 3, INS1: 'sometimes' }),
    });
    assert.deepEqual(without, []);
  });

  test('leaves a mark alone whose check is turned off', () =>
    checks(
      outOfKey('checks { HAR1: off }').replace('\narrange', ' // codetta-ignore HAR1: blue note\narrange'),
    ));

  test('says what is wrong with it, with the nearest right word', () => {
    const { problems } = songLanguage.read(
      outOfKey('checks { profile: pip, HAR11: off, HAR1: of, ARR2: off, ARR2: on }'),
    );
    assert.deepEqual(
      problems.map(({ message }) => message.split('.')[0]),
      [
        '`profile` is `pop`, `electronic`, `hiphop`, `orchestral`, `chorale`, `ambient`, `podcast` or `live`, not `pip`',
        'There is no check `HAR11`',
        '`HAR1` is `off`, `on`, `information`, `warning` or `error`, not `of`',
        '`ARR2` is written twice: the first counts',
      ],
    );
  });

  test('names in profiles only what there is', () => {
    const paths = new Set(allFigures.map(({ path }) => path));
    for (const { rules: ruled, figures } of profiles) {
      for (const rule of Object.keys(ruled)) assert.ok(ruleNamed(rule), rule);
      for (const path of Object.keys(figures)) assert.ok(paths.has(path), path);
    }
    for (const path of paths) assert.ok(ruleNamed(path.split('.')[0]!), path);
  });

  test('is offered where it is written', () => {
    const text = 'checks { ';
    const labels = songLanguage.complete(songLanguage.read(text), text.length).map(({ label }) => label);
    for (const label of ['profile', ...rules.map(({ id }) => id), ...allFigures.map(({ path }) => path)])
      assert.ok(labels.includes(label), label);
    const profile = 'checks { profile: ';
    assert.ok(
      songLanguage
        .complete(songLanguage.read(profile), profile.length)
        .some(({ label }) => label === 'chorale'),
    );
    const rule = outOfKey('checks { HAR1: off }');
    assert.match(songLanguage.hover(songLanguage.read(rule), rule.indexOf('HAR1'))!.text, /out of key/);
  });
});

suite('one cause', () => {
  const tooLow = `instrument sub = MonoSynth { range: E2..G4 }
track bass { instrument: sub }
pattern low = "e1 g1 a1 b1 | c2 e2 d2 g1"
section verse 2 bars { bass: low }
arrange verse
`;
  test('is one problem in several places, and one fix puts all of them right', () => {
    const before = checked(tooLow);
    assert.equal(before.problems.length, 1);
    const [problem] = before.problems;
    assert.equal(problem!.also!.filter((id) => before.reading.origins[id]!.to > 0).length, 7);
    assert.match(problem!.message, /The same holds in 6 more places/);
    const [all, first] = problem!.fixes!;
    const after = fixed(before, all!);
    assert.match(after, /"e2 g2 a2 b2 \| c3 e2 d3 g2"/);
    assert.deepEqual(checked(after).problems, []);
    assert.match(fixed(before, first!), /"e2 g1/);
  });

  test('leaves out the places that are marked as meant', () => {
    const text = tooLow.replace(
      '\nsection verse 2 bars { bass: low }',
      '\nsection verse 2 bars { bass: low }\nsection coda 1 bars { bass: "e1 g1" } // codetta-ignore INS1: down',
    );
    const { problems } = checked(text.replace('arrange verse', 'arrange verse coda'));
    assert.equal(problems.length, 1);
  });
});

suite('marks', () => {
  test('that name several checks lose the one that finds nothing', () => {
    const before = checked(
      outOfKey('').replace('\narrange', ' // codetta-ignore HAR1, INS1: blue note\narrange'),
    );
    const [problem] = before.problems;
    assert.equal(problem!.rule, 'HYG5');
    assert.match(fixed(before, problem!.fixes![0]!), /codetta-ignore HAR1: blue note/);
  });

  test('for a check that does not exist are told of, with the nearest that does', () => {
    const before = checked(outOfKey('').replace('\narrange', ' // codetta-ignore HAR11: blue\narrange'));
    const mark = before.problems.find(({ rule }) => rule === 'HYG5')!;
    assert.match(mark.message, /There is no check HAR11/);
    const change = mark.fixes!.find(({ title }) => title === 'Change to HAR1')!;
    assert.deepEqual(checked(fixed(before, change)).problems, []);
  });
});
