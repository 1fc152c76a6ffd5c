// `// codetta-ignore RULE: reason`: what a person marked as meant.

import type { Ignore } from '../../../song/song.ts';
import { lineEnd, lineStart } from '../lines.ts';
import { isTrivia, scan, type Tokens } from '../scan.ts';
import type { Ledger } from './ledger.ts';

const mark = /^\/\/\s*codetta-ignore\b\s*([A-Za-z0-9 ,]*?)\s*(?::\s*(.*?)\s*)?$/s;

/** The marks of a text; one for each rule that a comment names. */
export function lowerIgnores(ledger: Ledger, text: string): readonly Ignore[] {
  // Most texts have none; the word is found faster than the comments are walked.
  if (!text.includes('codetta-ignore')) return [];
  const tokens = scan(text);
  const found: Ignore[] = [];
  for (let i = 0; i < tokens.kinds.length; i++) {
    if (tokens.kinds[i] !== 'comment') continue;
    const range = { from: tokens.starts[i]!, to: tokens.starts[i + 1]! };
    const match = mark.exec(text.slice(range.from, range.to));
    if (!match) continue;
    const rules = match[1]!.split(/[ ,]+/).filter((rule) => rule !== '');
    if (rules.length === 0) {
      ledger.tell('warning', range, 'Which check is meant? Write `// codetta-ignore INS1: reason`.');
      continue;
    }
    const covers = ledger.mark(coveredLine(tokens, i));
    const id = ledger.mark(range);
    found.push(...rules.map((rule) => ({ rule, reason: match[2] ?? '', id, covers })));
  }
  return found;
}

/** The comment's own line where something stands before it, else the next line on which something does. */
function coveredLine(
  { text, kinds, starts }: Tokens,
  comment: number,
): { readonly from: number; readonly to: number } {
  let token = comment - 1;
  while (token >= 0 && kinds[token] === 'space') token--;
  const ownLine = token >= 0 && !isTrivia(kinds[token]!);
  if (!ownLine) for (token = comment; token < kinds.length && isTrivia(kinds[token]!); ) token++;
  const at = Math.min(starts[Math.min(token, kinds.length)]!, Math.max(0, text.length - 1));
  return { from: lineStart(text, at), to: lineEnd(text, at) };
}
