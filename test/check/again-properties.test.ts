// A song checked at every keystroke has the findings of the same song checked for the first time.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { check } from '../../src/check/check.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { PartStore } from '../../src/timeline/known-parts.ts';
import { layOut, longest } from '../../src/timeline/lay-out.ts';

const song = `song "Night" { tempo 120bpm, key A minor, key C# minor at lift }
instrument sub = MonoSynth { range: E1..G4 }
instrument pad = PolySynth(Synth) { voices: 4 }
track bass { instrument: sub }
track keys { instrument: pad }
progression road = | Am7 | E7 | Dm | G#dim |
pattern low = "a1 c2 | e2 [g#1 a1]"
section verse 4 bars { bass: low, keys: road }
section lift 4 bars { bass: "g#1 c#2 f2 a7", keys: "c#4 e4 g4 g#4" }
arrange verse lift verse
`;

suite('A song checked again', () => {
  test('has the findings of the first time, after any edits', () => {
    const words = [
      'a1',
      'c#2 f5',
      '~',
      'Bb7',
      '.rev',
      '*2',
      '',
      'low',
      'C major',
      '"',
      'g4',
      '+12st',
      '| F |',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat(5), fc.constantFrom(...words)), { maxLength: 12 }),
        (edits) => {
          let text = song;
          for (const [at, gone, put] of edits) {
            const from = at % (text.length + 1);
            text = text.slice(0, from) + put + text.slice(from + gone);
            const { song: read, origins } = songLanguage.read(text);
            const again = check(read, layOut(read), origins);
            assert.deepEqual(again, check(read, layOut(read, longest, new PartStore()), origins));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
