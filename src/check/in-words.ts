// Numbers as messages say them.

/** `2:45`. */
export const minutes = (seconds: number): string => {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

/** `3 bars`, `1 note`. */
export const counted = (count: number, what: string): string =>
  `${Number(count.toFixed(2))} ${what}${count === 1 ? '' : 's'}`;

/** `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** To a tenth; `0.0` and never `-0.0`. */
export const tenths = (value: number): string => (Math.round(value * 10) / 10 + 0).toFixed(1);
