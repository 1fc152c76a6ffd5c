// The mix of a song as chunks, from a line of parts: what was mixed before of the same stems, by the same buses and
// the same master, is not mixed again.

import { added, type CoreReport, noTrouble } from '../../engine/core/report.ts';
import { noSample } from '../../engine/offline/alone.ts';
import { type PartRenderer, mixParts as partsOfMix } from '../../engine/offline/parts.ts';
import { type Chunk, inChunks } from '../../engine/offline/render.ts';
import { withoutStems } from '../../engine/offline/stems.ts';
import type { Program } from '../../engine/program.ts';
import { samplesOf } from '../../engine/samples-of.ts';
import type { Encoded, WholeBits } from '../sample-format.ts';
import { fileParts, sidesOf } from './file-parts.ts';
import { type LinePart, newLine } from './line.ts';
import { partKeys, together } from './part-keys.ts';
import type { StemLines, StemLinesOptions } from './stem-lines.ts';

export interface MixLine<One = Chunk> {
  /** As `renderOffline` gives them. */
  readonly chunks: Generator<One, void>;
  /** What was counted in the parts of the mix so far. */
  report(): CoreReport;
}

/** Some of the song as it stands in its file. */
export interface FileChunk extends Encoded {
  readonly share: number;
}

/** The mix as samples. */
export function mixLine(options: StemLinesOptions, stems: StemLines): MixLine {
  const mix = mixParts(options, stems);
  return { chunks: samplesFrom(mix, options), report: mix.report };
}

/** The mix for a file of so many bits: what lies within the song comes as it stands there. */
export function mixLineInFile(
  options: StemLinesOptions,
  stems: StemLines,
  bits: WholeBits,
): MixLine<Chunk | FileChunk> {
  const { module, stretch } = options;
  const file = fileParts(bits, module, stretch);
  const mix = mixParts(options, stems, { as: bits, shaped: file.rendered });
  // Measured before it was bounced: the same samples serve.
  if (mix.form === asSamples) return { chunks: samplesFrom(mix, options), report: mix.report };
  const length = stretch.to - stretch.from;
  function* chunks(): Generator<Chunk | FileChunk, void> {
    let done = 0;
    for (let part = 0; ; part++) {
      const one = mix.next();
      const encoded = file.read(part, one.latency, one.sound());
      if (!encoded) {
        yield* samplesFrom(mix, options, { part: one, done });
        return;
      }
      done += encoded.frames;
      yield { data: encoded.data, peak: encoded.peak, share: done / length };
    }
  }
  return { chunks: chunks(), report: mix.report };
}

interface MixParts {
  readonly form: Form;
  /** The next part, from the first on. */
  next(): LinePart;
  report(): CoreReport;
}

/** The form that parts are kept in, and how they come to it. */
interface Form {
  readonly as: string;
  shaped(renderer: PartRenderer): PartRenderer;
}

const asSamples: Form = { as: 'samples', shaped: (renderer) => renderer };

/** @param wanted  the form of what is not kept yet: what has begun to be kept as samples goes on like that */
function mixParts(options: StemLinesOptions, stems: StemLines, wanted = asSamples): MixParts {
  const { store, module, core, stretch } = options;
  const program = mixProgram(options.program, stems.tracks);
  const keys = partKeys(core, program, stretch);
  const inputOf = (part: number): string => together(keys.input(part), ...stems.advance());
  let input = inputOf(0);
  const startOf = ({ as }: Form): string => together(keys.start, as);
  const isBegun = (form: Form): boolean => store.head(together(startOf(form), input)) !== undefined;
  const form = isBegun(wanted) || !isBegun(asSamples) ? wanted : asSamples;
  const line = newLine({
    store,
    of: 'mix',
    start: startOf(form),
    renderer: () => form.shaped(partsOfMix(module, program, stretch, stems)),
    prepare: (part) => stems.rewind(part),
  });
  let report = noTrouble;
  let part = 0;
  return {
    form,
    next() {
      if (part > 0) input = inputOf(part);
      part++;
      const next = line.next(input);
      report = added(report, next.report);
      return next;
    },
    report: () => report,
  };
}

/** All that is left of the song and its tail; `first` is a part that was taken already, and the frames before it. */
function samplesFrom(
  mix: MixParts,
  { program, stretch }: StemLinesOptions,
  first?: { readonly part: LinePart; readonly done: number },
): Generator<Chunk, void> {
  const done = first?.done ?? 0;
  let taken = first?.part;
  let late = done === 0;
  const sides = newPieces(() => {
    const part = taken ?? mix.next();
    const [left, right] = sidesOf(part.sound().samples);
    // What looks ahead begins with what comes before the song.
    const before = late ? part.latency : 0;
    late = false;
    taken = undefined;
    return { left: left.subarray(before), right: right.subarray(before) };
  });
  return inChunks(program, stretch, (frames) => ({ ...sides(frames), taps: [] }), done);
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

/** Cuts parts into pieces of any size. */
function newPieces(next: () => Sides): (frames: number) => Sides {
  let now: Sides = { left: new Float32Array(), right: new Float32Array() };
  let at = 0;
  return (frames) => {
    if (at + frames <= now.left.length) {
      at += frames;
      return { left: now.left.subarray(at - frames, at), right: now.right.subarray(at - frames, at) };
    }
    const [left, right] = [new Float32Array(frames), new Float32Array(frames)];
    for (let done = 0; done < frames; ) {
      if (at === now.left.length) {
        now = next();
        at = 0;
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
