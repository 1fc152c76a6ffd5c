// The performer's line below the transport: where edits come in, what waits, the cursor that is followed, the metronome,
// the count-in, and the tempo by tap and nudge.

import { useComputed } from '@preact/signals';
import { metronomeLevels, mostCountIn, swapPoints } from '../../../src/protocol/live-settings.ts';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { Panel } from '../model/panel.ts';
import { sectionLabel } from '../model/places.ts';
import { counted } from '../model/words.ts';
import { Icon } from '../parts/Icon.tsx';
import { IconButton } from '../parts/IconButton.tsx';

interface Props {
  readonly panel: Panel;
  readonly song: PanelSong;
}

export function LiveBar({ panel, song }: Props) {
  const { live } = panel;
  const { swap, countIn, metronome, metronomeLevel } = live.settings.value;
  return (
    <div class="live-bar" role="toolbar" aria-label="Live">
      <span class="live-group">
        <label class="live-choice">
          <span>
            Swap at<span class="live-wide"> the next</span>
          </span>
          <select
            aria-label="Swap at the next"
            value={swap}
            title="Where a changed song, and a queued section, come in (A)"
            onChange={({ currentTarget }) =>
              live.set({ swap: swapPoints.find((point) => point === currentTarget.value) ?? 'bar' })
            }
          >
            {swapPoints.map((point) => (
              <option key={point}>{point}</option>
            ))}
          </select>
        </label>
        <IconButton
          icon="zap"
          class={live.isSwapping.value ? 'is-waiting' : ''}
          label="Swap now"
          keys="Ctrl+Alt+Enter"
          onPress={() => panel.ask('swapNow')}
        />
        <Next panel={panel} song={song} />
      </span>
      <span class="live-group">
        <IconButton
          icon="target"
          label="Follow the cursor"
          keys="F"
          pressed={live.isFollowing.value}
          onPress={live.acts.follow}
        />
        <IconButton
          icon="discard"
          label="Revert the text to what sounds"
          keys="Ctrl+Shift+Backspace"
          onPress={() => panel.ask('revert')}
        />
      </span>
      <span class="live-group">
        <IconButton
          icon="watch"
          label="Metronome"
          keys="K"
          pressed={metronome}
          onPress={live.acts.metronome}
        />
        <input
          class="live-level"
          type="range"
          aria-label="Level of the metronome"
          aria-valuetext={`${metronomeLevel} dB`}
          title={`Level of the metronome: ${metronomeLevel} dB`}
          min={metronomeLevels.min}
          max={metronomeLevels.max}
          step="1"
          value={metronomeLevel}
          onInput={({ currentTarget }) => live.set({ metronomeLevel: Number(currentTarget.value) })}
        />
        <label class="live-choice">
          <span>Count-in</span>
          <select
            value={countIn}
            onChange={({ currentTarget }) => live.set({ countIn: Number(currentTarget.value) })}
          >
            {Array.from({ length: mostCountIn + 1 }, (_, bars) => (
              <option key={bars} value={bars}>
                {bars === 0 ? 'none' : counted(bars, 'bar')}
              </option>
            ))}
          </select>
        </label>
      </span>
      <Tempo panel={panel} song={song} />
      <span class="live-group live-end">
        <LoadMeter panel={panel} />
        <IconButton icon="device-desktop" label="Stage view" keys="V" onPress={() => panel.ask('stage')} />
        <IconButton icon="keyboard" label="Keys" keys="?" onPress={() => panel.act('keys')} />
      </span>
    </div>
  );
}

/** From here on little is left for a song that grows, in percent. */
const heavyLoad = 70;

/** How much of its time the audio thread takes for the song. */
function LoadMeter({ panel }: { readonly panel: Panel }) {
  const load = panel.live.load.value;
  return (
    <span
      class={load >= heavyLoad ? 'live-load is-heavy' : 'live-load'}
      title="How much of its time the audio thread takes for the song. Over 100 % the sound has gaps."
    >
      <meter aria-label="Load of the audio thread" min={0} max={100} value={load}>
        {Math.round(load)} %
      </meter>
      {Math.round(load)} %
    </span>
  );
}

/** What is queued, or how long is still counted. */
function Next({ panel, song }: Props) {
  const { live } = panel;
  const queued = live.queued.value;
  const count = live.toCount.value;
  return (
    <span class="live-next">
      {count > 0 && panel.isPlaying.value && <strong class="live-count">{count}</strong>}
      {/* What is queued is told; the beats to it are there to be looked at. */}
      <span aria-live="polite">
        {queued !== undefined && queued < song.sections.length && (
          <button
            type="button"
            class="chip"
            aria-label={`Take back ${sectionLabel(song.sections, queued)}`}
            title="Comes next: press to take it back (U)"
            onClick={live.acts.unqueue}
          >
            Next: {sectionLabel(song.sections, queued)} <Icon name="close" />
          </button>
        )}
      </span>
    </span>
  );
}

function Tempo({ panel, song }: Props) {
  const { live } = panel;
  const shown = useComputed(() => live.tapped.value ?? panel.song.value?.bpm ?? 0);
  const isNudged = song.writtenBpm !== undefined;
  const tapped = live.tapped.value;
  return (
    <fieldset class="live-group" aria-label="Tempo">
      <button type="button" class="live-tap" title="Tap the tempo (T)" onClick={live.acts.tap}>
        Tap
      </button>
      <IconButton icon="remove" label="Nudge slower" keys="[" onPress={live.acts.nudgeDown} />
      <output
        class={tapped !== undefined || isNudged ? 'live-tempo is-other' : 'live-tempo'}
        aria-label={tapped !== undefined ? 'Tapped tempo' : isNudged ? 'Nudged tempo' : 'Tempo'}
      >
        {Math.round(shown.value * 10) / 10} bpm
      </output>
      <IconButton icon="add" label="Nudge faster" keys="]" onPress={live.acts.nudgeUp} />
      {(tapped !== undefined || isNudged) && (
        <>
          <button
            type="button"
            class="live-tap"
            title="Writes it into the text (Enter)"
            onClick={() => live.writeTempo()}
          >
            Write
          </button>
          <IconButton
            icon="close"
            label="Back to the text's tempo"
            keys="Backspace"
            onPress={live.acts.nudgeBack}
          />
        </>
      )}
    </fieldset>
  );
}
