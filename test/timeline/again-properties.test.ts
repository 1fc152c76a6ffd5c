// A song laid out again after edits is the song laid out for the first time: what is kept from one version
// to the next changes nothing.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { Song } from '../../src/song/song.ts';
import { PartStore } from '../../src/timeline/known-parts.ts';
import { layOut, longest } from '../../src/timeline/lay-out.ts';
import { measure, mini, named, pattern, transformed } from '../pattern/songs.ts';
import { arranged, section, song } from './songs.ts';

const night = `song "Night" { tempo 120bpm, meter 4/4, key A minor, swing 58% of 1/8, seed 3 }
instrument sub = MonoSynth
track bass { instrument: sub }
track lead { instrument: sub }
pattern low = "a1 c2 | e2 [g1 a1]"
pattern high = low.every(2, rev)
section verse 4 bars { bass: low, lead: "0 2 4 <6 7>" }
section chorus 2 bars { bass: low.fast(2), lead: high }
arrange verse chorus*2 verse
`;

const fresh = (given: Song) => layOut(given, longest, new PartStore());

suite('A song laid out again', () => {
  test('is as it would be the first time, after any edits', () => {
    // Texts of every length move the ids of all that follows.
    const words = [
      'a1',
      'c2 e2',
      '~',
      '[g1 a1]',
      '.rev',
      '*2',
      '',
      'low',
      'high',
      '"',
      '112bpm',
      ' at verse',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom(...words)), { maxLength: 12 }),
        (edits) => {
          let text = night;
          for (const [at, gone, put] of edits) {
            const from = at % (text.length + 1);
            text = text.slice(0, from) + put + text.slice(from + gone);
            const read = songLanguage.read(text).song;
            assert.deepEqual(layOut(read), fresh(read));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('gives what did not change as it was, object for object', () => {
    const before = layOut(songLanguage.read(night).song);
    // The same number of tokens: only what stands in the pattern is another.
    const after = layOut(songLanguage.read(night.replace('"0 2 4 <6 7>"', '"0 2 5 <6 7>"')).song);
    const [bass, lead] = [0, 1].map((track) =>
      after.tracks[track]!.notes.every((note, index) => note === before.tracks[track]!.notes[index]),
    );
    assert.deepEqual([bass, lead], [true, false]);
  });

  test('tells tokens apart that read alike', () => {
    const both = (second: number) =>
      layOut(
        song({
          patterns: [pattern('one', mini('c4', 500)), pattern('two', mini('c4', second))],
          sections: [
            section('a', 2, {
              bass: transformed(named('one'), 'every', measure(2, 'number')),
              drum: named('two'),
            }),
          ],
          arrangement: arranged('a'),
        }),
      ).tracks.map(({ notes }) => notes.map(({ id }) => id));
    assert.deepEqual(both(500), [
      [500, 500],
      [500, 500],
    ]);
    assert.deepEqual(both(700), [
      [500, 500],
      [700, 700],
    ]);
  });

  test('changes with all that a part depends on: meter, key, tempo, seed, swing, and names behind names', () => {
    const lines = new Set(
      [
        night,
        night.replace('meter 4/4', 'meter 3/4'),
        night.replace('A minor', 'C minor'),
        night.replace('120bpm', '90bpm'),
        night.replace('58%', '60%'),
        night.replace('e2 [g1', 'e2 [f1'),
        night.replace('every(2, rev)', 'rev'),
      ].map((text) => JSON.stringify(layOut(songLanguage.read(text).song).tracks)),
    );
    assert.equal(lines.size, 7);
  });
});
