// A bounce of what Tone.js plays in: made in a real browser, and said to be; without one, told with its remedy.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { decodeAudio } from '../../../src/audio/decode.ts';
import { songLanguage } from '../../../src/languages/song/song-language.ts';
import { type Bounced, bounce } from '../../../src/render/bounce.ts';
import { BounceError } from '../../../src/render/bounce-error.ts';
import { layOut } from '../../../src/timeline/lay-out.ts';
import { findChromium } from '../../tools/chromium.mjs';

const song = (strip: string, more = ''): string => `song "T" { tempo 120bpm }
instrument kick = MembraneSynth { envelope.decay: 80ms, envelope.sustain: 0%, envelope.release: 20ms }
instrument bell = tone.FMSynth { harmonicity: 2, envelope.release: 300ms }
track kick { instrument: kick, ${strip}level: -6dB }
${more}
section a 2 bars { kick: "c2 ~ c2 ~"${more ? ', bell: "~ c5 ~ e5"' : ''} }
arrange a
`;
const bells = 'track bell { instrument: bell, level: -12dB, tone.Chorus: wet 50% }';

suite('a bounce that takes a browser', function () {
  this.timeout(180_000);
  let folder: string;
  const before = process.env['CODETTA_BROWSER'];
  let browser: string;
  suiteSetup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hosted-'));
    browser = findChromium();
    process.env['CODETTA_BROWSER'] = browser;
  });
  suiteTeardown(() => {
    fs.rmSync(folder, { recursive: true, force: true });
    if (before === undefined) delete process.env['CODETTA_BROWSER'];
    else process.env['CODETTA_BROWSER'] = before;
  });

  async function bounced(name: string, text: string, more: object = {}) {
    const reading = songLanguage.read(text);
    assert.deepEqual(
      reading.problems.map(({ message }) => message),
      [],
    );
    const file = path.join(folder, `${name}.wav`);
    const result: Bounced = await bounce({
      song: reading.song,
      timeline: layOut(reading.song),
      file,
      bits: '32f',
      ...more,
    });
    const { channels } = await decodeAudio(fs.readFileSync(file));
    return { ...result, left: channels[0]! };
  }

  const levelDb = (samples: Float32Array): number =>
    10 * Math.log10(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

  const differenceDb = (one: Float32Array, other: Float32Array): number => {
    let peak = 0;
    for (let i = 0; i < Math.min(one.length, other.length); i++)
      peak = Math.max(peak, Math.abs(one[i]! - other[i]!));
    return 20 * Math.log10(peak);
  };

  test('an effect of Tone.js that lets all through gives the same sound, sample on sample', async () => {
    const plain = await bounced('plain', song(''));
    const through = await bounced('through', song('tone.FeedbackDelay: wet 0%, '));
    assert.deepEqual(plain.hosted, []);
    assert.deepEqual(through.hosted, ['tone.FeedbackDelay']);
    const off = differenceDb(plain.left, through.left);
    // Tone.js's own crossfade lets the echo of a dry delay through at -67 dB.
    assert.ok(off < -60, `${off} dB apart`);
  });

  test('an instrument of Tone.js is in it at its time, as loud each time, and it says how it was made', async () => {
    const one = await bounced('one', song('', bells));
    const other = await bounced('other', song('', bells));
    assert.deepEqual(one.hosted, ['tone.FMSynth', 'tone.Chorus']);
    assert.match(one.notes.join(' '), /Made with a browser, since Tone.js plays tone.FMSynth, tone.Chorus/);
    const loudest = (from: number, to: number): number =>
      one.left.subarray(from * 48_000, to * 48_000).reduce((peak, x) => Math.max(peak, Math.abs(x)), 0);
    // The kick has gone when the bell begins.
    assert.ok(loudest(0.4, 0.499) < 0.01, `${loudest(0.4, 0.499)} before the bell`);
    assert.ok(loudest(0.5, 0.6) > 0.02, `${loudest(0.5, 0.6)} with the bell`);
    // A browser lets go of its oscillators when it comes to it: behind a chorus that is not the same each time.
    const off = levelDb(one.left) - levelDb(other.left);
    assert.ok(Math.abs(off) < 1, `${off} dB apart`);
  });

  test('without a browser the remedy is told, and the other tracks bounce when asked', async () => {
    process.env['CODETTA_BROWSER'] = path.join(folder, 'none');
    try {
      await assert.rejects(bounced('none', song('', bells)), (error: unknown) => {
        assert.ok(error instanceof BounceError);
        assert.equal(error.failure, 'no browser');
        assert.match(error.message, /tone.FMSynth, tone.Chorus.*CODETTA_BROWSER.*--without-plug-ins/);
        return true;
      });
      assert.ok(!fs.existsSync(path.join(folder, 'none.wav')));
      const rest = await bounced('rest', song('', bells), { withoutPlugs: true });
      const plain = await bounced('plain', song(''));
      assert.ok(differenceDb(rest.left, plain.left) < -100);
      assert.deepEqual(rest.hosted, []);
    } finally {
      process.env['CODETTA_BROWSER'] = browser;
    }
  });
});
