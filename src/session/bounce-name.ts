// What a bounce is called: after its song, and after its part of the song.

import type { BounceOptions } from '../protocol/panel.ts';

/** `night.song` -> `night.wav`, `night (verse to chorus).wav`; never a name that leads to another folder. */
export function bounceName(songName: string, { from, to }: Pick<BounceOptions, 'from' | 'to'>): string {
  const base = songName.replace(/\.song$/i, '') || 'song';
  const part = from || to ? ` (${[...new Set([from ?? 'start', to ?? 'end'])].join(' to ')})` : '';
  return `${safe(base + part)}.wav`;
}

// What some system does not allow in a file's name; names of sections have none of it today.
const safe = (name: string): string => name.replace(/[<>:"/\\|?*\u0000-\u001f]/g, '-');
