// The mixer: a strip for each track and bus, and the master at the right end, always in view.

import type { PanelSong } from '../../../src/protocol/song-view.ts';
import { MeterPanel } from '../meters/MeterPanel.tsx';
import type { Panel } from '../model/panel.ts';
import { MasterStrip } from './MasterStrip.tsx';
import { Strip } from './Strip.tsx';

export function Mixer({ panel, song }: { readonly panel: Panel; readonly song: PanelSong }) {
  return (
    <section class="mixer" aria-label="Mixer">
      <div class="strips" style={{ '--count': song.tracks.length + song.buses.length + 1 }}>
        {song.tracks.map((strip, index) => (
          <Strip
            key={`track ${strip.name}`}
            panel={panel}
            song={song}
            kind="track"
            strip={strip}
            index={index}
          />
        ))}
        {song.buses.map((strip, index) => (
          <Strip key={`bus ${strip.name}`} panel={panel} song={song} kind="bus" strip={strip} index={index} />
        ))}
        <MasterStrip panel={panel} song={song} />
      </div>
      <MeterPanel panel={panel} strip={song.master} />
    </section>
  );
}
