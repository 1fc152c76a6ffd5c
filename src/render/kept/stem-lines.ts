// The tracks of a bounce as lines of parts: what was kept of them is not rendered. A helping thread may run ahead
// and leave parts in the store; then this one waits for it, and finds them there.

import type { CompiledCore } from '../../engine/core/exports.ts';
import { added, type CoreReport, noTrouble } from '../../engine/core/report.ts';
import type { StemSource } from '../../engine/core/stem-blocks.ts';
import { alone, beforeFader } from '../../engine/offline/alone.ts';
import { type PartRenderer, partBlocks, partFrames, stemParts } from '../../engine/offline/parts.ts';
import type { Stretch } from '../../engine/offline/render.ts';
import type { Program } from '../../engine/program.ts';
import { type Line, type LinePart, newLine } from './line.ts';
import { type PartKeys, partKeys } from './part-keys.ts';
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
  const { line, keys } = lineOf(options, track);
  let part = 0;
  return {
    next: () => line.next(keys.input(part++)),
    get rendered() {
      return line.rendered;
    },
  };
}

function lineOf(options: StemLinesOptions, track: number): { readonly line: Line; readonly keys: PartKeys } {
  const { store, module, core, stretch } = options;
  const program = beforeFader(alone(options.program, track));
  const keys = partKeys(core, program, stretch);
  const renderer = (): PartRenderer => stemParts(module, program, stretch);
  return { line: newLine({ store, of: 'stem', start: keys.start, renderer }), keys };
}

/** Whether all of a track, up to the end of the stretch, lies in the store. */
export function isKept(options: StemLinesOptions, track: number): boolean {
  const { line, keys } = lineOf(options, track);
  return line.isKept(partsOf(options.stretch), keys.input);
}

/** Whether its first part lies there. */
export function isBegun(options: StemLinesOptions, track: number): boolean {
  const { line, keys } = lineOf(options, track);
  return line.isKept(1, keys.input);
}

/** Parts up to the end of the stretch. */
export const partsOf = ({ from, to }: Required<Stretch>): number => Math.ceil((to - from) / partFrames);

export interface StemLines extends StemSource {
  /** Takes the next part of each track, to be given next; the keys of all of them. */
  advance(): readonly string[];
  /** Part `part`, which was taken before, comes next. */
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
  let part = 0;
  return {
    tracks,
    blocks: partBlocks,
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
      part = to;
    },
    fill(rooms) {
      // Who does not ask for parts gets them one after the other.
      if (part === parts.length) this.advance();
      for (const [index, one] of parts[part]!.entries()) one.sound(rooms[index]!);
      this.rewind(part + 1);
    },
    report: () => report,
  };
}
