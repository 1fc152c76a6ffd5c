// An hour of playing while a script edits the song every five seconds: underruns of the device, blocks that
// the audio thread missed, notes that came late; and what script objects, audio nodes and elements the page
// holds after a forced collection, at the start, at each tenth and at the end. Beside the underruns, those of
// a page whose audio thread hands out silence: what that one loses is the machine's doing.
// Run: npm run bench -- endurance, or node bench/endurance.ts [minutes]

import fs from 'node:fs';
import { inRoot } from '../src/build/root.mjs';
import { latencyHint } from '../src/engine/live/opening.ts';
import { type Counts, countsOf, edited } from '../test/panel/endurance.ts';
import { raiseStage, type Shown } from '../test/panel/stage.ts';
import { startBare } from './bare-context.ts';
import { type Figure, tell } from './figures.ts';

const minutes = Number(process.argv[2]) || 60;
const secondsPerEdit = 5;
const warmUps = 300;
const text = fs.readFileSync(inRoot('samples/night-drive.song'), 'utf8');

const stage = await raiseStage();
try {
  const shown = await stage.open();
  const silent = await stage.open();
  await silent.page.frames()[1]!.evaluate(startBare, latencyHint);
  await type(shown, text);
  await shown.panel.locator('.transport').waitFor();
  // Round and round: the song is over long before the hour is.
  await shown.panel.getByRole('button', { name: /^chorus 1 of 2, bar/ }).dblclick();
  await shown.play();
  // What is made once is made by then: compiled code, and stores that hold so much and no more.
  for (let round = 0; round < warmUps; round++) await edit(shown, round, 0.1);
  await shown.listen(secondsPerEdit);
  const [before, lost] = [await countsOf(shown), await underruns(shown, silent)];
  const rounds = Math.round((minutes * 60) / secondsPerEdit);
  const counts: Counts[] = [before];
  const from = await shown.clock();
  for (let round = 0; round < rounds; round++) {
    await edit(shown, warmUps + round, secondsPerEdit);
    if ((round + 1) % Math.ceil(rounds / 10) !== 0) continue;
    counts.push(await countsOf(shown));
    const { ours, bare } = await underruns(shown, silent);
    const minute = (((await shown.clock()) - from) / 60).toFixed(1);
    console.error(
      `${minute} min: ${JSON.stringify(counts.at(-1))}, underruns ${ours - lost.ours}, of silence ${bare - lost.bare}`,
    );
  }
  const after = await countsOf(shown);
  const now = await underruns(shown, silent);
  const [gaps, late, broken] = await Promise.all(
    (['gaps', 'lateEvents', 'notANumber'] as const).map((name) => shown.count(name)),
  );
  const played = ((await shown.clock()) - from) / 60;
  tell([
    {
      what: `${played.toFixed(0)} minutes of playing, ${rounds} edits`,
      ours: `${late} notes late, ${gaps} blocks missed, ${broken} broken samples; ${now.ours - lost.ours} underruns`,
      reference: `an empty worklet: ${now.bare - lost.bare} underruns`,
      ratio: `${Math.max(0, now.ours - lost.ours - (now.bare - lost.bare))} more`,
      goal: {
        says: 'none, and no more underruns than the empty one',
        holds: late === 0 && gaps === 0 && broken === 0 && now.ours - lost.ours <= now.bare - lost.bare,
      },
    },
    flat('heap', counts, after, ({ heap }) => heap / 1e6, 'MB', 1.1),
    flat('audio nodes', counts, after, ({ audioNodes }) => audioNodes, '', 1),
    flat('elements', counts, after, ({ elements }) => elements, '', 1.05),
  ]);
} finally {
  await stage.close();
}

/** What it holds at the end, against what it held at the start. */
function flat(
  what: string,
  counts: readonly Counts[],
  after: Counts,
  of: (counts: Counts) => number,
  unit: string,
  most: number,
): Figure {
  const [start, end] = [of(counts[0]!), of(after)];
  const shown = (value: number): string => `${Number(value.toFixed(1))}${unit && ` ${unit}`}`;
  return {
    what: `${what} after forced collections`,
    ours: `${shown(end)}, at most ${shown(Math.max(...counts.map(of)))} on the way`,
    reference: `at the start: ${shown(start)}`,
    ratio: `${(end / start).toFixed(3)} x`,
    goal: { says: most === 1 ? 'no more' : `at most ${most} x`, holds: end <= start * most },
  };
}

async function edit(shown: Shown, round: number, seconds: number): Promise<void> {
  await type(shown, edited(text, round));
  await shown.listen(seconds);
  // What the host's page heard is the bench's own, and is not counted.
  await shown.host((host) => {
    host.received.length = 0;
  });
}

function type(shown: Shown, text: string): Promise<unknown> {
  return shown.page.evaluate((text) => globalThis.host.type(text), text);
}

async function underruns(
  shown: Shown,
  silent: Shown,
): Promise<{ readonly ours: number; readonly bare: number }> {
  return { ours: (await shown.underruns()) ?? 0, bare: (await silent.underruns()) ?? 0 };
}
