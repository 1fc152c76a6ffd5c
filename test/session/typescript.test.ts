// A song in TypeScript in the panel: what it draws and plays is what the program made, and what code computes is
// locked, with where.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { eventStride } from '../../src/engine/program.ts';
import type { Reading } from '../../src/languages/language.ts';
import { typescriptLanguage } from '../../src/languages/typescript/typescript-language.ts';
import type { ToPanel } from '../../src/protocol/panel.ts';
import { SongSession } from '../../src/session/session.ts';
import { linkedSongParts } from '../../src/session/song-parts.ts';
import type { Range, TextEdit } from '../../src/song/origin.ts';
import { head, readingOf } from '../languages/typescript/evaluated.ts';
import { quietHost } from './quiet-host.ts';

const song = (settings: string) =>
  `${head}const sub = MonoSynth();\nexport default song('A').tracks(track('bass', { instrument: sub, ${settings} })).arrange(section('verse', '2 bars', { bass: 'a1 c2' }));\n`;

/** A session that knows the readings of some texts. */
const sessionOf = async (texts: readonly string[]) => {
  const readings = new Map<string, Reading>();
  for (const text of texts) readings.set(text, await readingOf(text));
  const sent: ToPanel[] = [];
  const edited: (readonly TextEdit[])[] = [];
  const lit: (readonly Range[])[] = [];
  const session = new SongSession(
    linkedSongParts((reading) => readings.get(reading.text) ?? reading, {
      language: typescriptLanguage,
    }),
    quietHost({
      send: (message) => sent.push(message),
      edit: (edits) => {
        edited.push(edits);
        return Promise.resolve(true);
      },
      sounding: (places) => lit.push(places),
      report: () => {},
    }),
  );
  return { session, sent, edited, lit };
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

  test('lights up the notes in its strings, and shows them as a roll that can be drawn on', async () => {
    const text = song("level: '-9dB'");
    const { session, sent, lit, edited } = await sessionOf([text]);
    session.update(text, 1);
    const { program, version } = sent.find((message) => message.type === 'song')!;
    const { events, eventCount } = program.tracks[0]!;
    const view = new DataView(events);
    const ids = Array.from({ length: eventCount }, (_, at) => view.getUint32(at * eventStride + 16, true));
    session.receive({ type: 'sounding', version, ids: ids.slice(0, 2), light: 1, toldMs: 0, dueMs: 0 });
    assert.deepEqual(
      lit.at(-1)!.map(({ from, to }) => text.slice(from, to)),
      ['a1', 'c2'],
    );
    const from = text.indexOf('a1 c2');
    session.cursorAt(from + 1);
    const { roll } = sent.findLast((message) => message.type === 'roll')!;
    assert.deepEqual(
      [roll?.locked, roll?.from, roll?.notes.map(({ word }) => word)],
      [undefined, from, ['a1', 'c2']],
    );
    const edits = [{ note: { begin: [1, 2], word: 'c2' } }] as const;
    session.receive({ type: 'gesture', request: 1, version: 1, gesture: { do: 'roll', from, edits } });
    await new Promise((resolve) => setTimeout(resolve, 0));
    assert.deepEqual(
      edited.at(-1)!.map(({ range, text: by }) => text.slice(0, range.from) + by + text.slice(range.to)),
      [text.replace('a1 c2', 'a1 ~')],
    );
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
