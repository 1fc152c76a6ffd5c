// What a verb of the command line is: its words for commander, and what it does.

import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

export interface Verb {
  /** Summary, arguments and options of the command. */
  describe(command: Command): Command;
  /**
   * @param given  the arguments in order, then the options, as commander hands them out
   * @returns      the exit code
   * @throws WorldError where the world failed: exit code 2
   */
  // biome-ignore lint/suspicious/noExplicitAny: commander's arguments have the types that `describe` says.
  run(terminal: Terminal, ...given: any[]): Promise<number>;
}
