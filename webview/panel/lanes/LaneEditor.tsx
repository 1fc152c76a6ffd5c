// One lane laid open under the arrangement, at the same places: its points to drag, add, shape and take out, by hand
// and by keyboard; and the recording of a touch. Each change is one edit of the text.

import { useSignal } from '@preact/signals';
import type { PanelSong } from '../../../src/protocol/song-view.ts';
import { laneControls, laneOf, laneParameter } from '../model/lanes.ts';
import type { Panel } from '../model/panel.ts';
import { Icon } from '../parts/Icon.tsx';
import { LaneField } from './LaneField.tsx';

export function LaneEditor({ panel, song }: { readonly panel: Panel; readonly song: PanelSong }) {
  const isOpen = useSignal(false);
  const controls = laneControls(panel.desk.controls.value);
  const { lane } = panel;
  const section = lane.value?.section;
  const control = lane.value && controls.get(lane.value.path);
  const parameter = control && laneParameter(control);
  const paths = [...controls.keys()];
  const written = new Set(song.lanes.map(({ path }) => path));
  const choose = (path: string): void => {
    const known = song.lanes.find((one) => one.path === path);
    const here = song.sections[Math.max(0, panel.section.value)]?.name;
    const at = known ? known.section : here;
    lane.value = path === '' ? undefined : { path, ...(at !== undefined && { section: at }) };
  };
  return (
    <details
      class="lane-editor"
      open={isOpen.value}
      onToggle={(event) => (isOpen.value = event.currentTarget.open)}
    >
      <summary>
        <Icon name={isOpen.value ? 'chevron-down' : 'chevron-right'} /> Automation
      </summary>
      {isOpen.value && (
        <>
          <div class="lane-bar" role="toolbar" aria-label="Lane">
            <label>
              <span>Lane</span>
              <select
                aria-label="Lane"
                value={lane.value?.path ?? ''}
                onChange={(event) => choose(event.currentTarget.value)}
              >
                <option value="">None</option>
                <optgroup label="Written">
                  {paths
                    .filter((path) => written.has(path))
                    .map((path) => (
                      <option key={path} value={path}>
                        {path}
                      </option>
                    ))}
                </optgroup>
                <optgroup label="Others">
                  {paths
                    .filter((path) => !written.has(path))
                    .map((path) => (
                      <option key={path} value={path}>
                        {path}
                      </option>
                    ))}
                </optgroup>
              </select>
            </label>
            {lane.value && (
              <label>
                <span>in</span>
                <select
                  aria-label="Section of the lane"
                  value={section ?? ''}
                  onChange={(event) => {
                    const name = event.currentTarget.value;
                    lane.value = { path: lane.value!.path, ...(name !== '' && { section: name }) };
                  }}
                >
                  <option value="">the whole song</option>
                  {[...new Set(song.sections.map(({ name }) => name))].map((name) => (
                    <option key={name} value={name}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <button
              type="button"
              class="touch"
              aria-pressed={panel.touch.armed.value}
              title="While the song plays, what a hand moves is recorded into its lane"
              onClick={() => (panel.touch.armed.value = !panel.touch.armed.value)}
            >
              Touch
            </button>
          </div>
          {lane.value && parameter && (
            <LaneField
              key={`${lane.value.path} ${section ?? ''}`}
              panel={panel}
              song={song}
              path={lane.value.path}
              section={section}
              lane={laneOf(song, lane.value.path, section)}
              parameter={parameter}
              resting={control.value}
            />
          )}
        </>
      )}
    </details>
  );
}
