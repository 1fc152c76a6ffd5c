// The rules, in the order of the documentation. A new rule is one file and its row here.

import { audioRules } from './audio-rules.ts';
import { recordingRules } from './recording-rules.ts';
import type { Rule } from './rule.ts';
import { arr1 } from './rules/arr1.ts';
import { arr2 } from './rules/arr2.ts';
import { arr3 } from './rules/arr3.ts';
import { arr4 } from './rules/arr4.ts';
import { arr5 } from './rules/arr5.ts';
import { arr7 } from './rules/arr7.ts';
import { ast1 } from './rules/ast1.ts';
import { aut1 } from './rules/aut1.ts';
import { aut2 } from './rules/aut2.ts';
import { aut3 } from './rules/aut3.ts';
import { aut4 } from './rules/aut4.ts';
import { brf1 } from './rules/brf1.ts';
import { brf2 } from './rules/brf2.ts';
import { har1 } from './rules/har1.ts';
import { har2 } from './rules/har2.ts';
import { har3 } from './rules/har3.ts';
import { har4 } from './rules/har4.ts';
import { har5 } from './rules/har5.ts';
import { hyg1 } from './rules/hyg1.ts';
import { hyg3 } from './rules/hyg3.ts';
import { hyg4 } from './rules/hyg4.ts';
import { hyg5 } from './rules/hyg5.ts';
import { hyg6 } from './rules/hyg6.ts';
import { ins1 } from './rules/ins1.ts';
import { ins2 } from './rules/ins2.ts';
import { ins3 } from './rules/ins3.ts';
import { ins4 } from './rules/ins4.ts';
import { ins5 } from './rules/ins5.ts';
import { ins6 } from './rules/ins6.ts';
import { liv1 } from './rules/liv1.ts';
import { liv3 } from './rules/liv3.ts';
import { liv4 } from './rules/liv4.ts';
import { lyr1 } from './rules/lyr1.ts';
import { mel1 } from './rules/mel1.ts';
import { mix7 } from './rules/mix7.ts';
import { mix8 } from './rules/mix8.ts';
import { mix9 } from './rules/mix9.ts';
import { mix10 } from './rules/mix10.ts';
import { mst6 } from './rules/mst6.ts';
import { rhy1 } from './rules/rhy1.ts';
import { rhy2 } from './rules/rhy2.ts';
import { rhy3 } from './rules/rhy3.ts';
import { rhy4 } from './rules/rhy4.ts';
import { rhy5 } from './rules/rhy5.ts';
import { rhy6 } from './rules/rhy6.ts';
import { snd1 } from './rules/snd1.ts';
import { snd2 } from './rules/snd2.ts';

export const rules: readonly Rule[] = [
  brf1,
  brf2,
  arr1,
  arr2,
  arr3,
  arr4,
  arr5,
  arr7,
  lyr1,
  har1,
  har2,
  har3,
  har4,
  har5,
  mel1,
  rhy1,
  rhy2,
  rhy3,
  rhy4,
  rhy5,
  rhy6,
  ins1,
  ins2,
  ins3,
  ins4,
  ins5,
  ins6,
  snd1,
  snd2,
  mix7,
  mix8,
  mix9,
  mix10,
  aut1,
  aut2,
  aut3,
  aut4,
  ast1,
  mst6,
  hyg1,
  hyg3,
  hyg4,
  hyg5,
  hyg6,
  liv1,
  liv3,
  liv4,
  ...recordingRules,
  ...audioRules,
];

/** Those that a save is waited for: they need the sound of the song, or of what was recorded for it. */
export const heardRules: readonly Rule[] = [...recordingRules, ...audioRules];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export const ruleNamed = (id: string): Rule | undefined => byId.get(id);
