// Where a strip sends: how much, before or after the fader, to which bus.

import type { PanelSong, PanelStrip } from '../../../src/protocol/song-view.ts';
import { SendSlider } from '../mixer/SendSlider.tsx';
import { sendPath } from '../model/controls.ts';
import type { Panel } from '../model/panel.ts';
import { IconButton } from '../parts/IconButton.tsx';

interface Props {
  readonly panel: Panel;
  readonly song: PanelSong;
  readonly strip: PanelStrip;
}

export function Routing({ panel, song, strip }: Props) {
  const set = (path: string, value: string): void => panel.gesture({ do: 'sets', values: [{ path, value }] });
  const free = song.buses.filter(
    ({ name }) => name !== strip.name && !strip.sends.some((send) => send.bus === name),
  );
  return (
    <div class="routing">
      <h3>Sends</h3>
      {strip.sends.map(({ bus, pre = false }) => (
        <div class="routing-send" key={bus}>
          <SendSlider desk={panel.desk} path={sendPath(strip, bus)} track={strip.name} bus={bus} isWide />
          <button
            type="button"
            class="pre"
            aria-label={`pre fader: send of ${strip.name} to ${bus}`}
            aria-pressed={pre}
            title={pre ? 'Taken before the fader' : 'Taken after the fader'}
            onClick={() => set(`${sendPath(strip, bus)}.pre`, pre ? 'false' : 'true')}
          >
            pre
          </button>
          <IconButton
            icon="trash"
            label={`Send nothing from ${strip.name} to ${bus}`}
            onPress={() => set(sendPath(strip, bus), '')}
          />
        </div>
      ))}
      {free.length > 0 && (
        <select
          aria-label={`Send ${strip.name} to a bus`}
          value=""
          onChange={(event) => {
            const bus = event.currentTarget.value;
            event.currentTarget.value = '';
            if (bus) set(sendPath(strip, bus), '-12dB');
          }}
        >
          <option value="">Send to</option>
          {free.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
