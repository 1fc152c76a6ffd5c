import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import {
  barAt,
  barsAt,
  placeAt,
  secondsAt,
  sectionAt,
  sectionLabel,
} from '../../webview/panel/model/places.ts';

// Three bars of 4/4, the last one slower.
const song = { bars: 3, beatsPerBar: 4, barSeconds: [0, 2, 4, 8] };
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
  test('a place that rounding put just before its bar is in that bar', () =>
    assert.equal(barAt(song, 3.99995), 2));
  test("bars and seconds are each other's inverse", () => {
    for (const bars of [0, 0.5, 1, 2.25, 2.999])
      assert.ok(Math.abs(barsAt(song, secondsAt(song, bars)) - bars) < 1e-9, String(bars));
    assert.equal(secondsAt(song, 3), 8);
    assert.equal(secondsAt(song, 99), 8);
  });
  test('an empty song has a place, too', () => {
    assert.deepEqual(placeAt({ bars: 0, beatsPerBar: 4, barSeconds: [0] }, 0), { bar: 1, beat: 1, share: 0 });
  });
  test('sections know their bars, and which of their name they are', () => {
    assert.equal(sectionAt(sections, 1), 1);
    assert.equal(sectionAt(sections, 3), -1);
    assert.equal(sectionLabel(sections, 2), 'verse 2 of 2');
    assert.equal(sectionLabel(sections, 1), 'chorus');
  });
});
