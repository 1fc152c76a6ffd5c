// Whatever we ship of others' work is named with its licence, and every licence is permissive.

import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { suite, test } from 'mocha';

suite('third-party notices', function () {
  this.timeout(60_000);

  test('name every package that stands in a bundle (npm run notices writes them anew)', async () => {
    const script = path.resolve(import.meta.dirname, '../../src/build/notices.mjs');
    await promisify(execFile)(process.execPath, [script, '--check']);
  });
});
