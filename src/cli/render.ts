// codetta render FILE -o out.wav (or out.flac): the bounce from the shell. What the song has wrong is told, and the
// rest of it is rendered; Ctrl+C leaves nothing behind.

import path from 'node:path';
import { type Command, Option } from 'commander';
import { soundProblems } from '../engine/sounds/faults.ts';
import { projectOf } from '../files/other-files.ts';
import { WorldError } from '../files/world-error.ts';
import { bounceTargets } from '../protocol/check.ts';
import { type Bounced, bounce } from '../render/bounce.ts';
import { BounceError } from '../render/bounce-error.ts';
import { type Cache, usualCache } from '../render/kept/part-store.ts';
import type { Bits } from '../render/sample-format.ts';
import { songSounds } from '../sounds/song-sounds.ts';
import { megabytes } from './cache.ts';
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
  readonly withoutPlugIns?: true;
  readonly stems?: true;
  readonly target?: string;
  readonly json?: true;
  readonly cache: boolean;
  readonly cacheLimit?: string;
}

const rates = ['44100', '48000', '88200', '96000'];
const depths: readonly Bits[] = ['16', '24', '32f'];

export const renderVerb: Verb = {
  describe: (command: Command) =>
    command
      .summary('bounce a song to a WAV or FLAC file')
      .description(
        'Bounces a song to a WAV file, or to FLAC where the file is called so. What the song has wrong is told on\n' +
          'standard error, and the rest is rendered. Exits 2 where nothing could be rendered; the file is then as it was, or not there.',
      )
      .argument('<file>', 'a song')
      .requiredOption(
        '-o, --output <file>',
        'the file to write, .wav or .flac; one that is there is replaced',
      )
      .addOption(new Option('--rate <hz>', 'sample rate').choices(rates).default('48000'))
      .addOption(new Option('--bits <depth>', 'sample format').choices(depths).default('24'))
      .option('--from <section>', 'the first section, its first time in the arrangement')
      .option('--to <section>', 'the last section, its last time in the arrangement')
      .option('--without-plug-ins', 'leave out what Tone.js plays (tone.X), which takes a browser')
      .option('--stems', 'each track and bus in a file of its own as well: out.wav has "out - bass.wav"')
      .addOption(
        new Option('--target <place>', 'turn it up or down to how loud this place plays music').choices(
          bounceTargets,
        ),
      )
      .option('--no-cache', 'neither take stems of earlier bounces nor keep any for the next')
      .option('--cache-limit <MB>', 'how much of the disk these may take; see codetta cache')
      .option('--json', 'what was written, for programs; silence has null'),
  run: async (terminal, file: string, options: Options) => {
    const { output, rate, bits, from, to, stems, target, json, cache, cacheLimit, withoutPlugIns } = options;
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
        stems,
        withoutPlugs: withoutPlugIns,
        target,
        ...(json && { metered: true as const }),
        ...(cache && { cache: cacheOf(cacheLimit) }),
        signal: stop.signal,
        onProgress: progress.show,
      });
      progress.end();
      for (const note of bounced.notes) terminal.note(`${file}: ${note}`);
      if (json) terminal.out(asJson(bounced));
      else if (terminal.watched) terminal.note(inWords(bounced));
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

const inWords = ({ file, seconds, peakDb, levelling, stems }: Bounced): string =>
  [
    `${file}: ${seconds.toFixed(1)} s`,
    Number.isFinite(peakDb) ? `its peak at ${peakDb.toFixed(1)} dBFS` : 'all of it silent',
    ...(levelling
      ? [`turned ${levelling.gainDb < 0 ? 'down' : 'up'} by ${Math.abs(levelling.gainDb).toFixed(1)} dB`]
      : []),
    ...(stems.length === 0 ? [] : [`${stems.length} stems beside it`]),
  ].join(', ');

const cacheOf = (limit: string | undefined): Cache => ({
  ...usualCache(),
  ...(limit !== undefined && { limitBytes: megabytes(limit, '--cache-limit') * 1e6 }),
});

/** JSON has no infinity: silence is null. The waveform is for eyes. */
const asJson = ({ figures, report, ...bounced }: Bounced): string => {
  const { droppedNotes, notANumber: silencedMoments } = report;
  const { loudness, truePeakDb } = figures!;
  const all = { ...bounced, loudness, truePeakDb, droppedNotes, silencedMoments };
  return JSON.stringify(all, (_, value) => (value === Number.NEGATIVE_INFINITY ? null : value), 2);
};
