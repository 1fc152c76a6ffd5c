// From a save of a song in TypeScript to its events, the whole way: types out, calls told where they stand, the
// song run in the sandbox's worker, what came out read, led back to its literals and laid out. Beside it,
// JSON.parse of the same notes, which stands for the machine's speed. Run: npm run bench -- typescript

import { songLanguage } from '../src/languages/song/song-language.ts';
import { newEvaluatedReader } from '../src/languages/typescript/reading.ts';
import { typescriptLanguage } from '../src/languages/typescript/typescript-language.ts';
import { newNodeEvaluator } from '../src/sandbox/node-evaluator.ts';
import { layOut } from '../src/timeline/lay-out.ts';
import { median, tell } from './figures.ts';
import { longSong } from './long-song.ts';

const rounds = 21;

const { song, origins } = songLanguage.read(longSong(2100));
const long = typescriptLanguage.print(song, origins);
const lines = long.split('\n').length;

/** Every bar another line, all of it made by code: 20,000 notes. */
const generated = `import { mini, section, song, Synth, track } from 'codetta';

const scale = ['a', 'c', 'd', 'e', 'g'] as const;
const line = (voice: number) =>
  Array.from({ length: 250 }, (_, bar) =>
    Array.from({ length: 16 }, (_, step) => scale[(voice + bar * 7 + step * step) % 5] + (2 + ((voice + step) % 4))).join(' '),
  ).join(' | ');
const voices = [0, 1, 2, 3, 4].map((voice) => track('v' + voice, { instrument: Synth(), level: '-12dB' }));
export default song('Generated', { tempo: '112bpm', seed: 7 })
  .tracks(...voices)
  .arrange(section('all', '250 bars', Object.fromEntries(voices.map((_, voice) => ['v' + voice, mini(line(voice))]))));
`;

const evaluator = newNodeEvaluator({ open: () => ({ ok: false, reason: 'there is none.' }) });

const times = async (textOf: (round: number) => string) => {
  const read = newEvaluatedReader();
  const milliseconds: number[] = [];
  let notes = 0;
  let json = '';
  // The first rounds are those of a worker that has just been started.
  for (let round = -4; round < rounds; round += 1) {
    const text = textOf(round + 4);
    const begun = performance.now();
    const reading = read(text, await evaluator.evaluate('bench.song.ts', text));
    const timeline = layOut(reading.song);
    if (round >= 0) milliseconds.push(performance.now() - begun);
    const wrong = reading.problems.find(({ severity }) => severity === 'error');
    if (wrong) throw new Error(wrong.message);
    const all = timeline.tracks.flatMap((track) => track.notes);
    notes = all.length;
    json ||= JSON.stringify(all);
  }
  const parsing = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    JSON.parse(json);
    return performance.now() - begun;
  });
  return { milliseconds, notes, reference: median(parsing) };
};

const figure = (
  what: string,
  goalMs: number,
  { milliseconds, notes, reference }: Awaited<ReturnType<typeof times>>,
) => {
  const middle = median(milliseconds);
  return {
    what: `${what}, ${notes} notes: save to events`,
    ours: `median ${middle.toFixed(1)} ms, worst ${Math.max(...milliseconds).toFixed(1)} ms`,
    reference: `JSON.parse of its notes: ${reference.toFixed(1)} ms`,
    ratio: `${(middle / reference).toFixed(1)} x its time`,
    goal: { says: `median under ${goalMs} ms`, holds: middle < goalMs },
  };
};

const edited = await times((round) => long.replace(/level: '-[\d.]+/, `level: '-1${round % 2}`));
const made = await times((round) => generated.replace('bar * 7', `bar * ${3 + (round % 5)}`));
evaluator.end();
tell([figure(`TypeScript of ${lines} lines`, 200, edited), figure('TypeScript that generates', 300, made)]);
