// Starts a VS Code server on this machine, in a fresh folder of its own, and ends it with everything
// that it started.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureServer } from './install-server.mjs';

// Quiet, and the same everywhere: nothing saves by itself, nothing greets, nothing looks for a network.
export const quietSettings = {
  'files.autoSave': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

/**
 * `trust: false` opens folders in Restricted Mode; `vsix` is installed before it starts; `env` is more
 * environment for the server and its extension hosts.
 * @param {{ trust?: boolean, vsix?: string, env?: Record<string, string> }} [options]
 * Gives { port, data, log(), writeSettings(settings), pageUrl(open), stop() }
 */
export async function startServer({ trust = true, vsix, env = {} } = {}) {
  const { node, main } = await ensureServer();
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-vscode-'));
  const folders = [
    '--server-data-dir',
    data,
    '--user-data-dir',
    data,
    '--extensions-dir',
    path.join(data, 'ext'),
  ];
  const accepted = ['--accept-server-license-terms', '--telemetry-level', 'off'];
  const fullEnv = { ...cleanEnv(), EXTENSIONS_GALLERY: '{}', ...env };
  if (vsix) await run(node, [main, '--install-extension', vsix, ...folders, ...accepted], fullEnv);
  const listen = [
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--without-connection-token',
    '--enable-smoke-test-driver',
  ];
  const args = [main, ...listen, ...accepted, ...folders, ...(trust ? ['--disable-workspace-trust'] : [])];
  const child = spawn(node, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: fullEnv });
  const server = { data, log: () => output, writeSettings, pageUrl, stop, port: 0 };
  let output = '';
  const stopAtExit = () => {
    endGroup(child.pid);
    removeData();
  };
  process.once('exit', stopAtExit);
  server.port = await listening();
  writeSettings({});
  return server;

  function listening() {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => fail('it did not listen within 60 s'), 60_000);
      const fail = (why) => {
        clearTimeout(timer);
        stop();
        reject(new Error(`The VS Code server did not start (${why}):\n${output.trim()}`));
      };
      const read = (chunk) => {
        output += chunk;
        const [, port] = /agent listening on (\d+)/.exec(output) ?? [];
        if (!port) return;
        clearTimeout(timer);
        resolve(Number(port));
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => fail(`it ended with code ${code}`));
      child.once('error', (error) => fail(error.message));
    });
  }

  /**
   * The user's settings, over the quiet ones.
   * @param {Record<string, unknown>} settings
   */
  function writeSettings(settings) {
    fs.mkdirSync(path.join(data, 'User'), { recursive: true });
    fs.writeFileSync(
      path.join(data, 'User/settings.json'),
      JSON.stringify({ ...quietSettings, ...settings }, null, 2),
    );
  }

  /**
   * The address of a window: on `folder`, with an extension in development, its tests, and an open file.
   * @param {{ folder?: string, extension?: string, tests?: string, file?: string }} open
   */
  function pageUrl({ folder, extension, tests, file }) {
    const remote = (place) => `vscode-remote://localhost:${server.port}${place}`;
    const payload = [
      ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
      ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
      ...(file ? [['openFile', remote(file)]] : []),
      ['skipWelcome', 'true'],
    ];
    const query = new URLSearchParams({ payload: JSON.stringify(payload) });
    if (folder) query.set('folder', folder);
    return `http://localhost:${server.port}/?${query}`;
  }

  function stop() {
    process.off('exit', stopAtExit);
    child.removeAllListeners('exit');
    endGroup(child.pid);
    child.stdout.destroy();
    child.stderr.destroy();
    removeData();
  }

  function removeData() {
    fs.rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

// A server that is started from a terminal inside VS Code must not think that it is that VS Code.
function cleanEnv() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_(?!PATH$)|ELECTRON_|NODE_OPTIONS$)/.test(name)),
  );
}

function run(node, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 && !/failed installing/i.test(output)
        ? resolve(output)
        : reject(new Error(`The extension was not installed:\n${output.trim()}`)),
    );
  });
}

function endGroup(pid) {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
