// How the command starts: what V8 has compiled is kept where Node keeps such things, and it starts where nothing can be kept.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'mocha';
import { codetta, inFolder, nodes, write } from './codetta.ts';

for (const { name, node } of nodes) {
  suite(`codetta starts on ${name}`, () => {
    const start = async (temporary: string) => {
      const env = { TMPDIR: temporary, TEMP: temporary, NODE_COMPILE_CACHE: undefined };
      const { code, out, err } = await codetta(['--version'], { env }, node);
      assert.deepEqual({ code, err }, { code: 0, err: '' });
      return out;
    };

    test('says its version, from what was kept as from its text', () =>
      inFolder(async (folder) => {
        const said = await start(folder);
        assert.match(said, /^\d+\.\d+\.\d+\n$/);
        const kept = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
        // Node 20 keeps nothing.
        assert.equal(kept.length > 0, !name.includes('v20'), kept.join());
        assert.equal(await start(folder), said);
      }));

    test('where nothing can be kept', () =>
      inFolder(async (folder) => {
        const noFolder = write(folder, 'a file', '');
        assert.match(await start(path.join(noFolder, 'in it')), /^\d+\.\d+\.\d+\n$/);
      }));
  });
}
