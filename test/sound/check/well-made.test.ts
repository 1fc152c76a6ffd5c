// Songs that are well made raise nothing by their sound: the samples, and what a new song begins as.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, suiteTeardown, test } from 'mocha';
import { audioRules } from '../../../src/check/audio-rules.ts';
import { sounding, theMeasurer } from './measured.ts';

const root = new URL('../../../', import.meta.url);
const isOfSound = new Set(audioRules.map(({ id }) => id));

suite('well-made songs', () => {
  suiteTeardown(() => theMeasurer().close());

  for (const folder of ['samples/', 'src/extension/templates/'])
    for (const name of fs.readdirSync(new URL(folder, root)).filter((file) => file.endsWith('.song')))
      test(`${name} sounds as it should`, async () => {
        const text = fs.readFileSync(new URL(folder + name, root), 'utf8');
        const { problems } = await sounding(text);
        // A fact to know is no reproach: an ambient sine is gone on a phone, and may be.
        const heard = problems.filter(
          ({ rule, severity }) => isOfSound.has(rule) && severity !== 'information',
        );
        assert.deepEqual(
          heard.map(({ rule, message }) => `${rule}: ${message}`),
          [],
        );
      }).timeout(300_000);
});
