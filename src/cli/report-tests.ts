// What `codetta test` found, in the forms that people and build servers read: text, TAP 14, JUnit, JSON.

import type { Colors } from './terminal.ts';

export interface SongTested {
  readonly file: string;
  readonly title: string;
  readonly tests: readonly Tested[];
}

export interface Tested {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  readonly holds: boolean;
  readonly message: string;
  readonly seconds: number;
}

const asText = (songs: readonly SongTested[], colors: Colors): string => {
  const lines = songs.flatMap(({ file, tests }) => [
    colors.bold(file),
    ...(tests.length === 0
      ? [
          `  ${colors.dim('nothing is asked of it: write `expect no clip`, `brief { ... }` or `deliver ...`')}`,
        ]
      : []),
    ...tests.flatMap((test) => linesOf(test, colors)),
    '',
  ]);
  const all = songs.flatMap(({ tests }) => tests);
  const failed = all.filter(({ holds }) => !holds).length;
  const counts = [
    colors.green(`${all.length - failed} passed`),
    failed > 0 ? colors.red(`${failed} failed`) : '0 failed',
  ].join(', ');
  return [...lines, `${counts} (${secondsInWords(sum(all))})`].join('\n');
};

const linesOf = ({ name, line, holds, message, seconds }: Tested, colors: Colors): readonly string[] => {
  const took = seconds >= 0.01 ? colors.dim(` (${secondsInWords(seconds)})`) : '';
  return holds
    ? [`  ${colors.green('\u2714')} ${name}${took}`, `      ${colors.dim(message)}`]
    : [`  ${colors.red('\u2716')} ${name}${took}`, `      line ${line}: ${message}`];
};

const secondsInWords = (seconds: number): string =>
  seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(1)} s`;

const sum = (tests: readonly Tested[]): number => tests.reduce((all, { seconds }) => all + seconds, 0);

const asTap = (songs: readonly SongTested[]): string => {
  const tests = songs.flatMap(({ file, tests: own }) => own.map((test) => ({ file, ...test })));
  return [
    'TAP version 14',
    `1..${tests.length}`,
    ...tests.flatMap(({ file, name, line, holds, message, seconds }, index) => [
      `${holds ? 'ok' : 'not ok'} ${index + 1} - ${tapWords(`${file}: ${name}`)}`,
      '  ---',
      `  message: ${JSON.stringify(message)}`,
      `  at: ${JSON.stringify(`${file}:${line}`)}`,
      `  duration_ms: ${(seconds * 1000).toFixed(1)}`,
      '  ...',
    ]),
  ].join('\n');
};

/** A number sign would begin a directive. */
const tapWords = (text: string): string => text.replace(/[\\#]/g, '\\$&').replace(/\s+/g, ' ');

const asJunit = (songs: readonly SongTested[]): string => {
  const suites = songs.flatMap(({ file, title, tests }) => [
    `  <testsuite ${attributes({
      name: title || file,
      file,
      tests: tests.length,
      failures: tests.filter(({ holds }) => !holds).length,
      errors: 0,
      time: sum(tests).toFixed(3),
    })}>`,
    ...tests.flatMap(({ name, line, holds, message, seconds }) => {
      const head = attributes({ name, classname: file, file, line, time: seconds.toFixed(3) });
      return holds
        ? [`    <testcase ${head}><system-out>${xml(message)}</system-out></testcase>`]
        : [`    <testcase ${head}>`, `      <failure ${attributes({ message })}/>`, '    </testcase>'];
    }),
    '  </testsuite>',
  ]);
  const all = songs.flatMap(({ tests }) => tests);
  const totals = attributes({
    name: 'codetta',
    tests: all.length,
    failures: all.filter(({ holds }) => !holds).length,
    time: sum(all).toFixed(3),
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${totals}>`,
    ...suites,
    '</testsuites>',
  ].join('\n');
};

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${xml(String(value))}"`)
    .join(' ');

/** XML has no words for most control characters. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\u00b7')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

const asJson = (songs: readonly SongTested[]): string => {
  const all = songs.flatMap(({ tests }) => tests);
  return JSON.stringify(
    {
      passed: all.filter(({ holds }) => holds).length,
      failed: all.filter(({ holds }) => !holds).length,
      files: songs,
    },
    undefined,
    2,
  );
};

export const testReports = { text: asText, tap: asTap, junit: asJunit, json: asJson } as const;
