// Lyrics on their notes: a syllable for each note that begins on the track, in every placement of the section.

import { toNumber } from '../music/rational.ts';
import type { Lyrics } from '../song/brief.ts';
import { nearestNames } from '../song/nearest.ts';
import type { Problem } from '../song/problem.ts';
import type { Song } from '../song/song.ts';
import type { Rational } from '../song/time.ts';
import type { Name } from '../song/value.ts';
import { unknownSection } from './places.ts';
import type { Note, PlacedSection, SungSyllable, TrackTimeline } from './timeline.ts';

/** The syllables of a song as they are sung; those that find no note are told of. */
export const sung = (
  song: Song,
  sections: readonly PlacedSection[],
  tracks: readonly TrackTimeline[],
  tell: (problem: Problem) => void,
): readonly SungSyllable[] =>
  song.lyrics
    .flatMap((lyrics) => sungBy(lyrics, song, sections, tracks, tell))
    .sort((left, right) => toNumber(left.start) - toNumber(right.start));

const sungBy = (
  lyrics: Lyrics,
  song: Song,
  sections: readonly PlacedSection[],
  tracks: readonly TrackTimeline[],
  tell: (problem: Problem) => void,
): readonly SungSyllable[] => {
  const { track, section } = lyrics;
  const singer = tracks.find((one) => one.track === track.name);
  if (!singer) {
    tell(unknownTrack(track, song));
    return [];
  }
  if (!song.sections.some(({ name }) => name.name === section.name)) {
    tell(unknownSection(section, song.sections));
    return [];
  }
  return sections
    .filter(({ name }) => name === section.name)
    .flatMap((placement) => {
      const onsets = onsetsIn(singer.notes, placement);
      let next = 0;
      const placed: SungSyllable[] = [];
      for (const { text, continues, held, id } of lyrics.syllables) {
        const first = onsets[next];
        if (!first) {
          tell(leftOver(lyrics, placed.length, onsets.length));
          break;
        }
        const last = onsets[Math.min(next + held, onsets.length - 1)]!;
        placed.push({
          text,
          continues,
          id,
          track: track.name,
          start: first.start,
          startSeconds: first.startSeconds,
          lengthSeconds: last.endSeconds - first.startSeconds,
        });
        next += 1 + held;
      }
      return placed;
    });
};

interface Onset {
  readonly start: Rational;
  readonly startSeconds: number;
  endSeconds: number;
}

/** The notes of one start are one onset: a chord is sung once. */
const onsetsIn = (notes: readonly Note[], { bar, bars }: PlacedSection): readonly Onset[] => {
  const onsets: Onset[] = [];
  for (const { start, startSeconds, lengthSeconds } of notes) {
    const at = toNumber(start);
    if (at < bar || at >= bar + bars) continue;
    const last = onsets.at(-1);
    const endSeconds = startSeconds + lengthSeconds;
    if (last?.startSeconds === startSeconds) last.endSeconds = Math.max(last.endSeconds, endSeconds);
    else onsets.push({ start, startSeconds, endSeconds });
  }
  return onsets;
};

const leftOver = ({ track, section, syllables }: Lyrics, placed: number, onsets: number): Problem => {
  const rest = syllables.length - placed;
  const notes = onsets === 0 ? 'plays no notes' : `plays ${onsets} ${onsets === 1 ? 'note' : 'notes'}`;
  return {
    rule: 'LYR1',
    severity: 'warning',
    message: `${track.name} ${notes} in ${section.name}, so ${rest === 1 ? 'this syllable has' : `${rest} syllables from here on have`} none to be sung on. Add notes, or take syllables away.`,
    id: syllables[placed]!.id,
  };
};

const unknownTrack = (track: Name, song: Song): Problem => {
  const near = nearestNames(
    track.name,
    song.tracks.map(({ name }) => name.name),
  );
  return {
    rule: 'SYN',
    severity: 'error',
    message: `There is no track called ${track.name} to sing this. ${near[0] === undefined ? 'Name one that exists.' : `Did you mean ${near[0]}?`}`,
    id: track.id,
    fixes: near.map((text) => ({
      title: `Change to ${text}`,
      changes: [{ do: 'replace', id: track.id, text }],
    })),
  };
};
