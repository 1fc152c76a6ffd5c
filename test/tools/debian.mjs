// Programs that tests measure with and that npm does not carry (ffmpeg, sox, a browser). On Debian as
// root they are installed, saying so; elsewhere we say plainly how to get them.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Missing, say } from '../../src/build/say.mjs';

let updated = false;

/**
 * Path of `command`, installed from Debian's `package` where that is allowed.
 * @param wanted  { command, package, packages?, elsewhere? }: `elsewhere` says how to get it on other systems
 * @throws Missing with one line that says what is missing and how to get it
 */
export function debianTool({ command, package: name, packages = [name], elsewhere }) {
  const found = findOnPath(command);
  if (found) return found;
  if (canInstall()) {
    install(packages);
    const now = findOnPath(command);
    if (now) return now;
  }
  throw new Missing(
    `${command} is missing: ${elsewhere ?? `install "${name}" with your system's packages`} (on Debian: apt-get install ${packages.join(' ')}).`,
  );
}

/** Path of a program on PATH, or undefined. */
export function findOnPath(command) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const ending of endings) {
      const file = path.join(folder, command + ending);
      if (folder && isProgram(file)) return file;
    }
  }
  return undefined;
}

export function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Whether this is Debian, or one of its children, and we may install. */
export function canInstall() {
  return (
    process.platform === 'linux' &&
    fs.existsSync('/etc/debian_version') &&
    process.getuid?.() === 0 &&
    findOnPath('apt-get') !== undefined
  );
}

/** Installs Debian packages; a failure is left to the caller, who looks for the program again. */
export function install(packages) {
  say(`Installing ${packages.join(', ')} with apt-get, a minute or two ...`);
  if (!updated) apt(['update', '-qq']);
  updated = true;
  apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another install may hold the lock: wait for it rather than fail.
  const { status, stderr } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) say(`  apt-get ${args[0]} failed: ${(stderr ?? '').trim().split('\n').at(-1)}`);
}
