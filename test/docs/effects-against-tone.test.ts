// The page of the effects says what the table says.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { page, pageFile } from '../sound/effects/page.ts';

suite('effects beside Tone.js', () => {
  test('the page is up to date (npm run docs writes it anew)', () =>
    assert.equal(fs.readFileSync(pageFile, 'utf8'), page()));
});
