// The colours that are drawn sixty times a second: read from the style sheet once a theme.

import { wake } from '../model/frames.ts';
import { watchTheme } from './use-canvas.ts';

export interface MeterColours {
  readonly bed: string;
  readonly low: string;
  readonly middle: string;
  readonly high: string;
  readonly reduction: string;
  readonly scope: string;
  readonly spectrum: string;
}

let known: MeterColours | undefined;
let watching = false;

/** The same object until the theme is another: what is drawn from it is known to be old then. */
export function meterColours(): MeterColours {
  if (!watching) watchTheme(forget);
  watching = true;
  known ??= read();
  return known;
}

function forget(): void {
  known = undefined;
  // What stands still is drawn once more.
  wake();
}

function read(): MeterColours {
  const style = getComputedStyle(document.body);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  return {
    bed: colour('--meter-bed'),
    low: colour('--meter-low'),
    middle: colour('--meter-middle'),
    high: colour('--meter-high'),
    reduction: colour('--meter-reduction'),
    scope: colour('--accent'),
    spectrum: colour('--spectrum'),
  };
}
