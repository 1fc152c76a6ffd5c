// Mute or solo.

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
  const press = (): void => {
    desk.move(path, on ? 0 : 1);
    desk.release(path);
  };
  return (
    <button
      type="button"
      class={`flag ${className}`}
      aria-label={label}
      aria-pressed={on}
      title={label}
      data-path={path}
      onClick={press}
    >
      {letter}
    </button>
  );
}
