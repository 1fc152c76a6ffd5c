// The figures of what sounds: loudness, true peak, correlation, clips, with goniometer and spectrum. For the master
// always, for the strip that is looked at beside it. The figures are text, and speak only when they are asked.

import { useEffect } from 'preact/hooks';
import type { PanelStrip } from '../../../src/protocol/song-view.ts';
import type { Panel } from '../model/panel.ts';
import { shownDb } from '../model/words.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { Goniometer } from './Goniometer.tsx';
import type { Measured } from './messages.ts';
import { Spectrum } from './Spectrum.tsx';

export function MeterPanel({ panel, strip }: { readonly panel: Panel; readonly strip: PanelStrip }) {
  useEffect(() => panel.meters.view(), [panel]);
  const isMaster = strip.path === 'master';
  const figures = panel.meters.figures.value;
  const measured = isMaster ? figures?.master : figures?.strip;
  const name = isMaster ? 'the output' : strip.name;
  return (
    // biome-ignore lint/a11y/useSemanticElements: figures are no fieldset.
    <div class="meter-panel" role="group" aria-label={`Meters of ${name}`}>
      <Goniometer panel={panel} isMaster={isMaster} />
      <div class="meter-spectrum">
        <Spectrum panel={panel} strip={strip} lowest={20} highest={20_000} />
      </div>
      <dl class="figures" aria-live="off">
        {figuresOf(measured).map(([term, value, unit]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              {value} <small>{unit}</small>
            </dd>
          </div>
        ))}
      </dl>
      <IconButton icon="debug-restart" label={`Measure ${name} anew`} onPress={() => panel.meters.reset()} />
    </div>
  );
}

const figuresOf = (measured: Measured | undefined): readonly (readonly [string, string, string])[] => [
  ['Momentary', level(measured?.momentary), 'LUFS'],
  ['Short-term', level(measured?.shortTerm), 'LUFS'],
  ['True peak', level(measured?.truePeak), 'dBTP'],
  ['Correlation', measured ? measured.correlation.toFixed(2).replace('-', '−') : '–', ''],
  ['Clips', measured ? String(measured.clips) : '–', ''],
];

const level = (db: number | undefined): string => (db === undefined ? '–' : shownDb(db));
