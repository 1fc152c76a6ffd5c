// Mini-notation to its tree: recursive descent over the tokens, with recovery.
// Total: any text gives a tree and a list of problems. What is not understood plays as a rest of the
// same length, so that the rest of the pattern keeps its time.

import { one } from '../../music/rational.ts';
import type { Range } from '../../song/origin.ts';
import type { Mini, MiniNode, MiniStep } from '../../song/pattern.ts';
import { type AtomReading, numberAsStep, readChordAtom, readNoteOrHit } from './atom.ts';
import { limits } from './limits.ts';
import { copiesBehind, readModifiers } from './modifiers.ts';
import type { MiniReading } from './problem.ts';
import { type Reader, reader } from './reader.ts';
import { scan } from './scan.ts';
import { notHere, notYet } from './signs.ts';

/** Reads any text as mini-notation. Never throws; every problem stands inside the text. */
export const parseMini = (text: string): MiniReading => {
  const known = readings.get(text);
  if (known) return known;
  const source = reader(text, scan(text));
  const root = top(source);
  const mini: Mini = { text, root, atoms: source.places.length, places: source.places };
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
  do parts.push(bars(source));
  while (source.take(','));
  return stacked(source, parts, { from: begin, to: source.text.length });
};

/** Bars up to a comma or the end. Lines at either end are optional; an empty bar is silent. */
const bars = (source: Reader): MiniNode => {
  const from = source.at;
  const found: MiniNode[] = [];
  let line = source.take('|');
  while (true) {
    const start = source.at;
    const steps = stepsUntil(source, undefined);
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

/** Steps until `close`, a comma, a bar line at the top, or the end; none of these is taken. */
const stepsUntil = (source: Reader, close: ']' | '>' | '}' | undefined): MiniStep[] => {
  const steps: MiniStep[] = [];
  while (true) {
    const token = source.token;
    if (token.kind === 'end' || token.text === ',') return steps;
    if (token.text === '|' && close === undefined) return steps;
    if (token.kind === 'sign' && source.closes(token.text)) return steps;
    if (token.text === '_') hold(source, steps);
    else if (token.text === '!') again(source, steps);
    else addStep(source, steps);
  }
};

/** `_`: the step before lasts longer by one. */
const hold = (source: Reader, steps: MiniStep[]): void => {
  const token = source.next();
  const last = steps.at(-1);
  if (!last) {
    source.problem(token.from, token.to, 'There is no step before this _ to hold. Write ~ for a rest.');
    steps.push({ node: { kind: 'rest', at: { from: token.from, to: token.to } }, weight: one });
    return;
  }
  const weight = { n: last.weight.n + last.weight.d, d: last.weight.d };
  steps[steps.length - 1] = { node: last.node, weight };
};

/** `!` on its own: the step before once more. */
const again = (source: Reader, steps: MiniStep[]): void => {
  const token = source.next();
  const last = steps.at(-1);
  if (!last) {
    copiesBehind(source, token);
    source.problem(token.from, source.previousEnd, 'There is no step before this ! to repeat.');
    return;
  }
  const copies = copiesBehind(source, token);
  for (let copy = 0; copy < copies && source.spendStep(token); copy += 1) steps.push(last);
};

const addStep = (source: Reader, steps: MiniStep[]): void => {
  const from = source.token;
  const node = element(source);
  if (!node) return;
  const { node: modified, weight, copies } = readModifiers(source, node);
  for (
    let copy = 0;
    copy < copies && source.spendStep({ from: from.from, to: source.previousEnd });
    copy += 1
  ) {
    steps.push({ node: modified, weight });
  }
};

/** One thing to play, without its modifiers; undefined where the token was no such thing, and is taken. */
const element = (source: Reader): MiniNode | undefined => {
  const token = source.next();
  switch (token.kind) {
    case 'note':
      return played(source, token, readNoteOrHit(token.text));
    case 'chord':
      return played(source, token, readChordAtom(token.text));
    case 'number':
      return played(source, token, numberAsStep(token.text));
    default:
      break;
  }
  if (token.text === '~' || token.text === '-')
    return { kind: 'rest', at: { from: token.from, to: token.to } };
  if (token.text === '[' || token.text === '<') return group(source, token);
  if (token.text === '{') {
    source.problem(token.from, token.to, notYet['{']!);
    return group(source, token);
  }
  if (token.text === '|') {
    source.problem(
      token.from,
      token.to,
      'A bar line belongs at the top level, outside of [ ] and < >. (In Tidal | inside a group chooses by chance: that is not there yet.)',
    );
    return undefined;
  }
  // A number right behind such a sign belongs to it (`?0.3`, `:3`); told apart it would be two problems of one cause.
  if (token.kind === 'sign' && source.token.kind === 'number' && source.token.from === token.to)
    source.next();
  source.problem(token.from, source.previousEnd, notYet[token.text] ?? notHere(token.text));
  return undefined;
};

const played = (source: Reader, { from, to }: Range, reading: AtomReading): MiniNode => {
  if (reading.ok)
    return { kind: 'atom', at: { from, to }, index: source.place({ from, to }), value: reading.value };
  source.problem(from, to, reading.message, reading.instead);
  return { kind: 'rest', at: { from, to } };
};

const closers: Readonly<Record<string, ']' | '>' | '}'>> = { '[': ']', '<': '>', '{': '}' };

/** `[ ]`, `< >` and what is read like them, from behind the opening sign. */
const group = (source: Reader, open: Range & { readonly text: string }): MiniNode => {
  const close = closers[open.text]!;
  if (source.depth >= limits.depth) {
    source.skipGroup(close);
    source.problem(
      open.from,
      source.previousEnd,
      `Groups stand at most ${limits.depth} deep in one another. Name a part of this as a pattern of its own.`,
    );
    return { kind: 'rest', at: { from: open.from, to: source.previousEnd } };
  }
  source.enter(close);
  const parts: MiniNode[] = [];
  do {
    const from = source.at;
    const steps = stepsUntil(source, close);
    const at = readFrom(source, from);
    if (steps.length > 0)
      parts.push(source.checked({ kind: open.text === '<' ? 'alternate' : 'sequence', at, steps }));
    else parts.push({ kind: 'rest', at });
  } while (source.take(','));
  source.leave();
  const isEmpty = source.previousEnd === open.to;
  if (!source.take(close))
    source.problem(open.from, open.to, `This ${open.text} is never closed. Write ${close} where it ends.`);
  else if (isEmpty) {
    source.problem(open.from, source.previousEnd, 'This group is empty. Write ~ for a rest.', '~');
  }
  const at = { from: open.from, to: source.previousEnd };
  // The group's own place holds its signs, as the hover and the playing highlight show it.
  return stacked(source, parts.length === 1 ? [{ ...parts[0]!, at }] : parts, at);
};

const stacked = (source: Reader, parts: readonly MiniNode[], at: Range): MiniNode =>
  parts.length === 1 ? source.checked(parts[0]!) : source.checked({ kind: 'stack', at, parts });

/** The place of what has been read since `from`; empty where nothing was. */
const readFrom = (source: Reader, from: number): Range => ({ from, to: Math.max(from, source.previousEnd) });
