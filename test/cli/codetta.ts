// Runs the built command line as a shell does, under the Nodes that are here.

import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { node24 } from '../../src/build/node24.mjs';
import { root } from '../../src/build/root.mjs';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const cli = path.join(root, 'dist/cli.js');
export const sample = path.join(root, 'samples/night-drive.song');

/** The Node that npm brings, and the system's own where it is another. */
export const nodes: readonly { readonly name: string; readonly node: string }[] = (() => {
  const ours: string = node24();
  const system = spawnSync('/usr/bin/env', ['node', '--version'], {
    encoding: 'utf8',
    env: { PATH: systemPath() },
  });
  const version = system.status === 0 ? system.stdout.trim() : '';
  const another = /^v(2\d|[3-9]\d)\./.test(version) && !version.startsWith('v24.');
  const found = another
    ? spawnSync('/usr/bin/env', ['which', 'node'], {
        encoding: 'utf8',
        env: { PATH: systemPath() },
      }).stdout.trim()
    : '';
  return [
    { name: 'Node 24', node: ours },
    ...(found ? [{ name: `the system's Node ${version}`, node: found }] : []),
  ];
})();

/** Without node_modules/.bin, where npm puts Node 24. */
function systemPath(): string {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.filter((folder) => !folder.includes('node_modules')).join(path.delimiter);
}

export const start = (args: readonly string[], options: SpawnOptions = {}, node = nodes[0]!.node) =>
  spawn(node, [cli, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
  });

export const codetta = (
  args: readonly string[],
  options: SpawnOptions = {},
  node = nodes[0]!.node,
): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = start(args, options, node);
    let [out, err] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });

/** A folder for one test, removed behind it. */
export const inFolder = async <Result>(use: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-cli-'));
  try {
    return await use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};

export const write = (folder: string, name: string, text: string | Uint8Array): string => {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  return file;
};

export const small = `song "Small" { tempo 120bpm, key A minor }
instrument sub = MonoSynth { range: B0..G3 }
track bass { instrument: sub, level: -9dB }
section verse 1 bars { bass: "a1 c2 ~ e2" }
section out 1 bars { bass: "a1" }
arrange verse out
`;

/** One line, and no stack. */
export const isOneLine = (text: string): boolean => /^[^\n]+\n$/.test(text) && !/\n\s+at /.test(text);
