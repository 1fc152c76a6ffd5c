// One window of VS Code with a song in its editor, in words for what a performer does there.

import assert from 'node:assert/strict';
import type { Frame, Locator, Page } from 'playwright-core';
import type { Heard } from '../panel/recorder.ts';
import { eventually } from '../tools/eventually.ts';

export interface SongWindow {
  readonly page: Page;
  /** The text in the editor, as far as it is in view. */
  text(): Promise<string>;
  /** Gives the text the keyboard, its cursor behind the first `words`. */
  putBehind(words: string): Promise<void>;
  /** Types `by` in the place of the first `words`. */
  replace(words: string, by: string): Promise<void>;
  /** Takes back what was done since the file was opened, to the `text` that it had then. */
  undoTo(text: string): Promise<void>;
  /** Gives the text the keyboard. */
  focus(): Promise<void>;
  /** Presses keys, one after another. */
  press(...keys: readonly string[]): Promise<void>;
  /** Whether the text differs from the file. */
  isDirty(): Promise<boolean>;
  /** What the item in the status bar says. */
  status(): Promise<string>;
  /** A lens over the text. */
  lens(words: string): Locator;
  panel(): Promise<Frame>;
  stage(): Promise<Frame>;
  /** What came out of the panel since it began to sound. Needs the recorder as the context's script. */
  heard(): Promise<Heard>;
  /** Waits for sound, or for none, at the end of what was heard. */
  sounds(loud: boolean): Promise<void>;
}

/** Blocks that are looked at: about a quarter of a second. */
const lastBlocks = 96;

export function songWindow(page: Page): SongWindow {
  const input = page
    .locator('.editor-group-container .monaco-editor .inputarea, .native-edit-context')
    .first();
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const putBehind = async (words: string): Promise<void> => {
    const text = await readLines(page);
    const at = text.indexOf(words);
    assert.ok(at >= 0, `"${words}" is not in view:\n${text}`);
    const before = text.slice(0, at + words.length).split('\n');
    await input.focus();
    await press('Control+g');
    const where = page.locator('.quick-input-widget .quick-input-filter input');
    await where.fill(`:${before.length}:${before.at(-1)!.length + 1}`);
    await where.press('Enter');
    await where.waitFor({ state: 'hidden' });
    await input.focus();
  };
  const heard = async (): Promise<Heard> =>
    (await frameWith(page, '.transport')).evaluate(() => globalThis.recorder.heard());
  return {
    page,
    text: () => readLines(page),
    putBehind,
    focus: () => input.focus(),
    async undoTo(text) {
      await input.focus();
      // The text may be the same on the way: all is taken back when nothing is left to save.
      await eventually('the text as it was', async () => {
        if ((await page.locator('.tab.active.dirty').count()) === 0) return true;
        await press('Control+z');
        return false;
      });
      await eventually('its lines', async () => (await readLines(page)).trim() === text.trim());
    },
    press,
    async replace(words, by) {
      await putBehind(words);
      for (const _ of words) await press('Shift+ArrowLeft');
      await page.keyboard.insertText(by);
    },
    isDirty: async () => (await page.locator('.tab.active.dirty').count()) > 0,
    status: () => page.locator('[id$="codetta.song"]').first().innerText(),
    lens: (words) => page.locator('.codelens-decoration a', { hasText: words }),
    panel: () => frameWith(page, '.transport'),
    stage: () => frameWith(page, '#stage #lines'),
    heard,
    sounds: async (loud) => {
      await eventually(loud ? 'sound' : 'silence', async () => {
        const { peaks } = await heard();
        return peaks.length > lastBlocks && Math.max(...peaks.slice(-lastBlocks)) > 0.001 === loud;
      });
    },
  };
}

/** The frame of a webview, by what stands in it. */
async function frameWith(page: Page, selector: string): Promise<Frame> {
  return eventually(selector, async () => {
    for (const frame of page.frames())
      if (await frame.evaluate((what) => !!document.querySelector(what), selector).catch(() => false))
        return frame;
    return undefined;
  });
}

/**
 * Lines of the first editor in the order they are seen, without hints; their blanks are not the keyboard's. A second window
 * on a folder may bring the columns of the first along, and the same song in two of them.
 */
function readLines(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...(document.querySelector('.editor-instance')?.querySelectorAll<HTMLElement>('.view-line') ?? [])]
      .sort((one, other) => Number.parseFloat(one.style.top) - Number.parseFloat(other.style.top))
      .map((line) => {
        const text = line.cloneNode(true) as HTMLElement;
        for (const hint of text.querySelectorAll('[class*="dyn-rule"]')) hint.remove();
        return (text.textContent ?? '').replaceAll('\u00a0', ' ');
      })
      .join('\n'),
  );
}
