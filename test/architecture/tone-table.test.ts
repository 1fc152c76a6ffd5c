// The table of what a song may use of Tone.js is that of the Tone.js that is installed.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { toneRows } from '../../src/build/tone-table.ts';
import { toneTable } from '../../src/vocabulary/tone-table.ts';

suite('the table of Tone.js', () => {
  test('is that of the Tone.js that is installed: `npm run docs` writes it anew', async () => {
    assert.deepEqual(toneTable, await toneRows());
  }).timeout(60_000);
});
