// Marked source text: a song whose lines say themselves what should be found in them.
// `$0` is the caret. A line of carets under a line marks its problem: `^^^ message`, or the message's start.

import assert from 'node:assert/strict';
import type { Completion, Hover } from '../../src/languages/language.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { TextEdit } from '../../src/song/origin.ts';
import type { Change, Problem } from '../../src/song/problem.ts';

interface Mark {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** The source without its marks and without the indentation that all its lines share. */
export function unmarked(source: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const lines = dedent(source).split('\n');
  const kept: string[] = [];
  const marks: Mark[] = [];
  let start = 0;
  let next = 0;
  for (const line of lines) {
    const mark = /^(\s*)(\^+)\s*(.*)$/.exec(line);
    if (mark) {
      const from = start + mark[1]!.length;
      marks.push({ from, to: from + mark[2]!.length, message: mark[3]! });
    } else {
      kept.push(line);
      start = next;
      next += line.length + 1;
    }
  }
  return { text: kept.join('\n'), marks };
}

/** A source that starts on its second line loses the indentation of that line, and its last line end. */
export function dedent(source: string): string {
  if (!/^\s*?\n/.test(source)) return source;
  const lines = source
    .replace(/^\s*?\n/, '')
    .replace(/\n[^\S\n]*$/, '')
    .split('\n');
  const indent = /^ */.exec(lines[0]!)![0].length;
  return lines.map((line) => (line.slice(0, indent).trim() === '' ? line.slice(indent) : line)).join('\n');
}

/** Reads a marked source and holds its problems to its marks: every one marked, every mark found. */
export function problems(source: string): void {
  const { text, marks } = unmarked(source);
  const found = problemsOf(text).map(({ from, to, message }) => ({ from, to, message }));
  const shown = (list: readonly Mark[]): readonly string[] =>
    list.map(({ from, to, message }) => `${JSON.stringify(text.slice(from, to))} at ${from}: ${message}`);
  // A mark may give only the start of a long message.
  const expected = marks.map((mark) => {
    const match = found.find(
      (one) => one.from === mark.from && one.to === mark.to && one.message.startsWith(mark.message),
    );
    return match ?? mark;
  });
  assert.deepEqual(shown(found), shown(expected.toSorted((a, b) => a.from - b.from)));
}

/** Problems with their places; that a fragment lacks the song's own line is no news. */
export function problemsOf(
  text: string,
): readonly (Problem & { readonly from: number; readonly to: number })[] {
  const { problems: found, origins } = songLanguage.read(text);
  return found
    .filter(({ message }) => !message.startsWith('A song starts with its title'))
    .map((problem) => ({ ...problem, ...origins[problem.id]! }));
}

/** The texts that the quick fixes of the only problem lead to, by their titles. */
export function fixed(source: string): Readonly<Record<string, string>> {
  const text = dedent(source);
  const [problem, another] = problemsOf(text);
  assert.ok(
    problem && !another,
    `one problem, not ${JSON.stringify(problemsOf(text).map(({ message }) => message))}`,
  );
  return Object.fromEntries((problem.fixes ?? []).map((fix) => [fix.title, edited(text, fix.changes)]));
}

/** The text after the changes; a refusal is an error. */
export function edited(text: string, changes: readonly Change[]): string {
  const result = songLanguage.edit(songLanguage.read(text), changes);
  assert.ok(result.ok, result.ok ? '' : result.reason);
  return applied(text, result.edits);
}

export const setTo = (source: string, path: string, value: string): string =>
  edited(dedent(source), [{ do: 'set', path, value }]);

/** Why a change is refused. */
export function refused(source: string, path: string, value: string): string {
  const result = songLanguage.edit(songLanguage.read(dedent(source)), [{ do: 'set', path, value }]);
  assert.ok(!result.ok, 'refused');
  return result.reason;
}

export function applied(text: string, edits: readonly TextEdit[]): string {
  let out = text;
  for (const { range, text: replacement } of edits.toReversed())
    out = out.slice(0, range.from) + replacement + out.slice(range.to);
  return out;
}

/** What is offered at `$0`, the first first. */
export function offers(source: string): readonly Completion[] {
  const { text, caret } = atCaret(source);
  return songLanguage
    .complete(songLanguage.read(text), caret)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}

export const labels = (source: string): readonly string[] => offers(source).map(({ label }) => label);

/** The text after one offer is taken, its tab stops as they stand. */
export function taking(source: string, label: string): string {
  const { text } = atCaret(source);
  const offer = offers(source).find((one) => one.label === label);
  assert.ok(offer, `${label} is offered`);
  return text.slice(0, offer.range.from) + offer.insert + text.slice(offer.range.to);
}

/** What stands at `$0`, and of which characters it speaks. */
export function hovered(source: string): (Hover & { readonly of: string }) | undefined {
  const { text, caret } = atCaret(source);
  const hover = songLanguage.hover(songLanguage.read(text), caret);
  return hover && { ...hover, of: text.slice(hover.range.from, hover.range.to) };
}

function atCaret(source: string): { readonly text: string; readonly caret: number } {
  const marked = dedent(source);
  const caret = marked.indexOf('$0');
  assert.ok(caret >= 0, 'the source has a caret');
  return { text: marked.replace('$0', ''), caret };
}
