// The sections over the lanes, with their bar numbers: a click goes there, a double or Alt click loops it,
// a drag moves it in the arrangement, and its right edge makes it longer or shorter by whole bars.

import type { PanelSong } from '../../../src/protocol/song-view.ts';
import type { Panel } from '../model/panel.ts';
import { sectionLabel } from '../model/places.ts';
import { Icon } from '../parts/Icon.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { worstOf } from '../problems/worst-of.ts';
import { useFormDrag } from './use-form-drag.ts';

export function Ruler({ panel, song }: { readonly panel: Panel; readonly song: PanelSong }) {
  const current = panel.section.value;
  const looped = panel.loop.value;
  const { ruler, drag, handlers, wasDrag } = useFormDrag(panel, song);
  const held = drag.value;
  const lengthOf = (index: number, bars: number): number =>
    held?.kind === 'edge' && held.section === index ? held.bars : bars;
  return (
    <div class="ruler" ref={ruler}>
      {held?.kind === 'move' && (
        <div class="section-drop" style={{ left: `${(held.bar / song.bars) * 100}%` }} />
      )}
      {song.sections.map((section, index) => {
        const label = sectionLabel(song.sections, index);
        const press = (event: MouseEvent): void => {
          if (event.altKey) panel.toggleLoop(index);
          // A drag ends with a click that means nothing; so does the second one of a double click.
          else if (wasDrag()) return;
          else if (event.detail < 2) panel.seekBars(section.bar);
        };
        return (
          <div
            key={index}
            class={`section ${index === current ? 'is-current' : ''} ${index === looped ? 'is-looped' : ''} ${held?.section === index ? 'is-held' : ''}`}
            style={{
              left: `${(section.bar / song.bars) * 100}%`,
              width: `${(lengthOf(index, section.bars) / song.bars) * 100}%`,
            }}
          >
            <button
              type="button"
              class="section-name"
              aria-label={`${label}, bar ${section.bar + 1}, ${section.bars} bars${index === looped ? ', looped' : ''}`}
              title={`${label}: bars ${section.bar + 1} to ${section.bar + section.bars}. Double click loops it; drag moves it.`}
              {...handlers('move', index)}
              onClick={press}
              onDblClick={() => panel.toggleLoop(index)}
            >
              <span class="section-bar">{section.bar + 1}</span>
              {index === looped && <Icon name="sync" />}
              <Trouble
                class="section-trouble"
                worst={worstOf(panel.problems.value.filter((problem) => problem.section === section.name))}
                where="this section"
              />
              <span class="section-label">{section.name}</span>
            </button>
            <button
              type="button"
              class="section-reveal"
              aria-label={`Show ${label} in the text`}
              title="Show it in the text"
              onClick={() => panel.reveal(section)}
            >
              <Icon name="go-to-file" />
            </button>
            <div class="section-edge" title="Drag: longer or shorter" {...handlers('edge', index)}>
              {held?.kind === 'edge' && held.section === index && <output>{held.bars}</output>}
            </div>
          </div>
        );
      })}
    </div>
  );
}
