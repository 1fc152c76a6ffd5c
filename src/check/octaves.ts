// A written note in another octave or at another pitch: what several fixes do.

import { readNote } from '../music/pitch.ts';
import type { SourceId } from '../song/origin.ts';
import type { Change } from '../song/problem.ts';
import type { CheckContext } from './rule.ts';

/** The note of a token, moved by octaves and spelled as it was; undefined where the token is no note. */
export const octaveText = (id: SourceId, octaves: number, { index }: CheckContext): string | undefined => {
  const atom = index.atoms.get(id);
  if (atom?.kind !== 'note') return undefined;
  return readNote(atom.name)?.name.replace(/-?\d+$/, (octave) => `${Number(octave) + octaves}`);
};

export const octaveChange = (id: SourceId, octaves: number, context: CheckContext): Change | undefined => {
  const text = octaveText(id, octaves, context);
  return text === undefined ? undefined : { do: 'replace', id, text };
};
