// The tracks of the arrangement that are seen: their names, which stay at the left, and the active cell.

import type { Signal } from '@preact/signals';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { Panel } from '../model/panel.ts';
import { spokenCell } from '../model/places.ts';
import { trackColour } from '../parts/track-colour.ts';
import type { ActiveCell } from './grid-keys.ts';
import { gridCell, gridRow } from './grid-roles.ts';

interface Props {
  readonly panel: Panel;
  readonly song: PanelSong;
  readonly silent: readonly boolean[];
  readonly active: Signal<ActiveCell>;
}

export function Rows({ panel, song, silent, active }: Props) {
  const { view } = panel;
  const { from, to } = view.drawnRows.value;
  const { row: activeRow, column } = active.value;
  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  // The active cell is there wherever it lies: keys go out from it.
  const shown = activeRow > 0 && !drawn.includes(activeRow - 1) ? [...drawn, activeRow - 1] : drawn;
  return (
    <>
      {shown.map((index) => {
        const track = song.tracks[index];
        const section = song.sections[column - 1];
        if (!track) return null;
        return (
          <div key={index} class="arrangement-row" {...gridRow(index + 1)} style={{ '--at': index }}>
            <div
              class={`track-cell ${activeRow === index + 1 && column === 0 ? 'is-active' : ''}`}
              {...gridCell('rowheader', index + 1, 0)}
            >
              <button
                type="button"
                class={`track-name ${silent[index] ? 'is-silent' : ''}`}
                style={{ '--colour': trackColour(track, index) }}
                title={`${track.name}: show it in the text`}
                tabIndex={-1}
                onClick={() => panel.reveal(track)}
              >
                <span>{track.name}</span>
              </button>
            </div>
            {activeRow === index + 1 && column > 0 && section && (
              <div
                class="active-cell"
                {...gridCell('gridcell', index + 1, column)}
                style={{ left: `${view.xOf(section.bar)}px`, width: `${view.xOf(section.bars)}px` }}
              >
                <span class="unseen">{spokenCell(song, index, column - 1, silent[index] === true)}</span>
              </div>
            )}
          </div>
        );
      })}
    </>
  );
}
