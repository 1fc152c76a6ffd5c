// Bouncing: what to write, how far it is, and what came of it. A dialog that may be closed meanwhile.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { bounceBits, bounceRates } from '../../../src/protocol/check.ts';
import type { BounceOptions } from '../../../src/protocol/panel.ts';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { Panel } from '../model/panel.ts';
import { Icon } from '../parts/Icon.tsx';
import { BounceResult } from './BounceResult.tsx';
import { Choice } from './Choice.tsx';

interface Props {
  readonly panel: Panel;
  readonly song: PanelSong;
  readonly onClose: () => void;
}

const bitsWords: Readonly<Record<BounceOptions['bits'], string>> = {
  16: '16 bit (CD)',
  24: '24 bit',
  '32f': '32 bit float',
};
const wholeSong = '';

export function Bounce({ panel, song, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const rate = useSignal<BounceOptions['rate']>(48000);
  const bits = useSignal<BounceOptions['bits']>('24');
  const from = useSignal(wholeSong);
  const to = useSignal(wholeSong);
  useEffect(() => dialog.current?.showModal(), []);
  const state = panel.bounce.value;
  const running = state?.state === 'running';
  const names = [...new Set(song.sections.map(({ name }) => name))];
  const start = (): void =>
    panel.startBounce({
      rate: rate.value,
      bits: bits.value,
      ...(from.value && { from: from.value }),
      ...(to.value && { to: to.value }),
    });
  return (
    <dialog class="bounce" ref={dialog} aria-labelledby="bounce-title" onClose={onClose}>
      <header>
        <h2 id="bounce-title">Bounce to a file</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      <div class="bounce-options">
        <Choice
          label="From"
          value={from.value}
          disabled={running}
          onChoose={(value) => (from.value = value)}
          choices={[
            { value: wholeSong, text: 'the start' },
            ...names.map((name) => ({ value: name, text: name })),
          ]}
        />
        <Choice
          label="To the end of"
          value={to.value}
          disabled={running}
          onChoose={(value) => (to.value = value)}
          choices={[
            { value: wholeSong, text: 'the song' },
            ...names.map((name) => ({ value: name, text: name })),
          ]}
        />
        <Choice
          label="Sample rate"
          value={String(rate.value)}
          disabled={running}
          onChoose={(value) => (rate.value = bounceRates.find((one) => String(one) === value) ?? 48000)}
          choices={bounceRates.map((value) => ({ value: String(value), text: `${value / 1000} kHz` }))}
        />
        <Choice
          label="Depth"
          value={bits.value}
          disabled={running}
          onChoose={(value) => (bits.value = bounceBits.find((one) => one === value) ?? '24')}
          choices={bounceBits.map((value) => ({ value, text: bitsWords[value] }))}
        />
      </div>
      {state && <BounceResult state={state} />}
      <footer>
        {running ? (
          <vscode-button secondary onClick={panel.cancelBounce}>
            Cancel
          </vscode-button>
        ) : (
          <vscode-button onClick={start}>{state ? 'Bounce again' : 'Bounce'}</vscode-button>
        )}
      </footer>
    </dialog>
  );
}
