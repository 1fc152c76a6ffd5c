// What of a song is declared around a place: a hover must not cost the whole song.

import type { Song } from '../../../song/song.ts';
import type { Declaration } from '../../../song/value.ts';
import type { Reading } from '../../language.ts';

/** The song with only those of its long lists that are declared at the offset; the rest of it as it is. */
export function declaredAt({ song, origins }: Reading, offset: number): Song {
  const isAround = ({ declaration }: Pick<Declaration, 'declaration'>): boolean => {
    const place = origins[declaration];
    return place !== undefined && place.from <= offset && offset <= place.to;
  };
  return {
    ...song,
    instruments: song.instruments.filter(isAround),
    patterns: song.patterns.filter(isAround),
    progressions: song.progressions.filter(isAround),
    tracks: song.tracks.filter(isAround),
    buses: song.buses.filter(isAround),
    sections: song.sections.filter(isAround),
    automation: song.automation.filter(isAround),
  };
}
