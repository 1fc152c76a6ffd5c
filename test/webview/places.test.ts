import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { meterMap, steadyMeter } from '../../src/music/meter.ts';
import { rational } from '../../src/music/rational.ts';
import { steadyTempo, tempoMap } from '../../src/music/tempo.ts';
import {
  barAt,
  barsAt,
  feelAt,
  placeAt,
  secondsAt,
  sectionAt,
  sectionLabel,
} from '../../webview/panel/model/places.ts';

const fourFour = { beats: 4, unit: 4 };

// Three bars of 4/4, the last one slower.
const song = {
  bars: 3,
  barSeconds: [0, 2, 4, 8],
  meters: steadyMeter(fourFour),
  tempo: tempoMap([
    { at: rational(0), bpm: 120 },
    { at: rational(8), bpm: 60 },
  ]),
};
const section = (name: string, bar: number, bars: number) => ({ name, bar, bars, cells: [], from: 0, to: 0 });
const sections = [section('verse', 0, 1), section('chorus', 1, 1), section('verse', 2, 1)];

suite('places in a song', () => {
  test('bar and beat count from one', () => {
    assert.deepEqual(placeAt(song, 0), { bar: 1, beat: 1, share: 0 });
    assert.deepEqual(placeAt(song, 2.5), { bar: 2, beat: 2, share: 0 });
    assert.deepEqual(placeAt(song, 5), { bar: 3, beat: 2, share: 0 });
  });
  test('the end of the song is the end of its last bar', () => {
    assert.equal(placeAt(song, 8).bar, 3);
    assert.equal(placeAt(song, 8).beat, 4);
    assert.equal(barAt(song, 100), 2);
  });
  test('beats follow the meter of their bar, and a ramp of the tempo', () => {
    const meters = meterMap([
      { bar: 0, meter: { beats: 4, unit: 4 } },
      { bar: 1, meter: { beats: 7, unit: 8 } },
    ]);
    const mixed = { bars: 2, barSeconds: [0, 2, 3.75], meters, tempo: steadyTempo(120) };
    assert.deepEqual(placeAt(mixed, 3.5), { bar: 2, beat: 7, share: 0 });
    const tempo = tempoMap([
      { at: rational(0), bpm: 120 },
      { at: rational(0), bpm: 60, over: rational(4) },
    ]);
    const slowing = { bars: 1, barSeconds: [0, 4 * Math.log(2)], meters: steadyMeter(fourFour), tempo };
    for (const beat of [1, 2, 3, 4]) {
      const at = secondsAt(slowing, (beat - 1) / 4);
      assert.equal(placeAt(slowing, at).beat, beat);
      assert.equal(placeAt(slowing, at - 0.01).beat, Math.max(1, beat - 1));
    }
  });
  test('the tempo and the meter are those of the place', () => {
    assert.deepEqual(feelAt(song, 1), { bpm: 120, beats: 4, unit: 4 });
    assert.deepEqual(feelAt(song, 5), { bpm: 60, beats: 4, unit: 4 });
    const tempo = tempoMap([
      { at: rational(0), bpm: 112.5 },
      { at: rational(0), bpm: 60, over: rational(4) },
    ]);
    assert.equal(feelAt({ ...song, tempo }, 0).bpm, 112.5);
    assert.equal(feelAt({ ...song, tempo }, 0.3).bpm, 105);
  });
  test('a place that rounding put just before its bar is in that bar', () =>
    assert.equal(barAt(song, 3.99995), 2));
  test("bars and seconds are each other's inverse", () => {
    for (const bars of [0, 0.5, 1, 2.25, 2.999])
      assert.ok(Math.abs(barsAt(song, secondsAt(song, bars)) - bars) < 1e-9, String(bars));
    assert.equal(secondsAt(song, 3), 8);
    assert.equal(secondsAt(song, 99), 8);
  });
  test('an empty song has a place, too', () => {
    assert.deepEqual(placeAt({ ...song, bars: 0, barSeconds: [0] }, 0), { bar: 1, beat: 1, share: 0 });
  });
  test('sections know their bars, and which of their name they are', () => {
    assert.equal(sectionAt(sections, 1), 1);
    assert.equal(sectionAt(sections, 3), -1);
    assert.equal(sectionLabel(sections, 2), 'verse 2 of 2');
    assert.equal(sectionLabel(sections, 1), 'chorus');
  });
});
