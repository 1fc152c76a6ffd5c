// The language server as a musician leans on it: keys typed into a song of 5,000 lines, and into one song of a
// folder of 200; the time from a key to its diagnostics (the server's pause for further keys counts), to a
// completion and to a hover asked for right behind it; and what is held in memory after 10,000 keys.
// Beside them, JSON.parse of 5,000 notes of the long song, between the keys, for the machine's speed. What else
// the machine was busy with slowed both down: the goals are held against times at the reference's best.
// Run: npm run bench -- language

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { songLanguage } from '../src/languages/song/song-language.ts';
import { layOut } from '../src/timeline/lay-out.ts';
import { type Figure, median, tell } from './figures.ts';
import { longSong, longSongLines } from './long-song.ts';
import { type Typist, typist } from './typist.ts';

const rounds = 120;
const edits = 10_000;
const goals = { diagnostics: 100, completion: 50, hover: 30, megabytes: 300 };

const folder = 'file:///songs';
const uriOf = (name: string): string => `${folder}/${name}.song`;
const long = longSong();
const notes = layOut(songLanguage.read(long).song).tracks.flatMap((track) => track.notes);
// Few enough that their collection is not what the next key waits for.
const json = JSON.stringify(notes.slice(0, 5000));
const references: number[] = [];
const figures: Figure[] = [];

const longUri = uriOf('long');
const first = await typist(folder);
first.open(longUri, long);
await first.diagnosed(longUri);
await measured(`a song of ${longSongLines.toLocaleString('en')} lines`, first, longUri);
await remembered(first, longUri);
await first.end();

const others = new Map(
  Array.from({ length: 200 }, (_, index) => [uriOf(`song-${index}`), smallSong(index)] as const),
);
const second = await typist(folder, {
  textOf: (uri) => others.get(uri),
  songsIn: () => [...others.keys()],
});
const edited = uriOf('song-100');
second.open(edited, others.get(edited)!);
await second.diagnosed(edited);
// The whole folder is read once, as it is when somebody looks for a name.
await second.request('workspace/symbol', { query: 'verse' });
await measured('one song of a folder of 200', second, edited);
await second.end();
tell(figures);

/** A song of some fifty lines. */
function smallSong(index: number): string {
  return longSong(420, index + 1);
}

async function measured(what: string, hands: Typist, uri: string): Promise<void> {
  const times = { diagnostics: [] as number[], completion: [] as number[], hover: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.diagnostics.push(await key(hands, uri, round, () => hands.diagnosed(uri)));
    times.completion.push(await key(hands, uri, round + 1, (at) => hands.ask('completion', uri, at)));
    await hands.diagnosed(uri);
    times.hover.push(await key(hands, uri, round + 2, (at) => hands.ask('hover', uri, at)));
    await hands.diagnosed(uri);
    const started = performance.now();
    JSON.parse(json);
    references.push(performance.now() - started);
  }
  figures.push(
    figure(`a key to its diagnostics, ${what}`, times.diagnostics, goals.diagnostics),
    figure(`a key to its completion, ${what}`, times.completion, goals.completion),
    figure(`a key to a hover, ${what}`, times.hover, goals.hover),
  );
}

/** Types a key into a pattern, or takes the last one back; the time until `answered`. */
async function key(
  hands: Typist,
  uri: string,
  round: number,
  answered: (at: number) => Promise<unknown>,
): Promise<number> {
  const at = placeIn(hands.text(uri), round);
  const started = performance.now();
  type(hands, uri, at, round);
  await answered(at + 1);
  return performance.now() - started;
}

/** A note is added to a pattern, and the next key there takes it away again. */
function type(hands: Typist, uri: string, at: number, round: number): void {
  const isThere = hands.text(uri).startsWith('a4 ', at);
  if (isThere) hands.type(uri, at, at + 3, '');
  else hands.type(uri, at, at, round % 2 === 0 ? 'a4 ' : 'e5 ');
}

/** The first note of one of the song's patterns. */
function placeIn(text: string, round: number): number {
  const names = [...text.matchAll(/^pattern \w+ = "/gm)];
  const found = names[(round * 37) % names.length]!;
  return found.index + found[0].length;
}

async function remembered(hands: Typist, uri: string): Promise<void> {
  const before = heldMegabytes();
  const at = placeIn(hands.text(uri), 5);
  for (let edit = 0; edit < edits; edit += 1) {
    // Eight keys of a note and its rest, and back: what is read is never the text of before.
    const letter = 'abcdefg'[edit % 7]!;
    hands.type(uri, at, at + (edit === 0 ? 0 : 3), `${letter}${(edit >> 3) % 8} `);
    if (edit % 10 === 9) await hands.ask('hover', uri, at);
  }
  await hands.diagnosed(uri);
  const megabytes = heldMegabytes();
  figures.push({
    what: `memory after ${edits.toLocaleString('en')} keys`,
    ours: `${megabytes.toFixed(0)} MB held`,
    reference: `before them: ${before.toFixed(0)} MB`,
    ratio: `${(megabytes / before).toFixed(2)} x as much`,
    goal: { says: `under ${goals.megabytes} MB`, holds: megabytes < goals.megabytes },
  });
}

/** With the bench and the editor's side of the connection, after a collection. */
function heldMegabytes(): number {
  setFlagsFromString('--expose_gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

function figure(what: string, times: readonly number[], goal: number): Figure {
  const sorted = times.slice(10).sort((left, right) => left - right);
  const late = sorted[Math.floor(sorted.length * 0.95)]!;
  const reference = median(references);
  const slowed = reference / Math.min(...references);
  const undisturbed = late / slowed;
  return {
    what,
    ours: `median ${median(sorted).toFixed(1)} ms, p95 ${late.toFixed(1)} ms`,
    reference: `JSON.parse of 5,000 notes: ${reference.toFixed(1)} ms`,
    ratio: `p95 ${(late / reference).toFixed(1)} x its time, ${undisturbed.toFixed(1)} ms at its best`,
    goal: { says: `p95 under ${goal} ms at its best`, holds: undisturbed < goal },
  };
}
