// What each transform makes of a pattern, and what is said of one that is written wrong.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { noteName } from '../../src/music/pitch.ts';
import { rational } from '../../src/music/rational.ts';
import { readTransform } from '../../src/pattern/arguments.ts';
import { evaluator, excesses } from '../../src/pattern/expression.ts';
import { query } from '../../src/pattern/query.ts';
import { transforms } from '../../src/pattern/transforms.ts';
import type { Quantity, Value } from '../../src/song/value.ts';
import { notesIn, patternOf } from './plays.ts';
import { measure, mini, transformed, word } from './songs.ts';

const world = { patterns: [], progressions: [], meter: { beats: 4, unit: 4, id: 0 } };

const asValue = (given: Given): Value =>
  typeof given === 'string' ? word(given, 9) : measure(given[0], given[1], 9);
type Given = string | readonly [number, Quantity];

const after = (text: string, transform: string, ...given: readonly Given[]) =>
  evaluator(world)(transformed(mini(text), transform, ...given.map(asValue)));

/** Asserts that a transformed text plays like another text. */
const makes = (text: string, transform: string, given: readonly Given[], like: string, cycles = 4): void =>
  assert.equal(
    notesIn(after(text, transform, ...given), 0, cycles),
    notesIn(patternOf(like), 0, cycles),
    `${text} . ${transform}`,
  );

const pitches = (text: string, transform: string, ...given: readonly Given[]): string =>
  query(after(text, transform, ...given), rational(0), rational(1))
    .map(({ value }) =>
      value.kind === 'chord'
        ? value.midi.map((midi) => noteName(midi)).join('+')
        : value.kind === 'note'
          ? noteName(value.midi)
          : value.name,
    )
    .join(' ');

suite('Transforms', () => {
  test('fast and slow', () => {
    makes('c4 e4', 'fast', [[2, 'number']], 'c4 e4 c4 e4');
    makes('c4 | e4 | g4', 'fast', [[1.5, 'number']], '<c4 e4 g4>*1.5');
    makes('c4 e4', 'slow', [[2, 'number']], '[c4 e4]/2');
    makes('| Am | F |', 'slow', [[2, 'number']], '<Am@2 F@2>');
  });

  test('rev turns each bar around, and keeps what it holds', () => {
    makes('c4 e4 g4', 'rev', [], 'g4 e4 c4');
    makes('c4@3 e4 | [a3 b3] ~', 'rev', [], 'e4 c4@3 | ~ [b3 a3]');
    makes('<c4 e4> g4', 'rev', [], 'g4 <c4 e4>');
  });

  test('transpose and octave move what has a pitch', () => {
    assert.equal(pitches('c4 Am bd', 'transpose', [7, 'semitones']), 'g4 e4+g4+b4 bd');
    assert.equal(pitches('c4 Am bd', 'octave', [-1, 'number']), 'c3 a2+c3+e3 bd');
    assert.equal(
      query(after('c4', 'transpose', [0.5, 'semitones']), rational(0), rational(1))[0]!.value.kind,
      'note',
    );
  });

  test('chords plays a progression, root its bass', () => {
    makes('| Am7 | G/B |', 'chords', [], '| Am7 | G/B |');
    assert.equal(pitches('Am7 G/B F#m7b5 C bd', 'root'), 'a2 b2 f#2 c2 bd');
  });

  test('root follows a transposition before it', () => {
    const up = transformed(transformed(mini('Am'), 'transpose', measure(3, 'semitones')), 'root');
    assert.equal(notesIn(evaluator(world)(up), 0, 1), 'c2 0-1');
  });

  test('velocity says how hard', () => {
    const velocities = (text: string, ...given: readonly Given[]): readonly number[] =>
      query(after(text, 'velocity', ...given), rational(0), rational(1)).map(({ velocity }) => velocity);
    assert.deepEqual(velocities('c4 e4', [0.6, 'ratio']), [0.6, 0.6]);
    assert.deepEqual(query(patternOf('c4'), rational(0), rational(1))[0]!.velocity, 0.8);
  });

  test('early and late move a pattern in time, and it comes round', () => {
    makes('c4 ~ e4 ~', 'late', [[1, 'beats']], '~ c4 ~ e4');
    makes('c4 e4 g4 b4', 'early', [[1 / 4, 'notes']], 'e4 g4 b4 c4');
    makes('c4 | e4 | g4', 'early', [[1, 'bars']], 'e4 | g4 | c4');
    makes('c4 | e4 | g4', 'late', [[1, 'bars']], 'g4 | c4 | e4');
    makes('c4 ~ | e4 ~', 'late', [[1 / 2, 'notes']], '~ c4 | ~ e4');
    assert.equal(notesIn(after('c4 e4', 'late', [1 / 16, 'notes']), 0, 1), 'c4 1/16-9/16, e4 9/16-17/16');
  });

  test('every applies another to the first of so many bars', () => {
    makes('c4 e4', 'every', [[3, 'number'], 'rev'], '<[e4 c4] [c4 e4] [c4 e4]>', 6);
  });

  test('a beat is as long as the meter says', () => {
    const waltz = evaluator({ ...world, meter: { beats: 3, unit: 4, id: 0 } });
    const moved = waltz(transformed(mini('c4 e4 g4'), 'early', measure(1, 'beats')));
    assert.equal(notesIn(moved, 0, 1), notesIn(patternOf('e4 g4 c4'), 0, 1));
  });

  test('are each documented by an example that reads', () => {
    for (const { name, doc, example, parameters } of transforms) {
      assert.match(example, new RegExp(`(^|\\.)${name}\\b`));
      assert.ok(doc.endsWith('.') && parameters.every((parameter) => parameter.doc.length > 5), name);
      const text = `song "Examples" { meter 4/4 }\ntuning partch = "partch_43.scl"\nprogression verse_p = | Am7 | G/B |\npattern bassline = "a1 c2"\npattern hook = bassline\npattern hats = "hh*8"\npattern snare = "~ sd"\npattern beat = "bd*4"\npattern arp = bassline\npattern shown = ${example}\n`;
      const { song, problems } = songLanguage.read(text);
      assert.deepEqual(
        problems.filter(({ severity }) => severity !== 'information').map(({ message }) => message),
        [],
        example,
      );
      const shown = song.patterns.find((found) => found.name.name === 'shown')!;
      assert.notEqual(notesIn(evaluator(song)(shown.expression), 0, 4), '', example);
    }
  });
});

suite('A transform written wrong', () => {
  const tells = (id: number, words: RegExp, transform: string, ...given: readonly Given[]): void => {
    const reading = readTransform({ name: transform, id: 1 }, given.map(asValue), 2, {
      meter: world.meter,
      bpm: 120,
    });
    assert.ok(!reading.ok, transform);
    assert.equal(reading.problem.id, id);
    assert.match(reading.problem.message, words);
    // It leaves the pattern as it was: notes that are written are heard.
    assert.equal(notesIn(after('c4', transform, ...given), 0, 1), 'c4 0-1');
  };

  test('is told on the name, the argument, or the whole', () => {
    tells(1, /no transform "fsat". Did you mean fast\?/, 'fsat');
    tells(1, /There are chords, root, voicing/, 'sparkle');
    tells(2, /fast needs times/, 'fast');
    tells(9, /rev takes no more/, 'rev', [2, 'number']);
    tells(9, /fast goes from 1\/1024 to 1024/, 'fast', [1e9, 'number']);
    tells(9, /fast goes from/, 'fast', [0, 'number']);
    tells(9, /fast goes from/, 'fast', [-1, 'number']);
    tells(9, /fast takes a number/, 'fast', 'twice');
    tells(9, /transpose takes a number of semitones \(\+7st\) here/, 'transpose', [7, 'number']);
    tells(9, /velocity goes from 0% to 100%/, 'velocity', [1.2, 'ratio']);
    tells(9, /octave takes a whole number/, 'octave', [0.5, 'number']);
    tells(9, /a time here: 1\/16, 1 beat, 2 bars or 20ms/, 'late', [10, 'decibels']);
    tells(9, /A transform stands here/, 'every', [4, 'number'], [2, 'number']);
    tells(9, /fast needs times/, 'every', [4, 'number'], 'fast');
    tells(9, /Did you mean rev/, 'every', [4, 'number'], 'reb');
  });

  test('that asks for too many notes is told the limit', () => {
    const wild = transformed(transformed(mini('hh*1024'), 'fast', measure(1024, 'number')), 'rev');
    const [problem] = excesses(world, [wild]);
    assert.match(problem!.message, /more than 16,384 notes/);
  });

  test('a chain without end stops', () => {
    let chain = mini('c4');
    for (let link = 0; link < 500; link += 1) chain = transformed(chain, 'rev');
    assert.match(excesses(world, [chain])[0]!.message, /More than 64/);
    assert.equal(notesIn(evaluator(world)(chain), 0, 1), '');
  });
});
