// What a person's hand does in the panel, and what the host gets of it: drags by so many pixels, and the intents that
// came, waited for and counted.

import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Gesture } from '../../src/protocol/gestures.ts';
import type { FromPanel } from '../../src/protocol/panel.ts';
import { eventually } from '../tools/eventually.ts';
import type { Shown } from './stage.ts';

type SetValue = Extract<FromPanel, { type: 'set' }>;

/** Drags a thing by its middle. */
export async function drag(shown: Shown, thing: Locator, right: number, down: number): Promise<void> {
  await thing.scrollIntoViewIfNeeded();
  const box = (await thing.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const { mouse } = shown.page;
  await mouse.move(x, y);
  await mouse.down();
  for (let step = 1; step <= 8; step++) await mouse.move(x + (right * step) / 8, y + (down * step) / 8);
  await mouse.up();
}

/** Types into a field, and Enter. */
export async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
}

/** All values that came so far, which are so many: one more would have come by then. */
export async function values(shown: Shown, count: number): Promise<readonly SetValue[]> {
  return counted(`${count} values`, shown, count, () => shown.received('set'));
}

/** The same as text: `tone.pan 20% left`. */
export async function sets(shown: Shown, count: number): Promise<readonly string[]> {
  return (await values(shown, count)).map(({ path, value }) => `${path} ${value}`);
}

/** All gestures that came so far, which are so many. */
export async function gestures(shown: Shown, count: number): Promise<readonly Gesture[]> {
  return counted(`${count} gestures`, shown, count, async () =>
    (await shown.received('gesture')).map(({ gesture }) => gesture),
  );
}

async function counted<One>(
  what: string,
  shown: Shown,
  count: number,
  read: () => Promise<readonly One[]>,
): Promise<readonly One[]> {
  await eventually(what, async () => (await read()).length >= count, read);
  await shown.settled();
  const all = await read();
  assert.equal(all.length, count, JSON.stringify(all));
  return all;
}
