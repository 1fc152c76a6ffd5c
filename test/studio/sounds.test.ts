// Recorded sound in the studio: a bundled kit and a file beside the song, heard in the browser; what is missing
// told; nothing served from outside of the song's folder.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { setup, suite, suiteTeardown, teardown, test } from 'mocha';
import { u16, wav } from '../audio/files.ts';
import { loudest } from '../panel/stage.ts';
import { eventually } from '../tools/eventually.ts';
import { endBrowser, type OpenStudio, openStudio } from './studio-page.ts';

const song = (drums: string): string => `song "Sounds" { tempo 240bpm, meter 4/4 }
kit drum = Kit("bundled/808")
sample thud = "sounds/thud.wav"
track drums { instrument: drum, level: 0dB }
section loop 64 bars { drums: "${drums}" }
arrange loop
`;

const tone = (): Uint8Array => {
  const samples = Array.from({ length: 24_000 }, (_, i) => Math.round(16_000 * Math.sin(i / 4.3)));
  return wav(Uint8Array.from(samples.flatMap((sample) => u16(sample & 0xffff))));
};

suite('The studio with recorded sound', () => {
  let open: OpenStudio;
  setup(async () => {
    open = await openStudio(song('bd sd'), undefined, 'sounds.song');
  });
  teardown(() => open.close());
  suiteTeardown(endBrowser);

  const sounds = async (): Promise<boolean> => {
    const now = await open.clock();
    return loudest(await open.heard(), now - 0.5, now) > 0.05;
  };

  test('plays a bundled kit, and a file beside the song as soon as it is there', async () => {
    await open.panel.getByRole('button', { name: 'Play', exact: true }).click();
    await eventually('the kit', sounds);
    await open.replace('bd sd', 'thud*4');
    await open.page.keyboard.press('Control+s');
    await eventually('word of the missing file', async () =>
      /thud\.wav can't be played: there is no such file/.test(
        (await open.panel.locator('body').innerText()) ?? '',
      ),
    );
    fs.mkdirSync(path.join(open.folder, 'sounds'));
    fs.writeFileSync(path.join(open.folder, 'sounds/thud.wav'), tone());
    await open.replace('thud*4', 'thud*2');
    await open.page.keyboard.press('Control+s');
    await eventually('the file', sounds);
    assert.deepEqual(
      open.errors.filter((error) => !error.includes('404')),
      [],
    );
  });

  test('serves no sound from outside of the folder, and none to who has no token', async () => {
    const answers = await open.page.evaluate(async () => {
      const get = async (source: string): Promise<string> =>
        (
          await fetch(
            `/sounds/map?${new URLSearchParams({ request: JSON.stringify({ kind: 'file', source }) })}`,
          )
        ).text();
      return [await get('../../etc/hostname'), await get('/etc/hostname'), await get('file:///etc/hostname')];
    });
    for (const answer of answers) assert.match(answer, /can't be played/);
    const stranger = await fetch(`http://127.0.0.1:${open.studio.port}/sounds/recording?id=x`);
    assert.ok(stranger.status >= 400 && stranger.status < 500);
  });
});
