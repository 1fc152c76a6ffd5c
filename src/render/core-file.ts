// Where the built parts stand that a bounce needs: beside the bundle in dist, or, run from the sources, there.

import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BounceError } from './bounce-error.ts';

/** Path of core.wasm. @throws BounceError where it is not built */
export const coreFile = (): string => found('core.wasm', ['./core.wasm', '../../dist/core.wasm']);

/** Path of the bounce's worker. @throws BounceError where it is not built */
export const workerFile = (): string => found('render-worker.js', ['./render-worker.js', './worker.ts']);

/** Path of the worker that measures. @throws BounceError where it is not built */
export const measureWorkerFile = (): string =>
  found('measure-worker.js', ['./measure-worker.js', './measure-worker.ts']);

/** Paths of what a browser bounces with. @throws BounceError where they are not built */
export const bouncePageFile = (): string =>
  found('webview/bounce.js', ['./webview/bounce.js', '../../dist/webview/bounce.js']);
export const workletFile = (): string =>
  found('webview/worklet.js', ['./webview/worklet.js', '../../dist/webview/worklet.js']);

/** The bytes of core.wasm. @throws BounceError where it is not built or can't be read */
export function readCore(): Uint8Array {
  const file = coreFile();
  try {
    return fs.readFileSync(file);
  } catch (error) {
    throw new BounceError('no core', `${file} can't be read: ${(error as Error).message}`);
  }
}

function found(name: string, places: readonly string[]): string {
  const files = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const file = files.find((place) => fs.existsSync(place));
  if (file) return file;
  throw new BounceError(
    'no core',
    `${name} is missing: build it with "npm run build" (looked in ${files.join(', ')}).`,
  );
}
