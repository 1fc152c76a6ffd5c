// A track's colour: the same in the arrangement and in the mixer, by its place in the song.

/** How many hues the style sheet has, as `--track-0`, `--track-1`... */
const hues = 10;

export const trackColour = (index: number): string => `var(--track-${index % hues})`;

/** For a canvas, which knows no variables. */
export function trackColourOn(element: Element, index: number): string {
  return getComputedStyle(element)
    .getPropertyValue(`--track-${index % hues}`)
    .trim();
}
