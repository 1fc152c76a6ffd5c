// The types that editors read are those of the tables.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { apiTypes, typesFile } from '../../src/build/api-types.ts';

suite('the types of the codetta module', () => {
  test('are what the tables say (npm run docs writes them anew)', () => {
    assert.equal(fs.readFileSync(typesFile, 'utf8'), apiTypes());
  });
});
