// npm run build: everything in dist, from the sources. Runs on Node 20.
//
//   --dev            readable output and source maps
//   --watch          builds again on every change (implies --dev)
//   --core           the core alone
//   --if-needed      nothing, when the last build is newer than the sources
//   --allow-missing  a room that does not exist yet is said, not an error

import fs from 'node:fs';
import { bundles, esbuildOptions } from './bundles.mjs';
import { copyFiles } from './copies.mjs';
import { BuildError, compileCore, coreExists, generateLayout, layoutExists } from './core.mjs';
import { isBuilt, markBuilt, markUnbuilt } from './freshness.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot } from './root.mjs';
import { Missing, runMain, say, step } from './say.mjs';
import { makeSounds } from './sounds.mjs';

const flags = new Set(process.argv.slice(2));
const watching = flags.has('--watch');
const dev = flags.has('--dev') || watching;
const failures = [];
const known = ['--dev', '--watch', '--core', '--if-needed', '--allow-missing'];

await runMain(async () => {
  const unknown = [...flags].find((flag) => !known.includes(flag));
  if (unknown) throw new Missing(`build: there is no option ${unknown}; there are ${known.join(', ')}`);
  await ensureInstalled();
  if (flags.has('--if-needed') && isBuilt()) return;
  try {
    await build();
  } catch (error) {
    if (error instanceof BuildError) throw new Missing(error.message);
    throw error;
  }
});

async function build() {
  say(flags.has('--core') ? 'Building the core ...' : 'Building ...');
  fs.mkdirSync(inRoot('dist'), { recursive: true });
  await attempt(buildLayout);
  const startedMs = Date.now();
  await attempt(buildCore);
  if (flags.has('--core')) return throwFailures();
  markUnbuilt();
  await step('copies', async () => copyFiles());
  await step('dist/sounds', makeSounds);
  const { context, build: buildOnce } = await import('esbuild');
  const present = bundles.filter((bundle) => exists(bundle.from));
  if (watching) {
    await watch(present, context);
    return;
  }
  for (const bundle of present) await attempt(() => step(bundle.to, () => bundleOnce(bundle, buildOnce)));
  throwFailures();
  if (present.length === bundles.length && !dev) markBuilt(startedMs);
}

// One room that does not compile is no reason to leave the others unbuilt.
async function attempt(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    failures.push(error);
  }
}

function throwFailures() {
  if (failures.length > 0) throw new BuildError(failures.map((error) => error.message).join('\n'));
}

async function buildLayout() {
  if (layoutExists()) await step('layout of the core', generateLayout);
}

async function buildCore() {
  if (coreExists()) await step('dist/core.wasm', compileCore);
  else exists('src/engine/core/assembly/index.ts');
}

// A missing room fails the build at its end, so that the others are there to work with.
function exists(file) {
  if (fs.existsSync(inRoot(file))) return true;
  if (!flags.has('--allow-missing'))
    failures.push(new BuildError(`${file} does not exist (--allow-missing skips what is not there yet)`));
  say(`  ${file} does not exist yet: skipped`);
  return false;
}

async function bundleOnce(bundle, buildOnce) {
  try {
    await buildOnce(esbuildOptions(bundle, { dev }));
  } catch (error) {
    throw new BuildError(`${bundle.to}:\n${await describe(error)}`);
  }
  return `${(fs.statSync(inRoot(bundle.to)).size / 1024).toFixed(0)} kB`;
}

async function describe(error) {
  if (!error.errors) return String(error.stack ?? error);
  const { formatMessages } = await import('esbuild');
  return (await formatMessages(error.errors, { kind: 'error', color: process.stdout.isTTY }))
    .join('\n')
    .trimEnd();
}

// The editor's task waits for the line "Build finished" before it starts the extension: the first one
// comes when everything is there.
async function watch(present, context) {
  say('Build started');
  for (const error of failures) say(`error: ${error.message}`);
  let running = 1;
  const finished = () => {
    if (--running === 0) say('Build finished');
  };
  const reporting = {
    name: 'reporting',
    setup(build) {
      build.onStart(() => {
        if (running++ === 0) say('Build started');
      });
      build.onEnd((result) => {
        for (const error of result.errors) {
          const at = error.location;
          say(`error: ${at ? `${at.file}:${at.line}:${at.column + 1}` : ''}: ${error.text}`);
        }
        finished();
      });
    },
  };
  for (const bundle of present) {
    const options = esbuildOptions(bundle, { dev });
    const made = await context({ ...options, plugins: [...options.plugins, reporting] });
    // What does not compile has been said; it is built again when it changes.
    await made.rebuild().catch(() => {});
    await made.watch();
  }
  finished();
  watchFolder('src/engine/core/assembly', buildCore);
  watchFolder('src/vocabulary', async () => {
    await buildLayout();
    await buildCore();
  });
  watchFolder('syntaxes', async () => copyFiles());
  watchFolder('webview', async () => copyFiles());
}

function watchFolder(folder, again) {
  if (!fs.existsSync(inRoot(folder))) return;
  let timer;
  fs.watch(inRoot(folder), { recursive: true }, (_event, name) => {
    // Our own output would wake us for ever.
    if (name?.includes('generated')) return;
    clearTimeout(timer);
    timer = setTimeout(() => again().catch((error) => say(`error: ${error.message}`)), 100);
  });
}
