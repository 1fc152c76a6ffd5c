// Explicit bars: alternation, speeds, Euclids and polymeter written out, bar after bar, as they play.
// What chance decides, and what is held over bar lines, can't be said so, and is not offered.

import { compile } from '../../../pattern/mini/compile.ts';
import { bjorklund } from '../../../pattern/mini/euclid.ts';
import { parseMini } from '../../../pattern/mini/parse.ts';
import type { Pattern } from '../../../pattern/pattern.ts';
import { cycles, playCycle } from '../../../pattern/query.ts';
import type { Range } from '../../../song/origin.ts';
import type { MiniNode, MiniStep } from '../../../song/pattern.ts';
import type { Rational } from '../../../song/time.ts';
import type { Reading, Refactoring } from '../../language.ts';
import { miniAt } from './music-at.ts';

/** More bars, or longer ones, are easier read as they are. */
const [mostBars, mostLetters] = [32, 4000];

export function explicitBars(reading: Reading, range: Range): readonly Refactoring[] {
  const place = miniAt(reading, range);
  if (!place || place.expression.mini.atoms === 0) return [];
  const { mini } = place.expression;
  // What is not understood would be lost.
  if (parseMini(mini.text).problems.length > 0) return [];
  const pattern = compile(mini.root);
  const count = cycles(pattern);
  if (count === undefined || count > mostBars) return [];
  const bars: string[] = [];
  for (let cycle = 0; cycle < count; cycle++) {
    const bar = written(mini.root, cycle, mini.text);
    if (bar === undefined) return [];
    bars.push(bar.steps.join(' '));
  }
  const text = bars.join(' | ');
  const isSame = plain(text) === plain(mini.text);
  if (isSame || text.length > mostLetters || !playsAlike(pattern, text, count)) return [];
  const edit = { range: place.content, text: place.isChart ? `| ${text} |` : text };
  return [{ title: 'Write out its bars', kind: 'rewrite', edits: [edit] }];
}

const plain = (text: string): string =>
  text
    .replace(/^\s*\||\|\s*$/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What a node plays in a cycle: steps that follow one another in equal times. */
interface Written {
  readonly steps: readonly string[];
}

function written(node: MiniNode, cycle: number, text: string): Written | undefined {
  const source = text.slice(node.at.from, node.at.to);
  switch (node.kind) {
    case 'atom':
      return node.tied ? undefined : { steps: [source] };
    case 'rest':
      return { steps: ['~'] };
    case 'sequence':
      return sequence(node.steps, cycle, text);
    case 'alternate':
      return inTurn(steady(node.steps), cycle, text);
    case 'bars':
      return inTurn(node.bars, cycle, text);
    case 'stack': {
      const parts = node.parts.map((part) => written(part, cycle, text));
      if (parts.some((part) => part === undefined)) return undefined;
      return { steps: [`[${parts.map((part) => part!.steps.join(' ')).join(', ')}]`] };
    }
    case 'speed':
      return repeated(node.of, node.factor, cycle, text);
    case 'euclid': {
      const of = written(node.of, cycle, text);
      return (
        of && {
          steps: bjorklund(node.pulses, node.steps, node.rotation).map((pulse) => (pulse ? asStep(of) : '~')),
        }
      );
    }
    case 'polymeter':
      return polymeter(node.steps, node.per, cycle, text);
    default:
      return undefined;
  }
}

const asStep = ({ steps }: Written): string => (steps.length === 1 ? steps[0]! : `[${steps.join(' ')}]`);

function sequence(steps: readonly MiniStep[], cycle: number, text: string): Written | undefined {
  const out: string[] = [];
  for (const { node, weight } of steps) {
    const step = written(node, cycle, text);
    if (!step) return undefined;
    // A single step fills its group, whatever its weight.
    if (steps.length === 1) return step;
    const share = weight.n / weight.d;
    out.push(share === 1 ? asStep(step) : `${asStep(step)}@${share}`);
  }
  return { steps: out };
}

/** Steps of equal weight; undefined where they are not. */
const steady = (steps: readonly MiniStep[]): readonly MiniNode[] | undefined =>
  steps.every(({ weight }) => weight.n === weight.d) ? steps.map(({ node }) => node) : undefined;

const inTurn = (nodes: readonly MiniNode[] | undefined, cycle: number, text: string): Written | undefined =>
  nodes && nodes.length > 0
    ? written(nodes[cycle % nodes.length]!, Math.floor(cycle / nodes.length), text)
    : undefined;

function repeated(of: MiniNode, factor: Rational, cycle: number, text: string): Written | undefined {
  if (factor.d !== 1 || factor.n < 1 || factor.n > 64) return undefined;
  const turns = Array.from({ length: factor.n }, (_, turn) => written(of, cycle * factor.n + turn, text));
  if (turns.some((turn) => turn === undefined)) return undefined;
  return { steps: turns.map((turn) => asStep(turn!)) };
}

function polymeter(
  steps: readonly MiniStep[],
  per: Rational,
  cycle: number,
  text: string,
): Written | undefined {
  const nodes = steady(steps);
  if (!nodes || nodes.length === 0 || per.d !== 1 || per.n < 1 || per.n > 64) return undefined;
  const out: string[] = [];
  for (let turn = cycle * per.n; turn < (cycle + 1) * per.n; turn++) {
    const step = inTurn(nodes, turn, text);
    if (!step) return undefined;
    out.push(asStep(step));
  }
  return { steps: out };
}

/** Whether a text plays what the pattern plays: what is offered must never change the music. */
function playsAlike(pattern: Pattern, text: string, count: number): boolean {
  const { mini, problems } = parseMini(text);
  if (problems.length > 0) return false;
  const other = compile(mini.root);
  for (let cycle = 0; cycle < count; cycle++) if (notes(pattern, cycle) !== notes(other, cycle)) return false;
  return true;
}

function notes(pattern: Pattern, cycle: number): string {
  const found: string[] = [];
  playCycle(pattern, cycle, (begin, end, from, _to, value, _source, velocity) => {
    if (from === begin)
      found.push(JSON.stringify([begin / pattern.grid, end / pattern.grid, value, velocity]));
  });
  return found.sort().join('\n');
}
