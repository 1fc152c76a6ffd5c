// A bounce from bar 33 is that part of the whole: of every track that is silent where it begins, to the last bit. What
// rang on from before the bar is what a bounce from there can't have.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { stemRenderer } from '../../../src/engine/offline/render.ts';
import { stemTracks } from '../../../src/engine/offline/stems.ts';
import type { Program } from '../../../src/engine/program.ts';
import { coreModule } from '../listen.ts';
import { sampleNames, sampleSong } from './sample-songs.ts';

const blockFrames = 128;
const seconds = 8;
const atOnce = 16;

/** The program with its bars and notes cut off where whole blocks of the song end: so that blocks begin alike. */
const blocksOf = (frames: number): number => Math.floor(frames / blockFrames);

interface Stem {
  readonly sides: readonly number[];
  readonly samples: Float32Array;
}

/** A track up to its fader: from `from` on, which is the start of a block, as many blocks. */
function stemOf(program: Program, track: number, from: number, blocks: number): Stem {
  const { next } = stemRenderer(coreModule(), program, { from }, [track], atOnce);
  const sides: number[] = [];
  const samples = new Float32Array(blocks * blockFrames * 2);
  while (sides.length < blocks) {
    const [room] = next();
    let from = 0;
    for (const count of room!.sides.subarray(0, blocks - sides.length)) {
      const to = from + count * blockFrames;
      samples.set(room!.samples.subarray(from, to), sides.length * 2 * blockFrames);
      sides.push(count);
      from = to;
    }
  }
  return { sides, samples };
}

suite('A bounce from a bar on', function () {
  this.timeout(600_000);
  for (const name of sampleNames)
    test(`${name}: what was silent there is that part of the whole`, async () => {
      const { program } = await sampleSong(name);
      const bars = program.barSamples;
      const bar = bars[Math.min(32, Math.floor(bars.length / 2))]!;
      let proven = 0;
      for (const track of stemTracks(program)) {
        const end = blocksOf(Math.min(program.lengthSamples, bar + 60 * program.sampleRate));
        const whole = stemOf(program, track, 0, end);
        // The first block from the bar on in which it sleeps, and from which it comes back within the song.
        const first = blocksOf(bar) + 1;
        const asleep = whole.sides.findIndex((sides, block) => block >= first && sides === 0);
        if (asleep < 0) continue;
        const blocks = Math.min(end - asleep, blocksOf(seconds * program.sampleRate));
        const part = stemOf(program, track, asleep * blockFrames, blocks);
        if (part.sides.every((sides) => sides === 0)) continue;
        const where = `${program.tracks[track]!.name} from sample ${asleep * blockFrames}`;
        // A drum that is over, but whose note goes on, may be found awake and without a sound.
        const others = part.sides.findIndex((sides, block) => {
          const due = whole.sides[asleep + block]!;
          return sides !== due && sides > 0 && due > 0;
        });
        assert.equal(others, -1, where);
        const same = whole.samples.subarray(asleep * 2 * blockFrames, (asleep + blocks) * 2 * blockFrames);
        assert.ok(Buffer.from(part.samples.buffer).equals(Buffer.from(same.slice().buffer)), where);
        proven++;
      }
      assert.ok(proven > 0, 'some track is silent somewhere');
    });
});
