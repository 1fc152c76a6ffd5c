// Colours as songs write them: `#3a9fff`, or `#39f` for short.

/** Red, green and blue, each 0 to 1. */
export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** A written colour; undefined for what is none. */
export const readColor = (written: string): Color | undefined => {
  const digits = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(written);
  if (!digits) return undefined;
  const full = digits[2] ?? [...digits[1]!].map((digit) => digit + digit).join('');
  const part = (at: number): number => Number.parseInt(full.slice(at, at + 2), 16) / 255;
  return { red: part(0), green: part(2), blue: part(4) };
};

export const writtenColor = ({ red, green, blue }: Color): string =>
  `#${[red, green, blue]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
