// Recordings in sections: which tracks play them, beside what, and what can't be done with them. In both languages.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { print } from '../../src/languages/typescript/print.ts';
import type { Song } from '../../src/song/song.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { problems } from './marked.ts';
import { head, readingOf } from './typescript/evaluated.ts';

/** What each track plays, as `bar take`; notes are counted. */
const played = (song: Song): readonly string[] =>
  layOut(song).tracks.map(({ track, takes, notes }) => {
    const recordings = takes.map(
      ({ take, start: { n, d } }) => `${n / d + 1} ${song.takes[take]!.name.name}`,
    );
    return `${track}: ${[...recordings, ...(notes.length > 0 ? [`${notes.length} notes`] : [])].join(', ')}`;
  });

const text = `song "T" { tempo 120bpm }
take low = "low.wav"
take high = "high.wav" { loop: true }
instrument soft = Synth { }
pattern hook = "c4"
track vox { instrument: soft }
track back { }
section verse 4 bars {
  vox: hook
  vox: low at bar 2
  vox: high at bar 4
  back: low
}
section chorus 4 bars like verse with {
  vox: high at bar 1
  vox: low at bar 3
}
section bridge 2 bars like verse without { vox }
arrange verse chorus bridge
`;

suite('takes in sections', () => {
  test('play beside the pattern of their track, as many as there are', () => {
    const reading = songLanguage.read(text);
    assert.deepEqual(
      reading.problems.map(({ message }) => message),
      [],
    );
    assert.deepEqual(played(reading.song), [
      'vox: 2 low, 4 high, 5 high, 7 low, 4 notes',
      'back: 1 low, 5 low, 9 low',
    ]);
  });

  test('still leave one pattern to a track', () => {
    problems(`
      song "T" { tempo 120bpm }
      take low = "low.wav"
      instrument soft = Synth { }
      pattern hook = "c4"
      pattern line = "e4"
      track vox { instrument: soft }
      section verse 4 bars {
        vox: low
        vox: hook
        vox: line
        ^^^ \`vox\` plays twice in this section: the first counts. Take one away.
        vox: "c4"
        ^^^ \`vox\` plays twice in this section
      }
      arrange verse
    `);
  });

  test('have no notes that a transform could change', () => {
    problems(`
      song "T" { tempo 120bpm }
      take low = "low.wav"
      track vox { }
      pattern twice = low.fast(2)
                      ^^^ \`low\` is a take: it has no notes to change, and plays as it was recorded.
      section verse 4 bars { vox: low.rev }
                                  ^^^ \`low\` is a take
      arrange verse
    `);
  });

  test('are told of where they stand behind the end of their section', () => {
    const { song } = songLanguage.read(text.replace('low at bar 2', 'low at bar 9'));
    assert.match(layOut(song).problems[0]!.message, /verse/);
  });

  test('say on hover what each of their words does', () => {
    const written = `song "T" { tempo 120bpm }\ntake low = "low.wav" { crossfade: 40ms, tune: key }\n`;
    const reading = songLanguage.read(written);
    const hover = (word: string): string =>
      JSON.stringify(songLanguage.hover(reading, written.indexOf(word) + 1));
    assert.match(hover('crossfade'), /0s to 10s, default 20ms.*goes over into this one/);
    assert.match(hover('tune'), /nearest one of the key/);
  });

  test('stand in a list in TypeScript, and become one there', async () => {
    const reading = await readingOf(
      `${head.replace('rev }', 'rev, take }')}const low = take('low.wav');
const high = take('high.wav', { loop: true, tempo: '96bpm', stretch: 'repitch', offset: '-12ms' });
const hook = mini\`c4\`;
const verse = section('verse', '4 bars', { vox: [hook, low.at('bar 2'), high.at('bar 4')] });
export default song('T', { tempo: '120bpm' })
  .tracks(track('vox', { instrument: MonoSynth() }))
  .arrange(verse);
`,
    );
    assert.deepEqual(
      reading.problems.map(({ message }) => message),
      [],
    );
    assert.deepEqual(played(reading.song), ['vox: 2 low, 4 high, 4 notes']);
    assert.deepEqual(
      reading.song.takes[1]!.settings.map(({ path, value }) => [path, value.value]),
      [
        ['loop', 'true'],
        ['tempo', 96],
        ['stretch', 'repitch'],
        ['offset', -0.012],
      ],
    );
    const printed = print(songLanguage.read(text).song);
    assert.match(printed, /vox: \[hook, low\.at\('bar 2'\), high\.at\('bar 4'\)\]/);
    assert.deepEqual(played((await readingOf(printed)).song), played(songLanguage.read(text).song));
  });
});
