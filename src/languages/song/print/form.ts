// The form of a song as text: sections, their order, its markers and its words.

import type { Lyrics, Syllable } from '../../../song/brief.ts';
import type { Marker } from '../../../song/place.ts';
import type { Part, Placement, Section } from '../../../song/song.ts';
import { ownOf } from '../../own.ts';
import { type Page, type PrintedEntry, widest } from './page.ts';
import { chartText, expressionText } from './pattern.ts';
import { measureText, placeText } from './value.ts';

export function printSections(page: Page, sections: readonly Section[]): void {
  page.group();
  for (const section of sections) {
    const own = ownOf(section, sections);
    const head = [
      `section ${section.name.name}`,
      ...(own.bars ? [measureText(own.bars)] : []),
      ...(own.like ? [`like ${own.like.name}`] : []),
    ].join(' ');
    const parts = own.parts.map(partEntry);
    const without = own.without.map(({ name, id }) => ({ text: name, id }));
    const left = without.length > 0 ? ` without { ${without.map(({ text }) => text).join(', ')} }` : '';
    if (own.like && parts.length === 0) page.line(head + left, section.declaration);
    else
      page.block(own.like ? `${head} with` : head, parts, section.declaration, {
        // A part a line, so that a change of one is the change of a line.
        long: parts.length > 2,
        tail: left,
      });
  }
}

function partEntry({ track, expression, at, id }: Part): PrintedEntry {
  const head = `${track.name}: `;
  // What stands behind a chart would belong to it.
  const chart = at ? undefined : chartText(expression, 0);
  const music = chart !== undefined && !chart.includes('\n') ? chart : expressionText(expression);
  return { text: `${head}${music}${at ? ` at ${placeText(at)}` : ''}`, id };
}

export function printArrangement(page: Page, arrangement: readonly Placement[]): void {
  if (arrangement.length === 0) return;
  page.group();
  const lines = ['arrange'];
  for (const { section, repeats } of arrangement) {
    const word = repeats === 1 ? section.name : `${section.name}*${repeats}`;
    const line = lines.at(-1)!;
    if (line.length + 1 + word.length > widest) lines.push(`  ${word}`);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  page.line(lines.join('\n'));
}

export function printMarkers(page: Page, markers: readonly Marker[]): void {
  page.group();
  for (const { name, at, declaration } of markers)
    page.line(`marker ${name.name} at ${placeText(at)}`, declaration);
}

export function printLyrics(page: Page, lyrics: readonly Lyrics[]): void {
  page.group();
  for (const { track, section, syllables, declaration } of lyrics) {
    const text = sungText(syllables);
    const quote = text.includes('"') ? '`' : '"';
    page.line(`lyrics ${track.name} in ${section.name} ${quote}${text}${quote}`, declaration);
  }
}

/** `Ci- ty lights go by _`: bar lines and rests are for the eye alone, and not in the song. */
export const sungText = (syllables: readonly Syllable[]): string =>
  syllables
    .map(({ text, continues, held }) => `${text}${continues ? '-' : ''}${' _'.repeat(held)}`)
    .join(' ');
