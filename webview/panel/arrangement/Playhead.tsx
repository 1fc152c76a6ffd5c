// The playhead, moved frame by frame without rendering anything else; when zoomed in, the view follows it.

import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { Panel } from '../model/panel.ts';
import { barsAt } from '../model/places.ts';

export function Playhead({ panel, song }: { readonly panel: Panel; readonly song: PanelSong }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      effect(() => {
        const element = ref.current!;
        const share = barsAt(song, panel.seconds.value) / Math.max(1, song.bars);
        // As wide as the song, so that a shift by a share of itself needs no layout.
        element.style.transform = `translateX(${share * 100}%)`;
        if (panel.isPlaying.value && panel.zoom.value > 1)
          follow(element.parentElement!.parentElement!, share);
      }),
    [panel, song],
  );
  return <div class="playhead" ref={ref} aria-hidden="true" />;
}

/** Turns the page when the playhead leaves it. */
function follow(view: HTMLElement, share: number): void {
  const at = share * view.scrollWidth;
  if (at < view.scrollLeft || at > view.scrollLeft + view.clientWidth * 0.95)
    view.scrollLeft = at - view.clientWidth * 0.1;
}
