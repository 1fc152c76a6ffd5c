// What a session of a `.song` is really made of.

import { check } from '../check/check.ts';
import { compile } from '../engine/compile.ts';
import { songLanguage } from '../languages/song/song-language.ts';
import { layOut } from '../timeline/lay-out.ts';
import type { SessionParts } from './session.ts';

/** The rate of everything live: every device can play it, and a bounce at it is what was heard. */
export const liveSampleRate = 48_000;

export const songParts: SessionParts = {
  language: songLanguage,
  layOut,
  check: (song, timeline, origins) => check(song, timeline, origins),
  compile,
  sampleRate: liveSampleRate,
};
