// codetta check FILE...: what is wrong with the songs. Exits 0 where no error was found, 1 where one
// was, 2 where a file could not be checked.

import { type Command, Option } from 'commander';
import { WorldError } from '../files/world-error.ts';
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
      ),
  run: async (terminal, files: string[], { format }: { format: Format }) => {
    const looks: Look[] = [];
    for (const file of files) {
      try {
        looks.push(await lookAt(file, terminal));
      } catch (error) {
        // The other songs are still worth checking.
        if (!(error instanceof WorldError)) throw error;
        terminal.note(error.message);
      }
    }
    if (looks.length > 0 || format !== 'text') terminal.out(reports[format](looks, terminal));
    if (looks.length < files.length) return 2;
    return looks.some(({ problems }) => problems.some(({ severity }) => severity === 'error')) ? 1 : 0;
  },
};
