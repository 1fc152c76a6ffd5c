// What the language can do with the music at the caret: the text after each, and that it sounds as it did.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { applied, dedent } from './marked.ts';
import { chance, road } from './song-data.ts';

/** What is offered at `$0`, or for the characters between two of them. */
const offered = (source: string) => {
  const [before = '', inside = '', after] = dedent(source).split('$0');
  const text = before + inside + (after ?? '');
  const range = { from: before.length, to: before.length + (after === undefined ? 0 : inside.length) };
  return { text, offers: songLanguage.refactor(songLanguage.read(text), range) };
};

const titles = (source: string): readonly string[] => offered(source).offers.map(({ title }) => title);

/** The text after the first offer whose title starts so. */
const doing = (title: string, source: string): string => {
  const { text, offers } = offered(source);
  const offer = offers.find((one) => one.title.startsWith(title));
  assert.ok(offer, `"${title}" is among ${offers.map((one) => one.title).join('; ') || 'nothing'}`);
  return applied(text, offer.edits);
};

const is = (title: string, source: string, expected: string): void =>
  assert.equal(doing(title, source), dedent(expected));

const sample = (name: string): string =>
  fs.readFileSync(new URL(`../../samples/${name}.song`, import.meta.url), 'utf8');

/** When each track sounds, in milliseconds, and what. */
const heard = (text: string): unknown => {
  const { tracks } = layOut(songLanguage.read(text).song);
  return tracks.map(({ track, notes }) => [
    track,
    notes.map(({ startSeconds, lengthSeconds, midi, hit, velocity }) => [
      Math.round(startSeconds * 1000),
      Math.round(lengthSeconds * 1000),
      midi ?? hit,
      velocity,
    ]),
  ]);
};

suite('refactoring: names for music', () => {
  test('gives a string in a section a name, called after its track and section', () =>
    is(
      'Extract to pattern bass_verse',
      `
      pattern hook = "a4 c5"
      track bass {}
      section verse 8 bars {
        bass: "a1 $0c2".rev // low
      }
      `,
      `
      pattern hook = "a4 c5"
      pattern bass_verse = "a1 c2"
      track bass {}
      section verse 8 bars {
        bass: bass_verse.rev // low
      }
      `,
    ));
  test('finds a name that is free', () =>
    assert.match(
      doing('Extract', 'pattern t_a = "c4"\nsection a 4 bars { t: "$0d4" }'),
      /pattern t_a2 = "d4"\nsection a 4 bars \{ t: t_a2 \}/,
    ));
  test('offers no name for what has one, or is nothing', () => {
    assert.deepEqual(
      titles('pattern p = "c$04"').filter((title) => title.startsWith('Extract')),
      [],
    );
    assert.deepEqual(titles('section a 4 bars { t: "~$0" }'), []);
  });
  test('writes a pattern out where it plays', () =>
    is(
      'Write out low here',
      `
      pattern low = "a1 c2".rev
      section a 4 bars { bass: l$0ow.fast(2) }
      section b 4 bars { bass: low }
      `,
      `
      pattern low = "a1 c2".rev
      section a 4 bars { bass: "a1 c2".rev.fast(2) }
      section b 4 bars { bass: low }
      `,
    ));
  test('writes a pattern out everywhere, and takes its line away', () =>
    is(
      'Write out low in all 2 places',
      `
      pattern l$0ow = "a1 c2"
      section a 4 bars { bass: low.fast(2) }
      section b 4 bars { bass: low }
      `,
      `
      section a 4 bars { bass: "a1 c2".fast(2) }
      section b 4 bars { bass: "a1 c2" }
      `,
    ));
  test('writes a chart out as mini-notation', () =>
    assert.match(
      doing('Write out p here', 'progression p = | Am7 | F  C |\nsection a 4 bars { pad: $0p.chords }'),
      /pad: "Am7 \| F C"\.chords/,
    ));
  test('does not write out what names itself', () =>
    assert.deepEqual(
      titles('pattern p = p$0.rev').filter((title) => title.startsWith('Write out p')),
      [],
    ));
  test('makes a variation under the next name, and plays it here alone', () =>
    is(
      'Make a variation of hook, and play it here',
      `
      pattern hook = "a4 c5" // the question
      section a 4 bars { lead: hook }
      section b 4 bars { lead: ho$0ok }
      `,
      `
      pattern hook = "a4 c5" // the question
      pattern hook2 = "a4 c5"
      section a 4 bars { lead: hook }
      section b 4 bars { lead: hook2 }
      `,
    ));
});

suite('refactoring: notes', () => {
  test('moves the notes of a pattern by octaves, and nothing else of it', () => {
    const source = 'pattern p = "a$01 ~ [c2 eb]*2 Am7 bd g#3@2"';
    assert.equal(doing('Move the notes an octave up', source), 'pattern p = "a2 ~ [c3 eb5]*2 Am7 bd g#4@2"');
    assert.equal(
      doing('Move the notes an octave down', source),
      'pattern p = "a0 ~ [c1 eb3]*2 Am7 bd g#2@2"',
    );
  });
  test('moves what is selected', () =>
    assert.equal(
      doing('Move the notes an octave up', 'pattern p = "a1 $0c2 e2$0 g2"'),
      'pattern p = "a1 c3 e3 g2"',
    ));
  test('moves the notes outside of the key to the nearest inside', () =>
    assert.match(
      doing('Move the notes into A minor', 'song "T" { key A minor }\npattern p = "a3 $0c#4 e4 g#4"'),
      /"a3 c4 e4 g4"$/,
    ));
  test('offers nothing beyond what MIDI can play, and no key where all is in it', () => {
    assert.ok(!titles('pattern p = "$0g9"').includes('Move the notes an octave up'));
    assert.ok(
      !titles('song "T" { key A minor }\npattern p = "$0a4"').includes('Move the notes into A minor'),
    );
    assert.deepEqual(titles('pattern p = "b$0d sd"'), []);
  });
});

suite('refactoring: bars written out', () => {
  const bars = (mini: string): string => doing('Write out its bars', `pattern p = "$0${mini}"`).slice(13, -1);
  test('alternation, speeds, Euclids, polymeter and repeats', () => {
    assert.equal(bars('<a b c> e'), 'a e | b e | c e');
    assert.equal(bars('<a b>*2 c'), '[a b] c');
    assert.equal(bars('bd(3,8)'), 'bd ~ ~ bd ~ ~ bd ~');
    assert.equal(bars('[c4 <d4 e4>]*2 g4@2'), '[[c4 d4] [c4 e4]] g4@2');
    assert.equal(bars('{a b c}%2'), 'a b | c a | b c');
    assert.equal(bars('c4!3 d4*2'), 'c4 c4 c4 [d4 d4]');
    assert.equal(bars('<a b>, c*2'), '[a, c c] | [b, c c]');
  });
  test('keeps every note of the sample where it was', () => {
    const { patterns } = songLanguage.read(road).song;
    let offers = 0;
    for (const { expression } of patterns) {
      if (expression.kind !== 'mini') continue;
      const at = road.indexOf(expression.mini.text);
      const reading = songLanguage.read(road);
      const offer = songLanguage
        .refactor(reading, { from: at, to: at })
        .find(({ title }) => title === 'Write out its bars');
      if (!offer) continue;
      offers++;
      assert.deepEqual(heard(applied(road, offer.edits)), heard(road), expression.mini.text);
    }
    assert.ok(offers > 0, 'the sample has something to write out');
  });
  test('is not offered for chance, for long notes over bars, or where nothing would change', () => {
    for (const mini of ['a b?', '[a | b]', '<a b>/2', 'a b | c d', 'a', 'a ~'])
      assert.deepEqual(
        titles(`pattern p = "$0${mini}"`).filter((title) => title === 'Write out its bars'),
        [],
        mini,
      );
  });
});

suite('refactoring: anywhere in a song', () => {
  const seed = 7;
  for (const [name, text] of [
    ['road', road],
    ['night-drive', sample('night-drive')],
  ] as const)
    test(`keeps the sound of ${name}, but where it moves notes`, () => {
      const reading = songLanguage.read(text);
      const before = JSON.stringify(heard(text));
      const draw = chance(seed);
      const kinds = new Set<string>();
      const done = new Set<string>();
      for (let index = 0; index < 400; index++) {
        const at = Math.floor(draw() * text.length);
        for (const { title, edits } of songLanguage.refactor(reading, { from: at, to: at })) {
          const after = applied(text, edits);
          if (done.has(after) || title.startsWith('Move the notes')) continue;
          done.add(after);
          kinds.add(title.split(' ')[0]!);
          assert.ok(JSON.stringify(heard(after)) === before, `${title} at ${at} changes the sound`);
          assert.deepEqual(
            songLanguage.read(after).problems.map(({ message }) => message),
            reading.problems.map(({ message }) => message),
            title,
          );
        }
      }
      for (const kind of ['Write', 'Make'])
        assert.ok(kinds.has(kind), `${kind} among ${[...kinds].join(', ')}`);
    }).timeout(30_000);
});

suite('refactoring: the tempo', () => {
  const source = `
    song "T" { tempo $0100bpm, meter 4/4 }
    instrument s = Synth {}
    pattern low = "a1 <c2 e2> [g2 a2]"
    section a 4 bars { bass: low, pad: "c4 e4".rev }
    section b 8 bars { bass: "a1*3", pad: silence }
    track bass { instrument: s, send echo: -6dB }
    track pad { instrument: s }
    bus echo { delay: 3/16 38% }
    arrange a b a
  `;
  test('doubles or halves with the same sound', () => {
    const { text } = offered(source);
    const twice = doing('Double the tempo', source);
    assert.match(twice, /tempo 200bpm/);
    assert.match(twice, /section a 8 bars \{ bass: low\.slow\(2\), pad: "c4 e4"\.rev\.slow\(2\) \}/);
    assert.match(twice, /delay: 3\/8 38%/);
    assert.deepEqual(heard(twice), heard(text));
    const half = doing('Halve the tempo', source);
    assert.match(half, /section a 2 bars \{ bass: low\.fast\(2\)/);
    assert.match(half, /delay: 3\/32 38%/);
    assert.deepEqual(heard(half), heard(text));
  });
  test('is not offered where bars can not be halved, or places would have to move', () => {
    assert.ok(!titles(source.replace('4 bars', '3 bars')).some((title) => title.startsWith('Halve')));
    assert.deepEqual(titles(source.replace('100bpm', '100bpm, 80bpm at b')), []);
    assert.deepEqual(
      titles(source.replace('$0100bpm', '$0300bpm')).map((title) => title.split(' ')[0]),
      ['Halve'],
    );
  });
});
