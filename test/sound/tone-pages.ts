// Tone.js in headless Chromium: a fresh page for each render, chance seeded before Tone loads.

import path from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { launchOptions } from '../tools/chromium.mjs';

const root = path.resolve(import.meta.dirname, '../..');
// Worklets need a secure context: an address of this machine is one, and nothing is fetched from it.
const address = 'http://localhost/';

/** A browser for one suite. */
export class TonePages {
  readonly #browser: Browser;
  readonly #script: string;

  private constructor(browser: Browser, script: string) {
    this.#browser = browser;
    this.#script = script;
  }

  static async open(): Promise<TonePages> {
    const bundle = await build({
      stdin: { contents: `export * from 'tone';`, resolveDir: root },
      bundle: true,
      format: 'iife',
      globalName: 'Tone',
      write: false,
      logLevel: 'error',
    });
    return new TonePages(await chromium.launch(launchOptions()), bundle.outputFiles[0]!.text);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  /** A page that has Tone as its global `Tone`, closed behind `use`. */
  async withPage<Result>(use: (page: Page) => Promise<Result>): Promise<Result> {
    const page = await this.#browser.newPage();
    try {
      await page.addInitScript(seedChance);
      await page.route('**/*', (route) =>
        route.request().url() === address
          ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Tone</title>' })
          : route.continue(),
      );
      await page.goto(address);
      await page.addScriptTag({ content: this.#script });
      return await use(page);
    } finally {
      await page.close();
    }
  }
}

/** Puts a value into Tone's nesting of options. */
export function placeOption(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first, ...rest] = path;
  if (rest.length === 0) {
    into[first!] = value;
    return;
  }
  into[first!] ??= {};
  placeOption(into[first!] as Record<string, unknown>, rest, value);
}

/** A small generator in place of Math.random, so that Tone's noise is the same in every run. */
function seedChance(): void {
  let state = 12345;
  Math.random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
