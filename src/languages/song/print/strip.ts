// The mixer as text: tracks, buses, the master, and what moves of them.

import type { Automation, LanePoint, Wave } from '../../../song/place.ts';
import type { Bypass, Insert, Song, Strip, Track } from '../../../song/song.ts';
import type { EffectType } from '../../../vocabulary/effects/effect.ts';
import { eq3 } from '../../../vocabulary/effects/eq3.ts';
import { parametricEq } from '../../../vocabulary/effects/parametric-eq.ts';
import { effectNamed, effectNumber, furtherEffect, kindOf } from '../../../vocabulary/effects.ts';
import type { Page, PrintedEntry } from './page.ts';
import { measureText, placeText, valueText } from './value.ts';

export function printMix(page: Page, { tracks, buses, master }: Song): void {
  page.group();
  for (const track of tracks) page.block(`track ${track.name.name}`, stripEntries(track), track.declaration);
  page.group();
  for (const bus of buses) page.block(`bus ${bus.name.name}`, stripEntries(bus), bus.declaration);
  page.group();
  const { level, panLaw, inserts, declaration, bypass } = master;
  const entries = [
    ...(level ? [{ text: `level: ${measureText(level)}`, id: level.id }] : []),
    ...(panLaw ? [{ text: `panLaw: ${measureText(panLaw)}`, id: panLaw.id }] : []),
    ...insertEntries(inserts, 'glue'),
    ...bypassEntry(bypass),
  ];
  if (declaration !== undefined || entries.length > 0) page.block('master', entries, declaration);
}

function stripEntries(strip: Strip & Pick<Track, 'instrument'>): readonly PrintedEntry[] {
  const { instrument, level, pan, mute, solo, soloSafe, color, group, inserts, bypass, sends } = strip;
  return [
    ...(instrument ? [{ text: `instrument: ${instrument.name}`, id: instrument.id }] : []),
    ...(level ? [{ text: `level: ${measureText(level)}`, id: level.id }] : []),
    ...(pan ? [{ text: `pan: ${measureText(pan)}`, id: pan.id }] : []),
    ...(mute ? [{ text: mute.value ? 'mute' : 'mute: false', id: mute.id }] : []),
    ...(solo ? [{ text: solo.value ? 'solo' : 'solo: false', id: solo.id }] : []),
    ...(soloSafe ? [{ text: soloSafe.value ? 'soloSafe' : 'soloSafe: false', id: soloSafe.id }] : []),
    ...(color ? [{ text: `color: ${color.value}`, id: color.id }] : []),
    ...(group ? [{ text: `group: ${group.name}`, id: group.id }] : []),
    ...insertEntries(inserts),
    ...bypassEntry(bypass),
    ...sends.map(({ bus, level: send, pre, id }) => ({
      text: `send ${bus.name}: ${measureText(send)}${pre ? ' pre' : ''}`,
      id,
    })),
  ];
}

const bypassEntry = (bypass: Bypass | undefined): readonly PrintedEntry[] =>
  bypass ? [{ text: `bypass: ${bypassText(bypass)}`, id: bypass.id }] : [];

/** `eq compressor`. */
export const bypassText = ({ effects }: Bypass): string =>
  [...new Set(effects.map(({ name }) => bypassWord(name)))].join(' ');

/** The word by which an effect is bypassed: `eq` also for its parametric bands. */
export const bypassWord = (effect: string): string => {
  const type = effectNamed(effect);
  if (!type) return effect;
  return kindOf(type) === parametricEq ? eqOf(type).property : type.property;
};

/** The `eq` that parametric bands of a number stand behind. */
const eqOf = (bands: EffectType): EffectType => furtherEffect(eq3, effectNumber(bands));

/** Parametric bands stand behind `eq`; where its three fixed bands do already, as what they are. */
const insertEntries = (inserts: readonly Insert[], glue?: 'glue'): readonly PrintedEntry[] => {
  return inserts.map((insert) => {
    const type = effectNamed(insert.effect.name);
    const eq = type && kindOf(type) === parametricEq ? eqOf(type) : undefined;
    const hasEq = inserts.some(({ effect }) => effect.name === eq?.name);
    const bands = eq && !hasEq ? bandsText(insert.settings) : undefined;
    return bands === undefined
      ? insertEntry(insert, glue)
      : { text: `${eq!.property}: ${bands}`, id: insert.id };
  });
};

/** `highpass 35Hz, bell 250Hz -2dB 1.2`; undefined where the settings are not such bands in their order. */
function bandsText(settings: Insert['settings']): string | undefined {
  const bands: string[] = [];
  for (const { path, value } of settings) {
    const [band, part] = path.split('.');
    if (part === 'type' && value.value !== 'off') bands.push(valueText(value));
    if (band !== `band${bands.length}` || value.value === 'off') return undefined;
    if (part !== 'type') bands.push(`${bands.pop()} ${part} ${valueText(value)}`);
  }
  return bands.length === 0 ? undefined : bands.join(', ').replaceAll(/ frequency /g, ' ');
}

/** `compressor: -18dB 3:1 8ms 120ms`, `eq: low -2dB, high 3dB`; the master's compressor is a `glue`. */
function insertEntry({ effect, settings, key, response, id }: Insert, glue?: 'glue'): PrintedEntry {
  const type = effectNamed(effect.name);
  const word = wordOn(type, glue) ?? effect.name;
  const listens = key ? [`key ${key.name}`] : [];
  const made = response ? [response.name] : [];
  if (settings.length === 0) return { text: [word, ...made, ...listens].join(': '), id };
  const inOrder = type ? countInOrder(type, settings) : 0;
  const values = settings.slice(0, inOrder).map(({ value }) => valueText(value));
  const named = settings.slice(inOrder).map(({ path, value }) => `${path} ${valueText(value)}`);
  return {
    text: `${word}: ${[...made, ...(inOrder > 0 ? [values.join(' ')] : []), ...named, ...listens].join(', ')}`,
    id,
  };
}

/** Its word in a strip; on the master a compressor is a `glue`, and the next one `glue2`. */
export const wordOn = (type: EffectType | undefined, glue?: 'glue'): string | undefined =>
  (glue && type?.aliases?.find((alias) => alias.startsWith(glue))) ?? type?.property;

/** How many settings stand in the order of the parameters, where people leave their names away. */
function countInOrder({ parameters, example }: EffectType, settings: Insert['settings']): number {
  if (!/:\s*[-+\d.]/.test(example)) return 0;
  const wrong = settings.findIndex(
    ({ path, value }, i) => parameters[i]?.path !== path || value.kind !== 'measure',
  );
  return wrong < 0 ? settings.length : wrong;
}

export function printAutomation(page: Page, automation: readonly Automation[]): void {
  page.group();
  for (const { path, section, points, wave, declaration } of automation)
    page.block(
      `automate ${path.name}${section ? ` in ${section.name}` : ''}`,
      wave ? [{ text: `lfo: ${waveText(wave)}`, id: wave.id }] : points.map(pointEntry),
      declaration,
    );
}

/** `sine 1/2 20% left to 20% right`. */
export const waveText = ({ shape, rate, from, to, byFactor }: Wave): string =>
  `${shape} ${measureText(rate)} ${measureText(from)} to ${measureText(to)}${byFactor ? ' exponential' : ''}`;

const pointEntry = ({ at, value, shape, id }: LanePoint): PrintedEntry => ({
  text: `${placeText(at)}: ${valueText(value)}${shape === 'linear' ? '' : ` ${shape}`}`,
  id,
});
