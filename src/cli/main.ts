// codetta: the command line, as dist/codetta.js. One verb a file; here they become commands, and their errors exit codes.

import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { codeOf, WorldError } from '../files/world-error.ts';
import { shell, type Terminal } from './terminal.ts';
import type { Verb } from './verb.ts';

/** Each is read when it is asked for: a check of a song need not wait for the studio's server. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  check: async () => (await import('./check.ts')).checkVerb,
  events: async () => (await import('./events.ts')).eventsVerb,
  test: async () => (await import('./test.ts')).testVerb,
  measure: async () => (await import('./measure.ts')).measureVerb,
  mini: async () => (await import('./mini.ts')).miniVerb,
  render: async () => (await import('./render.ts')).renderVerb,
  set: async () => (await import('./set.ts')).setVerb,
  convert: async () => (await import('./convert.ts')).convertVerb,
  studio: async () => (await import('./studio.ts')).studioVerb,
  lsp: async () => (await import('./lsp.ts')).lspVerb,
  cache: async () => (await import('./cache.ts')).cacheVerb,
  doctor: async () => (await import('./doctor.ts')).doctorVerb,
  checks: async () => (await import('./checks.ts')).checksVerb,
  tuning: async () => (await import('./tuning.ts')).tuningVerb,
};

/** The verb that was asked for, alone; all of them where none was, for the help. */
const wantedVerbs = async (asked: string | undefined): Promise<readonly (readonly [string, Verb])[]> => {
  const names = asked !== undefined && Object.hasOwn(verbs, asked) ? [asked] : Object.keys(verbs);
  return Promise.all(names.map(async (name) => [name, await verbs[name]!()] as const));
};

const couldNotRun = 2;

const program = async (terminal: Terminal, exit: (code: number) => void): Promise<Command> => {
  const command = new Command('codetta')
    .description('Songs as code: check them, play them, mix them and bounce them.')
    .version(packageJson.version, '-V, --version')
    .configureHelp({ showGlobalOptions: false })
    .exitOverride();
  for (const [name, verb] of await wantedVerbs(process.argv[2])) {
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
    const command = await program(terminal, (given) => {
      code = given;
    });
    await command.parseAsync(process.argv);
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
