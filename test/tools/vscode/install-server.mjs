// A real VS Code from npm, for machines that can't reach desktop VS Code's downloads: code-server
// carries the whole workbench and its extension host. It is installed lean, into a folder beside the
// project that git ignores, and only the VS Code server inside it is used.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { npm } from '../../../src/build/install.mjs';
import { inRoot } from '../../../src/build/root.mjs';
import { Missing, say, step } from '../../../src/build/say.mjs';
import { canInstall, findOnPath, install } from '../debian.mjs';

const version = '4.139.1';

/** Where test tools are kept: CODETTA_TOOLS, or .tools in the project. */
export const toolsFolder = () => path.resolve(process.env.CODETTA_TOOLS ?? inRoot('.tools'));

/**
 * The server: `{ node, main }`, paths of its Node 24 and of its script, installed if need be.
 * @throws Missing where it can't be had
 */
export async function ensureServer() {
  const home = path.join(toolsFolder(), `code-server-${version}`);
  if (!isWhole(home)) await installInto(home);
  return placesIn(home);
}

function placesIn(home) {
  const vscode = path.join(home, 'node_modules/code-server/lib/vscode');
  return {
    node: path.join(home, `node_modules/${nodePackage()}/bin/node`),
    main: path.join(vscode, 'out/server-main.js'),
    vscode,
  };
}

const nodePackage = () => `node-${os.platform()}-${os.arch()}`;
const isWhole = (home) => fs.existsSync(path.join(home, 'whole'));

// All happens in a folder with another name, which takes its own only when it is whole: an install
// that was cut off is never mistaken for one.
async function installInto(home) {
  if (process.platform === 'win32') {
    throw new Missing(
      'VS Code for the tests: set VSCODE_PATH to an installed one (the server from npm does not install on Windows).',
    );
  }
  needCompiler();
  fs.mkdirSync(toolsFolder(), { recursive: true });
  removeLeftovers();
  const part = `${home}.part-${process.pid}`;
  fs.mkdirSync(part);
  say(
    `Installing a VS Code server for the tests into ${path.relative(process.cwd(), home) || home} (once; a minute or two, 800 MB) ...`,
  );
  try {
    await fill(part);
    fs.writeFileSync(path.join(part, 'whole'), `${new Date().toISOString()}\n`);
    moveTo(part, home);
  } finally {
    fs.rmSync(part, { recursive: true, force: true });
  }
}

async function fill(part) {
  const lean = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--no-package-lock'];
  fs.writeFileSync(path.join(part, 'package.json'), '{ "private": true }\n');
  await step('Node 24 with its headers', () =>
    npm(['install', ...lean, `${nodePackage()}@24`], { cwd: part, env: plainEnv() }),
  );
  const { node, vscode } = placesIn(part);
  const env = nodeEnv(node);
  const inside = (folder, ...args) => npm(args, { cwd: folder, node, env });
  await step('code-server', () => inside(part, 'install', ...lean, `code-server@${version}`));
  await step('its packages', () => inside(vscode, 'install', '--omit=dev', ...lean));
  await step('its native parts', () =>
    inside(vscode, 'rebuild', '@vscode/spdlog', '@vscode/native-watchdog', '--loglevel=error'),
  );
  await step("its built-in extensions' packages", () =>
    inside(path.join(vscode, 'extensions'), 'install', '--omit=dev', ...lean),
  );
  const native = path.join(vscode, 'node_modules/@vscode/spdlog/build/Release/spdlog.node');
  if (!fs.existsSync(native))
    throw new Missing(
      'The VS Code server for the tests did not compile its native parts (npm rebuild @vscode/spdlog).',
    );
}

// npm tells its children about the project that it runs in; this install is another project.
function plainEnv() {
  const about = /^(npm_package_|npm_lifecycle_|npm_config_(local_)?prefix$|INIT_CWD$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !about.test(name)));
}

// The native parts are compiled against the Node that will run them, whatever the machine's own is.
function nodeEnv(node) {
  const folder = path.dirname(node);
  return {
    ...plainEnv(),
    PATH: `${folder}${path.delimiter}${process.env.PATH}`,
    npm_config_nodedir: path.dirname(folder),
  };
}

function needCompiler() {
  const missing = () => ['python3', 'make', 'g++'].filter((command) => !findOnPath(command));
  if (missing().length > 0 && canInstall()) install(['python3', 'make', 'g++']);
  if (missing().length === 0) return;
  throw new Missing(
    `The VS Code server for the tests needs ${missing().join(', ')} to install; or set VSCODE_PATH to an installed VS Code.`,
  );
}

function moveTo(part, home) {
  try {
    fs.renameSync(part, home);
  } catch {
    if (isWhole(home)) return;
    // Something half-made stands there under the right name.
    fs.rmSync(home, { recursive: true, force: true });
    fs.renameSync(part, home);
  }
}

function removeLeftovers() {
  for (const name of fs.readdirSync(toolsFolder())) {
    const [, pid] = /^code-server-.*\.part-(\d+)$/.exec(name) ?? [];
    if (pid && !isAlive(Number(pid)))
      fs.rmSync(path.join(toolsFolder(), name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
