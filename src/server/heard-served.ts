// What a saved song sounds like, for a server in a browser's worker: asked of the studio's server, which renders it.

import { type HeardSong, heardFromText } from '../protocol/heard.ts';
import type { World } from './world.ts';

/** @param ask  the worker's own `fetch` */
export const heardServed = (ask: typeof fetch): Required<Pick<World, 'measure' | 'hear'>> => {
  // One request for both: what is measured and what is heard in recordings.
  let last: { readonly text: string; readonly heard: Promise<HeardSong | undefined> } | undefined;
  const heardOf = (text: string, signal: AbortSignal): Promise<HeardSong | undefined> => {
    if (last?.text === text) return last.heard;
    const heard = request(ask, text, signal).catch(() => {
      // The studio's server has ended, or the song was saved again: the page says so where it matters.
      last = undefined;
      return undefined;
    });
    last = { text, heard };
    return heard;
  };
  return {
    measure: async (_, timeline, { text, signal, before, only }) => {
      // Other songs are not open here.
      if (only === 'mix') return undefined;
      const measured = (await heardOf(text, signal))?.measured;
      if (!measured || measured.mix.bars.loudness.length !== timeline.bars) return undefined;
      const isSameForm = before?.mix.bars.loudness.length === timeline.bars;
      return isSameForm ? { ...measured, before: { mix: before.mix, tracks: before.tracks } } : measured;
    },
    hear: async (_, { text, signal }) => (await heardOf(text, signal))?.recordings,
  };
};

const request = async (
  ask: typeof fetch,
  text: string,
  signal: AbortSignal,
): Promise<HeardSong | undefined> => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const hash = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const response = await ask(`/heard?text=${hash}`, { signal });
  return response.status === 200 ? heardFromText(await response.text()) : undefined;
};
