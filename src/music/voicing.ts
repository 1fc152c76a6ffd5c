// Voicings: which octave each note of a chord sounds in, and how one chord leads to the next.
// A progression is led as a whole: of all ways through its chords, the one in which the voices move least.

/** What a chord is made of, whatever its octaves. */
export interface ChordTones {
  /** Pitch classes 0 up to, without, 12, possibly fractional; the root first. */
  readonly classes: readonly number[];
  /** The pitch class below all others, where the symbol has a slash. */
  readonly bass?: number;
}

export const voicingStyles = ['close', 'open', 'drop2', 'drop3', 'rootless'] as const;

export type VoicingStyle = (typeof voicingStyles)[number];

/** Where the notes may lie; a slash bass may lie an octave below. MIDI, at least an octave wide. */
export interface Register {
  readonly low: number;
  readonly high: number;
}

/** Notes from the bass up. */
export type Voicing = readonly number[];

/**
 * Every voicing of a chord in a register: all inversions, in every octave that has room. Of a chord that
 * has no room those that come nearest.
 */
export const voicingsOf = (
  { classes, bass }: ChordTones,
  style: VoicingStyle,
  register: Register,
): readonly Voicing[] => {
  const upper = bass === undefined ? classes : classes.filter((one) => one !== bass);
  const tones = style === 'rootless' && upper.length > 3 ? upper.filter((one) => one !== classes[0]) : upper;
  const shapes = inversions(tones.length > 0 ? tones : classes).map((close) => spread(close, style));
  const placed = shapes.flatMap((shape) => octaves(shape, register));
  const fitting = placed.filter((notes) => notes[0]! >= register.low && notes.at(-1)! <= register.high);
  const found = fitting.length > 0 ? fitting : leastOutside(placed, register);
  return found.map((notes) => (bass === undefined ? notes : [below(bass, notes[0]!), ...notes]));
};

/**
 * One voicing for each chord, so that the voices move least from chord to chord, and from the last back
 * to the first where the progression comes round.
 * @param candidates of each chord, at least one
 */
export const led = (
  candidates: readonly (readonly Voicing[])[],
  { low, high }: Register,
  comesRound: boolean,
): readonly Voicing[] => {
  if (candidates.length === 0) return [];
  const middle = (low + high) / 2;
  const home = (notes: Voicing): number => Math.abs(mean(notes) - middle) * homing;
  const first = candidates[0]!;
  // In a circle every begin is tried; else the one nearest to the middle of the register is taken.
  const begins =
    comesRound && candidates.length <= longestCircle
      ? first
      : [first.reduce((best, notes) => (home(notes) < home(best) ? notes : best))];
  let best: { readonly cost: number; readonly path: readonly Voicing[] } | undefined;
  for (const begin of begins) {
    const way = cheapest(candidates, begin, home, comesRound);
    if (!best || way.cost < best.cost - 1e-9) best = way;
  }
  return best!.path;
};

/** Semitones that voices move from one voicing to the next: each to the nearest, from both sides. */
export const movement = (from: Voicing, to: Voicing): number => {
  if (from.length === to.length)
    return from.reduce((sum, note, voice) => sum + Math.abs(note - to[voice]!), 0);
  return (distances(from, to) + distances(to, from)) / 2;
};

/** How much a semitone away from the middle weighs against a semitone of movement. */
const homing = 0.2;

/** Chords of a circle whose every begin is tried. */
const longestCircle = 64;

const cheapest = (
  candidates: readonly (readonly Voicing[])[],
  begin: Voicing,
  home: (notes: Voicing) => number,
  comesRound: boolean,
): { readonly cost: number; readonly path: readonly Voicing[] } => {
  let costs = [home(begin)];
  let before: readonly Voicing[] = [begin];
  const came: number[][] = [];
  for (const voicings of candidates.slice(1)) {
    const next: number[] = [];
    const from: number[] = [];
    const moves = movements(before, voicings);
    for (const [to, notes] of voicings.entries()) {
      let [least, place] = [Number.POSITIVE_INFINITY, 0];
      for (let index = 0; index < before.length; index += 1) {
        const cost = costs[index]! + moves[to]![index]!;
        if (cost < least - 1e-9) [least, place] = [cost, index];
      }
      next.push(least + home(notes));
      from.push(place);
    }
    came.push(from);
    costs = next;
    before = voicings;
  }
  const ends = costs.map((cost, index) => cost + (comesRound ? movement(before[index]!, begin) : 0));
  let place = ends.reduce((best, cost, index) => (cost < ends[best]! - 1e-9 ? index : best), 0);
  const cost = ends[place]!;
  const path: Voicing[] = [];
  for (let chord = candidates.length - 1; chord > 0; chord -= 1) {
    path.push(candidates[chord]![place]!);
    place = came[chord - 1]![place]!;
  }
  return { cost, path: [...path, begin].reverse() };
};

/** From each of some voicings to each of others; a progression goes from one chord to another again and again. */
const movements = (from: readonly Voicing[], to: readonly Voicing[]): readonly (readonly number[])[] => {
  const known = matrices.get(from) ?? new WeakMap();
  matrices.set(from, known);
  const found = known.get(to) ?? to.map((notes) => from.map((previous) => movement(previous, notes)));
  known.set(to, found);
  return found;
};

type Matrices = WeakMap<readonly Voicing[], readonly (readonly number[])[]>;

const matrices = new WeakMap<readonly Voicing[], Matrices>();

/** Close positions from each tone up, within an octave, in the octave of MIDI 0. */
const inversions = (classes: readonly number[]): readonly Voicing[] => {
  const ascending = [...new Set(classes)].sort((a, b) => a - b);
  return ascending.map((_, turn) => [
    ...ascending.slice(turn),
    ...ascending.slice(0, turn).map((note) => note + 12),
  ]);
};

/** A close position in a style; notes ascending. */
const spread = (close: Voicing, style: VoicingStyle): Voicing => {
  switch (style) {
    case 'open':
      // Every second voice from below goes up an octave.
      return sorted(close.map((note, voice) => (voice % 2 === 1 ? note + 12 : note)));
    case 'drop2':
      return dropped(close, 2);
    case 'drop3':
      return dropped(close, 3);
    default:
      return close;
  }
};

/** The voice so many from the top, an octave lower. */
const dropped = (close: Voicing, fromTop: number): Voicing =>
  close.length < fromTop
    ? close
    : sorted(close.map((note, voice) => (voice === close.length - fromTop ? note - 12 : note)));

const octaves = (shape: Voicing, { low, high }: Register): readonly Voicing[] => {
  const first = Math.floor((low - shape[0]!) / 12);
  const last = Math.ceil((high - shape[0]!) / 12);
  return Array.from({ length: last - first + 1 }, (_, octave) =>
    shape.map((note) => note + 12 * (first + octave)),
  );
};

const leastOutside = (all: readonly Voicing[], { low, high }: Register): readonly Voicing[] => {
  const outside = (notes: Voicing): number =>
    notes.reduce((sum, note) => sum + Math.max(0, low - note, note - high), 0);
  const least = Math.min(...all.map(outside));
  return all.filter((notes) => outside(notes) === least);
};

/** The highest note of a pitch class below another note. */
const below = (pitchClass: number, note: number): number => {
  const down = (((note - pitchClass) % 12) + 12) % 12;
  return note - (down === 0 ? 12 : down);
};

const distances = (from: Voicing, to: Voicing): number =>
  from.reduce((sum, note) => sum + Math.min(...to.map((other) => Math.abs(other - note))), 0);

const mean = (notes: Voicing): number => notes.reduce((sum, note) => sum + note, 0) / notes.length;

const sorted = (notes: readonly number[]): Voicing => [...notes].sort((a, b) => a - b);
