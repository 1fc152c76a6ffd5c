// The rules, in the order of the documentation. A new rule is one file and its row here.

import type { Rule } from './rule.ts';
import { arr1 } from './rules/arr1.ts';
import { arr2 } from './rules/arr2.ts';
import { arr7 } from './rules/arr7.ts';
import { brf1 } from './rules/brf1.ts';
import { har1 } from './rules/har1.ts';
import { hyg1 } from './rules/hyg1.ts';
import { hyg5 } from './rules/hyg5.ts';
import { hyg6 } from './rules/hyg6.ts';
import { ins1 } from './rules/ins1.ts';
import { mix7 } from './rules/mix7.ts';
import { mix9 } from './rules/mix9.ts';

export const rules: readonly Rule[] = [brf1, arr1, arr2, arr7, har1, ins1, mix7, mix9, hyg1, hyg5, hyg6];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export const ruleNamed = (id: string): Rule | undefined => byId.get(id);
