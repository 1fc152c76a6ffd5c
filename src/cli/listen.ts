// A song that was looked at, listened to as well: rendered and measured, its recordings heard, and judged by what that
// tells; the songs of one album beside one another.

import path from 'node:path';
import { check } from '../check/check.ts';
import type { Choices } from '../check/choices.ts';
import type { Measured } from '../check/measured.ts';
import type { Recordings } from '../check/recordings.ts';
import { heardRules } from '../check/rules.ts';
import { projectOf } from '../files/other-files.ts';
import { WorldError } from '../files/world-error.ts';
import { BounceError } from '../render/bounce-error.ts';
import { usualCache } from '../render/kept/part-store.ts';
import { newMeasurer } from '../render/measurer.ts';
import { hearRecordings } from '../render/recordings.ts';
import { measureReferences } from '../render/references.ts';
import { songSounds } from '../sounds/song-sounds.ts';
import type { Look } from './look.ts';
import { progressBar } from './progress.ts';
import type { Terminal } from './terminal.ts';

export interface Listener {
  /** @throws WorldError where the song cannot be rendered */
  listen(look: Look, terminal: Terminal): Promise<HeardLook>;
  close(): Promise<void>;
}

export interface HeardLook {
  readonly look: Look;
  readonly measured?: Measured | undefined;
  readonly recordings?: Recordings | undefined;
}

export const newListener = (): Listener => {
  const measurer = newMeasurer({ cache: usualCache() });
  return {
    listen: async (look, terminal) => {
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
        return { look, measured, recordings: await hearRecordings(reading.song, song, measurer) };
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

/** The looks with what was heard, each beside the others of its album. */
export const judgedByEar = (
  heard: readonly HeardLook[],
  terminal: Terminal,
  choices: Choices,
): readonly Look[] =>
  heard.map((one) => {
    if (!one.measured) return one.look;
    const { reading, timeline, file } = one.look;
    const name = reading.song.album?.value;
    const album = heard.flatMap(({ look, measured }) =>
      measured && look !== one.look && name !== undefined && look.reading.song.album?.value === name
        ? [{ title: look.reading.song.title, integrated: measured.mix.integrated }]
        : [],
    );
    const report = ({ rule, error }: { readonly rule: string; readonly error: unknown }): void =>
      terminal.fault(`The check ${rule} failed on ${file.path}; the others ran.`, error);
    const found = check(reading.song, timeline, reading.origins, report, {
      rules: heardRules,
      measured: { ...one.measured, album },
      recordings: one.recordings,
      choices,
    });
    const placeOf = (id: number): number => reading.origins[id]?.from ?? 0;
    const problems = [...one.look.problems, ...found.filter(({ rule }) => isHeard.has(rule))];
    return {
      ...one.look,
      problems: problems.sort((left, right) => placeOf(left.id) - placeOf(right.id)),
    };
  });

const isHeard = new Set(heardRules.map(({ id }) => id));
