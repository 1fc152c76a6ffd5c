// Sections like one another, and parts that play recordings: what is written once is told of once.

import { suite, test } from 'mocha';
import { checks } from './checked.ts';

suite('sections that are like one another', () => {
  test('are told once of a part that they have in common', () =>
    checks(`song "T" { tempo 100bpm }
instrument s = Synth
track vox { instrument: s }
section a 4 bars { vox: nothing, nobody: "c4" }
                        ^^^^^^^ ARR1: There is no pattern called nothing
                                 ^^^^^^ ARR1: There is no track called nobody
section b 8 bars like a
section c 4 bars like b without { vox }
arrange a b c
`));
});

suite('a part that plays a recording', () => {
  test('plays what is there', () =>
    checks(`song "T" { tempo 100bpm }
instrument s = Synth
take vox1 = "takes/vox1.wav"
sample clap = "sounds/clap.wav"
track vox { instrument: s }
track drum { instrument: s }
section a 4 bars { vox: vox1 at bar 2, drum: clap }
arrange a
`));
});
