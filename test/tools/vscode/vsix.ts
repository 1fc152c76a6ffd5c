// Packs the extension as it ships, and installs it as a user does.

import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { node24 } from '../../../src/build/node24.mjs';
import { inRoot } from '../../../src/build/root.mjs';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

const run = promisify(execFile);

/**
 * Packs `extension` (default: this project, already built) into a .vsix of a temporary folder.
 * @returns its path, and the files in it as vsce lists them
 */
export async function packVsix(
  extension: string = inRoot('.'),
): Promise<{ file: string; contents: readonly string[] }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-vsix-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'codetta.vsix');
  const vsce = inRoot('node_modules/@vscode/vsce/vsce');
  const options = { cwd: extension, maxBuffer: 64 * 1024 * 1024 };
  await run(
    node24(),
    [
      vsce,
      'package',
      '--skip-license',
      '--no-rewrite-relative-links',
      '--allow-missing-repository',
      '--readme-path',
      'dist/README.md',
      '-o',
      file,
    ],
    options,
  );
  const { stdout } = await run(node24(), [vsce, 'ls', '--readme-path', 'dist/README.md'], options);
  return { file, contents: stdout.split('\n').filter(Boolean) };
}

/** A workbench of a server into which the .vsix was installed; no extension in development. */
export function openWithVsix(
  vsix: string,
  options: Omit<WorkbenchOptions, 'extension' | 'vsix'>,
): Promise<Workbench> {
  return openWorkbench({ ...options, extension: false, vsix });
}
