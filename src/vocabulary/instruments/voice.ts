// Rows that every instrument has, or every pitched one.

import { cents, decibels, seconds } from '../parameter.ts';

export const detune = cents('detune', 0, -1200, 1200, 'Offset from the written pitch.');

export const portamento = seconds(
  'portamento',
  0,
  0,
  10,
  'How long the pitch takes from one note to the next, where one voice plays both and the first still sounds.',
);

export const volume = decibels('volume', 0, -60, 24, 'Level of the instrument, before its track.');
