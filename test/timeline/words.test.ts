// What stands at a place of its own within a section: a part that begins later, and words on their notes.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Lyrics } from '../../src/song/brief.ts';
import type { Part, Song } from '../../src/song/song.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { mini } from '../pattern/songs.ts';
import { arranged, name, notesOf, place, section, song } from './songs.ts';

const verse = (part: Partial<Part>, bars = 4) => ({
  ...section('verse', bars, {}),
  parts: [{ track: name('bass'), expression: mini('a1 c2 | e2'), id: 0, ...part }],
});

suite('A part that begins later', () => {
  test('plays from its bar on, its pattern from the first bar', () => {
    const timeline = layOut(
      song({ sections: [verse({ at: place('bar 3') })], arrangement: arranged('verse*2') }),
    );
    assert.equal(notesOf(timeline, 'bass'), 'a1 2+1/2, c2 5/2+1/2, e2 3+1, a1 6+1/2, c2 13/2+1/2, e2 7+1');
  });

  test('may begin on a beat, and is cut at the end of the section', () => {
    const timeline = layOut(
      song({ sections: [verse({ at: place('bar 2 beat 4') }, 3)], arrangement: arranged('verse') }),
    );
    assert.equal(notesOf(timeline, 'bass'), 'a1 7/4+1/2, c2 9/4+1/2, e2 11/4+1/4');
  });

  test('is silent, and told of, where its section has no such place', () => {
    const timeline = layOut(
      song({ sections: [verse({ at: place('bar 5') })], arrangement: arranged('verse*2') }),
    );
    assert.equal(notesOf(timeline, 'bass'), '');
    assert.deepEqual(
      timeline.problems.map(({ message }) => message),
      ['There is no such place: verse has 4 bars, so there is no bar 5 in it. Choose one up to 4.'],
    );
  });
});

const syllables = (text: string): Lyrics['syllables'] =>
  text.split(' ').map((written, index) => ({
    text: written.replace(/[-_]+$/, ''),
    continues: written.endsWith('-'),
    held: /_*$/.exec(written)![0].length,
    id: 20 + index,
  }));

const lyrics = (text: string, parts: Partial<Lyrics> = {}): Lyrics => ({
  track: name('bass'),
  section: name('verse'),
  syllables: syllables(text),
  declaration: 10,
  ...parts,
});

const singing = (line: Lyrics, parts: Partial<Song> = {}) =>
  layOut(
    song({
      sections: [section('verse', 2, { bass: mini('a3 [c4,e4] ~ d4') })],
      arrangement: arranged('verse'),
      lyrics: [line],
      ...parts,
    }),
  );

suite('Lyrics', () => {
  test('put a syllable on each note, a chord being one', () => {
    const { lyrics: found, problems } = singing(lyrics('Ci- ty lights go by too'));
    assert.deepEqual(
      found.map(({ text, continues, start }) => [text, continues, start.n / start.d]),
      [
        ['Ci', true, 0],
        ['ty', false, 0.25],
        ['lights', false, 0.75],
        ['go', false, 1],
        ['by', false, 1.25],
        ['too', false, 1.75],
      ],
    );
    assert.deepEqual(problems, []);
  });

  test('hold a syllable over the notes that it is drawn over', () => {
    const { lyrics: found } = singing(lyrics('oh__ yes'));
    assert.deepEqual(
      found.map(({ text, startSeconds, lengthSeconds }) => [text, startSeconds, lengthSeconds]),
      [
        ['oh', 0, 2],
        ['yes', 2, 0.5],
      ],
    );
  });

  test('are sung in every place of their section', () => {
    const { lyrics: found } = singing(lyrics('one two'), { arrangement: arranged('verse*2') });
    assert.deepEqual(
      found.map(({ text, start }) => `${text} ${start.n / start.d}`),
      ['one 0', 'two 0.25', 'one 2', 'two 2.25'],
    );
  });

  test('tell of syllables that find no note, once, on the first of them', () => {
    const { problems } = singing(lyrics('a b c d e f g h'), { arrangement: arranged('verse*2') });
    assert.deepEqual(
      problems.map(({ id, message }) => `${id}: ${message}`),
      [
        '26: bass plays 6 notes in verse, so 2 syllables from here on have none to be sung on. Add notes, or take syllables away.',
      ],
    );
  });

  test('tell of a singer and a section that are not there', () => {
    const said = (parts: Partial<Lyrics>) =>
      singing(lyrics('a', parts)).problems.map(({ message }) => message);
    assert.deepEqual(said({ track: name('base') }), [
      'There is no track called base to sing this. Did you mean bass?',
    ]);
    assert.deepEqual(said({ section: name('vers') }), [
      'There is no section called vers, so this has no place. Did you mean verse?',
    ]);
  });
});
