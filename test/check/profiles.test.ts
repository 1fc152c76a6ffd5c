// Each profile makes a difference, and the one that its line says.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { allFigures } from '../../src/check/figures.ts';
import { type Profile, profiles } from '../../src/check/profiles.ts';
import { ruleNamed } from '../../src/check/rules.ts';
import { checked } from './checked.ts';

/** What a rule finds in a song without a profile, and what with one. */
const found = (text: string, rule: string, profile?: string): boolean => {
  const plain = text.replace(/^checks \{.*\}\n/m, '');
  const chosen = profile ? plain.replace(/\n/, `\nchecks { profile: ${profile} }\n`) : plain;
  const { reading, problems } = checked(chosen);
  assert.deepEqual(
    reading.problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    [],
  );
  return problems.some((problem) => problem.rule === rule);
};

/** Songs that lie between what a figure usually is and what a profile makes of it. */
const between: Readonly<Record<string, string>> = {
  'HAR2.seconds': `song "Suspended" { tempo 60bpm, key C major }
instrument high = PolySynth(Synth) { voices: 4 }
track one { instrument: high, level: -12dB }
track two { instrument: high, level: -12dB }
section verse 2 bars { one: "c5@3 ~ ~ ~ ~ ~", two: "b4@3 ~ ~ ~ ~ ~" }
arrange verse
`,
  'LIV1.events': `song "Shimmer" { tempo 120bpm, key A minor }
instrument soft = PolySynth(Synth) { voices: 32, envelope.release: 10ms }
track lead { instrument: soft, level: -12dB }
section verse 4 bars { lead: "[a4 c5 e5 c5]*128" }
arrange verse
`,
  'LIV4.voices': `song "Clouds" { tempo 120bpm, key A minor }
instrument soft = PolySynth(Synth) { voices: 32, envelope.release: 10ms }
${[1, 2, 3, 4, 5].map((n) => `track t${n} { instrument: soft, level: -24dB }\n`).join('')}section verse 4 bars { ${[1, 2, 3, 4, 5].map((n) => `t${n}: "[a3,b3,c4,d4,e4,f4,g4,a4,b4,c5,d5,e5,f5,g5,a5,b5,a2,b2,c3,d3,e3,f3,g3,c6,d6,e6,f6,g6,a6,b6]"`).join(', ')} }
arrange verse
`,
};

const tuned = ({ rules, figures }: Profile): readonly string[] => [
  ...Object.keys(rules),
  ...Object.keys(figures),
];

suite('profiles', () => {
  for (const profile of profiles) {
    test(`${profile.name}: each choice of it is heard of in a song`, () => {
      assert.ok(tuned(profile).length > 0, 'it chooses something');
      for (const [id, choice] of Object.entries(profile.rules)) {
        const { fires } = ruleNamed(id)!.examples;
        const [usual, with_] = [found(fires, id), found(fires, id, profile.name)];
        assert.deepEqual([usual, with_], choice === 'off' ? [true, false] : [false, true], id);
      }
      for (const [path, value] of Object.entries(profile.figures)) {
        const usual = allFigures.find((figure) => figure.path === path)!.default;
        const rule = path.split('.')[0]!;
        const [loose, strict] = value > usual ? [profile.name, undefined] : [undefined, profile.name];
        assert.ok(found(between[path]!, rule, strict), `${path}: told of by the stricter`);
        assert.ok(!found(between[path]!, rule, loose), `${path}: quiet by the other`);
      }
    });
  }
});
