// A track's colour, the same in the arrangement and in the mixer: its own, or one by its place in the song.

import type { PanelStrip } from '../../../src/protocol/song-view.ts';

/** How many hues the style sheet has, as `--track-0`, `--track-1`... */
const hues = 10;

type Coloured = Pick<PanelStrip, 'color'>;

export const trackColour = ({ color }: Coloured, index: number): string =>
  color ?? `var(--track-${index % hues})`;

export const busColour = ({ color }: Coloured): string => color ?? 'var(--bus)';

/** For a canvas, which knows no variables. */
export function trackColourOn(element: Element, { color }: Coloured, index: number): string {
  return (
    color ??
    getComputedStyle(element)
      .getPropertyValue(`--track-${index % hues}`)
      .trim()
  );
}
