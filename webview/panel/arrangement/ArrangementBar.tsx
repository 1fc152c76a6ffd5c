// Over the arrangement: what can be done with the section at the playhead, and how much of the song is seen.

import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { Panel } from '../model/panel.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { FormBar } from './FormBar.tsx';

export const zoomStep = 1.5;

export function ArrangementBar({ panel, song }: { readonly panel: Panel; readonly song: PanelSong }) {
  const { view } = panel;
  const zoom = view.zoom.value;
  return (
    <div class="arrangement-bar">
      <FormBar panel={panel} song={song} />
      {/* biome-ignore lint/a11y/useSemanticElements: buttons are no form. */}
      <div class="zoom" role="group" aria-label="Zoom">
        <IconButton
          icon="zoom-out"
          label="Zoom out"
          keys="-"
          disabled={zoom <= 1}
          onPress={() => panel.setZoom(zoom / zoomStep)}
        />
        <IconButton
          icon="zoom-in"
          label="Zoom in"
          keys="+"
          disabled={zoom >= view.mostZoom}
          onPress={() => panel.setZoom(zoom * zoomStep)}
        />
        <IconButton
          icon="screen-full"
          label="Show the whole song"
          keys="0"
          disabled={zoom <= 1}
          onPress={() => panel.setZoom(1)}
        />
      </div>
    </div>
  );
}
