// The songs that come along: without a mistake, laid out, and saying what they are there to show.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { check } from '../../src/check/check.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';

const folder = new URL('../../samples/', import.meta.url);
const text = (name: string): string => fs.readFileSync(new URL(name, folder), 'utf8');
const names = fs.readdirSync(folder).filter((name) => name.endsWith('.song'));

suite('the samples', () => {
  for (const name of names) {
    test(`${name} has nothing wrong with it, and is laid out`, () => {
      const reading = songLanguage.read(text(name));
      const timeline = layOut(reading.song);
      const found = [
        ...reading.problems,
        ...timeline.problems,
        ...check(reading.song, timeline, reading.origins),
      ];
      assert.deepEqual(
        found.filter(({ severity }) => severity !== 'information').map(({ message }) => message),
        [],
      );
      assert.equal(songLanguage.format(reading), reading.text);
      assert.ok(
        timeline.tracks.every(({ notes, takes }) => notes.length + takes.length > 0),
        'every track plays',
      );
    });
  }
  test('Paper Lanterns changes tempo, meter and key, swings, sings and moves its faders', () => {
    const { song } = songLanguage.read(text('paper-lanterns.song'));
    const timeline = layOut(song);
    assert.ok(song.tempoChanges.length > 2 && song.meterChanges.length > 1 && song.keyChanges.length > 0);
    assert.ok(song.swing && song.automation.length > 2 && song.sections.some(({ like }) => like));
    // A syllable for every note of the verse, in each of its places, and of the finale's first four bars.
    assert.deepEqual(
      song.lyrics.map(({ syllables }) => syllables.length),
      [24, 13],
    );
    assert.equal(timeline.lyrics.length, 2 * 24 + 2 * 13);
    const { shortest, longest } = song.brief!.length!;
    assert.ok(
      shortest.value <= timeline.seconds && timeline.seconds <= longest.value,
      `${timeline.seconds} s`,
    );
  });
});
