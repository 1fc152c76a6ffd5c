// Groups: which strips belong together, and how one fader moves them.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { gestureEdits } from '../../src/session/gestures.ts';
import { panelSong } from '../../src/session/panel-song.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { groupLevel, groupsOf, movedBy } from '../../webview/panel/model/groups.ts';

const text = `song "S" { tempo 120bpm }
track kick { level: -6dB, group: drums }
track bass { level: -9dB }
track snare { level: -8.5dB, group: drums }
bus room { reverb: 1s, group: drums }
section a 1 bars {}
arrange a
`;

suite('a group', () => {
  const reading = songLanguage.read(text);
  const shown = panelSong(reading, layOut(reading.song));

  test('is all strips that name it', () => {
    assert.deepEqual(
      groupsOf(shown).map(({ name, members }) => [name, members.map((strip) => strip.name)]),
      [['drums', ['kick', 'snare', 'room']]],
    );
  });

  test('moves its strips by as many dB, in one edit of one literal each', () => {
    const levels = movedBy([-6, -8.5], -2.5);
    assert.deepEqual(levels, [-8.5, -11]);
    const values = ['kick', 'snare'].map((name, index) => ({
      path: `${name}.level`,
      value: `${levels[index]}dB`,
    }));
    const result = gestureEdits(songLanguage, reading, { do: 'sets', values });
    assert.ok(result.ok);
    assert.deepEqual(
      result.edits.map(({ range, text: put }) => [text.slice(range.from, range.to), put]),
      [
        ['-6dB', '-8.5dB'],
        ['-8.5dB', '-11dB'],
      ],
    );
  });

  test('keeps what lies between them while none is at its end, and never moves what is off', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -400, max: 0 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -300, max: 300 }),
        (tenths, by) => {
          const levels = tenths.map((one) => one / 10);
          const moved = movedBy(levels, by / 10);
          const inside = groupLevel(levels) + by / 10 <= 6 && Math.min(...levels) + by / 10 >= -100;
          if (inside)
            for (const [index, one] of moved.entries())
              assert.ok(Math.abs(one - levels[index]! - by / 10) < 1e-6);
          assert.deepEqual(movedBy([-100], by / 10), [-100]);
        },
      ),
    ));
});
