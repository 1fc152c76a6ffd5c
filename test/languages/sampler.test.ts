// Samplers and kits as the song language has them: what they name, what is wrong with it, how it is printed.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { print } from '../../src/languages/song/print.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { bundledInstrument, bundledInstruments, bundledKit } from '../../src/vocabulary/bundled-sounds.ts';
import { problems } from './marked.ts';

suite('a Sampler in the text', () => {
  test('names a bundled instrument, a file with its preset, or files by their notes', () => {
    const { song, problems: told } = songLanguage.read(`song "T" { tempo 90bpm }
      instrument a = Sampler("piano") { release: 400ms, range: C2..C6 }
      instrument b = Sampler("fonts/keys.sf2") { preset: "Strings" }
      instrument c = Sampler { c3: "low.wav", eb5: "high.wav", attack: 5ms }
    `);
    assert.deepEqual(told, []);
    const [a, b, c] = song.instruments.map(({ sounds }) => sounds!);
    assert.equal(a!.source?.value, 'piano');
    assert.deepEqual([b!.source?.value, b!.preset?.value], ['fonts/keys.sf2', 'Strings']);
    assert.deepEqual(
      c!.files.map(({ path, value }) => [path, value.value]),
      [
        ['c3', 'low.wav'],
        ['eb5', 'high.wav'],
      ],
    );
    assert.deepEqual(
      song.instruments[2]!.settings.map(({ path }) => path),
      ['attack'],
    );
  });

  test('is told of where it names nothing that comes along', () => {
    problems(`
      instrument a = Sampler("vilin")
                             ^^^^^^^ No instrument called \`vilin\` comes along. Did you mean \`violin\`?
      instrument b = Sampler { attack: 5ms }
                     ^^^^^^^ Which sounds does it play?
      instrument c = Sampler("piano") { atack: 5ms }
                                        ^^^^^ Sampler has no \`atack\`. Did you mean \`attack\`?
      kit d = Kit("bundled/80")
                  ^^^^^^^^^^^^ No kit called \`bundled/80\` comes along. Did you mean
      kit e = Kit("sounds/mine")
    `);
  });

  test('is printed as it was read', () => {
    const text = `song "T" { tempo 90bpm }
instrument a = Sampler("piano") { release: 400ms }
instrument b = Sampler("fonts/keys.sf2") { preset: "Strings" }
instrument c = Sampler { c3: "low.wav", eb5: "high.wav" }
`;
    const { song, origins } = songLanguage.read(text);
    const again = songLanguage.read(print(song, origins));
    assert.deepEqual(again.problems, []);
    assert.deepEqual(
      again.song.instruments.map(({ sounds }) => [
        sounds?.source?.value,
        sounds?.preset?.value,
        sounds?.files.map(({ path }) => path),
      ]),
      [
        ['piano', undefined, []],
        ['fonts/keys.sf2', 'Strings', []],
        [undefined, undefined, ['c3', 'eb5']],
      ],
    );
  });
});

suite('the sounds that come along', () => {
  test('are found however their names are spelt', () => {
    for (const name of ['Electric Piano 1', 'electric-piano-1', 'bundled/electric piano 1'])
      assert.equal(bundledInstrument(name)?.name, 'electric piano 1');
    assert.equal(bundledKit('bundled/808'), bundledKit('808'));
    assert.equal(bundledKit('sounds/808'), undefined);
  });

  test('are the piano and all of General MIDI, each name once', () => {
    assert.equal(bundledInstruments.length, 129);
    assert.equal(new Set(bundledInstruments.map(({ name }) => name)).size, 129);
  });
});
