// The arrangement of a long song: only what is seen is there, zoomed and scrolled by hand and by keys, and
// its gestures and its grid work wherever it is scrolled to.

import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import type { Gesture } from '../../src/protocol/gestures.ts';
import { eventually } from '../tools/eventually.ts';
import { gestures } from './hand.ts';
import { hourOfMusic } from './songs.ts';
import { raiseStage, type Shown, type Stage } from './stage.ts';

suite('the arrangement of an hour', () => {
  let stage: Stage;
  let shown: Shown;
  suiteSetup(async () => {
    stage = await raiseStage();
    shown = await stage.open(hourOfMusic());
  });
  suiteTeardown(() => stage?.close());

  const inPanel = () => shown.page.frames()[1]!;
  const grid = () => shown.panel.getByRole('grid', { name: 'Sections and tracks' });
  const zoomIn = () => shown.panel.getByRole('button', { name: 'Zoom in' });
  const scroll = (left: number, top = 0) =>
    inPanel().evaluate(([left, top]) => document.querySelector('.arrangement-scroll')!.scrollTo(left, top), [
      left,
      top,
    ] as const);
  const scrolled = () => inPanel().evaluate(() => document.querySelector('.arrangement-scroll')!.scrollLeft);
  const nodes = () => inPanel().evaluate(() => document.querySelectorAll('.arrangement *').length);
  const active = () =>
    grid().evaluate((element) => {
      const id = element.getAttribute('aria-activedescendant')!;
      const cell = document.getElementById(id)!;
      return cell.querySelector('[aria-label]')?.getAttribute('aria-label') ?? cell.textContent;
    });

  test('has few nodes in the page, at whatever zoom and wherever it is scrolled', async () => {
    const counts: number[] = [await nodes()];
    for (const press of [4, 4, 4]) {
      for (let step = 0; step < press; step++) await zoomIn().click();
      for (const left of [0, 4000, 20_000]) {
        await scroll(left, 300);
        await shown.settled();
        counts.push(await nodes());
      }
    }
    await shown.panel.getByRole('button', { name: 'Show the whole song' }).click();
    assert.ok(Math.max(...counts) < 1500, `nodes: ${counts}`);
    assert.equal(await grid().getAttribute('aria-rowcount'), '65');
    assert.equal(await grid().getAttribute('aria-colcount'), '226');
    assert.deepEqual(shown.errors, []);
  });

  test('goes on to the last bar and the last track', async () => {
    for (let step = 0; step < 12; step++) await zoomIn().click();
    await grid().focus();
    await grid().press('Control+End');
    await eventually(
      'the last cell',
      async () => /^t63, s4 45 of 45, bars 1793 to 1800, /.test((await active())!),
      active,
    );
    const last = shown.panel.getByRole('columnheader', { name: /^s4 45 of 45/ });
    await eventually('the last section', async () => {
      const box = await last.boundingBox();
      return box !== null && box.x < 1100 && box.x + box.width > 100;
    });
    assert.ok(await shown.panel.getByRole('rowheader', { name: 't63' }).isVisible());
    await grid().press('Enter');
    await shown.panel.locator('.clock-bar').getByText('1793', { exact: true }).waitFor();
    await grid().press('0');
  });

  test('zooms around what the wheel points at', async () => {
    await shown.panel.getByRole('button', { name: 'Back to the start' }).click();
    const lanes = (await shown.panel.locator('.arrangement-scroll').boundingBox())!;
    const x = lanes.x + lanes.width * 0.6;
    const y = lanes.y + 100;
    const barAt = () =>
      inPanel().evaluate((x) => {
        const box = document.querySelector('.lanes')!.getBoundingClientRect();
        return ((x - box.left) / box.width) * 1800;
      }, x);
    const before = await barAt();
    await shown.page.mouse.move(x, y);
    await shown.page.keyboard.down('Control');
    for (let turn = 0; turn < 8; turn++) await shown.page.mouse.wheel(0, -240);
    await shown.page.keyboard.up('Control');
    await eventually('a wider song', async () => (await scrolled()) > 1000, scrolled);
    await shown.settled();
    assert.ok(Math.abs((await barAt()) - before) < 2, `bar ${before} became ${await barAt()}`);
  });

  test('a section is dragged, stretched and gone to where the view is scrolled', async () => {
    await shown.panel.getByRole('button', { name: 'Show the whole song' }).click();
    for (let step = 0; step < 9; step++) await zoomIn().click();
    await scroll(await inPanel().evaluate(() => document.querySelector('.lanes')!.clientWidth / 2));
    await shown.settled();
    const heads = shown.panel.locator('.section-name');
    const seen = async (): Promise<number> => {
      for (let index = 0; index < (await heads.count()); index++)
        if ((await heads.nth(index).boundingBox())!.x > 200) return index;
      throw new Error('no section in view');
    };
    const first = heads.nth(await seen());
    const next = heads.nth((await seen()) + 1);
    const [, name, bar] = /^(s\d+) .*bar (\d+),/.exec((await first.getAttribute('aria-label'))!)!;
    const [here, there] = [(await first.boundingBox())!, (await next.boundingBox())!];
    const y = here.y + here.height / 2;
    const { mouse } = shown.page;
    await mouse.click(here.x + here.width / 2, y);
    await shown.panel.locator('.clock-bar').getByText(bar!, { exact: true }).waitFor();
    await mouse.move(here.x + here.width - 3, y);
    await mouse.down();
    await mouse.move(here.x + here.width - 3 + here.width / 4, y, { steps: 4 });
    await mouse.up();
    const [resized] = await gestures(shown, 1);
    assert.deepEqual(resized, { do: 'resize', section: name, bars: 10 });
    await mouse.move(here.x + 12, y);
    await mouse.down();
    await mouse.move(there.x + there.width - 4, y, { steps: 6 });
    await mouse.up();
    const [, moved] = await gestures(shown, 2);
    assert.equal(moved?.do, 'rearrange');
  });

  test('by keys alone: longer, later, once more, again, out, and looped', async () => {
    const before = (await gestures(shown, 2)).length;
    await grid().focus();
    await grid().press('Control+Home');
    await eventually('the first section', async () => /^s0 1 of 45/.test((await active())!), active);
    for (const key of ['Shift+ArrowRight', 'Alt+ArrowRight', 'Alt+ArrowUp', 'd', 'Delete'])
      await grid().press(key);
    const [longer, later, more, again, out] = (await gestures(shown, before + 5)).slice(before);
    const words = (gesture: Gesture | undefined): string =>
      gesture?.do === 'rearrange'
        ? gesture.placements
            .slice(0, 3)
            .map(({ section, repeats }) => `${section}*${repeats}`)
            .join(' ')
        : JSON.stringify(gesture);
    assert.deepEqual(longer, { do: 'resize', section: 's0', bars: 9 });
    assert.equal(words(later), 's1*1 s0*1 s2*1');
    assert.equal(words(more), 's0*2 s1*1 s2*1');
    assert.equal(words(again), 's0*1 s0*1 s1*1');
    assert.equal(words(out), 's1*1 s2*1 s3*1');
    await grid().press('ArrowRight');
    await grid().press('l');
    await shown.panel.getByRole('button', { name: 'End the loop' }).click();
  });

  test('names a cell with its track, its section, its bars and what plays there', async () => {
    await grid().focus();
    await grid().press('Control+Home');
    await grid().press('ArrowDown');
    await eventually(
      'the cell',
      async () => (await active()) === 't0, s0 1 of 45, bars 1 to 8, 24 notes',
      active,
    );
    await grid().press('ArrowLeft');
    assert.equal(await active(), 't0');
    await grid().press('Enter');
    await shown.page.waitForFunction(() => globalThis.host.of('reveal').length > 0);
  });

  test('the view follows the playhead, and lets the hand look elsewhere', async () => {
    await shown.panel.getByRole('button', { name: 'Back to the start' }).click();
    await shown.panel.getByRole('button', { name: 'Show the whole song' }).click();
    for (let step = 0; step < 14; step++) await zoomIn().click();
    await shown.send({ type: 'playFrom', bar: 900 });
    const isSeen = () =>
      inPanel().evaluate(() => {
        const view = document.querySelector('.arrangement-scroll')!.getBoundingClientRect();
        const { left } = document.querySelector('.playhead')!.getBoundingClientRect();
        return left >= view.left && left <= view.right;
      });
    await eventually('the playhead', isSeen);
    await shown.panel.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await scroll(0);
    await shown.listen(1);
    assert.equal(await scrolled(), 0, 'it stays where the hand put it');
    await shown.panel.getByRole('button', { name: 'Stop' }).click();
  });
});
