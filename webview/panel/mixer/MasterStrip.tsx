// The master: what all strips add up to, its inserts, its fader and the loudest meter of the panel.

import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { Panel } from '../model/panel.ts';
import { Inserts } from './Inserts.tsx';
import { LevelField } from './LevelField.tsx';
import { StripBody } from './StripBody.tsx';

export function MasterStrip({ panel, song }: { readonly panel: Panel; readonly song: PanelSong }) {
  const { master } = song;
  const path = `${master.path}.level`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes no part in the grid around it.
    <div class="strip strip-master" role="group" aria-label="Master" style={{ '--colour': 'var(--accent)' }}>
      <button
        type="button"
        class="strip-name"
        title="Show the master in the text"
        onClick={() => panel.reveal(master)}
      >
        <span>Master</span>
        <small>output</small>
      </button>
      <Inserts panel={panel} strip={master} />
      <StripBody
        panel={panel}
        path={path}
        name="master"
        meter={song.tracks.length + song.buses.length}
        inserts={master.inserts}
      />
      <LevelField desk={panel.desk} path={path} name="master" />
    </div>
  );
}
