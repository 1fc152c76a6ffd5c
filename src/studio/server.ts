// The studio's server: one song, its page, and nothing else of this machine. Binds the loopback address
// only; every request passes the door of access.ts first.

import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { soundsNear } from '../files/near-sounds.ts';
import { soundFilesOf } from '../files/sound-files.ts';
import { askedFrom } from '../protocol/asked-files.ts';
import { panelPage } from '../protocol/panel-page.ts';
import { cookieName, type Door, refusalOf } from './access.ts';
import { sendBounce } from './bounce-answers.ts';
import { connectPages } from './connection.ts';
import {
  commonHeaders,
  filePolicy,
  sandboxWorkerPolicy,
  serverWorkerPolicy,
  studioPolicy,
} from './headers.ts';
import { heardAnswers } from './heard-answers.ts';
import { readRulePages, rulePagePolicy } from './rule-pages.ts';
import { builtFiles, fileInFolder, type Served } from './served-files.ts';
import { soundAnswers } from './sound-answers.ts';

export interface StudioOptions {
  /** The song. */
  readonly file: string;
  /** 0, the default: any free port. */
  readonly port?: number;
  readonly host?: '127.0.0.1';
  /** Told of what went wrong behind the scenes, for the shell. */
  readonly report?: (message: string) => void;
}

export interface Studio {
  /** The address with its token: what a browser opens. */
  readonly url: string;
  readonly port: number;
  /** Ends everything: connections, the watcher, a bounce that runs. */
  close(): Promise<void>;
}

/** The studio could not start; the message says what, where and what to do. */
export class StudioError extends Error {}

/** @throws StudioError, SongFileError */
export async function startStudio({
  file,
  port = 0,
  host = '127.0.0.1',
  report = () => {},
}: StudioOptions): Promise<Studio> {
  const dist = distFolder();
  const { pages, built } = await readBuilt(dist);
  const rules = await readRulePages(path.join(dist, '../docs/checks'));
  const server = http.createServer({ maxHeaderSize: 16 * 1024 });
  const connection = await connectPages(file, report);
  const sounds = soundAnswers(connection.song, connection.folder);
  const heard = heardAnswers(connection.song);
  try {
    await listen(server, port, host);
  } catch (error) {
    await connection.close();
    throw error;
  }
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  const door: Door = { port: bound, token: randomBytes(24).toString('base64url') };

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      report(
        `${request.method} ${request.url?.split('?')[0]}: ${error instanceof Error ? error.message : String(error)}`,
      );
      if (!response.headersSent) refuse(response, 500, 'The studio could not answer.');
      else response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => {
    const url = urlOf(request);
    const refusal = url && refusalOf(request, url, door);
    if (!url || refusal || url.pathname !== '/session') {
      socket.end(`HTTP/1.1 ${refusal?.status ?? 404} Refused\r\nConnection: close\r\n\r\n`);
      return;
    }
    connection.accept(request, socket, head);
  });

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = urlOf(request);
    if (!url) return refuse(response, 400, 'This is not an address.');
    const refusal = refusalOf(request, url, door);
    if (refusal) return refuse(response, refusal.status, refusal.reason);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'The studio only shows files.');
    const nonce = randomBytes(18).toString('base64url');
    if (url.pathname === '/') {
      // The page's own requests carry the token in a cookie that no script and no other site can read.
      const cookie = `${cookieName(bound)}=${door.token}; HttpOnly; SameSite=Strict; Path=/`;
      const page = pages.studio.replaceAll('{{nonce}}', nonce);
      return sendPage(response, page, {
        'Content-Security-Policy': studioPolicy(nonce, bound),
        'Set-Cookie': cookie,
      });
    }
    if (url.pathname === '/panel' || url.pathname === '/stage') {
      const template = url.pathname === '/panel' ? pages.panel : pages.stage;
      const page = panelPage(template, { nonce, source: "'self'", base: '/webview/', core: '/core.wasm' });
      return sendPage(response, page, { 'Content-Security-Policy': "frame-ancestors 'self'" });
    }
    const explained = await rules.page(url.pathname, nonce);
    if (explained !== undefined)
      return sendPage(response, explained, { 'Content-Security-Policy': rulePagePolicy(nonce) });
    const sound = sounds(url, response);
    if (sound) return sound;
    if (url.pathname === '/bounce') return sendBounce(connection.heard, url.searchParams, response);
    if (url.pathname === '/heard') return heard.send(url.searchParams.get('text'), response);
    if (url.pathname === '/imported') return sendImported(response, url.searchParams);
    if (url.pathname === '/sound-files') return sendSoundFiles(response, url.searchParams);
    if (url.pathname === '/sounds-near')
      return sendJson(response, soundsNear(connection.song, connection.folder));
    const served = built.get(url.pathname) ?? (await inSongFolder(url.pathname));
    const policy = workerPolicies[url.pathname] ?? filePolicy;
    return served
      ? sendFile(response, served, { method: request.method, policy })
      : refuse(response, 404, 'There is nothing here.');
  }

  /** A file that the song imports, for the language server in its worker. */
  function sendImported(response: http.ServerResponse, asked: URLSearchParams): void {
    const [written, from] = [asked.get('path'), asked.get('from')];
    if (written === null || from === null) refuse(response, 400, 'Which file?');
    else sendJson(response, connection.open(written, from));
  }

  /** What the disk says of the files of sound that the song names, for the same. */
  function sendSoundFiles(response: http.ServerResponse, words: URLSearchParams): void {
    const asked = askedFrom(words.get('files'));
    if (!asked) refuse(response, 400, 'Which files?');
    else sendJson(response, soundFilesOf(asked, connection.song, connection.folder));
  }

  async function inSongFolder(pathname: string): Promise<Served | undefined> {
    const prefix = '/files/';
    if (!pathname.startsWith(prefix)) return undefined;
    const relative = decoded(pathname.slice(prefix.length));
    return relative === undefined ? undefined : fileInFolder(connection.folder, relative);
  }

  return {
    url: `http://${host}:${bound}/?token=${door.token}`,
    port: bound,
    close: async () => {
      await heard.end();
      await connection.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Built {
  readonly pages: { readonly studio: string; readonly panel: string; readonly stage: string };
  readonly built: ReadonlyMap<string, Served>;
}

/** What each worker of ours may do, by its address. */
const workerPolicies: Readonly<Record<string, string>> = {
  '/studio/server.worker.js': serverWorkerPolicy,
  '/studio/sandbox.worker.js': sandboxWorkerPolicy,
};

async function readBuilt(dist: string): Promise<Built> {
  const page = (file: string): Promise<string> => fs.readFile(path.join(dist, file), 'utf8');
  try {
    const [studio, panel, stage, built] = await Promise.all([
      page('studio/index.html'),
      page('webview/index.html'),
      page('webview/stage.html'),
      builtFiles(dist),
    ]);
    return { pages: { studio, panel, stage }, built };
  } catch (error) {
    const missing = typeof error === 'object' && error && 'path' in error ? error.path : dist;
    throw new StudioError(`The studio is not built: ${missing} is missing. Run "npm run build".`);
  }
}

function listen(server: http.Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is in use: choose another with --port, or leave it out and any free one is taken.`
          : error.code === 'EACCES'
            ? `Port ${port} is not yours to use: choose one above 1023.`
            : `The studio could not listen on ${host}:${port}: ${error.message}`;
      reject(new StudioError(why));
    });
    server.listen(port, host, resolve);
  });
}

function sendJson(response: http.ServerResponse, value: unknown): void {
  const headers = {
    ...commonHeaders,
    'Content-Security-Policy': filePolicy,
    'Content-Type': 'application/json',
  };
  response.writeHead(200, headers).end(JSON.stringify(value));
}

async function sendFile(
  response: http.ServerResponse,
  { file, type, size }: Served,
  { method, policy }: { readonly method: string; readonly policy: string },
): Promise<void> {
  response.writeHead(200, {
    ...commonHeaders,
    'Content-Security-Policy': policy,
    'Content-Type': type,
    'Content-Length': size,
  });
  if (method === 'HEAD') {
    response.end();
    return;
  }
  // A file that grew since it was measured must not break the answer.
  await pipeline(createReadStream(file, size > 0 ? { end: size - 1 } : {}), response);
}

function sendPage(response: http.ServerResponse, page: string, headers: http.OutgoingHttpHeaders): void {
  response.writeHead(200, { ...commonHeaders, ...headers, 'Content-Type': 'text/html; charset=utf-8' });
  response.end(page);
}

function refuse(response: http.ServerResponse, status: number, reason: string): void {
  response.writeHead(status, {
    ...commonHeaders,
    'Content-Security-Policy': filePolicy,
    'Content-Type': 'text/plain; charset=utf-8',
  });
  response.end(`${reason}\n`);
}

function urlOf(request: http.IncomingMessage): URL | undefined {
  const { url } = request;
  // Only a path is a request to us; `//other.host/` would be read as a host.
  return url?.startsWith('/') && !url.startsWith('//') && URL.canParse(url, 'http://studio')
    ? new URL(url, 'http://studio')
    : undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** `dist`, whether this runs from there or from source. */
function distFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return path.basename(here) === 'dist' ? here : path.resolve(here, '../../dist');
}
