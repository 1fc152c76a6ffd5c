// A fader: drag (Shift for fine), arrows, double-click for 0 dB.

import type { Desk } from '../model/desk.ts';
import { dbAt, heldDb, highestDb, lowestDb, placeOf } from '../model/fader-law.ts';
import { shownDb, spokenDb } from '../model/words.ts';
import { useSlider } from '../parts/slider.ts';
import { Lock } from './Lock.tsx';

/** Height of the cap; the style sheet has the same. */
const capPixels = 26;

export function Fader({
  desk,
  path,
  name,
}: {
  readonly desk: Desk;
  readonly path: string;
  readonly name: string;
}) {
  const value = desk.valueAt(path);
  const slider = useSlider({
    label: `Level of ${name}`,
    locked: desk.lockAt(path),
    value,
    min: lowestDb,
    max: highestDb,
    spoken: spokenDb(value),
    vertical: true,
    rest: 0,
    steps: { fine: 0.1, normal: 0.5, coarse: 3 },
    placeOf,
    valueAt: dbAt,
    capPixels,
    move: (db) => desk.move(path, heldDb(db)),
    release: () => desk.release(path),
    cancel: () => desk.cancel(path),
  });
  return (
    <div
      {...slider}
      class={`fader ${desk.isAhead(path) ? 'is-ahead' : ''} ${desk.lockAt(path) === undefined ? '' : 'is-locked'}`}
      data-path={path}
      title={`${shownDb(value)} dB`}
    >
      <div class="fader-slot" />
      <div class="fader-cap" style={{ '--place': placeOf(value) }} />
      <Lock desk={desk} path={path} label={`Level of ${name}`} />
    </div>
  );
}
