// The recordings beside a song are offered where it names one: each kind of place takes what it can play.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, test } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { soundsNear } from '../../src/files/near-sounds.ts';
import type { OpenSong } from '../../src/server/documents.ts';
import { completeSoundFile } from '../../src/server/sound-completion.ts';

const near = ['clap.wav', 'takes/', 'takes/vox 1.flac', 'keys.sf2', '../shared/hat.ogg'];

/** What is offered at the `$0`, and the text with the first offer put in. */
const offered = (
  marked: string,
): { readonly labels: readonly string[] | undefined; readonly first: string } => {
  const offset = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  const document = TextDocument.create('file:///songs/a.song', 'song', 1, text);
  const song = { document, reading: { text } } as unknown as OpenSong;
  const found = completeSoundFile(song, offset, { soundsNear: () => near });
  const [one] = found ?? [];
  return {
    labels: found?.map(({ label }) => label),
    first: one ? text.slice(0, one.range.from) + one.insert + text.slice(one.range.to) : text,
  };
};

const recordings = ['clap.wav', 'takes/vox 1.flac', '../shared/hat.ogg'];

suite('the recordings beside a song', () => {
  test('stand behind a take, a sample, a Sampler and a Kit, each as it can play', () => {
    assert.deepEqual(offered('take vox = "$0"').labels, recordings);
    assert.deepEqual(offered('sample clap = "cl$0').labels, recordings);
    assert.deepEqual(
      offered('instrument keys = Sampler("$0")').labels,
      near.map((file) => file.replace(/\/$/, '')),
    );
    assert.deepEqual(offered('kit drum = Kit("$0")').labels, ['takes']);
    assert.deepEqual(offered("const vox = take('$0');").labels, recordings);
  });
  test('and of the sounds of a kit and the notes of a Sampler', () => {
    assert.deepEqual(offered('kit drum = Kit("bundled/808") {\n  sd: "$0"\n}').labels, recordings);
    assert.deepEqual(offered('instrument glass = Sampler { c3: "sounds/$0" }').labels, recordings);
    assert.deepEqual(offered('instrument i = Synth { oscillator: { table: "$0" } }').labels, recordings);
    assert.equal(offered('instrument mello = Sampler("a.sf2") { preset: "$0" }').labels, undefined);
  });
  test('take the place of what is written, and of nothing else', () => {
    assert.equal(
      offered('take vox = "ta$0ke1.wav" { gain: 2dB }').first,
      'take vox = "clap.wav" { gain: 2dB }',
    );
    assert.equal(offered('take vox = "ta$0').first, 'take vox = "clap.wav');
    for (const elsewhere of [
      'pattern a = "c4 $0"',
      'song "$0"',
      'section a { pad: "$0" }',
      '// take vox = $0',
    ])
      assert.equal(offered(elsewhere).labels, undefined, elsewhere);
  });
  test('are those of its project, as the song writes them, and nothing behind links', () => {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'near-sounds-'));
    try {
      const outside = path.join(root, 'outside');
      const project = path.join(root, 'project');
      for (const folder of [outside, `${project}/songs/takes`, `${project}/kit`, `${project}/node_modules/x`])
        fs.mkdirSync(folder, { recursive: true });
      for (const file of ['songs/takes/vox.WAV', 'kit/bd.flac', 'songs/notes.txt', 'node_modules/x/a.wav'])
        fs.writeFileSync(path.join(project, file), '');
      fs.writeFileSync(path.join(outside, 'secret.wav'), '');
      fs.symlinkSync(outside, path.join(project, 'songs/link'));
      fs.symlinkSync(path.join(outside, 'secret.wav'), path.join(project, 'songs/secret.wav'));
      assert.deepEqual(soundsNear(path.join(project, 'songs/a.song'), project), [
        'takes/',
        'takes/vox.WAV',
        '../kit/',
        '../kit/bd.flac',
      ]);
    } finally {
      fs.rmSync(root, { recursive: true });
    }
  });
});
