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
      desk.session.receive({
        type: 'sounding',
        version,
        ids: [id],
        light: 1,
        toldMs: 0,
        dueMs: 0,
      } satisfies FromPanel);
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
      desk.session.receive({
        type: 'sounding',
        version,
        ids: [id],
        light: 1,
        toldMs: 0,
        dueMs: 0,
      } satisfies FromPanel);
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

  /** A panel whose clock is another one; its messages take `way` milliseconds. */
  function toldAhead() {
    const desk = play(night);
    const { version } = desk.of('song').at(-1)!;
    const { origins } = songLanguage.read(night);
    const behind = 1_000_000;
    const tell = (word: string, inMs: number, way = 3): void => {
      const id = origins.findIndex(
        ({ from, to }) => night.slice(from, to) === word && from > night.indexOf('low ='),
      );
      const toldMs = desk.clock.now() - behind;
      desk.clock.goOn(way);
      const ids = word ? [id] : [];
      desk.session.receive({ type: 'sounding', version, ids, light: 1, toldMs, dueMs: toldMs + inMs });
    };
    const lit = (): readonly string[] =>
      desk.said
        .filter(([name]) => name === 'sounding')
        .map(([, places]) =>
          (places as readonly Range[]).map(({ from, to }) => night.slice(from, to)).join(' '),
        );
    return { desk, tell, lit };
  }

  test('lights up on time what is told ahead, however long a message takes', () => {
    const { desk, tell, lit } = toldAhead();
    tell('a1', 100);
    assert.deepEqual(lit(), []);
    desk.clock.goOn(99);
    assert.deepEqual(lit(), []);
    desk.clock.goOn(1);
    assert.deepEqual(lit(), ['a1']);
    // 40 ms on its way, and no later for it.
    tell('c2', 100, 40);
    desk.clock.goOn(62);
    assert.deepEqual(lit(), ['a1']);
    desk.clock.goOn(1);
    assert.deepEqual(lit(), ['a1', 'c2']);
  });

  test('is dark at once where the song is stopped, whatever was told ahead', () => {
    const { desk, tell, lit } = toldAhead();
    tell('a1', 50);
    tell('c2', 150);
    desk.clock.goOn(60);
    tell('', 0);
    assert.deepEqual(lit(), ['a1', '']);
    desk.clock.goOn(500);
    assert.deepEqual(lit(), ['a1', '']);
    tell('a1', 50);
    tell('c2', 150);
    // Told anew for a moment and what comes after it.
    tell('c2', 60);
    desk.clock.goOn(500);
    assert.deepEqual(lit(), ['a1', '', 'a1', 'c2']);
  });

  test('is dark where the panel is closed', () => {
    const { desk, tell, lit } = toldAhead();
    tell('a1', 50);
    desk.session.panelClosed();
    desk.clock.goOn(500);
    assert.deepEqual(lit(), ['']);
  });
});
