// One style for all files: what `npm run lint` says is held here.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { suite, test } from 'mocha';
import { node24 } from '../../src/build/node24.mjs';
import { inRoot, root } from '../../src/build/root.mjs';

const biome = inRoot('node_modules/@biomejs/biome/bin/biome');

const lint = (...args: readonly string[]) =>
  spawnSync(node24(), [biome, 'check', '--error-on-warnings', '--colors=off', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

suite('style', () => {
  test('npm run lint has nothing to say (npx biome check --write mends the layout)', () => {
    const { status, stdout, stderr } = lint('--max-diagnostics=20');
    assert.equal(status, 0, `\n${stdout}${stderr}`);
  });

  test('a file that is laid out otherwise is caught', () => {
    const args = [biome, 'check', '--write', '--stdin-file-path=src/song/planted.ts'];
    const input = 'export const a = "double"';
    const { stdout } = spawnSync(node24(), args, { cwd: root, encoding: 'utf8', input });
    assert.equal(stdout, "export const a = 'double';\n");
  });
});
