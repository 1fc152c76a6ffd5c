// How late a token lights up after its note is heard: in Monaco (the studio) and in VS Code. The note's time is that of
// the recorded sound by the audio clock, brought to the page's clock by the browser itself; the light's is when the
// editor's line changes. Beside it the length of a frame of the same page.
// Run: npm run bench -- lights

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { installRecorder } from '../test/panel/recorder.ts';
import { endBrowser, openStudio } from '../test/studio/studio-page.ts';
import { openWorkbench } from '../test/tools/vscode/workbench.ts';
import { type Figure, median, tell } from './figures.ts';

const seconds = 12;
/** Two short notes a second, and silence between them. */
const song = `song "Lights" { tempo 120bpm, meter 4/4 }
instrument tick = Synth { oscillator: sine, envelope.attack: 1ms, envelope.decay: 60ms, envelope.sustain: 0%, envelope.release: 10ms }
track low { instrument: tick }
section one 16 bars { low: "[a3 ~]*4" }
arrange one
`;

tell([await inStudio(), await inVsCode()]);

async function inStudio(): Promise<Figure> {
  const open = await openStudio(song, undefined, 'lights.song');
  try {
    const panel = open.page.frames().find((frame) => frame.url().endsWith('/panel'))!;
    await watch(open.page, '#editor .view-lines', '.sounding');
    await open.panel.getByRole('button', { name: 'Play', exact: true }).click();
    await open.page.waitForTimeout(seconds * 1000);
    return await figure('light after its note, Monaco', open.page, panel);
  } finally {
    await open.close();
    await endBrowser();
  }
}

async function inVsCode(): Promise<Figure> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-lights-'));
  fs.writeFileSync(path.join(folder, 'lights.song'), song);
  const vs = await openWorkbench({ folder });
  try {
    await vs.context.addInitScript(installRecorder);
    await vs.openFile('lights.song');
    await vs.runCommand('Codetta: Open Panel');
    await vs.panelFrame().locator('.transport').waitFor();
    await watch(vs.page, '.editor-instance .view-lines', '[class*="TextEditorDecorationType"]');
    await vs.panelFrame().getByRole('button', { name: 'Play', exact: true }).click();
    await vs.page.waitForTimeout(seconds * 1000);
    const panel = await frameWithSound(vs.page);
    return await figure('light after its note, VS Code', vs.page, panel);
  } finally {
    await vs.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function frameWithSound(page: Page): Promise<Frame> {
  for (const frame of page.frames())
    if (await frame.evaluate(() => (globalThis.recorder?.contexts.length ?? 0) > 0).catch(() => false))
      return frame;
  throw new Error('no frame of the window made a sound');
}

/** Notes when a light goes on, and how long frames are, in milliseconds of the machine's clock. */
async function watch(page: Page, lines: string, light: string): Promise<void> {
  await page.evaluate(
    ([lines, light]) => {
      const found = { lit: [] as number[], frames: [] as number[] };
      Object.assign(globalThis, { lights: found });
      const place = document.querySelector(lines)!;
      let was = false;
      new MutationObserver(() => {
        const is = place.querySelector(light) !== null;
        if (is && !was) found.lit.push(performance.timeOrigin + performance.now());
        was = is;
      }).observe(place, { subtree: true, childList: true, attributes: true });
      let last = 0;
      const frame = (now: number): void => {
        if (last > 0) found.frames.push(now - last);
        last = now;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    },
    [lines, light] as const,
  );
}

async function figure(what: string, page: Page, panel: Frame): Promise<Figure> {
  const { lit, frames } = await page.evaluate(
    () => (globalThis as unknown as { lights: { lit: number[]; frames: number[] } }).lights,
  );
  const heard = await panel.evaluate(() => globalThis.recorder.heard());
  // What the browser says of where its clock stands against the page's.
  const offset = await panel.evaluate(() => {
    const { contextTime, performanceTime } = globalThis.recorder.contexts.at(-1)!.getOutputTimestamp();
    return performance.timeOrigin + performanceTime! - contextTime! * 1000;
  });
  const onsets = heard.peaks.flatMap((peak, at) =>
    peak > 0.01 && heard.peaks.slice(Math.max(0, at - 20), at).every((before) => before < 0.005)
      ? [(heard.startSeconds + at * heard.secondsPerBlock) * 1000 + offset]
      : [],
  );
  const late = lit.flatMap((at) => {
    const near = onsets.toSorted((one, other) => Math.abs(one - at) - Math.abs(other - at))[0];
    return near !== undefined && Math.abs(near - at) < 250 ? [at - near] : [];
  });
  const frame = median(frames);
  const [middle, worst] = [
    median(late),
    late.toSorted((one, other) => one - other)[Math.floor(late.length * 0.95)] ?? 0,
  ];
  return {
    what,
    ours: `${middle.toFixed(1)} ms, 95 of 100 within ${worst.toFixed(1)} ms, of ${late.length}`,
    reference: `a frame: ${frame.toFixed(1)} ms`,
    ratio: `${(middle / frame).toFixed(2)} frames`,
    goal: { says: 'at most one frame', holds: late.length > 10 && middle <= frame },
  };
}
