// The share of an effect in what comes out: at 50% the sound and the effect are equally loud.

import { type NumberParameter, ratio } from '../parameter.ts';

export const wet = (share = 1): NumberParameter =>
  ratio('wet', share, 0, 1, 'Share of the effect in what comes out.');
