// Test signals as the EBU describes them: sines of given levels, one after the other, on given channels.

export interface Tone {
  /** Of a sine's peak, in dBFS, on every channel; or one for each channel. -Infinity is silence. */
  readonly db: number | readonly number[];
  readonly seconds: number;
}

export interface SignalShape {
  readonly rate?: number;
  readonly channels?: number;
  readonly hertz?: number;
}

/** The tones in a row; the sine goes on through them, so that no step in level is a step in phase. */
export const signal = (tones: readonly Tone[], shape: SignalShape = {}): readonly Float32Array[] => {
  const { rate = 48_000, channels = 2, hertz = 1000 } = shape;
  const ends: number[] = [];
  for (const { seconds } of tones) ends.push((ends.at(-1) ?? 0) + seconds);
  const frames = Math.round(ends.at(-1)! * rate);
  return Array.from({ length: channels }, (_, channel) => {
    const samples = new Float32Array(frames);
    let tone = 0;
    let gain = gainOf(tones[0]!, channel);
    for (let i = 0; i < frames; i++) {
      while (tone < tones.length - 1 && i >= Math.round(ends[tone]! * rate))
        gain = gainOf(tones[++tone]!, channel);
      samples[i] = gain * Math.sin((2 * Math.PI * hertz * i) / rate);
    }
    return samples;
  });
};

const gainOf = ({ db }: Tone, channel: number): number =>
  10 ** ((typeof db === 'number' ? db : db[channel]!) / 20);

/** A sine of which every sample lies where the paper puts it, faded in and out over 10 ms. */
export const phased = (share: number, degrees: number, amplitude: number, seconds = 1): Float32Array => {
  const rate = 48_000;
  const frames = Math.round(seconds * rate);
  const fade = rate / 100;
  return Float32Array.from({ length: frames }, (_, i) => {
    const edge = Math.min(1, i / fade, (frames - 1 - i) / fade);
    return edge * amplitude * Math.sin(2 * Math.PI * share * i + (degrees * Math.PI) / 180);
  });
};

/** Blocks of changing lengths, as no meter may mind. */
export const inBlocks = (
  channels: readonly Float32Array[],
  add: (block: readonly Float32Array[]) => void,
  lengths: readonly number[] = [4096],
): void => {
  for (let at = 0, turn = 0; at < channels[0]!.length; turn++) {
    const to = at + lengths[turn % lengths.length]!;
    add(channels.map((samples) => samples.subarray(at, to)));
    at = to;
  }
};
