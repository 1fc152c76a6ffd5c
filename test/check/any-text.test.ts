// Whatever the text, no rule throws, and every problem and every fix stands inside it.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { type Checked, checked } from './checked.ts';

const sample = fs.readFileSync(new URL('../../samples/night-drive.song', import.meta.url), 'utf8');

suite('the checks on any text', () => {
  test('prefixes of the sample', () => {
    for (let end = 0; end < sample.length; end += 199) holds(checked(sample.slice(0, end)));
  });

  test('the sample with a stretch taken out', () => {
    for (let from = 0; from < sample.length; from += 509) {
      holds(checked(sample.slice(0, from) + sample.slice(from + 1 + (from % 40))));
    }
  });

  test('names that lead in circles, and chains too long to follow', () => {
    const chain = Array.from({ length: 500 }, (_, at) => `pattern p${at} = p${at + 1}.fast(2)`).join('\n');
    const circle = 'pattern a = b.slow(2)\npattern b = a\n';
    const song = `${circle}${chain}\ninstrument s = Synth { }\ntrack t { instrument: s }\nsection v 4 bars { t: p0 }\nsection w 4 bars { t: a }\narrange v w\n`;
    holds(checked(song));
  });

  test('lengths that nothing divides', () => {
    const song = (bars: string, pattern: string): string =>
      `instrument s = Synth { }\ntrack t { instrument: s }\nsection v ${bars} { t: ${pattern} }\narrange v\n`;
    for (const bars of ['0 bars', '-1 bars', '0.5 bars', '1000 bars', '99999999 bars', '']) {
      for (const pattern of [
        '"a | b | c"',
        '"<a b c>/7"',
        '"a | b".slow(0)',
        '"a | b".fast(0.3)',
        '"a | b".slow(3)',
        '""',
      ]) {
        holds(checked(song(bars, pattern)));
      }
    }
  });
});

const holds = ({ reading, problems }: Checked): void => {
  for (const problem of problems) {
    const { from, to } = reading.origins[problem.id]!;
    assert.ok(from >= 0 && from <= to && to <= reading.text.length, problem.message);
    for (const fix of problem.fixes ?? []) {
      const result = songLanguage.edit(reading, fix.changes);
      if (!result.ok) assert.ok(result.reason.length > 0, fix.title);
    }
  }
};
