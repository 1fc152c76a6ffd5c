// npm test [-- STAGE ...] [--grep WORDS] [--allow-missing]: installs, builds, runs the stages, and adds
// them up. Its last line is "N passed, N failed". Runs on Node 20 with nothing installed.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled } from '../src/build/install.mjs';
import { inRoot, root } from '../src/build/root.mjs';
import { Missing, say } from '../src/build/say.mjs';
import { judged } from './tools/judged.mjs';

const { wanted, grep, allowMissing } = readArguments(process.argv.slice(2));
const total = { passed: 0, failed: 0, skipped: 0 };
const problems = [];

try {
  await ensureInstalled();
  await runStages();
} catch (error) {
  total.failed++;
  problems.push(error instanceof Missing ? error.message : String(error?.stack ?? error));
}

say('');
for (const problem of problems) say(problem);
say(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed > 0 ? 1 : 0);

async function runStages() {
  const { stages } = await import('./tools/stages.mjs');
  const { endAll } = await import('./tools/processes.mjs');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      endAll();
      process.exit(130);
    });
  }
  const unknown = wanted.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown)
    throw new Missing(
      `There is no stage "${unknown}"; there are ${stages.map((stage) => stage.name).join(', ')}.`,
    );
  // What bounces keep for the next one is nobody's but this run's.
  const kept = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-kept-'));
  process.env['CODETTA_CACHE'] = kept;
  process.on('exit', () => fs.rmSync(kept, { recursive: true, force: true }));
  const chosen = stages.filter((stage) => wanted.length === 0 || wanted.includes(stage.name));
  build(chosen);
  for (const stage of chosen) await runStage(stage);
}

function build(chosen) {
  const needed = ['all', 'core'].find((amount) => chosen.some((stage) => stage.build === amount));
  if (!needed) return;
  const args = needed === 'all' ? ['--if-needed'] : ['--core'];
  if (allowMissing || needed === 'core') args.push('--allow-missing');
  const { status } = spawnSync(process.execPath, [inRoot('src/build/build.mjs'), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status === 0) return;
  total.failed++;
  problems.push('build: it failed; its message stands at the top');
}

async function runStage(stage) {
  say(`\n${stage.name}: ${stage.about}`);
  const started = Date.now();
  const result = await resultOf(stage);
  for (const count of ['passed', 'failed', 'skipped']) total[count] += result[count];
  if (result.problem) {
    say(`  ${result.problem}`);
    problems.push(`${stage.name}: ${result.problem}`);
  }
  say(`  ${result.passed} passed, ${result.failed} failed, ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

// Whatever a stage does, the stages after it run.
async function resultOf(stage) {
  try {
    for (const need of stage.needs) await need();
    return judged(await stage.run({ grep }), { grep });
  } catch (error) {
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      problem: error instanceof Missing ? error.message : String(error?.stack ?? error),
    };
  }
}

function readArguments(words) {
  const read = { wanted: [], grep: undefined, allowMissing: false };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === '--grep' || word === '-g') read.grep = words[++at];
    else if (word.startsWith('--grep=')) read.grep = word.slice('--grep='.length);
    else if (word === '--allow-missing') read.allowMissing = true;
    else read.wanted.push(word);
  }
  return read;
}
