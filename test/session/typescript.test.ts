// A song in TypeScript in the panel: what it draws and plays is what the program made, and what code computes is
// locked, with where.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Reading } from '../../src/languages/language.ts';
import { typescriptLanguage } from '../../src/languages/typescript/typescript-language.ts';
import type { ToPanel } from '../../src/protocol/panel.ts';
import { SongSession } from '../../src/session/session.ts';
import { linkedSongParts } from '../../src/session/song-parts.ts';
import type { TextEdit } from '../../src/song/origin.ts';
import { head, readingOf } from '../languages/typescript/evaluated.ts';

const song = (settings: string) =>
  `${head}const sub = MonoSynth();\nexport default song('A').tracks(track('bass', { instrument: sub, ${settings} })).arrange(section('verse', '2 bars', { bass: 'a1 c2' }));\n`;

/** A session that knows the readings of some texts. */
const sessionOf = async (texts: readonly string[]) => {
  const readings = new Map<string, Reading>();
  for (const text of texts) readings.set(text, await readingOf(text));
  const sent: ToPanel[] = [];
  const edited: (readonly TextEdit[])[] = [];
  const session = new SongSession(
    linkedSongParts((reading) => readings.get(reading.text) ?? reading, {
      language: typescriptLanguage,
    }),
    {
      send: (message) => sent.push(message),
      edit: (edits) => {
        edited.push(edits);
        return Promise.resolve(true);
      },
      reveal: () => {},
      sounding: () => {},
      startBounce: () => {},
      cancelBounce: () => {},
      transportChanged: () => {},
      report: () => {},
    },
  );
  return { session, sent, edited };
};

suite('a song in TypeScript in the panel', () => {
  test('plays what the program made', async () => {
    const text = song("level: '-9dB'");
    const { session } = await sessionOf([text]);
    session.update(text, 1);
    assert.equal(session.song?.title, 'A');
    assert.deepEqual(
      session.song?.tracks.map(({ name, levelDb, locked }) => [name, levelDb, locked]),
      [['bass', -9, undefined]],
    );
    assert.equal(session.playing, 'current');
  });

  test('shows a computed value as locked, and where it is computed', async () => {
    const text = song('level: `${-3 * 3}dB`, pan: [20].map((n) => `${n}% left` as const)[0]!');
    const { session } = await sessionOf([text]);
    session.update(text, 1);
    const locked = session.song?.tracks[0]?.locked;
    assert.deepEqual(Object.keys(locked ?? {}), ['level', 'pan']);
    const { reason, from, to } = locked!['level']!;
    assert.deepEqual(
      [reason, text.slice(from, to)],
      ['Computed by the program, not written', '`${-3 * 3}dB`'],
    );
  });

  test('refuses to move a locked fader, with where it is computed', async () => {
    const text = song('level: `${-3 * 3}dB`');
    const { session, edited } = await sessionOf([text]);
    session.update(text, 1);
    assert.match((await session.set('bass.level', '-6dB')) ?? '', /computed, not written/);
    assert.deepEqual(edited, []);
  });

  test('plays on while the program has a fault', async () => {
    const [good, bad] = [song("level: '-9dB'"), `${head}throw new Error('no');\n`];
    const { session } = await sessionOf([good, bad]);
    session.update(good, 1);
    session.update(bad, 2);
    assert.equal(session.playing, 'last good');
    assert.equal(session.song?.title, 'A');
    assert.deepEqual(
      session.problems.map(({ message }) => message),
      ['no'],
    );
  });
});
