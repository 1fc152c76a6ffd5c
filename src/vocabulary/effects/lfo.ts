// What every effect with a low-frequency oscillator has: its shape, in Tone.js's words.

import { choice } from '../parameter.ts';

const lfoTypes = ['sine', 'triangle', 'square', 'sawtooth'] as const;

export const lfoType = choice('type', lfoTypes, 'Shape of the movement.', 'sine');
