// What a transform that is written wrong is told, on its own characters; the notes are heard all the same.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { told } from './made.ts';

const says = (expression: string, where: string, words: RegExp): void => {
  const [first, ...more] = told(expression);
  assert.ok(first, expression);
  assert.ok(first.startsWith(`${where}: `), `${first} should stand on ${where}`);
  assert.match(first, words);
  assert.deepEqual(more, [], 'one cause, one problem');
};

suite('Arguments', () => {
  test('of the wrong kind are told what is due', () => {
    says('"c4".fast("2")', '"2"', /fast takes a number here/);
    says('"c4".velocity(-6dB)', '-6dB', /velocity takes a share \(50%\) here/);
    says('"c4".crescendo(10%, 0dB)', '10%', /a level in decibels/);
    says('"c4".every(4, 2)', '2', /A transform stands here/);
    says('"c4".stack(3)', '3', /stack takes a pattern/);
    says('"c4".harmonize(up)', 'up', /an interval/);
    says('"C".voicing(close, c4)', 'c4', /a range of notes/);
    says('"c4".humanize(6%)', '6%', /takes a time here/);
  });

  test('beyond their range are told the limits', () => {
    says('"c4".swing(90%)', '90%', /amount of swing goes from 50% to 80%/);
    says('"c4".ply(1000)', '1000', /goes from 1 to 64/);
    says('"c4".gain(+40dB)', '+40dB', /from -60dB to 24dB/);
    says('"c4".arpeggio(up, 1/9999)', '1/9999', /at least 1\/1024 of a bar/);
    says('"c4".late(2000 bars)', '2000 bars', /up to 1024 bars/);
    says('"C".voicing(close, c4..e4)', 'c4..e4', /at least an octave/);
    says('"c4".add(100)', '100', /-60 to \+60/);
  });

  test('that are misspelt are told what was meant', () => {
    says('"C".arpeggio(upp, 1/16)', 'upp', /Did you mean up\?/);
    says('"0".scale(A mino)', 'A mino', /Did you mean A minor\?/);
    says('"0".scale(H minor)', 'H minor', /Write a tonic and a mode/);
    says('"c4".chord(m77)', 'm77', /no kind of chord/);
    says('"c4".every(2, fsat(2))', 'fsat', /Did you mean fast\?/);
  });

  test('of transforms within transforms are told of where they stand', () => {
    says('"c4".every(4, fast)', 'fast', /fast needs times/);
    says('"c4".every(4, fast(0))', '0', /times of fast goes from 1\/1024/);
    says('"c4".every(4, every(2, octave(9)))', '9', /from -5 to 5/);
    says('"c4".stack("e4".fast(0))', '0', /goes from/);
    says('"c4".stack("e9x")', 'e9x', /neither a note/);
  });

  test('too few or too many are told of', () => {
    says('"c4".sometimes(20%)', '"c4".sometimes(20%)', /sometimes needs transform/);
    says('"c4".rev(2)', '2', /takes no more/);
    says('cat()', 'cat()', /puts patterns together/);
    says('"c4".stack', '"c4".stack', /stack needs patterns/);
    says('fast(2)', 'fast(2)', /Of which pattern\?/);
  });

  test('that ask for too much are told so on the transform that does', () => {
    says(
      '"hh*1024".fast(64)',
      '"hh*1024".fast(64)',
      /more than 16,384 notes in one bar. Take smaller numbers here/,
    );
    says('"hh*1024".every(2, ply(64))', 'ply(64)', /more than 16,384 notes/);
    says(
      '"hh*512".stack("C".arpeggio(up, 1/1000).fast(100))',
      '"C".arpeggio(up, 1/1000).fast(100)',
      /more than 16,384/,
    );
  });
});
