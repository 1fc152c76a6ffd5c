// The sound's core: AssemblyScript to dist/core.wasm, and the table of offsets it is built on.
// Compiling takes seconds, so it is skipped while the wasm is newer than everything it is made from.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { newest } from './freshness.mjs';
import { node24 } from './node24.mjs';
import { inRoot, root } from './root.mjs';

const entry = 'src/engine/core/assembly/index.ts';
const config = 'src/engine/core/asconfig.json';
const layout = 'src/build/layout.ts';
const generated = 'src/engine/core/assembly/generated/layout.ts';
const out = 'dist/core.wasm';

export const coreExists = () => fs.existsSync(inRoot(entry));
export const layoutExists = () => fs.existsSync(inRoot(layout));

/** Writes src/engine/core/assembly/generated/layout.ts from the vocabulary. */
export async function generateLayout() {
  const before = read(generated);
  const times = before === undefined ? undefined : fs.statSync(inRoot(generated));
  await run(node24(), [inRoot(layout)]);
  // The same table again is no reason to compile the core again.
  if (times && read(generated) === before) fs.utimesSync(inRoot(generated), times.atime, times.mtime);
}

function read(file) {
  return fs.existsSync(inRoot(file)) ? fs.readFileSync(inRoot(file), 'utf8') : undefined;
}

/** Compiles the core; returns a note for the step's line. */
export async function compileCore() {
  if (isFresh()) return 'up to date';
  fs.mkdirSync(inRoot('dist'), { recursive: true });
  // Beside its place, then renamed: whoever reads the core meanwhile gets the old one whole.
  const beside = `dist/core.${process.pid}.wasm`;
  const asc = inRoot('node_modules/assemblyscript/bin/asc.js');
  try {
    await run(process.execPath, [asc, ...options(), '--outFile', beside]);
    fs.writeFileSync(inRoot(beside), await withItsGlobals(fs.readFileSync(inRoot(beside))));
    fs.renameSync(inRoot(beside), inRoot(out));
  } finally {
    fs.rmSync(inRoot(beside), { force: true });
  }
  return `${(fs.statSync(inRoot(out)).size / 1024).toFixed(0)} kB`;
}

/**
 * Exports every global that changes, as `state0`, `state1` and so on: with its memory they are all that a core is, and
 * a bounce can be gone on with from the middle.
 */
async function withItsGlobals(wasm) {
  const { default: binaryen } = await import('binaryen');
  const module = binaryen.readBinary(wasm);
  let count = 0;
  for (let index = 0; index < module.getNumGlobals(); index++) {
    const { name, mutable, type } = binaryen.getGlobalInfo(module.getGlobalByIndex(index));
    // A vector can't be told to the host: test/architecture/core-vectors.test.ts keeps what lasts out of such globals.
    if (mutable && type !== binaryen.v128) module.addGlobalExport(name, `state${count++}`);
  }
  const bytes = module.emitBinary();
  module.dispose();
  return bytes;
}

function options() {
  if (fs.existsSync(inRoot(config))) return [entry, '--config', config, '--target', 'release'];
  return [entry, '-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert'];
}

function isFresh() {
  if (!fs.existsSync(inRoot(out))) return false;
  const made = fs.statSync(inRoot(out)).mtimeMs;
  return newest([path.dirname(entry), config, 'node_modules/assemblyscript/package.json']) < made;
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve(undefined);
      else reject(new BuildError(`${path.basename(args[0])} failed:\n${output.trim()}`));
    });
  });
}

/** The sources do not compile; the compiler's words are the message. */
export class BuildError extends Error {}
