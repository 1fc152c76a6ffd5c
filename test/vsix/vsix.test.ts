// The extension as it ships: what is in the package, and that it plays where it was installed.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { inRoot } from '../../src/build/root.mjs';
import { openWithVsix, packVsix } from '../tools/vscode/vsix.ts';
import type { Workbench } from '../tools/vscode/workbench.ts';
import { errorsIn, openPanel } from '../workbench/panel.ts';

suite('The package', () => {
  let packed: Awaited<ReturnType<typeof packVsix>>;
  let vs: Workbench | undefined;
  suiteSetup(async () => {
    packed = await packVsix();
  });
  suiteTeardown(() => vs?.close());

  test('has a README whose pictures VS Code can show', () => {
    const readme = fs.readFileSync(inRoot('dist/README.md'), 'utf8');
    assert.match(readme, /^# Codetta/);
    assert.doesNotMatch(readme, /!\[[^\]]*\]\((?!https:)/);
  });

  test('holds what is needed, and nothing else', () => {
    const expected = [
      /^package\.json$/,
      /^dist\/README\.md$/,
      /^CHANGELOG\.md$/,
      /^LICENSE$/,
      /^dist\/(extension\.cjs|server\.cjs|render-worker\.js|measure-worker\.js|sandbox-worker\.js|sound-worker\.js|core\.wasm|mp3\.wasm)$/,
      /^dist\/sounds\/(general-midi\.sf3|(808|909|acoustic)\/(kit\.json|\w+(-\d)?\.flac)|(responses|wavetables)\/\w+\.flac|piano\/\w+\.mp3)$/,
      /^dist\/webview\/(index\.html|panel\.(js|css)|worklet\.js|meters\.worker\.js|codicon\.(css|ttf))$/,
      // The stage colours the text by the grammars; a bounce with Tone.js plug-ins runs in a browser.
      /^dist\/webview\/(stage\.(html|js|css)|onig\.wasm|[\w-]+\.tmLanguage\.json|bounce\.js)$/,
      /^syntaxes\/[\w.-]+\.json$/,
      /^src\/extension\/media\/(icon\.png|[\w-]+\.svg|snippets\.json|walkthrough\/\w+\.md)$/,
      /^node_modules\/codetta-typescript-plugin\/(index\.cjs|package\.json)$/,
      /^src\/api\/codetta\.d\.ts$/,
      /^docs\/(checks\/\w+|third-party-notices)\.md$/,
    ];
    assert.deepEqual(
      packed.contents.filter((file) => !expected.some((one) => one.test(file))),
      [],
    );
    for (const needed of [
      'dist/extension.cjs',
      'dist/server.cjs',
      'dist/render-worker.js',
      'dist/measure-worker.js',
      'dist/sandbox-worker.js',
      'dist/sound-worker.js',
      'dist/core.wasm',
      'dist/mp3.wasm',
      'dist/sounds/808/kit.json',
      'dist/sounds/piano/C4.mp3',
      'dist/sounds/responses/hall.flac',
      'dist/sounds/general-midi.sf3',
      'dist/webview/panel.js',
      'dist/webview/meters.worker.js',
      'dist/webview/stage.js',
      'dist/webview/onig.wasm',
      'dist/webview/bounce.js',
      'dist/README.md',
      'syntaxes/song.tmLanguage.json',
      'node_modules/codetta-typescript-plugin/index.cjs',
      'src/api/codetta.d.ts',
      'docs/checks/ARR1.md',
      'docs/third-party-notices.md',
      'LICENSE',
    ]) {
      assert.ok(packed.contents.includes(needed), `${needed} is missing`);
    }
  });

  test('is small, and names no path of the machine that made it', () => {
    const sounds = packed.contents.filter((file) => file.startsWith('dist/sounds/'));
    const bytes = (files: readonly string[]): number =>
      files.reduce((sum, file) => sum + fs.statSync(inRoot(file)).size, 0);
    // Recorded sound does not get smaller by packing: what is left is the extension itself.
    const own = fs.statSync(packed.file).size - bytes(sounds) * 0.97;
    assert.ok(own < 6_000_000, `${own} bytes without its sounds`);
    assert.ok(bytes(sounds) < 25_000_000, `${bytes(sounds)} bytes of sounds`);
    for (const file of ['dist/extension.cjs', 'dist/server.cjs', 'dist/webview/panel.js']) {
      assert.ok(!fs.readFileSync(inRoot(file), 'utf8').includes(inRoot('.')), file);
    }
  });

  test('plays where it is installed', async () => {
    vs = await openWithVsix(packed.file, { folder: inRoot('samples'), file: 'night-drive.song' });
    await openPanel(vs);
    await vs.panelFrame().getByRole('heading', { name: 'Night Drive' }).waitFor();
    await vs.panelFrame().getByRole('button', { name: 'Play', exact: true }).click();
    await vs.panelFrame().getByRole('button', { name: 'Pause', exact: true }).waitFor();
    assert.deepEqual(errorsIn(vs), []);
  });
});
