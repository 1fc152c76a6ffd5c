// In the line of a statement, before its block: types, patterns, sections, the length of a section.

import { hostedInstruments, instrumentNamed, instruments } from '../../../vocabulary/instruments.ts';
import { plugPrefix } from '../../../vocabulary/plugins.ts';
import type { Completion, Reading } from '../../language.ts';
import { polySynth } from '../lower/instrument.ts';
import { textOf } from '../lower/value.ts';
import type { Statement } from '../tree.ts';
import { completeForm, completeSections } from './forms.ts';
import { completeHosted, offerHosted } from './hosted.ts';
import type { Left } from './left.ts';
import { caret, offer } from './offer.ts';
import { completePatterns } from './patterns.ts';

export function completeHead(
  reading: Reading,
  { keyword, head, equals }: Statement,
  left: Left,
): readonly Completion[] {
  const behindEquals = equals !== undefined && left.from >= equals.to;
  switch (keyword?.text) {
    case 'instrument':
      return behindEquals ? completeTypes(left) : [];
    // A pattern of itself would never sound.
    case 'pattern':
      return behindEquals
        ? completePatterns(reading, left).filter(
            ({ label }) => head[0] === undefined || label !== textOf(head[0]),
          )
        : [];
    case 'arrange':
      return completeSections(reading.song, left);
    default:
      return completeForm(keyword?.text ?? '', reading.song, left) ?? [];
  }
}

function completeTypes(left: Left): readonly Completion[] {
  if (left.prefix.startsWith(`${plugPrefix}.`)) return completeHosted(left, 'instrument', hostedInstruments);
  const types = instruments.map((type, rank) =>
    offer(left, caret(left), 'instrument', type.name, {
      detail: type.doc.split(':')[0]!,
      documentation: `${type.doc}\n\n\`\`\`song\n${type.example}\n\`\`\``,
      ...(type.sampled ? { insert: `${type.name}("\${1:piano}")`, snippet: true } : {}),
      rank,
    }),
  );
  if (left.opener === '(')
    return [
      ...types.filter(({ label }) => !instrumentNamed(label)?.sampled),
      offerHosted(left, 'instruments'),
    ];
  return [
    ...types,
    offer(left, caret(left), 'instrument', polySynth, {
      detail: 'several voices of an instrument',
      insert: `${polySynth}(\${1|${instruments
        .filter(({ sampled }) => !sampled)
        .map(({ name }) => name)
        .join(',')}|})`,
      snippet: true,
      rank: 50,
    }),
    offerHosted(left, 'instruments'),
  ];
}
