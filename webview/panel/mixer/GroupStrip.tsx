// A group: one fader, mute and solo for all strips that name it. It makes no sound of its own: its fader moves theirs
// by as many dB, and all of them are written as one edit of the text. Folded, its members are out of sight.

import { useRef } from 'preact/hooks';
import type { PanelStrip } from '../../../src/protocol/song-view.ts';
import { written } from '../model/controls.ts';
import { dbAt, heldDb, highestDb, lowestDb, placeOf, scaleDb } from '../model/fader-law.ts';
import { groupLevel, movedBy } from '../model/groups.ts';
import type { Panel } from '../model/panel.ts';
import { shownDb, spokenDb } from '../model/words.ts';
import { useSlider } from '../parts/slider.ts';

interface Props {
  readonly panel: Panel;
  readonly name: string;
  readonly members: readonly PanelStrip[];
}

export function GroupStrip({ panel, name, members }: Props) {
  const { desk } = panel;
  const paths = members.map(({ path }) => `${path}.level`);
  const start = useRef<readonly number[] | undefined>(undefined);
  const levels = paths.map(desk.valueAt);
  const value = groupLevel(levels);
  const isFolded = panel.folded.value.has(name);
  const locked = paths.map(desk.lockAt).find((lock) => lock !== undefined);
  const write = (
    changes: readonly { readonly path: string; readonly value: string }[],
    touched: readonly string[],
  ): void => {
    if (changes.length > 0) panel.gesture({ do: 'sets', values: changes });
    desk.handOver(touched);
  };
  const slider = useSlider({
    label: `Level of group ${name}`,
    locked,
    value,
    min: lowestDb,
    max: highestDb,
    spoken: `loudest ${spokenDb(value)}`,
    vertical: true,
    rest: value,
    steps: { fine: 0.1, normal: 0.5, coarse: 3 },
    placeOf,
    valueAt: dbAt,
    capPixels: 26,
    move: (db) => {
      start.current ??= levels;
      const moved = movedBy(start.current, heldDb(db) - groupLevel(start.current));
      for (const [index, path] of paths.entries()) desk.move(path, moved[index]!);
    },
    release: () => {
      start.current = undefined;
      const changes = paths.flatMap((path) => {
        const control = desk.controls.value.get(path);
        const now = desk.valueAt(path);
        return control && written(control, now) !== written(control, control.value)
          ? [{ path, value: written(control, now) }]
          : [];
      });
      write(changes, paths);
    },
    cancel: () => {
      start.current = undefined;
      for (const path of paths) desk.cancel(path);
    },
  });
  const flag = (kind: 'mute' | 'solo'): void => {
    const all = members.map(({ path }) => `${path}.${kind}`);
    const isOn = all.every((path) => desk.valueAt(path) !== 0);
    write(
      all
        .filter((path) => (desk.valueAt(path) !== 0) === isOn)
        .map((path) => ({ path, value: isOn ? 'false' : 'true' })),
      [],
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset takes no part in the grid around it.
    <div
      class="strip strip-group"
      role="group"
      aria-label={`${name}, group of ${members.length}`}
      style={{ '--colour': 'var(--dim)' }}
    >
      <button
        type="button"
        class="strip-name"
        aria-expanded={!isFolded}
        title={isFolded ? 'Show its strips' : 'Fold its strips'}
        onClick={() => panel.fold(name)}
      >
        <span>{name}</span>
        <small>{`group of ${members.length}`}</small>
      </button>
      <div class="flags">
        {(['mute', 'solo'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            class={`flag ${kind}`}
            aria-label={`${kind === 'mute' ? 'Mute' : 'Solo'} group ${name}`}
            aria-pressed={members.every(({ path }) => desk.valueAt(`${path}.${kind}`) !== 0)}
            onClick={() => flag(kind)}
          >
            {kind === 'mute' ? 'M' : 'S'}
          </button>
        ))}
      </div>
      <div class="strip-body">
        <div class="scale" aria-hidden="true">
          {scaleDb.map((db) => (
            <span key={db} style={{ bottom: `${placeOf(db) * 100}%` }} class={db === 0 ? 'unity' : ''}>
              {Math.abs(db)}
            </span>
          ))}
        </div>
        <div
          {...slider}
          class="fader"
          title={`Loudest: ${shownDb(value)} dB. Moves all ${members.length} alike.`}
        >
          <div class="fader-slot" />
          <div class="fader-cap" style={{ '--place': placeOf(value) }} />
        </div>
      </div>
      <span class="group-level">{shownDb(value)} dB</span>
    </div>
  );
}
