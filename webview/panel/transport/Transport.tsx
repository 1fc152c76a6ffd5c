// The transport bar: what plays and where, how to start, stop and silence it, and the way to a bounce.

import { useComputed } from '@preact/signals';
import type { Panel } from '../model/panel.ts';
import { feelAt } from '../model/places.ts';
import { Icon } from '../parts/Icon.tsx';
import { IconButton } from '../parts/IconButton.tsx';
import { Clock } from './Clock.tsx';
import { LoopChoice } from './LoopChoice.tsx';
import { Scope } from './Scope.tsx';
import { StateBadge } from './StateBadge.tsx';

export function Transport({ panel, onBounce }: { readonly panel: Panel; readonly onBounce: () => void }) {
  const song = panel.song.value!;
  const playing = panel.isPlaying.value;
  const starting = panel.status.value.state === 'starting';
  const empty = song.bars === 0;
  const feel = useComputed(() => {
    const { bpm, beats, unit } = feelAt(panel.song.value!, panel.seconds.value);
    return `${tempoText(bpm)} · ${beats}/${unit}`;
  });
  return (
    <div class="transport" role="toolbar" aria-label="Transport">
      <div class="transport-buttons">
        <IconButton
          icon="debug-reverse-continue"
          label="Back to the start"
          keys="Home"
          disabled={empty}
          onPress={panel.locators.toStart}
        />
        <IconButton
          class="play"
          icon={starting ? 'loading codicon-modifier-spin' : playing ? 'debug-pause' : 'play'}
          label={playing ? 'Pause' : 'Play'}
          keys="Space"
          disabled={empty}
          onPress={panel.toggle}
        />
        <IconButton icon="debug-stop" label="Stop" onPress={panel.stop} />
        <IconButton
          icon="mute"
          class="silence"
          label="Silence everything"
          keys="Ctrl+."
          onPress={panel.silence}
        />
      </div>
      <Clock panel={panel} />
      <LoopChoice panel={panel} song={song} />
      <div class="transport-song">
        <h1 title={song.title}>{song.title}</h1>
        <p>{feel}</p>
      </div>
      <StateBadge panel={panel} />
      <Scope panel={panel} />
      <button
        type="button"
        class="bounce-button"
        aria-label="Bounce to a file"
        title="Bounce to a file"
        disabled={empty}
        onClick={onBounce}
      >
        <Icon name="export" /> <span>Bounce</span>
      </button>
    </div>
  );
}

function tempoText(bpm: number): string {
  return `${Math.round(bpm * 100) / 100} bpm`;
}
