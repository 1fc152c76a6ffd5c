// The arrangement: sections across, tracks down, a picture of what plays in each cell, and the playhead.
// What is not seen is neither in the page nor drawn; how much is seen stands in the view (model/).
// For the keyboard and a screen reader it is a grid with one active cell.

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import { firstSound } from '../model/first-sound.ts';
import { silentNow } from '../model/hearing.ts';
import type { Panel } from '../model/panel.ts';
import { ArrangementBar } from './ArrangementBar.tsx';
import { gridKeys } from './grid-keys.ts';
import { cellId } from './grid-roles.ts';
import { Notes } from './Notes.tsx';
import { Playhead } from './Playhead.tsx';
import { Rows } from './Rows.tsx';
import { Ruler } from './Ruler.tsx';
import { useScroll } from './use-scroll.ts';

interface Props {
  readonly panel: Panel;
  readonly song: PanelSong;
  /** Laid over the lanes, in pixels of the view. */
  readonly children?: ComponentChildren;
}

export function Arrangement(props: Props) {
  const { song } = props;
  return (
    <section
      class={`arrangement ${song.bars === 0 || song.sections.length === 0 ? 'arrangement-empty' : ''}`}
      aria-label="Arrangement"
    >
      {song.bars === 0 || song.sections.length === 0 ? (
        <NothingYet hasTracks={song.tracks.length > 0} />
      ) : (
        <Grid {...props} />
      )}
    </section>
  );
}

/** What comes next in a song that plays nothing. */
function NothingYet({ hasTracks }: { readonly hasTracks: boolean }) {
  return hasTracks ? (
    <p>
      This song has nothing to play yet. Write a section that its tracks play in, and name it in{' '}
      <code>arrange</code>.
    </p>
  ) : (
    <>
      <p>This song has nothing to play yet. Four lines make a first sound:</p>
      <pre>{firstSound}</pre>
    </>
  );
}

function Grid({ panel, song, children }: Props) {
  const { view } = panel;
  const lanes = useRef<HTMLDivElement>(null);
  const active = useSignal({ row: 0, column: 1 });
  const { scroller, corner } = useScroll(panel);
  useLayoutEffect(() => {
    // A song that has become shorter has no such cell any more.
    const { row, column } = active.value;
    if (row > song.tracks.length || column > song.sections.length)
      active.value = {
        row: Math.min(row, song.tracks.length),
        column: Math.min(column, song.sections.length),
      };
  }, [song]);
  const silent = silentNow(song, panel.desk.valueAt).tracks;
  const scrub = (event: PointerEvent): void => {
    if (event.type === 'pointerdown' && event.button === 0) lanes.current!.setPointerCapture(event.pointerId);
    else if (event.buttons !== 1) return;
    const bars = view.barsAt(event.clientX - lanes.current!.getBoundingClientRect().left);
    panel.locators.seekBars(Math.max(0, Math.min(bars, song.bars - 0.001)));
  };
  const zoomAround = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const x = event.clientX - lanes.current!.getBoundingClientRect().left - view.left.value;
    panel.setZoom(view.zoom.value * 1.0018 ** -event.deltaY, Math.max(0, x));
  };
  return (
    <>
      <ArrangementBar panel={panel} song={song} />
      <div class="arrangement-scroll" ref={scroller} onWheel={zoomAround}>
        <div
          class="arrangement-content"
          style={{ '--song': `${view.songWidth.value}px`, '--rows': song.tracks.length }}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: a table has no rows that are not there. */}
          <div
            class="arrangement-grid"
            role="grid"
            tabIndex={0}
            aria-label="Sections and tracks"
            aria-describedby="arrangement-keys"
            aria-rowcount={song.tracks.length + 1}
            aria-colcount={song.sections.length + 1}
            aria-activedescendant={cellId(active.value.row, active.value.column)}
            onKeyDown={(event) => gridKeys(event, panel, song, active)}
          >
            <Ruler panel={panel} song={song} active={active} corner={corner} />
            <Rows panel={panel} song={song} silent={silent} active={active} />
          </div>
          <div class="lanes" ref={lanes} onPointerDown={scrub} onPointerMove={scrub}>
            <Notes view={view} song={song} waves={panel.recordings.waves.value} silent={silent} />
            {children}
          </div>
          <Playhead panel={panel} song={song} scroller={scroller} />
        </div>
      </div>
      <p id="arrangement-keys" class="unseen">
        Arrows move from cell to cell. Enter goes to the section, or shows a track in the text. L loops the
        section, Q brings it in next. With Alt, left and right move it, up and down play it once more or less.
        With Shift, left and right make it a bar shorter or longer. Delete takes it out. D puts it in once
        more. Plus, minus and 0 zoom.
      </p>
    </>
  );
}
