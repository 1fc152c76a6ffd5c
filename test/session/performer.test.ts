// What a performer does to the text: solo and mute at the cursor, back to last good, a nudged tempo.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { FromPanel } from '../../src/protocol/panel.ts';
import { night, play } from './desk.ts';

suite('a performer and the text', () => {
  const at = (words: string, text = night): number => text.indexOf(words) + 1;
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

  test('solo and mute of the track at the cursor, at its declaration and in a section', async () => {
    const desk = play();
    assert.equal(await desk.session.toggleAt('mute', at('track bass')), undefined);
    assert.match(desk.text, /track bass .*, mute }/);
    assert.equal(await desk.session.toggleAt('solo', desk.text.indexOf('drums: "x*4", bass')), undefined);
    assert.match(desk.text, /track drums .*, solo }/);
    await desk.session.toggleAt('mute', desk.text.indexOf('bass: low') + 1);
    assert.doesNotMatch(desk.text, /mute }/);
  });

  test('no track at the cursor is said', async () => {
    assert.match((await play().session.toggleAt('solo', at('tempo')))!, /No track is at the cursor/);
  });

  test('the text goes back to what sounds in one edit, and says where it is that already', async () => {
    const desk = play();
    assert.match((await desk.session.revert())!, /what sounds already/);
    desk.type(night.replace('arrange intro', 'arrange nowhere'));
    assert.equal(desk.session.playing, 'last good');
    assert.equal(await desk.session.revert(), undefined);
    assert.equal(desk.text, night);
    assert.equal(desk.session.playing, 'current');
  });

  test('a nudged tempo sounds, is not written, and ends when the text says another', async () => {
    const desk = play();
    desk.session.receive({ type: 'nudge', bpm: 126 } satisfies FromPanel);
    assert.equal(desk.of('song').at(-1)!.song.bpm, 126);
    assert.equal(desk.of('song').at(-1)!.song.writtenBpm, 120);
    assert.equal(desk.text, night);
    // It stays through other edits.
    desk.type(night.replace('-6dB', '-5dB'));
    assert.equal(desk.of('song').at(-1)!.song.bpm, 126);
    await desk.set('song.tempo', '124bpm');
    desk.type(desk.text);
    assert.equal(desk.of('song').at(-1)!.song.bpm, 124);
    assert.equal(desk.of('song').at(-1)!.song.writtenBpm, undefined);
  });

  test('a nudge is taken back', () => {
    const desk = play();
    desk.session.receive({ type: 'nudge', bpm: 126 } satisfies FromPanel);
    desk.session.receive({ type: 'nudge' } satisfies FromPanel);
    assert.equal(desk.of('song').at(-1)!.song.bpm, 120);
  });

  test('the panel learns in which bar the cursor stands, where something there sounds', async () => {
    const desk = play();
    desk.session.cursorAt(at('section verse'));
    desk.session.cursorAt(at('section verse') + 3);
    desk.session.cursorAt(at('song "Night"'));
    await settled();
    assert.deepEqual(
      desk.of('cursor').map(({ bar }) => bar),
      [2, undefined],
    );
  });
});
