// The reference says what the tables say.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { referenceFile, referencePage } from '../../src/build/reference-pages.ts';

suite('reference', () => {
  test('is up to date (node src/build/reference-pages.ts writes it anew)', () => {
    assert.equal(fs.readFileSync(referenceFile, 'utf8'), referencePage());
  });
});
