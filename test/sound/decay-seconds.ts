// How long a sound takes to fall by 60 dB in an octave, by Schroeder's integral from -5 to -35 dB.

/** @param hertz  the octave's middle */
export function decaySeconds(sound: ArrayLike<number>, rate: number, hertz = 1000): number {
  // A bandpass of an octave, four times: what an octave below is slower must not be heard.
  let filtered = Float64Array.from(sound);
  for (let turn = 0; turn < 4; turn++) {
    const w = (2 * Math.PI * hertz) / rate;
    const alpha = Math.sin(w) / (2 * Math.SQRT2);
    const [b, a1, a2] = [alpha / (1 + alpha), (-2 * Math.cos(w)) / (1 + alpha), (1 - alpha) / (1 + alpha)];
    let [x1, x2, y1, y2] = [0, 0, 0, 0];
    filtered = filtered.map((x) => {
      const y = b * (x - x2) - a1 * y1 - a2 * y2;
      [x2, x1, y2, y1] = [x1, x, y1, y];
      return y;
    });
  }
  let energy = 0;
  const levels = new Float64Array(filtered.length);
  for (let i = filtered.length - 1; i >= 0; i--) {
    energy += filtered[i]! ** 2;
    levels[i] = 10 * Math.log10(energy);
  }
  const at = (down: number): number => levels.findIndex((level) => level < levels[0]! - down);
  const [from, to] = [at(5), at(35)];
  const middle = (from + to - 1) / 2;
  let [slope, spread] = [0, 0];
  for (let i = from; i < to; i++) {
    slope += (i - middle) * levels[i]!;
    spread += (i - middle) ** 2;
  }
  return (-60 * spread) / slope / rate;
}
