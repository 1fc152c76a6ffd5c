// A stage of mocha tests: finds its files, runs them in one process of Node 24, and reads the counts.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { node24 } from '../../src/build/node24.mjs';
import { inRoot, root } from '../../src/build/root.mjs';
import { runToEnd } from './processes.mjs';

/** Test files below `folder`, as paths in the project, sorted; `except` are folders of another stage. */
export function findTests(folder, { except = [] } = {}) {
  if (!fs.existsSync(inRoot(folder))) return [];
  const skipped = new Set(except.map((place) => path.normalize(place)));
  const found = [];
  for (const entry of fs.readdirSync(inRoot(folder), { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory() && !skipped.has(place)) found.push(...findTests(place, { except }));
    else if (/\.test\.tsx?$/.test(entry.name)) found.push(place);
  }
  return found.sort();
}

/** Runs files under mocha; returns `{ passed, failed, skipped, problem? }`. */
export async function runMocha(files, { grep, limitSeconds, timeoutMs, exit = false }) {
  const mocha = inRoot('node_modules/mocha/bin/mocha.js');
  const args = [
    mocha,
    '--reporter',
    inRoot('test/tools/reporter.mjs'),
    '--timeout',
    String(timeoutMs),
    ...files,
  ];
  // A browser that a failed test left open must not hold the stage; a pure test has nothing to leave.
  if (exit) args.push('--exit');
  if (grep) args.push('--grep', grep);
  else args.push('--forbid-only');
  // What Node made of our TypeScript is kept for the next run.
  const env = { NODE_COMPILE_CACHE: inRoot('dist/.compiled') };
  return withCounts((counts) =>
    runToEnd(node24(), args, { cwd: root, limitSeconds, env: { ...env, CODETTA_COUNTS: counts } }),
  );
}

/** Runs `run(countsFile)` and reads what mocha's reporter wrote there; no counts is one failure. */
export async function withCounts(run) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-counts-'));
  const file = path.join(folder, 'counts.json');
  try {
    const { code, timedOut } = await run(file);
    const counts = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
    if (timedOut) return failedStage('it took too long and was ended', counts);
    if (!counts) return failedStage(`it ended with code ${code} before its tests were through`);
    if (code !== 0 && counts.failed === 0)
      return failedStage(`it ended with code ${code} though no test failed`, counts);
    return counts;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Counts of a stage that could not run to its end: one failure more than its tests had. */
export function failedStage(problem, counts = { passed: 0, failed: 0, skipped: 0 }) {
  return { ...counts, failed: counts.failed + 1, problem };
}
