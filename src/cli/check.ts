// codetta check FILE...: what is wrong with the songs. Exits 0 where no error was found, 1 where one
// was, 2 where a file could not be checked.

import { type Command, Option } from 'commander';
import { WorldError } from '../files/world-error.ts';
import { newListener } from './listen.ts';
import { type Look, lookAt } from './look.ts';
import { jsonReport } from './report-json.ts';
import { sarifReport } from './report-sarif.ts';
import { textReport } from './report-text.ts';
import type { Terminal } from './terminal.ts';
import type { Verb } from './verb.ts';

const reports = {
  text: (looks: readonly Look[], terminal: Terminal) => textReport(looks, terminal.colors),
  json: (looks: readonly Look[]) => jsonReport(looks),
  sarif: (looks: readonly Look[]) => sarifReport(looks),
} as const;

type Format = keyof typeof reports;

export const checkVerb: Verb = {
  describe: (command: Command) =>
    command
      .summary('find what is wrong with songs')
      .description(
        'Finds what is wrong with songs: mistakes in the text, and what a producer would notice.\n' +
          'Exits 0 where no error was found, 1 where one was, 2 where a file could not be checked.',
      )
      .argument('<file...>', 'songs')
      .addOption(
        new Option('--format <format>', 'how to say it').choices(Object.keys(reports)).default('text'),
      )
      .option('--audio', 'render each song, and judge its sound as well'),
  run: async (terminal, files: string[], { format, audio }: { format: Format; audio?: boolean }) => {
    const listener = audio ? newListener() : undefined;
    const looks: Look[] = [];
    for (const file of files) {
      try {
        const look = await lookAt(file, terminal);
        looks.push(listener ? await listener.listen(look, terminal) : look);
      } catch (error) {
        // The other songs are still worth checking.
        if (!(error instanceof WorldError)) throw error;
        terminal.note(error.message);
      }
    }
    await listener?.close();
    if (looks.length > 0 || format !== 'text') terminal.out(reports[format](looks, terminal));
    if (looks.length < files.length) return 2;
    return looks.some(({ problems }) => problems.some(({ severity }) => severity === 'error')) ? 1 : 0;
  },
};
