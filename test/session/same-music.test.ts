// Between saves the mixer is heard and notes are not: what counts as which.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { compile } from '../../src/engine/compile.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { sameMusic } from '../../src/session/same-music.ts';
import { layOut } from '../../src/timeline/lay-out.ts';

const programOf = (text: string) => {
  const { song } = songLanguage.read(text);
  return compile(song, layOut(song), 48_000);
};

const song = ({ filter = '2', notes = 'a1 c2', level = '-6dB', type = 'MonoSynth' } = {}): string => `
song "S" { tempo 120bpm }
instrument sub = ${type} { filter.Q: ${filter} }
track bass { instrument: sub, level: ${level} }
section a 2 bars { bass: "${notes}" }
arrange a
`;

suite('what is heard between saves', () => {
  const before = programOf(song());
  const same = (text: string): boolean => sameMusic(before, programOf(text));
  test('faders, and the settings of instruments', () => {
    assert.ok(same(song({ level: '-3dB' })));
    assert.ok(same(song({ filter: '4' })));
    assert.ok(same(`// a line above\n${song({ filter: '4' })}`));
  });
  test('not other notes, another instrument, or another length', () => {
    assert.ok(!same(song({ notes: 'a1 d2' })));
    assert.ok(!same(song({ notes: 'a1 d2', filter: '4' })));
    assert.ok(!same(song({ type: 'DuoSynth' })));
    assert.ok(!same(song().replace('120bpm', '121bpm')));
  });
});
