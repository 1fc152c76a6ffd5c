// Files of sound that a song names, in the studio: what the disk says of them stands in its editor, too.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, suiteTeardown, test } from 'mocha';
import { wavOf } from '../audio/wavs.ts';
import { eventually } from '../tools/eventually.ts';
import { endBrowser, openStudio } from './studio-page.ts';

const song = `song "Takes" { tempo 240bpm }
deliver spotify
take vox1 = "takes/vox1.wav" { hash: "${'0'.repeat(64)}" }
sample clap = "clap.wav" { licence: "CC0-1.0" }
track vox { level: -6dB }
track drum { level: -6dB }
section verse 2 bars { vox: vox1, drum: "clap*4" }
arrange verse
`;

suite('The files of sound of a song in the studio', () => {
  suiteTeardown(endBrowser);

  test('that are missing or have changed are told of in the editor, on their paths', async () => {
    const studio = await openStudio(song);
    const { page, folder } = studio;
    try {
      const silence = wavOf([new Float32Array(48_000)]);
      fs.mkdirSync(path.join(folder, 'takes'));
      fs.writeFileSync(path.join(folder, 'takes/vox1.wav'), silence);
      /** The messages that the editor shows beside its marks, from the first line on. */
      const told = async (): Promise<string> => {
        await page.keyboard.press('Control+Home');
        const seen: string[] = [];
        for (let mark = 0; mark < 3; mark++) {
          await page.keyboard.press('F8');
          seen.push(...(await page.locator('.marker-widget').allInnerTexts()));
        }
        await page.keyboard.press('Escape');
        return seen.join('\n');
      };
      // The disk is asked when the song is edited.
      let bpm = 240;
      const edit = (): Promise<void> => studio.replace(`${bpm}bpm`, `${--bpm}bpm`);
      await eventually('both findings', async () => {
        await edit();
        const words = await told();
        return /clap\.wav can't be opened, there is no such file/.test(words) && /another hash/.test(words);
      });
    } finally {
      await studio.close();
    }
  });

  test('are looked for in its folder alone, and nothing else is answered', async () => {
    const { page, close } = await openStudio();
    try {
      const asked = (files: string): Promise<readonly [number, string]> =>
        page.evaluate(async (words) => {
          const answer = await fetch(`/sound-files?${new URLSearchParams({ files: words })}`);
          return [answer.status, await answer.text()] as const;
        }, files);
      const outside = JSON.stringify([
        { path: '../../../../etc/hostname', isHashed: true },
        { path: '/etc/hostname', isHashed: true },
      ]);
      const [status, text] = await asked(outside);
      assert.equal(status, 200);
      for (const found of Object.values(JSON.parse(text) as Record<string, { ok: boolean }>))
        assert.equal(found.ok, false);
      for (const nonsense of ['', '{}', '[1]', '[{"path":1,"isHashed":true}]', '[{"path":"a.wav"}]'])
        assert.equal((await asked(nonsense))[0], 400, nonsense);
    } finally {
      await close();
    }
  });
});
