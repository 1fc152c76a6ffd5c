// A song that was looked at, listened to as well: rendered, measured, and judged by the rules of sound.

import path from 'node:path';
import { check } from '../check/check.ts';
import type { Choices } from '../check/choices.ts';
import { heardRules } from '../check/rules.ts';
import { projectOf } from '../files/other-files.ts';
import { WorldError } from '../files/world-error.ts';
import { BounceError } from '../render/bounce-error.ts';
import { newMeasurer } from '../render/measurer.ts';
import { hearRecordings } from '../render/recordings.ts';
import { measureReferences } from '../render/references.ts';
import { songSounds } from '../sounds/song-sounds.ts';
import type { Look } from './look.ts';
import { progressBar } from './progress.ts';
import type { Terminal } from './terminal.ts';

export interface Listener {
  /** The look with what is heard. @throws WorldError where the song cannot be rendered */
  listen(look: Look, terminal: Terminal, choices: Choices): Promise<Look>;
  close(): Promise<void>;
}

export const newListener = (): Listener => {
  const measurer = newMeasurer();
  return {
    listen: async (look, terminal, choices) => {
      const { file, reading, timeline } = look;
      const song = path.resolve(file.path);
      const progress = progressBar(terminal);
      try {
        const place = { song, folder: projectOf(song) };
        const { sounds } = await songSounds(reading.song, timeline, place);
        const measured = await measurer.measure(reading.song, timeline, {
          sounds,
          references: await measureReferences(reading.song, song),
          onProgress: progress.show,
        });
        const recordings = await hearRecordings(reading.song, song, measurer);
        if (!measured) return look;
        const isHeard = new Set(heardRules.map(({ id }) => id));
        const report = ({ rule, error }: { readonly rule: string; readonly error: unknown }): void =>
          terminal.fault(`The check ${rule} failed on ${file.path}; the others ran.`, error);
        const heard = check(reading.song, timeline, reading.origins, report, {
          rules: heardRules,
          measured,
          recordings,
          choices,
        });
        const placeOf = (id: number): number => reading.origins[id]?.from ?? 0;
        const problems = [...look.problems, ...heard.filter(({ rule }) => isHeard.has(rule))];
        return {
          ...look,
          problems: problems.sort((left, right) => placeOf(left.id) - placeOf(right.id)),
        };
      } catch (error) {
        if (error instanceof BounceError)
          throw new WorldError(`${file.path}: ${error.message}`, { cause: error });
        throw error;
      } finally {
        progress.end();
      }
    },
    close: () => measurer.close(),
  };
};
