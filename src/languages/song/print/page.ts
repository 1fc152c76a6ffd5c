// The page that a song is printed on: statements with their entries, in groups with an empty line between.
// A statement stands on one line where it is short, else an entry a line; marks that silence a check stand
// above the line that they speak of.

import type { Origins, SourceId } from '../../../song/origin.ts';
import type { Ignore } from '../../../song/song.ts';

/** An entry of a block, by the id of what it says. */
export interface PrintedEntry {
  readonly text: string;
  readonly id?: SourceId;
}

export interface Page {
  /** Begins a new group: an empty line stands before what comes next. */
  group(): void;
  /** A statement on lines of its own. */
  line(text: string, id?: SourceId): void;
  /** `head { entries } tail`; `long` where an entry stands on each line however short they are. */
  block(
    head: string,
    entries: readonly PrintedEntry[],
    id?: SourceId,
    how?: { readonly long?: boolean; readonly tail?: string },
  ): void;
  text(): string;
}

export const widest = 110;

export const newPage = (ignores: readonly Ignore[], origins: Origins): Page => {
  const lines: string[] = [];
  const said = new Set<Ignore>();
  let gap = false;
  /** Whether the statement before went over lines. */
  let wasLong = false;

  const put = (printed: readonly string[]): void => {
    const isLong = printed.length > 1;
    if (lines.length > 0 && (gap || isLong || wasLong)) lines.push('');
    lines.push(...printed);
    gap = false;
    wasLong = isLong;
  };
  /** The marks of what begins in a construct, or of the line that a place begins on. */
  const marksOf = (id: SourceId | undefined, within: 'line' | 'whole'): readonly string[] => {
    const range = id === undefined ? undefined : origins[id];
    if (!range) return [];
    const found = ignores.filter((ignore) => {
      const covered = origins[ignore.covers];
      if (!covered || said.has(ignore)) return false;
      return within === 'whole'
        ? covered.to > range.from && covered.from < range.to
        : covered.from <= range.from && range.from < covered.to;
    });
    for (const ignore of found) said.add(ignore);
    return found.map(({ rule, reason }) => `// codetta-ignore ${rule}${reason === '' ? '' : `: ${reason}`}`);
  };

  return {
    group: () => {
      gap = true;
    },
    line: (text, id) => put([...marksOf(id, 'whole'), ...text.split('\n')]),
    block: (head, entries, id, { long = false, tail = '' } = {}) => {
      const short = `${[head, entries.length === 0 ? '{}' : `{ ${entries.map(({ text }) => text).join(', ')} }`].join(' ')}${tail}`;
      const isShort = !long && short.length <= widest && !short.includes('\n');
      if (isShort || entries.length === 0) {
        put([...marksOf(id, 'whole'), short]);
        return;
      }
      const inside = entries.flatMap((entry) => [
        ...marksOf(entry.id, 'line').map((mark) => `  ${mark}`),
        `  ${entry.text}`,
      ]);
      put([...marksOf(id, 'whole'), `${head} {`, ...inside, `}${tail}`]);
    },
    text: () => `${lines.join('\n')}\n`,
  };
};
