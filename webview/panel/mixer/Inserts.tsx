// The effects in a strip, in the order of the signal. They are edited in the text.

import type { PanelStrip } from '../../../src/protocol/song-view.ts';

export function Inserts({ inserts }: { readonly inserts: PanelStrip['inserts'] }) {
  return (
    <ul class="inserts" aria-label="Inserts">
      {inserts.map(({ effect, summary }, index) => (
        <li key={index} title={`${effect}: ${summary}`}>
          <span>{effect}</span>
        </li>
      ))}
    </ul>
  );
}
