// What a session of a song is really made of.

import { check } from '../check/check.ts';
import { compile } from '../engine/compile.ts';
import { overLimits } from '../engine/limits.ts';
import type { Language, Reading } from '../languages/language.ts';
import { songLanguage } from '../languages/song/song-language.ts';
import { layOut } from '../timeline/lay-out.ts';
import type { SessionParts, SongSounds } from './parts.ts';

/** The rate of everything live: every device can play it, and a bounce at it is what was heard. */
export const liveSampleRate = 48_000;

export const songParts: SessionParts = {
  language: songLanguage,
  read: songLanguage.read,
  layOut,
  check: (song, timeline, origins, fault, coming) => [
    ...check(
      song,
      timeline,
      origins,
      ({ rule, error }) =>
        fault(
          `The check ${rule} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        ),
      { coming },
    ),
    ...overLimits(song, timeline),
  ],
  compile,
  sampleRate: liveSampleRate,
};

/**
 * The parts of a session that brings in what its song imports, and the sounds that it plays.
 * @param link  told of every reading
 */
export const linkedSongParts = (
  link: (reading: Reading) => Reading,
  { sounds, language = songLanguage }: { readonly sounds?: SongSounds; readonly language?: Language } = {},
): SessionParts => ({
  ...songParts,
  ...(sounds && { sounds }),
  language,
  read: (text) => link(language.read(text)),
});
