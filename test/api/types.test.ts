// The types that editors read are those of the tables.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { moduleFile, moduleSource } from '../../src/build/api-module.ts';
import { apiTypes, typesFile } from '../../src/build/api-types.ts';

suite('the codetta module', () => {
  test('has the types that the tables say (npm run docs writes them anew)', () => {
    assert.equal(fs.readFileSync(typesFile, 'utf8'), apiTypes());
  });

  test('runs as its sources and the tables say (npm run docs writes it anew)', () => {
    assert.equal(fs.readFileSync(moduleFile, 'utf8'), moduleSource());
  });
});
