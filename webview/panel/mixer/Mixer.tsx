// The mixer: a strip for each track and bus, groups before the first of their strips, and the master at the right
// end, always in view; under them the meters of what comes out.

import type { PanelSong, PanelStrip } from '../../../src/protocol/song-view.ts';
import { MeterPanel } from '../meters/MeterPanel.tsx';
import { groupsOf } from '../model/groups.ts';
import { silentNow } from '../model/hearing.ts';
import type { Panel } from '../model/panel.ts';
import { GroupStrip } from './GroupStrip.tsx';
import { MasterStrip } from './MasterStrip.tsx';
import { Strip } from './Strip.tsx';

export function Mixer({ panel, song }: { readonly panel: Panel; readonly song: PanelSong }) {
  const groups = groupsOf(song);
  const silent = silentNow(song, panel.desk.valueAt);
  const isFolded = ({ group }: PanelStrip): boolean => group !== undefined && panel.folded.value.has(group);
  const stripOf = (kind: 'track' | 'bus', strip: PanelStrip, index: number) => {
    const group = groups.find(({ members }) => members[0] === strip);
    return [
      group && <GroupStrip key={`group ${group.name}`} panel={panel} {...group} />,
      !isFolded(strip) && (
        <Strip
          key={`${kind} ${strip.name}`}
          panel={panel}
          song={song}
          kind={kind}
          strip={strip}
          index={index}
          isSilent={(kind === 'track' ? silent.tracks : silent.buses)[index]!}
        />
      ),
    ];
  };
  const count =
    [...song.tracks, ...song.buses].filter((strip) => !isFolded(strip)).length + groups.length + 1;
  return (
    <section class="mixer" aria-label="Mixer">
      <div class="strips" style={{ '--count': count }}>
        {song.tracks.map((strip, index) => stripOf('track', strip, index))}
        {song.buses.map((strip, index) => stripOf('bus', strip, index))}
        <MasterStrip panel={panel} song={song} />
      </div>
      <MeterPanel panel={panel} strip={song.master} />
    </section>
  );
}
