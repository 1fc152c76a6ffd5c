// Fader, scale and meter of a strip, on one measure: a mark on the scale is the same level on both.

import type { PanelStrip } from '../../../src/protocol/song-view.ts';
import { effectNamed } from '../../../src/vocabulary/effects.ts';
import { placeOf, scaleDb } from '../model/fader-law.ts';
import type { Panel } from '../model/panel.ts';
import { Fader } from './Fader.tsx';
import { Meter } from './Meter.tsx';

interface Props {
  readonly panel: Panel;
  readonly path: string;
  readonly name: string;
  /** Place of its meter among all. */
  readonly meter: number;
  readonly inserts: PanelStrip['inserts'];
}

export function StripBody({ panel, path, name, meter, inserts }: Props) {
  return (
    <div class="strip-body">
      <div class="scale" aria-hidden="true">
        {scaleDb.map((db) => (
          <span key={db} style={{ bottom: `${placeOf(db) * 100}%` }} class={db === 0 ? 'unity' : ''}>
            {Math.abs(db)}
          </span>
        ))}
      </div>
      <Fader desk={panel.desk} path={path} name={name} />
      <Meter
        panel={panel}
        index={meter}
        name={name}
        showsReduction={inserts.some(({ effect }) => effectNamed(effect)?.turnsDown === true)}
      />
    </div>
  );
}
