// chord: a chord on each note.

import { chordSymbol, commonChordTypes, intervalsNamed } from '../../music/chord.ts';
import { stepsFrom } from '../../music/degree.ts';
import type { KeyScale } from '../../music/scale.ts';
import { nearest } from '../../song/nearest.ts';
import type { AtomValue } from '../../song/pattern.ts';
import { mapValues } from '../alter.ts';
import { pitchesOf } from '../pitches.ts';
import { inScaleParameter } from './parameters.ts';
import { type TextParameter, transform } from './transform.ts';

/** Chords that are stacked from thirds of the key, by how many notes they have. */
const stacked: Readonly<Record<string, number>> = {
  triad: 3,
  seventh: 4,
  ninth: 5,
  eleventh: 6,
  thirteenth: 7,
};

/** Semitones above the note, or how many thirds of the scale. */
type Kind = { readonly intervals: readonly number[]; readonly ending: string } | { readonly notes: number };

const kindParameter = {
  kind: 'text',
  name: 'kind',
  doc: 'an ending of a chord symbol (m7, sus4, maj), or triad, seventh, ninth: thirds of the key',
  offers: [...Object.keys(stacked), 'maj', ...commonChordTypes.filter((ending) => ending !== '')],
  optional: 'triad',
  read: (text) => {
    const written = text.trim();
    const notes = Object.hasOwn(stacked, written) ? stacked[written] : undefined;
    if (notes !== undefined) return { meaning: { notes } };
    const ending = written === 'maj' || written === 'major' ? '' : written;
    const intervals = intervalsNamed(ending);
    if (intervals) return { meaning: { intervals, ending } };
    const close = nearest(written, kindParameter.offers);
    const message = `"${written}" is no kind of chord. ${close ? `Did you mean ${close}?` : 'Write an ending such as m7 or sus4, or triad, seventh, ninth.'}`;
    return close ? { message, instead: close } : { message };
  },
} as const satisfies TextParameter<Kind>;

export const chord = transform({
  name: 'chord',
  doc: 'Builds a chord on each note: of one kind (m7, sus4), or of thirds in the key (triad, seventh, ninth), which is major or minor as the key has it.',
  example: '"a3 f3 c4 g3".chord(seventh)',
  parameters: [kindParameter, inScaleParameter],
  apply: (of, [kind = { notes: 3 }, given], context) =>
    mapValues(of, (value) => chordOn(value, kind, given ?? context.scale)),
});

const chordOn = (value: AtomValue, kind: Kind, scale: KeyScale): AtomValue => {
  const [root] = value.kind === 'chord' ? [] : pitchesOf(value, scale);
  if (root === undefined) return value;
  const midi =
    'intervals' in kind
      ? kind.intervals.map((interval) => root + interval)
      : Array.from({ length: kind.notes }, (_, third) => stepsFrom(scale, root, 2 * third));
  const intervals = midi.map((note) => Math.round(note - root));
  return { kind: 'chord', symbol: chordSymbol(root, intervals, scale), midi };
};
