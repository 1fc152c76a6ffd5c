// What hands do in the panel: each move is an edit of the text, or says why not.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checkToPanel } from '../../src/protocol/check.ts';
import type { Gesture } from '../../src/protocol/gestures.ts';
import type { FromPanel } from '../../src/protocol/panel.ts';
import { type Desk, night, play } from './desk.ts';

const gesture = async (desk: Desk, gesture: Gesture, version = desk.version): Promise<void> => {
  desk.session.receive({ type: 'gesture', request: 9, version, gesture } satisfies FromPanel);
  await new Promise((resolve) => setTimeout(resolve, 0));
};

suite('A hand in the panel', () => {
  test('turns a released fader into an edit of one number', async () => {
    const desk = play();
    await desk.set('bass.level', '-7.5dB');
    assert.equal(desk.text, night.replace('level: -9dB', 'level: -7.5dB'));
    assert.deepEqual(desk.of('accepted'), [{ type: 'accepted', request: 7 }]);
    assert.equal(desk.of('song').at(-1)!.song.tracks[1]!.levelDb, -7.5);
  });

  test('refuses a stale move, and tells the panel the newest version', async () => {
    const desk = play().type(night.replace('-9dB', '-3dB'));
    await desk.set('bass.level', '-7.5dB', 1);
    assert.deepEqual(
      desk.of('refused').map(({ stale }) => stale),
      [true],
    );
    assert.equal(desk.of('problems').at(-1)!.version, 2);
    assert.ok(desk.text.includes('level: -3dB'));
  });

  test('refuses a move when someone types at the same moment', async () => {
    const desk = play();
    desk.movesOn = true;
    await desk.set('bass.level', '-7.5dB');
    assert.deepEqual(
      desk.of('refused').map(({ stale }) => stale),
      [true],
    );
    assert.equal(desk.text, night);
  });

  test("refuses what the language can't write, with its reason", async () => {
    const desk = play();
    await desk.set('nobody.level', '-7.5dB');
    const [refused] = desk.of('refused');
    assert.equal(refused!.stale, false);
    assert.ok(refused!.reason.length > 10);
    assert.equal(desk.text, night);
  });

  test('moves a fader of a broken text too', async () => {
    const broken = night.replace('arrange intro verse*2', 'arrange intro nowhere');
    const desk = play().type(broken);
    await desk.set('bass.level', '-7.5dB');
    assert.equal(desk.text, broken.replace('level: -9dB', 'level: -7.5dB'));
  });

  test('turns gestures on the arrangement into one edit each', async () => {
    const desk = play();
    const [intro, verse] = desk.of('song')[0]!.song.form;
    await gesture(desk, {
      do: 'rearrange',
      placements: [{ ...verse!, repeats: 3 }, intro!, { section: 'intro', repeats: 1 }],
    });
    assert.ok(desk.text.endsWith('arrange verse*3 intro intro\n'), desk.text);
    await gesture(desk, { do: 'resize', section: 'verse', bars: 6 });
    assert.match(desk.text, /section verse 6 bars/);
    assert.equal(desk.of('accepted').length, 2);
    await gesture(desk, { do: 'resize', section: 'verse', bars: 8 }, 1);
    assert.deepEqual(
      desk.of('refused').map(({ stale }) => stale),
      [true],
    );
  });

  test('shows the pattern at the cursor as notes, and writes what is drawn there', async () => {
    const desk = play();
    const from = night.indexOf('a1 c2');
    desk.session.cursorAt(from + 1);
    const shown = desk.of('roll').at(-1)!.roll!;
    assert.deepEqual(checkToPanel(desk.of('roll').at(-1)), { ok: true, message: desk.of('roll').at(-1) });
    assert.equal(shown.name, 'low');
    assert.deepEqual(
      shown.notes.map(({ word, midi }) => [word, ...midi]),
      [
        ['a1', 33],
        ['c2', 36],
      ],
    );
    assert.deepEqual(shown.scale.slice(0, 2), [9, 11]);
    await gesture(desk, {
      do: 'roll',
      from: shown.from,
      edits: [{ note: { begin: [1, 2], word: 'c2' }, to: { begin: [1, 2], end: [3, 4], word: 'd2' } }],
    });
    assert.match(desk.text, /pattern low = "a1 \[d2 ~\]"/);
    assert.deepEqual(
      desk
        .of('roll')
        .at(-1)!
        .roll!.notes.map(({ word }) => word),
      ['a1', 'd2'],
    );
    desk.session.cursorAt(0);
    assert.equal(desk.of('roll').at(-1)!.roll, undefined);
  });

  test('writes how hard notes are played behind their pattern, and hears it so', async () => {
    const desk = play();
    const from = night.indexOf('a1 c2');
    desk.session.cursorAt(from + 1);
    await gesture(desk, { do: 'velocity', from, begins: [[1, 2]], velocity: 1 });
    assert.match(desk.text, /pattern low = "a1 c2"\.accent\("~ 1", \+1\.9dB\)/);
    const velocities = () =>
      desk
        .of('roll')
        .at(-1)!
        .roll!.notes.map(({ velocity }) => Math.round(velocity * 100));
    assert.deepEqual(velocities(), [80, 100]);
    desk.type(desk.text);
    const cell = desk
      .of('song')
      .at(-1)!
      .song.sections.flatMap(({ cells }) => cells);
    assert.ok(cell.some((notes) => notes.some(([, , , velocity]) => Math.round(velocity * 100) === 100)));
    await gesture(desk, { do: 'velocity', from, begins: [[1, 2]], velocity: 0.8 });
    assert.match(desk.text, /pattern low = "a1 c2"\n/);
    desk.type(desk.text.replace('"a1 c2"', '"a1 c2".rev.velocity(50%)'));
    desk.session.cursorAt(from + 1);
    await gesture(desk, { do: 'velocity', from, begins: [[1, 2]], velocity: 1 });
    assert.match(desk.of('refused').at(-1)!.reason, /farther on plays all of these notes alike/);
  });
});
