// What a song says of the checks it is held to: a profile, severities, and figures of its own.
// Plain data: what rules and profiles there are, the checks know.

import type { SourceId } from './origin.ts';
import type { Severity } from './problem.ts';
import type { Measure, Name } from './value.ts';

/** How a rule counts: as it always does (`on`), not at all, or as grave as that. */
export type RuleChoice = 'on' | 'off' | Severity;

export const ruleChoices: readonly RuleChoice[] = ['off', 'on', 'information', 'warning', 'error'];

/** `checks { profile: chorale, HAR1: off, INS2.breath: 10s }`. */
export interface CheckSettings {
  readonly profile?: Name;
  readonly rules: readonly { readonly rule: Name; readonly choice: RuleChoice }[];
  /** Figures by their path, in base units. */
  readonly figures: readonly { readonly path: Name; readonly value: Measure }[];
  readonly declaration: SourceId;
}
