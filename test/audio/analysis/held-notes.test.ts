import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { heldNotes } from '../../../src/audio/analysis/held-notes.ts';
import { type PitchTrack, pitchTrack } from '../../../src/audio/analysis/pitch-track.ts';
import { hertzOf, voice } from './sounds.ts';

/** A track as if it had been found. */
const track = (seconds: number, midi: (at: number) => number | undefined): PitchTrack => ({
  hopSeconds: 0.01,
  hertz: Float64Array.from({ length: Math.round(seconds * 100) }, (_, i) => {
    const at = midi(i / 100);
    return at === undefined ? 0 : hertzOf(at);
  }),
  certainty: new Float64Array(0),
});

const found = (from: PitchTrack): readonly string[] =>
  heldNotes(from).map(
    ({ fromSeconds, toSeconds, midi }) =>
      `${midi.toFixed(2)} from ${fromSeconds.toFixed(2)} to ${toSeconds.toFixed(2)}`,
  );

suite('held notes', () => {
  test('are told with the middle of their vibrato', () => {
    const sung = track(1.2, (at) => 60.3 + 0.5 * Math.sin(2 * Math.PI * 5.5 * at));
    const [note] = heldNotes(sung);
    assert.equal(heldNotes(sung).length, 1);
    assert.ok(Math.abs(note!.midi - 60.3) < 0.03, `${note!.midi}`);
  });

  test('end where the next one begins, a semitone away or where the singer breathes', () => {
    const sung = track(1.5, (at) => (at < 0.5 ? 60 : at < 0.9 ? 61.02 : at < 1 ? undefined : 61));
    assert.deepEqual(found(sung), [
      '60.00 from 0.00 to 0.50',
      '61.02 from 0.50 to 0.90',
      '61.00 from 1.00 to 1.50',
    ]);
  });

  test('a slide is none, and neither is a note that is over at once', () => {
    assert.deepEqual(found(track(1, (at) => 60 + 4 * at)), []);
    assert.deepEqual(found(track(1, (at) => (at < 0.2 ? 60 : undefined))), []);
  });

  test('are heard in a voice within 3 cents', () => {
    const sung = voice(
      2,
      (t) => hertzOf(t < 1 ? 57.35 : 64) * 2 ** ((40 / 1200) * Math.sin(2 * Math.PI * 5 * t)),
    );
    const notes = heldNotes(pitchTrack({ samples: sung, rate: 48_000 }));
    assert.equal(notes.length, 2);
    for (const [i, midi] of [57.35, 64].entries())
      assert.ok(Math.abs(notes[i]!.midi - midi) < 0.03, `${notes[i]!.midi} for ${midi}`);
  });
});
