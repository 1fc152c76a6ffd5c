// What is expected of a song and where it goes, as text.

import type { Delivery, Expectation } from '../../../song/brief.ts';
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
