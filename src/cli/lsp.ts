// codetta lsp --stdio: the language server for any editor that speaks the protocol.

import type { Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import type { Verb } from './verb.ts';

export const lspVerb: Verb = {
  describe: (command: Command) =>
    command
      .summary('answer an editor as a language server')
      .description('Answers an editor as a language server, over standard input and output.')
      .option('--stdio', 'over standard input and output (the only way, and the default)'),
  run: async () => {
    // Loaded only here: the other verbs start faster without it.
    const { serveStreams } = await import('../server/start.ts');
    await serveStreams(process.stdin, process.stdout, packageJson.version);
    return 0;
  },
};
