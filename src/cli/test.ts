// codetta test FILE...: whether songs keep what they say of themselves in brief, expect and deliver. Exits 0
// where all holds, 1 where something does not, 2 where a song could not be tested.

import path from 'node:path';
import { type Command, Option } from 'commander';
import { WorldError } from '../files/world-error.ts';
import { BounceError } from '../render/bounce-error.ts';
import { usualCache } from '../render/kept/part-store.ts';
import { type Measurer, newMeasurer } from '../render/measurer.ts';
import { runClauses } from '../render/run-clauses.ts';
import { type Look, lookAt } from './look.ts';
import { interrupted, onInterrupt, progressBar } from './progress.ts';
import { type SongTested, type Tested, testReports } from './report-tests.ts';
import type { Terminal } from './terminal.ts';
import type { Verb } from './verb.ts';

export const testVerb: Verb = {
  describe: (command: Command) =>
    command
      .summary('test what songs say must hold of them')
      .description(
        'Tests every clause of `brief`, `expect` and `deliver`: lengths, ranges, keys, loudness, peaks, what is\n' +
          'lost in mono. Exits 0 where all of it holds, 1 where something does not, 2 where a song could not\n' +
          'be tested.',
      )
      .argument('<file...>', 'songs')
      .addOption(
        new Option('--format <format>', 'how to say it').choices(Object.keys(testReports)).default('text'),
      ),
  run: async (terminal, files: string[], { format }: { format: keyof typeof testReports }) => {
    const stop = new AbortController();
    const unlisten = onInterrupt(() => stop.abort());
    const measurer = newMeasurer({ cache: usualCache() });
    const songs: SongTested[] = [];
    try {
      for (const file of files) {
        const tested = await testSong(file, terminal, measurer, stop.signal);
        if (stop.signal.aborted) {
          terminal.note('Stopped: not all was tested.');
          return interrupted;
        }
        if (tested) songs.push(tested);
      }
    } finally {
      unlisten();
      await measurer.close();
    }
    if (songs.length > 0 || format !== 'text') terminal.out(testReports[format](songs, terminal.colors));
    if (songs.length < files.length) return 2;
    return songs.some(({ tests }) => tests.some(({ holds }) => !holds)) ? 1 : 0;
  },
};

/** Undefined where the song could not be tested, which has been said. */
const testSong = async (
  file: string,
  terminal: Terminal,
  measurer: Measurer,
  signal: AbortSignal,
): Promise<SongTested | undefined> => {
  const progress = progressBar(terminal);
  try {
    const look = await lookAt(file, terminal);
    const tests: Tested[] = unreadable(look);
    const { song } = look.reading;
    const run = runClauses({
      song,
      timeline: look.timeline,
      file: path.resolve(file),
      measurer,
      signal,
      onProgress: progress.show,
    });
    for await (const { clause, holds, message, seconds } of run)
      tests.push({ name: clause.name, line: lineOf(look, clause.id), holds, message, seconds });
    return { file, title: song.title, tests };
  } catch (error) {
    progress.end();
    // The other songs are still worth testing.
    if (error instanceof WorldError) terminal.note(error.message);
    else if (error instanceof BounceError) terminal.note(`${file}: ${error.message}`);
    else throw error;
    return undefined;
  } finally {
    progress.end();
  }
};

/** What is wrong with the text fails a test of its own: a clause that was not read would be missed. */
const unreadable = (look: Look): Tested[] => {
  const errors = look.reading.problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (!first) return [];
  const line = lineOf(look, first.id);
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return [
    {
      name: 'the text reads as a song',
      line,
      holds: false,
      message: `${first.message}${more}`,
      seconds: 0,
    },
  ];
};

const lineOf = (look: Look, id: number): number =>
  look.lines.placeOf(look.reading.origins[id]?.from ?? 0).line;
