// What a run of the command line chooses of the checks: `--profile pop`, `--rule HAR1=off`, `--rule INS2.breath=10`.

import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Choices, choicesOf } from '../check/choices.ts';
import { figureNamed } from '../check/figures.ts';
import { profiles } from '../check/profiles.ts';
import { ruleNamed } from '../check/rules.ts';
import { type RuleChoice, ruleChoices } from '../song/checks.ts';

export interface ChosenOptions {
  readonly profile?: string;
  readonly rule?: Readonly<Record<string, string | number>>;
}

export const withChoices = (command: Command): Command =>
  command
    .addOption(
      new Option('--profile <name>', 'the kind of music, for songs that do not say it').choices(
        profiles.map(({ name }) => name),
      ),
    )
    .addOption(
      new Option(
        '--rule <choice>',
        'HAR1=off, ARR2=error, INS2.breath=10; may stand several times',
      ).argParser(read),
    );

export const choicesIn = ({ profile, rule }: ChosenOptions): Choices =>
  choicesOf({ ...rule, ...(profile === undefined ? {} : { profile }) });

const read = (
  written: string,
  before: Readonly<Record<string, string | number>> | undefined,
): Readonly<Record<string, string | number>> => {
  const [name = '', value = ''] = written.split('=');
  const figure = figureNamed(name);
  const number = Number(value);
  if (figure && value !== '' && number >= figure.min && number <= figure.max)
    return { ...before, [name]: number };
  if (figure)
    throw new InvalidArgumentError(
      `${name} takes a number from ${figure.min} to ${figure.max}, such as ${name}=${figure.default}.`,
    );
  if (!ruleNamed(name))
    throw new InvalidArgumentError(`There is no check ${name}. \`codetta checks\` lists them.`);
  if (!ruleChoices.includes(value as RuleChoice))
    throw new InvalidArgumentError(
      `${name} is ${ruleChoices.join(', ')}, not ${value === '' ? 'nothing' : value}.`,
    );
  return { ...before, [name]: value };
};
