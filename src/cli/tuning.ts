// codetta tuning FILE: a Scala scale (.scl), and what it makes of the keys with a mapping (.kbm).

import type { Command } from 'commander';
import { decoded } from '../files/other-files.ts';
import { noteName } from '../music/pitch.ts';
import { type KeyboardMap, readKeyboardMap } from '../music/tuning/keyboard-map.ts';
import type { TuningFault } from '../music/tuning/scala-lines.ts';
import { readScale, type ScalaScale } from '../music/tuning/scala-scale.ts';
import { type Tuning, tuningOf } from '../music/tuning/tuning.ts';
import { readBytes } from './files.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';
import type { Verb } from './verb.ts';

export const tuningVerb: Verb = {
  describe: (command: Command) =>
    command
      .summary('show the degrees of a Scala tuning file')
      .description(
        'Shows the degrees of a Scala scale (.scl) in cents, and the frequencies of the keys by a mapping.\n' +
          'Exits 1 where the file is no tuning, with the line and the reason on standard error.',
      )
      .argument('<file>', 'a scale, such as partch_43.scl')
      .option('--map <file>', 'a keyboard mapping (.kbm); by default one degree a key from c4 up')
      .option('--json', 'for programs: degrees in cents, keys in hertz'),
  run: async (terminal, file: string, { map: mapFile, json }: { map?: string; json?: boolean }) => {
    const scale = readScale(decoded(await readBytes(file)));
    if (!scale.ok) return refused(terminal, file, scale.fault);
    const map = mapFile === undefined ? undefined : readKeyboardMap(decoded(await readBytes(mapFile)));
    if (map && !map.ok) return refused(terminal, mapFile!, map.fault);
    const tuning = tuningOf(scale.scale, map?.map);
    if (mapFile !== undefined && !tuning.ok)
      return refused(terminal, mapFile, { line: 1, message: tuning.reason });
    const keys = tuning.ok ? keysOf(tuning.tuning, map?.map) : [];
    terminal.out(
      json ? asJson(file, scale.scale, keys) : asTables(scale.scale, mapFile === undefined ? [] : keys),
    );
    return 0;
  },
};

const refused = (terminal: Terminal, file: string, { line, message }: TuningFault): number => {
  terminal.note(`${file}:${line}: ${message}`);
  return 1;
};

interface Key {
  readonly midi: number;
  readonly hertz: number;
}

/** The keys that sound. */
const keysOf = (tuning: Tuning, map: KeyboardMap | undefined): readonly Key[] => {
  const keys: Key[] = [];
  for (let midi = map?.first ?? 0; midi <= (map?.last ?? 127); midi += 1) {
    const pitch = tuning.pitchOf(midi);
    if (pitch !== undefined) keys.push({ midi, hertz: 440 * 2 ** ((pitch - 69) / 12) });
  }
  return keys;
};

/** Finer than anyone hears; without the noise of the last digits. */
const rounded = (value: number): number => Number(value.toFixed(9));

const asJson = (file: string, { description, degrees }: ScalaScale, keys: readonly Key[]): string =>
  JSON.stringify(
    {
      file,
      description,
      notes: degrees.length,
      degrees: degrees.map(rounded),
      keys: keys.map(({ midi, hertz }) => ({ midi, hertz: rounded(hertz) })),
    },
    undefined,
    2,
  );

const asTables = ({ description, degrees }: ScalaScale, keys: readonly Key[]): string => {
  const cents = table([
    ['degree', 'cents'],
    ['0', (0).toFixed(3).padStart(9)],
    ...degrees.map((value, index) => [String(index + 1), value.toFixed(3).padStart(9)]),
  ]);
  const head = description === '' ? [] : [description, ''];
  if (keys.length === 0) return [...head, cents].join('\n');
  const hertz = table([
    ['key', 'note', 'hertz'],
    ...keys.map((key) => [String(key.midi), noteName(key.midi), key.hertz.toFixed(3).padStart(10)]),
  ]);
  return [...head, cents, '', hertz].join('\n');
};
