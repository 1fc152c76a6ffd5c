// What the language server in the studio's page asks of the disk, and how often.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { SoundFile } from '../../src/check/sound-files.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { askedFrom } from '../../src/protocol/asked-files.ts';
import { soundFilesServed } from '../../src/server/sound-files-served.ts';

const songOf = (text: string) => songLanguage.read(text).song;

const song = songOf(`song "Asked" { }
take vox1 = "takes/vox1.wav" { hash: "${'a'.repeat(64)}" }
sample clap = "clap.wav"
`);

suite('files of sound, asked of the studio', () => {
  const begun = () => {
    const questions: string[] = [];
    let disk: Readonly<Record<string, SoundFile>> = {};
    let now = 0;
    const ask = (address: string): string => {
      const { pathname, searchParams } = new URL(address, 'http://studio');
      assert.equal(pathname, '/sound-files');
      const files = askedFrom(searchParams.get('files'));
      assert.ok(files, address);
      questions.push(files.map(({ path, isHashed }) => `${path}${isHashed ? ' #' : ''}`).join(', '));
      return JSON.stringify(Object.fromEntries(files.map(({ path }) => [path, disk[path] ?? { ok: true }])));
    };
    return {
      questions,
      soundFiles: soundFilesServed(ask, () => now),
      put: (path: string, file: SoundFile) => {
        disk = { ...disk, [path]: file };
      },
      wait: (milliseconds: number) => {
        now += milliseconds;
      },
    };
  };

  test('are asked for by their paths, their content only where the song says which', () => {
    const { soundFiles, questions, put } = begun();
    put('clap.wav', { ok: false, reason: 'there is no such file.' });
    assert.deepEqual(soundFiles(song, ''), {
      'takes/vox1.wav': { ok: true },
      'clap.wav': { ok: false, reason: 'there is no such file.' },
    });
    assert.deepEqual(questions, ['takes/vox1.wav #, clap.wav']);
  });

  test('are not asked for at every keystroke, and found soon after they came', () => {
    const { soundFiles, questions, put, wait } = begun();
    put('clap.wav', { ok: false, reason: 'there is no such file.' });
    soundFiles(song, '');
    put('clap.wav', { ok: true });
    wait(100);
    assert.equal(soundFiles(song, '')!['clap.wav']!.ok, false);
    assert.equal(questions.length, 1);
    wait(2000);
    assert.equal(soundFiles(song, '')!['clap.wav']!.ok, true);
  });

  test('are asked for in pieces where a song names hundreds, and none where it names none', () => {
    const { soundFiles, questions } = begun();
    const many = Array.from({ length: 100 }, (_, i) => `sample s${i} = "s${i}.wav"\n`).join('');
    assert.equal(Object.keys(soundFiles(songOf(`song "Many" { }\n${many}`), '')!).length, 100);
    assert.equal(questions.length, 3);
    assert.deepEqual(soundFiles(songOf('song "None" { }\n'), ''), {});
    assert.equal(questions.length, 3);
  });

  test('are not known where nobody answers', () => {
    assert.equal(
      soundFilesServed(
        () => undefined,
        () => 0,
      )(song, ''),
      undefined,
    );
  });
});
