// The suites that run inside VS Code's extension host: bundled into one file, started through
// @vscode/test-electron, in desktop VS Code where it can be had (VSCODE_PATH, or a download), else in
// the VS Code server from npm, by the same arguments.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from '../../../src/build/root.mjs';
import { Missing, say } from '../../../src/build/say.mjs';
import { findChromium } from '../chromium.mjs';
import { failedStage } from '../mocha-stage.mjs';
import { bundleSuites } from './bundle-suites.mjs';
import { ensureServer } from './install-server.mjs';

const shim = inRoot('test/tools/vscode/code.mjs');

/**
 * @param files    test files, as paths in the project
 * @param extension  folder of the extension under test
 * @param folder     fixtures: the tests get a fresh copy of it as their workspace
 */
export async function runEditorTests(
  files,
  { extension = inRoot('.'), folder = inRoot('samples'), grep } = {},
) {
  const { runTests } = await import('@vscode/test-electron');
  const tests = await bundleSuites(files);
  const vscodeExecutablePath = await findVscode();
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-editor-'));
  const counts = path.join(scratch, 'counts.json');
  const report = path.join(scratch, 'report.txt');
  const workspace = path.join(scratch, 'workspace');
  fs.mkdirSync(workspace);
  if (fs.existsSync(folder)) fs.cpSync(folder, workspace, { recursive: true });
  let problem;
  try {
    await quietly(() =>
      runTests({
        vscodeExecutablePath,
        extensionDevelopmentPath: extension,
        extensionTestsPath: tests,
        extensionTestsEnv: {
          CODETTA_COUNTS: counts,
          CODETTA_REPORT: report,
          CODETTA_GREP: grep ?? '',
          NODE_OPTIONS: undefined,
        },
        launchArgs: [workspace, '--disable-extensions', `--user-data-dir=${path.join(scratch, 'user')}`],
      }),
    );
  } catch (error) {
    problem = error.message;
  }
  try {
    if (fs.existsSync(report)) process.stdout.write(fs.readFileSync(report, 'utf8'));
    if (!fs.existsSync(counts)) return failedStage(problem ?? 'VS Code ended before the tests were through');
    const result = JSON.parse(fs.readFileSync(counts, 'utf8'));
    return problem && result.failed === 0 ? failedStage(problem, result) : result;
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

// test-electron tells the exit code on the console, in the middle of our lines.
async function quietly(work) {
  const log = console.log;
  console.log = () => {};
  try {
    return await work();
  } finally {
    console.log = log;
  }
}

let downloads = true;

async function findVscode() {
  const named = process.env.VSCODE_PATH;
  if (named) {
    if (!fs.existsSync(named)) throw new Missing(`VSCODE_PATH names ${named}, which does not exist.`);
    say(`  in ${named}`);
    return named;
  }
  const desktop = await downloadDesktop();
  if (desktop) return desktop;
  await ensureServer();
  findChromium();
  say('  in a VS Code server from npm, shown in a headless browser');
  return shim;
}

// Desktop VS Code needs a screen; where there is none, or no way to its downloads, there is the server.
async function downloadDesktop() {
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!screen || !downloads) return undefined;
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  try {
    const found = await downloadAndUnzipVSCode({
      version: 'stable',
      timeout: 15_000,
      reporter: new SilentReporter(),
      cachePath: inRoot('.tools/vscode'),
    });
    say('  in desktop VS Code');
    return found;
  } catch {
    downloads = false;
    return undefined;
  }
}
