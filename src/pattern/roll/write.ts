// Notes to mini-notation as a person would write it: groups, weights, repeats and rests, the shortest of
// what says it exactly. Times are ticks, so that nothing is rounded.

/** A note of a voice, or of a chord: words with the same begin and end are written as one step. */
export interface WrittenNote {
  readonly begin: number;
  readonly end: number;
  readonly word: string;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** A note that began before the stretch goes on into it, and one may go on behind it. */
  readonly tied: boolean;
}

/**
 * The notes of a stretch as so many steps of equal weight, without brackets around them; undefined where no
 * steps of that number say it: where notes overlap, cross the ends, or lie between what can be divided.
 */
export const writeSteps = (
  notes: readonly WrittenNote[],
  stretch: Stretch,
  steps: number,
): string | undefined => {
  const segments = segmentsOf(notes, stretch);
  return segments && writer(segments).steps(stretch.from, stretch.to, steps)?.text;
};

/**
 * The notes of a whole bar in as few characters as say it well.
 * @param beats  of the bar: of two that are as short, the one that counts beats wins
 */
export const writeBar = (
  notes: readonly WrittenNote[],
  stretch: Stretch,
  beats: number,
): string | undefined => {
  const voices = voicesOf(notes);
  const written = voices.map((voice) => {
    const segments = segmentsOf(voice, stretch);
    return segments && writer(segments).best(stretch.from, stretch.to, beats)?.text;
  });
  if (written.some((text) => text === undefined)) return undefined;
  return written.length === 1 ? written[0] : `[${written.join(', ')}]`;
};

/** Notes put into as few voices as do not overlap; a chord is one step of a voice. */
export const voicesOf = (notes: readonly WrittenNote[]): readonly (readonly WrittenNote[])[] => {
  const voices: WrittenNote[][] = [];
  const sorted = [...notes].sort((a, b) => a.begin - b.begin || a.end - b.end);
  for (const note of sorted) {
    const fits = (voice: readonly WrittenNote[]): boolean => {
      const last = voice.at(-1)!;
      return last.end <= note.begin || (last.begin === note.begin && last.end === note.end);
    };
    const voice = voices.find(fits);
    if (voice) voice.push(note);
    else voices.push([note]);
  }
  return voices.length === 0 ? [[]] : voices;
};

/** A stretch of one voice with one thing in it. */
interface Segment {
  readonly from: number;
  readonly to: number;
  /** As one step. */
  readonly text: string;
  readonly kind: 'note' | 'rest' | 'hold';
}

const segmentsOf = (
  notes: readonly WrittenNote[],
  { from, to, tied }: Stretch,
): readonly Segment[] | undefined => {
  const segments: Segment[] = [];
  let at = from;
  const sorted = [...notes].sort((a, b) => a.begin - b.begin);
  for (let index = 0; index < sorted.length; ) {
    const { begin, end } = sorted[index]!;
    const words: string[] = [];
    for (; index < sorted.length && sorted[index]!.begin === begin; index += 1) {
      if (sorted[index]!.end !== end) return undefined;
      words.push(sorted[index]!.word);
    }
    const [first, last] = [Math.max(begin, from), Math.min(end, to)];
    if ((!tied && (begin < from || end > to)) || first < at || first >= last) return undefined;
    if (first > at) segments.push({ from: at, to: first, text: '~', kind: 'rest' });
    const text = words.length === 1 ? words[0]! : `[${words.join(',')}]`;
    segments.push(
      begin < from
        ? { from: first, to: last, text: '_', kind: 'hold' }
        : { from: first, to: last, text, kind: 'note' },
    );
    at = last;
  }
  if (at < to) segments.push({ from: at, to, text: '~', kind: 'rest' });
  return segments;
};

interface Text {
  readonly text: string;
  /** What it costs a reader: its length, and more for brackets. */
  readonly cost: number;
}

/** More steps than this in one group are a list, not a rhythm. */
const mostSteps = 64;

const writer = (segments: readonly Segment[]) => {
  const bounds = new Set(segments.flatMap(({ from, to }) => [from, to]));
  const known = new Map<string, Text | undefined>();

  const inside = (from: number, to: number): readonly Segment[] =>
    segments.filter((segment) => segment.from < to && segment.to > from);

  /** So many steps of one weight each from `from` to `to`. */
  const steps = (from: number, to: number, count: number): Text | undefined => {
    const step = (to - from) / count;
    if (!Number.isInteger(step)) return undefined;
    const parts: Text[] = [];
    for (let first = 0; first < count; ) {
      const begin = from + first * step;
      if (!bounds.has(begin)) return undefined;
      let next = first + 1;
      while (next < count && !bounds.has(from + next * step)) next += 1;
      const end = from + next * step;
      if (!bounds.has(end)) return undefined;
      const part = element(begin, end, next - first);
      if (!part) return undefined;
      parts.push(part);
      first = next;
    }
    return {
      text: parts.map(({ text }) => text).join(' '),
      cost: parts.reduce((sum, { cost }) => sum + cost + 1, 0),
    };
  };

  /** One step of that weight. */
  const element = (from: number, to: number, weight: number): Text | undefined => {
    const [only, more] = inside(from, to);
    if (!only) return undefined;
    if (!more) {
      const isShort = only.kind === 'hold' || (only.kind === 'rest' && weight <= 3);
      const text = isShort
        ? Array.from({ length: weight }, () => only.text).join(' ')
        : weighted(only.text, weight);
      return { text, cost: text.length };
    }
    const inner = best(from, to, undefined);
    if (!inner) return undefined;
    // `c4*2` is one step as it is.
    const text = /^[^\s[\]]+\*\d+$/.test(inner.text) || isGroup(inner.text) ? inner.text : `[${inner.text}]`;
    return { text: weighted(text, weight), cost: inner.cost + 4 + (weight > 1 ? 3 : 0) };
  };

  /** The best way to write a stretch, as steps or as something repeated. */
  const best = (from: number, to: number, beats: number | undefined): Text | undefined => {
    const key = `${from} ${to} ${beats ?? ''}`;
    if (known.has(key)) return known.get(key);
    known.set(key, undefined);
    const found = candidates(from, to, beats).reduce<Text | undefined>(
      (least, one) => (least && least.cost <= one.cost ? least : one),
      undefined,
    );
    known.set(key, found);
    return found;
  };

  const candidates = (from: number, to: number, beats: number | undefined): readonly Text[] => {
    const length = to - from;
    const here = inside(from, to);
    if (here.length === 1) return [{ text: here[0]!.text, cost: here[0]!.text.length }];
    const texts: Text[] = [];
    for (let count = 2; count <= Math.min(mostSteps, length); count += 1) {
      if (length % count !== 0) continue;
      const plain = steps(from, to, count);
      if (plain?.text.includes(' ')) texts.push(count === beats ? { ...plain, cost: plain.cost - 3 } : plain);
      const once = repeats(here, from, to, count) && element(from, from + length / count, 1);
      if (once && !once.text.includes(' ~')) {
        const text = `${once.text}*${count}`;
        texts.push({ text, cost: once.cost + 3 });
      }
    }
    return texts;
  };

  return { steps, best };
};

const weighted = (text: string, weight: number): string => (weight === 1 ? text : `${text}@${weight}`);

/** `[c4 e4]*2`: brackets that go around all of it. */
const isGroup = (text: string): boolean => {
  if (!text.startsWith('[')) return false;
  let depth = 0;
  for (const [index, sign] of [...text].entries()) {
    if (sign === '[') depth += 1;
    if (sign === ']') depth -= 1;
    if (depth === 0) return /^(?:\*\d+)?$/.test(text.slice(index + 1));
  }
  return false;
};

/** Whether a stretch is so many times the same, without ties. */
const repeats = (segments: readonly Segment[], from: number, to: number, count: number): boolean => {
  const length = (to - from) / count;
  if (segments.length % count !== 0 || segments.some(({ kind }) => kind === 'hold')) return false;
  const turn = segments.length / count;
  return segments.every((segment, index) => {
    const first = segments[index % turn]!;
    const shift = Math.floor(index / turn) * length;
    return (
      segment.text === first.text && segment.from === first.from + shift && segment.to === first.to + shift
    );
  });
};
