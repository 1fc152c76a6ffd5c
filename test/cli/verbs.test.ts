// The built command line under every Node that is here: its help, its exits, and the verbs that need no song of their own.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { suite, test } from 'mocha';
import { rules as allRules } from '../../src/check/rules.ts';
import { codetta, inFolder, nodes, sample, small, start, write } from './codetta.ts';

for (const { name, node } of nodes) {
  const run = (...args: readonly string[]) => codetta(args, {}, node);

  suite(`codetta on ${name}`, () => {
    test('--version and --help', async () => {
      const version = await run('--version');
      assert.equal(version.code, 0);
      assert.match(version.out, /^\d+\.\d+\.\d+\n$/);
      const help = await run('--help');
      assert.equal(help.code, 0);
      for (const verb of [
        'check',
        'events',
        'mini',
        'render',
        'set',
        'convert',
        'studio',
        'lsp',
        'cache',
        'doctor',
        'checks',
        'measure',
        'test',
      ]) {
        assert.match(help.out, new RegExp(`^  ${verb}\\b`, 'm'));
      }
    });

    test('a verb or an option that is not there exits 2', async () => {
      assert.equal((await run('sing')).code, 2);
      assert.equal((await run('check')).code, 2);
      assert.equal((await run('check', sample, '--format', 'xml')).code, 2);
    });

    test('checks, and checks --json', async () => {
      const { rules } = JSON.parse((await run('checks', '--json')).out);
      assert.deepEqual(
        rules.map(({ id }: { id: string }) => id),
        allRules.map(({ id }) => id),
      );
      for (const rule of rules) assert.ok(rule.why && rule.examples.fires && rule.examples.silent);
      assert.match((await run('checks')).out, /^HAR1 +warning/m);
    });

    test('doctor --json', async () => {
      const { code, out } = await run('doctor', '--json');
      const { ok, findings } = JSON.parse(out);
      assert.deepEqual(
        findings.map((one: { name: string }) => one.name),
        ['node', 'core', 'browser', 'editor', 'audio', 'ffmpeg', 'terminal'],
      );
      assert.deepEqual(
        findings.slice(0, 2).map((one: { state: string }) => one.state),
        ['ok', 'ok'],
        out,
      );
      assert.deepEqual({ ok, code }, { ok: true, code: 0 });
    });

    test('studio prints its address, serves it, and ends by Ctrl+C', () =>
      inFolder(async (folder) => {
        const child = start(['studio', write(folder, 'a.song', small), '--no-open'], {}, node);
        const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
        const url = await new Promise<string>((resolve) =>
          child.stdout!.once('data', (text) => resolve(String(text).trim())),
        );
        assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/\?token=/);
        assert.equal((await fetch(url)).status, 200);
        const { port } = new URL(url);
        const second = await run('studio', path.join(folder, 'a.song'), '--no-open', '--port', port);
        assert.equal(second.code, 2);
        assert.match(second.err, new RegExp(`^Port ${port} is in use: .*--port.*\\n$`));
        child.kill('SIGINT');
        assert.equal(await ended, 0);
      }));

    test('lsp --stdio answers an editor', async () => {
      const child = start(['lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] }, node);
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
      const send = (message: object): void => {
        const body = JSON.stringify({ jsonrpc: '2.0', ...message });
        child.stdin!.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      };
      let out = '';
      const said = (what: RegExp): Promise<void> =>
        new Promise((resolve) => {
          const look = (): void =>
            what.test(out) ? resolve() : void child.stdout!.once('data', () => setImmediate(look));
          look();
        });
      child.stdout!.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
      send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
      await said(/"name":"Codetta"/);
      send({ method: 'initialized', params: {} });
      const textDocument = {
        uri: 'file:///a.song',
        languageId: 'song',
        version: 1,
        text: small.replace('c2 ~', 'a0 ~'),
      };
      send({ method: 'textDocument/didOpen', params: { textDocument } });
      await said(/"code":"INS1"/);
      // The page is a file of this installation.
      const page = /"href":"(file:[^"]+INS1\.md)"/.exec(out)?.[1];
      assert.ok(page && fs.existsSync(new URL(page)), `no page in ${out}`);
      send({ id: 2, method: 'shutdown' });
      await said(/"id":2/);
      send({ method: 'exit' });
      assert.equal(await ended, 0);
    });
  });
}
