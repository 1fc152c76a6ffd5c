// The `codetta` module as it runs: what songs import, and what the sandbox calls.

import { frames, instances, Wrong } from './calls.ts';
import { pieces } from './page.ts';
import {
  bus,
  Kit,
  PolySynth,
  Sampler,
  sample,
  section,
  song,
  take,
  tone,
  track,
  tuningFile,
  voices,
} from './parts.ts';
import { mini, progression, silence, transformFunctions } from './patterns.ts';
import { writeSong } from './write-song.ts';

export { $e, $f, $m, $n, $t } from './calls.ts';

/** What songs import, by name; src/build/api-module.ts exports each. */
export const exported: Record<string, unknown> = {
  song,
  section,
  track,
  bus,
  mini,
  progression,
  silence,
  PolySynth,
  Sampler,
  Kit,
  take,
  sample,
  tuningFile,
  tone,
  ...voices,
  ...transformFunctions,
};

// Taken before a song runs, so that nothing that it changes changes these.
const { stringify } = JSON;

/** The song as JSON; see languages/typescript/handed.ts for its shape. */
export const hand = (made: unknown): string => {
  try {
    writeSong(made);
    return stringify({ pieces, instances, frames });
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return stringify({
      wrong: { message: error.message, at: error.at, path: error.path },
      instances,
      frames,
    });
  }
};

/** A mistake that the API found while the song ran, as JSON; undefined for any other error. */
export const wrongOf = (error: unknown): string | undefined =>
  error instanceof Wrong
    ? stringify({ wrong: { message: error.message, at: error.at, path: error.path }, instances, frames })
    : undefined;
