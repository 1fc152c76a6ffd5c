// Mocha's reporter in every stage: a line for each suite, the failures in full at the end, and the
// counts in a file, so that the runner can add them up over processes.

import fs from 'node:fs';
import { performance } from 'node:perf_hooks';
import Mocha from 'mocha';

const { Base } = Mocha.reporters;

export default class SuiteLines extends Base {
  constructor(runner, options) {
    super(runner, options);
    let suite;
    runner.on('suite', (entered) => {
      if (entered.parent?.root)
        suite = { title: entered.title, passed: 0, failed: 0, skipped: 0, started: performance.now() };
    });
    runner.on('pass', () => suite && suite.passed++);
    runner.on('pending', () => suite && suite.skipped++);
    runner.on('fail', (failed) => {
      if (suite) suite.failed++;
      Base.consoleLog(`  ${Base.color('fail', `${Base.symbols.err} ${failed.fullTitle()}`)}`);
    });
    runner.on('suite end', (left) => {
      if (!left.parent?.root || !suite) return;
      if (suite.passed + suite.failed + suite.skipped > 0) Base.consoleLog(suiteLine(suite));
      suite = undefined;
    });
    runner.once('end', () => {
      if (this.failures.length > 0) Base.list(this.failures);
      writeCounts(this.stats);
    });
  }
}

function suiteLine({ title, passed, failed, skipped, started }) {
  const mark = failed > 0 ? Base.color('fail', Base.symbols.err) : Base.color('checkmark', Base.symbols.ok);
  const counts = [`${passed}`, failed && `${failed} failed`, skipped && `${skipped} skipped`]
    .filter(Boolean)
    .join(', ');
  return `  ${mark} ${title} ${Base.color('light', `(${counts}; ${(performance.now() - started).toFixed(0)} ms)`)}`;
}

function writeCounts({ passes, failures, pending }) {
  const file = process.env.CODETTA_COUNTS;
  if (!file) return;
  // Beside its place, then renamed: a killed run leaves no counts at all, never half a file.
  fs.writeFileSync(`${file}.part`, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
  fs.renameSync(`${file}.part`, file);
}
