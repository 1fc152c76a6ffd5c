// The picture of a sound: the lowest and the highest sample of each short stretch, and of four of those, and so on,
// so that whoever draws it at any size reads about as many points as there are pixels.

export interface WaveformLevel {
  readonly pointsPerSecond: number;
  /** Lowest and highest of each point, -127 to 127. */
  readonly points: Int8Array<ArrayBuffer>;
}

/** Frames of a point of the finest level; each further level has a quarter of the points. */
const finestFrames = 256;
const fewestPoints = 256;

/** @param channels  of one length; a point shows all of them at once */
export function waveform(channels: readonly Float32Array[], sampleRate: number): readonly WaveformLevel[] {
  let points = finest(channels);
  let pointsPerSecond = sampleRate / finestFrames;
  const levels = [{ pointsPerSecond, points }];
  while (points.length / 2 > fewestPoints) {
    points = coarser(points);
    pointsPerSecond /= 4;
    levels.push({ pointsPerSecond, points });
  }
  return levels;
}

function finest(channels: readonly Float32Array[]): Int8Array<ArrayBuffer> {
  const frames = channels[0]?.length ?? 0;
  const points = new Int8Array(2 * Math.ceil(frames / finestFrames));
  for (let point = 0; point < points.length / 2; point++) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const end = Math.min(frames, (point + 1) * finestFrames);
    for (const channel of channels)
      for (let i = point * finestFrames; i < end; i++) {
        const value = channel[i]!;
        if (value < low) low = value;
        if (value > high) high = value;
      }
    // Rounded outwards, so that what is soft is seen.
    points[2 * point] = Math.max(-127, Math.floor(low * 127));
    points[2 * point + 1] = Math.min(127, Math.ceil(high * 127));
  }
  return points;
}

function coarser(points: Int8Array): Int8Array<ArrayBuffer> {
  const count = points.length / 2;
  const out = new Int8Array(2 * Math.ceil(count / 4));
  for (let point = 0; point < out.length / 2; point++) {
    const end = Math.min(count, 4 * (point + 1));
    let [low, high] = [127, -127];
    for (let i = 4 * point; i < end; i++) {
      low = Math.min(low, points[2 * i]!);
      high = Math.max(high, points[2 * i + 1]!);
    }
    out[2 * point] = low;
    out[2 * point + 1] = high;
  }
  return out;
}
