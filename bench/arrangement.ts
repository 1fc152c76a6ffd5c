// The arrangement of an hour and 64 tracks, scrolled and zoomed by a hand: how long its frames take, beside
// those of a page of the same size in which nothing is drawn; and how many elements it has.
// Run: npm run bench -- arrangement

import { elementsIn, frameTimes } from '../test/panel/frame-times.ts';
import { hourOfMusic } from '../test/panel/songs.ts';
import { raiseStage } from '../test/panel/stage.ts';
import { median, tell } from './figures.ts';

const frames = 240;

const stage = await raiseStage();
try {
  const shown = await stage.open(hourOfMusic());
  const panel = shown.page.frames()[1]!;
  const empty = await stage.open();
  const still = await empty.page.frames()[1]!.evaluate(frameTimes, { frames, does: 'nothing' } as const);
  await empty.page.close();
  const zoomIn = shown.panel.getByRole('button', { name: 'Zoom in' });
  for (let step = 0; step < 9; step++) await zoomIn.click();
  const scrolled = await panel.evaluate(frameTimes, { frames, does: 'scroll' } as const);
  const zoomed = await panel.evaluate(frameTimes, { frames, does: 'zoom' } as const);
  const elements = await panel.evaluate(elementsIn, '.arrangement');
  const figure = (what: string, times: readonly number[]) => ({
    what: `frames of an hour of 64 tracks, ${what}`,
    ours: `median ${median(times).toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} ms`,
    reference: `an empty page: median ${median(still).toFixed(1)} ms`,
    ratio: `${(median(times) / median(still)).toFixed(1)} x`,
  });
  tell([
    figure('scrolled', scrolled),
    figure('zoomed', zoomed),
    {
      what: 'elements of the arrangement',
      ours: `${elements}`,
      reference: '14,400 cells in the song',
      ratio: `${(elements / 14_400).toFixed(3)} x`,
      goal: { says: 'fewer than 1,500', holds: elements < 1500 },
    },
  ]);
} finally {
  await stage.close();
}
