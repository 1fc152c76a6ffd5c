// A send: how much goes to a bus, dragged or typed.

import { sendLevel } from '../../../src/vocabulary/mixer.ts';
import type { Desk } from '../model/desk.ts';
import { clamp, dbAt, heldDb, highestDb, lowestDb, placeOf } from '../model/fader-law.ts';
import { readDb, shortDb, shownDb, spokenDb } from '../model/words.ts';
import { useSlider } from '../parts/slider.ts';
import { ValueField } from '../parts/ValueField.tsx';
import { Lock } from './Lock.tsx';

interface Props {
  readonly desk: Desk;
  readonly path: string;
  readonly track: string;
  readonly bus: string;
  /** Where there is room for the unit. */
  readonly isWide?: boolean;
}

export function SendSlider({ desk, path, track, bus, isWide = false }: Props) {
  const value = desk.valueAt(path);
  const locked = desk.lockAt(path) !== undefined;
  const slider = useSlider({
    label: `Send of ${track} to ${bus}`,
    locked: desk.lockAt(path),
    value,
    min: lowestDb,
    max: highestDb,
    spoken: spokenDb(value),
    rest: 0,
    steps: { fine: 0.1, normal: 1, coarse: 6 },
    placeOf,
    valueAt: dbAt,
    capPixels: 0,
    move: (db) => desk.move(path, heldDb(db)),
    release: () => desk.release(path),
    cancel: () => desk.cancel(path),
  });
  const take = (typed: string): boolean => {
    const db = readDb(typed);
    if (db === undefined) return false;
    desk.move(path, clamp(db, sendLevel.min, sendLevel.max));
    desk.release(path);
    return true;
  };
  return (
    <div class={`send-row ${isWide ? 'is-wide' : ''}`}>
      <div
        {...slider}
        class={`send ${desk.isAhead(path) ? 'is-ahead' : ''} ${locked ? 'is-locked' : ''}`}
        data-path={path}
        title={`Send to ${bus}: ${shownDb(value)} dB`}
      >
        <div class="send-fill" style={{ width: `${placeOf(value) * 100}%` }} />
        <span class="send-name">{bus}</span>
        <Lock desk={desk} path={path} label={`Send of ${track} to ${bus}`} />
      </div>
      <ValueField
        class="send-value"
        label={`Send of ${track} to ${bus} in dB`}
        shown={isWide ? `${shownDb(value)} dB` : shortDb(value)}
        locked={locked}
        take={take}
      />
    </div>
  );
}
