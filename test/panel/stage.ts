// A real browser with the panel in a frame, as the studio shows it: a tiny server for dist, the host's
// page around it, and words for what the tests do.

import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core';
import { inRoot } from '../../src/build/root.mjs';
import { field, type ReportField } from '../../src/engine/live/messages.ts';
import type { FromPanel } from '../../src/protocol/panel.ts';
import { panelPage } from '../../src/protocol/panel-page.ts';
import { launchOptions } from '../tools/chromium.mjs';
import type { TestHost } from './host-page.ts';
import { type Heard, installRecorder } from './recorder.ts';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  wasm: 'application/wasm',
  ttf: 'font/ttf',
};
const nonce = 'testnonce';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Stage {
  /** A fresh page that shows the panel, with `text` opened as version 1; `before` runs ahead of its scripts. */
  open(text?: string, size?: Size, before?: () => void): Promise<Shown>;
  close(): Promise<void>;
}

/** One page with the panel in it. */
export interface Shown {
  readonly page: Page;
  readonly panel: FrameLocator;
  /** Errors of the page's console, and what was thrown there. */
  readonly errors: string[];
  host<Result>(act: (host: TestHost) => Result): Promise<Result>;
  received<Type extends FromPanel['type']>(type: Type): Promise<Extract<FromPanel, { type: Type }>[]>;
  openText(text: string, version: number): Promise<void>;
  send(message: unknown): Promise<void>;
  heard(): Promise<Heard>;
  /** A count of the audio thread's newest report. */
  count(name: ReportField): Promise<number>;
  underruns(): Promise<number | undefined>;
  /** The audio clock, in seconds. */
  clock(): Promise<number>;
  /** Waits until the audio clock has gone on by `seconds`, and says what it shows then. */
  listen(seconds: number): Promise<number>;
  play(): Promise<void>;
  /** Waits until the panel has drawn what it was told, and the host has got what it said of it. */
  settled(): Promise<void>;
}

export async function raiseStage(options: { readonly missing?: readonly string[] } = {}): Promise<Stage> {
  const script = await bundledHost();
  const server = http.createServer((request, response) =>
    serve(request, response, script, options.missing ?? []),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch(launchOptions());
  return {
    open: (text, size = { width: 1100, height: 900 }, before) => show(browser, origin, text, size, before),
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function show(
  browser: Browser,
  origin: string,
  text: string | undefined,
  size: Size,
  before?: () => void,
): Promise<Shown> {
  const page = await browser.newPage({ viewport: size });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.addInitScript(installRecorder);
  if (before) await page.addInitScript(before);
  await page.goto(origin);
  const panel = page.frameLocator('iframe');
  const inPanel = () => page.frames()[1]!;
  const shown: Shown = {
    page,
    panel,
    errors,
    host: (act) => page.evaluate(`(${act})(host)`),
    received: (type) => page.evaluate((type) => globalThis.host.of(type), type) as never,
    openText: (text, version) =>
      page.evaluate(([text, version]) => globalThis.host.open(text, version), [text, version] as const),
    send: (message) => page.evaluate((message) => globalThis.host.send(message as never), message),
    heard: () => inPanel().evaluate(() => globalThis.recorder.heard()),
    count: async (name) => (await inPanel().evaluate(() => globalThis.recorder.report))[field[name]]!,
    underruns: () => inPanel().evaluate(() => globalThis.recorder.underruns()),
    clock: () => inPanel().evaluate(() => globalThis.recorder.contexts.at(-1)!.currentTime),
    async listen(seconds) {
      const until = (await shown.clock()) + seconds;
      await inPanel().waitForFunction(
        (until) => globalThis.recorder.contexts.at(-1)!.currentTime >= until,
        until,
      );
      return shown.clock();
    },
    async play() {
      await panel.getByRole('button', { name: 'Play', exact: true }).click();
      await panel.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    },
    async settled() {
      await inPanel().evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      await page.evaluate(() => new Promise((heard) => setTimeout(heard)));
    },
  };
  await page.waitForFunction(() => globalThis.host.of('ready').length > 0);
  if (text !== undefined) {
    await shown.openText(text, 1);
    await panel.locator('.transport').waitFor();
  }
  return shown;
}

function serve(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  script: string,
  missing: readonly string[],
): void {
  const path = new URL(request.url ?? '/', 'http://stage').pathname;
  const found = missing.includes(path) ? undefined : answer(path, script);
  if (!found) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('content-type', found.type);
  response.end(found.body);
}

const hostPage = `<!doctype html><link rel="icon" href="data:,">
<style>html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block}</style>
<iframe allow="autoplay"></iframe><script src="/host.js"></script>`;

function answer(
  path: string,
  script: string,
): { readonly type: string; readonly body: string | Buffer } | undefined {
  if (path === '/') return { type: 'text/html', body: hostPage };
  if (path === '/host.js') return { type: 'text/javascript', body: script };
  if (path === '/panel') {
    const template = fs.readFileSync(inRoot('dist/webview/index.html'), 'utf8');
    const place = { nonce, source: "'self'", base: '/webview/', core: '/core.wasm' };
    return { type: 'text/html', body: panelPage(template, place) };
  }
  const file = inRoot(`dist${path}`);
  if (path.includes('..') || !fs.existsSync(file)) return undefined;
  return { type: types[path.split('.').at(-1)!] ?? 'application/octet-stream', body: fs.readFileSync(file) };
}

async function bundledHost(): Promise<string> {
  const made = await build({
    entryPoints: [inRoot('test/panel/host-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    logLevel: 'silent',
  });
  return made.outputFiles[0]!.text;
}

/** The loudest between two times of the audio clock. */
export function loudest({ startSeconds, secondsPerBlock, peaks }: Heard, from: number, to: number): number {
  const at = (seconds: number): number => Math.max(0, Math.floor((seconds - startSeconds) / secondsPerBlock));
  return Math.max(0, ...peaks.slice(at(from), at(to)));
}

/** The longest stretch of silence between two times, in seconds. */
export function longestHole(heard: Heard, from: number, to: number, quiet = 1e-3): number {
  const at = (seconds: number): number =>
    Math.max(0, Math.floor((seconds - heard.startSeconds) / heard.secondsPerBlock));
  let longest = 0;
  let run = 0;
  for (const peak of heard.peaks.slice(at(from), at(to))) {
    run = peak < quiet ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest * heard.secondsPerBlock;
}

/** When it was last louder than `quiet`. */
export function lastSound(heard: Heard, quiet = 1e-4): number {
  const last = heard.peaks.findLastIndex((peak) => peak > quiet);
  return heard.startSeconds + (last + 1) * heard.secondsPerBlock;
}
