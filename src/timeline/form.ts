// The song's form: its sections one after another, counted in bars. Seconds come later, from the maps.

import type { Section, Song } from '../song/song.ts';
import type { PlacedSection } from './timeline.ts';

/** A placement of a section before it has seconds. */
export type FormSection = Omit<PlacedSection, 'startSeconds' | 'endSeconds'>;

export interface Form {
  readonly sections: readonly FormSection[];
  readonly bars: number;
  /** The arrangement goes on beyond what is laid out. */
  readonly isTooLong: boolean;
}

/**
 * The arrangement, walked, at most so many bars of it. Of two sections with one name the first counts;
 * unknown sections and empty lengths are skipped.
 */
export const formOf = (song: Song, mostBars: number): Form => {
  const indices = new Map<string, number>();
  for (const [index, { name }] of song.sections.entries())
    if (!indices.has(name.name)) indices.set(name.name, index);
  const sections: FormSection[] = [];
  let bar = 0;
  for (const { section: name, repeats, id } of song.arrangement) {
    const section = indices.get(name.name);
    const bars = section === undefined ? 0 : wholeBars(song.sections[section]!);
    if (section === undefined || bars === 0) continue;
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      if (bar + bars > mostBars) return { sections, bars: bar, isTooLong: true };
      sections.push({ name: name.name, id, section, repeat, bar, bars });
      bar += bars;
    }
  }
  return { sections, bars: bar, isTooLong: false };
};

/** A section's length; 0 where it says none that can be played. */
export const wholeBars = (section: Section): number => Math.max(0, Math.round(section.bars.value) || 0);
