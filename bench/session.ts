// From a save to a song that is ready to swap in, the whole way: text read, laid out, checked and compiled,
// the message cloned to the panel and checked at its door, what changed cloned to the audio thread, and
// taken by a core that plays. Beside it, JSON.parse of the same notes, which stands for the machine's speed.
// Run: npm run bench -- session

import { Core } from '../src/engine/core/core.ts';
import { compileCore } from '../src/engine/core/exports.ts';
import { changesOf } from '../src/engine/live/changes.ts';
import { LiveCore } from '../src/engine/live/live-core.ts';
import type { Program } from '../src/engine/program.ts';
import { checkToPanel } from '../src/protocol/check.ts';
import type { ToPanel } from '../src/protocol/panel.ts';
import { readCore } from '../src/render/core-file.ts';
import { SongSession } from '../src/session/session.ts';
import { liveSampleRate, songParts } from '../src/session/song-parts.ts';
import { median, tell } from './figures.ts';
import { referenceSong, referenceText } from './reference-song.ts';

const rounds = 40;
const goalMs = 150;
/** Two bars of the reference song: by then the swap has happened. */
const secondsBetween = 4;

const { timeline } = referenceSong();
const notes = timeline.tracks.flatMap((track) => track.notes);
const json = JSON.stringify(notes);
const live = new LiveCore(new Core(compileCore(readCore()), liveSampleRate));
let order = 0;
let known: ReadonlySet<string> = new Set();

const session = new SongSession(songParts, {
  send: (message) => arrive(structuredClone(message)),
  clock: { now: () => performance.now(), after: () => () => {} },
  edit: async () => false,
  reveal: () => {},
  sounding: () => {},
  startBounce: () => {},
  cancelBounce: () => {},
  readBounce: () => {},
  transportChanged: () => {},
  command: () => {},
  settings: () => {},
  tapped: () => {},
  picture: () => {},
  report: (_, message) => {
    throw new Error(message);
  },
});

session.update(referenceText, 0);
live.take({ type: 'transport', action: 'play', order: ++order });
const pitches = ['d', 'c', 'b', 'f', 'g'];
const oneTrack = saves((round) => referenceText.replace('"e5 d5', `"e5 ${pitches[round % pitches.length]}5`));
const everyTrack = saves((round) => referenceText.replace('120bpm', `${100 + (round % 40)}bpm`));
const reference = median(times(() => JSON.parse(json)));
tell([figure('one part changed', oneTrack), figure('tempo changed', everyTrack)]);

function figure(change: string, milliseconds: readonly number[]) {
  const middle = median(milliseconds);
  return {
    what: `save to swap-ready, ${notes.length} notes, ${change}`,
    ours: `median ${middle.toFixed(1)} ms, worst ${Math.max(...milliseconds).toFixed(1)} ms`,
    reference: `JSON.parse of its notes: ${reference.toFixed(1)} ms`,
    ratio: `${(middle / reference).toFixed(1)} x its time`,
    goal: { says: `median under ${goalMs} ms`, holds: middle < goalMs },
  };
}

/** What the panel does with a message, and the audio thread with what it is sent on. */
function arrive(message: ToPanel): void {
  const checked = checkToPanel(message);
  if (!checked.ok) throw new Error(checked.reason);
  if (checked.message.type !== 'song') return;
  const { program }: { program: Program } = checked.message;
  const { change, travel } = changesOf(program, known);
  const sent = structuredClone(change, { transfer: travel });
  live.take({ type: 'update', program: sent, at: 'bar', order: ++order });
  known = new Set(program.tracks.map(({ hash }) => hash));
}

function saves(textOf: (round: number) => string): readonly number[] {
  return times((round) => session.update(textOf(round), round + 1), playOn);
}

function playOn(): void {
  const block = new Float32Array(128);
  for (let done = 0; done < secondsBetween * liveSampleRate; done += block.length) live.process(block, block);
}

function times(work: (round: number) => unknown, between?: () => void): readonly number[] {
  return Array.from({ length: rounds }, (_, round) => {
    between?.();
    const started = performance.now();
    work(round);
    return performance.now() - started;
  });
}
