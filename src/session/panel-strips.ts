// Effects and instruments as the panel shows them: every setting that is written, as a number and in words.

import type { Reading } from '../languages/language.ts';
import { valueText } from '../languages/song/print/value.ts';
import type { PanelStrip } from '../protocol/song-view.ts';
import type { PanelInsert, PanelInstrument, PanelValue } from '../protocol/strip-view.ts';
import type { Song, Strip, Track } from '../song/song.ts';
import type { Setting, Value } from '../song/value.ts';
import { panelLock } from './panel-locks.ts';
import { placeOf } from './panel-problems.ts';

export const panelInserts = (
  reading: Reading,
  { inserts, bypass }: Pick<Strip, 'inserts' | 'bypass'>,
): readonly PanelInsert[] =>
  inserts.map(({ effect, settings, key, id }) => ({
    effect: effect.name,
    summary: settings.map(({ path, value }) => `${path} ${valueText(value)}`).join(', '),
    values: valuesOf(reading.song, settings),
    ...(bypass?.effects.some(({ name }) => name === effect.name) && { bypassed: true as const }),
    ...(key && { key: key.name }),
    ...placeOf(reading, id),
  }));

export const panelInstrument = (reading: Reading, track: Track): Pick<PanelStrip, 'plays'> => {
  const instrument = reading.song.instruments.find(({ name }) => name.name === track.instrument?.name);
  if (!instrument) return {};
  const locks = instrument.settings.flatMap(({ path, value }) => {
    const lock = reading.locked?.get(value.id);
    return lock ? [[path, panelLock(lock)] as const] : [];
  });
  const plays: PanelInstrument = {
    name: instrument.name.name,
    type: instrument.type.name,
    values: valuesOf(reading.song, instrument.settings),
    ...(locks.length > 0 && { locked: Object.fromEntries(locks) }),
    ...placeOf(reading, instrument.declaration),
  };
  return { plays };
};

const valuesOf = (song: Song, settings: readonly Setting[]): readonly PanelValue[] =>
  settings.map(({ path, value }) => ({ path, value: inBaseUnit(song, value), text: valueText(value) }));

/** A note value lasts as long as the tempo at the song's start says, as it does in the core. */
function inBaseUnit({ tempo }: Song, value: Value): number | string {
  if (value.kind === 'word') return value.value;
  return value.quantity === 'notes' ? (value.value * 4 * 60) / tempo.value : value.value;
}
