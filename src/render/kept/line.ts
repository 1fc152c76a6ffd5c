// A stem or a mix as a line of parts, taken one after the other. A part is known by the moment that it begins at and
// by what comes into it; both together say what it sounds like and at which moment it ends. So a line that was
// rendered before needs nothing but its keys, and one that was edited is rendered from the part of the edit on, and
// only until it comes to a moment that was known already.

import type { CoreReport } from '../../engine/core/report.ts';
import type { StemRoom } from '../../engine/core/stem-blocks.ts';
import {
  newSound,
  type PartRenderer,
  type PartSound,
  type RenderedPart,
} from '../../engine/offline/parts.ts';
import type { PartHead } from './part-file.ts';
import { momentKey, together } from './part-keys.ts';
import type { PartStore } from './part-store.ts';

export interface LinePart {
  readonly key: string;
  readonly report: CoreReport;
  readonly latency: number;
  /** Where its samples lie, until another part's are asked for; in `into` where that is given. */
  sound(into?: StemRoom): PartSound;
}

export interface Line {
  /** Whether so many parts lie in the store, one after the other; `input` as in `next`. Before any is asked for. */
  isKept(parts: number, input: (part: number) => string): boolean;
  /** The part behind the one asked for last; `input` is the key of what comes into it. */
  next(input: string): LinePart;
  /** How many parts were rendered, and not taken from the store. */
  readonly rendered: number;
}

export interface LineOptions {
  readonly store: PartStore;
  readonly of: 'stem' | 'mix';
  /** See `PartKeys.start`. */
  readonly start: string;
  /** Made when something has to be rendered. */
  renderer(): PartRenderer;
  /** Before a part is rendered: where its input is to come from. */
  prepare?(part: number): void;
}

export function newLine({ store, of, start, renderer: make, prepare }: LineOptions): Line {
  const keys: string[] = [];
  let moment = start;
  let room: ReturnType<typeof newSound> | undefined;
  /** What was rendered last, and which part that is. */
  let last: PartSound | undefined;
  let held = -1;
  let renderer: PartRenderer | undefined;
  let standing = 0;
  let rendered = 0;

  const roomOf = () => {
    room ??= newSound(of);
    return room;
  };

  const step = (part: number): RenderedPart => {
    prepare?.(part);
    const found = renderer!.next(part);
    standing = part + 1;
    held = part;
    last = found.sound;
    return found;
  };

  const render = (part: number): RenderedPart => {
    renderer ??= make();
    if (standing !== part) {
      // From the nearest moment before it that can still be read.
      let from = part;
      let before: Uint8Array | undefined;
      while (from > 0 && !before) {
        before = store.moment(keys[from - 1]!);
        if (!before) from--;
      }
      renderer.goTo(before);
      for (let one = from; one < part; one++) step(one);
    }
    rendered++;
    return step(part);
  };

  const soundOf = (part: number, into?: StemRoom): PartSound => {
    if (held !== part) {
      const found = store.sound(keys[part]!, into ? { ...into, peak: 0 } : roomOf());
      if (found) return found;
      render(part);
    }
    if (!into) return last!;
    into.sides.set(last!.sides);
    into.samples.set(last!.samples);
    return last!;
  };

  const made = (part: number, key: string): PartHead => {
    const { sound, report, moment: after } = render(part);
    const momentSum = store.digest(after);
    const head = { next: momentKey(start, momentSum), report, latency: renderer!.latency };
    store.write(key, { ...head, ...sound, moment: after, momentSum });
    return head;
  };

  return {
    isKept(parts, inputOf) {
      let at = start;
      for (let part = 0; part < parts; part++) {
        const head = store.head(together(at, inputOf(part)));
        if (!head) return false;
        at = head.next;
      }
      return true;
    },
    next(input) {
      const part = keys.length;
      const key = together(moment, input);
      keys.push(key);
      const head = store.head(key) ?? made(part, key);
      moment = head.next;
      return { key, report: head.report, latency: head.latency, sound: (into) => soundOf(part, into) };
    },
    get rendered() {
      return rendered;
    },
  };
}
