// What the mixer does to a program beside changing a literal: effects, bands, bypasses, groups, sends and lanes.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { EditResult } from '../../../src/languages/language.ts';
import { applied } from '../../../src/languages/song/edit/chain.ts';
import { typescriptLanguage } from '../../../src/languages/typescript/typescript-language.ts';
import type { Change, WantedPoint } from '../../../src/song/problem.ts';
import { head, readingOf } from './evaluated.ts';

const changed = async (text: string, change: Change): Promise<EditResult> =>
  typescriptLanguage.edit(await readingOf(text), [change]);

const makes = async (before: string, change: Change, after: string): Promise<void> => {
  const text = head + before;
  const result = await changed(text, change);
  assert.ok(result.ok, result.ok ? '' : result.reason);
  assert.equal(applied(text, result.edits), head + after);
};

const refuses = async (text: string, change: Change, words: RegExp): Promise<void> => {
  const result = await changed(head + text, change);
  assert.ok(!result.ok, 'it was done');
  assert.match(result.reason, words);
};

const song = (settings: string, more = '') =>
  `export default song('a').tracks(track('b', ${settings})).buses(bus('room', { reverb: '2s' }))${more};\n`;
const set = (path: string, value: string): Change => ({ do: 'set', path, value });

suite('the desk in a program', () => {
  test('puts effects in another order, takes one out, puts one in', async () => {
    const three = "{ eq: { low: '-2dB' }, chorus: {}, compressor: { ratio: '3:1' } }";
    await makes(
      song(three),
      { do: 'chain', strip: 'b', effects: ['Compressor', 'EQ3', 'Chorus'] },
      song("{ compressor: { ratio: '3:1' }, eq: { low: '-2dB' }, chorus: {} }"),
    );
    await makes(
      song(three),
      { do: 'chain', strip: 'b', effects: ['EQ3', 'Chorus'] },
      song("{ eq: { low: '-2dB' }, chorus: {} }"),
    );
    await makes(
      song("{\n  chorus: {},\n  level: '-6dB',\n}"),
      { do: 'chain', strip: 'b', effects: [] },
      song("{\n  level: '-6dB',\n}"),
    );
    await makes(
      song("{ level: '-6dB' }"),
      { do: 'chain', strip: 'b', effects: ['Chorus'] },
      song("{ level: '-6dB', chorus: {} }"),
    );
  });

  test('knows several effects of a kind by their numbers', async () => {
    const two = song("{ chorus: { frequency: '1Hz' }, gate: {}, chorus2: { frequency: '2Hz' } }");
    assert.deepEqual((await readingOf(head + two)).problems, []);
    await makes(two, set('b.chorus2.frequency', '3Hz'), two.replace("'2Hz'", "'3Hz'"));
    await makes(
      two,
      { do: 'chain', strip: 'b', effects: ['Chorus2', 'Gate', 'Chorus', 'Chorus3'] },
      song("{ chorus2: { frequency: '2Hz' }, gate: {}, chorus: { frequency: '1Hz' }, chorus3: {} }"),
    );
    await makes(
      song("{ parametricEq: {}, eq: '2dB' }"),
      {
        do: 'bands',
        strip: 'b',
        effect: 'ParametricEQ2',
        bands: [{ type: 'bell', frequency: '3kHz' }],
      },
      song("{ parametricEq: {}, eq: '2dB', parametricEq2: { band1: { type: 'bell', frequency: '3kHz' } } }"),
    );
  });

  test('keeps the path of a wavetable of one’s own in quotes', async () => {
    const text = `import { song, Synth, track } from 'codetta';
const shine = Synth({ oscillator: { type: 'wavetable', table: 'waves/mine.wav' } });
export default song('a').tracks(track('b', { instrument: shine }));
`;
    const reading = await readingOf(text);
    assert.deepEqual(reading.problems, []);
    const { settings } = reading.song.instruments[0]!;
    assert.equal(settings.find(({ path }) => path === 'oscillator.table')?.value.value, 'waves/mine.wav');
  });

  test('bypasses an effect and lets it work again', async () => {
    await makes(
      song('{ chorus: {} }'),
      set('b.bypass.chorus', 'true'),
      song("{ chorus: {}, bypass: 'chorus' }"),
    );
    await makes(
      song("{ chorus: {}, phaser: {}, bypass: 'chorus' }"),
      set('b.bypass.phaser', 'true'),
      song("{ chorus: {}, phaser: {}, bypass: 'chorus phaser' }"),
    );
    await makes(
      song("{ chorus: {}, bypass: 'chorus' }"),
      set('b.bypass.chorus', 'false'),
      song('{ chorus: {} }'),
    );
  });

  test('moves bands, puts them in and takes them out', async () => {
    const bands = [
      { type: 'highpass', frequency: '40Hz' },
      { type: 'bell', frequency: '300Hz', gain: '-3dB' },
    ];
    const written = "band1: { type: 'highpass', frequency: '40Hz' }";
    const both = `{ ${written}, band2: { type: 'bell', frequency: '300Hz', gain: '-3dB' } }`;
    const wanted: Change = { do: 'bands', strip: 'b', bands };
    await makes(song(`{ parametricEq: { ${written} } }`), wanted, song(`{ parametricEq: ${both} }`));
    await makes(song('{ mute: true }'), wanted, song(`{ mute: true, parametricEq: ${both} }`));
    await makes(
      song(`{ parametricEq: ${both.replace('300Hz', '1kHz')} /* mud */ }`),
      wanted,
      song(`{ parametricEq: ${both} /* mud */ }`),
    );
    await makes(
      song(`{ mute: true, parametricEq: ${both} }`),
      { ...wanted, bands: [] },
      song('{ mute: true }'),
    );
    await refuses(song('{}'), { ...wanted, bands: [{ type: 'bell', frequency: '90kHz' }] }, /30kHz/);
  });

  test('sends before the fader, behind it, and not at all; puts a track into a group', async () => {
    await makes(
      song("{ send: { room: '-12dB' } }"),
      set('b.send.room.pre', 'true'),
      song("{ send: { room: '-12dB pre' } }"),
    );
    await makes(
      song("{ send: { room: '-12dB pre' } }"),
      set('b.send.room.pre', 'false'),
      song("{ send: { room: '-12dB' } }"),
    );
    await makes(
      song("{ mute: true, send: { room: '-12dB' } }"),
      set('b.send.room', ''),
      song('{ mute: true }'),
    );
    await makes(song('{ mute: true }'), set('b.group', 'drums'), song("{ mute: true, group: 'drums' }"));
    await makes(song("{ group: 'drums' }"), set('b.group', ''), song('{}'));
  });

  const part = ".sections(section('build', '4 bars', {})).arrange(section('build', '4 bars', {}))";
  const lane = `${part}.automate('b.level', 'build', { '0%': '-12dB', '100%': '-6dB exponential' })`;
  const points: readonly WantedPoint[] = [
    { at: '0%', value: '-12dB', shape: 'linear' },
    { at: '50%', value: '-3dB', shape: 'linear' },
    { at: '100%', value: '-6dB', shape: 'exponential' },
  ];
  const wanted = (points: readonly WantedPoint[]): Change => ({
    do: 'automate',
    path: 'b.level',
    section: 'build',
    points,
  });

  test('draws lanes', async () => {
    const strip = "{ level: '-6dB' }";
    await makes(
      song(strip, lane),
      wanted(points),
      song(
        strip,
        `${part}.automate('b.level', 'build', { '0%': '-12dB', '50%': '-3dB', '100%': '-6dB exponential' })`,
      ),
    );
    await makes(
      song(strip, part),
      wanted(points.slice(0, 2)),
      song(strip, `${part}.automate('b.level', 'build', { '0%': '-12dB', '50%': '-3dB' })`),
    );
    const reading = await readingOf(head + song(strip, lane));
    const [first, last] = reading.song.automation[0]!.points;
    const keep = [
      { at: '25%', value: '-12dB', shape: 'linear', id: first!.id },
      { at: '100%', value: '-1dB', shape: 'curve', id: last!.id },
    ] as const;
    await makes(
      song(strip, lane),
      wanted(keep),
      song(strip, `${part}.automate('b.level', 'build', { '25%': '-12dB', '100%': '-1dB curve' })`),
    );
  });

  test('refuses what code makes', async () => {
    await refuses(
      `const levels = Object.fromEntries([0, 50].map((at) => [at + '%', '-6dB']));\n${song('{}', `${part}.automate('b.level', 'build', levels)`)}`,
      wanted(points),
      /computed/,
    );
    await refuses(
      `const strip = { ...{ chorus: {} } };\n${song('strip')}`,
      { do: 'chain', strip: 'b', effects: [] },
      /computed/,
    );
  });
});
