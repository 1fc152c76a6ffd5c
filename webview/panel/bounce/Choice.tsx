// A labelled choice of a few.

interface Props {
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly class?: string;
  readonly onChoose: (value: string) => void;
}

export function Choice({ label, value, disabled, choices, class: className = '', onChoose }: Props) {
  return (
    <label class={`choice ${className}`}>
      <span>{label}</span>
      <select value={value} disabled={disabled} onChange={(event) => onChoose(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </label>
  );
}
