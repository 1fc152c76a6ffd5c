// HAR1 must not cry wolf: what good music does outside its key, and what it does not.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { checked, checks, fixed } from './checked.ts';

/** A song of two tracks: what the lead plays stands on its own line, so that marks can stand below. */
const song = (key: string, lines: string, more = ''): string => `song "Key" { key ${key} }
instrument soft = PolySynth(Synth) { }
instrument drum = MembraneSynth { }
track lead { instrument: soft }
track pad { instrument: soft }
track toms { instrument: drum }
section verse 4 bars {
${lines}
}
arrange verse${more}
`;

suite('HAR1', () => {
  test('flags a leap to a note outside the key', () =>
    checks(
      song(
        'C major',
        `
  lead: "c4 g#4 e4 c4", pad: silence, toms: silence
            ^^^ HAR1: G#4 is not in C major, nor in a chord of its bar (bar 1, lead). Take G4
`,
      ),
    ));

  test('spells as the song does', () =>
    checks(
      song(
        'F major',
        `
  lead: "f4 c#5 a4 f4", pad: silence, toms: silence
            ^^^ HAR1: C#5 is not in F major, nor in a chord of its bar (bar 1, lead). Take C5
`,
      ),
    ));

  test('tells of a token once, however often it sounds', () =>
    checks(
      song(
        'C major',
        `
  lead: "c4 [g#4*4] e4 c4", pad: silence, toms: silence
             ^^^ HAR1: G#4
`,
      ),
    ));

  test('lets chromatic passing notes go by', () =>
    checks(song('C major', '  lead: "c4 c#4 d4 d#4 e4", pad: silence, toms: silence')));

  test('lets a chromatic neighbour go by', () =>
    checks(song('C major', '  lead: "e4 d#4 e4 g4", pad: silence, toms: silence')));

  test('does not call a held note a passing one', () =>
    checks(
      song(
        'C major',
        `
  lead: "c4 c#4@6 d4", pad: silence, toms: silence
            ^^^ HAR1: C#4
`,
      ),
    ));

  test('lets notes of a borrowed chord be, on whatever track', () =>
    checks(song('C major', '  lead: "ab4 c5 f5 c5 | a4 c5 f5 c5", pad: "Fm | F", toms: silence')));

  test('flags the borrowed note where its chord has gone', () =>
    checks(
      song(
        'C major',
        `
  lead: "ab4 c5 f5 c5 | ab4 f5 c5 f5", pad: "Fm | F", toms: silence
                        ^^^ HAR1: Ab4 is not in C major, nor in a chord of its bar (bar 2, lead)
`,
      ),
    ));

  test('lets a chord symbol be what it is', () =>
    checks(song('C major', '  lead: silence, pad: "Ab7 | Db | G7 | C", toms: silence')));

  suite('says once, on the key, that the key is wrong', () => {
    const found = (text: string): readonly string[] =>
      checked(text).problems.map(({ rule, message }) => `${rule}: ${message}`);

    test('by the chords, and the notes on them are not told of one by one', () => {
      const text = song(
        'A minor',
        '  lead: "g#4 b4 e5 b4 | f#4 d#5 b4 f#4 | c#5 e5 g#4 e5 | a4 c#5 e5 c#5", pad: "E | B | C#m7 | A", toms: silence',
      );
      assert.deepEqual(found(text), [
        'HAR1: Only 25% of what the chords play is in A minor; E major fits better. Change the key, or mark the line if it is meant.',
      ]);
      const before = checked(text);
      assert.deepEqual(checked(fixed(before, before.problems[0]!.fixes![0]!)).problems, []);
    });

    test('by the notes, where there are no chords', () =>
      assert.match(
        found(
          song(
            'C major',
            '  lead: "c#4 d#4 f4 f#4 g#4 a#4 c5 c#5 | g#4 f4 d#4 c#4", pad: silence, toms: silence',
          ),
        ).join(),
        /^HAR1: Only 25% of what the notes play is in C major; Db major fits better/,
      ));

    test('in the relative and parallel key too, when that is where the chords are', () =>
      assert.match(
        found(song('C major', '  lead: silence, pad: "Cm | Ab | Fm | Gm", toms: silence')).join(),
        /^HAR1: .* C minor fits better/,
      ));

    test('where no key fits', () =>
      assert.match(
        found(song('C major', '  lead: silence, pad: "E | Bb | F# | Ab", toms: silence')).join(),
        /^HAR1: .*Leave the key out, or mark the line/,
      ));

    test('a mark on the key is heard', () =>
      assert.deepEqual(
        found(
          song(
            'C major // codetta-ignore HAR1: it wanders\n',
            '  lead: silence, pad: "E | Bb | F# | Ab", toms: silence',
          ),
        ),
        [],
      ));
  });

  for (const [name, key, chords] of [
    ['a blues', 'A major', 'A7 | D7 | A7 | E7'],
    ['a turnaround of secondary dominants', 'C major', 'Cmaj7 A7 | Dm7 G7 | Em7 A7 | Dm7 G7'],
    ['a minor key with its dominant', 'A minor', 'Am | Dm | E7 | G#dim7'],
    ['slash chords and suspensions', 'G major', 'G/B | Cadd9 | Dsus4 | Em7/D'],
    ['a pentatonic key', 'A minor pentatonic', 'Am | F | C | E7'],
    ['chords in a mode', 'D dorian', 'Dm7 | G | Am | Dm7'],
    ['borrowed chords', 'C major', 'C | Bb | F | Fm'],
    ['one chord outside', 'C major', 'Ab'],
  ] as const)
    test(`finds nothing in ${name}`, () =>
      checks(song(key, `  lead: silence, pad: "${chords}", toms: silence`)));

  test('lets the leading note of a minor key lead, and the raised sixth on the way to it', () =>
    checks(song('A minor', '  lead: "e4 f#4 g#4 a4", pad: "a3 e3 g#3 a3", toms: silence')));

  test('flags a raised sixth that leads nowhere', () =>
    checks(
      song(
        'A minor',
        `
  lead: "a4 f#4 a4 c5", pad: silence, toms: silence
            ^^^ HAR1: F#4 is not in A minor
`,
      ),
    ));

  test('leaves tuned drums alone', () =>
    checks(song('C major', '  lead: silence, pad: silence, toms: "c#2 f#2 bd x"')));

  test('says nothing of a song without a key', () =>
    checks(
      song('C major', '  lead: "c4 g#4 c#5 f#4", pad: silence, toms: silence').replace(
        '{ key C major }',
        '{ }',
      ),
    ));

  test('judges each bar by the key of its place', () => {
    const twoKeys = (lift: string) => `song "Two keys" { key A minor, key C# minor at lift }
instrument soft = Synth { }
track lead { instrument: soft }
section verse 2 bars { lead: "a4 c5 e5 c5" }
section lift 2 bars {
${lift}
}
arrange verse lift
`;
    checks(twoKeys('  lead: "g#4 d#5 f#5 c#5"'));
    checks(
      twoKeys(`  lead: "g#4 c#5 f5 c#5"
                 ^^ HAR1: F5 is not in C# minor, nor in a chord of its bar (bar 3, lead)`),
    );
  });

  test('says of the key that most of its own music is outside of, and of no other', () => {
    const { problems, reading } = checked(`song "Wrong lift" { key A minor, key Eb major at lift }
instrument soft = Synth { }
track lead { instrument: soft }
section verse 2 bars { lead: "a4 c5 e5 c5 | a4 b4 c5 e5" }
section lift 2 bars { lead: "b4 e5 f#5 g#5 c#5 | a4 b4 c#5 e5 e4" }
arrange verse lift
`);
    assert.deepEqual(
      problems.map(({ id, message }) => [
        reading.text.slice(reading.origins[id]!.from, reading.origins[id]!.to),
        message.slice(0, 5),
      ]),
      [['Eb major', 'Only ']],
    );
  });

  test('offers both neighbours where they are as near, spelled as mini-notation reads them', () => {
    const before = checked(song('C major', '  lead: "c4 g#4 e4 c4", pad: silence, toms: silence'));
    const fixes = before.problems[0]!.fixes!;
    assert.deepEqual(
      fixes.map(({ title }) => title),
      ['Change to g4', 'Change to a4'],
    );
    assert.match(fixed(before, fixes[1]!), /"c4 a4 e4 c4"/);
  });
});
