// The mixer's moves in TypeScript: one literal changes and every other byte stays; what is computed is refused.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { EditResult } from '../../../src/languages/language.ts';
import { typescriptLanguage } from '../../../src/languages/typescript/typescript-language.ts';
import { type Files, head, readingOf } from './evaluated.ts';

const setIn = async (text: string, path: string, value: string, files: Files = {}): Promise<EditResult> =>
  typescriptLanguage.edit(await readingOf(text, files), [{ do: 'set', path, value }]);

/** Sets a value and holds the text to what it should be then. */
const sets = async (before: string, path: string, value: string, after: string): Promise<void> => {
  const text = head + before;
  const result = await setIn(text, path, value);
  assert.ok(result.ok, result.ok ? '' : result.reason);
  const changed = [...result.edits]
    .reverse()
    .reduce((all, { range, text: put }) => all.slice(0, range.from) + put + all.slice(range.to), text);
  assert.equal(changed, head + after);
};

const refuses = async (
  text: string,
  path: string,
  value: string,
  words: RegExp,
  files: Files = {},
): Promise<void> => {
  const result = await setIn(head + text, path, value, files);
  assert.ok(!result.ok, 'it was set');
  assert.match(result.reason, words);
};

const song = (settings: string) => `export default song('a').tracks(track('b', ${settings}));\n`;

suite('setting a value', () => {
  test('changes its literal, in its quotes', async () => {
    await sets(song("{ level: '-6dB' }"), 'b.level', '-7.5dB', song("{ level: '-7.5dB' }"));
    await sets(
      song('{ level: "-6dB" /* here */ }'),
      'b.level',
      '-7.5dB',
      song('{ level: "-7.5dB" /* here */ }'),
    );
    await sets(song('{ level: `-6dB` }'), 'b.level', '-7.5dB', song('{ level: `-7.5dB` }'));
  });

  test('changes a number', () =>
    sets(
      "const sub = MonoSynth({ filter: { Q: 2 } });\nexport default song('a').tracks(track('b', { instrument: sub }));\n",
      'sub.filter.Q',
      '4.5',
      "const sub = MonoSynth({ filter: { Q: 4.5 } });\nexport default song('a').tracks(track('b', { instrument: sub }));\n",
    ));

  test('gives a number its unit where it gets one', () =>
    sets(
      "const sub = MonoSynth({ envelope: { sustain: 0.5 } });\nexport default song('a').tracks(track('b', { instrument: sub }));\n",
      'sub.envelope.sustain',
      '70%',
      "const sub = MonoSynth({ envelope: { sustain: '70%' } });\nexport default song('a').tracks(track('b', { instrument: sub }));\n",
    ));

  test('changes the literal that a function was called with', () =>
    sets(
      "const part = (name: string, level: any) => track(name, { level });\nexport default song('a').tracks(part('b', '-6dB'), part('c', '-6dB'));\n",
      'c.level',
      '-3dB',
      "const part = (name: string, level: any) => track(name, { level });\nexport default song('a').tracks(part('b', '-6dB'), part('c', '-3dB'));\n",
    ));

  test('adds what is not written yet, in the style of the rest', async () => {
    await sets(song("{ level: '-6dB' }"), 'b.pan', '20% left', song("{ level: '-6dB', pan: '20% left' }"));
    await sets(song('{}'), 'b.level', '-6dB', song("{ level: '-6dB' }"));
    await sets(
      "export default song('a').tracks(track('b'));\n",
      'b.level',
      '-6dB',
      "export default song('a').tracks(track('b', { level: '-6dB' }));\n",
    );
    await sets(
      song("{\n  level: '-6dB',\n}"),
      'b.eq.low',
      '-2dB',
      song("{\n  level: '-6dB',\n  eq: { low: '-2dB' },\n}"),
    );
    await sets(song("{\n  level: '-6dB'\n}"), 'b.mute', 'true', song("{\n  level: '-6dB',\n  mute: true\n}"));
  });

  test('makes a strip solo-safe', () =>
    sets(song('{ mute: true }'), 'b.soloSafe', 'true', song('{ mute: true, soloSafe: true }')));

  test('unmutes', () => sets(song('{ mute: true }'), 'b.mute', 'false', song('{ mute: false }')));

  test('makes room beside a value that stands alone', () =>
    sets(
      "export default song('a').buses(bus('room', { reverb: '2.8s' }));\n",
      'room.reverb.preDelay',
      '20ms',
      "export default song('a').buses(bus('room', { reverb: { decay: '2.8s', preDelay: '20ms' } }));\n",
    ));

  test('changes the start of a map', () =>
    sets(
      "export default song('a', { tempo: ['112bpm', '96bpm at bar 3'] });\n",
      'song.tempo',
      '120bpm',
      "export default song('a', { tempo: ['120bpm', '96bpm at bar 3'] });\n",
    ));

  test('sends to a bus', () =>
    sets(
      "export default song('a').tracks(track('b', { send: { room: '-12dB' } })).buses(bus('room'), bus('echo'));\n",
      'b.send.echo',
      '-9dB',
      "export default song('a').tracks(track('b', { send: { room: '-12dB', echo: '-9dB' } })).buses(bus('room'), bus('echo'));\n",
    ));
});

suite('setting a value is refused', () => {
  test('where it is computed, with where', () =>
    refuses(
      song('{ level: `${-2 * 3}dB` }'),
      'b.level',
      '-7dB',
      /is computed, not written: `.*-2 \* 3.*` in line 2/,
    ));

  test('where the settings are computed', () =>
    refuses(
      "const of = (n: number): any => ({ level: n > 2 ? '-6dB' : '-9dB' });\nexport default song('a').tracks(track('b', of(3)));\n",
      'b.pan',
      '20% left',
      /computed/,
    ));

  test('where one literal says it for several', () =>
    refuses(
      "const quiet = '-20dB';\nexport default song('a').tracks(track('b', { level: quiet }), track('c', { level: quiet }));\n",
      'b.level',
      '-7dB',
      /once for several values: `'-20dB'` in line 2/,
    ));

  test('where another file says it', () =>
    refuses(
      "import { loud } from './mix.ts';\nexport default song('a').tracks(track('b', { level: loud }));\n",
      'b.level',
      '-7dB',
      /in another file: mix\.ts/,
      { './mix.ts': "export const loud = '-3dB';\n" },
    ));

  test('where the value is none', () => refuses(song("{ level: '-6dB' }"), 'b.level', '120Hz', /decibels/));

  test('where there is no such track', () =>
    refuses(song("{ level: '-6dB' }"), 'c.level', '-7dB', /no track, bus or instrument `c`/));

  test('where the song has a fault', () =>
    refuses('throw new Error();\n', 'b.level', '-7dB', /without a fault/));
});
