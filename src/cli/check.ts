// codetta check FILE...: what is wrong with the songs. Exits 0 where no error was found, 1 where one
// was, 2 where a file could not be checked.

import { type Command, Option } from 'commander';
import type { Choices } from '../check/choices.ts';
import { WorldError } from '../files/world-error.ts';
import { type ChosenOptions, choicesIn, withChoices } from './chosen.ts';
import { fixIn } from './fix.ts';
import { type HeardLook, judgedByEar, newListener } from './listen.ts';
import { type Look, lookAt } from './look.ts';
import { githubReport } from './report-github.ts';
import { jsonReport } from './report-json.ts';
import { sarifReport } from './report-sarif.ts';
import { textReport } from './report-text.ts';
import type { Terminal } from './terminal.ts';
import type { Verb } from './verb.ts';

const reports = {
  text: (looks: readonly Look[], terminal: Terminal) => textReport(looks, terminal.colors),
  json: (looks: readonly Look[]) => jsonReport(looks),
  sarif: (looks: readonly Look[]) => sarifReport(looks),
  github: (looks: readonly Look[]) => githubReport(looks),
} as const;

type Format = keyof typeof reports;

interface CheckOptions extends ChosenOptions {
  readonly format: Format;
  readonly fix?: true;
  readonly audio?: true;
}

export const checkVerb: Verb = {
  describe: (command: Command) =>
    withChoices(command)
      .summary('find what is wrong with songs')
      .description(
        'Finds what is wrong with songs: mistakes in the text, and what a producer would notice.\n' +
          'Exits 0 where no error was found, 1 where one was, 2 where a file could not be checked.',
      )
      .argument('<file...>', 'songs')
      .option('--fix', 'make the fixes that keep what was meant, in the files')
      .addOption(
        new Option('--format <format>', 'how to say it').choices(Object.keys(reports)).default('text'),
      )
      .option('--audio', 'render each song, and judge its sound as well'),
  run: async (terminal, files: string[], options: CheckOptions) => {
    const { format, fix, audio } = options;
    const choices = choicesIn(options);
    const listener = audio ? newListener() : undefined;
    const heard: HeardLook[] = [];
    for (const file of files) {
      try {
        const look = fix
          ? await fixedLook(file, terminal, choices)
          : await lookAt(file, terminal, { choices });
        heard.push(listener ? await listener.listen(look, terminal) : { look });
      } catch (error) {
        // The other songs are still worth checking.
        if (!(error instanceof WorldError)) throw error;
        terminal.note(error.message);
      }
    }
    await listener?.close();
    const looks = judgedByEar(heard, terminal, choices);
    const report = reports[format](looks, terminal);
    // GitHub takes an empty line for a message of nothing.
    if (report !== '' && (looks.length > 0 || format !== 'text')) terminal.out(report);
    if (looks.length < files.length) return 2;
    return looks.some(({ problems }) => problems.some(({ severity }) => severity === 'error')) ? 1 : 0;
  },
};

const fixedLook = async (file: string, terminal: Terminal, choices: Choices): Promise<Look> => {
  const { look, fixed } = await fixIn(file, terminal, { choices });
  if (fixed > 0) terminal.note(`${file}: ${fixed} ${fixed === 1 ? 'problem' : 'problems'} fixed`);
  return look;
};
