// The rows of Tone.js's OmniOscillator: one waveform, a pulse, several in unison, or one that another
// modulates; and of wavetables, which Tone.js has not. In the order in which the core reads them.

import type { Setting } from '../../song/value.ts';
import { cents, choice, hertz, type ListParameter, type Parameter, plain, ratio } from '../parameter.ts';
import { bundledWavetables } from '../wavetables.ts';

const shapes = ['sine', 'square', 'sawtooth', 'triangle'] as const;
const families = ['fat', 'am', 'fm'] as const;
const built = families.flatMap((family) => shapes.map((shape) => `${family}${shape}`));

/** Every waveform of an oscillator. */
export const oscillatorTypes: readonly string[] = [
  ...shapes,
  'pulse',
  'pwm',
  ...built,
  'custom',
  ...families.map((family) => `${family}custom`),
  'wavetable',
  'fatwavetable',
];

/** Most partials that a waveform is cut to, or made of. */
export const mostPartials = 32;
/** Most oscillators in unison. */
export const mostUnison = 12;

const shape = (path: string, words: readonly string[], doc: string, fallback: string): Parameter => ({
  ...choice(path, words, doc, fallback),
  numbered: { words: words.filter((word) => !/^p|custom$|wavetable$/.test(word)), most: mostPartials },
});

/** The rows of an oscillator at `path`; `partials` of it stand at the end of the instrument's. */
export const oscillator = (path: string, fallback: string, doc: string): readonly Parameter[] => [
  {
    ...shape(
      path,
      oscillatorTypes,
      `${doc} With \`fat\` before it several play in unison, with \`am\` or \`fm\` another oscillator modulates it; a number behind it (\`square6\`) keeps only so many partials.`,
      fallback,
    ),
    aliases: [`${path}.type`],
  },
  plain(`${path}.partialCount`, 0, 0, mostPartials, 'How many partials it keeps; 0 keeps all.'),
  plain(`${path}.phase`, 0, 0, 360, 'Where in its turn each note starts, in degrees.'),
  plain(`${path}.width`, 0.2, -1, 1, 'Of a pulse: 0 is a square, towards -1 and 1 it grows thin.'),
  hertz(
    `${path}.modulationFrequency`,
    0.4,
    0.01,
    100,
    'Of `pwm`: how often its width comes and goes.',
    'logarithmic',
  ),
  plain(`${path}.count`, 3, 1, mostUnison, 'Of `fat`: how many oscillators play in unison.'),
  cents(`${path}.spread`, 20, 0, 1200, 'Of `fat`: from the lowest oscillator to the highest.'),
  plain(
    `${path}.harmonicity`,
    1,
    0.01,
    32,
    'Of `am` and `fm`: frequency of the modulator over that of the oscillator.',
    'logarithmic',
  ),
  plain(`${path}.modulationIndex`, 2, 0, 100, 'Of `fm`: depth of the modulation.'),
  shape(`${path}.modulationType`, shapes, 'Of `am` and `fm`: waveform of the modulator.', 'square'),
  {
    ...choice(
      `${path}.table`,
      bundledWavetables.map(({ name }) => name),
      'Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them.',
    ),
    orFile: true,
    aliases: [`${path}.wavetable`],
  },
  ratio(
    `${path}.position`,
    0,
    0,
    1,
    'Of `wavetable`: where in it, from its first period at 0 to its last at 1.',
  ),
];

/** The row of an oscillator's own partials, which stands behind all other rows of the instrument. */
export const partials = (path: string): ListParameter => ({
  kind: 'list',
  path: `${path}.partials`,
  most: mostPartials,
  min: -1,
  max: 1,
  doc: 'Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform.',
});

/** The wavetable that each oscillator of an instrument plays, in the order of its rows; undefined for another waveform. */
export const wavetablesOf = (
  parameters: readonly Parameter[],
  settings: readonly Setting[],
): readonly (string | undefined)[] =>
  parameters.flatMap((parameter) => {
    if (!parameter.path.endsWith('.table') || parameter.kind !== 'choice') return [];
    const wordAt = (path: string): string | undefined => {
      const value = settings.findLast((setting) => setting.path === path)?.value;
      return value?.kind === 'word' ? value.value : undefined;
    };
    const plays = wordAt(parameter.path.slice(0, -'.table'.length))?.endsWith('wavetable');
    return [plays ? (wordAt(parameter.path) ?? parameter.default) : undefined];
  });
