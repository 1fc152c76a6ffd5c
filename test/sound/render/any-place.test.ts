// Every sample song, begun anywhere: the same bits cut into blocks of any size, and with its tracks shared out to
// any number of threads, recorded sound and all.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { suite, test } from 'mocha';
import { Core } from '../../../src/engine/core/core.ts';
import { renderOffline, type Stretch } from '../../../src/engine/offline/render.ts';
import { sharedOut, stemTracks } from '../../../src/engine/offline/stems.ts';
import type { Program } from '../../../src/engine/program.ts';
import { coreModule } from '../listen.ts';
import { sampleNames, sampleSong } from './sample-songs.ts';
import { together } from './together.ts';

const rate = 48_000;

/** The bounce of a stretch; with groups, their tracks come from cores of their own. */
function bounced(program: Program, stretch: Stretch, groups: readonly (readonly number[])[] = []): string {
  const stems = together(program, stretch, groups);
  const hash = createHash('sha256');
  let power = 0;
  for (const { left, right } of renderOffline(coreModule(), program, stretch, {
    ...(groups.length > 0 && { stems }),
  })) {
    for (let i = 0; i < left.length; i++) power += left[i]! ** 2 + right[i]! ** 2;
    hash.update(new Uint8Array(left.slice().buffer)).update(new Uint8Array(right.slice().buffer));
  }
  assert.ok(power > 0, 'it sounds');
  return hash.digest('hex');
}

/** The first seconds from a place on, taken in pieces of these sizes, again and again. */
function inPieces(program: Program, from: number, frames: number, sizes: readonly number[]): string {
  const core = new Core(coreModule(), rate);
  core.load(program);
  core.seek(from);
  core.play();
  const [left, right] = [new Float32Array(frames), new Float32Array(frames)];
  for (let at = 0, turn = 0; at < frames; turn++) {
    const end = Math.min(frames, at + sizes[turn % sizes.length]!);
    core.process(left.subarray(at, end), right.subarray(at, end));
    at = end;
  }
  return createHash('sha256')
    .update(new Uint8Array(left.buffer))
    .update(new Uint8Array(right.buffer))
    .digest('hex');
}

suite('A sample song, begun anywhere', function () {
  this.timeout(300_000);
  for (const name of sampleNames)
    test(`${name} has the same bits, however it is cut and shared out`, async () => {
      const { program } = await sampleSong(name);
      const bars = program.barSamples;
      // The start of a bar, and a sample in the middle of one.
      for (const from of [bars[Math.floor(bars.length / 3)]!, bars[Math.floor(bars.length / 2)]! + 12_345]) {
        const stretch = { from, to: from + 3 * rate };
        const one = bounced(program, stretch);
        const tracks = stemTracks(program);
        for (const groups of [sharedOut(program, tracks, 2), sharedOut(program, tracks, 3), [tracks]])
          assert.equal(bounced(program, stretch, groups), one, `from ${from}, ${JSON.stringify(groups)}`);
        const whole = inPieces(program, from, rate, [128]);
        for (const sizes of [[1], [7, 128, 300], [4096], [127, 129]])
          assert.equal(inPieces(program, from, rate, sizes), whole, `from ${from}, pieces of ${sizes}`);
      }
    });
});
