// What a bounce is called: after its song, and after its part of the song.

import type { BounceOptions } from '../protocol/panel.ts';

/** `night.song` -> `night.wav`, `night (verse to chorus).wav`, `night (bars 5-8, spotify).wav`; never a name that leads to another folder. */
export function bounceName(
  songName: string,
  {
    from,
    to,
    bars,
    target,
    format = 'wav',
  }: Pick<BounceOptions, 'from' | 'to' | 'bars' | 'target' | 'format'>,
): string {
  const base = songName.replace(/\.song(\.ts)?$/i, '') || 'song';
  const range = bars
    ? [bars.to - bars.from === 1 ? `bar ${bars.to}` : `bars ${bars.from + 1}-${bars.to}`]
    : from || to
      ? [[...new Set([from ?? 'start', to ?? 'end'])].join(' to ')]
      : [];
  const parts = [...range, ...(target ? [target] : [])];
  return `${safe(base + (parts.length > 0 ? ` (${parts.join(', ')})` : ''))}.${format}`;
}

// What some system does not allow in a file's name; names of sections have none of it today.
const safe = (name: string): string => name.replace(/[<>:"/\\|?*\u0000-\u001f]/g, '-');
