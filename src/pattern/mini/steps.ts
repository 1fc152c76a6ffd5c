// Steps one after another, and the groups that stand as steps: the recursion of the parser.

import { add, one } from '../../music/rational.ts';
import type { Range } from '../../song/origin.ts';
import type { MiniNode, MiniStep } from '../../song/pattern.ts';
import type { Rational } from '../../song/time.ts';
import { readNoteOrHit } from './atom.ts';
import { atomOf, rangeFrom, startsRange } from './atom-node.ts';
import { limits } from './limits.ts';
import { amountBehind, amountRule, copiesBehind, readModifiers } from './modifiers.ts';
import { areFew, opensGroup } from './numbers.ts';
import type { Reader } from './reader.ts';
import type { Token } from './scan.ts';
import { notHere } from './signs.ts';

type Close = ']' | '>' | '}';

/** Steps until a closing sign, a comma, a line, or the end; none of these is taken. Feet are groups. */
export const stepsUntil = (source: Reader): MiniStep[] => {
  const feet: MiniStep[] = [];
  while (true) {
    const steps = footUntil(source);
    const dot = source.take('.');
    if (!dot && feet.length === 0) return steps;
    if (steps.length > 0) feet.push({ node: footOf(source, steps), weight: one });
    else tellEmptyFoot(source, dot);
    if (!dot) return feet;
  }
};

/** Steps up to a foot's end. */
const footUntil = (source: Reader): MiniStep[] => {
  const steps: MiniStep[] = [];
  while (true) {
    const { kind, text } = source.token;
    if (kind === 'end') return steps;
    if (isCall(source)) {
      passCall(source);
      continue;
    }
    if (kind === 'sign' && (',|.'.includes(text) || source.closes(text))) return steps;
    if (text === '_') hold(source, steps);
    else if (text === '!') again(source, steps);
    else addStep(source, steps);
  }
};

/** Whether the next token is the dot of a transform, as in `bd.fast(2)` within the quotes. */
const isCall = ({ token, following, text }: Reader): boolean =>
  token.text === '.' &&
  following.kind === 'note' &&
  following.from === token.to &&
  (text[following.to] === '(' || !isNoteOrHit(following.text));

const isNoteOrHit = (word: string): boolean => {
  const reading = readNoteOrHit(word);
  return reading.ok && !reading.isSound;
};

/** Up to the closing bracket, or the bar line or end before it. */
const passBrackets = (source: Reader): void => {
  while (source.token.kind !== 'end' && source.token.text !== '|') {
    if (source.next().text === ')') return;
  }
};

const passCall = (source: Reader): void => {
  const [dot, name] = [source.next(), source.next()];
  if (source.text[name.to] === '(') passBrackets(source);
  source.problem(
    dot.from,
    source.previousEnd,
    `Within the quotes a . stands between steps that it makes groups of. A transform goes behind them: "c4 e4".${name.text}.`,
  );
};

const footOf = (source: Reader, steps: MiniStep[]): MiniNode =>
  source.checked({
    kind: 'sequence',
    at: { from: steps[0]!.node.at.from, to: Math.max(steps[0]!.node.at.from, source.previousEnd) },
    steps,
  });

const tellEmptyFoot = (source: Reader, dot: Token | undefined): void => {
  const at = dot ?? { from: source.previousEnd - 1, to: source.previousEnd };
  source.problem(
    at.from,
    at.to,
    'A . stands between steps that it makes groups of: bd bd . sd sd sd. Here it has none on one side.',
  );
};

/** `_`: the step before lasts longer by one; `_c4` is a tied note, and a `_` before all steps a hold. */
const hold = (source: Reader, steps: MiniStep[]): void => {
  const { token, following, previousEnd } = source;
  const last = steps.at(-1);
  const isAtom = following.kind === 'note' || following.kind === 'chord' || following.kind === 'number';
  if (isAtom && following.from === token.to && !source.numbers && (!last || token.from > previousEnd)) {
    source.next();
    addStep(source, steps, token);
    return;
  }
  source.next();
  const at = { from: token.from, to: token.to };
  if (last) {
    const weight = add(last.weight, weightBehind(source));
    steps[steps.length - 1] = { node: last.node, weight };
    return;
  }
  if (source.numbers) {
    source.problem(at.from, at.to, 'There is no number before this _ to hold.');
    return;
  }
  source.tie(at);
  finishStep(source, steps, { kind: 'hold', at }, at.from);
};

/** `_@3` and `_3` are three of them. */
const weightBehind = (source: Reader): Rational => {
  const { token } = source;
  if (token.from !== source.previousEnd) return one;
  if (token.kind === 'sign' && token.text === '@') return amountBehind(source, source.next()) ?? one;
  return one;
};

/** `!` on its own: the step before once more. */
const again = (source: Reader, steps: MiniStep[]): void => {
  const token = source.next();
  const last = steps.at(-1);
  const copies = copiesBehind(source, token);
  if (!last) {
    source.problem(token.from, source.previousEnd, 'There is no step before this ! to repeat.');
    return;
  }
  for (let copy = 0; copy < copies && source.spendStep(token); copy += 1) steps.push(last);
};

/** A step, or the steps of a range. `tie` is the `_` right before it. */
const addStep = (source: Reader, steps: MiniStep[], tie?: Token): void => {
  const { from } = source.token;
  const first = element(source);
  if (!first) return;
  const nodes = [tie ? tiedTo(source, first, tie) : first];
  while (startsRange(source)) nodes.push(...rangeFrom(source, nodes.at(-1)!));
  for (const node of nodes.slice(0, -1)) {
    if (source.spendStep({ from, to: source.previousEnd })) steps.push({ node, weight: one });
  }
  finishStep(source, steps, nodes.at(-1)!, tie?.from ?? from);
};

/** Takes what stands behind a step, and adds it as often as that says. */
const finishStep = (source: Reader, steps: MiniStep[], bare: MiniNode, from: number): void => {
  const { node, weight, copies } = readModifiers(source, bare, group);
  for (let copy = 0; copy < copies && source.spendStep({ from, to: source.previousEnd }); copy += 1)
    steps.push({ node, weight });
};

const tiedTo = (source: Reader, node: MiniNode, tie: Token): MiniNode => {
  if (node.kind !== 'atom') return node;
  source.tie({ from: tie.from, to: node.at.to });
  return { ...node, tied: true };
};

/** One thing to play, without its modifiers; undefined where the token was no such thing, and is taken. */
const element = (source: Reader): MiniNode | undefined => {
  const { token } = source;
  if (token.kind === 'sign' && '[<{'.includes(token.text)) return group(source);
  source.next();
  const atom = atomOf(source, token);
  if (atom) return atom;
  if (token.text === '~' || token.text === '-')
    return { kind: 'rest', at: { from: token.from, to: token.to } };
  // What stands right behind such a sign belongs to it; told apart it would be two problems of one cause.
  const isSign = token.kind === 'sign';
  if (isSign && source.token.kind === 'number' && source.token.from === token.to) source.next();
  source.problem(token.from, source.previousEnd, notHere(token.text));
  return undefined;
};

const closers: Readonly<Record<string, Close>> = { '[': ']', '<': '>', '{': '}' };

/** `[ ]`, `< >` or `{ }`, from its opening sign, which is the next token. */
const group = (source: Reader): MiniNode => {
  const open = source.next();
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
  const parts: Written[][] = [];
  do {
    const choices: Written[] = [];
    do choices.push(written(source));
    while (source.take('|'));
    parts.push(choices);
  } while (source.take(','));
  source.leave();
  const isEmpty = source.previousEnd === open.to;
  if (!source.take(close))
    source.problem(open.from, open.to, `This ${open.text} is never closed. Write ${close} where it ends.`);
  else if (isEmpty)
    source.problem(open.from, source.previousEnd, 'This group is empty. Write ~ for a rest.', '~');
  return built(source, open, parts);
};

/** Steps of a group between its signs, and where they stand. */
interface Written {
  readonly at: Range;
  readonly steps: readonly MiniStep[];
}

const written = (source: Reader): Written => {
  const from = source.at;
  const steps = stepsUntil(source);
  return { at: { from, to: Math.max(from, source.previousEnd) }, steps };
};

/** The node of a group: its parts at once, each one of its choices. */
const built = (source: Reader, open: Token, parts: readonly (readonly Written[])[]): MiniNode => {
  const at = { from: open.from, to: source.previousEnd };
  const pace = open.text === '{' ? paceBehind(source, parts) : undefined;
  // The group's own place holds its signs, as the hover and the playing highlight show it.
  const whole = { from: open.from, to: source.previousEnd };
  const nodes = parts.map((choices) => {
    const one = parts.length === 1 ? whole : undefined;
    const made = choices.map((choice) =>
      partOf(source, open.text, choice, pace, choices.length === 1 ? one : undefined),
    );
    if (made.length === 1) return made[0]!;
    for (const { steps, at } of choices) {
      if (steps.length === 0)
        source.problem(at.from, at.to, 'There is nothing here to choose. Write ~ for silence.', '~');
    }
    const range = one ?? { from: choices[0]!.at.from, to: choices.at(-1)!.at.to };
    return source.checked({ kind: 'choice', at: range, choices: made, place: source.chancePlace(at) });
  });
  const all = nodes.length === 1 ? nodes[0]! : source.checked({ kind: 'stack', at: whole, parts: nodes });
  return pace && 'numbers' in pace
    ? source.checked({ kind: 'varied', at: whole, of: all, sign: '*', numbers: pace.numbers })
    : all;
};

/** How many steps of a `{ }` a bar has: so many, or as a pattern of numbers says. */
type Pace = { readonly per: Rational } | { readonly numbers: readonly MiniNode[] };

/** What `%` behind the closing sign says, else as many as the first part has. */
const paceBehind = (source: Reader, parts: readonly (readonly Written[])[]): Pace => {
  const { token } = source;
  const own = { per: parts[0]![0]!.steps.reduce((sum, { weight }) => add(sum, weight), { n: 0, d: 1 }) };
  if (token.text !== '%' || token.from !== source.previousEnd) return own;
  const sign = source.next();
  if (!opensGroup(source)) {
    const per = amountBehind(source, sign);
    return per ? { per } : own;
  }
  const numbers = [source.inNumbers(amountRule('%'), () => group(source))];
  return areFew(source, { from: sign.from, to: source.previousEnd }, numbers) ? { numbers } : own;
};

const partOf = (
  source: Reader,
  open: string,
  { at: own, steps }: Written,
  pace: Pace | undefined,
  whole: Range | undefined,
): MiniNode => {
  const at = whole ?? own;
  if (steps.length === 0) return { kind: 'rest', at };
  if (open === '<') return source.checked({ kind: 'alternate', at, steps });
  if (!pace) return source.checked({ kind: 'sequence', at, steps });
  return source.checked({ kind: 'polymeter', at, steps, per: 'per' in pace ? pace.per : one });
};
