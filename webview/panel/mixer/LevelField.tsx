// The level as a number, to be read and typed.

import { useState } from 'preact/hooks';
import { level } from '../../../src/vocabulary/mixer.ts';
import type { Desk } from '../model/desk.ts';
import { clamp } from '../model/fader-law.ts';
import { readDb, shownDb } from '../model/words.ts';

export function LevelField({
  desk,
  path,
  name,
}: {
  readonly desk: Desk;
  readonly path: string;
  readonly name: string;
}) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const value = desk.valueAt(path);
  const end = (text: string | undefined): void => {
    setTyped(undefined);
    const db = text === undefined ? undefined : readDb(text);
    // What is no number changes nothing; the field shows the level again.
    if (db === undefined) return;
    desk.move(path, clamp(db, level.min, level.max));
    desk.release(path);
  };
  return (
    <label class="level-field">
      <input
        type="text"
        inputMode="decimal"
        spellcheck={false}
        readOnly={desk.lockAt(path) !== undefined}
        aria-label={`Level of ${name} in dB`}
        value={typed ?? shownDb(value)}
        onFocus={(event) => {
          setTyped(shownDb(value));
          const field = event.currentTarget;
          requestAnimationFrame(() => field.select());
        }}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => {
          if (typed !== undefined && typed !== shownDb(value)) end(typed);
          else setTyped(undefined);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') {
            end(typed);
            event.currentTarget.blur();
          }
          if (event.key === 'Escape') {
            end(undefined);
            event.currentTarget.blur();
          }
        }}
      />
      <span aria-hidden="true">dB</span>
    </label>
  );
}
