// Where the periods of a voice lie: marks a period apart, each at the same place of its period as the one before, found
// where the wave repeats itself best.

import type { PitchTrack } from '../analysis/pitch-track.ts';

/** The marks of one breath, in samples with their fractions, ascending. */
export type Marks = readonly number[];

/** How far a period may be off what the track says. */
const looseness = 0.15;

/** Breath by breath: stretches in which something is sung. */
export function pitchMarks(samples: Float32Array, sampleRate: number, track: PitchTrack): readonly Marks[] {
  const hop = track.hopSeconds * sampleRate;
  const periodAt = (place: number): number => {
    const hertz = track.hertz[Math.max(0, Math.min(track.hertz.length - 1, Math.round(place / hop)))]!;
    return hertz > 0 ? sampleRate / hertz : 0;
  };
  const breaths: Marks[] = [];
  for (let frame = 0; frame < track.hertz.length; frame++) {
    if (!(track.hertz[frame]! > 0)) continue;
    let end = frame;
    while (track.hertz[end]! > 0) end++;
    const [from, to] = [frame * hop, Math.min(samples.length, end * hop)];
    const marks = [loudest(samples, from, from + periodAt(from))];
    while (true) {
      const last = marks.at(-1)!;
      const period = periodAt(last);
      if (period === 0 || last + period >= to) break;
      marks.push(last + nextPeriod(samples, Math.round(last), period));
    }
    if (marks.length > 1) breaths.push(marks);
    frame = end;
  }
  return breaths;
}

function loudest(samples: Float32Array, from: number, to: number): number {
  let best = Math.max(0, Math.round(from));
  for (let i = best; i < Math.min(samples.length, to); i++) if (samples[i]! > samples[best]!) best = i;
  return best;
}

/** How many samples later the wave around `place` is most like itself again. */
function nextPeriod(samples: Float32Array, place: number, period: number): number {
  const half = Math.round(period / 2);
  const [low, high] = [Math.floor(period * (1 - looseness)), Math.ceil(period * (1 + looseness))];
  const likeness = (later: number): number => {
    let [product, power] = [0, 1e-12];
    for (let i = place - half; i < place + half; i++) {
      const there = samples[i + later] ?? 0;
      product += (samples[i] ?? 0) * there;
      power += there * there;
    }
    return product / Math.sqrt(power);
  };
  let [best, most] = [Math.round(period), Number.NEGATIVE_INFINITY];
  for (let later = low; later <= high; later++) {
    const found = likeness(later);
    if (found > most) [best, most] = [later, found];
  }
  const [before, behind] = [likeness(best - 1), likeness(best + 1)];
  const curve = before - 2 * most + behind;
  const beside = curve < 0 ? (before - behind) / (2 * curve) : 0;
  return best + Math.max(-0.5, Math.min(0.5, beside));
}
