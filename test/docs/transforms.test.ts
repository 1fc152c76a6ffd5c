// The examples of transforms in the reference: each is read without a mistake, and is heard.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { referenceFile } from '../../src/build/reference-pages.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { transforms } from '../../src/pattern/transforms.ts';
import { layOut } from '../../src/timeline/lay-out.ts';

const page = fs.readFileSync(referenceFile, 'utf8');
const examples = [...page.matchAll(/```song\n(pattern shown = .*)\n```/g)].map(([, example]) => example!);

/** A song around an example, with the patterns that examples speak of. */
const around = (example: string): string => `song "Examples" { key A minor }

instrument keys = PolySynth(Synth) { }
tuning partch = "partch_43.scl"

progression verse_p = | Am7 | Fmaj7 | C | G/B |
pattern bassline = "a1 ~ a1 [c2 e2] | f1 ~ f1 [a1 c2]"
pattern hook = "e5 d5 c5 a4"
pattern hats = "hh*8"
pattern snare = "~ sd ~ sd"
pattern beat = "bd*4"
pattern arp = "[a3 c4 e4 g4]*4"
${example}

track keys { instrument: keys }
section all 4 bars { keys: shown }
arrange all
`;

suite('transforms in the reference', () => {
  test('each has its example', () => {
    assert.equal(examples.length, transforms.length);
  });

  for (const example of examples) {
    test(example.replace('pattern shown = ', ''), () => {
      const { song, problems } = songLanguage.read(around(example));
      assert.deepEqual(
        problems.filter(({ severity }) => severity !== 'information').map(({ message }) => message),
        [],
      );
      const [track] = layOut(song).tracks;
      assert.ok(track!.notes.length > 0);
      assert.ok(track!.notes.every(({ velocity }) => velocity > 0 && velocity <= 1));
    });
  }
});
