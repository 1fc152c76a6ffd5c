// Bouncing: what to write, how far it is, and what came of it, to be heard. A dialog that may be closed
// meanwhile; the bounce goes on.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { bounceBits, bounceFormats, bounceRates, bounceTargets } from '../../../src/protocol/check.ts';
import type { BounceOptions } from '../../../src/protocol/panel.ts';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import { deliveryTargetNamed } from '../../../src/vocabulary/delivery.ts';
import { rangeOf, wholeSong } from '../model/bounce-range.ts';
import type { Panel } from '../model/panel.ts';
import { sectionLabel } from '../model/places.ts';
import { Icon } from '../parts/Icon.tsx';
import { BouncePlayer } from './BouncePlayer.tsx';
import { BounceResult } from './BounceResult.tsx';
import { Choice } from './Choice.tsx';
import { RangeChoices } from './RangeChoices.tsx';

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
const formatWords: Readonly<Record<NonNullable<BounceOptions['format']>, string>> = {
  wav: 'WAV',
  flac: 'FLAC',
};
const asMixed = '';

export function Bounce({ panel, song, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const rate = useSignal<BounceOptions['rate']>(48000);
  const bits = useSignal<BounceOptions['bits']>('24');
  const format = useSignal<NonNullable<BounceOptions['format']>>('wav');
  const range = useSignal(wholeSong(song));
  const target = useSignal(asMixed);
  const stems = useSignal(false);
  useEffect(() => dialog.current?.showModal(), []);
  const state = panel.bounce.value;
  const running = state?.state === 'running';
  const loop = panel.locators.loop.value;
  const asked = rangeOf(song, range.value, loop);
  const start = (): void => {
    if (asked.ok)
      panel.startBounce({
        rate: rate.value,
        bits: bits.value,
        ...(format.value !== 'wav' && { format: format.value }),
        ...asked.range,
        ...(target.value !== asMixed && { target: target.value }),
        ...(stems.value && { stems: true }),
      });
  };
  return (
    <dialog class="bounce" ref={dialog} aria-labelledby="bounce-title" onClose={onClose}>
      <header>
        <h2 id="bounce-title">Bounce to a file</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      <div class="bounce-options">
        <RangeChoices
          song={song}
          choice={range.value}
          looped={loop === undefined ? undefined : sectionLabel(song.sections, loop)}
          disabled={running}
          onChoose={(choice) => (range.value = choice)}
        />
        <Choice
          class="is-third"
          label="Format"
          value={format.value}
          disabled={running}
          onChoose={(value) => {
            format.value = bounceFormats.find((one) => one === value) ?? 'wav';
            if (format.value === 'flac' && bits.value === '32f') bits.value = '24';
          }}
          choices={bounceFormats.map((value) => ({ value, text: formatWords[value] }))}
        />
        <Choice
          class="is-third"
          label="Sample rate"
          value={String(rate.value)}
          disabled={running}
          onChoose={(value) => (rate.value = bounceRates.find((one) => String(one) === value) ?? 48000)}
          choices={bounceRates.map((value) => ({ value: String(value), text: `${value / 1000} kHz` }))}
        />
        <Choice
          class="is-third"
          label="Depth"
          value={bits.value}
          disabled={running}
          onChoose={(value) => (bits.value = bounceBits.find((one) => one === value) ?? '24')}
          choices={bounceBits
            .filter((value) => value !== '32f' || format.value === 'wav')
            .map((value) => ({ value, text: bitsWords[value] }))}
        />
        <Choice
          class="is-wide"
          label="Loudness"
          value={target.value}
          disabled={running}
          onChoose={(value) => (target.value = value)}
          choices={[
            { value: asMixed, text: 'as it is mixed' },
            ...bounceTargets.map((name) => ({
              value: name,
              text: `for ${(deliveryTargetNamed(name)?.doc ?? name).replace(/\.$/, '')}`,
            })),
          ]}
        />
        <label class="check is-wide">
          <input
            type="checkbox"
            checked={stems.value}
            disabled={running}
            onChange={(event) => (stems.value = event.currentTarget.checked)}
          />
          <span>Stems: each track and bus in a file of its own beside it</span>
        </label>
      </div>
      {!asked.ok && (
        <p class="bounce-result bounce-failed" role="alert">
          <Icon name="warning" /> <span>{asked.reason}</span>
        </p>
      )}
      {state && <BounceResult state={state} />}
      {!running && <BouncePlayer panel={panel} />}
      <footer>
        {running ? (
          <vscode-button secondary onClick={panel.cancelBounce}>
            Cancel
          </vscode-button>
        ) : (
          <vscode-button disabled={!asked.ok} onClick={start}>
            {state ? 'Bounce again' : 'Bounce'}
          </vscode-button>
        )}
      </footer>
    </dialog>
  );
}
