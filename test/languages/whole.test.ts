// Everything besides notes and mixer that a song says: material, brief, expectations, markers, lyrics, lanes.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { Place } from '../../src/song/place.ts';
import { edited, fixed, problems, problemsOf, refused, setTo } from './marked.ts';
import { meaning, whole } from './song-data.ts';

const { song } = songLanguage.read(whole);
/** Without ids and places. */
const said = (part: unknown): unknown => meaning(part as typeof song);
const placed = ({ section, bar, beat, share }: Place): string =>
  [section?.name, bar?.value, beat?.value, share?.value].map((part) => part ?? '').join('/');

suite('a song with everything', () => {
  test('reads without a mistake, and says once of each thing that nothing comes of it yet', () => {
    const found = problemsOf(whole);
    assert.deepEqual(
      found.filter(({ severity }) => severity !== 'information'),
      [],
    );
    const lines = found.map(({ from }) => whole.slice(0, from).split('\n').length);
    assert.deepEqual(lines, [...new Set(lines)], 'one on a line');
  });
  test('is laid out as it is written', () =>
    assert.equal(songLanguage.format(songLanguage.read(whole)), whole));
});

suite('material', () => {
  test('has takes with the part that plays and how they are treated', () => {
    const [first, second] = song.takes;
    assert.deepEqual(
      [first!.file.path.value, first!.trim?.from.value, first!.trim?.to.value],
      ['takes/vox1.wav', 1.2, 9.8],
    );
    assert.deepEqual(
      first!.settings.map(({ path, value }) => [path, value.value]),
      [
        ['gain', 2],
        ['fade', 0.01],
        ['tune', 'key'],
        ['strength', 0.8],
      ],
    );
    assert.deepEqual(
      [second!.file.hash?.value.length, second!.file.licence?.value, second!.file.credit?.value],
      [64, 'all rights reserved', 'A. Singer'],
    );
  });
  test('has samples, kits, tunings and imports', () => {
    assert.deepEqual(
      [song.samples[0]!.file.licence?.value, song.kits[0]!.source.value, song.tunings[0]!.map?.value],
      ['CC-BY-4.0', 'bundled/808', 'tunings/partch.kbm'],
    );
    assert.deepEqual(
      song.kits[0]!.settings.map(({ path, value }) => [path, value.value]),
      [
        ['gain', -2],
        ['sd', 'sounds/snare.wav'],
      ],
    );
    assert.deepEqual(
      song.imports.map(({ names, path }) => [
        path.value,
        ...names.map(({ name, as }) => `${name.name} ${as.name}`),
      ]),
      [
        ['./drums.song', 'fourFloor fourFloor', 'hats tops'],
        ['./more.song', 'snare snare'],
      ],
    );
  });
  test('says what is wrong with it', () => {
    problems(`
      take a = "a.wav" { trim: 9s..1s, gain: 2, hash: "abc", gian: 1dB }
                               ^^^^^^ The lower end stands first: turn this span round.
                                             ^ \`2\` has no unit
                                                      ^^^^^ A hash is the SHA-256 of the file
                                                             ^^^^ A take has no \`gian\`. Did you mean \`gain\`?
      sample b = b
                 ^ A text in quotes stands here
      kit c = Kit(808) { level: -2dB }
                  ^^^ A text in quotes stands here
                         ^^^^^ A kit has no \`level\`.
      import { a as b c, d.e } "x.song"
               ^^^^^^^^ Here stand names
                         ^^^ Here stand names
                               ^^^^^^^^ \`from\` is missing before the path.
      import x
             ^ What is imported stands in braces
    `);
    assert.deepEqual(
      problemsOf('tuning d = "" { mop: "x" }')
        .filter(({ severity }) => severity === 'error')
        .map(({ message }) => message.slice(0, 40)),
      ['This is empty: write it like `tuning par', 'A tuning has no `mop`. Did you mean `map'],
    );
    assert.deepEqual(fixed('import { a } "x.song"'), { 'Add `from`': 'import { a } from "x.song"' });
  });
});

suite('brief, expectations and deliveries', () => {
  test('say what the song is meant to be', () => {
    const { brief } = song;
    assert.deepEqual(
      [brief?.mood?.value, brief?.genre?.value, brief?.length?.shortest.value, brief?.length?.longest.value],
      ['neon, patient', 'synthwave', 165, 210],
    );
    assert.deepEqual(
      brief?.references.map(({ value }) => value),
      ['refs/one.wav', 'refs/two.wav'],
    );
    assert.deepEqual(
      brief?.lifts.map(({ section, over, by }) => [section.name, over.name, by.value]),
      [['chorus', 'verse', 2]],
    );
  });
  test('have seven things to expect', () =>
    assert.deepEqual(said(song.expectations), [
      {
        kind: 'louder',
        section: { name: 'chorus' },
        than: { name: 'verse' },
        by: { kind: 'measure', value: 1.5, quantity: 'lu' },
      },
      { kind: 'within', track: { name: 'bass' }, low: 28, high: 55 },
      {
        kind: 'length',
        shortest: { kind: 'measure', value: 165, quantity: 'seconds' },
        longest: { kind: 'measure', value: 210, quantity: 'seconds' },
      },
      {
        kind: 'loudness',
        least: { kind: 'measure', value: -14, quantity: 'lufs' },
        most: { kind: 'measure', value: -10, quantity: 'lufs' },
      },
      { kind: 'noClip' },
      { kind: 'monoLoss', under: { kind: 'measure', value: 3, quantity: 'decibels' } },
      { kind: 'endsInKey' },
    ]));
  test('name where the song goes and what goes along', () => {
    const [delivery] = song.deliveries;
    assert.deepEqual(
      [
        delivery!.targets.map(({ name }) => name),
        delivery!.extras.map(({ name, value }) => [name.name, value?.value]),
      ],
      [
        ['spotify', 'apple'],
        [
          ['stems', undefined],
          ['midi', undefined],
          ['format', 'wav'],
          ['rate', 48000],
          ['bits', '24'],
        ],
      ],
    );
  });
  test('say what is wrong with them', () =>
    problems(`
      section verse 8 bars { bass: "c2" }
      brief { mod "x", length 3:30, lift verse over vers 2LU, lift verse, mood neon }
              ^^^ A brief has no \`mod\`. Did you mean \`mood\`?
                              ^^^^ A span stands here, from one end to the other: \`length 2:45..3:30\`.
                                                    ^^^^ There is no section \`vers\`. Did you mean \`verse\`?
                                                              ^^^^^^^^^^ Which section lifts over which?
                                                                               ^^^^ A text in quotes stands here
      expect verse louder then verse
                          ^^^^ Louder than what?
      expect verse louder than verse by 2dB
                                        ^^^ \`2dB\` is a level in decibels, but \`lift\` takes a difference of loudness
      expect bass within E1..X
                             ^ \`X\` is no note with an octave
      expect no clop
                ^^^^ This is written \`expect no clip\`.
      expect miracles
             ^^^^^^^^ What is expected? \`expect chorus louder than verse by 1.5LU\`, \`expect bass within E1..G3\`
      deliver spotfy { stem, rate: 8kHz, midi: yes }
              ^^^^^^ There is no place \`spotfy\` to deliver to. Did you mean \`spotify\`?
                       ^^^^ A delivery has no \`stem\`. Did you mean \`stems\`?
                                   ^^^^ \`8kHz\` is out of range: \`rate\` is at least 44.1kHz.
                                             ^^^^^ \`midi\` stands alone.
    `));
});

suite('markers', () => {
  test('name places', () =>
    assert.deepEqual(
      song.markers.map(({ name, at }) => `${name.name} ${placed(at)}`),
      ['drop chorus/3//', 'end /40//'],
    ));
  test('say what is wrong with them', () =>
    problems(`
      marker drop
             ^^^^ Where is it? Write its place: \`marker drop at chorus bar 3\`.
      marker rise at "x"
                     ^^^ \`x\` is no place in the song
      marker fall at chorus bar 1.5
                                ^^^ Bars are counted in whole numbers from 1.
      marker last at bar 3 of chorus
                           ^^^^^^^^^ Nothing more belongs behind the place of a marker.
    `));
});

suite('lyrics', () => {
  test('are syllables, joined into words and held over notes', () => {
    const sung = song.lyrics.map(({ track, section, syllables }) => [
      `${track.name} ${section.name}`,
      ...syllables.map(({ text, continues, held }) => `${text}${continues ? '-' : ''}${'_'.repeat(held)}`),
    ]);
    assert.deepEqual(sung, [
      ['vox verse', 'Ci-', 'ty', 'lights', 'go', 'by_'],
      ['vox chorus', 'Ci-', 'ty', 'lights', 'burn', 'on__'],
    ]);
  });
  test('know where each syllable stands', () => {
    const { origins } = songLanguage.read(whole);
    const [first] = song.lyrics;
    assert.deepEqual(
      first!.syllables.map(({ id }) => whole.slice(origins[id]!.from, origins[id]!.to)),
      ['Ci-', 'ty', 'lights', 'go', 'by'],
    );
  });
  test('say what is missing', () =>
    problems(`
      lyrics vox verse "la"
                 ^^^^^ Who sings what, and in which section?
      lyrics vox in verse
                    ^^^^^ Who sings what, and in which section?
      lyrics vox in verse "_ la"
                           ^ There is no syllable before this \`_\` to hold.
    `));
});

suite('automation', () => {
  test('has points in a section and in the song, and how each is reached', () =>
    assert.deepEqual(
      song.automation.map(({ path, section, points }) => [
        `${path.name} ${section?.name ?? ''}`,
        ...points.map(({ at, value, shape }) => `${placed(at)} ${value.value} ${shape}`),
      ]),
      [
        ['bass.filter.frequency verse', '///0 300 linear', '///0.5 1000 curve', '///1 4000 exponential'],
        ['vox.send.space chorus', '/8// -20 linear', '/8/3/ -8 step', '/9// -20 linear'],
        ['bass.pan ', '/1// -0.2 linear', '/9// 0 linear', 'verse/3// 0.1 linear'],
      ],
    ));
  test('makes waves between two values, and says what is missing of one', () => {
    const {
      song: { automation },
    } = songLanguage.read(`
      track pad { }
      automate pad.pan { lfo: sine 1/2 20% left to 20% right }
      automate pad.level { lfo: square 2 bars -12dB to -6dB exponential }
    `);
    assert.deepEqual(
      automation.map(({ wave }) => [
        wave?.shape,
        wave?.rate.value,
        wave?.rate.quantity,
        wave?.from.value,
        wave?.to.value,
        wave?.byFactor,
      ]),
      [
        ['sine', 0.5, 'notes', -0.2, 0.2, undefined],
        ['square', 2, 'bars', -12, -6, true],
      ],
    );
    problems(`
      track pad { }
      automate pad.pan { lfo: sin 1/2 left to right }
                              ^^^ Behind \`lfo:\` stands a shape: \`sine\`, \`triangle\`, \`sawtooth\` or \`square\`. Did you mean \`sine\`
      automate pad.level { lfo: sine -6dB to 0dB }
                                     ^^^^ How fast? A note value, bars, beats, seconds or Hz stand behind \`sine\`
      automate pad.level { lfo: sine 1/2 -6dB }
                                         ^^^^ From what to what? Write \`lfo: sine 1/2 20% left to 20% right\`.
      automate pad.level { lfo: sine 1/2 300Hz to 0dB }
                                         ^^^^^ \`300Hz\` is a frequency
      automate pad.level { lfo: sine 1/2 -6dB to 0dB, 0%: 0dB }
                                                      ^^^^^^^ A wave needs no points
    `);
  });
  test('holds values against the parameter, and says what else is wrong', () =>
    problems(`
      track bass { }
      automate bass.level in verse { 0%: 300Hz, 50%: -6dB fast, 100%: 40dB linear }
                                         ^^^^^ \`300Hz\` is a frequency, but \`level\` takes a level in decibels
                                                          ^^^^ Behind the value stands how it is reached
                                                                      ^^^^ \`40dB\` is out of range
      automate bass.level in verse { here: , 120%: 0dB, bar 3 }
                                     ^^^^^ A value is missing
                                             ^^^^ A place in a section lies between its start, 0%, and its end, 100%.
                                                        ^^^ A point is a place, a colon, a space and a value
      automate bass.level at verse { }
                          ^^^^^^^^ The section stands behind \`in\`
                                   ^^^ Where does it move to?
    `));
});

suite('edits of all that', () => {
  test('set what is said of a recording, and the length of a section', () => {
    assert.equal(setTo(whole, 'vox1.gain', '-1dB'), whole.replace('gain: +2dB', 'gain: -1dB'));
    assert.equal(setTo('take a = "a.wav"', 'a.fade', '20ms'), 'take a = "a.wav" { fade: 20ms }');
    assert.equal(
      setTo(whole, 'verse.bars', '12 bars'),
      whole.replace('section verse  16 bars', 'section verse  12 bars'),
    );
    assert.equal(setTo('section a like b', 'a.bars', '12 bars'), 'section a 12 bars like b');
    assert.match(refused(whole, 'vox1.gian', '1dB'), /Did you mean `gain`/);
    assert.match(refused(whole, 'vox1.gain', '1s'), /is a time/);
    assert.match(refused(whole, 'verse.bars', '1.5 bars'), /whole bars/);
    assert.match(refused(whole, 'verse.beats', '3'), /only its length/);
  });
  test('delete anything, and the song still reads', () => {
    const ids = [
      ...song.takes,
      ...song.samples,
      ...song.kits,
      ...song.tunings,
      ...song.imports,
      ...song.markers,
      ...song.automation,
      ...song.lyrics,
      ...song.deliveries,
    ].map(({ declaration }) => declaration);
    ids.push(...song.automation.flatMap(({ points }) => points.map(({ id }) => id)));
    ids.push(...song.expectations.map(({ id }) => id), song.brief!.declaration, song.tempoChanges[0]!.id);
    for (const id of ids) {
      const left = edited(whole, [{ do: 'delete', id }]);
      assert.ok(left.length < whole.length);
      assert.deepEqual(
        problemsOf(left)
          .filter(
            ({ severity, message }) => severity === 'error' && !message.startsWith('Where does it move'),
          )
          .map(({ message }) => message),
        [],
      );
      const kept = (text: string): number => text.split('//').length;
      assert.ok(kept(left) >= kept(whole) - 2, 'comments of other lines stay');
    }
  });
  test('declare what reads without a mistake', () => {
    for (const what of ['progression', 'take', 'sample', 'kit', 'tuning', 'marker'] as const) {
      const text = edited(whole, [{ do: 'declare', what, name: 'fresh' }]);
      assert.deepEqual(
        problemsOf(text).filter(({ severity }) => severity !== 'information'),
        [],
        what,
      );
      assert.ok(text.includes(`\n${what} fresh `));
    }
    const result = songLanguage.edit(songLanguage.read(whole), [
      { do: 'declare', what: 'take', name: 'melody' },
    ]);
    assert.ok(!result.ok && result.reason.includes('already'), 'a pattern has the name');
  });
});

suite('the outline of all that', () => {
  const items = songLanguage.outline(songLanguage.read(whole));
  test('has each construct in the order of the text, with what tells it apart', () => {
    const kinds = new Set(items.map(({ kind }) => kind));
    for (const kind of [
      'brief',
      'import',
      'take',
      'sample',
      'kit',
      'tuning',
      'marker',
      'automation',
      'lyrics',
    ] as const)
      assert.ok(kinds.has(kind), kind);
    assert.deepEqual(
      items.filter(({ kind }) => kind === 'automation').map(({ name, detail }) => `${name} ${detail}`),
      ['bass.filter.frequency in verse', 'vox.send.space in chorus', 'bass.pan '],
    );
    assert.deepEqual(
      items.map(({ range }) => range.from),
      items.map(({ range }) => range.from).toSorted((a, b) => a - b),
    );
  });
  test('shows in a section what is written there, and what it is like', () => {
    const chorus = items.find(({ kind, name }) => kind === 'section' && name === 'chorus')!;
    assert.equal(chorus.detail, '16 bars, like verse');
    assert.deepEqual(
      chorus.children.map(({ name }) => name),
      ['bass', 'vox'],
    );
  });
});
