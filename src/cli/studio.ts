// codetta studio FILE: the browser studio on a song, until Ctrl+C.

import { type Command, InvalidArgumentError } from 'commander';
import { WorldError } from '../files/world-error.ts';
import { openBrowser } from '../studio/open-browser.ts';
import { StudioError, startStudio } from '../studio/server.ts';
import { SongFileError } from '../studio/song-file.ts';
import { readSong } from './files.ts';
import type { Verb } from './verb.ts';

export const studioVerb: Verb = {
  describe: (command: Command) =>
    command
      .summary('open the browser studio on a song')
      .description(
        'Opens the browser studio on a song, for this machine only, and prints its address. Ctrl+C ends it.',
      )
      .argument('<file>', 'a song')
      .option('--port <n>', 'port of this machine; any free one where absent', portNumber, 0)
      .option('--no-open', 'only print the address'),
  run: async (terminal, file: string, { port, open }: { port: number; open: boolean }) => {
    // Says what is wrong with the file in the same words as the other verbs.
    await readSong(file);
    const studio = await started(() =>
      startStudio({ file, port, report: (message) => terminal.note(message) }),
    );
    const ended = untilInterrupted();
    terminal.out(studio.url);
    if (open && !(await openBrowser(studio.url))) {
      terminal.note('No browser could be opened here: open the address above in one.');
    }
    await ended;
    await studio.close();
    return 0;
  },
};

const portNumber = (given: string): number => {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new InvalidArgumentError('It is a whole number from 0 (any free one) to 65535.');
};

const started = async <Started>(start: () => Promise<Started>): Promise<Started> => {
  try {
    return await start();
  } catch (error) {
    if (error instanceof StudioError || error instanceof SongFileError)
      throw new WorldError(error.message, { cause: error });
    throw error;
  }
};

const untilInterrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
