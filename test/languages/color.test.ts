// The colour of a track: read, told of where it is none, and shown in the panel.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { panelSong } from '../../src/session/panel-song.ts';
import { layOut } from '../../src/timeline/lay-out.ts';

const read = (color: string) =>
  songLanguage.read(
    `song "T" { tempo 120bpm }\ninstrument s = Synth\ntrack a { instrument: s, ${color} }\ntrack b { instrument: s }\n`,
  );

suite('The colour of a track', () => {
  for (const written of ['#3a9fff', '#FA0', '#123456', '#0f0'])
    test(`${written} reaches the panel`, () => {
      const reading = read(`color: ${written}, level: -6dB`);
      assert.deepEqual(reading.problems, []);
      const [first, second] = panelSong(reading, layOut(reading.song)).tracks;
      assert.deepEqual([first!.color, first!.levelDb, second!.color], [written, -6, undefined]);
    });

  for (const written of ['blue', '#12345', '#xyzxyz', '"#fff"', '12', ''])
    test(`${written || 'nothing'} is told of`, () => {
      const reading = read(`color: ${written}`);
      assert.ok(reading.problems.length > 0);
      assert.equal(reading.song.tracks[0]!.color, undefined);
    });

  test('keeps its place through the formatter', () => {
    const text = 'track a { color: #3a9fff, level: -6dB }\n';
    assert.equal(songLanguage.format(songLanguage.read(text)), text);
  });

  test('a sharp is still a sharp', () =>
    assert.deepEqual(
      songLanguage
        .read('song "T" { key F# minor }\npattern p = "f#4"\nprogression q = | F#m | C# |\n')
        .problems.filter(({ severity }) => severity === 'error'),
      [],
    ));
});
