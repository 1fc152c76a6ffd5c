// The rules that judge the sound, which has to be measured first. In the order of the documentation.

import type { Rule } from './rule.ts';
import { arr6 } from './rules/arr6.ts';
import { brf3 } from './rules/brf3.ts';
import { brf4 } from './rules/brf4.ts';
import { liv2 } from './rules/liv2.ts';
import { mix1 } from './rules/mix1.ts';
import { mix2 } from './rules/mix2.ts';
import { mix3 } from './rules/mix3.ts';
import { mix4 } from './rules/mix4.ts';
import { mix5 } from './rules/mix5.ts';
import { mix6 } from './rules/mix6.ts';
import { mst1 } from './rules/mst1.ts';
import { mst2 } from './rules/mst2.ts';
import { mst3 } from './rules/mst3.ts';
import { mst4 } from './rules/mst4.ts';
import { mst5 } from './rules/mst5.ts';
import { snd3 } from './rules/snd3.ts';
import { snd4 } from './rules/snd4.ts';

export const audioRules: readonly Rule[] = [
  brf3,
  brf4,
  arr6,
  snd3,
  snd4,
  mix1,
  mix2,
  mix3,
  mix4,
  mix5,
  mix6,
  mst1,
  mst2,
  mst3,
  mst4,
  mst5,
  liv2,
];
