// What can be done with the section at the playhead, by buttons that a keyboard reaches: its length, its
// repeats, its place in the song. The ruler does the same by dragging.

import type { PanelSong } from '../../../src/protocol/song-view.ts';
import { entryOf, inserted, moved, removed, repeated } from '../model/form.ts';
import type { Panel } from '../model/panel.ts';
import { counted } from '../model/words.ts';
import { IconButton } from '../parts/IconButton.tsx';

export function FormBar({ panel, song }: { readonly panel: Panel; readonly song: PanelSong }) {
  const index = Math.max(0, panel.section.value);
  const section = song.sections[index];
  const at = entryOf(song, index);
  const entry = song.form[at];
  if (!section || !entry) return null;
  const { name, bars } = section;
  const { form } = song;
  return (
    <div class="form-bar" role="toolbar" aria-label={`Section ${name}`}>
      <strong class="form-name">{name}</strong>
      <span class="form-group">
        <IconButton
          icon="remove"
          label={`One bar less in ${name}`}
          disabled={bars <= 1}
          onPress={() => panel.gesture({ do: 'resize', section: name, bars: bars - 1 })}
        />
        {/* Told where a hand changes it, and not where the song goes on to another section. */}
        <output key={`length ${index}`} aria-label="Length">
          {counted(bars, 'bar')}
        </output>
        <IconButton
          icon="add"
          label={`One bar more in ${name}`}
          onPress={() => panel.gesture({ do: 'resize', section: name, bars: bars + 1 })}
        />
      </span>
      <span class="form-group">
        <IconButton
          icon="remove"
          label={`Play ${name} once less`}
          disabled={entry.repeats <= 1}
          onPress={() => panel.rearrange(repeated(form, at, entry.repeats - 1))}
        />
        <output key={`repeats ${index}`} aria-label="Repeats">
          ×{entry.repeats}
        </output>
        <IconButton
          icon="add"
          label={`Play ${name} once more`}
          onPress={() => panel.rearrange(repeated(form, at, entry.repeats + 1))}
        />
      </span>
      <span class="form-group">
        <IconButton
          icon="arrow-left"
          label={`Move ${name} earlier`}
          disabled={at === 0}
          onPress={() => panel.rearrange(moved(form, at, at - 1))}
        />
        <IconButton
          icon="arrow-right"
          label={`Move ${name} later`}
          disabled={at === form.length - 1}
          onPress={() => panel.rearrange(moved(form, at, at + 2))}
        />
        <IconButton
          icon="trash"
          label={`Take ${name} out here`}
          disabled={form.length <= 1}
          onPress={() => panel.rearrange(removed(form, at))}
        />
      </span>
      <label class="form-insert">
        <span>Insert after</span>
        <select
          aria-label={`Insert a section after ${name}`}
          value=""
          onChange={(event) => {
            const choice = event.currentTarget.value;
            event.currentTarget.value = '';
            if (choice) panel.rearrange(inserted(form, at + 1, choice));
          }}
        >
          <option value="">…</option>
          {song.declared.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
