// The audio thread's side, block by block in Node: what crosses to it, and when it takes effect.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { changesOf, together } from '../../../src/engine/live/changes.ts';
import { field, meterStart, meterStride } from '../../../src/engine/live/messages.ts';
import { swapSample } from '../../../src/engine/live/places.ts';
import { block, Player, programOf, rate } from './played.ts';

suite('what crosses to the audio thread', () => {
  test('is only what it has not got: the notes of changed tracks', () => {
    const [before, after] = [programOf(), programOf({ high: 'a4*4' })];
    const { change, travel } = changesOf(after, new Set(before.tracks.map(({ hash }) => hash)));
    assert.deepEqual(
      change.tracks.map((track) => 'events' in track),
      [false, true],
    );
    assert.deepEqual(travel, [after.tracks[1]!.events]);
    assert.deepEqual(together(change, before), {
      ...after,
      tracks: [{ ...after.tracks[0]!, events: before.tracks[0]!.events }, after.tracks[1]!],
    });
  });

  test('names what never came', () => {
    const { change } = changesOf(programOf(), new Set(programOf().tracks.map(({ hash }) => hash)));
    assert.throws(() => together(change, undefined), /the notes of track low never reached the audio thread/);
  });

  test('two tracks that share a buffer send it once', () => {
    const program = programOf();
    const twin = { ...program, tracks: [program.tracks[0]!, { ...program.tracks[0]!, name: 'twin' }] };
    assert.equal(changesOf(twin, new Set()).travel.length, 1);
  });
});

suite('the audio thread', () => {
  test('finds the next bar and the next beat after a place', () => {
    const program = programOf();
    assert.equal(swapSample('bar', program, 0), 2 * rate);
    assert.equal(swapSample('bar', program, 2 * rate - 1), 2 * rate);
    assert.equal(swapSample('bar', program, 2 * rate), 4 * rate);
    assert.equal(swapSample('beat', program, 100), rate / 2);
    assert.equal(swapSample('now', program, 100), 'now');
    assert.equal(swapSample('bar', program, 100 * rate), 'now');
  });

  test('plays, and reports where it is and how loud each strip was', () => {
    const player = new Player();
    player.say({ type: 'load', program: programOf() });
    player.say({ type: 'transport', action: 'play' });
    const peaks = player.hear(1);
    assert.ok(Math.max(...peaks.slice(-50)) > 0.1);
    const report = player.live.report(12.5, 3, 0.25);
    assert.equal(report[field.contextSeconds], 12.5);
    assert.equal(report[field.gaps], 3);
    assert.equal(report[field.load], 0.25);
    assert.equal(report[field.order], 2);
    assert.equal(report[field.playing], 1);
    assert.equal(report[field.strips], 3);
    assert.equal(report[field.lateEvents], 0);
    assert.ok(Math.abs(report[field.sample]! - rate) < 1000, String(report[field.sample]));
    const peak = (strip: number): number => report[meterStart + strip * meterStride]!;
    assert.ok(peak(0) > 0.1 && peak(1) === 0 && peak(2) > 0.1, `${peak(0)} ${peak(1)} ${peak(2)}`);
  });

  test('swaps at the bar, not before', () => {
    const player = new Player();
    player.say({ type: 'load', program: programOf() });
    player.say({ type: 'transport', action: 'play' });
    player.hear(0.7);
    const silent = programOf({ low: '~' });
    player.say({
      type: 'update',
      program: changesOf(silent, new Set([programOf().tracks[1]!.hash])).change,
      at: 'bar',
    });
    const peaks = player.hear(2);
    const last = 0.7 + (peaks.findLastIndex((peak) => peak > 0.02) * block) / rate;
    assert.ok(Math.abs(last - 2) < 0.06, `sounded until ${last.toFixed(3)} s`);
  });

  test('keeps its place in the music when the tempo changes', () => {
    const player = new Player();
    player.say({ type: 'load', program: programOf() });
    player.say({ type: 'transport', action: 'play' });
    player.hear(1);
    player.say({ type: 'update', program: programOf({ tempo: 60 }), at: 'bar' });
    player.hear(2);
    // One second of the second bar has passed, which lies at four seconds now.
    const place = player.live.report(0, 0, 0)[field.sample]! / rate;
    assert.ok(Math.abs(place - 5) < 0.05, `at ${place.toFixed(3)} s`);
  });

  test('what it cannot put together changes nothing: the song plays on', () => {
    const player = new Player();
    player.say({ type: 'load', program: programOf() });
    player.say({ type: 'transport', action: 'play' });
    const other = programOf({ low: 'c3' });
    assert.throws(() =>
      player.say({
        type: 'update',
        program: changesOf(other, new Set(other.tracks.map(({ hash }) => hash))).change,
        at: 'bar',
      }),
    );
    assert.ok(Math.max(...player.hear(0.5).slice(-20)) > 0.1);
  });

  test('is quiet within 50 ms of silence', () => {
    const player = new Player();
    player.say({ type: 'load', program: programOf() });
    player.say({ type: 'transport', action: 'play' });
    player.hear(1);
    player.say({ type: 'silence' });
    assert.ok(Math.max(...player.hear(0.5).slice(Math.ceil((0.05 * rate) / block))) < 1e-4);
  });
});
