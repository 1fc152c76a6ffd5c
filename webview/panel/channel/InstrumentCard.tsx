// What the instrument of a track is set to, every parameter of it; folded until somebody wants it.

import type { PanelInstrument } from '../../../src/protocol/strip-view.ts';
import { instrumentNamed } from '../../../src/vocabulary/instruments.ts';
import type { Panel } from '../model/panel.ts';
import { turnable } from '../model/setting-controls.ts';
import { SettingRow } from './SettingRow.tsx';

export function InstrumentCard({ panel, plays }: { readonly panel: Panel; readonly plays: PanelInstrument }) {
  const type = instrumentNamed(plays.type);
  if (!type) return null;
  return (
    <details class="instrument-card">
      <summary>
        Instrument {plays.name} <small class="dim">{plays.type}</small>
      </summary>
      <div class="settings">
        {type.parameters.filter(turnable).map(({ path }) => (
          <SettingRow key={path} desk={panel.desk} path={`${plays.name}.${path}`} owner={plays.name} />
        ))}
      </div>
    </details>
  );
}
