// The page on mini-notation: every example on it reads, sounds, and is what the page says it is.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { midiOfDegree } from '../../src/music/degree.ts';
import { noteName } from '../../src/music/pitch.ts';
import { rational } from '../../src/music/rational.ts';
import { type KeyScale, scaleOf } from '../../src/music/scale.ts';
import { mapValues } from '../../src/pattern/alter.ts';
import { limits } from '../../src/pattern/mini/limits.ts';
import { readMini } from '../../src/pattern/mini/sounds.ts';
import type { Pattern } from '../../src/pattern/pattern.ts';
import { query } from '../../src/pattern/query.ts';
import { notesIn, patternOf } from './plays.ts';

const page = fs.readFileSync(new URL('../../docs/mini-notation.md', import.meta.url), 'utf8');

interface Block {
  readonly kind: string;
  readonly lines: readonly { readonly code: string; readonly words: string }[];
}

const blocks: readonly Block[] = [...page.matchAll(/^```mini ?(.*)\n([\s\S]*?)^```$/gm)].map(
  ([, kind, text]) => ({
    kind: kind!,
    lines: text!
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [code, words = ''] = line.split(/ +\/\/ /);
        return { code: code!.trim(), words: words.trim() };
      }),
  }),
);

const bars = 24;

/** Notes in the place of degrees, spelled as on the page. */
const inKey = (pattern: Pattern, scale: KeyScale): Pattern =>
  mapValues(pattern, (value) => {
    const midi = value.kind === 'degree' ? midiOfDegree(scale, value.degree, value.alter) : undefined;
    return midi === undefined ? value : { kind: 'note', midi, name: noteName(midi) };
  });

suite('The page on mini-notation', () => {
  test('has examples of each kind', () => {
    assert.deepEqual([...new Set(blocks.map(({ kind }) => kind))], ['', 'key="A minor"', 'seed=7', 'wrong']);
  });

  for (const { kind, lines } of blocks) {
    const key = /key="(\w+) (\w+)"/.exec(kind);
    const seed = Number(/seed=(\d+)/.exec(kind)?.[1] ?? 0);
    for (const { code, words } of lines) {
      test(code, () => {
        if (kind === 'wrong') {
          const { problems } = readMini(code);
          assert.ok(problems[0]?.message.includes(words), `${problems[0]?.message} should say "${words}"`);
          return;
        }
        const [first, second] = code.split(/ += +/);
        const pattern = patternOf(first!, seed);
        assert.notEqual(query(pattern, rational(0), rational(bars)).length, 0);
        if (second === undefined) return;
        // Chance is shown for as many bars as are written.
        const shown = kind.includes('seed') ? second.split('|').length : bars;
        const scale = key && scaleOf({ tonic: key[1]!, mode: key[2]! });
        assert.equal(
          notesIn(scale ? inKey(pattern, scale) : pattern, 0, shown),
          notesIn(patternOf(second), 0, shown),
        );
      });
    }
  }

  test('names the limits as they are', () => {
    for (const limit of [
      limits.density,
      limits.count,
      limits.depth,
      limits.steps,
      limits.decimals,
      limits.variants,
    ])
      assert.ok(page.includes(`| ${limit.toLocaleString('en')} |`), `${limit}`);
    assert.ok(page.includes(`from -${limits.degree} to ${limits.degree}`));
  });
});
