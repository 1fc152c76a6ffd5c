// One parameter: a bar to drag, its exact value to type, or a choice of words. Double-click or Delete puts it back to
// its default.

import type { ChoiceParameter, NumberParameter } from '../../../src/vocabulary/parameter.ts';
import { rangeInWords } from '../../../src/vocabulary/written.ts';
import { Lock } from '../mixer/Lock.tsx';
import type { Desk } from '../model/desk.ts';
import { placeOn, readTyped, spokenSetting, valueOn, writtenSetting } from '../model/travel.ts';
import { useSlider } from '../parts/slider.ts';
import { ValueField } from '../parts/ValueField.tsx';

interface Props {
  readonly desk: Desk;
  readonly path: string;
  /** `compressor of bass`. */
  readonly owner: string;
  /** Instead of the parameter's own name. */
  readonly name?: string;
}

export function SettingRow({ desk, path, owner, name }: Props) {
  const control = desk.controls.value.get(path);
  const parameter = control?.setting?.parameter;
  if (!parameter) return null;
  const shown = { desk, path, label: `${name ?? parameter.path} of ${owner}`, name: name ?? parameter.path };
  return parameter.kind === 'number' ? (
    <NumberRow {...shown} parameter={parameter} text={control.setting?.text} />
  ) : (
    <ChoiceRow {...shown} parameter={parameter} />
  );
}

interface RowProps {
  readonly desk: Desk;
  readonly path: string;
  readonly label: string;
  readonly name: string;
}

function NumberRow({
  desk,
  path,
  label,
  name,
  parameter,
  text,
}: RowProps & { readonly parameter: NumberParameter; readonly text: string | undefined }) {
  const value = desk.valueAt(path);
  const lock = desk.lockAt(path);
  // As it is written (`3/16`), as long as nobody moves it.
  const shown = text !== undefined && !desk.isAhead(path) ? text : writtenSetting(parameter, value);
  const slider = useSlider({
    label,
    locked: lock,
    value: placeOn(parameter, value),
    min: 0,
    max: 1,
    shown: value,
    spoken: shown === text ? text : spokenSetting(parameter, value),
    rest: placeOn(parameter, parameter.default),
    steps: { fine: 0.002, normal: 0.01, coarse: 0.1 },
    capPixels: 0,
    placeOf: (place) => place,
    valueAt: (place) => place,
    move: (place) => desk.move(path, valueOn(parameter, place)),
    release: () => desk.release(path),
    cancel: () => desk.cancel(path),
  });
  const take = (typed: string): boolean => {
    const read = readTyped(parameter, typed, shown);
    if (read === undefined) return desk.write(path, typed);
    desk.move(path, read);
    desk.release(path);
    return true;
  };
  const from = parameter.min < 0 && parameter.max > 0 ? placeOn(parameter, 0) : 0;
  const at = placeOn(parameter, value);
  return (
    <div class="setting" title={`${parameter.doc} ${rangeInWords(parameter)}.`}>
      <span class="setting-name" aria-hidden="true">
        {name}
      </span>
      <div
        {...slider}
        class={`setting-bar ${desk.isAhead(path) ? 'is-ahead' : ''} ${lock === undefined ? '' : 'is-locked'}`}
        data-path={path}
      >
        <div
          class="setting-fill"
          style={{ left: `${Math.min(from, at) * 100}%`, width: `${Math.abs(at - from) * 100}%` }}
        />
        <div class="setting-mark" style={{ left: `${at * 100}%` }} />
      </div>
      <ValueField label={`${label}, exact`} shown={shown} locked={lock !== undefined} take={take} />
      <Lock desk={desk} path={path} label={label} />
    </div>
  );
}

function ChoiceRow({
  desk,
  path,
  label,
  name,
  parameter,
}: RowProps & { readonly parameter: ChoiceParameter }) {
  const value = desk.valueAt(path);
  const lock = desk.lockAt(path);
  const word = writtenSetting(parameter, value);
  const choices = parameter.choices.includes(word) ? parameter.choices : [...parameter.choices, word];
  const set = (text: string): void => {
    const read = readTyped(parameter, text, word);
    if (read === undefined) return;
    desk.move(path, read);
    desk.release(path);
  };
  return (
    <div class="setting" title={parameter.doc}>
      <span class="setting-name" aria-hidden="true">
        {name}
      </span>
      <select
        class="setting-choice"
        aria-label={label}
        disabled={lock !== undefined}
        data-path={path}
        value={word}
        onChange={(event) => set(event.currentTarget.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Delete') set(parameter.default);
        }}
        onDblClick={() => set(parameter.default)}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
      <Lock desk={desk} path={path} label={label} />
    </div>
  );
}
