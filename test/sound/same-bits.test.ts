// One sound: the core gives the same bits in Node 24, in Node 20, and in a browser's AudioWorklet.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { instruments } from '../../src/vocabulary/instruments.ts';
import { hashInWorklet } from './in-worklet.ts';

const seconds = 4;
const root = new URL('../../', import.meta.url);

// Every instrument, every effect, a keyed compressor, a bus into a bus, chance, and a swap; and recorded sound: a
// Sampler at other pitches and with a loop, takes at another rate, like a tape, round and round, one into another.
const entry = `
import { Core } from './src/engine/core/core.ts';
import { compileCore } from './src/engine/core/exports.ts';
import { compile } from './src/engine/compile.ts';
import { plainZone } from './src/engine/sounds/sound-map.ts';
import { songLanguage } from './src/languages/song/song-language.ts';
import { layOut } from './src/timeline/lay-out.ts';
import { programOf } from './test/sound/programs.ts';
const noise = (frames, seed) => {
  let state = seed;
  return Float32Array.from({ length: frames }, () => (state = (Math.imul(state, 1664525) + 1013904223) | 0) / 2 ** 34);
};
const recordings = {
  'a.wav': { hash: 'a', sampleRate: 44100, channels: [noise(150000, 1)] },
  'b.wav': { hash: 'b', sampleRate: 48000, channels: [noise(90000, 2), noise(90000, 3)] },
};
const sounds = {
  map: (request) => {
    const recording = request.source === 'piano' ? 'b.wav' : request.source;
    const found = recordings[recording];
    const loop = request.source === 'piano' ? { loop: { start: 1000, end: 4321 } } : {};
    return { id: 'file', zones: [{ ...plainZone, recording, ...loop }], length: { frames: found.channels[0].length, sampleRate: found.sampleRate } };
  },
  recording: (id) => recordings[id.split('#')[1]],
};
const recorded = (tempo) => {
  const { song } = songLanguage.read(\`song "T" { tempo 120bpm, ramp to 140bpm over 1 bar at bar 1 }
take a = "a.wav" { trim: 0.1s..3s, tempo: \${tempo}bpm, stretch: repitch }
take b = "b.wav" { loop: true, crossfade: 50ms }
instrument keys = Sampler("piano") { release: 200ms }
track vox { instrument: keys, reverb: 1s }
section verse 2 bars { vox: "c4 e4 [g4,c5] d#3"
 vox: a
 vox: b at beat 4 }
arrange verse\`);
  return compile(song, layOut(song), 48000, sounds);
};
const notes = (step, midi) => Array.from({ length: Math.floor(3.5 / step) }, (_, i) => ({ at: i * step, for: step * 0.8, midi: midi + (i * 7) % 12, velocity: 0.3 + (i % 5) / 10 }));
export const program = (pitch) => {
  const { tracks, samples } = recorded(pitch * 2);
  if (!tracks[0].clips || tracks[0].eventCount === 0) throw new Error('nothing recorded sounds');
  const made = synthesised(pitch);
  return { ...made, tracks: [...made.tracks, ...tracks], samples };
};
const synthesised = (pitch) => programOf({
  tracks: ${JSON.stringify(instruments.map(({ name }) => name))}.map((instrument, i) => ({
    name: instrument, instrument, notes: notes(0.11 + i * 0.03, pitch + i), sends: [0.3, 0.2],
    preSends: [0, 0, 0.1],
    strip: { pan: (i - 2) / 3, 'EQ3.low': -3, 'Compressor.threshold': -20, 'Compressor.key': 0, 'Highpass.frequency': 40 },
  })),
  buses: [
    { 'Reverb.decay': 2, 'Highpass.frequency': 200 },
    { strip: { 'PingPongDelay.delayTime': 0.17, 'PingPongDelay.feedback': 0.4, 'EQ3.high': -6 }, sends: [0.2] },
    { 'Reverb.decay': 0.5 },
  ],
  master: { level: 2, 'EQ3.high': 2, 'Compressor.threshold': -12, 'Compressor.ratio': 2 },
  seconds: ${seconds},
});
export function start(bytes) {
  const core = new Core(compileCore(bytes), 48000);
  core.load(program(48));
  core.play();
  core.update(program(50), 96000);
  return core;
}
`;

const nodeEntry = `
import fs from 'node:fs';
import { createHash } from 'node:crypto';
import { start } from 'codetta-bits';
const core = start(fs.readFileSync(process.argv[2]));
const sides = [new Float32Array(${seconds * 48_000}), new Float32Array(${seconds * 48_000})];
for (let at = 0; at < sides[0].length; at += 128) core.process(sides[0].subarray(at, at + 128), sides[1].subarray(at, at + 128));
const hash = createHash('sha256');
for (const side of sides) hash.update(new Uint8Array(side.buffer));
if (!(Math.max(...sides[0].slice(0, 96000)) > 0.1)) throw new Error('silence has the same bits everywhere');
console.log(hash.digest('hex'));
`;

const workletEntry = `
import { start } from 'codetta-bits';
registerProcessor('song', class extends AudioWorkletProcessor {
  constructor({ processorOptions }) {
    super();
    this.core = start(new Uint8Array(processorOptions.core));
  }
  process(_inputs, [[left, right]]) {
    this.core.process(left, right);
    return true;
  }
});
`;

async function bundle(contents: string, platform: 'node' | 'browser'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: path.resolve(root.pathname), loader: 'ts' },
    bundle: true,
    write: false,
    platform,
    format: platform === 'node' ? 'esm' : 'iife',
    target: platform === 'node' ? 'node20' : 'chrome120',
    logLevel: 'silent',
    plugins: [
      {
        name: 'bits',
        setup(it) {
          it.onResolve({ filter: /^codetta-bits$/ }, () => ({ path: 'bits', namespace: 'bits' }));
          it.onLoad({ filter: /.*/, namespace: 'bits' }, () => ({
            contents: entry,
            loader: 'ts',
            resolveDir: path.resolve(root.pathname),
          }));
        },
      },
    ],
  });
  return outputFiles[0]!.text;
}

suite('One sound', () => {
  let folder = '';
  let reference = '';

  const hashIn = (node: string): string => {
    const { stdout, stderr, status } = spawnSync(
      node,
      [path.join(folder, 'bits.mjs'), new URL('dist/core.wasm', root).pathname],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, stderr);
    return stdout.trim();
  };

  suiteSetup(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-bits-'));
    fs.writeFileSync(path.join(folder, 'bits.mjs'), await bundle(nodeEntry, 'node'));
    reference = hashIn(process.execPath);
  });

  suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('the same bits twice in this Node', () => {
    assert.match(reference, /^[0-9a-f]{64}$/);
    assert.equal(hashIn(process.execPath), reference);
  });

  test('the same bits in the Node that runs npm, whichever it is', function () {
    // The tests run under the Node 24 that npm brought; the machine's own is often another.
    const other = (process.env.PATH ?? '')
      .split(path.delimiter)
      .map((place) => path.join(place, 'node'))
      .find(
        (file) =>
          fs.existsSync(file) &&
          spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout.trim() !== process.version,
      );
    if (!other) return this.skip();
    assert.equal(hashIn(other), reference);
  });

  test("the same bits in a browser's AudioWorklet", async () => {
    const worklet = await bundle(workletEntry, 'browser');
    const core = fs.readFileSync(new URL('dist/core.wasm', root));
    const frames = seconds * 48_000;
    assert.equal(await hashInWorklet({ script: worklet, options: { core }, frames }), reference);
  });
});
