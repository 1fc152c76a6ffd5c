// ARR1, ARR2, ARR7: names, lengths and what is left out of the arrangement.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checked, checks, fixed } from './checked.ts';

suite('ARR1', () => {
  test('flags every kind of name that leads nowhere, on its own characters', () =>
    checks(`
instrument sub = MonoSynth { }
track bass { instrument: sob }
                         ^^^ ARR1: There is no instrument called sob, so bass has no sound. Did you mean sub?
section verse 2 bars { bas: "a1", bass: rif.fast(2) }
                       ^^^ ARR1: There is no track called bas
                                        ^^^ ARR1: There is no pattern called rif
arrange verse chorsu*2
              ^^^^^^ ARR1: There is no section called chorsu
pattern riff = "a1"
instrument sob2 = Synth { }
track b2 { instrument: sub }
track b3 { instrument: sob2 }`));

  test('says once what has one cause: a misspelt name leaves nothing unused', () =>
    checks(`
instrument warmPad = PolySynth(Synth) { }
track pad { instrument: wamPad, send spce: -12dB }
                        ^^^^^^ ARR1: There is no instrument called wamPad
                                     ^^^^ MIX7: space
bus space { reverb: 2s, highpass: 200Hz }
pattern floor = "Am7"
pattern low = flor.octave(-1)
              ^^^^ ARR1: There is no pattern called flor
section chorus 2 bars { pad: low }
section bridge 2 bars { pad: low }
        ^^^^^^ ARR7: The section bridge is never arranged
arrange chorsu
        ^^^^^^ ARR1: There is no section called chorsu, so the arrangement skips it. Did you mean chorus?`));

  test('flags what is empty', () =>
    checks(`
instrument sub = MonoSynth { }
track bass { instrument: sub }
track ghost { level: -6dB }
      ^^^^^ ARR1: The track ghost has no instrument
pattern nothing = ""
        ^^^^^^^ ARR1: The pattern nothing is empty
section verse 2 bars { bass: nothing }
section gap 2 bars { }
        ^^^ ARR1: The section gap is empty
arrange verse gap`));

  test('lets recordings do without an instrument', () => {
    checks(`
      song "T" { tempo 120bpm }
      take vox1 = "vox.wav"
      track vox { }
      section verse 4 bars { vox: vox1 at bar 2 }
      arrange verse
    `);
  });

  test('names what exists as the nearest, and creates what does not', () => {
    const before = checked(`
instrument sub = MonoSynth { }
track bass { instrument: sub }
pattern bassline = "a1"
section verse 2 bars { bass: baseline }
arrange verse`);
    const [nearest, create] = before.problems.find(({ rule }) => rule === 'ARR1')!.fixes!;
    assert.equal(nearest!.title, 'Change to bassline');
    assert.match(fixed(before, nearest!), /bass: bassline/);
    assert.equal(create!.title, 'Create the pattern baseline');
    assert.match(fixed(before, create!), /^pattern baseline = /m);
  });

  test('patterns that name each other in a circle are no reason to hang', () => {
    const { problems } = checked('pattern a = b\npattern b = a\n');
    assert.ok(problems.every(({ rule }) => rule === 'HYG1'));
  });
});

suite('ARR2', () => {
  const song = (pattern: string, bars: number, expression = 'riff'): string => `instrument sub = MonoSynth { }
track bass { instrument: sub }
pattern riff = "${pattern}"
section verse ${bars} bars { bass: ${expression} }
arrange verse
`;
  const messages = (text: string): readonly string[] =>
    checked(text)
      .problems.filter(({ rule }) => rule === 'ARR2')
      .map(({ message }) => message);

  for (const [name, text] of Object.entries({
    'two bars in eight': song('a1 | c2', 8),
    'one bar in any': song('a1 c2', 7),
    'an alternation inside a bar': song('a1 <c2 d2 e2> | c2', 4),
    'two bars slowed to eight': song('a1 | c2', 8, 'riff.slow(4)'),
    'four bars in one': song('a1 | c2 | e2 | c2', 3, 'riff.fast(4)'),
  })) {
    test(`is silent on ${name}`, () => assert.deepEqual(messages(text), []));
  }

  test('says how much is cut', () => {
    assert.match(
      messages(song('a1 | c2 | e2', 8))[0]!,
      /lasts 3 bars, and verse 8 bars: its last pass is cut after 2 bars/,
    );
    assert.match(messages(song('a1 | c2 | e2 | f2', 2))[0]!, /only its first 2 bars are heard/);
    assert.match(messages(song('<a1 c2 e2>', 4))[0]!, /lasts 3 bars/);
    assert.match(messages(song('a1 | c2', 6, 'riff.slow(2)'))[0]!, /lasts 4 bars/);
  });

  test('pads, trims, or lets it come round', () => {
    const before = checked(song('a1 | c2 | e2', 8));
    const titles = before.problems[0]!.fixes!.map((fix) => {
      const after = checked(fixed(before, fix));
      assert.deepEqual(after.problems, [], fix.title);
      return fix.title;
    });
    assert.deepEqual(titles, [
      'Pad it with rests to 4 bars',
      'Trim it to 2 bars',
      'Lengthen verse to 9 bars, so that it comes round',
      'Shorten verse to 6 bars, so that it comes round',
    ]);
    assert.match(fixed(before, before.problems[0]!.fixes![0]!), /"a1 \| c2 \| e2 \| ~"/);
  });

  test('keeps a progression a progression', () => {
    const before = checked(`instrument soft = PolySynth(Synth) { }
track pad { instrument: soft }
progression verse_p = | Am | F | G |
section verse 4 bars { pad: verse_p.chords }
arrange verse
`);
    const pad = before.problems[0]!.fixes![0]!;
    assert.match(fixed(before, pad), /= \| Am \| F \| G \| ~ \|/);
    assert.deepEqual(checked(fixed(before, pad)).problems, []);
  });

  test('offers only lengths into which every part of the section goes', () => {
    const before = checked(`instrument sub = MonoSynth { }
track bass { instrument: sub }
track lead { instrument: sub }
section verse 8 bars { bass: "a1 | c2 | e2", lead: "a3 | c4 | e4 | c4" }
arrange verse
`);
    const titles = before.problems[0]!.fixes!.map(({ title }) => title);
    assert.ok(titles.includes('Lengthen verse to 12 bars, so that it comes round'), titles.join('; '));
  });
});

suite('ARR7', () => {
  test('a section that is arranged twice is arranged', () =>
    checks(`
instrument sub = MonoSynth { }
track bass { instrument: sub }
section verse 2 bars { bass: "a1" }
section coda 2 bars { bass: "a1" }
        ^^^^ ARR7: The section coda is never arranged
arrange verse*2 verse`));

  test('adds it at the end of the arrangement', () => {
    const before = checked(`instrument sub = MonoSynth { }
track bass { instrument: sub }
section verse 2 bars { bass: "a1" }
section coda 2 bars { bass: "a1" }
arrange verse*2 // and out
`);
    assert.match(fixed(before, before.problems[0]!.fixes![0]!), /^arrange verse\*2 coda/m);
  });
});
