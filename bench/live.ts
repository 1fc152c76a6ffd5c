// Live playing under a page that is blocked one second in every three, for a minute: counts the blocks
// that the audio thread was not given, the device's underruns, the notes that came late, and the holes in what came out.
// Prints one line; ends with 1 where anything was lost. Run: node bench/live.ts [seconds]

import fs from 'node:fs';
import { inRoot } from '../src/build/root.mjs';
import { longestHole, raiseStage } from '../test/panel/stage.ts';

const seconds = Number(process.argv.at(-1)) || 60;
const stage = await raiseStage();
try {
  const shown = await stage.open(fs.readFileSync(inRoot('samples/night-drive.song'), 'utf8'));
  // From the first verse on, so that a drum is heard all the time.
  await shown.send({ type: 'playFrom', bar: 8 });
  await shown.panel.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  await shown.page.waitForTimeout(1000);
  const from = await shown.clock();
  const underrunsBefore = await shown.underruns();
  for (let round = 0; round < Math.round(seconds / 3); round++) {
    await shown.host(() => {
      const end = Date.now() + 1000;
      while (Date.now() < end);
    });
    await shown.page.waitForTimeout(2000);
  }
  const to = await shown.clock();
  const hole = longestHole(await shown.heard(), from, to);
  const underrunsAfter = await shown.underruns();
  // The browser's own count of the device; older ones don't keep it.
  const underruns =
    underrunsBefore === undefined || underrunsAfter === undefined
      ? undefined
      : underrunsAfter - underrunsBefore;
  const [gaps, late, broken, stolen] = await Promise.all(
    (['gaps', 'lateEvents', 'notANumber', 'stolenVoices'] as const).map((name) => shown.count(name)),
  );
  console.log(
    `live, page blocked 1 s in 3 for ${(to - from).toFixed(0)} s of sound: ${gaps} blocks missed, ` +
      `${underruns === undefined ? 'underruns not counted by this browser' : `${underruns} underruns`}, ` +
      `${late} notes late, longest hole ${(hole * 1000).toFixed(0)} ms, ${stolen} voices stolen`,
  );
  process.exitCode = gaps || underruns || late || broken || hole > 0.1 || to - from < seconds * 0.95 ? 1 : 0;
} finally {
  await stage.close();
}
