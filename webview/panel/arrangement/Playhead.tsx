// The playhead, moved frame by frame without rendering anything else. Its handle is a slider over bars; the
// view turns the page when it leaves, unless the hand has scrolled away from it.

import { effect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { Panel } from '../model/panel.ts';
import { barsAt, sectionLabel } from '../model/places.ts';

interface Props {
  readonly panel: Panel;
  readonly song: PanelSong;
  readonly scroller: RefObject<HTMLElement | null>;
}

/** A place that far from the last frame's was gone to, and not played to. */
const jumpSeconds = 0.5;

export function Playhead({ panel, song, scroller }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { view } = panel;
    let before = panel.seconds.peek();
    let isFollowed = true;
    return effect(() => {
      const seconds = panel.seconds.value;
      const x = view.xOf(barsAt(song, seconds));
      ref.current!.style.transform = `translateX(${x}px)`;
      const seen = view.left.value;
      // Not over the names.
      ref.current!.style.visibility = x < seen - 1 ? 'hidden' : 'visible';
      const isSeen = x >= seen && x <= seen + view.width.peek();
      const hasJumped = Math.abs(seconds - before) > jumpSeconds;
      before = seconds;
      if (isSeen || hasJumped) isFollowed = true;
      // It was seen a frame ago where it has just run out to the right; farther off, the hand has scrolled.
      const hasRunOut = x > seen + view.width.peek() && x < seen + view.width.peek() * 1.05;
      if (!isSeen && !hasRunOut && !hasJumped) isFollowed = false;
      if (isSeen || !isFollowed || view.zoom.peek() <= 1) return;
      if (panel.isPlaying.peek() || hasJumped) view.scrollTo(x - view.width.peek() * 0.1, view.top.peek());
    });
  }, [panel, song]);
  const scrub = (event: PointerEvent): void => {
    if (event.type === 'pointerdown' && event.button === 0)
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    else if (event.buttons !== 1) return;
    const lanes = scroller.current!.querySelector('.lanes')!.getBoundingClientRect();
    panel.locators.seekBars(
      Math.max(0, Math.min(panel.view.barsAt(event.clientX - lanes.left), song.bars - 0.001)),
    );
  };
  return (
    <div class="playhead" ref={ref}>
      <div
        class="playhead-handle"
        role="slider"
        tabIndex={0}
        aria-label="Playhead"
        aria-valuemin={1}
        aria-valuemax={song.bars}
        aria-valuenow={panel.bar.value}
        aria-valuetext={spokenPlace(panel, song)}
        onPointerDown={scrub}
        onPointerMove={scrub}
        onKeyDown={(event) => stepByKey(event, panel, song)}
      />
    </div>
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
      bySection ? panel.locators.stepSection(1) : panel.locators.stepBar(1);
      break;
    case 'ArrowLeft':
      bySection ? panel.locators.stepSection(-1) : panel.locators.stepBar(-1);
      break;
    case 'ArrowDown':
    case 'PageDown':
      panel.locators.stepSection(1);
      break;
    case 'ArrowUp':
    case 'PageUp':
      panel.locators.stepSection(-1);
      break;
    case 'Home':
      panel.locators.toStart();
      break;
    case 'End':
      panel.locators.seekBars(Math.floor(barsAt(song, song.seconds)));
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
