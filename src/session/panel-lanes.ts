// Lanes as the panel draws them: points by bars from the start of where they stand, and where that plays.

import type { Reading } from '../languages/language.ts';
import { waveText } from '../languages/song/print/strip.ts';
import { placeText, valueText } from '../languages/song/print/value.ts';
import type { PanelLane, PanelPoint } from '../protocol/strip-view.ts';
import type { Automation } from '../song/place.ts';
import type { Lane, Timeline } from '../timeline/timeline.ts';
import { panelLock } from './panel-locks.ts';
import { placeOf } from './panel-problems.ts';

export const panelLanes = (reading: Reading, timeline: Timeline): readonly PanelLane[] =>
  reading.song.automation.map((lane, index) => {
    const places = placesOf(lane, timeline);
    const lock = lane.points
      .flatMap(({ at, value }) => [value.id, at.id])
      .map((id) => reading.locked?.get(id))
      .find((one) => one !== undefined);
    return {
      path: lane.path.name,
      ...(lane.section && { section: lane.section.name }),
      places,
      points: pointsOf(lane, timeline.lanes[index], places),
      ...(lane.wave && { wave: waveText(lane.wave) }),
      ...(lock && { locked: panelLock(lock) }),
      ...placeOf(reading, lane.declaration),
    };
  });

const placesOf = ({ section }: Automation, { bars, sections }: Timeline): PanelLane['places'] =>
  section
    ? sections
        .filter(({ name }) => name === section.name)
        .map(({ bar, bars: length }) => ({ bar, bars: length }))
    : [{ bar: 0, bars }];

/** In the order written; a point that has no place in the song stands at its lane's start. */
const pointsOf = (
  { points }: Automation,
  lane: Lane | undefined,
  [first]: PanelLane['places'],
): readonly PanelPoint[] => {
  const found = new Map<number, number>();
  for (const { points: placed } of lane?.spans ?? [])
    for (const { id, bars } of placed) if (!found.has(id)) found.set(id, bars.n / bars.d);
  return points.map(({ at, value, shape, id }) => ({
    at: placeText(at),
    bars: Math.max(0, (found.get(id) ?? 0) - (first?.bar ?? 0)),
    value: value.kind === 'measure' ? value.value : 0,
    text: valueText(value),
    shape,
  }));
};
