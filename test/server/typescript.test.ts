// A song in TypeScript over the protocol: run off the server's thread, and told of where it is written.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { suite, test } from 'mocha';
import type { Hover } from 'vscode-languageserver';
import { otherFilesIn } from '../../src/files/other-files.ts';
import { newNodeEvaluator } from '../../src/sandbox/node-evaluator.ts';
import { openModule } from '../../src/sandbox/open-module.ts';
import { open } from '../../src/server/disk.ts';
import type { World } from '../../src/server/world.ts';
import { eventually } from '../tools/eventually.ts';
import { editor } from './editor.ts';

const worldOf = (milliseconds = 2000) => {
  const evaluators: ReturnType<typeof newNodeEvaluator>[] = [];
  const world: Partial<World> = {
    open,
    newEvaluator: (files) => {
      const evaluator = newNodeEvaluator({ open: openModule(files, { packages: false }), milliseconds });
      evaluators.push(evaluator);
      return evaluator;
    },
  };
  return { world, end: () => evaluators.forEach((evaluator) => void evaluator.end()) };
};

const uri = 'file:///songs/a.song.ts';
const good = `import { mini, MonoSynth, section, song, track } from 'codetta';
const sub = MonoSynth({ filter: { Q: 2 } });
const line = mini\`a1 ~ a1 [a1 e2]\`;
export default song('A').tracks(track('bass', { instrument: sub, level: '-9dB' })).arrange(section('verse', '4 bars', { bass: line }));
`;

suite('a song in TypeScript', () => {
  test('has its problems on its own characters', async () => {
    const { world, end } = worldOf();
    const vs = await editor(world);
    vs.open(good.replace('-9dB', '99dB'), uri);
    const { diagnostics } = await vs.diagnostics(uri);
    const wrong = diagnostics.find(({ message }) => /out of range/.test(JSON.stringify(message)));
    assert.equal(wrong && vs.textOf(wrong.range), '99dB');
    await vs.end();
    end();
  });

  test('explains the notes in its strings', async () => {
    const { world, end } = worldOf();
    const vs = await editor(world);
    vs.open(good, uri);
    await vs.diagnostics(uri);
    const hover = await vs.request<Hover>('textDocument/hover', { position: vs.positionOf('e2]') });
    assert.match(JSON.stringify(hover.contents), /E2/);
    await vs.end();
    end();
  });

  test('that runs for ever is told of, and the server answers all the while', async () => {
    const { world, end } = worldOf(400);
    const vs = await editor(world);
    vs.open(`${good}while (true) {}\n`, uri);
    let answered = 0;
    let found: unknown;
    const loop = monitorEventLoopDelay({ resolution: 5 });
    loop.enable();
    void vs.diagnostics(uri).then((diagnostics) => {
      found = diagnostics;
    });
    await eventually('the problem', async () => {
      await vs.request('textDocument/hover', { position: { line: 0, character: 0 } });
      answered += 1;
      return found !== undefined;
    });
    assert.match(JSON.stringify(found), /more than 0\.4 s/);
    loop.disable();
    // The song holds its worker for all of its 400 ms, and the server's own thread never for as long.
    assert.ok(loop.max / 1e6 < 400, `the server's thread was held for ${Math.round(loop.max / 1e6)} ms`);
    assert.ok(answered >= 5, `${answered} answers`);
    await vs.end();
    end();
  });

  test('is made again when what it imports changes', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-ts-'));
    fs.writeFileSync(path.join(folder, 'mix.ts'), "export const loud = '99dB';\n");
    const song = pathToFileURL(path.join(folder, 'b.song.ts')).href;
    const { world, end } = worldOf();
    const vs = await editor(
      world,
      {},
      { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'f' }] },
    );
    vs.open(
      good.replace("'-9dB'", 'loud as never').replace('import', "import { loud } from './mix.ts';\nimport"),
      song,
    );
    assert.match(JSON.stringify(await vs.diagnostics(song)), /out of range/);
    fs.writeFileSync(path.join(folder, 'mix.ts'), "export const loud = '-9dB';\n");
    const again = vs.nextDiagnostics(song);
    await vs.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(path.join(folder, 'mix.ts')).href, type: 2 }],
    });
    assert.doesNotMatch(JSON.stringify(await again), /out of range/);
    await vs.end();
    end();
  });

  test('imports packages where the folder is trusted, and only those in plain JavaScript', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-packages-'));
    const install = (name: string, manifest: object, files: Record<string, string>): void => {
      const to = path.join(folder, 'node_modules', name);
      fs.mkdirSync(to, { recursive: true });
      fs.writeFileSync(path.join(to, 'package.json'), JSON.stringify({ name, ...manifest }));
      for (const [file, content] of Object.entries(files)) fs.writeFileSync(path.join(to, file), content);
    };
    install('levels', { type: 'module', main: 'index.js' }, { 'index.js': "export const loud = '-3dB';\n" });
    install('native', { main: 'build/native.node' }, {});
    const file = path.join(folder, 'a.song.ts');
    const evaluated = async (name: string, packages: boolean) => {
      const evaluator = newNodeEvaluator({ open: openModule(otherFilesIn(folder), { packages }) });
      const program = good
        .replace('import', `import { loud } from '${name}';\nimport`)
        .replace("'-9dB'", 'loud as never');
      const answer = await evaluator.evaluate(file, program);
      evaluator.end();
      return answer.ok ? answer.text : answer.problems.map(({ message }) => message).join('\n');
    };
    assert.match(await evaluated('levels', true), /level: -3dB/);
    assert.match(await evaluated('levels', false), /once you trust the workspace/);
    assert.match(await evaluated('native', true), /no ES module in plain JavaScript/);
    assert.match(await evaluated('absent', true), /npm install absent/);
  });

  test('is not run where the folder is not trusted, until it is', async () => {
    const { world, end } = worldOf();
    const vs = await editor(world, { runsSongs: false });
    vs.open(good.replace('-9dB', '99dB'), uri);
    await vs.request('textDocument/hover', { position: { line: 0, character: 0 } });
    assert.equal(vs.published.length, 0);
    const found = vs.nextDiagnostics(uri);
    await vs.notify('codetta/trusted', {});
    assert.match(JSON.stringify(await found), /out of range/);
    await vs.end();
    end();
  });
});
