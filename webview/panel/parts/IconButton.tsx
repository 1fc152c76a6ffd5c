// A button that shows an icon and is called by a name; `pressed` where it is a toggle.

import { Icon } from './Icon.tsx';

interface Props {
  readonly icon: string;
  readonly label: string;
  /** Keys that do the same, for the tooltip. */
  readonly keys?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly class?: string;
  readonly onPress: () => void;
}

export function IconButton({
  icon,
  label,
  keys,
  pressed,
  disabled = false,
  class: className = '',
  onPress,
}: Props) {
  return (
    <button
      type="button"
      class={`icon-button ${className}`}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      title={keys ? `${label} (${keys})` : label}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
