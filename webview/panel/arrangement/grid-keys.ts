// The arrangement by keys: arrows go from cell to cell, and what a hand does by dragging has a key each.
// Row 0 holds the sections, column 0 the tracks.

import type { Signal } from '@preact/signals';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import { entryOf, inserted, moved, removed, repeated } from '../model/form.ts';
import type { Panel } from '../model/panel.ts';
import { zoomStep } from './ArrangementBar.tsx';

export interface ActiveCell {
  readonly row: number;
  readonly column: number;
}

export function gridKeys(
  event: KeyboardEvent,
  panel: Panel,
  song: PanelSong,
  active: Signal<ActiveCell>,
): void {
  const act = formKey(event, panel, song, active) ?? placeKey(event, panel, song, active);
  if (!act) return;
  act();
  event.preventDefault();
  event.stopPropagation();
}

/** What changes the section of the active cell. */
function formKey(
  { key, altKey, shiftKey, ctrlKey, metaKey }: KeyboardEvent,
  panel: Panel,
  song: PanelSong,
  active: Signal<ActiveCell>,
): (() => void) | undefined {
  const index = active.value.column - 1;
  const section = song.sections[index];
  const at = section ? entryOf(song, index) : -1;
  const entry = song.form[at];
  if (!section || !entry || ctrlKey || metaKey) return undefined;
  const { form } = song;
  const shift = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (altKey && shift !== 0) {
    const to = at + shift;
    return to < 0 || to >= form.length
      ? () => {}
      : () => panel.rearrange(moved(form, at, shift > 0 ? at + 2 : to));
  }
  if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
    const repeats = entry.repeats + (key === 'ArrowUp' ? 1 : -1);
    return () => repeats >= 1 && panel.rearrange(repeated(form, at, repeats));
  }
  if (shiftKey && shift !== 0) {
    const bars = section.bars + shift;
    return () => bars >= 1 && panel.gesture({ do: 'resize', section: section.name, bars });
  }
  if (altKey || shiftKey) return undefined;
  if (key === 'Delete' || key === 'Backspace')
    return () => form.length > 1 && panel.rearrange(removed(form, at));
  if (key === 'd' || key === 'Insert') return () => panel.rearrange(inserted(form, at + 1, section.name));
  return undefined;
}

/** What moves the active cell, the playhead and the view. */
function placeKey(
  { key, altKey, shiftKey, ctrlKey, metaKey }: KeyboardEvent,
  panel: Panel,
  song: PanelSong,
  active: Signal<ActiveCell>,
): (() => void) | undefined {
  if (altKey || metaKey) return undefined;
  const { view } = panel;
  const { row, column } = active.value;
  const [lastRow, lastColumn] = [song.tracks.length, song.sections.length];
  const to = (nextRow: number, nextColumn: number) => (): void => {
    const next = {
      row: Math.min(lastRow, Math.max(0, nextRow)),
      column: Math.min(lastColumn, Math.max(0, nextColumn)),
    };
    active.value = next;
    const section = song.sections[next.column - 1];
    const bars = section
      ? { from: section.bar, to: section.bar + section.bars }
      : { from: view.barsAt(view.left.value), to: view.barsAt(view.left.value) };
    view.reveal(bars, next.row === 0 ? undefined : next.row - 1);
  };
  const page = Math.max(1, Math.floor(view.height.value / view.rowHeight.value) - 1);
  switch (key) {
    case 'ArrowRight':
      return shiftKey ? undefined : to(row, ctrlKey ? lastColumn : column + 1);
    case 'ArrowLeft':
      return shiftKey ? undefined : to(row, ctrlKey ? 0 : column - 1);
    case 'ArrowDown':
      return to(ctrlKey ? lastRow : row + 1, column);
    case 'ArrowUp':
      return to(ctrlKey ? 0 : row - 1, column);
    case 'PageDown':
      return to(row + page, column);
    case 'PageUp':
      return to(row - page, column);
    case 'Home':
      return to(ctrlKey ? 0 : row, 1);
    case 'End':
      return to(ctrlKey ? lastRow : row, lastColumn);
    case 'Enter':
      return ctrlKey ? undefined : () => enter(panel, song, active.value);
    case 'l':
      return ctrlKey || column === 0 ? undefined : () => panel.locators.toggleLoop(column - 1);
    case 'q':
      return ctrlKey || column === 0 ? undefined : () => panel.live.toggleQueued(column - 1);
    case '+':
    case '=':
      return ctrlKey
        ? undefined
        : () => panel.setZoom(view.zoom.value * zoomStep, anchorOf(panel, song, column));
    case '-':
      return ctrlKey
        ? undefined
        : () => panel.setZoom(view.zoom.value / zoomStep, anchorOf(panel, song, column));
    case '0':
      return ctrlKey ? undefined : () => panel.setZoom(1);
    default:
      return undefined;
  }
}

function enter(panel: Panel, song: PanelSong, { row, column }: ActiveCell): void {
  const section = song.sections[column - 1];
  const track = song.tracks[row - 1];
  if (section) panel.locators.seekBars(section.bar);
  else if (track) panel.reveal(track);
}

/** The active section stays where it is while its size changes. */
function anchorOf({ view }: Panel, song: PanelSong, column: number): number | undefined {
  const section = song.sections[column - 1];
  const x = section && view.xOf(section.bar) - view.left.value;
  return x !== undefined && x >= 0 && x <= view.width.value ? x : undefined;
}
