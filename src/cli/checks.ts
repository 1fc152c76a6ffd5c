// codetta checks: the rules that a song is held to.

import type { Command } from 'commander';
import { rules } from '../check/rules.ts';
import { table } from './table.ts';
import type { Verb } from './verb.ts';

export const checksVerb: Verb = {
  describe: (command: Command) =>
    command
      .summary('list the rules that songs are checked by')
      .description(
        'Lists the rules that songs are checked by. A line is excused by `// codetta-ignore RULE: reason`.',
      )
      .option('--json', 'for programs, with the reason and the examples of each'),
  run: async (terminal, { json }: { json?: boolean }) => {
    if (json) {
      const rows = rules.map(({ id, severity, tier, title, why, examples }) => ({
        id,
        severity,
        tier,
        title,
        why,
        examples,
      }));
      terminal.out(JSON.stringify({ rules: rows }, undefined, 2));
      return 0;
    }
    const rows = rules.map(({ id, severity, tier, title }) => [id, severity, tier, title]);
    terminal.out(table([['rule', 'severity', 'needs', 'finds'], ...rows]));
    return 0;
  },
};
