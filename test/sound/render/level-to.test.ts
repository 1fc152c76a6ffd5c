// Bounces for a place that plays all songs equally loud, and of bars: measured by ffmpeg in the file.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { songLanguage } from '../../../src/languages/song/song-language.ts';
import { bounce } from '../../../src/render/bounce.ts';
import { HeardBounces } from '../../../src/render/heard-bounces.ts';
import { layOut } from '../../../src/timeline/lay-out.ts';
import { loudnessOfFile } from '../ffmpeg-measure.ts';

const text = (level: string): string => `song "Level" { tempo 120bpm }
instrument tone = Synth { oscillator: sawtooth, envelope.sustain: 100%, envelope.release: 20ms }
track lead { instrument: tone, level: ${level} }
section a 8 bars { lead: "a3 c4 e4 [a4 g4]" }
arrange a
`;

suite('A bounce for a target', () => {
  let folder = '';
  suiteSetup(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-level-'));
  });
  suiteTeardown(() => fs.rmSync(folder, { recursive: true, force: true }));

  const run = (name: string, level: string, more: Partial<Parameters<typeof bounce>[0]> = {}) => {
    const { song } = songLanguage.read(text(level));
    return bounce({ song, timeline: layOut(song), file: path.join(folder, name), metered: true, ...more });
  };

  test('is as loud as the place plays it, and says by how much it was turned down', async () => {
    const plain = await run('plain.wav', '-6dB');
    const levelled = await run('broadcast.wav', '-6dB', { target: 'broadcast' });
    const { lufs, truePeakDb } = loudnessOfFile(levelled.file);
    assert.ok(Math.abs(lufs - -23) < 0.11, `${lufs} LUFS`);
    assert.ok(Math.abs(truePeakDb - levelled.figures!.truePeakDb) < 0.2, `${truePeakDb} dBTP`);
    assert.ok(Math.abs(levelled.levelling!.gainDb - (-23 - plain.figures!.loudness)) < 0.01);
    assert.equal(levelled.levelling!.heldBack, false);
  });

  test('keeps its peaks under the ceiling, and says that they held it back', async () => {
    const { file, levelling, figures } = await run('soundcloud.wav', '-30dB', {
      target: 'soundcloud',
      bits: '32f',
    });
    const { truePeakDb } = loudnessOfFile(file);
    assert.ok(truePeakDb <= -0.9, `${truePeakDb} dBTP`);
    assert.ok(levelling!.gainDb > 0);
    assert.equal(levelling!.heldBack, figures!.loudness < -14.1);
  });

  test('of bars begins and ends with them', async () => {
    const { seconds, startSeconds } = await run('bars.wav', '-6dB', { bars: { from: 2, to: 5 } });
    // And what rings on.
    assert.ok(seconds >= 6 && seconds < 7.5, `${seconds} s`);
    assert.equal(startSeconds, 4);
    await assert.rejects(run('none.wav', '-6dB', { bars: { from: 8, to: 9 } }), /the song has bars 1 to 8/);
  });

  test('is kept to be heard when its file is bounced over, the newest two of them', async () => {
    const heard = new HeardBounces();
    const done = { state: 'done', peakDb: 0, truePeakDb: 0, loudness: 0, waveform: [] } as const;
    const keep = async (level: string) => {
      const { file, seconds, startSeconds } = await run('same.wav', level, { bits: '32f' });
      return (await heard.keep({ ...done, file, seconds, startSeconds })).sound!;
    };
    const peak = async (bounce: number): Promise<number> => {
      const { channels } = await heard.read({ bounce, from: 24_000, count: 48_000 });
      return Math.max(0, ...channels.flatMap((channel) => [...channel].map(Math.abs)));
    };
    const [quiet, loud] = [await keep('-30dB'), await keep('-12dB')];
    assert.ok(quiet.frames >= 16 * 48_000);
    const ratio = 20 * Math.log10((await peak(loud.bounce)) / (await peak(quiet.bounce)));
    assert.ok(Math.abs(ratio - 18) < 0.2, `${ratio} dB`);
    const again = await keep('-12dB');
    assert.deepEqual((await heard.read({ bounce: quiet.bounce, from: 0, count: 10 })).channels, []);
    assert.deepEqual(
      (await heard.read({ bounce: loud.bounce, from: loud.frames - 4, count: 10 })).channels[0]?.length,
      4,
    );
    const { file, seconds, startSeconds } = await run('same.flac', '-12dB', { bits: '24' });
    const packed = (await heard.keep({ ...done, file, seconds, startSeconds })).sound!;
    assert.equal(packed.frames, loud.frames);
    assert.ok(Math.abs((await peak(packed.bounce)) - (await peak(again.bounce))) < 1e-6);
    await heard.end();
    assert.deepEqual((await heard.read({ bounce: loud.bounce, from: 0, count: 10 })).channels, []);
  });
});
