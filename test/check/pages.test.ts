// The pages that diagnostics link to are those that the rules make.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'mocha';
import { checkPages, pagesFolder } from '../../src/build/check-pages.ts';

suite('pages of the checks', () => {
  test('are up to date (node src/build/check-pages.ts writes them anew)', () => {
    const pages = checkPages();
    assert.deepEqual(fs.readdirSync(pagesFolder).sort(), [...pages.keys()].sort());
    for (const [name, text] of pages)
      assert.equal(fs.readFileSync(path.join(pagesFolder, name), 'utf8'), text, name);
  });
});
