// Pan: a bar from the middle to where the sound stands, and its value to be typed. Double-click for the centre.

import type { Desk } from '../model/desk.ts';
import { readPan, shownPan, writtenPan } from '../model/words.ts';
import { useSlider } from '../parts/slider.ts';
import { ValueField } from '../parts/ValueField.tsx';
import { Lock } from './Lock.tsx';

export function Pan({
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
    label: `Pan of ${name}`,
    locked: desk.lockAt(path),
    value: Math.round(value * 100),
    min: -100,
    max: 100,
    spoken: writtenPan(value),
    rest: 0,
    steps: { fine: 1, normal: 5, coarse: 20 },
    capPixels: 0,
    placeOf: (percent) => (percent + 100) / 200,
    valueAt: (place) => Math.round(place * 200 - 100),
    move: (percent) => desk.move(path, Math.round(percent) / 100),
    release: () => desk.release(path),
    cancel: () => desk.cancel(path),
  });
  const take = (typed: string): boolean => {
    const pan = readPan(typed);
    if (pan === undefined) return false;
    desk.move(path, Math.round(pan * 100) / 100);
    desk.release(path);
    return true;
  };
  const from = 50 + Math.min(0, value) * 50;
  return (
    <div class="pan-row">
      <div
        {...slider}
        class={`pan ${desk.isAhead(path) ? 'is-ahead' : ''} ${desk.lockAt(path) === undefined ? '' : 'is-locked'}`}
        data-path={path}
        title={`Pan: ${writtenPan(value)}`}
      >
        <div class="pan-fill" style={{ left: `${from}%`, width: `${Math.abs(value) * 50}%` }} />
        <div class="pan-mark" style={{ left: `${50 + value * 50}%` }} />
      </div>
      <Lock desk={desk} path={path} label={`Pan of ${name}`} />
      <ValueField
        class="pan-value"
        label={`Pan of ${name}, as 20L, C or 35R`}
        shown={shownPan(value)}
        locked={desk.lockAt(path) !== undefined}
        take={take}
      />
    </div>
  );
}
