// Which zones of an instrument a note plays. As in Tone.js's Sampler, a note that no recording was made for
// plays the nearest one.

import type { SoundMap, Zone } from './sound-map.ts';

/** Layers that one note may sound at once. */
const mostLayers = 4;

/**
 * @param midi      with its fraction
 * @param velocity  0 to 1
 */
export function zonesOfNote(map: SoundMap, midi: number, velocity: number): readonly Zone[] {
  const key = Math.round(midi);
  let [nearest, found]: [number, Zone[]] = [Number.POSITIVE_INFINITY, []];
  for (const zone of map.zones) {
    // Zones of hits alone have no keys.
    if (zone.keys[1] < 0 || !isHitAt(zone, velocity)) continue;
    const distance = Math.max(0, zone.keys[0] - key, key - zone.keys[1]);
    if (distance > nearest) continue;
    if (distance < nearest) found = [];
    nearest = distance;
    found.push(zone);
  }
  return found.slice(0, mostLayers);
}

/**
 * @param name     of the hit, as mini-notation writes it; `x` is the kit's first
 * @param variant  counts round: of three variants, 3 is the first again, as in Tidal
 */
export function zonesOfHit(map: SoundMap, name: string, variant: number, velocity: number): readonly Zone[] {
  const wanted = name === 'x' ? map.zones[0]?.hit?.name : name;
  const zones = map.zones.filter(({ hit }) => hit !== undefined && hit.name === wanted);
  if (zones.length === 0) return [];
  const variants = 1 + Math.max(...zones.map(({ hit }) => hit!.variant));
  return zones
    .filter((zone) => zone.hit!.variant === variant % variants && isHitAt(zone, velocity))
    .slice(0, mostLayers);
}

const isHitAt = ({ velocities: [above, upTo] }: Zone, velocity: number): boolean =>
  (velocity > above || above === 0) && velocity <= upTo;
