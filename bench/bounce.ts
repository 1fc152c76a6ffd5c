// How fast a bounce is: the reference song from its text to a 24-bit file, on one thread and on as many as the
// machine has, beside scsynth's rendering of the same notes; sixteen times the notes; half an hour's memory.
// Run: npm run bench -- bounce

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compile } from '../src/engine/compile.ts';
import { compileCore } from '../src/engine/core/exports.ts';
import { renderOffline } from '../src/engine/offline/render.ts';
import { bounce } from '../src/render/bounce.ts';
import { readCore } from '../src/render/core-file.ts';
import { type Figure, tell } from './figures.ts';
import { denser, referenceSong, referenceText, songOf } from './reference-song.ts';
import { scsynthTook, type Took } from './scsynth/took.ts';

const sampleRate = 48_000;
const rounds = 3;
/** The worker as it ships: run from its sources, each thread would take their types out first. */
const worker = path.join(import.meta.dirname, '../dist/render-worker.js');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-bench-'));

try {
  const reference = referenceSong();
  const { timeline } = reference;
  const notes = timeline.tracks.reduce((sum, track) => sum + track.notes.length, 0);
  const scsynth = await least(async () => scsynthTook(reference.song, timeline, sampleRate, folder));
  const one = await took(1);
  const many = await took(os.availableParallelism());
  const [plain, dense] = [await core(timeline), await core(denser(reference, 16))];
  tell([
    besides(
      `${notes} notes, ${timeline.seconds} s to a 24-bit file, one thread, CPU`,
      'cpuSeconds',
      one,
      scsynth,
      1.5,
    ),
    besides(
      `the same, ${os.availableParallelism()} threads, by the clock`,
      'seconds',
      many,
      scsynth,
      os.availableParallelism() > 1 ? 3 : 1.5,
    ),
    {
      what: '16 times the notes, the core alone',
      ours: `${(dense * 1000).toFixed(0)} ms of CPU`,
      reference: `once the notes: ${(plain * 1000).toFixed(0)} ms`,
      ratio: `${(dense / plain).toFixed(1)} x its time`,
      goal: { says: 'at most 12 x', holds: dense <= 12 * plain },
    },
    memory(),
    ...(await again()),
  ]);
} finally {
  fs.rmSync(folder, { recursive: true });
}

/** The reference song with the 45th and the 46th bar as a section of their own, so that one bar can be edited. */
function inSections(): string {
  const [section] = referenceText.match(/^section all 90 bars \{.*\}$/m) ?? [];
  if (section === undefined) throw new Error('the reference song has another form');
  const part = (name: string, bars: number): string => section.replace('all 90 bars', `${name} ${bars} bars`);
  return referenceText
    .replace(section, [part('before', 44), part('middle', 2), part('after', 44)].join('\n'))
    .replace(
      'arrange all',
      'arrange before middle after\nautomate keys.level { bar 4: -16dB, bar 60: -16dB, bar 64: -14dB }',
    );
}

function inMiddle(text: string, from: string, to: string): string {
  return text.replace(/^section middle .*$/m, (line) => line.replace(from, to));
}

/** A second bounce after an edit, with what the first kept, beside that first one; processor time of both threads. */
async function again(): Promise<readonly Figure[]> {
  const text = inSections();
  const edits: Readonly<Record<string, string>> = {
    nothing: text,
    'one bar of the kick': inMiddle(text, 'kick: four', 'kick: "bd bd bd ~ | bd*4"'),
    'one bar of the bass, whose voice never rests': inMiddle(
      text,
      'bass: bass',
      'bass: "a1 a1 a2 a1 d2 a1 e2 g1 | f1 f1 f2 f1 a1 f1 c2 e2"',
    ),
    'a level from bar 60 on': text.replace('bar 64: -14dB', 'bar 64: -12dB'),
    'a note of the bass in every fourth bar': text.replace('"a1 a1 a2 a1 c2', '"a1 a1 a2 a1 d2'),
    'a parameter of the lead': text.replace('modulationIndex: 4', 'modulationIndex: 5'),
    'the level of the pad': text.replace('pad,   level: -20dB', 'pad,   level: -22dB'),
  };
  const cache = path.join(folder, 'kept');
  const run = async (song: string): Promise<number> => {
    const before = process.cpuUsage();
    const request = { ...songOf(song), rate: sampleRate, bits: '24' as const };
    await bounce({
      ...request,
      file: path.join(folder, 'song.wav'),
      cache: { folder: cache, limitBytes: 2e9 },
      worker,
    });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  const cold: number[] = [];
  const warm = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const [what, edited] of Object.entries(edits)) {
      fs.rmSync(cache, { recursive: true, force: true });
      cold.push(await run(text));
      warm.set(what, Math.min(warm.get(what) ?? Number.POSITIVE_INFINITY, await run(edited)));
    }
  }
  const first = Math.min(...cold);
  return [...warm].map(([what, seconds]) => ({
    what: `the second bounce after an edit: ${what}, CPU`,
    ours: `${seconds.toFixed(2)} s`,
    reference: `the first, which keeps all: ${first.toFixed(2)} s`,
    ratio: `${(first / seconds).toFixed(1)} x as fast`,
    goal: { says: 'at least 10 x', holds: first >= 10 * seconds },
  }));
}

async function took(threads: number): Promise<Took> {
  return (await least(async () => {
    const before = process.cpuUsage();
    const started = performance.now();
    await bounce({
      ...referenceSong(),
      rate: sampleRate,
      bits: '24',
      file: path.join(folder, 'song.wav'),
      threads,
      worker,
    });
    const { user, system } = process.cpuUsage(before);
    return { cpuSeconds: (user + system) / 1e6, seconds: (performance.now() - started) / 1000 };
  }))!;
}

/** The least of each of a few rounds: the others met something else at work on the machine. */
async function least(measure: () => Promise<Took | undefined>): Promise<Took | undefined> {
  let best: Took | undefined;
  for (let round = 0; round < rounds; round++) {
    const now = await measure();
    if (!now) return undefined;
    best = {
      cpuSeconds: Math.min(now.cpuSeconds, best?.cpuSeconds ?? now.cpuSeconds),
      seconds: Math.min(now.seconds, best?.seconds ?? now.seconds),
    };
  }
  return best;
}

/** CPU seconds of the core for the whole song. */
async function core(timeline: ReturnType<typeof referenceSong>['timeline']): Promise<number> {
  const program = compile(referenceSong().song, timeline, sampleRate);
  const module = compileCore(readCore());
  const best = await least(async () => {
    const before = process.cpuUsage();
    let frames = 0;
    for (const { left } of renderOffline(module, program)) frames += left.length;
    if (frames < program.lengthSamples) throw new Error('the song is cut short');
    const { user, system } = process.cpuUsage(before);
    return { cpuSeconds: (user + system) / 1e6, seconds: 0 };
  });
  return best!.cpuSeconds;
}

function besides(what: string, of: keyof Took, ours: Took, scsynth: Took | undefined, times: number): Figure {
  const speed = (timeSeconds: number): string => `${(180 / timeSeconds).toFixed(0)} x real time`;
  return {
    what,
    ours: `${ours[of].toFixed(2)} s, ${speed(ours[of])}`,
    reference: scsynth ? `scsynth: ${scsynth[of].toFixed(2)} s` : 'no scsynth here (supercollider-server)',
    ratio: scsynth ? `${(scsynth[of] / ours[of]).toFixed(2)} x as fast` : '',
    ...(scsynth && { goal: { says: `at least ${times} x`, holds: scsynth[of] >= times * ours[of] } }),
  };
}

function memory(): Figure {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.join(import.meta.dirname, 'long-bounce.ts'), worker],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const megabytes = Number(stdout.trim().split('\n').at(-1));
  return {
    what: 'half an hour to a file, memory of the whole process',
    ours: `${megabytes} MB`,
    reference: 'the goal: 250 MB',
    ratio: (megabytes / 250).toFixed(2),
    goal: { says: 'under 250 MB', holds: megabytes < 250 },
  };
}
