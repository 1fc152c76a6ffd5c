// What Tone.js plays in the core's place: its instruments and effects behind `tone.`, and the way there.

import { plugPrefix } from '../../../vocabulary/plugins.ts';
import type { Completion } from '../../language.ts';
import type { Left } from './left.ts';
import { caret, type Kind, offer } from './offer.ts';

/** The names behind `tone.`; an effect with its colon. */
export const completeHosted = (
  left: Left,
  kind: Kind & ('instrument' | 'effect'),
  types: readonly { readonly name: string; readonly doc: string; readonly example: string }[],
): readonly Completion[] =>
  types.map((type, rank) =>
    offer(left, caret(left), kind, type.name, {
      detail: type.doc.split(',')[0]!,
      documentation: `${type.doc}\n\n\`\`\`song\n${type.example}\n\`\`\``,
      ...(kind === 'effect' && { insert: `${type.name}: ` }),
      rank,
    }),
  );

/** One offer that leads to them: they are many, and most songs have none. */
export const offerHosted = (left: Left, what: 'instruments' | 'effects'): Completion =>
  offer(left, caret(left), 'value', `${plugPrefix}.`, {
    detail: `Tone.js’s own ${what}`,
    documentation: `Tone.js’s own ${what}, played in its graph: a bounce of them takes a browser.`,
    rank: 200,
  });
