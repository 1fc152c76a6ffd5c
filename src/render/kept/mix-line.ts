// The mix of a song as chunks, from a line of parts: what was mixed before of the same stems, by the same buses and
// the same master, is not mixed again.

import { added, type CoreReport, noTrouble } from '../../engine/core/report.ts';
import { noSample } from '../../engine/offline/alone.ts';
import { mixParts, partFrames } from '../../engine/offline/parts.ts';
import { type Chunk, inChunks } from '../../engine/offline/render.ts';
import { withoutStems } from '../../engine/offline/stems.ts';
import type { Program } from '../../engine/program.ts';
import { samplesOf } from '../../engine/samples-of.ts';
import { newLine } from './line.ts';
import { partKeys, together } from './part-keys.ts';
import type { StemLines, StemLinesOptions } from './stem-lines.ts';

export interface MixLine {
  /** As `renderOffline` gives them. */
  readonly chunks: Generator<Chunk, void>;
  /** What was counted in the parts of the mix so far. */
  report(): CoreReport;
}

export function mixLine(options: StemLinesOptions, stems: StemLines): MixLine {
  const { store, module, core, stretch } = options;
  const program = mixProgram(options.program, stems.tracks);
  const keys = partKeys(core, program, stretch);
  const line = newLine({
    store,
    of: 'mix',
    start: keys.start,
    renderer: () => mixParts(module, program, stretch, stems),
    prepare: (part) => stems.rewind(part),
  });
  let report = noTrouble;
  let part = 0;
  const sides = newPieces(() => {
    const next = line.next(together(keys.input(part++), ...stems.advance()));
    report = added(report, next.report);
    const { samples } = next.sound();
    return { left: samples.subarray(0, partFrames), right: samples.subarray(partFrames), late: next.latency };
  });
  return {
    chunks: inChunks(options.program, stretch, (frames) => ({ ...sides(frames), taps: [] })),
    report: () => report,
  };
}

/** What of a program the mix needs: of tracks that come as stems, their effects only say how late they are. */
function mixProgram(program: Program, tracks: readonly number[]): Program {
  const given = new Set(tracks);
  const bare = withoutStems(program, tracks);
  const heard = new Set([
    ...bare.tracks.flatMap((track) => (given.has(bare.tracks.indexOf(track)) ? [] : samplesOf(track))),
    ...[...bare.tracks, ...bare.buses, bare.master].flatMap(({ inserts }) =>
      inserts.flatMap(({ response }) => (response === undefined ? [] : [response])),
    ),
  ]);
  return {
    ...bare,
    samples: bare.samples.map((sample, place) => (heard.has(place) ? sample : noSample)),
    lanes: program.lanes.filter(
      ({ strip, index, part }) =>
        !(strip === 'track' && given.has(index) && (part === 'insert' || part === 'instrument')),
    ),
  };
}

interface Sides {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/** Cuts parts into pieces of any size, without the frames by which the first is late. */
function newPieces(next: () => Sides & { readonly late: number }): (frames: number) => Sides {
  let now: Sides = { left: new Float32Array(), right: new Float32Array() };
  let at = 0;
  let isFirst = true;
  return (frames) => {
    if (at + frames <= now.left.length) {
      at += frames;
      return { left: now.left.subarray(at - frames, at), right: now.right.subarray(at - frames, at) };
    }
    const [left, right] = [new Float32Array(frames), new Float32Array(frames)];
    for (let done = 0; done < frames; ) {
      if (at === now.left.length) {
        const part = next();
        now = part;
        at = isFirst ? part.late : 0;
        isFirst = false;
      }
      const count = Math.min(frames - done, now.left.length - at);
      left.set(now.left.subarray(at, at + count), done);
      right.set(now.right.subarray(at, at + count), done);
      at += count;
      done += count;
    }
    return { left, right };
  };
}
