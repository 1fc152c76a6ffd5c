// The studio in a real browser, on a song in a folder of its own, and words for what the tests do there.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core';
import { type Studio, startStudio } from '../../src/studio/server.ts';
import { type Heard, installRecorder } from '../panel/recorder.ts';
import { launchOptions } from '../tools/chromium.mjs';

/** Bars of a second, in which nothing sounds yet. */
export const twoBars = `song "Two Bars" {
  tempo 240bpm
  meter 4/4
  key A minor
}

instrument tone = MonoSynth { envelope.release: 10ms }
instrument kick = MembraneSynth

track lead  { instrument: tone, level: -6dB }
track drums { instrument: kick, level: -9dB }

section loop 32 bars { lead: "~", drums: "~" }
arrange loop
`;

export interface OpenStudio {
  readonly studio: Studio;
  readonly page: Page;
  readonly panel: FrameLocator;
  readonly folder: string;
  /** The song on the disk. */
  readonly file: string;
  /** Errors of the page's console, and what was thrown there. */
  readonly errors: readonly string[];
  onDisk(): string;
  /** The text in the editor, as far as it is in view. */
  text(): Promise<string>;
  /** Puts the cursor at the first `words` of the text, behind them. */
  putBehind(words: string): Promise<void>;
  /** Types `by` in the place of the first `words`. */
  replace(words: string, by: string): Promise<void>;
  heard(): Promise<Heard>;
  /** The audio clock, in seconds. */
  clock(): Promise<number>;
  message(): Promise<string>;
  close(): Promise<void>;
}

let browser: Promise<Browser> | undefined;

export const endBrowser = async (): Promise<void> => {
  const started = browser;
  browser = undefined;
  await (await started)?.close();
};

export async function openStudio(
  text = twoBars,
  size = { width: 1400, height: 900 },
  name = 'two-bars.song',
): Promise<OpenStudio> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-studio-'));
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  const studio = await startStudio({ file });
  browser ??= chromium.launch(launchOptions());
  const context = await (await browser).newContext({ viewport: size, colorScheme: 'dark' });
  await context.addInitScript(installRecorder);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto(studio.url);
  const panel = page.frameLocator('#panel');
  await panel.locator('.transport').waitFor();
  const inPanel = () => page.frames().find((frame) => frame.url().endsWith('/panel'))!;
  const lines = page.locator('#editor .view-lines');
  const putBehind = async (words: string): Promise<void> => {
    const shown = await readLines(page);
    const at = shown.indexOf(words);
    if (at < 0) throw new Error(`"${words}" is not in view:\n${shown}`);
    const before = shown.slice(0, at + words.length).split('\n');
    await lines.click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Control+Home');
    for (let line = 1; line < before.length; line++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await page.keyboard.press('Home');
    // The first Home goes to the first letter, the second to the margin, or back: look where it is.
    const column = Number((await page.locator('#place').innerText()).match(/column (\d+)/)![1]);
    for (let step = column - 1; step < before.at(-1)!.length; step++) await page.keyboard.press('ArrowRight');
    for (let step = column - 1; step > before.at(-1)!.length; step--) await page.keyboard.press('ArrowLeft');
  };
  return {
    studio,
    page,
    panel,
    folder,
    file,
    errors,
    putBehind,
    onDisk: () => fs.readFileSync(file, 'utf8'),
    text: () => readLines(page),
    async replace(words, by) {
      await putBehind(words);
      for (const _ of words) await page.keyboard.press('Shift+ArrowLeft');
      await page.keyboard.insertText(by);
    },
    heard: () => inPanel().evaluate(() => globalThis.recorder.heard()),
    clock: () => inPanel().evaluate(() => globalThis.recorder.contexts.at(-1)!.currentTime),
    message: () => page.locator('#message').innerText(),
    async close() {
      await context.close();
      await studio.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Monaco's lines in the order they are seen, without its hints; its blanks are not the keyboard's. */
function readLines(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#editor .view-line')]
      .sort(
        (one, other) =>
          one.offsetTop - other.offsetTop ||
          Number.parseFloat(one.style.top) - Number.parseFloat(other.style.top),
      )
      .map((line) => {
        const text = line.cloneNode(true) as HTMLElement;
        // Hints stand in the line, but in no text; each has a style rule of its own.
        for (const hint of text.querySelectorAll('[class*="dyn-rule"]')) hint.remove();
        return (text.textContent ?? '').replaceAll('\u00a0', ' ');
      })
      .join('\n'),
  );
}
