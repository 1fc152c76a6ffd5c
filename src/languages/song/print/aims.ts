// What is expected of a song and where it goes, as text.

import type { Delivery, Expectation } from '../../../song/brief.ts';
import type { CheckSettings } from '../../../song/checks.ts';
import type { Page } from './page.ts';
import { measureText, noteSpanText, spanText, valueText } from './value.ts';

export function printExpectations(page: Page, expectations: readonly Expectation[]): void {
  page.group();
  for (const expectation of expectations) page.line(`expect ${expectationText(expectation)}`, expectation.id);
}

export function expectationText(expectation: Expectation): string {
  switch (expectation.kind) {
    case 'louder': {
      const { section, than, by } = expectation;
      return `${section.name} louder than ${than.name}${by ? ` by ${measureText(by)}` : ''}`;
    }
    case 'within':
      return `${expectation.track.name} within ${noteSpanText(expectation.low, expectation.high)}`;
    case 'length':
      return `length ${spanText(expectation.shortest, expectation.longest)}`;
    case 'loudness':
      return `loudness ${spanText(expectation.least, expectation.most)}`;
    case 'noClip':
      return 'no clip';
    case 'monoLoss':
      return `mono loss under ${measureText(expectation.under)}`;
    case 'endsInKey':
      return 'ends in key';
  }
}

export function printDeliveries(page: Page, deliveries: readonly Delivery[]): void {
  page.group();
  for (const { targets, extras, declaration } of deliveries) {
    const head = `deliver ${targets.map(({ name }) => name).join(', ')}`;
    const entries = extras.map(({ name, value }) => ({
      text: value ? `${name.name}: ${valueText(value)}` : name.name,
      id: name.id,
    }));
    if (entries.length === 0) page.line(head, declaration);
    else page.block(head, entries, declaration);
  }
}

/** `profile: chorale`, `HAR1: off`, `INS2.breath: 10s`: what a song says of its checks, by the words before the colons. */
export const checkEntries = ({ profile, rules, figures }: CheckSettings) => [
  ...(profile ? [{ key: 'profile', text: profile.name, id: profile.id }] : []),
  ...rules.map(({ rule, choice }) => ({ key: rule.name, text: choice as string, id: rule.id })),
  ...figures.map(({ path, value }) => ({ key: path.name, text: measureText(value), id: path.id })),
];

export function printChecks(page: Page, checks: CheckSettings): void {
  page.group();
  const entries = checkEntries(checks).map(({ key, text, id }) => ({ text: `${key}: ${text}`, id }));
  page.block('checks', entries, checks.declaration);
}
