// A strip of the song by its name: a track, a bus, or the master.

import type { Insert, Strip } from '../../../song/song.ts';
import type { StripKind } from '../../../vocabulary/layout.ts';
import type { Reading } from '../../language.ts';
import type { Statement, Tree } from '../tree.ts';
import { statementOf } from './places.ts';

export interface StripPlace {
  readonly kind: StripKind;
  readonly name: string;
  readonly strip: Pick<Strip, 'inserts' | 'sends' | 'bypass'>;
}

export function stripNamed({ song }: Pick<Reading, 'song'>, name: string): StripPlace | undefined {
  if (name === 'master') return { kind: 'master', name, strip: { ...song.master, sends: [] } };
  const track = song.tracks.find((one) => one.name.name === name);
  if (track) return { kind: 'track', name, strip: track };
  const bus = song.buses.find((one) => one.name.name === name);
  return bus && { kind: 'bus', name, strip: bus };
}

export const statementFor = (tree: Tree, { kind, name }: StripPlace): Statement | undefined =>
  statementOf(tree, kind, kind === 'master' ? undefined : name);

/** The names of a strip's effects, in the order of the signal. */
export const effectNames = (inserts: readonly Insert[]): readonly string[] =>
  inserts.map(({ effect }) => effect.name);
