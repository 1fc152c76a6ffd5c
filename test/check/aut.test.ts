// AUT2 to AUT4: what moves, whether it is there, and where it begins.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checked, checks, fixed } from './checked.ts';

suite('AUT3', () => {
  test('holds paths against the mixer and the instruments', () =>
    checks(`
instrument sub = MonoSynth
bus space { reverb: 2s, highpass: 250Hz }
track bass { instrument: sub, send space: -12dB }
section verse 4 bars { bass: "a1" }
arrange verse
automate bas.level { bar 1: 0dB }
         ^^^^^^^^^ AUT3: There is no track or bus bas to move anything of. Did you mean bass?
automate bass.levl { bar 1: 0dB }
         ^^^^^^^^^ AUT3: bass has no levl that moves. Did you mean bass.level?
automate sub.filter.Q { bar 1: 3 }
         ^^^^^^^^^^^^ AUT3: sub is an instrument, and what moves is a track that plays it, such as bass.filter.Q.
automate bass.oscillator { bar 1: sine }
         ^^^^^^^^^^^^^^^ AUT3: bass has no oscillator that moves.
automate space.reverb.decay { bar 1: 3s }
automate master.level { bar 1: 3dB }`));
});

suite('AUT3, of what Tone.js plays', () => {
  test('says that it stands as it is, on the path', () =>
    checks(`
instrument lead = tone.FMSynth
track bass { instrument: lead, tone.Chorus: wet 50% }
section verse 4 bars { bass: "a1" }
arrange verse
automate bass.tone.Chorus.depth { bar 1: 30% }
         ^^^^^^^^^^^^^^^^^^^^^^ AUT3: tone.Chorus is Tone.js’s own, and Tone.js plays it as it stands: its settings don’t move. Automate Codetta’s Chorus in its place, or the level, the pan or a send of bass.
automate bass.harmonicity { bar 1: 3 }
         ^^^^^^^^^^^^^^^^ AUT3: tone.FMSynth is Tone.js’s own, and Tone.js plays it as it stands: its settings don’t move. Automate Codetta’s FMSynth in its place, or the level, the pan or a send of bass.
automate bass.level { bar 1: 0dB }`));
});

suite('AUT2', () => {
  test('lets curves take turns in their sections', () =>
    checks(`
instrument soft = Synth
track pad { instrument: soft }
section build 4 bars { pad: "a3 c4" }
section drop 4 bars { pad: "a3 e4" }
arrange build drop build
automate pad.level in build { 0%: -18dB, 100%: -6dB }
automate pad.level in drop { 0%: -6dB, 100%: -3dB }
automate pad.pan in drop { 0%: centre, 100%: left }`));
});

suite('AUT4', () => {
  const late = `instrument soft = Synth
track pad { instrument: soft, level: -12dB }
section build 8 bars { pad: "a3 c4 e4 c4" }
arrange build
automate pad.level in build {
  bar 5: -24dB
  bar 8: -6dB
}
`;
  test('writes the point on a line of its own, as its neighbours stand', () => {
    const before = checked(late);
    const [asItSounds, asTheMixer] = before.problems[0]!.fixes!;
    assert.match(fixed(before, asItSounds!), /\{\n {2}0%: -24dB\n {2}bar 5: -24dB\n/);
    assert.match(fixed(before, asTheMixer!), /\{\n {2}0%: -12dB\n {2}bar 5: -24dB\n/);
  });

  test('says nothing where the curve begins where the mixer stands', () =>
    assert.deepEqual(checked(late.replace('bar 5: -24dB', 'bar 5: -12dB')).problems, []));
});
