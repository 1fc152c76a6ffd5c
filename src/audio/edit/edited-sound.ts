// A recording that is edited: samples in, other samples out. Nothing here changes what it was given.

export interface EditedSound {
  /** In Hz. */
  readonly sampleRate: number;
  /** One or two, of one length. */
  readonly channels: readonly Float32Array[];
}

/** Where a channel goes round, and what stands around it where it does not: silence. */
export type Reader = (channel: Float32Array, index: number) => number;

export const silenceAround: Reader = (channel, index) => channel[index] ?? 0;

export const roundAndRound: Reader = (channel, index) => {
  const at = index % channel.length;
  return channel[at < 0 ? at + channel.length : at]!;
};
