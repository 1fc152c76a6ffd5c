// Songs with their findings written below the lines they stand on:
//
//   pattern low = "e1 a0 ~ ~"
//                     ^^ INS1: A0 is below
//
// `checks(text)` takes the marks out, checks the song, and wants exactly those findings.

import assert from 'node:assert/strict';
import { check, type RuleFault } from '../../src/check/check.ts';
import type { Examples } from '../../src/check/rule.ts';
import type { Reading } from '../../src/languages/language.ts';
import { newLinker, type Opened } from '../../src/languages/link.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { TextEdit } from '../../src/song/origin.ts';
import type { Fix, Problem } from '../../src/song/problem.ts';
import { layOut } from '../../src/timeline/lay-out.ts';

export interface Checked {
  readonly reading: Reading;
  /** Of the rules alone. */
  readonly problems: readonly Problem[];
}

/** What there is beside the song. */
export type Beside = Pick<Examples, 'files' | 'recordings' | 'soundFiles' | 'coming'>;

export const checked = (text: string, { files = {}, ...beside }: Beside = {}): Checked =>
  checkedReading(linked(songLanguage.read(text), files), beside);

export const checkedReading = (
  reading: Reading,
  { recordings, soundFiles, coming }: Omit<Beside, 'files'> = {},
): Checked => {
  const threw = ({ rule, error }: RuleFault): void => {
    throw new Error(`the rule ${rule} threw`, { cause: error });
  };
  const options = { recordings, soundFiles, coming: coming && new Set(coming) };
  const problems = check(reading.song, layOut(reading.song), reading.origins, threw, options);
  return { reading, problems };
};

const linked = (reading: Reading, files: Readonly<Record<string, string>>): Reading => {
  const all: Readonly<Record<string, string>> = { ...files, './main.song': reading.text };
  const open = (path: string): Opened =>
    all[path] === undefined
      ? { ok: false, reason: 'there is no such file.' }
      : { ok: true, id: path, text: all[path] };
  return newLinker({ open }, () => songLanguage)(reading, './main.song');
};

export const checks = (marked: string): void => {
  const { text, marks } = takeMarks(marked);
  const { reading, problems } = checked(text);
  const errors = reading.problems.filter(({ severity }) => severity === 'error');
  assert.deepEqual(
    errors.map(({ message }) => message),
    [],
    'the song itself must read',
  );
  const found = problems.map((problem) => {
    const { from, to } = reading.origins[problem.id]!;
    const wanted = marks.find((mark) => mark.from === from && mark.to === to && mark.rule === problem.rule);
    // The message as far as the mark quotes it, so that a mismatch shows both.
    const says = wanted && problem.message.includes(wanted.says) ? wanted.says : problem.message;
    return `${from}-${to} ${text.slice(from, to)} ${problem.rule}: ${says}`;
  });
  const wanted = marks.map(
    ({ from, to, rule, says }) => `${from}-${to} ${text.slice(from, to)} ${rule}: ${says}`,
  );
  assert.deepEqual(found.sort(), wanted.sort());
};

/** The text after a fix of the reading's language. */
export const fixed = ({ reading }: Checked, fix: Fix): string => {
  const result = songLanguage.edit(reading, fix.changes);
  assert.ok(result.ok, `"${fix.title}" cannot be made: ${result.ok ? '' : result.reason}`);
  assert.ok(result.edits.length > 0, `"${fix.title}" changes nothing`);
  return applied(reading.text, result.edits);
};

export const applied = (text: string, edits: readonly TextEdit[]): string =>
  [...edits]
    .sort((left, right) => right.range.from - left.range.from)
    .reduce(
      (changed, { range, text: inserted }) =>
        changed.slice(0, range.from) + inserted + changed.slice(range.to),
      text,
    );

interface Mark {
  readonly from: number;
  readonly to: number;
  readonly rule: string;
  readonly says: string;
}

const takeMarks = (marked: string): { text: string; marks: readonly Mark[] } => {
  const marks: Mark[] = [];
  let text = '';
  let lineStart = 0;
  for (const line of marked.split('\n')) {
    const mark = /^( *)(\^+) ([A-Z]+\d+): (.*)$/.exec(line);
    if (!mark) {
      lineStart = text.length;
      text += `${line}\n`;
      continue;
    }
    const from = lineStart + mark[1]!.length;
    marks.push({ from, to: from + mark[2]!.length, rule: mark[3]!, says: mark[4]! });
  }
  return { text, marks };
};
