// The layout of a text: only space changes, and the song stays the same.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { dedent } from './marked.ts';
import { road } from './song-data.ts';

const format = (text: string): string => songLanguage.format(songLanguage.read(text));
const formats = (from: string, to: string): void => assert.equal(format(dedent(from)), `${dedent(to)}\n`);

suite('formatting', () => {
  test('leaves a well laid out song alone', () => assert.equal(format(road), road));
  test('leaves the shipped sample as it is', () => {
    const sample = fs.readFileSync(new URL('../../samples/night-drive.song', import.meta.url), 'utf8');
    assert.equal(format(sample), sample);
  });
  test('puts one space where one belongs, and none where none does', () =>
    formats(
      `
    track   a{instrument:sub,level :-6dB  ,pan: 20%   left}
    pattern p="c4".fast( 2 ).every(4 ,rev)
    arrange  a b * 2   c
    instrument  s=PolySynth( FMSynth ){range:B0 .. G3}
  `,
      `
    track a { instrument: sub, level: -6dB, pan: 20% left }
    pattern p = "c4".fast(2).every(4, rev)
    arrange a b*2 c
    instrument s = PolySynth(FMSynth) { range: B0..G3 }
  `,
    ));
  test('indents by braces, and what goes on by one more', () =>
    formats(
      `
    track a {
    level: -6dB
        eq: {
      low: 1dB
          }
      }
    arrange a
            b
    pattern p = "c4"
         .rev
  `,
      `
    track a {
      level: -6dB
      eq: {
        low: 1dB
      }
    }
    arrange a
      b
    pattern p = "c4"
      .rev
  `,
    ));
  test('keeps every comment in its place', () =>
    formats(
      `
    // first
       // second
    track a { // behind a brace
    // of the level
    level: -6dB     // loud
        // last
    }


    // end
  `,
      `
    // first
    // second
    track a { // behind a brace
      // of the level
      level: -6dB     // loud
      // last
    }

    // end
  `,
    ));
  test('keeps a table that the author has begun, and begins none', () => {
    formats(
      `
      track a {}
      track longer {}

      instrument a  = Synth { }
      instrument longer = MonoSynth {filter.Q: 1}
      instrument x = FMSynth   { }
    `,
      `
      track a {}
      track longer {}

      instrument a      = Synth     {}
      instrument longer = MonoSynth { filter.Q: 1 }
      instrument x      = FMSynth   {}
    `,
    );
  });
  test('leaves what stands in quotes and between bar lines', () =>
    formats(
      `
    pattern p =   "c4   e4  | ~ "
    progression q = | Am7   | F   |
      | C     | G/B |
  `,
      `
    pattern p = "c4   e4  | ~ "
    progression q = | Am7   | F   |
      | C     | G/B |
  `,
    ));
  test('keeps the line ends of the text, and ends with one', () => {
    assert.equal(
      format('track a {\r\nmute }\r\n\r\n\r\n\r\nbus b {}'),
      'track a {\r\n  mute }\r\n\r\nbus b {}\r\n',
    );
    assert.equal(format(''), '');
    assert.equal(format('\n\n \n'), '');
  });
});
