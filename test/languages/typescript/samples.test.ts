// The songs in TypeScript that come along: without a mistake, and saying what they are there to show.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { check } from '../../../src/check/check.ts';
import { songLanguage } from '../../../src/languages/song/song-language.ts';
import { layOut } from '../../../src/timeline/lay-out.ts';
import { heard } from '../heard.ts';
import { meaning } from '../song-data.ts';
import { head, readingOf } from './evaluated.ts';

const folder = new URL('../../../samples/', import.meta.url);
const text = (name: string): string => fs.readFileSync(new URL(name, folder), 'utf8');
const names = fs.readdirSync(folder).filter((name) => name.endsWith('.song.ts'));

suite('the samples in TypeScript', () => {
  for (const name of names) {
    test(`${name} has nothing wrong with it, and every track plays`, async () => {
      const reading = await readingOf(text(name));
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
      assert.ok(timeline.tracks.every(({ notes }) => notes.length > 0));
    });
  }

  test('Night Drive is the song of night-drive.song, event for event, with the same mix', async () => {
    const typed = (await readingOf(text('night-drive.song.ts'))).song;
    const { song } = songLanguage.read(text('night-drive.song'));
    assert.deepEqual(heard(layOut(typed)), heard(layOut(song)));
    assert.deepEqual(meaning({ ...typed, ...unsaid }), meaning({ ...song, ...unsaid }));
  });

  test('Orrery is longer than a person would write out', async () => {
    const program = text('orrery.song.ts');
    const timeline = layOut((await readingOf(program)).song);
    const notes = timeline.tracks.reduce((sum, track) => sum + track.notes.length, 0);
    assert.ok(notes > 1200 && timeline.seconds > 150, `${notes} notes in ${timeline.seconds} s`);
  });
});

suite('checks of a song in TypeScript', () => {
  const found = async (program: string): Promise<readonly string[]> => {
    const { song, origins } = await readingOf(head + program);
    return check(song, layOut(song), origins).flatMap(({ rule }) => (rule === 'HYG3' ? [rule] : []));
  };
  const sections = (one: string, two: string, three: string): string => `
const bass = track('bass', MonoSynth());
export default song('Again', { tempo: '112bpm' }).tracks(bass).arrange(
  section('intro', '2 bars', { bass: ${one} }),
  section('verse', '4 bars', { bass: ${two} }),
  section('outro', '2 bars', { bass: ${three} }),
);
`;
  const line = "mini('a1 ~ a1 [c2 e2]')";

  test('take a pattern that is written once and played in three sections as written once', async () => {
    assert.deepEqual(await found(`const walk = ${line};${sections('walk', 'walk', 'walk')}`), []);
    const unnamed = ['lines.low', 'lines.low', 'lines.low'] as const;
    assert.deepEqual(await found(`const lines = { low: ${line} };${sections(...unnamed)}`), []);
    const made = ['low()', 'low()', 'low()'] as const;
    assert.deepEqual(await found(`const low = () => ${line};${sections(...made)}`), []);
  });

  test('tell of one that is written out three times', async () => {
    assert.deepEqual(await found(sections(line, line, line)), ['HYG3']);
  });
});

/** What sounds is the same; how it is put together is where the two differ: names, and the order of settings. */
const unsaid = { patterns: [], progressions: [], sections: [], instruments: [], tracks: [], buses: [] };
