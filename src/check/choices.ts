// What is chosen of the checks, and by whom: the song before the workspace, either before the profile, and
// the profile before what a rule says itself.

import { type RuleChoice, ruleChoices } from '../song/checks.ts';
import type { Severity } from '../song/problem.ts';
import type { Song } from '../song/song.ts';
import { type Figure, figureNamed } from './figures.ts';
import { type Profile, profileNamed } from './profiles.ts';
import type { Rule } from './rule.ts';

/** Chosen for all songs of a workspace, or of a run: what a song says itself comes first. */
export interface Choices {
  readonly profile?: string;
  readonly rules?: Readonly<Record<string, RuleChoice>>;
  /** By path, in base units. */
  readonly figures?: Readonly<Record<string, number>>;
}

export interface Chosen {
  readonly profile?: Profile;
  /** Whether a rule runs at all. */
  readonly runs: (rule: Rule) => boolean;
  /** How grave a finding of it is. */
  readonly severity: (rule: string, own: Severity) => Severity;
  readonly figure: (figure: Figure) => number;
  /** Rules that somebody turned off, by id. */
  readonly isOff: (rule: string) => boolean;
}

export const chosenFor = ({ checks }: Song, choices: Choices = {}): Chosen => {
  const name = checks?.profile?.name ?? choices.profile;
  const profile = name === undefined ? undefined : profileNamed(name);
  const ruled = new Map<string, RuleChoice>([
    ...Object.entries(profile?.rules ?? {}),
    ...Object.entries(choices.rules ?? {}),
    ...(checks?.rules ?? []).map(({ rule, choice }) => [rule.name, choice] as const),
  ]);
  const figured = new Map<string, number>([
    ...Object.entries(profile?.figures ?? {}),
    ...Object.entries(choices.figures ?? {}),
    ...(checks?.figures ?? []).map(({ path, value }) => [path.name, value.value] as const),
  ]);
  const isOff = (rule: string): boolean => ruled.get(rule) === 'off';
  return {
    ...(profile ? { profile } : {}),
    runs: ({ id, isOptional }) => !isOff(id) && (!isOptional || ruled.has(id)),
    severity: (rule, own) => {
      const choice = ruled.get(rule);
      return choice === undefined || choice === 'on' || choice === 'off' ? own : choice;
    },
    figure: (figure) => figured.get(figure.path) ?? figure.default,
    isOff,
  };
};

/**
 * Choices as a setting or a flag writes them, `{ "profile": "pop", "HAR1": "off", "INS2.breath": 10 }`, as far
 * as they are understood.
 */
export const choicesOf = (settings: unknown): Choices => {
  if (typeof settings !== 'object' || settings === null) return {};
  const rules: Record<string, RuleChoice> = {};
  const numbers: Record<string, number> = {};
  let profile: string | undefined;
  for (const [key, value] of Object.entries(settings)) {
    if (key === 'profile') profile = typeof value === 'string' ? value : undefined;
    else if (typeof value === 'number' && figureNamed(key)) numbers[key] = value;
    else if (ruleChoices.includes(value as RuleChoice)) rules[key] = value as RuleChoice;
  }
  return { ...(profile === undefined ? {} : { profile }), rules, figures: numbers };
};
