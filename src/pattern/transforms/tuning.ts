// tuning: pitches by a Scala tuning that the song declares.

import { noteName } from '../../music/pitch.ts';
import type { AtomValue } from '../../song/pattern.ts';
import { voiced } from '../voices.ts';
import type { TextParameter } from './transform.ts';
import { transform } from './transform.ts';

const tuningParameter = {
  kind: 'text',
  name: 'tuning',
  doc: 'a tuning of the song, by its name',
  offers: [],
  names: 'tuning',
  read: (text) => ({ meaning: text.trim() }),
} as const satisfies TextParameter<string>;

export const tuning = transform({
  name: 'tuning',
  doc: 'Plays notes and chords as a tuning of the song has them: `tuning partch = "partch_43.scl"`. Degrees are its own, 0 being c4; what its mapping leaves silent is a rest. It stands last: what follows would move what is tuned.',
  example: '"0 7 14 21".tuning(partch)',
  parameters: [tuningParameter],
  apply: (of, [name], { pitchesOf }) => {
    const pitches = pitchesOf(name);
    // Without its file the music plays as it would without the tuning.
    if (!pitches) return of;
    return voiced(of, {}, (moment) => {
      const value = tuned(moment.value, pitches);
      return value ? [{ value, velocity: moment.velocity }] : [];
    });
  },
});

/** The MIDI note that degree 0 of a tuning stands on. */
const tonic = 60;

/** By the pitches of MIDI notes 0 to 127; undefined where nothing sounds. */
const tuned = (value: AtomValue, pitches: readonly (number | null)[]): AtomValue | undefined => {
  const pitchOf = (midi: number): number | null => {
    const key = Math.round(midi);
    const pitch = pitches[key];
    // Keys beyond the table stay as they are, as a mapping leaves those beyond its ends.
    return typeof pitch === 'number' ? pitch + midi - key : pitch === null ? null : midi;
  };
  switch (value.kind) {
    case 'note': {
      const midi = pitchOf(value.midi);
      return midi === null ? undefined : { ...value, midi };
    }
    case 'degree': {
      const midi = pitchOf(tonic + value.degree + value.alter);
      return midi === null ? undefined : { kind: 'note', midi, name: noteName(midi) };
    }
    case 'chord': {
      const midi = value.midi.map(pitchOf).filter((pitch) => pitch !== null);
      return midi.length === 0 ? undefined : { ...value, midi };
    }
    case 'hit':
      return value;
  }
};
