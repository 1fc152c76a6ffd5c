// codetta checks: the rules that a song is held to, and what profiles make of them.

import type { Command } from 'commander';
import { figuresOf } from '../check/figures.ts';
import { profiles } from '../check/profiles.ts';
import type { Rule } from '../check/rule.ts';
import { rules } from '../check/rules.ts';
import { written } from '../vocabulary/written.ts';
import { table } from './table.ts';
import type { Verb } from './verb.ts';

export const checksVerb: Verb = {
  describe: (command: Command) =>
    command
      .summary('list the rules that songs are checked by')
      .description(
        'Lists the rules that songs are checked by, their figures and profiles. A line is excused by\n' +
          '`// codetta-ignore RULE: reason`; a song chooses by `checks { profile: pop, HAR1: off }`.',
      )
      .option('--json', 'for programs, with the reason and the examples of each'),
  run: async (terminal, { json }: { json?: boolean }) => {
    if (json) {
      terminal.out(JSON.stringify({ rules: rules.map(fullRow), profiles }, undefined, 2));
      return 0;
    }
    const rows = rules.map((rule) => [
      rule.id,
      rule.isOptional ? `${rule.severity}, optional` : rule.severity,
      rule.tier,
      rule.title,
      changesOf(rule),
    ]);
    terminal.out(table([['rule', 'severity', 'needs', 'finds', 'profiles'], ...rows]));
    return 0;
  },
};

const fullRow = (rule: Rule): object => {
  const { id, severity, tier, title, why, examples } = rule;
  return {
    id,
    severity,
    optional: rule.isOptional === true,
    fixedByFixAll: rule.isSafeToFix === true,
    tier,
    title,
    why,
    figures: figuresOf(id).map(({ path, quantity, default: value, doc, source }) => ({
      path,
      value,
      written: written(value, quantity),
      doc,
      source,
    })),
    profiles: Object.fromEntries(
      profiles.flatMap((profile) => {
        const changes = changesIn(profile, rule);
        return changes.length === 0 ? [] : [[profile.name, changes.join(', ')]];
      }),
    ),
    examples,
  };
};

const changesOf = (rule: Rule): string =>
  profiles
    .flatMap((profile) => changesIn(profile, rule).map((change) => `${profile.name}: ${change}`))
    .join('; ');

const changesIn = (profile: (typeof profiles)[number], { id }: Rule): readonly string[] => [
  ...(profile.rules[id] === undefined ? [] : [profile.rules[id]]),
  ...figuresOf(id).flatMap(({ path, quantity }) =>
    profile.figures[path] === undefined ? [] : [`${path} ${written(profile.figures[path], quantity)}`],
  ),
];
