// Looping: on or off, and which section.

import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { Panel } from '../model/panel.ts';
import { sectionLabel } from '../model/places.ts';
import { IconButton } from '../parts/IconButton.tsx';

export function LoopChoice({ panel, song }: { readonly panel: Panel; readonly song: PanelSong }) {
  const looped = panel.locators.loop.value;
  const choose = (event: Event): void => {
    const { value } = event.currentTarget as HTMLSelectElement;
    panel.locators.setLoop(value === '' ? undefined : Number(value));
  };
  return (
    <div class="loop-choice">
      <IconButton
        icon="sync"
        label={looped === undefined ? 'Loop this section' : 'End the loop'}
        keys="L"
        pressed={looped !== undefined}
        disabled={song.sections.length === 0}
        onPress={() => panel.locators.toggleLoop(looped ?? panel.section.value)}
      />
      <select
        aria-label="Section to loop"
        value={looped === undefined ? '' : String(looped)}
        onChange={choose}
      >
        <option value="">whole song</option>
        {song.sections.map((_, index) => (
          <option key={index} value={String(index)}>
            {sectionLabel(song.sections, index)}
          </option>
        ))}
      </select>
    </div>
  );
}
