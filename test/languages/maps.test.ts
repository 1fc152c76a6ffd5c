// What changes within a song: tempo, meter and key by section and bar; and swing.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { Place } from '../../src/song/place.ts';
import type { Song } from '../../src/song/song.ts';
import { edited, fixed, problems } from './marked.ts';

const header = (entries: string): Song => songLanguage.read(`song "T" {${entries}}`).song;

/** A place as it is written. */
const placed = (place: Place | undefined): string =>
  place === undefined
    ? ''
    : [
        place.section?.name,
        place.bar && `bar ${place.bar.value}`,
        place.beat && `beat ${place.beat.value}`,
        place.share && `${place.share.value * 100}%`,
      ]
        .filter(Boolean)
        .join(' ');

const tempos = ({ tempo, tempoChanges }: Song): unknown => [
  tempo.value,
  ...tempoChanges.map((change) => [
    change.tempo.value,
    placed(change.at),
    change.over ? `${change.over.value} ${change.over.quantity}` : '',
  ]),
];

suite('a map of the tempo', () => {
  test('is a list behind commas, or lines of their own', () => {
    const expected = [
      112,
      [96, 'bridge', ''],
      [112, '', '2 bars'],
      [140, 'chorus bar 3 beat 2.5', '8 beats'],
    ];
    for (const written of [
      ' tempo 112bpm, 96bpm at bridge, ramp to 112bpm over 2 bars, ramp to 140bpm over 8 beats at chorus bar 3 beat 2.5 ',
      '\n  tempo 112bpm\n  tempo 96bpm at bridge\n  tempo ramp to 112bpm over 2 bars\n  tempo ramp to 140bpm at chorus bar 3 beat 2.5 over 8 beats\n',
      '\n  tempo: 112bpm,\n    96bpm at bridge,\n    ramp to 112bpm over 2 bars,\n    ramp to 140bpm at chorus bar 3 beat 2.5 over 8 beats\n',
    ])
      assert.deepEqual(tempos(header(written)), expected, written);
  });
  test('may begin somewhere in the song', () =>
    assert.deepEqual(tempos(header(' tempo 96bpm at bar 33, 50bpm at verse 50% ')), [
      120,
      [96, 'bar 33', ''],
      [50, 'verse 50%', ''],
    ]));
  test('says what it lacks', () => {
    problems(`
      song "T" { tempo 112bpm, 96bpm }
                               ^^^^^ From where on? A further tempo says its place: \`96bpm at bridge\`.
    `);
    problems(`
      song "T" { tempo 112bpm, 96bpm at, 5bpm at bar 0 }
                                     ^^ Where? A section or a bar stands behind \`at\`
                                         ^^^^ \`5bpm\` is out of range: \`tempo\` is at least 20bpm.
                                                     ^ Bars are counted in whole numbers from 1.
    `);
    assert.deepEqual(fixed('song "T" { tempo 112bpm, ramp to 96bpm }'), {
      'Make it 2 bars long': 'song "T" { tempo 112bpm, ramp to 96bpm over 2 bars }',
    });
    problems(`
      song "T" { tempo ramp over 2 bars, ramp to 90bpm over 0 bars }
                       ^^^^ To which tempo?
                                                            ^^^^^^ \`0 bars\` is out of range
    `);
  });
  test('loses one change and no other', () => {
    const text = 'song "T" { tempo 112bpm, 96bpm at bridge, ramp to 112bpm over 2 bars }';
    const { song } = songLanguage.read(text);
    assert.equal(
      edited(text, [{ do: 'delete', id: song.tempoChanges[0]!.id }]),
      'song "T" { tempo 112bpm, ramp to 112bpm over 2 bars }',
    );
    for (const [written, left] of [
      ['{ tempo 96bpm at bridge, 90bpm at outro }', '{ tempo 90bpm at outro }'],
      ['{\n  tempo 96bpm at bridge, // slow\n    90bpm at outro\n}', '{\n    tempo 90bpm at outro\n}'],
      ['{ tempo 96bpm at bridge, seed 3 }', '{ seed 3 }'],
    ] as const) {
      const first = songLanguage.read(`song "T" ${written}`).song.tempoChanges[0]!;
      assert.equal(edited(`song "T" ${written}`, [{ do: 'delete', id: first.id }]), `song "T" ${left}`);
    }
  });
});

suite('a map of the meter', () => {
  const meters = ({ meter, meterChanges }: Song): unknown => [
    `${meter.beats}/${meter.unit}`,
    ...meterChanges.map((change) => `${change.meter.beats}/${change.meter.unit} at ${placed(change.at)}`),
  ];
  test('changes at sections and bars', () => {
    assert.deepEqual(meters(header(' meter 4/4, 7/8 at bridge, 3/4 at chorus bar 5 ')), [
      '4/4',
      '7/8 at bridge',
      '3/4 at chorus bar 5',
    ]);
    assert.deepEqual(meters(header('\n  meter 7/8 at bridge\n  meter 6/8\n')), ['6/8', '7/8 at bridge']);
  });
  test('does not change within a bar', () =>
    problems(`
      song "T" { meter 4/4, 7/8 at bar 3 beat 2 }
                                              ^ A meter changes at the start of a bar.
    `));
});

suite('a map of the key', () => {
  test('goes on with a tonic or with its word', () => {
    for (const written of [
      ' key A minor, C major at outro, F# dorian at bar 9, seed 3 ',
      '\n  key A minor\n  key C major at outro\n  key F# dorian at bar 9\n  seed 3\n',
    ]) {
      const { key, keyChanges, seed } = header(written);
      assert.deepEqual(
        [
          key?.tonic,
          key?.mode,
          seed,
          ...keyChanges.map((change) => [change.key.tonic, change.key.mode, placed(change.at)]),
        ],
        ['A', 'minor', 3, ['C', 'major', 'outro'], ['F#', 'dorian', 'bar 9']],
      );
    }
  });
  test('holds from the start only once', () =>
    problems(`
      song "T" { key A minor, key C major, key D at nowhere bar }
                              ^^^ \`key\` is written twice: the first counts.
                                                            ^^^ Which bar? A number stands behind it
    `));
});

suite('swing', () => {
  test('has an amount and the notes that swing', () => {
    const { swing } = header(' swing 56% of 1/16 ');
    assert.deepEqual([swing?.amount.value, swing?.of.value], [0.56, 1 / 16]);
  });
  test('says what it lacks', () => {
    assert.deepEqual(fixed('song "T" { swing 56% }'), {
      'Of 1/16': 'song "T" { swing 56% of 1/16 }',
      'Of 1/8': 'song "T" { swing 56% of 1/8 }',
    });
    assert.deepEqual(fixed('song "T" { swing 56% of 16 }'), {
      'Write `1/16`': 'song "T" { swing 56% of 1/16 }',
    });
    problems(`
      song "T" { swing 30% of 1/16 }
                       ^^^ \`30%\` is out of range: \`swing\` is at least 50%.
    `);
  });
});
