// The checks of tiers S and T over a song of 5,000 lines: what an edit costs, where only what it touched is looked
// at anew, and what a song costs that nothing is known of. Reading and laying out are not in it: see language.ts.
// Beside them, JSON.parse of 5,000 notes of the song, for the machine's speed. What else the machine was busy with
// slowed both down: the goals are held against times at the reference's best.
// Run: npm run bench -- checks

import { check } from '../src/check/check.ts';
import { rules } from '../src/check/rules.ts';
import { songLanguage } from '../src/languages/song/song-language.ts';
import { layOut } from '../src/timeline/lay-out.ts';
import { type Figure, median, tell } from './figures.ts';
import { longSong, longSongLines } from './long-song.ts';

const rounds = 60;
const songs = 6;
const goals = { edit: 50, whole: 500 };

const long = longSong();
const notes = layOut(songLanguage.read(long).song).tracks.flatMap((track) => track.notes);
const json = JSON.stringify(notes.slice(0, 5000));
const references: number[] = [];

/** Seconds of a check alone, in milliseconds. */
function checked(text: string): number {
  const { song, origins } = songLanguage.read(text);
  const timeline = layOut(song);
  const started = performance.now();
  check(song, timeline, origins, ({ rule, error }) => {
    throw new Error(`${rule} failed`, { cause: error });
  });
  const took = performance.now() - started;
  const parsing = performance.now();
  JSON.parse(json);
  references.push(performance.now() - parsing);
  return took;
}

checked(long);
const edits = Array.from({ length: rounds }, (_, round) => checked(edited(round)));
// Other songs of the same length: nothing of them is known.
const wholes = Array.from({ length: songs }, (_, seed) => checked(longSong(longSongLines, seed + 2)));
tell([
  figure('after an edit', edits, goals.edit),
  figure('a song that nothing is known of', wholes, goals.whole),
]);

/** The song with a note put into one of its patterns. */
function edited(round: number): string {
  const name = `pattern p${(round * 37) % 900} = "`;
  const at = long.indexOf(name) + name.length;
  return `${long.slice(0, at)}${['a3', 'c4', 'e4'][round % 3]} ${long.slice(at)}`;
}

function figure(what: string, times: readonly number[], goal: number): Figure {
  const slowed = median(references) / Math.min(...references);
  const own = median(times) / slowed;
  const running = rules.filter(({ tier }) => tier === 'score' || tier === 'timeline').length;
  return {
    what: `${running} checks over ${longSongLines.toLocaleString('en')} lines, ${notes.length.toLocaleString('en')} notes: ${what}`,
    ours: `${median(times).toFixed(0)} ms, at the reference's best ${own.toFixed(0)} ms`,
    reference: `JSON.parse of 5,000 notes: ${median(references).toFixed(1)} ms`,
    ratio: `${(median(times) / median(references)).toFixed(1)} x its time`,
    goal: { says: `under ${goal} ms`, holds: own < goal },
  };
}
