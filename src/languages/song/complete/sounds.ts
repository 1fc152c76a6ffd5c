// In the brackets of a Sampler and a Kit: the sounds that come along, by their names.

import { type BundledSound, bundledInstruments, bundledKits } from '../../../vocabulary/bundled-sounds.ts';
import type { Completion, Reading } from '../../language.ts';
import type { Left } from './left.ts';

/** What can be named in the string at the caret; undefined where it names no sounds. */
export function completeSounds(
  { text }: Reading,
  { call }: Left,
  offset: number,
): readonly Completion[] | undefined {
  const named = sounds[call?.at(-1)?.text ?? ''];
  if (!named) return undefined;
  const from = text.lastIndexOf('"', offset - 1) + 1;
  const rest = /^[^"\r\n]*/.exec(text.slice(offset))![0];
  // Without its other quote, what stands behind the caret is not of the string.
  const isClosed = text[offset + rest.length] === '"';
  const range = { from, to: isClosed ? offset + rest.length : offset };
  return named.map(({ name, doc }, rank) => ({
    label: name,
    kind: 'instrument',
    detail: doc,
    insert: name,
    range,
    rank,
  }));
}

const sounds: Readonly<Record<string, readonly BundledSound[]>> = {
  Sampler: bundledInstruments,
  Kit: bundledKits.map(({ name, doc }) => ({ name: `bundled/${name}`, doc })),
};
