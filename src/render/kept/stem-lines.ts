// The tracks of a bounce as lines of parts: what was kept of them is not rendered. A helping thread may run ahead
// and leave parts in the store; then this one waits for it, and finds them there.

import type { CompiledCore } from '../../engine/core/exports.ts';
import { added, type CoreReport, noTrouble } from '../../engine/core/report.ts';
import type { GiveStem, StemSource } from '../../engine/core/stem-blocks.ts';
import { alone, beforeFader } from '../../engine/offline/alone.ts';
import { blockFrames, partBlocks, partFrames, stemParts } from '../../engine/offline/parts.ts';
import type { Stretch } from '../../engine/offline/render.ts';
import type { Program } from '../../engine/program.ts';
import { type Line, type LinePart, newLine } from './line.ts';
import { partKeys, together } from './part-keys.ts';
import type { PartStore } from './part-store.ts';

export interface StemLine {
  /** The part behind the one asked for last. */
  next(): LinePart;
  readonly rendered: number;
}

export interface StemLinesOptions {
  readonly store: PartStore;
  readonly module: CompiledCore;
  /** See `keyOfCore`. */
  readonly core: string;
  readonly program: Program;
  /** Within the song. */
  readonly stretch: Required<Stretch>;
}

export function stemLine(options: StemLinesOptions, track: number): StemLine {
  const { store, module, core, stretch } = options;
  const program = beforeFader(alone(options.program, track));
  const keys = partKeys(core, program, stretch);
  const line: Line = newLine({
    store,
    of: 'stem',
    start: keys.start,
    renderer: () => stemParts(module, program, stretch),
  });
  let part = 0;
  return {
    next: () => line.next(keys.input(part++)),
    get rendered() {
      return line.rendered;
    },
  };
}

/** Whether all of a track, up to the end of the stretch, lies in the store. */
export function isKept(options: StemLinesOptions, track: number): boolean {
  const { store, core, stretch } = options;
  const keys = partKeys(core, beforeFader(alone(options.program, track)), stretch);
  let isWhole = true;
  const line = newLine({
    store: { ...store, write: () => {} },
    of: 'stem',
    start: keys.start,
    renderer: () => {
      isWhole = false;
      throw new Error('not kept');
    },
  });
  try {
    for (let part = 0; part < partsOf(stretch); part++) line.next(keys.input(part));
  } catch (error) {
    if (isWhole) throw error;
  }
  return isWhole;
}

/** Whether its first part lies there. */
export function isBegun({ store, core, program, stretch }: StemLinesOptions, track: number): boolean {
  const keys = partKeys(core, beforeFader(alone(program, track)), stretch);
  return store.head(together(keys.start, keys.input(0))) !== undefined;
}

/** Parts up to the end of the stretch. */
export const partsOf = ({ from, to }: Required<Stretch>): number => Math.ceil((to - from) / partFrames);

export interface StemLines extends StemSource {
  /** Takes the next part of each track, to be given block by block; the keys of all of them. */
  advance(): readonly string[];
  /** The blocks of part `part`, which was taken before, come next. */
  rewind(part: number): void;
  /** What was counted in the parts taken so far. */
  report(): CoreReport;
}

/**
 * @param tracks  of the program
 * @param ready   waits until a helper has been at this part of a track, where one is at work
 */
export function stemLines(
  options: StemLinesOptions,
  tracks: readonly number[],
  ready: (track: number, part: number) => void = () => {},
): StemLines {
  const lines = tracks.map((track) => stemLine(options, track));
  const parts: (readonly LinePart[])[] = [];
  let report = noTrouble;
  let [part, block] = [0, 0];
  /** What is given: made when the first of it is asked for. */
  let sounds: readonly Given[] | undefined;
  const rooms = tracks.map(newRoom);
  return {
    tracks,
    advance() {
      const at = parts.length;
      const taken = lines.map((line, index) => {
        ready(tracks[index]!, at);
        return line.next();
      });
      parts.push(taken);
      report = taken.map((one) => one.report).reduce(added, report);
      this.rewind(at);
      return taken.map(({ key }) => key);
    },
    rewind(to) {
      [part, block, sounds] = [to, 0, undefined];
    },
    next(give) {
      // Who does not ask for parts gets them one after the other.
      if (part === parts.length) this.advance();
      sounds ??= parts[part]!.map((one, index) => rooms[index]!.given(one));
      for (const [at, sound] of sounds.entries()) sound.block(block, at, give);
      if (++block === partBlocks) this.rewind(part + 1);
    },
    report: () => report,
  };
}

interface Given {
  block(block: number, at: number, give: GiveStem): void;
}

/** Gives the blocks of a line's parts: views of them are made once, and not at every block. */
function newRoom() {
  let views: readonly Float32Array[] = [];
  return {
    given(part: LinePart): Given {
      const { sides, samples } = part.sound();
      if (views[0]?.buffer !== samples.buffer)
        views = Array.from({ length: samples.length / blockFrames }, (_, at) =>
          samples.subarray(at * blockFrames, (at + 1) * blockFrames),
        );
      let used = 0;
      return {
        block(block, at, give) {
          const count = sides[block]!;
          give(
            at,
            count,
            views[Math.min(used, views.length - 1)]!,
            views[Math.min(used + 1, views.length - 1)]!,
          );
          used += count;
        },
      };
    },
  };
}
