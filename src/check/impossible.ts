// What the catalogue of checks lists and cannot occur here: no rule looks for it, and the documentation says why.

export interface Impossible {
  readonly id: string;
  /** What it would find. */
  readonly title: string;
  /** Why nobody has to look: one sentence or two, of what holds it. */
  readonly why: string;
}

export const impossible: readonly Impossible[] = [
  {
    id: 'HYG2',
    title: "Chance outside the song's seed",
    why: "A song in TypeScript runs in a sandbox in which `Math.random` grows from the song's `seed`, and which has no clock, no network and no other chance: asking for them stops the song on that line, and the message says what to use instead. In a `.song` all chance is drawn from the seed and from where it stands.",
  },
  {
    id: 'LIV6',
    title: 'The safety limiter bypassed',
    why: 'The guard at the end of every path (no NaN, no constant part, a true-peak limiter) is no insert and has no bypass: `limiter` on the master moves its ceiling and its release and cannot take it away.',
  },
];
