// Each sample song has one sound, known by its hash: in Node and in a browser's worklet, on one thread and on many,
// with what was kept of it and without. Where it is to sound otherwise, goldens.json has to say how:
// CODETTA_SOUND_CHANGE="the reverb is brighter" npm test -- sound

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { renderOffline } from '../../../src/engine/offline/render.ts';
import { pack } from '../../../src/engine/packed.ts';
import type { Program } from '../../../src/engine/program.ts';
import { type BounceRequest, bounce } from '../../../src/render/bounce.ts';
import { hashInWorklet } from '../in-worklet.ts';
import { coreBytes, coreModule } from '../listen.ts';
import { type SampleSong, sampleNames, sampleSong } from './sample-songs.ts';

interface Golden {
  /** Of all of the left side and then all of the right, as floats. */
  readonly sha256: string;
  /** How it sounds otherwise than the one before. */
  readonly change: string;
}

const file = path.join(import.meta.dirname, 'goldens.json');
const goldens = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, Golden>;
const root = path.resolve(import.meta.dirname, '../../..');

const workletEntry = `
import { compileCore } from './src/engine/core/exports.ts';
import { renderOffline } from './src/engine/offline/render.ts';
import { unpack } from './src/engine/packed.ts';
registerProcessor('song', class extends AudioWorkletProcessor {
  constructor({ processorOptions: { core, program } }) {
    super();
    this.chunks = renderOffline(compileCore(new Uint8Array(core)), unpack(program));
    this.at = 0;
  }
  process(_inputs, [[left, right]]) {
    for (let done = 0; done < left.length; ) {
      if (!this.chunk || this.at === this.chunk.left.length) {
        const { value } = this.chunks.next();
        if (!value) return true;
        this.chunk = value;
        this.at = 0;
      }
      const count = Math.min(left.length - done, this.chunk.left.length - this.at);
      left.set(this.chunk.left.subarray(this.at, this.at + count), done);
      right.set(this.chunk.right.subarray(this.at, this.at + count), done);
      this.at += count;
      done += count;
    }
    return true;
  }
});
`;

suite('The sound of a sample song', function () {
  this.timeout(600_000);
  let folder = '';

  suiteSetup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-goldens-'));
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('is known of every song', () => {
    if (process.env['CODETTA_SOUND_CHANGE']) return;
    assert.deepEqual(Object.keys(goldens).sort(), [...sampleNames].sort());
    for (const [name, { change }] of Object.entries(goldens)) assert.ok(change.length > 5, name);
  });

  for (const name of sampleNames)
    test(`${name}: as its golden says, everywhere`, async () => {
      const song = await sampleSong(name);
      const { hash, frames } = rendered(song.program);
      renew(name, hash);
      assert.equal(
        hash,
        goldens[name]?.sha256,
        `${name} sounds otherwise. If it is meant to, say how: CODETTA_SOUND_CHANGE="..." npm test -- sound`,
      );
      const cache = { folder: path.join(folder, 'kept'), limitBytes: 1e9 };
      const ways: Readonly<Record<string, Partial<BounceRequest>>> = {
        'one thread': { threads: 1 },
        'three threads': { threads: 3 },
        'kept as it is rendered': { threads: 2, cache },
        'taken from what was kept': { threads: 1, cache },
      };
      for (const [way, more] of Object.entries(ways)) assert.equal(await bounced(song, more), hash, way);
      assert.equal(await inWorklet(song.program, frames), hash, 'in a worklet');
    });

  const bounced = async ({ song, timeline, sounds }: SampleSong, more: Partial<BounceRequest>) => {
    const wav = path.join(folder, 'song.wav');
    await bounce({ song, timeline, sounds, file: wav, bits: '32f', ...more });
    const bytes = fs.readFileSync(wav);
    const at = bytes.indexOf('data', 0, 'latin1') + 8;
    const samples = new Float32Array(
      bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + bytes.length),
    );
    const frames = bytes.readUInt32LE(at - 4) / 8;
    const sides = [0, 1].map((side) =>
      Float32Array.from({ length: frames }, (_, i) => samples[i * 2 + side]!),
    );
    return hashOf(sides[0]!, sides[1]!);
  };
});

function rendered(program: Program): { readonly hash: string; readonly frames: number } {
  const chunks: { left: Float32Array; right: Float32Array }[] = [];
  for (const { left, right } of renderOffline(coreModule(), program))
    chunks.push({ left: left.slice(), right: right.slice() });
  const frames = chunks.reduce((sum, { left }) => sum + left.length, 0);
  const [left, right] = [new Float32Array(frames), new Float32Array(frames)];
  let at = 0;
  for (const chunk of chunks) {
    left.set(chunk.left, at);
    right.set(chunk.right, at);
    at += chunk.left.length;
  }
  assert.ok(
    left.some((sample) => Math.abs(sample) > 0.1),
    'it sounds',
  );
  return { hash: hashOf(left, right), frames };
}

const hashOf = (left: Float32Array, right: Float32Array): string =>
  createHash('sha256').update(new Uint8Array(left.buffer)).update(new Uint8Array(right.buffer)).digest('hex');

/** Where somebody says how the sound changed, the file is written anew. */
function renew(name: string, sha256: string): void {
  const change = process.env['CODETTA_SOUND_CHANGE'];
  if (!change || goldens[name]?.sha256 === sha256) return;
  goldens[name] = { sha256, change };
  fs.writeFileSync(file, `${JSON.stringify(goldens, undefined, 2)}\n`);
}

async function inWorklet(program: Program, frames: number): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: workletEntry, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    logLevel: 'silent',
  });
  // A worklet decodes no text.
  const script = `${textDecoder}\n${outputFiles[0]!.text}`;
  return hashInWorklet({ script, options: { core: coreBytes(), program: pack(program) }, frames });
}

/** As far as a program's head needs it. */
const textDecoder = `
globalThis.TextDecoder ??= class {
  decode(bytes) {
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return decodeURIComponent(escape(text));
  }
};`;
