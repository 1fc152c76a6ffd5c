// The sections over the lanes, with bar numbers: a click goes there, a double or Alt click loops it, a drag
// moves it in the arrangement, and its right edge makes it longer or shorter by whole bars. Sections too
// narrow for any of it are a line of the ruler, where a click still goes to them.

import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import { barStep } from '../model/arrangement-view.ts';
import type { Panel } from '../model/panel.ts';
import { sectionAt, sectionLabel } from '../model/places.ts';
import type { ActiveCell } from './grid-keys.ts';
import { gridCell, gridRow } from './grid-roles.ts';
import { SectionHead } from './SectionHead.tsx';
import { useFormDrag } from './use-form-drag.ts';

interface Props {
  readonly panel: Panel;
  readonly song: PanelSong;
  readonly active: Signal<ActiveCell>;
  readonly corner: RefObject<HTMLDivElement | null>;
}

/** Pixels of a section that has an element of its own. */
const narrowest = 8;

/** Pixels that the number of a bar takes: where there are fewer, that of the section stands alone. */
const numberWidth = 26;

export function Ruler({ panel, song, active, corner }: Props) {
  const { view } = panel;
  const { ruler, drag, handlers, wasDrag } = useFormDrag(panel, song);
  const held = drag.value;
  const { from, to } = view.drawn.value;
  const barWidth = view.barWidth.value;
  const { row, column } = active.value;
  const shown = song.sections
    .map((_, index) => index)
    .filter((index) => {
      const { bar, bars } = song.sections[index]!;
      const isDrawn = (bar + bars) * barWidth >= from && bar * barWidth <= to && bars * barWidth >= narrowest;
      // What the hand or the keyboard holds is there wherever it lies.
      return isDrawn || held?.section === index || (row === 0 && column === index + 1);
    });
  const numbered = barStep(barWidth, 64);
  const firstNumber = Math.ceil(from / barWidth / numbered) * numbered;
  const count = Math.max(0, Math.ceil((Math.min(to / barWidth, song.bars) - firstNumber) / numbered));
  const starts = shown.map((index) => song.sections[index]!.bar);
  const isFree = (bar: number): boolean =>
    (song.bars - bar) * barWidth >= numberWidth &&
    starts.every((start) =>
      bar < start ? (start - bar) * barWidth >= numberWidth : (bar - start) * barWidth >= numberWidth,
    );
  const press = (event: MouseEvent): void => {
    if (event.target !== ruler.current) return;
    const bar = view.barsAt(event.clientX - ruler.current!.getBoundingClientRect().left);
    const index = sectionAt(song.sections, bar);
    if (index < 0) return;
    if (event.altKey || event.detail === 2) panel.locators.toggleLoop(index);
    else if (event.detail < 2) panel.locators.seekBars(song.sections[index]!.bar);
  };
  return (
    <div class="ruler" {...gridRow(0)}>
      <div
        ref={corner}
        class={`corner ${row === 0 && column === 0 ? 'is-active' : ''}`}
        {...gridCell('columnheader', 0, 0)}
      >
        <span class="unseen">Tracks</span>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the grid's keys do the same. */}
      <div class="ruler-sections" ref={ruler} role="presentation" onClick={press}>
        {held?.kind === 'move' && <div class="section-drop" style={{ left: `${view.xOf(held.bar)}px` }} />}
        {Array.from({ length: count }, (_, index) => firstNumber + index * numbered)
          .filter(isFree)
          .map((bar) => (
            <span
              key={`bar ${bar}`}
              class="bar-number"
              aria-hidden="true"
              style={{ left: `${view.xOf(bar)}px` }}
            >
              {bar + 1}
            </span>
          ))}
        {shown.map((index) => (
          <SectionHead
            key={index}
            panel={panel}
            song={song}
            index={index}
            label={sectionLabel(song.sections, index)}
            isActive={row === 0 && column === index + 1}
            held={held?.section === index ? held : undefined}
            handlers={handlers}
            wasDrag={wasDrag}
          />
        ))}
      </div>
    </div>
  );
}
