// codetta: the command line. One verb a file; here they become commands, and their errors exit codes.

import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { codeOf, WorldError } from '../files/world-error.ts';
import { cacheVerb } from './cache.ts';
import { checkVerb } from './check.ts';
import { checksVerb } from './checks.ts';
import { convertVerb } from './convert.ts';
import { doctorVerb } from './doctor.ts';
import { eventsVerb } from './events.ts';
import { lspVerb } from './lsp.ts';
import { measureVerb } from './measure.ts';
import { miniVerb } from './mini.ts';
import { renderVerb } from './render.ts';
import { setVerb } from './set.ts';
import { studioVerb } from './studio.ts';
import { shell, type Terminal } from './terminal.ts';
import { testVerb } from './test.ts';
import { tuningVerb } from './tuning.ts';
import type { Verb } from './verb.ts';

const verbs: Readonly<Record<string, Verb>> = {
  check: checkVerb,
  events: eventsVerb,
  test: testVerb,
  measure: measureVerb,
  mini: miniVerb,
  render: renderVerb,
  set: setVerb,
  convert: convertVerb,
  studio: studioVerb,
  lsp: lspVerb,
  cache: cacheVerb,
  doctor: doctorVerb,
  checks: checksVerb,
  tuning: tuningVerb,
};

const couldNotRun = 2;

const program = (terminal: Terminal, exit: (code: number) => void): Command => {
  const command = new Command('codetta')
    .description('Songs as code: check them, play them, mix them and bounce them.')
    .version(packageJson.version, '-V, --version')
    .configureHelp({ showGlobalOptions: false })
    .exitOverride();
  for (const [name, verb] of Object.entries(verbs)) {
    verb.describe(command.command(name).exitOverride()).action(async (...given: unknown[]) => {
      // Commander hands the command itself out last.
      exit(await verb.run(terminal, ...given.slice(0, -1)));
    });
  }
  return command;
};

const main = async (): Promise<void> => {
  const terminal = shell();
  leaveQuietlyWithoutReader();
  let code = 0;
  try {
    await program(terminal, (given) => {
      code = given;
    }).parseAsync(process.argv);
  } catch (error) {
    code = codeOfFailure(error, terminal);
  }
  process.exitCode = code;
};

const codeOfFailure = (error: unknown, terminal: Terminal): number => {
  // Commander has said its part already; asked-for help and version are no failure.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : couldNotRun;
  if (error instanceof WorldError) {
    terminal.note(error.message);
    if (process.env['CODETTA_DEBUG'] === '1' && error.cause) terminal.fault('Caused by:', error.cause);
    return couldNotRun;
  }
  const said = error instanceof Error ? error.message : String(error);
  terminal.fault(`Codetta made a mistake: ${said.split('\n')[0]}`, error);
  return couldNotRun;
};

// `codetta events song | head` closes the pipe when it has seen enough: that is no error.
const leaveQuietlyWithoutReader = (): void => {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (codeOf(error) === 'EPIPE') process.exit(0);
      throw error;
    });
  }
};

await main();
