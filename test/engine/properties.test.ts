// Hashes of tracks, over many songs.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { compile } from '../../src/engine/compile.ts';
import { laid, small } from './songs.ts';

suite('The hash of any track', () => {
  test('tells ten thousand songs apart', () => {
    const { song, timeline } = laid(small());
    const seen = new Set<string>();
    for (let i = 0; i < 10_000; i++) {
      const notes = timeline.tracks[0]!.notes.map((note, at) =>
        at === i % 8 ? { ...note, velocity: i / 10_000 } : note,
      );
      seen.add(
        compile(song, { ...timeline, tracks: [{ ...timeline.tracks[0]!, notes }] }, 48_000).tracks[0]!.hash,
      );
    }
    assert.equal(seen.size, 10_000);
  });
});
