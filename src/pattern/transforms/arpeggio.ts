// arpeggio: the notes of chords one after another.

import { type Shape, shapeOrder, shapes } from '../../music/arpeggio.ts';
import { lcm, toNumber } from '../../music/rational.ts';
import { drawAt } from '../chance.ts';
import { within } from '../measures.ts';
import { endless, inTime, momentOf, notesOf, type Played, remade, scaled, together } from '../notes.ts';
import { noteOf, pitchesOf } from '../pitches.ts';
import { countParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const arpeggio = transform({
  name: 'arpeggio',
  doc: 'Plays the notes of each chord one after another for as long as it stands, in that shape and note value; notes that stand together are a chord. `played` keeps the order in which they are written, `random` is drawn from the seed of the song.',
  example: 'verse_p.arpeggio(up, 1/16)',
  parameters: [
    { kind: 'choice', name: 'shape', doc: 'the order of the notes', choices: shapes, default: 'up' },
    {
      kind: 'time',
      name: 'step',
      doc: 'how long each note is',
      positive: true,
      default: { value: 1 / 16, quantity: 'notes' },
    },
    countParameter('octaves', 'over how many octaves', { max: 6, byDefault: 1 }),
  ],
  apply: (of, [shape, length, octaves], { seed, scale }) => {
    const grid = within(lcm(of.grid, length.d));
    const step = (grid / length.d) * length.n;
    const isDrawn = shape === 'random';
    const notes = notesOf(of);
    const longest = Math.ceil(toNumber(length));
    const change = {
      grid,
      period: isDrawn ? endless : of.period,
      density: of.density * (Math.ceil(length.d / length.n) + 1),
      reach: 0,
      firstHeardIn: (cycle: number) => cycle - longest,
    };
    // Each bar makes its own notes, also of chords that began long before it: so a chord may stand for ever.
    return remade(of, change, (begun, cycle) => {
      const held = scaled(notes.heldInto(cycle), grid / of.grid);
      const result: Played[] = [];
      for (const group of together([...inTime(held), ...begun])) {
        const { begin } = group[0]!;
        const pitched = group
          .flatMap((note) => pitchesOf(note.value, scale).map((midi) => ({ note, midi })))
          .slice(0, mostNotes);
        if (begin >= 0) result.push(...group.filter(({ value }) => value.kind === 'hit'));
        if (pitched.length === 0) continue;
        const order = shapeOrder(
          shape as Shape,
          pitched.map(({ midi }) => midi),
          octaves,
        );
        const end = group.reduce((latest, note) => Math.max(latest, note.end), begin);
        for (let index = Math.max(0, Math.ceil(-begin / step)); ; index += 1) {
          const at = begin + index * step;
          if (at >= Math.min(end, grid)) break;
          const { n, d } = momentOf(at, grid);
          const place = isDrawn ? drawAt(seed, cycle, n, d) : index;
          const { of: from, octave } = order[place % order.length]!;
          const { note, midi } = pitched[from]!;
          result.push({
            ...note,
            begin: at,
            end: Math.min(at + step, end),
            value: noteOf(midi + 12 * octave),
          });
        }
      }
      return result;
    });
  },
});

/** Notes of a chord that are arpeggiated, at most. */
const mostNotes = 32;
