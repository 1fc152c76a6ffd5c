// codetta cache: what bounces and checks have kept of songs on this machine, for the next ones to be quicker.

import type { Command } from 'commander';
import { WorldError } from '../files/world-error.ts';
import { keepLimit, keptBytes, trimTo, usualCache } from '../render/kept/part-store.ts';
import type { Verb } from './verb.ts';

interface Options {
  readonly clear?: true;
  readonly limit?: string;
  readonly json?: true;
}

export const cacheVerb: Verb = {
  describe: (command: Command) =>
    command
      .summary('what is kept of songs for the next bounce')
      .description(
        'Shows the folder in which bounces and checks keep what they have rendered, so that the next one renders\n' +
          'what was edited and nothing else. It is safe to throw away. CODETTA_CACHE says where it is.',
      )
      .option('--clear', 'throw all of it away')
      .option('--limit <MB>', 'from now on, keep at most so much; what was not used for longest goes first')
      .option('--json', 'for programs, in bytes'),
  run: async (terminal, { clear, limit, json }: Options) => {
    if (limit !== undefined) keepOrTell(megabytes(limit, '--limit') * 1e6);
    const { folder, limitBytes } = usualCache();
    const freed = clear || limit !== undefined ? trimTo(folder, clear ? 0 : limitBytes) : 0;
    const bytes = keptBytes(folder);
    if (json) {
      terminal.out(JSON.stringify({ folder, bytes, limit: limitBytes, freed }, undefined, 2));
      return 0;
    }
    if (freed > 0) terminal.out(`Threw ${inMegabytes(freed)} away.`);
    terminal.out(`${folder}: ${inMegabytes(bytes)} of at most ${inMegabytes(limitBytes)}`);
    return 0;
  },
};

/** @throws WorldError where it is not a number of megabytes */
export function megabytes(written: string, option: string): number {
  const value = Number(written);
  if (written.trim() !== '' && value >= 0 && Number.isFinite(value)) return value;
  throw new WorldError(`${option} ${written}: give megabytes, like 500, or 0 to keep nothing.`);
}

const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

function keepOrTell(limitBytes: number): void {
  const { folder } = usualCache();
  try {
    keepLimit(folder, limitBytes);
  } catch (error) {
    throw new WorldError(`${folder} can't be written to: ${(error as Error).message}`, { cause: error });
  }
}
