// Sounds that a song names itself, played by their names inside patterns.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { newLinker } from '../../src/languages/link.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';

const song = (patterns: string, declared = 'sample clap = "sounds/clap.wav"'): string => `song "Claps" {
  tempo 120bpm
}
${declared}
instrument beep = Synth
track drums { instrument: beep }
${patterns}
section a 1 bars { drums: beat }
arrange a
`;

const hits = (text: string): string =>
  layOut(songLanguage.read(text).song)
    .tracks[0]!.notes.map(({ hit, sample, midi }) =>
      hit ? `${hit}${sample ? `:${sample}` : ''}` : `${midi}`,
    )
    .join(' ');

const told = (text: string): readonly string[] => {
  const { problems, origins } = songLanguage.read(text);
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ id, message }) => `${text.slice(origins[id]!.from, origins[id]!.to)}: ${message}`);
};

suite('Sounds of the song in patterns', () => {
  test('are called by the name of a sample, with its variants', () => {
    const text = song('pattern beat = "bd clap:2 [~ clap] c4"');
    assert.deepEqual(told(text), []);
    assert.equal(hits(text), 'bd clap:2 clap 60');
  });

  test('are called by the name that a kit gives them', () => {
    const text = song(
      'pattern beat = "thud sd thud(3,8)"',
      'kit drums8 = Kit("bundled/808") { gain: -3dB, thud: "sounds/thud.wav" }',
    );
    assert.deepEqual(told(text), []);
    assert.equal(hits(text), 'thud sd thud thud thud');
  });

  test('are silent where there is none of that name, which is told on the name alone', () => {
    const text = song('pattern beat = "bd clep:2 hello"');
    assert.deepEqual(told(text), [
      'clep: "clep" is neither a note nor a drum hit. Did you mean clap?',
      'hello: "hello" is neither a note (c4, eb3, f#2) nor a drum hit (clap, bd, sd, hh, oh, cp...), nor a sample or a kit\'s sound.',
    ]);
    assert.equal(hits(text), 'bd');
    const fix = songLanguage.read(text).problems.find(({ message }) => message.includes('clep'))!.fixes![0]!;
    assert.equal(fix.title, 'Change to `clap`');
  });

  test('sound from the keystroke on that declares them, and are silent when it goes', () => {
    const without = song('pattern beat = "bd clap"', '');
    const known = song('pattern beat = "bd clap"');
    assert.deepEqual([hits(without), hits(known), hits(without)], ['bd', 'bd clap', 'bd']);
    assert.equal(told(without).length, 1);
    assert.deepEqual(told(known), []);
  });

  test('come along with an imported pattern, under a name of their own', () => {
    const files: Record<string, string> = {
      'drums.song': 'sample clap = "clap.wav" { licence: "CC0-1.0" }\npattern claps = "~ clap"\n',
      'main.song': song('import { claps as beat, clap as snap } from "./drums.song"', ''),
    };
    const link = newLinker(
      { open: (path) => ({ ok: true, id: path.slice(2), text: files[path.slice(2)]! }) },
      () => songLanguage,
    );
    const linked = link(songLanguage.read(files['main.song']!), 'main.song');
    assert.deepEqual(
      linked.problems.filter(({ severity }) => severity === 'error'),
      [],
    );
    const [own, imported] = linked.song.samples;
    assert.deepEqual([own!.name.name, imported!.name.name], ['beat#clap', 'snap']);
    assert.equal(imported!.file.licence!.value, 'CC0-1.0');
    // Its path is relative to the song that wrote it.
    assert.equal(linked.elsewhere.get(imported!.file.path.id)!.file, 'drums.song');
    assert.deepEqual(
      layOut(linked.song).tracks[0]!.notes.map(({ hit }) => hit),
      ['beat#clap'],
    );
  });
});
