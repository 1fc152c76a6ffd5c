import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { suite, test } from 'mocha';
import { isInside } from '../../src/files/inside.ts';
import { refusalOf } from '../../src/studio/access.ts';
import { openerOf } from '../../src/studio/open-browser.ts';
import { fileInFolder } from '../../src/studio/served-files.ts';

const door = { port: 4000, token: 'right' };

function statusOf({
  method = 'GET',
  address = '/?token=right',
  ...headers
}: Record<string, string>): number | undefined {
  const request = { method, headers: { host: '127.0.0.1:4000', ...headers } } as unknown as IncomingMessage;
  return refusalOf(request, new URL(address, 'http://studio'), door)?.status;
}

suite('The door of the studio', () => {
  const cases: readonly [what: string, request: Record<string, string>, status: number | undefined][] = [
    ['the address with its token', {}, undefined],
    ['by the name localhost', { host: 'localhost:4000' }, undefined],
    ['the cookie instead of the token', { address: '/', cookie: 'a=b; codetta-4000=right' }, undefined],
    ['no token', { address: '/' }, 401],
    ['an empty token', { address: '/?token=' }, 401],
    ['a wrong token', { address: '/?token=wrong' }, 401],
    ['a token that begins right', { address: '/?token=righ' }, 401],
    ['the cookie of another studio', { address: '/', cookie: 'codetta-4001=right' }, 401],
    ['a name that was made to point here', { host: 'evil.example:4000' }, 421],
    ['another port', { host: '127.0.0.1:80' }, 421],
    ['no name', { host: '' }, 421],
    ['a script of another page', { origin: 'http://evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['the same machine under its other name', { origin: 'http://localhost:4000' }, 403],
    ['a post that does not say where from', { method: 'POST' }, 403],
    ['a socket that does not say where from', { upgrade: 'websocket' }, 403],
    ['a socket of another page', { upgrade: 'websocket', origin: 'http://127.0.0.1:4001' }, 403],
    ['a socket of our page', { upgrade: 'websocket', origin: 'http://127.0.0.1:4000' }, undefined],
  ];
  for (const [what, request, status] of cases) {
    test(`${status === undefined ? 'lets in' : `answers ${status} to`} ${what}`, () =>
      assert.equal(statusOf(request), status));
  }
});

suite("Files of the song's folder", () => {
  test('are served where they lie inside, links followed', async () => {
    const root = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'codetta-files-')));
    try {
      const folder = path.join(root, 'song');
      await fs.mkdir(path.join(folder, 'takes'), { recursive: true });
      await fs.writeFile(path.join(folder, 'takes/vox.wav'), 'RIFF');
      await fs.writeFile(path.join(folder, '.env'), 'SECRET');
      await fs.writeFile(path.join(root, 'secret.txt'), 'SECRET');
      await fs.symlink(path.join(root, 'secret.txt'), path.join(folder, 'escape.wav'));
      await fs.symlink(root, path.join(folder, 'up'));
      await fs.symlink(path.join(folder, 'takes/vox.wav'), path.join(folder, 'inside.wav'));
      const served = async (name: string): Promise<string | undefined> =>
        (await fileInFolder(folder, name))?.file;
      assert.equal(await served('takes/vox.wav'), path.join(folder, 'takes/vox.wav'));
      assert.equal(await served('inside.wav'), path.join(folder, 'takes/vox.wav'));
      for (const name of [
        '../secret.txt',
        'takes/../../secret.txt',
        'escape.wav',
        'up/secret.txt',
        '.env',
        'takes',
        '',
        '/etc/passwd',
        '..\\secret.txt',
        'takes//vox.wav',
        'takes/vox.wav\0.txt',
        'nothing.wav',
      ])
        assert.equal(await served(name), undefined, name);
    } finally {
      await fs.rm(root, { recursive: true, force: true });
    }
  });

  test('a neighbour whose name begins the same is outside', () => {
    assert.equal(isInside('/songs/night', '/songs/night-old/a.wav'), false);
    assert.equal(isInside('/songs/night', '/songs/night'), false);
    assert.equal(isInside('/songs/night', '/songs/night/..a.wav'), true);
  });
});

suite('Opening a browser', () => {
  test('asks no shell, and nobody where there is no screen', () => {
    assert.equal(openerOf('linux', {}), undefined);
    assert.equal(openerOf('linux', { DISPLAY: ':0' })?.command, 'xdg-open');
    assert.equal(openerOf('darwin', {})?.command, 'open');
    assert.equal(openerOf('win32', {})?.command, 'rundll32');
  });
});
