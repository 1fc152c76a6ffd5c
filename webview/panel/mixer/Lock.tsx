// The lock on a control whose value code makes: says so, and leads to the code.

import type { Desk } from '../model/desk.ts';
import { Icon } from '../parts/Icon.tsx';

interface Props {
  readonly desk: Desk;
  readonly path: string;
  /** What is locked: `Level of bass`. */
  readonly label: string;
}

export function Lock({ desk, path, label }: Props) {
  const reason = desk.lockAt(path);
  if (reason === undefined) return null;
  return (
    <button
      type="button"
      class="lock"
      aria-label={`${label} is locked. ${reason}. Show the code`}
      title={`${reason}: show the code`}
      data-path={path}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => desk.showLock(path)}
    >
      <Icon name="lock" />
    </button>
  );
}
