// The arrangement in another order: what the arrangement view's gestures do to the text.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { WantedPlacement } from '../../src/song/problem.ts';
import { edited } from './marked.ts';

const sections =
  'section intro 4 bars {}\nsection verse 8 bars {}\nsection chorus 8 bars {}\nsection outro 4 bars {}\n';

/** The arrangement of a text as a panel has it, to be changed. */
const placed = (text: string): WantedPlacement[] =>
  songLanguage
    .read(text)
    .song.arrangement.map(({ section, repeats, id }) => ({ section: section.name, repeats, id }));

const rearranged = (
  arrange: string,
  change: (placements: WantedPlacement[]) => WantedPlacement[],
): string => {
  const text = `${sections}${arrange}`;
  const result = edited(text, [{ do: 'rearrange', placements: change(placed(text)) }]);
  assert.ok(result.startsWith(sections), result);
  // Whatever the characters, the song plays what was asked for.
  assert.deepEqual(
    placed(result).map(({ section, repeats }) => [section, repeats]),
    change(placed(text)).map(({ section, repeats }) => [section, repeats]),
  );
  return result.slice(sections.length);
};

suite('rearrange', () => {
  test('moves a section and leaves the others as they are written', () => {
    assert.equal(
      rearranged('arrange intro verse chorus outro', ([a, b, c, d]) => [a!, c!, b!, d!]),
      'arrange intro chorus verse outro',
    );
    assert.equal(
      rearranged('arrange intro verse*2 chorus\n  verse outro // the end\n', (all) => [
        all[3]!,
        ...all.slice(0, 3),
        all[4]!,
      ]),
      'arrange verse intro verse*2 chorus\n  outro // the end\n',
    );
  });

  test('repeats a section more often, once, and a number that was written', () => {
    const times = (at: number, repeats: number) => (all: WantedPlacement[]) =>
      all.map((one, index) => (index === at ? { ...one, repeats } : one));
    assert.equal(rearranged('arrange intro verse', times(1, 3)), 'arrange intro verse*3');
    assert.equal(rearranged('arrange intro verse*3', times(1, 2)), 'arrange intro verse*2');
    assert.equal(rearranged('arrange intro verse*3 chorus', times(1, 1)), 'arrange intro verse chorus');
  });

  test('inserts and takes out', () => {
    assert.equal(
      rearranged('arrange intro outro', ([a, b]) => [a!, { section: 'chorus', repeats: 2 }, b!]),
      'arrange intro chorus*2 outro',
    );
    assert.equal(
      rearranged('arrange intro outro', (all) => [{ section: 'verse', repeats: 1 }, ...all]),
      'arrange verse intro outro',
    );
    assert.equal(
      rearranged('arrange intro verse outro', ([a, , c]) => [a!, c!]),
      'arrange intro outro',
    );
    assert.equal(
      rearranged('arrange intro verse\narrange chorus outro\n', ([a, b]) => [a!, b!]),
      'arrange intro verse\n',
    );
    assert.equal(
      rearranged('', () => [{ section: 'verse', repeats: 1 }]),
      '\narrange verse\n',
    );
  });

  test('puts one section in the place of another', () => {
    assert.equal(
      rearranged('arrange intro verse // quiet\n  outro', ([a, , c]) => [
        a!,
        { section: 'chorus', repeats: 1 },
        c!,
      ]),
      'arrange intro chorus // quiet\n  outro',
    );
  });

  test('refuses what cannot play, and an arrangement that has changed', () => {
    const text = `${sections}arrange intro`;
    const says = (placements: readonly WantedPlacement[], words: RegExp): void => {
      const result = songLanguage.edit(songLanguage.read(text), [{ do: 'rearrange', placements }]);
      assert.match(result.ok ? 'accepted' : result.reason, words);
    };
    says([], /one stays/);
    says([{ section: 'bridge', repeats: 1 }], /no section `bridge`/);
    says([{ section: 'verse', repeats: 0 }], /times in a row/);
    says([{ section: 'verse', repeats: 1, id: 99_999 }], /has changed since/);
  });

  test('turns any order of three into any other', () => {
    const orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [0], [2, 1], [1, 1, 2]];
    for (const order of orders) {
      const once = new Set<number>();
      rearranged('arrange intro // one\n  verse*2 // two\n  chorus // three\n', (all) =>
        order.map((at) => {
          const { section, repeats, id } = all[at]!;
          const isCopy = once.has(at);
          once.add(at);
          return isCopy ? { section, repeats } : { section, repeats, id: id! };
        }),
      );
    }
  });
});
