// The evaluated songs that a host knows: asked for at once, answered later. Until a text has been evaluated there
// is no reading of it; whoever asked is told when there is.

import type { Linked } from '../link.ts';
import type { Evaluated } from './evaluated.ts';
import { type EvaluatedReading, newEvaluatedReader } from './reading.ts';

export interface Evaluations {
  /** The reading of a text, where it has been evaluated; else it is on its way. */
  of(file: string, text: string): EvaluatedReading | undefined;
  /** Resolves with the reading. */
  ready(file: string, text: string): Promise<EvaluatedReading>;
  /** Files have changed: what was made with them is made again. All where none is named. */
  changed(files?: readonly string[]): void;
}

/**
 * @param run      evaluates a song; rejects only where that could not even be tried
 * @param arrived  told of each song that has been evaluated anew, and what it had to say
 */
export const newEvaluations = (
  run: (file: string, text: string) => Promise<Evaluated>,
  arrived: (file: string, evaluated: Evaluated) => void = () => {},
): Evaluations => {
  const songs = new Map<string, Known>();

  const known = (file: string): Known => {
    let song = songs.get(file);
    if (!song) {
      if (songs.size >= mostSongs) songs.clear();
      song = { read: newEvaluatedReader() };
      songs.set(file, song);
    }
    return song;
  };

  const ready = (file: string, text: string): Promise<EvaluatedReading> => {
    const song = known(file);
    if (song.done?.text === text) return Promise.resolve(song.done);
    if (song.under?.text === text) return song.under.result;
    const result = run(file, text)
      .catch((error: unknown) => failed(file, error))
      .then((evaluated) => {
        const reading = song.read(text, evaluated);
        // A newer text may have been asked for in the meantime; the answer to that is the one to keep.
        if (song.under?.result === result) {
          song.done = reading;
          delete song.under;
          arrived(file, evaluated);
        }
        return reading;
      });
    song.under = { text, result };
    return result;
  };

  return {
    ready,
    of: (file, text) => {
      const song = known(file);
      if (song.done?.text === text) return song.done;
      void ready(file, text);
      return undefined;
    },
    changed: (files) => {
      for (const song of songs.values()) {
        // What a song lacked may be there now.
        const isOf = song.done?.evaluated.files.some((one) => files?.includes(one)) === true;
        if (files && !isOf && song.done?.evaluated.ok !== false) continue;
        delete song.done;
        delete song.under;
      }
    },
  };
};

const mostSongs = 200;

interface Known {
  readonly read: ReturnType<typeof newEvaluatedReader>;
  done?: EvaluatedReading;
  under?: { readonly text: string; readonly result: Promise<EvaluatedReading> };
}

const failed = (file: string, error: unknown): Evaluated => ({
  ok: false,
  files: [file],
  ways: [],
  said: [],
  problems: [
    {
      file: 0,
      from: 0,
      to: 1,
      message: `The song could not be run: ${error instanceof Error ? error.message : String(error)}`,
    },
  ],
});

/** A linked song with what the evaluation brought from other files. */
export const withEvaluated = (linked: Linked, reading: EvaluatedReading): Linked => ({
  ...linked,
  base: reading,
  ...(reading.locked && { locked: reading.locked }),
  files: [...new Set([...reading.evaluated.files.slice(1), ...linked.files])],
  elsewhere: new Map([...reading.elsewhere, ...linked.elsewhere]),
});
