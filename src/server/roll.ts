// A pattern as a small piano roll: as an SVG picture for editors that show one, else in letters.

import { displayNote } from '../music/pitch.ts';

export interface RollNote {
  /** In bars from the roll's start. */
  readonly start: number;
  readonly length: number;
  /** A pitch, or the name of a drum hit. */
  readonly what: number | string;
  /** 0 to 1. */
  readonly velocity: number;
}

export interface Roll {
  readonly bars: number;
  readonly beatsPerBar: number;
  readonly notes: readonly RollNote[];
}

/** Markdown with the picture; empty for a roll without notes. */
export const rollPicture = (roll: Roll): string => {
  if (roll.notes.length === 0) return '';
  const address = `data:image/svg+xml,${encodeURIComponent(svg(roll)).replace(/[()']/g, percent)}`;
  return `![${inWords(roll)}](${address})`;
};

const percent = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

/** Markdown with the notes as rows of letters, the highest on top; empty for a roll without notes. */
export const rollInLetters = (roll: Roll): string => {
  if (roll.notes.length === 0) return '';
  const columns = Math.min(64, roll.bars * 16);
  const column = (bars: number): number => Math.round((bars / roll.bars) * columns);
  const names = rows(roll).map(name);
  const width = Math.max(...names.map(({ length }) => length));
  const lines = rows(roll).map((row, index) => {
    const cells: string[] = Array.from({ length: columns }, () => '·');
    for (const note of roll.notes.filter(({ what }) => what === row)) {
      const from = Math.min(columns - 1, column(note.start));
      for (let at = from; at < Math.max(from + 1, column(note.start + note.length)); at++) {
        if (at < columns) cells[at] = at === from ? '█' : '▬';
      }
    }
    const bars = cells.map((cell, at) => (at > 0 && isBarLine(at, columns, roll.bars) ? `|${cell}` : cell));
    return `${names[index]!.padStart(width)} ${bars.join('')}`;
  });
  return `\`\`\`text\n${lines.join('\n')}\n\`\`\``;
};

const isBarLine = (at: number, columns: number, bars: number): boolean => (at * bars) % columns === 0;

/** What sounds, from the highest pitch down, drum hits below in the order in which they begin. */
const rows = ({ notes }: Roll): readonly (number | string)[] => {
  const all = [...new Set(notes.map(({ what }) => what))];
  return [
    ...all.filter((what): what is number => typeof what === 'number').sort((left, right) => right - left),
    ...all.filter((what) => typeof what === 'string'),
  ];
};

const name = (what: number | string): string => (typeof what === 'number' ? displayNote(what) : what);

const inWords = ({ bars, notes }: Roll): string =>
  `${notes.length} ${notes.length === 1 ? 'note' : 'notes'} in ${bars} ${bars === 1 ? 'bar' : 'bars'}`;

const [width, height, margin] = [360, 96, 34];

/** Every semitone between the lowest and the highest has its place, so that the melody's shape is seen. */
const svg = (roll: Roll): string => {
  const pitches = roll.notes.map(({ what }) => what).filter((what) => typeof what === 'number');
  const hits = [...new Set(roll.notes.map(({ what }) => what).filter((what) => typeof what === 'string'))];
  const [low, high] = [Math.min(...pitches), Math.max(...pitches)];
  const pitched = pitches.length > 0 ? high - low + 1 : 0;
  const lanes = Math.max(3, pitched + hits.length);
  const lane = (height - 8) / lanes;
  const rowOf = (what: number | string): number =>
    typeof what === 'number' ? high - what : pitched + hits.indexOf(what);
  const x = (bars: number): number => margin + (bars / roll.bars) * (width - margin);
  const y = (row: number): number => 4 + row * lane;
  const thick = Math.max(2, Math.min(10, lane - 1));
  const notes = roll.notes.map(({ start, length, what, velocity }) => {
    const noteWidth = Math.max(1.5, x(start + length) - x(start) - 0.8);
    return `<rect x="${round(x(start))}" y="${round(y(rowOf(what)) + (lane - thick) / 2)}" width="${round(noteWidth)}" height="${round(thick)}" rx="1" fill-opacity="${round(0.4 + velocity * 0.6)}"/>`;
  });
  const labels = labelled(roll, hits).map(
    (what) =>
      `<text x="${margin - 4}" y="${round(y(rowOf(what)) + lane / 2 + 3)}" text-anchor="end">${escaped(name(what))}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    // Grey on nothing is read on light and on dark.
    `<g stroke="#808080" stroke-opacity=".35">${grid(roll, x).join('')}</g>`,
    `<g fill="#3b9eff">${notes.join('')}</g>`,
    `<g fill="#808080" font-family="sans-serif" font-size="9">${labels.join('')}</g>`,
    '</svg>',
  ].join('');
};

/** The highest and the lowest pitch, and every drum. */
const labelled = ({ notes }: Roll, hits: readonly string[]): readonly (number | string)[] => {
  const pitches = notes.map(({ what }) => what).filter((what) => typeof what === 'number');
  const ends = pitches.length > 0 ? [...new Set([Math.max(...pitches), Math.min(...pitches)])] : [];
  return [...ends, ...hits];
};

const grid = ({ bars, beatsPerBar }: Roll, x: (bars: number) => number): readonly string[] => {
  const lines: string[] = [];
  const beats = bars <= 8 ? beatsPerBar : 1;
  for (let beat = 0; beat <= bars * beats; beat++) {
    const at = round(x(beat / beats));
    const isBar = beat % beats === 0;
    lines.push(`<path d="M${at} 2V${height - 2}"${isBar ? '' : ' stroke-dasharray="1 3"'}/>`);
  }
  return lines;
};

const round = (value: number): number => Math.round(value * 10) / 10;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
