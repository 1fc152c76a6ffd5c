// The commands over a song's text (code lenses): their ids, and what each is given. The server offers
// them, the extension and the studio's page carry them out.

export const songCommands = {
  /** Takes a `SectionGiven`: plays from the section's first bar. */
  play: 'codetta.playSection',
  /** Takes a `SectionGiven`: plays it round and round. */
  loop: 'codetta.loopSection',
  /** Takes a `SectionGiven`: it comes in at the next beat, bar or cycle. */
  queue: 'codetta.queueSection',
  /** Takes a `SectionGiven`. */
  bounce: 'codetta.bounceSection',
  /** Takes a `ValueGiven`: sets a value of the mixer in the text. */
  set: 'codetta.setValue',
} as const;

/** Tells the server that the folder is trusted by now: songs in TypeScript may run. */
export const trusted = 'codetta/trusted';

export interface SectionGiven {
  /** Of the song. */
  readonly uri: string;
  /** Name of the section. */
  readonly section: string;
}

export interface ValueGiven {
  readonly uri: string;
  /** `bass.solo`. */
  readonly path: string;
  /** As the song writes it: `true`, `-6dB`. */
  readonly value: string;
}
