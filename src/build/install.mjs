// Brings node_modules in step with package-lock.json, by npm's own command line, without a shell.
// It compares what is installed with what is locked, not the times of files: a checkout changes times.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './root.mjs';
import { Missing, say, step } from './say.mjs';

/** Installs what the lock names, if it is not there yet. */
export async function ensureInstalled() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    throw new Missing(
      `This is Node ${process.versions.node}; Codetta needs Node 20 or newer: https://nodejs.org`,
    );
  }
  const reason = staleReason();
  if (!reason) return;
  say(`Installing packages with npm, about a minute (${reason}) ...`);
  await step('npm ci', () => npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']));
  const still = staleReason();
  if (still) throw new Missing(`npm ended without an error, but ${still}. Try "npm ci" by hand.`);
}

/** Why an install is due, or undefined. */
export function staleReason() {
  const locked = readPackages(inRoot('package-lock.json'));
  if (!locked)
    throw new Missing(
      'package-lock.json is missing or broken: take it from git ("git checkout package-lock.json").',
    );
  const installed = readPackages(inRoot('node_modules/.package-lock.json'));
  if (!installed) return 'nothing is installed yet';
  for (const [place, wanted] of Object.entries(locked)) {
    if (place === '' || wanted.optional || wanted.devOptional || wanted.link) continue;
    if (installed[place]?.version !== wanted.version)
      return `${place.replace(/^.*node_modules\//, '')} is not at ${wanted.version}`;
  }
  return undefined;
}

function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Runs npm's own command line in `cwd`, under `node`.
 * @throws Missing  when npm fails; its own message has been shown by then
 */
export function npm(args, { cwd = root, node = process.execPath, env = process.env } = {}) {
  const cli = findNpm();
  const [command, first] = cli ? [node, [cli]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => reject(new Missing('npm was not found. It comes with Node: https://nodejs.org')));
    child.on('exit', (code) => {
      if (code === 0) resolve(undefined);
      else {
        reject(
          new Missing(
            `npm could not install the packages (npm's own message is above).\n` +
              'Without a network there is nothing to install from: connect, or copy node_modules from a machine that has it.',
          ),
        );
      }
    });
  });
}

function findNpm() {
  const beside = path.dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    path.join(beside, '../lib/node_modules/npm/bin/npm-cli.js'),
    path.join(beside, 'node_modules/npm/bin/npm-cli.js'),
    path.join(beside, '../share/nodejs/npm/bin/npm-cli.js'),
  ];
  return places.find((place) => place && path.basename(place) === 'npm-cli.js' && fs.existsSync(place));
}
