// The rules that judge recordings, which have to be listened to first. In the order of the documentation.

import type { Rule } from './rule.ts';
import { edt1 } from './rules/edt1.ts';
import { rec1 } from './rules/rec1.ts';
import { tun1 } from './rules/tun1.ts';

export const recordingRules: readonly Rule[] = [rec1, edt1, tun1];
