// euclid: another rhythm for the same notes.

import { lcm } from '../../music/rational.ts';
import { within } from '../measures.ts';
import { bjorklund } from '../mini/euclid.ts';
import { notesOf, type Played, remade } from '../notes.ts';
import { countParameter } from './parameters.ts';
import { transform } from './transform.ts';

export const euclid = transform({
  name: 'euclid',
  doc: 'Gives the pattern a new rhythm: so many pulses, spread over so many steps of a bar as evenly as can be. Each pulse plays what the pattern sounds at that moment.',
  example: 'bassline.euclid(5, 8)',
  parameters: [
    countParameter('pulses', 'how many notes', { max: 256 }),
    countParameter('steps', 'over how many steps', { max: 256 }),
    countParameter('rotation', 'begun so many steps later', { min: -256, max: 256, byDefault: 0 }),
  ],
  apply: (of, [pulses, steps, rotation]) => {
    const notes = notesOf(of);
    const grid = within(lcm(of.grid, steps));
    const finer = grid / of.grid;
    const step = grid / steps;
    const rhythm = bjorklund(pulses, steps, rotation);
    const change = { grid, extent: 1, density: pulses * Math.min(of.density, mostVoices), reach: 0 };
    return remade(of, change, (_begun, cycle) => {
      const sounding = [...notes.heldInto(cycle), ...notes.begunIn(cycle)];
      const result: Played[] = [];
      for (const [index, pulse] of rhythm.entries()) {
        if (!pulse) continue;
        const begin = index * step;
        const heard = sounding.filter((note) => note.begin * finer <= begin && begin < note.end * finer);
        for (const note of heard.slice(0, mostVoices)) result.push({ ...note, begin, end: begin + step });
      }
      return result;
    });
  },
});

/** Notes at one moment, at most. */
const mostVoices = 16;
