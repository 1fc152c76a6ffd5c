// Tracks, buses and the master as TypeScript takes them.

import type { Bypass, Insert, Master, Strip, Track } from '../../../song/song.ts';
import { effectNamed } from '../../../vocabulary/effects.ts';
import { bypassText, wordOn } from '../../song/print/strip.ts';
import { measureText } from '../../song/print/value.ts';
import { type Constant, call, type Entry, type Expression, object, string, text } from './code.ts';
import type { Names } from './names.ts';
import { firstOfEach } from './sounds.ts';
import { settingsOf, valueOf } from './value.ts';

export const printStrips = (
  strips: readonly (Strip & Pick<Track, 'instrument'>)[],
  kind: 'track' | 'bus',
  names: Names,
): readonly Constant[] =>
  firstOfEach(strips).map((strip) => {
    const entries = stripEntries(strip, names);
    return {
      name: names.of(kind, strip.name.name)!,
      value: call(names.api(kind), string(strip.name.name), ...(entries.length > 0 ? [object(entries)] : [])),
    };
  });

const stripEntries = (strip: Strip & Pick<Track, 'instrument'>, names: Names): readonly Entry[] => {
  const { instrument, level, pan, mute, solo, soloSafe, color, group, inserts, bypass, sends } = strip;
  const player = instrument && (names.of('instrument', instrument.name) ?? names.of('kit', instrument.name));
  return [
    ...(player === undefined ? [] : [{ key: 'instrument', value: text(player) }]),
    ...(level ? [{ key: 'level', value: valueOf(level) }] : []),
    ...(pan ? [{ key: 'pan', value: valueOf(pan) }] : []),
    ...(mute ? [{ key: 'mute', value: text(String(mute.value)) }] : []),
    ...(solo ? [{ key: 'solo', value: text(String(solo.value)) }] : []),
    ...(soloSafe ? [{ key: 'soloSafe', value: text(String(soloSafe.value)) }] : []),
    ...(color ? [{ key: 'color', value: string(color.value) }] : []),
    ...(group ? [{ key: 'group', value: string(group.name) }] : []),
    ...inserts.map((insert) => insertEntry(insert)),
    ...bypassEntry(bypass),
    ...(sends.length > 0
      ? [
          {
            key: 'send',
            value: object(
              sends.map(({ bus, level: send, pre }) => ({
                key: bus.name,
                value: string(`${measureText(send)}${pre ? ' pre' : ''}`),
              })),
            ),
          },
        ]
      : []),
  ];
};

/** `highpass: '250Hz'` where its first parameter is all that is set, `convolver: 'hall'` where its response is; the master's compressor is a `glue`. */
const insertEntry = ({ effect, settings, key: listens, response }: Insert, glue?: 'glue'): Entry => {
  const type = effectNamed(effect.name);
  const key = wordOn(type, glue) ?? effect.name;
  if (response && settings.length === 0 && !listens) return { key, value: string(response.name) };
  const [first, ...more] = settings;
  const main = type?.parameters[0];
  const isShort =
    first &&
    more.length === 0 &&
    !listens &&
    !response &&
    first.path === main?.path &&
    first.value.kind === 'measure';
  return {
    key,
    value:
      isShort && main.kind === 'number'
        ? string(textOf(first.value))
        : object([
            ...(response ? [{ key: 'response', value: string(response.name) }] : []),
            ...settingsOf(settings),
            ...(listens ? [{ key: 'key', value: string(listens.name) }] : []),
          ]),
  };
};

const textOf = (value: Insert['settings'][number]['value']): string =>
  value.kind === 'measure' ? measureText(value) : value.value;

const bypassEntry = (bypass: Bypass | undefined): readonly Entry[] =>
  bypass ? [{ key: 'bypass', value: string(bypassText(bypass)) }] : [];

export const masterOf = ({ level, panLaw, inserts, bypass }: Master): Expression =>
  object([
    ...(level ? [{ key: 'level', value: valueOf(level) }] : []),
    ...(panLaw ? [{ key: 'panLaw', value: valueOf(panLaw) }] : []),
    ...inserts.map((insert) => insertEntry(insert, 'glue')),
    ...bypassEntry(bypass),
  ]);
