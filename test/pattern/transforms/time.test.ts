// Transforms of time: when notes come, and how long they last.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { toNumber } from '../../../src/music/rational.ts';
import { begins, heard, made, onsets, pitches, same, velocities } from './made.ts';

suite('Transforms of time', () => {
  test('fast and slow', () => {
    same('"c4 e4".fast(2)', '"c4 e4 c4 e4"');
    same('"c4 | e4 | g4".fast(1.5)', '"<c4 e4 g4>*1.5"');
    same('"c4 e4".slow(2)', '"[c4 e4]/2"');
    same('"c4 <e4 g4>".fast(3).slow(3)', '"c4 <e4 g4>"');
  });

  test('stretch fits all bars of a pattern into a time', () => {
    same('"c4 | e4 | g4 | b4".stretch(2 bars)', '"c4 | e4 | g4 | b4".fast(2)');
    same('"c4 e4".stretch(1/2)', '"c4 e4".fast(2)');
    same('"c4 e4 | g4".slow(2).stretch(2 bars)', '"c4 e4 | g4"');
  });

  test('early, late and shift move in time, by bars, beats, notes and seconds', () => {
    same('"c4 ~ e4 ~".late(1 beat)', '"~ c4 ~ e4"');
    same('"c4 ~ e4 ~".shift(1/4)', '"~ c4 ~ e4"');
    same('"c4 e4 g4 b4".shift(-1/4)', '"c4 e4 g4 b4".early(1/4)');
    // A bar of four quarters at 120 lasts two seconds.
    same('"c4 ~ e4 ~".late(500ms)', '"~ c4 ~ e4"');
    same('"c4 | e4".late(1 bar)', '"e4 | c4"');
    assert.equal(begins(made('"bd".late(10ms)')), '41/8192');
  });

  test('every takes transforms with their own brackets, and within one another', () => {
    same('"c4 e4".every(2, fast(2))', '"<[c4 e4 c4 e4] [c4 e4]>"');
    // Bars are counted from the pattern's start, inside too.
    same('"c4 e4".every(2, every(4, rev))', '"c4 e4".every(4, rev)', 8);
    same('"c4 e4".every(3, reverse)', '"c4 e4".every(3, rev)', 6);
  });

  test('sometimes takes its share of the notes, the same every time', () => {
    const text = '"hh*16".sometimes(25%, velocity(10%))';
    const soft = velocities(made(text), 0, 64).filter((velocity) => velocity === 0.1).length;
    assert.ok(soft > 200 && soft < 312, `${soft} of 1024 are about a quarter`);
    assert.deepEqual(velocities(made(text), 0, 4), velocities(made(text), 0, 4));
    assert.notDeepEqual(velocities(made(text), 0, 4), velocities(made(text, { seed: 8 }), 0, 4));
    same('"c4 e4".sometimes(0%, rev)', '"c4 e4"');
    same('"c4 e4".sometimes(100%, rev)', '"c4 e4".rev');
  });

  test('sometimes draws whole bars where told to', () => {
    const bars = Array.from({ length: 64 }, (_, bar) =>
      heard(made('"c4 e4".sometimes(50%, rev, bars)'), bar, bar + 1),
    );
    const turned = bars.filter((bar) => bar.startsWith('e4')).length;
    assert.ok(turned > 16 && turned < 48, `${turned} of 64`);
    assert.ok(bars.every((bar) => bar.includes('c4') && bar.includes('e4')));
  });

  test('two that are by chance in one chain are drawn apart', () => {
    const both = made('"hh*16".sometimes(50%, velocity(10%)).sometimes(50%, ply(2))');
    const split = onsets(both, 0, 16).filter(({ begin, end }) => toNumber(end) - toNumber(begin) < 1 / 16);
    assert.ok(
      split.some(({ velocity }) => velocity === 0.1) && split.some(({ velocity }) => velocity !== 0.1),
    );
  });

  test('chunk goes through the bar part by part', () => {
    same('"c4 d4 e4 f4".chunk(4, octave(+1))', '"<[c5 d4 e4 f4] [c4 d5 e4 f4] [c4 d4 e5 f4] [c4 d4 e4 f5]>"');
  });

  test('iter begins each bar a part later', () => {
    same('"c4 d4 e4 f4".iter(4)', '"<[c4 d4 e4 f4] [d4 e4 f4 c4] [e4 f4 c4 d4] [f4 c4 d4 e4]>"');
  });

  test('ply and ratchet repeat notes in their own time', () => {
    same('"c4 [e4 g4]".ply(2)', '"c4*2 [e4*2 g4*2]"');
    same('"c4 e4".ratchet(2, 100%, 100%)', '"c4 e4".ply(2)');
    assert.deepEqual(velocities(made('"c4".ratchet(3)')), [0.8, 0.6, 0.4]);
    const some = onsets(made('"hh*8".ratchet(2, 25%)'), 0, 32).length;
    assert.ok(some > 280 && some < 360, `${some - 256} of 256 are about a quarter`);
  });

  test('swing moves the second of each two, and what lies between', () => {
    assert.equal(
      heard(made('"c4 d4 e4 f4".swing(66%, 1/4)')),
      'c4 0-33/100, d4 33/100-1/2, e4 1/2-83/100, f4 83/100-1',
    );
    same('"c4*8".swing(50%, 1/8)', '"c4*8"');
    assert.equal(begins(made('"hh*4".swing(75%, 1/8)')), '0 1/4 1/2 3/4');
    assert.equal(begins(made('"hh*16".swing(60%)'), 0, 1).split(' ').slice(0, 4).join(' '), '0 3/40 1/8 1/5');
  });

  test('swing stays straight where a pair has no room in the bar', () => {
    assert.equal(begins(made('"c4*7".swing(60%, 1/8)', { meter: '7/8' })), '0 6/35 2/7 16/35 4/7 26/35 6/7');
  });

  test('humanize moves notes by no more than it says, and loses none', () => {
    const straight = onsets(made('"c4 e4 g4 b4"'), 0, 32);
    const human = onsets(made('"c4 e4 g4 b4".humanize(20ms, 10%)'), 0, 32);
    assert.equal(human.length, straight.length);
    const slips = human.map(({ begin }, index) => 2 * (toNumber(begin) - toNumber(straight[index]!.begin)));
    assert.ok(slips.every((slip) => Math.abs(slip) <= 0.0201));
    assert.ok(new Set(slips).size > 64, 'each slips by itself');
    assert.ok(slips.some((slip) => slip > 0.005) && slips.some((slip) => slip < -0.005));
    assert.ok(human.every(({ velocity }) => velocity >= 0.72 - 1e-9 && velocity <= 0.88 + 1e-9));
    assert.ok(
      human.every(({ begin }, index) => Math.floor(toNumber(begin)) === Math.floor(index / 4)),
      'none leaves its bar',
    );
  });

  test('humanize is the song’s own: the same again, another with another seed', () => {
    const text = '"c4 e4".humanize(20ms)';
    assert.equal(heard(made(text), 0, 8), heard(made(text), 0, 8));
    assert.notEqual(heard(made(text), 0, 8), heard(made(text, { seed: 1 }), 0, 8));
    // What stands elsewhere in the song does not matter.
    assert.equal(heard(made(text), 0, 8), heard(made(text, { lines: 'pattern other = "a4 b4"' }), 0, 8));
  });

  test('quantize goes to the nearest note value, over the bar line too', () => {
    same('"c4 e4".late(1/64).quantize(1/8)', '"c4 e4"');
    assert.equal(heard(made('"c4@15 e4@2 g4@15".quantize(1/4)')), 'c4 0-15/32, e4 1/2-9/16, g4 1/2-31/32');
    assert.equal(heard(made('"~@31 c4".quantize(1/4)'), 0, 2), 'c4 0-1/32, c4 1-33/32');
    assert.equal(begins(made('"~ c4@7".quantize(1/2, 50%)')), '1/16');
  });

  test('euclid gives a rhythm to what sounds', () => {
    same('"bd".euclid(3, 8)', '"bd(3,8)"');
    same('"c4 e4".euclid(3, 8)', '"c4 ~ ~ c4 ~ ~ e4 ~"');
    same('"c4 e4".euclid(3, 8, 2)', '"~ c4 ~ ~ e4 ~ e4 ~"');
    same('"<[c4, e4] g4>".euclid(2, 4)', '"<[[c4, e4] ~ [c4, e4] ~] [g4 ~ g4 ~]>"');
  });

  test('legato holds each note to the next, over bars', () => {
    same('"c4 ~ e4 ~".legato', '"c4@2 e4@2"');
    assert.equal(heard(made('"c4 ~ ~ ~ | ~ | ~ ~ e4 ~".legato'), 0, 3), 'c4 0-5/2, e4 5/2-3');
    assert.equal(heard(made('"c4 e4".legato(50%)')), 'c4 0-1/4, e4 1/2-3/4');
    assert.equal(heard(made('"c4 e4".legato(150%)')), 'c4 0-3/4, e4 1/2-5/4');
    assert.equal(heard(made('"[c4, e4@3 g4] ~".legato')), 'c4 0-3/8, e4 0-3/8, g4 3/8-1');
    same('"~".legato', '"~"');
  });

  test('staccato shortens', () => {
    assert.equal(heard(made('"c4 e4".staccato')), 'c4 0-1/4, e4 1/2-3/4');
    assert.equal(heard(made('"c4".staccato(10%)')), 'c4 0-1/10');
  });

  test('cat plays all bars of each, one after another', () => {
    same('cat("c4 | e4", "g4")', '"c4 | e4 | g4"', 6);
    same('cat("c4", "d4", "e4 | f4 | g4")', '"c4 | d4 | e4 | f4 | g4"', 10);
    same('"c4".cat("d4")', 'cat("c4", "d4")');
    same('cat("<c4 d4>", "e4")', '"c4 | d4 | e4"', 6);
    same('cat("c4 e4".fast(2), "g4")', '"[c4 e4]*2 | g4"');
    same('cat("c4")', '"c4"');
    same('cat(a, b)', '"c4 | d4 | e4"', 6, { lines: 'pattern a = "c4 | d4"\npattern b = "e4"' });
  });

  test('stack plays at once, seq within a bar', () => {
    same('"c4 e4".stack("c2")', '"c4 e4, c2"');
    same('stack("c4", "e4", "g4")', '"c4, e4, g4"');
    same('seq("c4 e4", "g4")', '"[c4 e4] g4"');
    same('"c4".seq("<d4 e4>", "g4")', '"c4 <d4 e4> g4"');
  });

  test('names in brackets are patterns, with their own transforms', () => {
    const lines = 'pattern low = "c2"';
    same('"e4".stack(low.octave(1))', '"e4, c3"', 2, { lines });
    same('stack(low, "e4".stack(low))', '"c2, e4, c2"', 2, { lines });
  });

  test('chains go through each other in the order written', () => {
    assert.equal(pitches(made('"c4 e4".fast(2).rev')), 'e4 c4 e4 c4');
    assert.equal(heard(made('"c4 e4".staccato(50%).legato')), heard(made('"c4 e4"')));
  });
});
