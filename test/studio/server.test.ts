// The studio's server as a stranger meets it: raw requests, hostile ones.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { WebSocket } from 'ws';
import { type Studio, startStudio } from '../../src/studio/server.ts';

suite("The studio's server", () => {
  let root: string;
  let studio: Studio;
  let token: string;

  suiteSetup(async () => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-server-'));
    fs.mkdirSync(path.join(root, 'song/takes'), { recursive: true });
    fs.writeFileSync(path.join(root, 'song/a.song'), 'song "A" {}\n');
    fs.writeFileSync(path.join(root, 'song/takes/vox 1.wav'), 'RIFFvox');
    fs.writeFileSync(path.join(root, 'secret.txt'), 'SECRET');
    fs.symlinkSync(path.join(root, 'secret.txt'), path.join(root, 'song/escape.txt'));
    studio = await startStudio({ file: path.join(root, 'song/a.song') });
    token = new URL(studio.url).searchParams.get('token')!;
  });
  suiteTeardown(async () => {
    await studio.close();
    fs.rmSync(root, { recursive: true, force: true });
  });

  interface Answer {
    readonly status: number;
    readonly headers: http.IncomingHttpHeaders;
    readonly body: string;
  }

  // As it is typed: no client tidies the path up on its way.
  const ask = (
    target: string,
    { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const request = http.request(
        { host: '127.0.0.1', port: studio.port, path: target, method, headers },
        (response) => {
          let body = '';
          response.on('data', (chunk) => (body += chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode!, headers: response.headers, body }),
          );
        },
      );
      request.on('error', reject);
      request.end();
    });
  const own = (target: string, more: Parameters<typeof ask>[1] = {}): Promise<Answer> =>
    ask(target, { ...more, headers: { cookie: `codetta-${studio.port}=${token}`, ...more.headers } });

  test('gives its page with the token, and a cookie that no script reads', async () => {
    const { status, headers, body } = await ask(`/?token=${token}`);
    assert.equal(status, 200);
    assert.match(headers['set-cookie']![0]!, /^codetta-\d+=[\w-]{32}; HttpOnly; SameSite=Strict; Path=\/$/);
    const policy = headers['content-security-policy'] as string;
    const nonce = /'nonce-([\w-]+)'/.exec(policy)![1]!;
    assert.ok(body.includes(`nonce="${nonce}"`));
    assert.ok(
      !/script-src[^;]*unsafe-inline/.test(policy) &&
        policy.includes("default-src 'none'") &&
        policy.includes("frame-ancestors 'none'"),
    );
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.notEqual(
      nonce,
      /'nonce-([\w-]+)'/.exec(
        (await ask(`/?token=${token}`)).headers['content-security-policy'] as string,
      )![1],
    );
  });

  test('serves its own files with the cookie, and none without', async () => {
    for (const file of [
      '/studio/studio.js',
      '/studio/server.worker.js',
      '/webview/panel.js',
      '/core.wasm',
      '/panel',
    ]) {
      assert.equal((await own(file)).status, 200, file);
      assert.equal((await ask(file)).status, 401, file);
    }
    assert.equal((await own('/core.wasm', { method: 'HEAD' })).headers['content-type'], 'application/wasm');
  });

  test("serves files of the song's folder, and nothing outside it", async () => {
    assert.equal((await own('/files/takes/vox%201.wav')).body, 'RIFFvox');
    for (const target of [
      '/files/../secret.txt',
      '/files/%2e%2e/secret.txt',
      '/files/..%2fsecret.txt',
      '/files/%2e%2e%2fsecret.txt',
      '/files//etc/passwd',
      '/files/%2fetc/passwd',
      '/files/escape.txt',
      '/files/takes/..%5c..%5csecret.txt',
      '/files/%00',
      '/files/%',
      '/files/',
      '/files',
      '/../secret.txt',
      '/studio/../../secret.txt',
      '/studio/%2e%2e/%2e%2e/secret.txt',
      '/cli.js',
      '/extension.cjs',
      '/.built',
    ]) {
      const { status, body } = await own(target);
      assert.ok(status === 404 || status === 400, `${target}: ${status}`);
      assert.ok(!body.includes('SECRET') && !body.includes('root:'), target);
    }
  });

  test("names the recordings of the song's folder to its own page, and nothing behind links", async () => {
    const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-outside-'));
    const link = path.join(root, 'song/elsewhere');
    try {
      fs.writeFileSync(path.join(outside, 'secret.wav'), '');
      fs.symlinkSync(outside, link);
      const { status, body } = await own('/sounds-near');
      assert.deepEqual([status, JSON.parse(body)], [200, ['takes/', 'takes/vox 1.wav']]);
      assert.equal((await ask('/sounds-near')).status, 401);
    } finally {
      fs.rmSync(link, { force: true });
      fs.rmSync(outside, { recursive: true });
    }
  });

  test('refuses wrong tokens, hosts, origins and methods', async () => {
    assert.equal((await ask('/?token=nope')).status, 401);
    assert.equal((await ask('/')).status, 401);
    assert.equal((await own('/', { headers: { host: `evil.example:${studio.port}` } })).status, 421);
    assert.equal((await own('/', { headers: { origin: 'http://evil.example' } })).status, 403);
    assert.equal((await own('/', { method: 'POST' })).status, 403);
    assert.equal(
      (await own('/', { method: 'POST', headers: { origin: `http://127.0.0.1:${studio.port}` } })).status,
      405,
    );
    assert.equal(
      (await own('/files/x', { method: 'DELETE', headers: { origin: `http://127.0.0.1:${studio.port}` } }))
        .status,
      405,
    );
  });

  const connect = (options: {
    origin?: string;
    cookie?: string;
    place?: string;
  }): Promise<WebSocket | string> =>
    new Promise((resolve) => {
      const { origin, cookie, place = '/session' } = options;
      const socket = new WebSocket(`ws://127.0.0.1:${studio.port}${place}`, {
        ...(origin ? { origin } : {}),
        headers: cookie ? { cookie } : {},
      });
      socket.on('open', () => resolve(socket));
      socket.on('error', (error) => resolve(error.message));
    });
  const origin = (): string => `http://127.0.0.1:${studio.port}`;
  const cookie = (): string => `codetta-${studio.port}=${token}`;

  test('opens its socket to its own page only', async () => {
    assert.match(String(await connect({ origin: origin() })), /401/);
    assert.match(String(await connect({ cookie: cookie() })), /403/);
    assert.match(String(await connect({ cookie: cookie(), origin: 'http://evil.example' })), /403/);
    assert.match(String(await connect({ cookie: cookie(), origin: origin(), place: '/elsewhere' })), /404/);
    const socket = (await connect({ cookie: cookie(), origin: origin() })) as WebSocket;
    assert.equal(socket.readyState, WebSocket.OPEN);
    socket.close();
  });

  test('answers hostile messages with a reason, and lives on', async () => {
    const socket = (await connect({ cookie: cookie(), origin: origin() })) as WebSocket;
    const heard: { type: string; reason?: string }[] = [];
    socket.on('message', (data) => heard.push(JSON.parse(String(data))));
    const hostile = [
      '',
      'null',
      '[]',
      '{',
      '{"type":"exec"}',
      '{"type":"save"}',
      '{"type":"save","request":1,"text":"x","over":"0"}',
      Buffer.from([0, 255]),
    ];
    for (const message of hostile) socket.send(message);
    for (let waited = 0; heard.length < hostile.length + 1 && waited < 5000; waited += 20)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(
      heard.map(({ type }) => type).sort(),
      [...Array.from({ length: 7 }, () => 'refused'), 'notSaved', 'opened'].sort(),
    );
    assert.equal(fs.readFileSync(path.join(root, 'song/a.song'), 'utf8'), 'song "A" {}\n');
    socket.close();
    assert.equal((await own('/core.wasm')).status, 200);
  });

  test("says in one line why it can't start", async () => {
    await assert.rejects(
      startStudio({ file: path.join(root, 'song/none.song') }),
      /none\.song cannot be opened: there is no such file/,
    );
    await assert.rejects(
      startStudio({ file: path.join(root, 'song/a.song'), port: studio.port }),
      /Port \d+ is in use: choose another/,
    );
  });
});
