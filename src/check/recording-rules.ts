// The rules that judge recordings, which have to be listened to first. In the order of the documentation.

import type { Rule } from './rule.ts';
import { edt1 } from './rules/edt1.ts';
import { har6 } from './rules/har6.ts';
import { rec1 } from './rules/rec1.ts';
import { rec2 } from './rules/rec2.ts';
import { tun1 } from './rules/tun1.ts';
import { tun2 } from './rules/tun2.ts';

export const recordingRules: readonly Rule[] = [har6, rec1, rec2, edt1, tun1, tun2];
