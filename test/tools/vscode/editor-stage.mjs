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
import { ensureServer } from './install-server.mjs';

const bundle = 'dist/test/editor.cjs';
const shim = inRoot('test/tools/vscode/code.mjs');

/**
 * @param files    test files, as paths in the project
 * @param extension  folder of the extension under test
 * @param folder     fixtures: the tests get a fresh copy of it as their workspace
 */
export async function runEditorTests(files, { extension = inRoot('.'), folder = inRoot('samples'), grep } = {}) {
  const { runTests } = await import('@vscode/test-electron');
  await bundleSuites(files);
  const vscodeExecutablePath = await findVscode();
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-editor-'));
  const counts = path.join(scratch, 'counts.json');
  const report = path.join(scratch, 'report.txt');
  const workspace = path.join(scratch, 'workspace');
  fs.mkdirSync(workspace);
  if (fs.existsSync(folder)) fs.cpSync(folder, workspace, { recursive: true });
  let problem;
  try {
    await quietly(() => runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: extension,
      extensionTestsPath: inRoot(bundle),
      extensionTestsEnv: { CODETTA_COUNTS: counts, CODETTA_REPORT: report, CODETTA_GREP: grep ?? '', NODE_OPTIONS: undefined },
      launchArgs: [workspace, '--disable-extensions', `--user-data-dir=${path.join(scratch, 'user')}`],
    }));
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

/** Every suite in one CommonJS file that exports `run()`, as VS Code asks of an extensionTestsPath. */
async function bundleSuites(files) {
  const { build } = await import('esbuild');
  const imports = files.map((file) => `  await import(${JSON.stringify(`./${file.replaceAll('\\', '/')}`)});`);
  await build({
    stdin: {
      resolveDir: inRoot('.'),
      loader: 'ts',
      contents: `import { runSuites } from './test/tools/vscode/run-suites.mjs';\nexport const run = () => runSuites(async () => {\n${imports.join('\n')}\n});\n`,
    },
    outfile: inRoot(bundle),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Tests ask for `import.meta.url`, which CommonJS does not have.
    banner: { js: "const codettaMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'codettaMetaUrl' },
    // Mocha is one instance, the one that runs: a bundled copy would register its tests nowhere.
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
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
    const found = await downloadAndUnzipVSCode({ version: 'stable', timeout: 15_000, reporter: new SilentReporter(), cachePath: inRoot('.tools/vscode') });
    say('  in desktop VS Code');
    return found;
  } catch {
    downloads = false;
    return undefined;
  }
}
