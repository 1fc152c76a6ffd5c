// Songs in TypeScript as the studio's own TypeScript service sees them, which is Monaco's: typed whole, with the
// language's library and the module of songs.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { inRoot } from '../../src/build/root.mjs';
import { songLibraries } from '../../webview/studio/song-libraries.ts';

interface Service {
  getSemanticDiagnostics(
    uri: string,
  ): Promise<readonly { readonly code: number; readonly messageText: unknown }[]>;
}

const worker: string = inRoot('node_modules/monaco-editor/esm/vs/languages/features/typescript/tsWorker.js');
const moduleFile = 'file:///node_modules/codetta/index.d.ts';

async function faultsIn(text: string): Promise<readonly unknown[]> {
  const { TypeScriptWorker } = await import(worker);
  const uri = 'file:///song.song.ts';
  const model = { uri: { toString: () => uri, path: '/song.song.ts' }, version: 1, getValue: () => text };
  const service: Service = new TypeScriptWorker(
    { getMirrorModels: () => [model] },
    {
      // Of the newest language, and modules found as Node.js finds them.
      compilerOptions: { target: 99, module: 99, moduleResolution: 2, lib: songLibraries, strict: true },
      extraLibs: {
        [moduleFile]: { content: fs.readFileSync(inRoot('src/api/codetta.d.ts'), 'utf8'), version: 1 },
      },
    },
  );
  return (await service.getSemanticDiagnostics(uri)).map(({ messageText }) => messageText);
}

suite("The studio's types", () => {
  const names = fs.readdirSync(inRoot('samples')).filter((name) => name.endsWith('.song.ts'));

  for (const name of names)
    test(`find nothing wrong in ${name}`, async function () {
      this.timeout(30_000);
      assert.deepEqual(await faultsIn(fs.readFileSync(inRoot(`samples/${name}`), 'utf8')), []);
    });

  test('find what is wrong, and no page or timer', async function () {
    this.timeout(30_000);
    const head = "import { song } from 'codetta';\n";
    assert.equal((await faultsIn(`${head}export default song(12);`)).length, 1);
    assert.equal((await faultsIn(`${head}setTimeout(() => {}, 1);\nexport default song('A');`)).length, 1);
  });
});
