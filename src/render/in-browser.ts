// A bounce of what Tone.js plays in: the song is given to a browser without a window, which sends back its sound
// piece by piece. The two speak over this machine's own network, behind a word that nobody else knows.

import type { ChildProcess } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import type http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Core } from '../engine/core/core.ts';
import { compileCore } from '../engine/core/exports.ts';
import { type Chunk, isQuiet, tail } from '../engine/offline/render.ts';
import { pack } from '../engine/packed.ts';
import { hostedNames } from '../engine/plugs.ts';
import type { Program } from '../engine/program.ts';
import { BounceError } from './bounce-error.ts';
import { bouncePageFile, workletFile } from './core-file.ts';
import { findBrowser } from './find-browser.ts';

interface BrowserJob {
  readonly core: Uint8Array;
  readonly program: Program;
  readonly from: number;
  readonly to: number;
}

/** A browser that says nothing for so long has stopped. */
const patienceMs = 120_000;
/** Time for the core and what Tone.js made to open, before the song. */
const startSeconds = 0.1;

/**
 * The sound of a stretch, as `renderOffline` gives it.
 * @throws BounceError where there is no browser, or it fails
 */
export async function* renderInBrowser(job: BrowserJob): AsyncGenerator<Chunk, void> {
  const { from, to } = job;
  const program = { ...job.program, lengthSamples: to };
  const browser = findBrowser();
  if (!browser) throw new BounceError('no browser', noBrowser(program));
  const { sampleRate } = program;
  const startFrame = Math.ceil((startSeconds * sampleRate) / 128) * 128;
  const length = to - from;
  const most = length + tail.longestSeconds * sampleRate;
  let skip = startFrame + latencyOf(job.core, program);
  const frames = Math.ceil((skip + most) / 8192 + 2) * 8192;
  const host = await openHost({
    '': { type: 'text/html', body: page },
    'bounce.js': { type: 'text/javascript', body: fs.readFileSync(bouncePageFile()) },
    'worklet.js': { type: 'text/javascript', body: fs.readFileSync(workletFile()) },
    'core.wasm': { type: 'application/wasm', body: job.core },
    job: { type: 'application/octet-stream', body: pack({ program, from, startFrame, frames }) },
  });
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-browser-'));
  const child = await start(browser, profile, host.address);
  child.once('error', (error) => host.fail(`${browser} did not start: ${error.message}`));
  child.once('exit', (code) => host.fail(`the browser ended early (code ${code})`));
  try {
    let done = 0;
    let quiet = 0;
    for (;;) {
      const piece = await host.next();
      if (!piece) return;
      const gone = Math.min(skip, piece.left.length);
      skip -= gone;
      const left = piece.left.subarray(gone);
      const right = piece.right.subarray(gone);
      // The end of the song does not lie between two pieces: the silence of the tail begins at the next.
      const inside = done < length;
      done += left.length;
      if (left.length > 0) yield { left, right, taps: [], share: Math.min(1, done / length) };
      quiet = !inside && isQuiet(left, right) ? quiet + left.length : 0;
      if (quiet >= tail.quietSeconds * sampleRate || done >= most) return;
    }
  } finally {
    child.removeAllListeners('exit');
    end(child);
    host.close();
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const noBrowser = (program: Program): string =>
  `The song plays ${hostedNames(program).join(', ')}, which is Tone.js's own, and a bounce of it takes a browser: install Chrome, Chromium or Edge, or name one by CODETTA_BROWSER=/path/to/it. Everything else bounces without one: codetta render --without-plug-ins.`;

const page =
  '<!doctype html><meta charset="utf-8"><title>Codetta</title><script type="module" src="bounce.js"></script>';

const policy =
  "default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval'; connect-src 'self'; worker-src blob:";

/** Frames by which its sound is later than the song says. */
function latencyOf(core: Uint8Array, program: Program): number {
  const one = new Core(compileCore(core), program.sampleRate);
  one.load(program);
  return one.latency;
}

interface Piece {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

interface Host {
  readonly address: string;
  /** The next piece; undefined at the end. @throws BounceError in the page's words */
  next(): Promise<Piece | undefined>;
  fail(reason: string): void;
  close(): void;
}

interface Served {
  readonly type: string;
  readonly body: string | Uint8Array;
}

async function openHost(files: Readonly<Record<string, Served>>): Promise<Host> {
  const word = crypto.randomBytes(18).toString('base64url');
  const waiting: (Piece | undefined)[] = [];
  let failure: string | undefined;
  let answer: ((text: string) => void) | undefined;
  let wake: (() => void) | undefined;
  // Read where it is needed: each thread of each bounce would take its time for it.
  const { createServer } = await import('node:http');
  const server = createServer((request, response) => {
    const name = request.url?.startsWith(`/${word}/`) ? request.url.slice(word.length + 2) : undefined;
    if (name === undefined || request.headers.host !== `127.0.0.1:${port}`) {
      response.writeHead(404).end();
      return;
    }
    if (request.method === 'GET') {
      const file = Object.hasOwn(files, name) ? files[name] : undefined;
      if (!file) response.writeHead(404).end();
      else response.writeHead(200, headers(file.type)).end(file.body);
      return;
    }
    bodyOf(request).then(
      (body) => {
        if (name === 'sound') {
          waiting.push(pieceOf(body));
          // The page renders on when what it sent has been taken.
          answer = (text) => response.writeHead(200, headers('text/plain')).end(text);
        } else {
          if (name === 'failed') failure ??= body.toString('utf8').slice(0, 1000);
          else waiting.push(undefined);
          response.writeHead(200, headers('text/plain')).end();
        }
        wake?.();
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/${word}/`,
    async next() {
      answer?.('more');
      answer = undefined;
      const late = setTimeout(() => {
        failure ??= 'the browser does not answer';
        wake?.();
      }, patienceMs);
      while (waiting.length === 0 && failure === undefined)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      clearTimeout(late);
      if (failure !== undefined)
        throw new BounceError('failed', `The browser could not play it: ${failure}.`);
      return waiting.shift();
    },
    fail(reason) {
      failure ??= reason;
      wake?.();
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const headers = (type: string): http.OutgoingHttpHeaders => ({
  'Content-Type': type,
  'Content-Security-Policy': policy,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
});

async function bodyOf(request: http.IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Left, then right. */
function pieceOf(body: Buffer): Piece {
  const samples = new Float32Array(body.length / 4);
  new Uint8Array(samples.buffer).set(body);
  return {
    left: samples.subarray(0, samples.length / 2),
    right: samples.subarray(samples.length / 2),
  };
}

async function start(browser: string, profile: string, address: string): Promise<ChildProcess> {
  const { spawn } = await import('node:child_process');
  // Chromium refuses its sandbox to the system's own user, as in a container.
  const isRoot = process.getuid?.() === 0;
  const flags = [
    '--headless=new',
    ...(isRoot ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--mute-audio',
  ];
  return spawn(browser, [...flags, address], { stdio: 'ignore', detached: process.platform !== 'win32' });
}

/** With all the processes that it has started. */
function end(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill();
  } catch {
    // It has ended by itself.
  }
}
