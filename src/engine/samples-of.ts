// Which samples of the program a track plays: its zones and its clips name them by their place in it. Pure.

import { clipStride, type TrackProgram } from './program.ts';
import { zoneSlots } from './zone-slots.ts';

/** Where a row of zones names its sample, in slots; where a clip does, in bytes: see `clipStride`. */
export const zoneSample = zoneSlots.indexOf('sample');
export const clipSample = 24;

/** Indices into `Program.samples`, in the order of the rows, each as often as it is named. */
export function samplesOf({ zones, clips }: Pick<TrackProgram, 'zones' | 'clips'>): readonly number[] {
  const rows = new DataView(clips ?? new ArrayBuffer(0));
  return [
    ...Array.from(
      { length: Math.floor(zones.length / zoneSlots.length) },
      (_, row) => zones[row * zoneSlots.length + zoneSample]!,
    ),
    ...Array.from({ length: Math.floor(rows.byteLength / clipStride) }, (_, row) =>
      rows.getUint32(row * clipStride + clipSample, true),
    ),
  ];
}
