// A value as a number with its unit, to be read and typed. Enter takes it, Escape leaves it; what is no value changes
// nothing, and the field shows the value again.

import { useState } from 'preact/hooks';

interface Props {
  /** `Threshold of compressor in bass`. */
  readonly label: string;
  /** As it is shown: `-18dB`. */
  readonly shown: string;
  readonly locked?: boolean;
  readonly class?: string;
  /** Takes what was typed; false where it is no value. */
  readonly take: (typed: string) => boolean;
}

export function ValueField({ label, shown, locked = false, class: className = '', take }: Props) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [isWrong, setWrong] = useState(false);
  const end = (text: string | undefined): void => {
    setTyped(undefined);
    setWrong(text !== undefined && text !== shown && !take(text));
  };
  return (
    <input
      type="text"
      class={`value-field ${className} ${isWrong ? 'is-wrong' : ''}`}
      spellcheck={false}
      readOnly={locked}
      aria-label={label}
      aria-invalid={isWrong}
      value={typed ?? shown}
      onFocus={(event) => {
        setTyped(shown);
        const field = event.currentTarget;
        requestAnimationFrame(() => field.select());
      }}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed !== undefined) end(typed);
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') {
          end(typed);
          event.currentTarget.select();
        }
        if (event.key === 'Escape') {
          setTyped(undefined);
          setWrong(false);
          event.currentTarget.blur();
        }
      }}
    />
  );
}
