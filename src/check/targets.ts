// What the places that a song is delivered to ask of the sound, as of 2026-11-21. Streaming services play all
// songs equally loud: their figure is what they play at, not a limit on masters. Broadcasters refuse.

import type { DeliveryFormat } from './clause.ts';

export interface TargetSound {
  /** What it is played at, in LUFS; absent where nobody turns anything. */
  readonly loudness?: number;
  /** How far from it is still on it, in LU. */
  readonly tolerance: number;
  /** Louder is refused too, not only turned down. */
  readonly isStrict?: true;
  /** Highest true peak, in dBTP. */
  readonly ceiling: number;
  /** Another ceiling for what is louder than the target. */
  readonly ceilingWhenLouder?: number;
  /** The only format taken. */
  readonly format?: DeliveryFormat;
  readonly source: string;
}

/** By the names of the vocabulary's delivery targets. */
export const targetSounds: Readonly<Record<string, TargetSound>> = {
  spotify: {
    loudness: -14,
    tolerance: 1,
    ceiling: -1,
    ceilingWhenLouder: -2,
    source: "Spotify's loudness page",
  },
  apple: { loudness: -16, tolerance: 1, ceiling: -1, source: 'Apple Music, Sound Check' },
  youtube: { loudness: -14, tolerance: 1, ceiling: -1, source: 'YouTube, stats for nerds' },
  tidal: { loudness: -14, tolerance: 1, ceiling: -1, source: 'Tidal, loudness normalisation' },
  amazon: { loudness: -14, tolerance: 1, ceiling: -2, source: 'Amazon Music, delivery' },
  deezer: { loudness: -15, tolerance: 1, ceiling: -1, source: 'Deezer, normalisation' },
  soundcloud: { loudness: -14, tolerance: 1, ceiling: -1, source: 'SoundCloud, mastering help' },
  bandcamp: { tolerance: 0, ceiling: -1, source: 'AES TD1008: lossy files need headroom' },
  broadcast: { loudness: -23, tolerance: 0.5, isStrict: true, ceiling: -1, source: 'EBU R 128' },
  atsc: { loudness: -24, tolerance: 2, isStrict: true, ceiling: -2, source: 'ATSC A/85' },
  cd: { tolerance: 0, ceiling: 0, format: { rate: 44_100, bits: '16' }, source: 'IEC 60908' },
  club: { tolerance: 0, ceiling: 0, source: 'our default' },
};
