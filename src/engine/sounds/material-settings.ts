// What a song says of its recordings, samples and kits, as values: what it does not say is the default.

import type { Setting } from '../../song/value.ts';
import type { Parameter } from '../../vocabulary/parameter.ts';

/** A number within its range; 0 for what is no number of those parameters. */
export function numberOf(
  settings: readonly Setting[],
  parameters: readonly Parameter[],
  path: string,
): number {
  const written = writtenOf(settings, path);
  const parameter = parameters.find((one) => one.path === path);
  if (parameter?.kind !== 'number') return 0;
  const value = written?.kind === 'measure' ? written.value : parameter.default;
  return Math.min(parameter.max, Math.max(parameter.min, value));
}

/** A word; the default's where none is written. */
export function choiceOf(
  settings: readonly Setting[],
  parameters: readonly Parameter[],
  path: string,
): string {
  const written = writtenOf(settings, path);
  const parameter = parameters.find((one) => one.path === path);
  return written?.kind === 'word' ? written.value : parameter?.kind === 'choice' ? parameter.default : '';
}

/** Whether a switch is on, which is off where nothing is said. */
export const isSet = (settings: readonly Setting[], path: string): boolean =>
  writtenOf(settings, path)?.value === 'true';

export const isWritten = (settings: readonly Setting[], path: string): boolean =>
  writtenOf(settings, path) !== undefined;

const writtenOf = (settings: readonly Setting[], path: string): Setting['value'] | undefined =>
  settings.findLast((setting) => setting.path === path)?.value;
