// Runs inside VS Code's extension host: mocha over the bundled suites. What it says goes to a file
// (CODETTA_REPORT), because an extension host's console mixes with the window's.

import fs from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';
import SuiteLines from '../reporter.mjs';

/** `load` imports the suites. Rejects when a test failed, as VS Code asks. */
export async function runSuites(load) {
  const report = process.env.CODETTA_REPORT;
  const grep = process.env.CODETTA_GREP;
  if (report)
    Mocha.reporters.Base.consoleLog = (...words) => fs.appendFileSync(report, `${format(...words)}\n`);
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 30_000,
    reporter: SuiteLines,
    ...(grep ? { grep } : { forbidOnly: true }),
  });
  // The suites register themselves while they load, with the interface that `pre-require` puts up.
  mocha.suite.emit('pre-require', globalThis, 'editor', mocha);
  await load();
  const failures = await new Promise((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed in the editor`);
}
