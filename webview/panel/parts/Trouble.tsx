// A dot beside a name: there is a problem in what it names.

interface Props {
  readonly class: string;
  readonly worst: 'error' | 'warning' | undefined;
  /** `this track`. */
  readonly where: string;
}

export function Trouble({ class: className, worst, where }: Props) {
  if (!worst) return null;
  const words = worst === 'error' ? `There is an error in ${where}` : `There is a problem in ${where}`;
  return <span class={`${className} is-${worst}`} role="img" aria-label={words} title={words} />;
}
