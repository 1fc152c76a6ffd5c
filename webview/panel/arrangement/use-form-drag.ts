// Sections dragged in the ruler: a section to another place, its right edge to another length, in whole
// bars. Nothing moves until the hand lets go; Escape leaves everything as it was.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import { barOfEntry, dropAt, entryOf, moved } from '../model/form.ts';
import type { Panel } from '../model/panel.ts';

/** What the hand holds, and where it would come to lie. */
export type Drag =
  | { readonly kind: 'move'; readonly section: number; readonly to: number; readonly bar: number }
  | { readonly kind: 'edge'; readonly section: number; readonly bars: number };

/** Pixels before a press becomes a drag. */
const slack = 6;
/** Pixels from an end of the view where a drag scrolls it, and how far. */
const scrollZone = 28;
const scrollStep = 24;

export function useFormDrag(panel: Panel, song: PanelSong) {
  const ruler = useRef<HTMLDivElement>(null);
  const drag = useSignal<Drag | undefined>(undefined);
  const press = useRef<{ kind: Drag['kind']; section: number; x: number; moved: boolean } | undefined>(
    undefined,
  );

  const dragged = useRef(false);

  const barsAtX = (x: number): number => {
    const box = ruler.current!.getBoundingClientRect();
    return panel.view.barsAt(x - box.left);
  };
  const scrollAtEnds = (x: number): void => {
    const { view } = panel;
    const at = x - ruler.current!.getBoundingClientRect().left - view.left.value;
    const step = at < scrollZone ? -scrollStep : at > view.width.value - scrollZone ? scrollStep : 0;
    if (step !== 0) view.scrollTo(view.left.value + step, view.top.value);
  };
  const end = (): void => {
    press.current = undefined;
    drag.value = undefined;
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !drag.value) return;
      event.preventDefault();
      end();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);

  const begin = (event: PointerEvent, kind: Drag['kind'], section: number): void => {
    if (event.button !== 0 || event.altKey) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    press.current = { kind, section, x: event.clientX, moved: false };
    dragged.current = false;
  };
  const move = (event: PointerEvent): void => {
    const held = press.current;
    if (!held || (!held.moved && Math.abs(event.clientX - held.x) < slack)) return;
    held.moved = true;
    dragged.current = true;
    scrollAtEnds(event.clientX);
    const { section } = held;
    const placed = song.sections[section];
    if (!placed) {
      end();
      return;
    }
    if (held.kind === 'edge') {
      const bars = Math.max(1, Math.round(barsAtX(event.clientX) - placed.bar));
      drag.value = { kind: 'edge', section, bars };
    } else {
      const to = dropAt(song, barsAtX(event.clientX));
      drag.value = { kind: 'move', section, to, bar: barOfEntry(song, to) };
    }
  };
  const drop = (): void => {
    const done = drag.value;
    end();
    if (!done) return;
    const section = song.sections[done.section];
    if (!section) return;
    if (done.kind === 'edge') {
      if (done.bars !== section.bars) panel.gesture({ do: 'resize', section: section.name, bars: done.bars });
      return;
    }
    const at = entryOf(song, done.section);
    if (at >= 0 && done.to !== at && done.to !== at + 1) panel.rearrange(moved(song.form, at, done.to));
  };
  return {
    ruler,
    drag,
    /** Whether the press that just ended was a drag, so that it is no click. */
    wasDrag: (): boolean => dragged.current,
    handlers: (kind: Drag['kind'], section: number) => ({
      onPointerDown: (event: PointerEvent) => begin(event, kind, section),
      onPointerMove: move,
      onPointerUp: drop,
      onPointerCancel: end,
    }),
  };
}
