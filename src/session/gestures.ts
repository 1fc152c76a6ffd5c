// What a gesture of the panel changes in the text: through the language where it is a change of the song.

import type { EditResult, Language, Reading } from '../languages/language.ts';
import type { Gesture, GesturePlacement } from '../protocol/gestures.ts';
import type { WantedPlacement, WantedPoint } from '../song/problem.ts';
import { placeOf } from './panel-problems.ts';
import { rollEdits, velocitiesAt } from './roll-at.ts';

export function gestureEdits(
  language: Pick<Language, 'edit'>,
  reading: Reading,
  gesture: Gesture,
): EditResult {
  switch (gesture.do) {
    case 'rearrange': {
      const placements = gesture.placements.map((one) => placementAt(reading, one));
      return language.edit(reading, [{ do: 'rearrange', placements }]);
    }
    case 'resize': {
      const { section, bars } = gesture;
      const value = `${bars} ${bars === 1 ? 'bar' : 'bars'}`;
      return language.edit(reading, [{ do: 'set', path: `${section}.bars`, value }]);
    }
    case 'roll':
      return rollEdits(reading, gesture.from, gesture.edits);
    case 'velocity':
      return velocitiesAt(reading, gesture.from, gesture.begins, gesture.velocity);
    case 'sets':
      return language.edit(
        reading,
        gesture.values.map(({ path, value }) => ({ do: 'set', path, value })),
      );
    case 'chain':
    case 'bands':
      return language.edit(reading, [gesture]);
    case 'automate':
      return language.edit(reading, [{ ...gesture, points: pointsAt(reading, gesture) }]);
  }
}

const pointsAt = (
  { song }: Reading,
  { path, section, points }: Extract<Gesture, { do: 'automate' }>,
): readonly WantedPoint[] => {
  const lane = song.automation.find((one) => one.path.name === path && one.section?.name === section);
  return points.map(({ point, ...wanted }) => {
    const kept = point === undefined ? undefined : lane?.points[point];
    return { ...wanted, ...(kept && { id: kept.id }) };
  });
};

const placementAt = (reading: Reading, { section, repeats, from }: GesturePlacement): WantedPlacement => {
  const kept =
    from === undefined
      ? undefined
      : reading.song.arrangement.find(({ id }) => placeOf(reading, id).from === from);
  return { section, repeats, ...(kept && { id: kept.id }) };
};
