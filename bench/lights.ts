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
/** Four short notes in two seconds, and silence between them: the same in both languages. */
const songs = {
  'lights.song': `song "Lights" { tempo 120bpm, meter 4/4 }
instrument tick = Synth { oscillator: sine, envelope.attack: 1ms, envelope.decay: 60ms, envelope.sustain: 0%, envelope.release: 10ms }
track low { instrument: tick }
section one 16 bars { low: "[a3 ~]*4" }
arrange one
`,
  'lights.song.ts': `import { mini, Synth, section, song, track } from 'codetta';

const tick = Synth({
  oscillator: 'sine',
  envelope: { attack: '1ms', decay: '60ms', sustain: '0%', release: '10ms' },
});
const low = track('low', { instrument: tick });
const one = section('one', '16 bars', { low: mini\`[a3 ~]*4\` });

export default song('Lights', { tempo: '120bpm', meter: '4/4' }).tracks(low).arrange(one);
`,
} as const;
type Name = keyof typeof songs;

const figures: Figure[] = [];
for (const name of Object.keys(songs) as Name[]) figures.push(await inStudio(name), await inVsCode(name));
tell(figures);

async function inStudio(name: Name): Promise<Figure> {
  const open = await openStudio(songs[name], undefined, name);
  try {
    const panel = open.page.frames().find((frame) => frame.url().endsWith('/panel'))!;
    await watchClock(panel);
    await watch(open.page, '#editor .view-lines', '.sounding');
    await open.panel.getByRole('button', { name: 'Play', exact: true }).click();
    await open.page.waitForTimeout(seconds * 1000);
    return await figure(`light after its note, Monaco, ${name}`, open.page, panel);
  } finally {
    await open.close();
    await endBrowser();
  }
}

async function inVsCode(name: Name): Promise<Figure> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-lights-'));
  fs.writeFileSync(path.join(folder, name), songs[name]);
  const vs = await openWorkbench({ folder });
  try {
    await vs.context.addInitScript(installRecorder);
    await vs.openFile(name);
    await vs.runCommand('Codetta: Open Panel');
    await vs.panelFrame().locator('.transport').waitFor();
    const panel = await panelOf(vs.page);
    await watchClock(panel);
    await watch(vs.page, '.editor-instance .view-overlays', '[class*="TextEditorDecorationType"]');
    await vs.panelFrame().getByRole('button', { name: 'Play', exact: true }).click();
    await vs.page.waitForTimeout(seconds * 1000);
    return await figure(`light after its note, VS Code, ${name}`, vs.page, panel);
  } finally {
    await vs.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function panelOf(page: Page): Promise<Frame> {
  for (const frame of page.frames())
    if (await frame.evaluate(() => document.querySelector('.transport') !== null).catch(() => false))
      return frame;
  throw new Error('no frame of the window is the panel');
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

/** A moment by the audio clock, in seconds, and by that of the machine, in milliseconds. */
type Clock = readonly [audio: number, machine: number];

/**
 * Notes where the audio clock stands, as the browser tells it: where the machine was too slow for the device, the
 * audio clock has stood still, so that one look is not enough.
 */
async function watchClock(panel: Frame): Promise<void> {
  await panel.evaluate(() => {
    const clocks: Clock[] = [];
    Object.assign(globalThis, { clocks });
    setInterval(() => {
      const told = globalThis.recorder.contexts.at(-1)?.getOutputTimestamp();
      if (told?.performanceTime)
        clocks.push([told.contextTime!, performance.timeOrigin + told.performanceTime]);
    }, 40);
  });
}

function timeOf(seconds: number, clocks: readonly Clock[]): number {
  const [audio, machine] = clocks.reduce((near, clock) =>
    Math.abs(clock[0] - seconds) < Math.abs(near[0] - seconds) ? clock : near,
  );
  return machine + (seconds - audio) * 1000;
}

async function figure(what: string, page: Page, panel: Frame): Promise<Figure> {
  const { lit, frames } = await page.evaluate(
    () => (globalThis as unknown as { lights: { lit: number[]; frames: number[] } }).lights,
  );
  const heard = await panel.evaluate(() => globalThis.recorder.heard());
  const clocks = await panel.evaluate(() => (globalThis as unknown as { clocks: Clock[] }).clocks);
  const onsets = heard.peaks.flatMap((peak, at) =>
    peak > 0.01 && heard.peaks.slice(Math.max(0, at - 20), at).every((before) => before < 0.005)
      ? [timeOf(heard.startSeconds + at * heard.secondsPerBlock, clocks)]
      : [],
  );
  const late = lit.flatMap((at) => {
    const near = onsets.toSorted((one, other) => Math.abs(one - at) - Math.abs(other - at))[0];
    return near !== undefined && Math.abs(near - at) < 250 ? [at - near] : [];
  });
  const frame = median(frames);
  const sorted = late.toSorted((one, other) => one - other);
  const middle = median(late);
  const [early = 0, worst = 0] = [0.05, 0.95].map((share) => sorted[Math.floor(late.length * share)]);
  return {
    what,
    ours: `${middle.toFixed(1)} ms, 95 of 100 within ${worst.toFixed(1)} ms, 5 before ${early.toFixed(1)} ms, of ${late.length}`,
    reference: `a frame: ${frame.toFixed(1)} ms`,
    ratio: `${(middle / frame).toFixed(2)} frames`,
    goal: { says: 'at most one frame', holds: late.length > 10 && worst <= frame },
  };
}
