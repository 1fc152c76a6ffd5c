// How long after a save the findings of sound are there: Night Drive, one level of one track changed, as the
// language server measures it: the mix again, one track again, the others known. The reference beside it: the
// mix rendered alone, on one thread, which is the least that a change of the mix takes.
// Run: npm run bench -- tier-a

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { check } from '../src/check/check.ts';
import { compile } from '../src/engine/compile.ts';
import { compileCore } from '../src/engine/core/exports.ts';
import { renderOffline } from '../src/engine/offline/render.ts';
import { songLanguage } from '../src/languages/song/song-language.ts';
import { newMeasurer } from '../src/render/measurer.ts';
import { layOut } from '../src/timeline/lay-out.ts';
import { median, tell } from './figures.ts';

const built = (name: string): URL => new URL(`../dist/${name}`, import.meta.url);
const core = fs.readFileSync(built('core.wasm'));
const text = fs.readFileSync(new URL('../samples/night-drive.song', import.meta.url), 'utf8');
const goalSeconds = 3;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-tier-a-'));
const measurer = newMeasurer({ core, cache: { folder, limitBytes: 2e9 } });
const timed = async (work: () => Promise<unknown> | unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

const saved = async (version: string): Promise<void> => {
  const { song, origins } = songLanguage.read(version);
  const timeline = layOut(song);
  const measured = await measurer.measure(song, timeline);
  if (!measured) throw new Error('nobody stopped it');
  check(song, timeline, origins, undefined, { measured });
};

const first = await timed(() => saved(text));
const again: number[] = [];
for (const level of ['-8dB', '-8.5dB', '-10dB'])
  again.push(
    await timed(() =>
      saved(text.replace('instrument: sub, level: -9dB', `instrument: sub, level: ${level}`)),
    ),
  );
const same = await timed(() => saved(`// a comment\n${text}`));
await measurer.close();
fs.rmSync(folder, { recursive: true });

const { song } = songLanguage.read(text);
const module = compileCore(core);
const alone = await timed(() => {
  for (const _ of renderOffline(module, compile(song, layOut(song), 48_000)));
});

const figure = (what: string, seconds: number, isGoal: boolean) => ({
  what,
  ours: `${seconds.toFixed(2)} s`,
  reference: `the mix rendered alone: ${alone.toFixed(2)} s`,
  ratio: `${(seconds / alone).toFixed(2)} x its time`,
  ...(isGoal ? { goal: { says: `under ${goalSeconds} s`, holds: seconds < goalSeconds } } : {}),
});

tell([
  figure('findings of sound after a save, one track changed', median(again), true),
  figure('the same where only a comment changed', same, true),
  figure('the first time, nothing known', first, false),
]);
