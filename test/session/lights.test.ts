// Where in the text what sounds stands.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { FromPanel } from '../../src/protocol/panel.ts';
import type { Range } from '../../src/song/origin.ts';
import { night, play } from './desk.ts';

suite('What sounds', () => {
  test('says where in the text the tokens stand that sound, also while someone types above them', () => {
    const desk = play();
    const id = songLanguage
      .read(night)
      .origins.findIndex(({ from, to }) => night.slice(from, to) === 'c2' && from === night.indexOf('c2"'));
    const lit = (): string => {
      const { version } = desk.of('song').at(-1)!;
      desk.session.receive({ type: 'sounding', version, ids: [id], light: 1 } satisfies FromPanel);
      const [, places] = desk.said.findLast(([name]) => name === 'sounding') as [string, readonly Range[]];
      return places.map(({ from, to }) => desk.text.slice(from, to)).join(' ');
    };
    assert.equal(lit(), 'c2');
    // Not read yet as the song that sounds: a broken text keeps the last good one.
    const broken = night.replace('track bass', 'tarck bass');
    desk.type(broken, 'mixer').type(`// typed\n${broken}`, 'mixer');
    assert.equal(desk.session.playing, 'last good');
    assert.equal(lit(), 'c2');
    desk.type(night.replace('c2"', 'd2"'), 'mixer');
    assert.equal(lit(), '');
  });

  test('lights up what sounds while a changed song waits for its bar: the old notes, in the new text', () => {
    const desk = play(night);
    const light = (version: number, text: string, word: string): readonly Range[] => {
      const { origins } = songLanguage.read(text);
      const id = origins.findIndex(
        ({ from, to }) => text.slice(from, to) === word && from > text.indexOf('low ='),
      );
      desk.session.receive({ type: 'sounding', version, ids: [id], light: 1 } satisfies FromPanel);
      return desk.said.findLast(([name]) => name === 'sounding')![1] as readonly Range[];
    };
    const old = desk.of('song').at(-1)!.version;
    const changed = `// typed\n${night.replace('"a1 c2"', '"a1 c2 e2"')}`;
    desk.type(`// typed\n${night}`, 'mixer').type(changed);
    const newest = desk.of('song').at(-1)!.version;
    assert.ok(newest > old);
    const words = (places: readonly Range[]): string[] =>
      places.map(({ from, to }) => changed.slice(from, to));
    assert.deepEqual(words(light(old, night, 'a1')), ['a1']);
    assert.deepEqual(words(light(newest, changed, 'e2')), ['e2']);
    assert.deepEqual(desk.of('lit'), [
      { type: 'lit', light: 1 },
      { type: 'lit', light: 1 },
    ]);
    // What was before it does not come back.
    assert.deepEqual(light(old, night, 'a1'), []);
  });
});
