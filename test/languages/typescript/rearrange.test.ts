// The arrangement of a program by hand: sections in another order, repeated, taken out and put in, by one edit.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { applied } from '../../../src/languages/song/edit/chain.ts';
import { typescriptLanguage } from '../../../src/languages/typescript/typescript-language.ts';
import { head, readingOf } from './evaluated.ts';

const song = (call: string): string => `${head}const bass = track('bass', { instrument: MonoSynth() });
const a = section('intro', '4 bars', { bass: 'a1' });
const b = section('verse', '8 bars', { bass: 'e2' });
const c = section('outro', '4 bars', { bass: 'a1' });
export default song('Form').tracks(bass).sections(a, b, c)${call};
`;

/** `intro verse*2` as what a hand wants. */
const edit = async (call: string, wanted: string) => {
  const text = song(call);
  const placements = wanted.split(' ').map((word) => {
    const [section = '', repeats = '1'] = word.split('*');
    return { section, repeats: Number(repeats) };
  });
  const result = typescriptLanguage.edit(await readingOf(text), [{ do: 'rearrange', placements }]);
  return { text, result };
};

const becomes = async (before: string, wanted: string, after: string): Promise<void> => {
  const { text, result } = await edit(before, wanted);
  assert.ok(result.ok, result.ok ? '' : result.reason);
  assert.ok(result.edits.length <= 1, JSON.stringify(result.edits));
  assert.equal(applied(text, result.edits), song(after));
  const { song: now } = await readingOf(song(after));
  assert.equal(
    now.arrangement
      .map(({ section, repeats }) => (repeats === 1 ? section.name : `${section.name}*${repeats}`))
      .join(' '),
    wanted,
  );
};

suite('The arrangement of a program', () => {
  test('is put in another order, repeated, made shorter and longer', async () => {
    const before = '.arrange(a, b.times(2), c)';
    await becomes(before, 'verse*2 intro outro', '.arrange(b.times(2), a, c)');
    await becomes(before, 'intro*2 verse*2 outro', '.arrange(a.times(2), b.times(2), c)');
    await becomes(before, 'intro verse outro', '.arrange(a, b, c)');
    await becomes(before, 'verse*2 outro', '.arrange(b.times(2), c)');
    await becomes(before, 'intro verse*2', '.arrange(a, b.times(2))');
    await becomes(before, 'intro outro verse*2 outro', '.arrange(a, c, b.times(2), c)');
    await becomes(before, 'intro verse*2 outro', before);
    await becomes('.arrange(a)', 'intro verse', '.arrange(a, b)');
  });

  test('keeps lines, and a section that did not play is found by its variable', async () => {
    await becomes('.arrange(\n  a,\n  b,\n)', 'intro outro verse', '.arrange(\n  a,\n  c,\n  b,\n)');
    await becomes('.arrange(\n  a,\n  b,\n)', 'verse', '.arrange(\n  b,\n)');
  });

  test('is refused where it is computed', async () => {
    for (const call of [
      '.arrange(...[a, b])',
      '.arrange(a, /* drop */ b)',
      ".arrange(a, b.times(Number('2')))",
      '.arrange(a).arrange(b)',
    ]) {
      const { result } = await edit(call, 'verse intro');
      assert.ok(!result.ok, call);
      assert.match(result.reason, /computed/);
    }
  });
});
