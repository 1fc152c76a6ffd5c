// Shapes of arpeggios: in which order the notes of a chord come.

export const shapes = ['up', 'down', 'updown', 'downup', 'converge', 'diverge', 'random', 'played'] as const;

export type Shape = (typeof shapes)[number];

/** A note of an arpeggio: which of the chord's, and how many octaves higher. */
export interface ArpeggioNote {
  readonly of: number;
  readonly octave: number;
}

/**
 * One round of an arpeggio. `updown` and `downup` turn without repeating the ends; `converge` goes from the
 * outer notes inwards, `diverge` back out; of `random` each is to be drawn from.
 * @param midi    the chord's notes in the order played, at least one
 * @param octaves over how many octaves, at least 1
 */
export const shapeOrder = (
  shape: Shape,
  midi: readonly number[],
  octaves: number,
): readonly ArpeggioNote[] => {
  const indices = midi.map((_, index) => index);
  const order = shape === 'played' ? indices : indices.sort((a, b) => midi[a]! - midi[b]! || a - b);
  const up = Array.from({ length: octaves }, (_, octave) => order.map((of) => ({ of, octave }))).flat();
  // Over several octaves a wide chord overlaps itself; what is low is played low.
  if (shape !== 'played') up.sort((a, b) => pitch(midi, a) - pitch(midi, b));
  switch (shape) {
    case 'up':
    case 'random':
    case 'played':
      return up;
    case 'down':
      return up.toReversed();
    case 'updown':
      return thereAndBack(up);
    case 'downup':
      return thereAndBack(up.toReversed());
    case 'converge':
      return inwards(up);
    case 'diverge':
      return inwards(up).toReversed();
  }
};

const pitch = (midi: readonly number[], { of, octave }: ArpeggioNote): number => midi[of]! + 12 * octave;

const thereAndBack = (notes: readonly ArpeggioNote[]): readonly ArpeggioNote[] => [
  ...notes,
  ...notes.slice(1, -1).toReversed(),
];

const inwards = (notes: readonly ArpeggioNote[]): readonly ArpeggioNote[] =>
  notes.map((_, index) => notes.at(index % 2 === 0 ? index / 2 : -(index + 1) / 2)!);
