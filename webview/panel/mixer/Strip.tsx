// A channel strip: name, inserts, sends, pan, mute, solo and solo-safe, fader and meter, level.

import type { PanelSong, PanelStrip } from '../../../src/protocol/song-view.ts';
import { sendPath } from '../model/controls.ts';
import type { Panel } from '../model/panel.ts';
import { Trouble } from '../parts/Trouble.tsx';
import { busColour, trackColour } from '../parts/track-colour.ts';
import { worstOf } from '../problems/worst-of.ts';
import { FlagButton } from './FlagButton.tsx';
import { Inserts } from './Inserts.tsx';
import { LevelField } from './LevelField.tsx';
import { Pan } from './Pan.tsx';
import { SendSlider } from './SendSlider.tsx';
import { StripBody } from './StripBody.tsx';

interface Props {
  readonly panel: Panel;
  readonly song: PanelSong;
  readonly kind: 'track' | 'bus';
  readonly strip: PanelStrip;
  readonly index: number;
  /** Whether nothing of it is heard. */
  readonly isSilent: boolean;
}

export function Strip({ panel, song, kind, strip, index, isSilent }: Props) {
  const { desk } = panel;
  const trouble = worstOf(panel.problems.value.filter((problem) => problem.track === strip.name));
  const meter = kind === 'track' ? index : song.tracks.length + index;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes no part in the grid around it.
    <div
      class={`strip strip-${kind} ${isSilent ? 'is-silent' : ''}`}
      role="group"
      aria-label={`${strip.name}, ${kind}`}
      style={{ '--colour': kind === 'track' ? trackColour(strip, index) : busColour(strip) }}
    >
      <button
        type="button"
        class="strip-name"
        title={`${strip.name}: show it in the text`}
        onClick={() => panel.reveal(strip)}
      >
        <span>{strip.name}</span>
        <Trouble class="strip-trouble" worst={trouble} where="this track" />
        <small>{strip.instrument ?? kind}</small>
      </button>
      <Inserts panel={panel} strip={strip} />
      <div class="sends">
        {strip.sends.map(({ bus }) => (
          <SendSlider key={bus} desk={desk} path={sendPath(strip, bus)} track={strip.name} bus={bus} />
        ))}
      </div>
      <Pan desk={desk} path={`${strip.path}.pan`} name={strip.name} />
      <div class="flags">
        <FlagButton
          desk={desk}
          path={`${strip.path}.mute`}
          letter="M"
          label={`Mute ${strip.name}`}
          class="mute"
        />
        <FlagButton
          desk={desk}
          path={`${strip.path}.solo`}
          letter="S"
          label={`Solo ${strip.name}`}
          class="solo"
        />
        <FlagButton
          desk={desk}
          path={`${strip.path}.soloSafe`}
          letter="safe"
          label={`Solo-safe ${strip.name}: heard also while others are solo`}
          class="solo-safe"
        />
      </div>
      <StripBody
        panel={panel}
        path={`${strip.path}.level`}
        name={strip.name}
        meter={meter}
        inserts={strip.inserts}
      />
      <LevelField desk={desk} path={`${strip.path}.level`} name={strip.name} />
    </div>
  );
}
