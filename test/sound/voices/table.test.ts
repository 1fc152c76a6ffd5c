// The table of docs/sound-against-tone.md is that of against-tone.ts: what is compared, and how near it is held.
// CODETTA_WRITE=1 writes it anew.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { notCompared, rows } from './against-tone.ts';
import type { Row } from './beside-tone/played.ts';

const page = new URL('../../../docs/sound-against-tone.md', import.meta.url);
const begins = '<!-- instruments: from test/sound/voices/against-tone.ts -->\n';
const ends = '<!-- end of instruments -->';

suite('the page of the sound beside Tone.js', () => {
  test('says of every instrument what is compared, and how far apart it may be', () => {
    const text = fs.readFileSync(page, 'utf8');
    const from = text.indexOf(begins) + begins.length;
    const to = text.indexOf(ends);
    assert.ok(from >= begins.length && to >= from, 'the marks of the table are gone');
    if (process.env['CODETTA_WRITE']) fs.writeFileSync(page, text.slice(0, from) + table() + text.slice(to));
    else assert.equal(text.slice(from, to), table(), 'run this test once with CODETTA_WRITE=1');
  });
});

const table = (): string =>
  [
    '',
    '| what is played | set | level | thirds | wave | on purpose |',
    '|---|---|---|---|---|---|',
    ...rows.map(row),
    '',
    'What no row moves:',
    '',
    ...notCompared.map(({ says, why }) => `- ${says}: ${why}.`),
    '',
    '',
  ].join('\n');

const row = ({ name, settings, levelDb, thirdsDb, residueDb, deviation, windowSeconds }: Row): string => {
  const set = Object.entries(settings).map(([path, value]) => `${path} ${value}`);
  const level = windowSeconds ? `${levelDb} dB in ${windowSeconds} s` : `${levelDb} dB`;
  const wave = residueDb === undefined ? '' : `${residueDb} dB`;
  return `| ${name} | ${set.join(', ')} | ${level} | ${thirdsDb} dB | ${wave} | ${deviation ?? ''} |`;
};
