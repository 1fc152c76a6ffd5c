// Scala's scales and keyboard mappings: what they mean, and what is refused.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { readKeyboardMap } from '../../../src/music/tuning/keyboard-map.ts';
import { readScale } from '../../../src/music/tuning/scala-scale.ts';
import { tuningOf } from '../../../src/music/tuning/tuning.ts';

const scale = (...pitches: string[]): string =>
  ['! test.scl', '!', 'A test', ` ${pitches.length}`, '!', ...pitches].join('\n');

const degrees = (text: string): readonly number[] => {
  const reading = readScale(text);
  assert.ok(reading.ok, reading.ok ? '' : `${reading.fault.line}: ${reading.fault.message}`);
  return reading.scale.degrees;
};

const close = (actual: number | undefined, expected: number): void =>
  assert.ok(actual !== undefined && Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`);

suite('A Scala scale', () => {
  // Pythagorean fifth: log2(3/2) octaves.
  for (const [pitch, cents] of [
    ['81/64', 407.820003],
    ['408.0', 408],
    ['408.', 408],
    ['.5', 0.5],
    ['5', 2786.313714],
    ['-5.0', -5],
    ['10/20', -1200],
    ['100.0 cents', 100],
    [' 100.0 C#', 100],
    [' 5/4   E\\', 386.313714],
    ['\t3 / 2', 701.955001],
    ['2/1! the octave', 1200],
    ['+701.955', 701.955],
    ['007/004', 968.825906],
    // (3/2)^41 and 2^23: longer than a double is exact.
    ['36472996377170786403/36028797018963968', 11980.155035],
  ] as const)
    test(`reads ${JSON.stringify(pitch)}`, () => close(degrees(scale(pitch))[0], cents));

  test('keeps the order of the file, also where it goes down', () =>
    assert.deepEqual(degrees(scale('700.0', '200.0', '2/1')), [700, 200, 1200]));

  test('with a blank description, comments everywhere and any line ends', () => {
    const text = '\uFEFF! x.scl\r\n!\r\n\r\n 2\r\n! between\r\n 3/2\r\n!\r\n 2/1\r\n\r\nwhatever follows';
    assert.equal(degrees(text).length, 2);
    assert.equal(degrees(text.replaceAll('\r\n', '\r')).length, 2);
  });

  test('of no notes', () => assert.deepEqual(degrees(scale()), []));

  test('a remark behind the count', () => assert.equal(degrees('x\n 1 note\n2/1').length, 1));

  const refused = (text: string, line: number, message: RegExp): void => {
    const reading = readScale(text);
    assert.ok(!reading.ok, 'it was read');
    assert.match(reading.fault.message, message);
    assert.equal(reading.fault.line, line);
  };

  for (const [pitch, message] of [
    ['-3/2', /can't be negative/],
    ['3/-2', /can't be negative/],
    ['0/1', /can't have a 0/],
    ['3/0', /can't have a 0/],
    ['3:2', /slash: 3\/2, not "3:2"/],
    ['100,5', /point, not with a comma/],
    ['5/4/3', /no pitch/],
    ['2^7', /no pitch/],
    ['1.2.3', /no pitch/],
    ['C#', /no pitch: "C#"/],
    ['', /pitch is missing/],
  ] as const)
    test(`refuses ${JSON.stringify(pitch)} on its line`, () =>
      refused(scale('9/8', pitch, '2/1'), 7, message));

  test('refuses too few notes', () =>
    refused('x\n3\n9/8\n3/2\n\n', 4, /Line 2 says 3 notes, but the file has 2/));
  test('refuses a count that is none', () => refused('x\n3/2\n2/1', 2, /how many notes/));
  test('refuses an empty file', () => refused(' \n', 1, /empty/));
  test('refuses what is no text', () => refused('RIFF\0\0', 1, /no text/));
  test('refuses a description alone', () => refused('! c\nmine', 2, /number of notes is missing/));
});

const map = (heads: readonly (number | string)[], entries: readonly (number | string)[] = []): string =>
  [...heads.flatMap((head) => ['! what it is', String(head)]), '! Mapping', ...entries].join('\n');

const white = [0, 'x', 1, 'x', 2, 3, 'x', 4, 'x', 5, 'x', 6];

suite('A keyboard mapping', () => {
  const major = scale('9/8', '5/4', '4/3', '3/2', '5/3', '15/8', '2/1');
  const tuned = (scaleText: string, mapText?: string): ((midi: number) => number | undefined) => {
    const read = readScale(scaleText);
    const readMap = mapText === undefined ? undefined : readKeyboardMap(mapText);
    assert.ok(read.ok);
    if (readMap) assert.ok(readMap.ok);
    const result = tuningOf(read.scale, readMap?.map);
    assert.ok(result.ok, result.ok ? '' : result.reason);
    return result.tuning.pitchOf;
  };
  const hertz = (midi: number | undefined): number => 440 * 2 ** ((midi! - 69) / 12);

  test('none: a degree a key from c4, which stands where a piano has it', () => {
    const pitchOf = tuned(major);
    close(pitchOf(60), 60);
    close(pitchOf(61), 60 + 2.0391);
    close(pitchOf(67), 72);
    close(pitchOf(53), 48);
  });

  test('linear, from a note and a frequency', () => {
    const pitchOf = tuned(major, map([0, 0, 127, 61, 61, 280.0, 0]));
    close(hertz(pitchOf(61)), 280);
    close(hertz(pitchOf(65)), 420);
    close(hertz(pitchOf(68)), 560);
  });

  test('white keys play the scale, black ones nothing, and a4 is 440 Hz', () => {
    const pitchOf = tuned(major, map([12, 0, 127, 60, 69, 440.0, 7], white));
    close(hertz(pitchOf(69)), 440);
    close(hertz(pitchOf(60)), 264);
    close(hertz(pitchOf(72)), 528);
    close(hertz(pitchOf(57)), 220);
    assert.equal(pitchOf(61), undefined);
  });

  test('silent keys at its end may be left out', () =>
    assert.equal(tuned(major, map([12, 0, 127, 60, 60, 261.6, 7], [0, 'x', 1, '']))(63), undefined));

  test('keys outside its range keep their pitch', () => {
    const pitchOf = tuned(major, map([0, 48, 72, 60, 60, 300, 0]));
    close(pitchOf(47), 47);
    close(hertz(pitchOf(60)), 300);
  });

  test('what is between two keys stays between them', () => close(tuned(major)(60.25), 60.25));

  test('twelve equal steps change nothing', () => {
    const equal = scale(...Array.from({ length: 12 }, (_, index) => `${(index + 1) * 100}.0`));
    const pitchOf = tuned(equal, map([0, 0, 127, 60, 69, 440, 0]));
    for (let midi = 0; midi < 128; midi += 1) close(pitchOf(midi), midi);
  });

  for (const [name, text, message] of [
    ['a garbled key', map([3, 0, 127, 60, 60, 261.6, 7], [0, 'garbage', 2]), /degree stands here/],
    ['a blank line among the keys', map([3, 0, 127, 60, 60, 261.6, 7], [0, '', 2]), /degree stands here/],
    ['a missing line', map([0, 0, 127, 61, 61, 280]), /octave is missing/],
    ['a note that is none', map([0, 0, 128, 61, 61, 280, 0]), /MIDI note from 0 to 127/],
    ['no frequency', map([0, 0, 127, 61, 61, 0, 0]), /frequency in hertz/],
    ['a range upside down', map([0, 100, 20, 61, 61, 280, 0]), /below the first/],
  ] as const)
    test(`refuses ${name}`, () => {
      const reading = readKeyboardMap(text);
      assert.ok(!reading.ok);
      assert.match(reading.fault.message, message);
    });

  test('refuses a silent reference note', () => {
    const [read, readMap] = [readScale(major), readKeyboardMap(map([12, 0, 127, 60, 61, 440, 7], white))];
    assert.ok(read.ok && readMap.ok);
    assert.match(JSON.stringify(tuningOf(read.scale, readMap.map)), /reference note 61 silent/);
  });
});
