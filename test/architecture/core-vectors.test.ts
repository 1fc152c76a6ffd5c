// The core's state can be kept at a moment and gone on with, save for vectors in globals, which no host can read
// (src/build/core.mjs leaves them out). So a global vector is allowed only where it is set anew before each use.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'mocha';
import { inRoot } from '../../src/build/root.mjs';

const assembly = inRoot('src/engine/core/assembly');

/** Set by whoever is about to read from a table, for that read alone. */
const setBeforeUse = ['wavetable.ts: share'];

suite('vectors in globals of the core', () => {
  test('are those that are set before each use, and no others', () => {
    const found = (fs.readdirSync(assembly, { recursive: true }) as string[])
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [...fs.readFileSync(path.join(assembly, file), 'utf8').matchAll(globalVector)].map(
          ([, name]) => `${file}: ${name}`,
        ),
      );
    assert.deepEqual(
      found,
      setBeforeUse,
      'keep a vector that lasts in memory, or a bounce goes on without it',
    );
  });
});

const globalVector = /^(?:export )?let (\w+)(?:: v128\b| = (?:[fi](?:32x4|64x2)|i(?:16x8|8x16)|v128)\.)/gm;
