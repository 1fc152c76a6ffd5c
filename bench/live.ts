// Live playing under a page that is blocked one second in every three, for a minute: the blocks that the
// audio thread was not given, the device's underruns, the notes that came late, the holes in what came out.
// Beside it a second page, framed and blocked alike, whose audio thread does nothing but hand out silence:
// what that one loses is the machine's and the browser's doing.
// Run: npm run bench -- live, or node bench/live.ts [seconds]

import fs from 'node:fs';
import { inRoot } from '../src/build/root.mjs';
import { latencyHint } from '../src/engine/live/opening.ts';
import { longestHole, raiseStage, type Shown } from '../test/panel/stage.ts';
import { startBare } from './bare-context.ts';
import { type Figure, tell } from './figures.ts';

const seconds = Number(process.argv[2]) || 60;
/** A hole that is heard as one: longer than the rests of the song's drums. */
const longestRest = 0.1;

const stage = await raiseStage();
try {
  const shown = await stage.open(fs.readFileSync(inRoot('samples/night-drive.song'), 'utf8'));
  // From the first verse on, so that a drum is heard all the time.
  await shown.send({ type: 'playFrom', bar: 8 });
  await shown.panel.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  const bare = await stage.open();
  await bare.page.frames()[1]!.evaluate(startBare, latencyHint);
  await shown.page.waitForTimeout(1000);
  const from = await shown.clock();
  const before = [await shown.underruns(), await bare.underruns()] as const;
  for (let round = 0; round < Math.round(seconds / 3); round++) {
    await Promise.all([block(shown), block(bare)]);
    await shown.page.waitForTimeout(2000);
  }
  const to = await shown.clock();
  const after = [await shown.underruns(), await bare.underruns()] as const;
  const [gaps, late, broken] = await Promise.all(
    (['gaps', 'lateEvents', 'notANumber'] as const).map((name) => shown.count(name)),
  );
  const hole = longestHole(await shown.heard(), from, to);
  const whole = to - from > seconds * 0.95 && broken === 0;
  tell([
    {
      what: `live, page blocked 1 s in 3, ${(to - from).toFixed(0)} s`,
      ours: `${late} notes late, ${gaps} blocks missed, longest hole ${(hole * 1000).toFixed(0)} ms`,
      reference: '',
      ratio: '',
      goal: { says: 'none', holds: whole && late === 0 && gaps === 0 && hole <= longestRest },
    },
    underrunFigure(lost(before[0], after[0]), lost(before[1], after[1])),
  ]);
} finally {
  await stage.close();
}

/** The browser's own count of the device; older ones don't keep it. */
function underrunFigure(ours: number | undefined, bare: number | undefined): Figure {
  const what = 'underruns of the device meanwhile';
  if (ours === undefined || bare === undefined)
    return { what, ours: 'not counted by this browser', reference: '', ratio: '' };
  return {
    what,
    ours: `${ours}`,
    reference: `an empty worklet: ${bare}`,
    ratio: `${Math.max(0, ours - bare)} more`,
    goal: { says: 'none, or no more than the empty one', holds: ours <= bare },
  };
}

function lost(before: number | undefined, after: number | undefined): number | undefined {
  return before === undefined || after === undefined ? undefined : after - before;
}

function block(page: Shown): Promise<void> {
  return page.host(() => {
    const end = Date.now() + 1000;
    while (Date.now() < end);
  });
}
