// A tuning: what each MIDI note sounds as, by a Scala scale and a keyboard mapping.

import type { KeyboardMap } from './keyboard-map.ts';
import { plainMap } from './keyboard-map.ts';
import type { ScalaScale } from './scala-scale.ts';

export interface Tuning {
  /**
   * The pitch of a MIDI note as a MIDI number with its fraction (69.0 is 440 Hz), or undefined where the
   * mapping leaves the key silent. Between two notes, what is over is kept.
   */
  pitchOf(midi: number): number | undefined;
}

export type TuningResult =
  | { readonly ok: true; readonly tuning: Tuning }
  | { readonly ok: false; readonly reason: string };

/** The tuning that a scale and a mapping make, or why they make none. */
export const tuningOf = (scale: ScalaScale, map: KeyboardMap = plainMap): TuningResult => {
  if (scale.degrees.length === 0)
    return { ok: false, reason: 'The scale has no notes, so there is nothing to tune by.' };
  const reference = centsOfKey(scale, map, map.reference);
  if (reference === undefined)
    return {
      ok: false,
      reason: `The mapping leaves its reference note ${map.reference} silent, so no pitch is known.`,
    };
  const referencePitch = 69 + 12 * Math.log2(map.frequency / 440);
  return {
    ok: true,
    tuning: {
      pitchOf: (midi) => {
        const key = Math.round(midi);
        if (key < map.first || key > map.last) return midi;
        const cents = centsOfKey(scale, map, key);
        return cents === undefined ? undefined : referencePitch + (cents - reference) / 100 + (midi - key);
      },
    },
  };
};

/** Cents of a degree above degree 0; degrees go on above the last and below 0. */
const centsOfDegree = ({ degrees }: ScalaScale, degree: number): number => {
  const rounds = Math.floor(degree / degrees.length);
  const within = degree - rounds * degrees.length;
  return rounds * degrees.at(-1)! + (within === 0 ? 0 : degrees[within - 1]!);
};

/** Cents above the degree 0 of the middle note. */
const centsOfKey = (
  scale: ScalaScale,
  { middle, octave, entries }: KeyboardMap,
  key: number,
): number | undefined => {
  const steps = key - middle;
  if (entries.length === 0) return centsOfDegree(scale, steps);
  const rounds = Math.floor(steps / entries.length);
  const degree = entries[steps - rounds * entries.length];
  if (degree === undefined) return undefined;
  return (
    centsOfDegree(scale, degree) + rounds * centsOfDegree(scale, octave === 0 ? scale.degrees.length : octave)
  );
};
