// Songs in TypeScript as a language of songs. A text alone says nothing here: it is run first, in the sandbox, by
// whoever has a worker for it; what came out is what the reading is made of. Types, completion of names and the
// outline of the program are TypeScript's own business.

import type { Language, OutlineItem, Reading } from '../language.ts';
import { complete as completeMade } from '../song/complete.ts';
import { hover as hoverMade } from '../song/hover.ts';
import { outline as outlineMade } from '../song/outline.ts';
import { edit } from './edit.ts';
import { inMade, inProgram } from './mini-places.ts';
import { print } from './print.ts';
import { isEvaluated, unevaluated } from './reading.ts';

export const typescriptLanguage: Language = {
  id: 'song-typescript',
  endings: ['.song.ts'],
  read: unevaluated,
  edit,
  complete: (reading, offset) => {
    const at = inMade(reading, offset);
    if (!at) return [];
    return completeMade(at.made, at.offset).flatMap((completion) => {
      const range = inProgram(at, completion.range);
      return range ? [{ ...completion, range }] : [];
    });
  },
  hover: (reading, offset) => {
    const at = inMade(reading, offset);
    const hover = at && hoverMade(at.made, at.offset);
    const range = hover && inProgram(at, hover.range);
    return range && { ...hover, range };
  },
  signature: () => undefined,
  refactor: () => [],
  outline: (reading) => {
    const own = reading.base ?? reading;
    if (!isEvaluated(own) || !own.made) return [];
    const { made, origins } = own;
    // An item stands where the id of the same place in the song that came out leads.
    const places = new Map(made.origins.map(({ from, to }, id) => [`${from} ${to}`, id]));
    const placed = (item: OutlineItem): readonly OutlineItem[] => {
      const [whole, name] = [item.range, item.selection].map(({ from, to }) => places.get(`${from} ${to}`));
      const range = whole === undefined ? undefined : origins[whole];
      const selection = (name === undefined ? undefined : origins[name]) ?? range;
      if (!range || !selection) return item.children.flatMap(placed);
      const holds = range.from <= selection.from && selection.to <= range.to;
      return [
        { ...item, range, selection: holds ? selection : range, children: item.children.flatMap(placed) },
      ];
    };
    return outlineMade(made).flatMap(placed);
  },
  // The layout of a program is its own formatter's.
  format: ({ text }: Reading) => text,
  print,
};
