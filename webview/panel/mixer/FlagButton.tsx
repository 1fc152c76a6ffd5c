// Mute, solo or solo-safe.

import type { Desk } from '../model/desk.ts';

interface Props {
  readonly desk: Desk;
  readonly path: string;
  readonly letter: string;
  readonly label: string;
  readonly class: string;
}

export function FlagButton({ desk, path, letter, label, class: className }: Props) {
  const on = desk.valueAt(path) !== 0;
  const lock = desk.lockAt(path);
  const press = (): void => {
    if (lock !== undefined) {
      desk.showLock(path);
      return;
    }
    desk.move(path, on ? 0 : 1);
    desk.release(path);
  };
  return (
    <button
      type="button"
      class={`flag ${className} ${lock === undefined ? '' : 'is-locked'}`}
      aria-label={lock === undefined ? label : `${label}: locked. ${lock}. Show the code`}
      aria-pressed={on}
      title={lock === undefined ? label : `${lock}: show the code`}
      data-path={path}
      onClick={press}
    >
      {letter}
    </button>
  );
}
