// Which tokens light up: those whose notes sound, for as long as an eye can see.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { songParts } from '../../src/session/song-parts.ts';
import { SoundingNotes } from '../../webview/panel/model/sounding-notes.ts';

suite('the tokens that sound', () => {
  const text = `song "Lit" { tempo 120bpm }
instrument tone = PolySynth(Synth)
track lead { instrument: tone }
section a 1 bars { lead: "c4 [e4,g4] ~ bd*16" }
arrange a
`;
  const { song, origins } = songParts.read(text);
  const program = songParts.compile(song, songParts.layOut(song), 48_000);
  const notes = new SoundingNotes(program);
  const at = (seconds: number): string =>
    notes
      .at(Math.round(seconds * 48_000))
      .map((id) => text.slice(origins[id]!.from, origins[id]!.to))
      .join(' ');

  test('light up from their first sample to their last', () => {
    assert.deepEqual(
      [at(0), at(0.49), at(0.5), at(0.99), at(1), at(1.49)],
      ['c4', 'c4', 'e4 g4', 'e4 g4', '', ''],
    );
  });
  test('are lit long enough to be seen, also where they are short', () => {
    assert.deepEqual([at(1.5), at(1.52), at(1.9), at(2.08), at(2.3)], ['bd', 'bd', 'bd', 'bd', '']);
  });
  test('are found after the end and before the beginning', () => {
    assert.deepEqual([notes.at(0xffffffff), new SoundingNotes({ ...program, tracks: [] }).at(0)], [[], []]);
  });
});
