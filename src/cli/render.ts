// codetta render FILE -o out.wav: the bounce from the shell. What the song has wrong is told, and the
// rest of it is rendered; Ctrl+C leaves nothing behind.

import path from 'node:path';
import { type Command, Option } from 'commander';
import { soundProblems } from '../engine/sounds/faults.ts';
import { projectOf } from '../files/other-files.ts';
import { WorldError } from '../files/world-error.ts';
import { type Bounced, bounce } from '../render/bounce.ts';
import { BounceError } from '../render/bounce-error.ts';
import type { Bits } from '../render/sample-format.ts';
import { songSounds } from '../sounds/song-sounds.ts';
import { lookAt } from './look.ts';
import { interrupted, onInterrupt, progressBar } from './progress.ts';
import { showProblem } from './show-problem.ts';
import type { Verb } from './verb.ts';

interface Options {
  readonly output: string;
  readonly rate: string;
  readonly bits: Bits;
  readonly from?: string;
  readonly to?: string;
}

const rates = ['44100', '48000', '88200', '96000'];
const depths: readonly Bits[] = ['16', '24', '32f'];

export const renderVerb: Verb = {
  describe: (command: Command) =>
    command
      .summary('bounce a song to a WAV file')
      .description(
        'Bounces a song to a WAV file. What the song has wrong is told on standard error, and the rest is\n' +
          'rendered. Exits 2 where nothing could be rendered; the file is then as it was, or not there.',
      )
      .argument('<file>', 'a song')
      .requiredOption('-o, --output <wav>', 'the file to write; one that is there is replaced')
      .addOption(new Option('--rate <hz>', 'sample rate').choices(rates).default('48000'))
      .addOption(new Option('--bits <depth>', 'sample format').choices(depths).default('24'))
      .option('--from <section>', 'the first section, its first time in the arrangement')
      .option('--to <section>', 'the last section, its last time in the arrangement'),
  run: async (terminal, file: string, { output, rate, bits, from, to }: Options) => {
    const look = await lookAt(file, terminal);
    const errors = look.problems.filter(({ severity }) => severity === 'error');
    for (const problem of errors) terminal.note(showProblem(problem, look, terminal.noteColors));
    const { sounds, faults } = await songSounds(look.reading.song, look.timeline, {
      song: path.resolve(file),
      folder: projectOf(file),
    });
    for (const problem of soundProblems(look.reading.song, faults))
      terminal.note(showProblem(problem, look, terminal.noteColors));
    const stop = new AbortController();
    const progress = progressBar(terminal);
    const unlisten = onInterrupt(() => stop.abort());
    try {
      const { reading, timeline } = look;
      const bounced = await bounce({
        song: reading.song,
        timeline,
        sounds,
        file: output,
        rate: Number(rate),
        bits,
        from,
        to,
        signal: stop.signal,
        onProgress: progress.show,
      });
      progress.end();
      if (terminal.watched) terminal.note(inWords(bounced));
      return 0;
    } catch (error) {
      progress.end();
      if (!(error instanceof BounceError)) throw error;
      if (error.failure !== 'cancelled') throw new WorldError(`${file}: ${error.message}`, { cause: error });
      terminal.note('Stopped: nothing was written.');
      return interrupted;
    } finally {
      unlisten();
    }
  },
};

const inWords = ({ file, seconds, peakDb }: Bounced): string => {
  const peak = Number.isFinite(peakDb) ? `its peak at ${peakDb.toFixed(1)} dBFS` : 'all of it silent';
  return `${file}: ${seconds.toFixed(1)} s, ${peak}`;
};
