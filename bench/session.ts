// From a save to a program that can be swapped in: the session on a song of about 5,000 notes, against
// JSON.parse of the same notes, which stands for this machine's speed. Run: npm run bench, or this file.

import { SongSession } from '../src/session/session.ts';
import { songParts } from '../src/session/song-parts.ts';

const rounds = 40;

const text = bigSong();
const { notes } = counted();
const session = new SongSession(songParts, {
  send: () => {},
  edit: async () => false,
  reveal: () => {},
  startBounce: () => {},
  cancelBounce: () => {},
  transportChanged: () => {},
  report: (_, message) => {
    throw new Error(message);
  },
});
const saves = times((round) => session.update(text.replace('112bpm', `${100 + round}bpm`), round));
const reference = times(() => JSON.parse(notes.json));
console.log(
  `save to swap-ready, ${notes.count} notes: median ${median(saves).toFixed(1)} ms, worst ${Math.max(...saves).toFixed(1)} ms, ` +
    `${(median(saves) / median(reference)).toFixed(1)} times the reading of its notes as JSON`,
);
process.exitCode = median(saves) < 150 ? 0 : 1;

/** Three minutes, eight tracks. */
function bigSong(): string {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const parts = names.map((name) => `${name}: "a3 c4 e4 g4 a4 g4 e4 c4"`).join(', ');
  return [
    'song "Big" { tempo 112bpm, meter 4/4, key A minor }',
    'instrument tone = PolySynth(Synth)',
    ...names.map((name) => `track ${name} { instrument: tone, level: -12dB }`),
    ...[1, 2, 3, 4, 5].map((section) => `section s${section} 16 bars { ${parts} }`),
    'arrange s1 s2 s3 s4 s5',
    '',
  ].join('\n');
}

function counted(): { notes: { count: number; json: string } } {
  const { song } = songParts.read(text);
  const all = songParts.layOut(song).tracks.flatMap((track) => track.notes);
  return { notes: { count: all.length, json: JSON.stringify(all) } };
}

function times(work: (round: number) => unknown): readonly number[] {
  return Array.from({ length: rounds }, (_, round) => {
    const started = performance.now();
    work(round);
    return performance.now() - started;
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1]!;
}
