// Mini-notation to its tree: recursive descent over the tokens, with recovery.
// Total: any text gives a tree and a list of problems. What is not understood plays as a rest of the
// same length, so that the rest of the pattern keeps its time.

import type { Range } from '../../song/origin.ts';
import type { Mini, MiniNode } from '../../song/pattern.ts';
import { limits } from './limits.ts';
import type { MiniReading } from './problem.ts';
import { type Reader, reader } from './reader.ts';
import { scan } from './scan.ts';
import { stepsUntil } from './steps.ts';

/** Reads any text as mini-notation. Never throws; every problem stands inside the text. */
export const parseMini = (text: string): MiniReading => {
  const known = readings.get(text);
  if (known) return known;
  const source = reader(text, scan(text));
  const root = top(source);
  const { places, sounds } = source;
  const mini: Mini = { text, root, atoms: places.length, places, sounds };
  const problems = source.problems.sort((a, b) => a.from - b.from || a.to - b.to).slice(0, limits.problems);
  const reading = { mini, problems };
  // A song is read at every keystroke, and most of its patterns are as they were.
  if (readings.size >= 4096) readings.clear();
  if (text.length <= 10_000) readings.set(text, reading);
  return reading;
};

const readings = new Map<string, MiniReading>();

/** The whole text: parts at once, cut by commas; each cut into bars by bar lines. */
const top = (source: Reader): MiniNode => {
  const parts: MiniNode[] = [];
  const begin = source.at;
  do parts.push(voice(source));
  while (source.take(','));
  if (parts.length === 1) return source.checked(parts[0]!);
  return source.checked({ kind: 'stack', at: { from: begin, to: source.text.length }, parts });
};

/** One part of the text: notes are tied within it, not to those of another. */
const voice = (source: Reader): MiniNode => {
  const [ties, atoms] = [source.ties.length, source.places.length];
  const of = bars(source);
  const first = source.ties[ties];
  if (!first) return of;
  const isFirst = isHeldFirst(of);
  if (isFirst || source.places.length === atoms) {
    source.problem(
      first.from,
      first.to,
      `There is no note before this _ to hold${isFirst ? ': a pattern begins anew each time it comes round' : ''}. Write ~ for a rest.`,
      '~',
    );
  }
  return source.checked({ kind: 'tied', at: of.at, of });
};

/** Whether it begins with a hold, always. */
const isHeldFirst = (node: MiniNode): boolean => {
  if (node.kind === 'hold') return true;
  if (node.kind === 'bars') return isHeldFirst(node.bars[0]!);
  return node.kind === 'sequence' && isHeldFirst(node.steps[0]!.node);
};

/** Bars up to a comma or the end. Lines at either end are optional; an empty bar is silent. */
const bars = (source: Reader): MiniNode => {
  const from = source.at;
  const found: MiniNode[] = [];
  let line = source.take('|');
  while (true) {
    const start = source.at;
    const steps = stepsUntil(source);
    const at = readFrom(source, start);
    const next = source.take('|');
    if (steps.length > 0) found.push({ kind: 'sequence', at, steps });
    // Two lines side by side are a double bar line, not a bar.
    else if (line && next && line.to !== next.from) {
      source.problem(line.from, next.to, 'This bar is empty. Write ~ in it for a bar of rest.', '| ~ |');
      found.push({ kind: 'rest', at: { from: line.to, to: next.from } });
    }
    if (!next) break;
    line = next;
  }
  const at = readFrom(source, from);
  if (found.length === 0) return { kind: 'rest', at };
  return found.length === 1 ? found[0]! : source.checked({ kind: 'bars', at, bars: found });
};

/** The place of what has been read since `from`; empty where nothing was. */
const readFrom = (source: Reader, from: number): Range => ({ from, to: Math.max(from, source.previousEnd) });
