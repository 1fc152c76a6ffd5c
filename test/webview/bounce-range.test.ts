// Which part of a song a bounce takes, and what it is called.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { bounceName } from '../../src/session/bounce-name.ts';
import { panelSong } from '../../src/session/panel-song.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { rangeOf, wholeSong } from '../../webview/panel/model/bounce-range.ts';

const reading = songLanguage.read(`song "S" { tempo 120bpm }
instrument tone = Synth
track lead { instrument: tone }
section a 4 bars { lead: "a4" }
section b 2 bars { lead: "a4" }
arrange a b
`);
const song = panelSong(reading, layOut(reading.song));
const whole = wholeSong(song);

suite('The range of a bounce', () => {
  test('is the song, sections, the loop or bars', () => {
    assert.deepEqual(rangeOf(song, whole, undefined), { ok: true, range: {} });
    assert.deepEqual(rangeOf(song, { ...whole, kind: 'sections', from: 'b' }, undefined), {
      ok: true,
      range: { from: 'b' },
    });
    assert.deepEqual(rangeOf(song, { ...whole, kind: 'loop' }, 1), {
      ok: true,
      range: { bars: { from: 4, to: 6 } },
    });
    assert.deepEqual(rangeOf(song, { ...whole, kind: 'bars', firstBar: 2, lastBar: 3 }, undefined), {
      ok: true,
      range: { bars: { from: 1, to: 3 } },
    });
  });

  test('that is not there is refused with the reason', () => {
    const refused = (more: Partial<typeof whole>, loop?: number): string => {
      const asked = rangeOf(song, { ...whole, ...more }, loop);
      return asked.ok ? 'taken' : asked.reason;
    };
    assert.equal(refused({ kind: 'loop' }), 'No section is looped: choose one at the top of the panel.');
    assert.equal(refused({ kind: 'bars', lastBar: 7 }), 'The song has bars 1 to 6.');
    assert.equal(refused({ kind: 'bars', firstBar: Number.NaN }), 'The song has bars 1 to 6.');
    assert.equal(
      refused({ kind: 'bars', firstBar: 5, lastBar: 2 }),
      'Bar 5 comes after bar 2: there is nothing between them.',
    );
  });

  test('stands in the name of the file', () => {
    assert.equal(bounceName('night.song', {}), 'night.wav');
    assert.equal(bounceName('night.song.ts', { from: 'a', to: 'b' }), 'night (a to b).wav');
    assert.equal(
      bounceName('night.song', { bars: { from: 4, to: 8 }, target: 'spotify' }),
      'night (bars 5-8, spotify).wav',
    );
    assert.equal(bounceName('night.song', { bars: { from: 4, to: 5 } }), 'night (bar 5).wav');
  });
});
