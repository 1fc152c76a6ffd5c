// The effects in a strip, in the order of the signal: each opens the strip's channel; the plus opens it to add one.

import type { PanelStrip } from '../../../src/protocol/song-view.ts';
import type { Panel } from '../model/panel.ts';

export function Inserts({ panel, strip }: { readonly panel: Panel; readonly strip: PanelStrip }) {
  const isOpen = panel.channel.value === strip.path;
  const open = (): void => panel.openChannel(isOpen ? undefined : strip.path);
  return (
    <ul class="inserts" aria-label="Inserts">
      {strip.inserts.map(({ effect, summary, bypassed }) => (
        <li key={effect}>
          <button
            type="button"
            class={bypassed ? 'is-bypassed' : ''}
            title={`${effect}: ${summary}${bypassed ? ' (bypassed)' : ''}`}
            aria-label={`${effect} of ${strip.name}${bypassed ? ', bypassed' : ''}: open`}
            onClick={() => panel.openChannel(strip.path)}
          >
            {effect}
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          class="open-channel"
          aria-label={`${isOpen ? 'Close' : 'Edit'} the channel of ${strip.name}`}
          aria-expanded={isOpen}
          title="Effects, sends, instrument and meters"
          onClick={open}
        >
          Channel
        </button>
      </li>
    </ul>
  );
}
