// A VS Code workbench in a headless browser, driven from outside: for what can only be seen (the
// panel, the palette, squiggles, Restricted Mode). Each opening is a fresh browser context on a fresh
// copy of its folder; servers and the browser are shared, and end a moment after the last one closes.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type FrameLocator, type Page } from 'playwright-core';
import { inRoot } from '../../../src/build/root.mjs';
import { launchOptions } from '../chromium.mjs';
import { startServer } from './server.mjs';

export interface WorkbenchOptions {
  /** The fixture folder; the workbench opens a fresh copy of it. */
  readonly folder: string;
  /** The extension in development; default: this project. `false`: none, as for an installed .vsix. */
  readonly extension?: string | false;
  /** A file to open, relative to the folder. */
  readonly file?: string;
  /** The user's settings, over the quiet ones. One server has one set: the latest opening's. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** false: Restricted Mode. Default: trusted. */
  readonly trust?: boolean;
  /** A .vsix that is installed before the server starts. */
  readonly vsix?: string;
  /** More flags for the browser, as for a fake microphone. */
  readonly browserArgs?: readonly string[];
}

export interface Workbench {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The fresh copy of the folder, on this disk. */
  readonly folder: string;
  /** What the window said on its console, and errors that nobody caught: `error: ...`. */
  readonly said: readonly string[];
  /** The document inside the newest webview. */
  panelFrame(): FrameLocator;
  /** Runs a command by its title in the palette, as `Codetta: Open Panel`. */
  runCommand(title: string): Promise<void>;
  /** Opens a file of the folder, as from the command line. Waits for its editor. */
  openFile(file: string): Promise<void>;
  /** As `openFile`, in another window. */
  openFileIn(page: Page, file: string): Promise<void>;
  screenshot(file: string): Promise<void>;
  /** Text of the logs of the extension hosts of this server, by file name: extensions' own output too. */
  logs(): ReadonlyMap<string, string>;
  /** Another window on the same folder, in the same browser context. */
  secondWindow(): Promise<Page>;
  /** Reloads the window, and waits until it stands again. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

type Server = Awaited<ReturnType<typeof startServer>>;

const servers = new Map<string, Promise<Server>>();
const browsers = new Map<string, Promise<Browser>>();
let openCount = 0;
let idle: NodeJS.Timeout | undefined;

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  clearTimeout(idle);
  openCount++;
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-workbench-'));
  try {
    return await open(options, scratch);
  } catch (error) {
    letGo(scratch);
    throw error;
  }
}

async function open(options: WorkbenchOptions, scratch: string): Promise<Workbench> {
  const { trust = true, vsix, file, settings = {}, browserArgs = [] } = options;
  const extension = options.extension === false ? undefined : path.resolve(options.extension ?? inRoot('.'));
  const folder = path.join(scratch, path.basename(path.resolve(options.folder)));
  fs.cpSync(options.folder, folder, { recursive: true });
  const server = await shared(servers, JSON.stringify({ trust, vsix }), () =>
    startServer({ trust, ...(vsix ? { vsix } : {}) }),
  );
  const browser = await shared(browsers, browserArgs.join(' '), () =>
    chromium.launch(launchOptions({ args: [...browserArgs] })),
  );
  server.writeSettings(settings);
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const said: string[] = [];
  context.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  context.on('weberror', (error) => said.push(`error: ${error.error()}`));
  const url = server.pageUrl({
    folder,
    ...(extension ? { extension } : {}),
    ...(file ? { file: path.join(folder, file) } : {}),
  });
  const page = await openWindow(context, url);
  let closed = false;
  return {
    page,
    context,
    folder,
    said,
    panelFrame: () =>
      page.locator('iframe.webview').last().contentFrame().locator('iframe#active-frame').contentFrame(),
    runCommand: (title) => runCommand(page, title),
    openFile: (name) => openFile(page, name),
    openFileIn: openFile,
    screenshot: async (to) => {
      fs.mkdirSync(path.dirname(path.resolve(to)), { recursive: true });
      await page.screenshot({ path: to });
    },
    logs: () => readLogs(path.join(server.data, 'logs')),
    secondWindow: () => openWindow(context, url),
    reload: async () => {
      await page.reload();
      await restored(page);
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await context.close().catch(() => {});
      letGo(scratch);
    },
  };
}

async function openWindow(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await restored(page);
  return page;
}

async function restored(page: Page): Promise<void> {
  await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
  await page.waitForFunction(() => 'driver' in window, undefined, { timeout: 60_000 });
  await page.evaluate(() =>
    (
      window as unknown as { driver: { whenWorkbenchRestored(): Promise<void> } }
    ).driver.whenWorkbenchRestored(),
  );
}

// The palette does not refresh when it was opened before the extension registered its commands:
// it is closed and opened again until the row is there.
async function runCommand(page: Page, title: string): Promise<void> {
  const input = page.locator('.quick-input-widget .quick-input-filter input');
  const rows = page.locator('.quick-input-widget .quick-input-list .monaco-list-row');
  const row = rows
    .filter({
      has: page.locator('.label-name').filter({ hasText: new RegExp(`^\\s*${literal(title)}\\s*$`) }),
    })
    .first();
  const until = Date.now() + 30_000;
  for (;;) {
    await page.keyboard.press('F1');
    await input.waitFor({ state: 'visible', timeout: 10_000 });
    await input.fill(`>${title}`);
    const there = await row.waitFor({ state: 'visible', timeout: 1500 }).then(
      () => true,
      () => false,
    );
    if (there) break;
    const shown = await rows.allInnerTexts();
    await page.keyboard.press('Escape');
    await input.waitFor({ state: 'hidden', timeout: 10_000 });
    if (Date.now() > until)
      throw new Error(
        `The palette has no command "${title}"; it shows: ${shown.slice(0, 5).join(' | ').replaceAll('\n', ' ')}`,
      );
  }
  await row.click();
}

async function openFile(page: Page, name: string): Promise<void> {
  const input = page.locator('.quick-input-widget .quick-input-filter input');
  await page.keyboard.press('F1');
  await input.waitFor({ state: 'visible', timeout: 10_000 });
  await input.fill(name);
  await page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ hasText: path.basename(name) })
    .first()
    .click();
  await page
    .locator(`.editor-group-container.active .tab.active[data-resource-name="${path.basename(name)}"]`)
    .waitFor({ timeout: 10_000 });
}

function readLogs(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!fs.existsSync(folder)) return found;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && entry.name.endsWith('.log'))
      found.set(path.relative(folder, file), fs.readFileSync(file, 'utf8'));
  }
  return found;
}

async function shared<T>(pool: Map<string, Promise<T>>, key: string, start: () => Promise<T>): Promise<T> {
  const started = pool.get(key) ?? start();
  pool.set(key, started);
  try {
    return await started;
  } catch (error) {
    pool.delete(key);
    throw error;
  }
}

function letGo(scratch: string): void {
  fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  openCount--;
  // The next suite opens at once; only after the last one do the browser and the servers end.
  if (openCount === 0) idle = setTimeout(() => void endShared(), 1500);
}

async function endShared(): Promise<void> {
  const [wereBrowsers, wereServers] = [[...browsers.values()], [...servers.values()]];
  browsers.clear();
  servers.clear();
  for (const browser of wereBrowsers) await (await browser).close().catch(() => {});
  for (const server of wereServers) (await server).stop();
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
