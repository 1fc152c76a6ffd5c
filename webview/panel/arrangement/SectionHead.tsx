// One section in the ruler: its name and first bar, what is wrong in it, what brings it in next, and the edge that
// stretches it.

import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { Panel } from '../model/panel.ts';
import { spokenBars } from '../model/places.ts';
import { Icon } from '../parts/Icon.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { worstOf } from '../problems/worst-of.ts';
import { gridCell } from './grid-roles.ts';
import type { Drag, useFormDrag } from './use-form-drag.ts';

type FormDrag = ReturnType<typeof useFormDrag>;

interface Props {
  readonly panel: Panel;
  readonly song: PanelSong;
  readonly index: number;
  readonly label: string;
  readonly isActive: boolean;
  readonly held: Drag | undefined;
  readonly handlers: FormDrag['handlers'];
  readonly wasDrag: FormDrag['wasDrag'];
}

export function SectionHead({ panel, song, index, label, isActive, held, handlers, wasDrag }: Props) {
  const { view } = panel;
  const section = song.sections[index]!;
  const isLooped = panel.locators.loop.value === index;
  const isQueued = panel.live.queued.value === index;
  const bars = held?.kind === 'edge' ? held.bars : section.bars;
  const press = (event: MouseEvent): void => {
    if (event.altKey) panel.locators.toggleLoop(index);
    // A drag ends with a click that means nothing; so does the second one of a double click.
    else if (wasDrag()) return;
    else if (event.detail < 2) panel.locators.seekBars(section.bar);
  };
  const spoken = spokenBars(section.bar, section.bars);
  return (
    <div
      class={`section ${index === panel.section.value ? 'is-current' : ''} ${isLooped ? 'is-looped' : ''} ${isQueued ? 'is-queued' : ''} ${held ? 'is-held' : ''} ${isActive ? 'is-active' : ''}`}
      {...gridCell('columnheader', 0, index + 1)}
      style={{ left: `${view.xOf(section.bar)}px`, width: `${view.xOf(bars)}px` }}
    >
      <button
        type="button"
        class="section-name"
        tabIndex={-1}
        aria-label={`${label}, bar ${section.bar + 1}, ${section.bars} bars${isLooped ? ', looped' : ''}${isQueued ? ', comes next' : ''}`}
        title={`${label}: ${spoken}. Double click loops it; drag moves it.`}
        {...handlers('move', index)}
        onClick={press}
        onDblClick={() => panel.locators.toggleLoop(index)}
      >
        <span class="section-words">
          <span class="section-bar" data-bar={section.bar + 1} />
          {isLooped && <Icon name="sync" />}
          <Trouble
            class="section-trouble"
            worst={worstOf(panel.problems.value.filter((problem) => problem.section === section.name))}
            where="this section"
          />
          <span class="section-label">{section.name}</span>
        </span>
      </button>
      <div class="section-acts">
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Queue ${label}`}
          aria-pressed={isQueued}
          title={
            isQueued
              ? 'Comes next: press to take it back (Q)'
              : `Comes in at the next ${panel.live.settings.value.swap} (Q)`
          }
          onClick={() => panel.live.toggleQueued(index)}
        >
          <Icon name="debug-step-over" />
        </button>
        <button
          type="button"
          class="section-reveal"
          tabIndex={-1}
          aria-label={`Show ${label} in the text`}
          title="Show it in the text"
          onClick={() => panel.reveal(section)}
        >
          <Icon name="go-to-file" />
        </button>
      </div>
      <div class="section-edge" title="Drag: longer or shorter" {...handlers('edge', index)}>
        {held?.kind === 'edge' && <output>{held.bars}</output>}
      </div>
    </div>
  );
}
