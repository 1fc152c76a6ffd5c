// A move must sound as the text will: what the panel sends to the core is held to what compile makes.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { compile } from '../../src/engine/compile.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { panelSong } from '../../src/session/panel-song.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { controlsOf } from '../../webview/panel/model/controls.ts';
import { heard } from '../../webview/panel/model/hearing.ts';

const text = ({ bass = '', pad = '', space = '', master = '' } = {}) => `
song "S" { tempo 120bpm }
instrument i = Synth
track bass { instrument: i, level: -9dB${bass} }
track pad { instrument: i, level: -14dB, send space: -12dB${pad} }
bus space { reverb: 1s, level: -6dB${space} }
master { ${master} }
section a 1 bars { bass: "a1", pad: "a3" }
arrange a
`;

function read(song: string) {
  const reading = songLanguage.read(song);
  const timeline = layOut(reading.song);
  return { shown: panelSong(reading, timeline), program: compile(reading.song, timeline, 48000) };
}

/** Moves one control of the song, and compares the strips with those of a text that says the same. */
function soundsAs(
  path: string,
  value: number,
  written: Parameters<typeof text>[0],
  before: Parameters<typeof text>[0] = {},
): void {
  const { shown, program } = read(text(before));
  const controls = controlsOf(shown);
  const at = (one: string) => (one === path ? value : controls.get(one)!.value);
  for (const move of heard(shown, controls.get(path)!, at)) {
    assert.ok(move.do === 'strip');
    if (move.kind === 'master') program.master.strip[move.slot] = move.value;
    else program[move.kind === 'track' ? 'tracks' : 'buses'][move.index]!.strip[move.slot] = move.value;
  }
  const meant = read(text(written)).program;
  const strips = (one: typeof program) =>
    [...one.tracks, ...one.buses, one.master].map(({ strip }) => [...strip]);
  assert.deepEqual(strips(program), strips(meant));
}

suite('a move sounds as the text will', () => {
  test('a pan', () => soundsAs('bass.pan', -0.2, { bass: ', pan: 20% left' }));
  test('a mute', () => soundsAs('bass.mute', 1, { bass: ', mute: true' }));
  test('a solo silences what it does not send to', () => soundsAs('bass.solo', 1, { bass: ', solo: true' }));
  test('a solo of a bus', () => soundsAs('space.solo', 1, { space: ', solo' }));
  test('a solo beside a strip that is solo-safe', () => {
    soundsAs('bass.solo', 1, { bass: ', solo', pad: ', soloSafe' }, { pad: ', soloSafe' });
    soundsAs('space.soloSafe', 1, { bass: ', solo', space: ', soloSafe' }, { bass: ', solo' });
  });
  test('a pan law', () => soundsAs('master.panLaw', -4.5, { master: 'panLaw: -4.5dB' }));
  test('a mute of a bus', () => soundsAs('space.mute', 1, { space: ', mute: true' }));
  test('a level and a send', () => {
    const { shown } = read(text());
    const controls = controlsOf(shown);
    const at = (path: string) =>
      path === 'bass.level' ? -20 : path === 'pad.send.space' ? -20 : controls.get(path)!.value;
    assert.deepEqual(heard(shown, controls.get('bass.level')!, at), [
      { do: 'strip', kind: 'track', index: 0, slot: 0, value: 0.1 },
    ]);
    assert.deepEqual(heard(shown, controls.get('pad.send.space')!, at), [
      { do: 'send', kind: 'track', index: 1, bus: 0, gain: 0.1 },
    ]);
  });
});
