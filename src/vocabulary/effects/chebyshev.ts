// Chebyshev: puts a chosen harmonic on each tone.

import { plain } from '../parameter.ts';
import type { EffectType } from './effect.ts';
import { wet } from './wet.ts';

export const chebyshev: EffectType = {
  name: 'Chebyshev',
  property: 'chebyshev',
  doc: 'Turns a tone at full level into its harmonic of that order: odd orders sound like a clarinet, even ones add octaves. Eight times oversampled.',
  example: 'chebyshev: 3, wet 30%',
  parameters: [plain('order', 1, 1, 100, 'Which harmonic: a whole number.'), wet()],
  on: ['track', 'bus', 'master'],
};
