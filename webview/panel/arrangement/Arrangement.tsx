// The arrangement: sections across, tracks down, a picture of the notes in each cell, and the playhead.
// The whole strip is one slider for the keyboard; sections and tracks are buttons.

import { useRef } from 'preact/hooks';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import { isSilent } from '../model/hearing.ts';
import type { Panel } from '../model/panel.ts';
import { barsAt, sectionLabel } from '../model/places.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { trackColour } from '../parts/track-colour.ts';
import { FormBar } from './FormBar.tsx';
import { Notes } from './Notes.tsx';
import { Playhead } from './Playhead.tsx';
import { Ruler } from './Ruler.tsx';

interface Props {
  readonly panel: Panel;
  readonly song: PanelSong;
}

const zoomStep = 1.5;

export function Arrangement({ panel, song }: Props) {
  const lanes = useRef<HTMLDivElement>(null);
  if (song.bars === 0 || song.sections.length === 0) {
    return (
      <section class="arrangement arrangement-empty" aria-label="Arrangement">
        <p>
          This song has nothing to play yet. Write a section, and name it in <code>arrange</code>.
        </p>
      </section>
    );
  }
  const silent = song.tracks.map((track) => isSilent(song, 'track', track, panel.desk.valueAt));
  const barOf = (event: MouseEvent): number => {
    const box = lanes.current!.getBoundingClientRect();
    return ((event.clientX - box.left) / box.width) * song.bars;
  };
  const scrub = (event: PointerEvent): void => {
    if (event.type === 'pointerdown' && event.button === 0) lanes.current!.setPointerCapture(event.pointerId);
    else if (event.buttons !== 1) return;
    panel.seekBars(Math.max(0, Math.min(barOf(event), song.bars - 0.001)));
  };
  const zoomAround = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    panel.setZoom(panel.zoom.value * (event.deltaY < 0 ? 1.15 : 1 / 1.15));
  };
  return (
    <section class="arrangement" aria-label="Arrangement">
      <FormBar panel={panel} song={song} />
      <div class="arrangement-names">
        {/* biome-ignore lint/a11y/useSemanticElements: two buttons are no form. */}
        <div class="zoom" role="group" aria-label="Zoom">
          <IconButton
            icon="zoom-out"
            label="Zoom out"
            disabled={panel.zoom.value <= 1}
            onPress={() => panel.setZoom(panel.zoom.value / zoomStep)}
          />
          <IconButton
            icon="zoom-in"
            label="Zoom in"
            onPress={() => panel.setZoom(panel.zoom.value * zoomStep)}
          />
        </div>
        {song.tracks.map((track, index) => (
          <button
            key={track.name}
            type="button"
            class={`track-name ${silent[index] ? 'is-silent' : ''}`}
            style={{ '--colour': trackColour(track, index) }}
            title={`${track.name}: show it in the text`}
            onClick={() => panel.reveal(track)}
          >
            <span>{track.name}</span>
          </button>
        ))}
      </div>
      <div class="arrangement-scroll" onWheel={zoomAround}>
        <div class="arrangement-content" style={{ width: `${panel.zoom.value * 100}%` }}>
          <Ruler panel={panel} song={song} />
          <div
            class="lanes"
            ref={lanes}
            role="slider"
            tabIndex={0}
            aria-label="Playhead"
            aria-valuemin={1}
            aria-valuemax={song.bars}
            aria-valuenow={panel.bar.value}
            aria-valuetext={spokenPlace(panel, song)}
            style={{ '--rows': song.tracks.length }}
            onPointerDown={scrub}
            onPointerMove={scrub}
            onKeyDown={(event) => stepByKey(event, panel, song)}
          >
            <Notes song={song} silent={silent} />
          </div>
          <Playhead panel={panel} song={song} />
        </div>
      </div>
    </section>
  );
}

function spokenPlace(panel: Panel, song: PanelSong): string {
  const section = panel.section.value;
  return `bar ${panel.bar.value}${panel.isPlaying.value ? '' : ` beat ${panel.beat.value}`}${section < 0 ? '' : `, ${sectionLabel(song.sections, section)}`}`;
}

function stepByKey(event: KeyboardEvent, panel: Panel, song: PanelSong): void {
  const bySection = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowRight':
      bySection ? panel.stepSection(1) : panel.stepBar(1);
      break;
    case 'ArrowLeft':
      bySection ? panel.stepSection(-1) : panel.stepBar(-1);
      break;
    case 'ArrowDown':
    case 'PageDown':
      panel.stepSection(1);
      break;
    case 'ArrowUp':
    case 'PageUp':
      panel.stepSection(-1);
      break;
    case 'Home':
      panel.toStart();
      break;
    case 'End':
      panel.seekBars(Math.floor(barsAt(song, song.seconds)));
      break;
    case 'Enter':
      panel.play();
      break;
    default:
      return;
  }
  event.preventDefault();
  event.stopPropagation();
}
