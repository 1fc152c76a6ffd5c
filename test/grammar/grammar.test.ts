// The colours of songs: every part of the language has its own, and mini-notation is seen in its strings.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'mocha';
import { headerWords, keywords } from '../../src/languages/song/keywords.ts';
import { drumHits } from '../../src/vocabulary/drums.ts';
import { instruments } from '../../src/vocabulary/instruments.ts';
import { units } from '../../src/vocabulary/units.ts';
import { coloured, colours } from './coloured.ts';

const song = readFileSync(new URL('../languages/fixtures/road.song', import.meta.url), 'utf8');

const scopesOf = async (line: string, text: string): Promise<readonly string[]> => {
  const [tokens] = await coloured([line]);
  return tokens!.find((token) => token.text.trim() === text)?.scopes ?? [];
};

suite('colours of a song', () => {
  test('of a declaration', () =>
    colours(`
    instrument sub = MonoSynth { filter.Q: 2, envelope.release: 120ms, range: B0..G3 } // low
    ^^^^^^^^^^ keyword.control.song
               ^^^ entity.name.type.instrument.song
                     ^^^^^^^^^ support.class.instrument.song
                                 ^^^^^^^^ variable.parameter.song
                                           ^ constant.numeric.song
                                                                ^^^ constant.numeric.song
                                                                   ^^ keyword.other.unit.song
                                                                              ^^ constant.other.note.song
                                                                                  ^^ constant.other.note.song
                                                                                       ^^^^^^ comment.line.double-slash.song
    instrument pad = PolySynth(FMSynth) { oscillator: sine }
                     ^^^^^^^^^ support.class.instrument.song
                               ^^^^^^^ support.class.instrument.song
  `));
  test('of a colour', () =>
    colours(`
    track bass { color: #3a9fff, level: -9dB }
                 ^^^^^ variable.parameter.song
                        ^^^^^^^ constant.other.color.song
  `));
  test('of a strip', () =>
    colours(`
    track bass { instrument: sub, level: -9dB, pan: 20% left, eq: low -2dB, send space: -12dB, mute }
    ^^^^^ keyword.control.song
          ^^^^ entity.name.tag.track.song
                             ^^^ entity.name.type.instrument.song
                                         ^^ constant.numeric.song
                                           ^^ keyword.other.unit.song
                                                        ^^^^ constant.language.song
                                                                  ^^^ variable.parameter.song
                                                                            ^^^^ keyword.other.send.song
                                                                                 ^^^^^ variable.other.bus.song
                                                                                               ^^^^ keyword.other.flag.song
    track pad { send space: -12dB pre, compressor: -18dB 3:1 key kick }
                                  ^^^ keyword.other.flag.song
                                                             ^^^ keyword.other.key.song
                                                                 ^^^^ variable.other.track.song
  `));
  test('of mini-notation in quotes', () =>
    colours(`
    pattern p = "a1 ~ <Am7 f#2>*2 bd(3,8) | c4@3 -" // yes
    ^^^^^^^ keyword.control.song
            ^ entity.name.function.pattern.song
                ^ punctuation.definition.string.begin.song
                 ^^ constant.numeric.note.song
                    ^ comment.rest.song
                      ^ punctuation.section.brackets.song
                       ^^^ entity.name.type.chord.song
                           ^^^ constant.numeric.note.song
                               ^ keyword.operator.mini.song
                                ^ constant.numeric.song
                                  ^^ support.function.hit.song
                                    ^ punctuation.section.brackets.song
                                          ^ punctuation.separator.bar.song
                                              ^ keyword.operator.mini.song
                                                 ^ comment.rest.song
                                                    ^^^^^^ comment.line.double-slash.song
  `));
  test('of mini-notation over lines, and of what stands behind it', () =>
    colours(`
    pattern p = \`
      a1 ~
      ^^ constant.numeric.note.song
    \`.fast(2)
      ^^^^ support.function.transform.song
    track t { mute }
    ^^^^^ keyword.control.song
  `));
  test('of chance, polymeter, feet and ranges', () =>
    colours(`
    pattern p = "[bd:3 | sd?0.3] . {0 -2b 4#}%3 | hh*<2 3> c4(<3 5>,8) _ _c4 0 .. 7" // yes
                 ^ punctuation.section.brackets.song
                  ^^ support.function.hit.song
                    ^ keyword.operator.mini.song
                     ^ constant.numeric.sample.song
                       ^ keyword.operator.choice.song
                           ^ keyword.operator.mini.song
                            ^^^ constant.numeric.song
                                 ^ punctuation.separator.foot.song
                                    ^ constant.numeric.degree.song
                                      ^^^ constant.numeric.degree.song
                                          ^^ constant.numeric.degree.song
                                             ^ keyword.operator.mini.song
                                              ^ constant.numeric.song
                                                ^ punctuation.separator.bar.song
                                                  ^^ support.function.hit.song
                                                     ^ punctuation.section.brackets.song
                                                      ^ constant.numeric.song
                                                             ^ punctuation.section.brackets.song
                                                               ^ constant.numeric.song
                                                                       ^ keyword.operator.mini.song
                                                                         ^ keyword.operator.mini.song
                                                                          ^^ constant.numeric.note.song
                                                                               ^^ keyword.operator.mini.song
                                                                                  ^ constant.numeric.degree.song
                                                                                     ^^^^^^ comment.line.double-slash.song
    pattern q = \`
      [c4
      | e4] | g4
      ^ keyword.operator.choice.song
            ^ punctuation.separator.bar.song
    \`
    track t { mute }
    ^^^^^ keyword.control.song
    pattern r = "[c4 e4
    track u { mute }
    ^^^^^ keyword.control.song
  `));
  test('of what a song brings along', () =>
    colours(`
    import { fourFloor, hats as tops } from "./drums.song"
    ^^^^^^ keyword.control.song
             ^^^^^^^^^ variable.other.song
                             ^^ keyword.other.song
                                       ^^^^ keyword.other.song
                                             ^^^^^^^^^^^^ string.quoted.double.song
    take vox1 = "takes/vox1.wav" { trim: 1.2s..9.8s, gain: +2dB, tune: key }
    ^^^^ keyword.control.song
         ^^^^ entity.name.type.material.song
                ^^^^^^^^^^^^^^ string.quoted.double.song
                                   ^^^^ variable.parameter.song
                                         ^^^ constant.numeric.song
                                            ^ keyword.other.unit.song
    sample clap = "sounds/clap.wav" { licence: "CC-BY-4.0" }
    ^^^^^^ keyword.control.song
           ^^^^ entity.name.type.material.song
    kit drum = Kit("bundled/808")
    ^^^ keyword.control.song
               ^^^ support.class.instrument.song
    tuning partch = "partch.scl" { map: "partch.kbm" }
    ^^^^^^ keyword.control.song
           ^^^^^^ entity.name.type.material.song
  `));
  test('of maps, places and lanes', () =>
    colours(`
    song "Maps" { tempo 112bpm, 96bpm at bridge, ramp to 112bpm over 2 bars, swing 56% of 1/16 }
                                      ^^ keyword.other.song
                                                 ^^^^ keyword.other.song
                                                                ^^^^ keyword.other.song
                                                                             ^^^^^ variable.parameter.song
                                                                                       ^^ keyword.other.song
    automate bass.filter.frequency in build { 0%: 300Hz, bar 3 beat 2: 1kHz, 100%: 4kHz exponential }
    ^^^^^^^^ keyword.control.song
             ^^^^^^^^^^^^^^^^^^^^^ variable.parameter.song
                                   ^^ keyword.other.song
                                      ^^^^^ entity.name.section.song
                                              ^ constant.numeric.song
                                                         ^^^ keyword.other.place.song
                                                               ^^^^ keyword.other.place.song
                                                                                        ^^^^^^^^^^^ constant.language.shape.song
    marker drop at chorus bar 3
    ^^^^^^ keyword.control.song
           ^^^^ entity.name.label.song
                ^^ keyword.other.song
                   ^^^^^^ entity.name.section.song
    section chorus 16 bars like verse with { vox: vox1 at bar 2 } without { pad }
                           ^^^^ keyword.other.song
                                ^^^^^ entity.name.section.song
                                      ^^^^ keyword.other.song
                                             ^^^ variable.other.track.song
                                                       ^^ keyword.other.song
                                                          ^^^ keyword.other.place.song
                                                                  ^^^^^^^ keyword.other.song
    track t { mute }
    ^^^^^ keyword.control.song
    automate pad.pan { lfo: sine 1/2 20% left to 20% right }
                       ^^^ keyword.other.lfo.song
                            ^^^^ constant.language.shape.song
                                              ^^ keyword.other.song
  `));
  test('of lyrics, brief, expectations and deliveries', () =>
    colours(`
    lyrics vox in verse "Ci- ty lights | go by _ ~"
    ^^^^^^ keyword.control.song
           ^^^ variable.other.track.song
                  ^^^^^ entity.name.section.song
                         ^^ string.quoted.double.song
                           ^ keyword.operator.syllable.song
                                       ^ punctuation.separator.bar.song
                                               ^ keyword.operator.syllable.song
                                                 ^ comment.rest.song
    brief { mood "neon", length 2:45..3:30, lift chorus over verse 2LU }
    ^^^^^ keyword.control.song
            ^^^^ variable.parameter.song
                                ^^^^ constant.numeric.time.song
                                            ^^^^ variable.parameter.song
                                                 ^^^^^^ entity.name.section.song
                                                             ^^^^^ entity.name.section.song
    expect chorus louder than verse by 1.5LU
    ^^^^^^ keyword.control.song
                  ^^^^^^ keyword.other.song
                              ^^^^^ entity.name.section.song
                                          ^^ keyword.other.unit.song
    expect bass within E1..G3
                ^^^^^^ keyword.other.song
                       ^^ constant.other.note.song
    deliver spotify, apple { stems, midi, format: wav, rate: 48kHz }
    ^^^^^^^ keyword.control.song
            ^^^^^^^ support.constant.target.song
                             ^^^^^ keyword.other.flag.song
                                          ^^^^^^ variable.parameter.song
  `));
  test('of charts', () =>
    colours(`
    progression verse = | Am7 | F#m7b5 D/F# |
                        ^ punctuation.separator.bar.song
                          ^^^ entity.name.type.chord.song
                                ^^^^^^ entity.name.type.chord.song
                                       ^^^^ entity.name.type.chord.song
    section a 8 bars { pad: | Gm7 | C |, bass: "a1" }
                            ^ punctuation.separator.bar.song
                              ^^^ entity.name.type.chord.song
                                         ^^^^ variable.other.track.song
                                                ^^ constant.numeric.note.song
  `));
  test('of the form', () =>
    colours(`
    section verse 16 bars {
            ^^^^^ entity.name.section.song
                  ^^ constant.numeric.song
                     ^^^^ keyword.other.unit.song
      bass: low.every(4, rev)
      ^^^^ variable.other.track.song
            ^^^ variable.other.song
                ^^^^^ support.function.transform.song
    }
    arrange intro verse*2
            ^^^^^ entity.name.section.song
                       ^ keyword.operator.repeat.song
                        ^ constant.numeric.song
  `));
  test('of the header', () =>
    colours(`
    song "Night Drive" { by "A. Producer", tempo 112bpm, key F# harmonic minor }
    ^^^^ keyword.control.song
         ^^^^^^^^^^^^^ string.quoted.double.song
                         ^^ variable.parameter.song
                            ^^^^^^^^^^^^^ string.quoted.double.song
                                           ^^^^^ variable.parameter.song
                                                             ^^ constant.language.tonic.song
                                                                ^^^^^^^^^^^^^^ constant.language.scale.song
  `));
  test('goes on behind a string or a block that is not closed', () =>
    colours(`
    pattern p = "a1 ~
    track t { level: -6dB
    bus b { mute }
    ^^^ keyword.control.song
    section s 8 bars { a: "c4
    track u { mute }
    ^^^^^ keyword.control.song
  `));
  test('knows every word of the language and the vocabulary', async () => {
    for (const { word } of keywords)
      assert.ok((await scopesOf(`${word} x`, word)).includes('keyword.control.song'), word);
    for (const { word } of headerWords) {
      const scopes = await scopesOf(`song "T" { ${word} x }`, word);
      assert.ok(scopes.includes('variable.parameter.song') || word === 'key', word);
    }
    for (const { name } of drumHits)
      assert.ok((await scopesOf(`pattern p = "${name}"`, name)).includes('support.function.hit.song'), name);
    for (const { name } of instruments)
      assert.ok(
        (await scopesOf(`instrument x = ${name}`, name)).includes('support.class.instrument.song'),
        name,
      );
    for (const { unit } of units)
      assert.ok((await scopesOf(`track t { a: 8${unit} }`, unit)).includes('keyword.other.unit.song'), unit);
  });
  test('leaves no word of the examples of the language without a colour', async () => {
    for (const { example } of keywords) {
      for (const tokens of await coloured(example.split('\n')))
        for (const { text, scopes } of tokens)
          assert.ok(scopes.length > 1 || text.trim() === '', `${JSON.stringify(text)} of ${example}`);
    }
  });
  test('leaves no word of a whole song without a colour', async () => {
    for (const tokens of await coloured(song.split('\n'))) {
      for (const { text, scopes } of tokens) {
        // Only the space between tokens has the colour of the text itself.
        const bare = scopes.length === 1 && text.trim() !== '';
        assert.ok(!bare, `${JSON.stringify(text)} has no colour`);
      }
    }
  });
});

suite('the language configuration', () => {
  const read = JSON.parse(
    readFileSync(new URL('../../syntaxes/language-configuration.json', import.meta.url), 'utf8'),
  );
  test('takes a number with its unit, and a name, as one word', () => {
    const word = new RegExp(read.wordPattern.pattern, `g${read.wordPattern.flags}`);
    assert.deepEqual('track bass_2 { level: -7.5dB, ratio 3:1, f#2 -2# }'.match(word), [
      'track',
      'bass_2',
      'level',
      '-7.5dB',
      'ratio',
      '3:1',
      'f#2',
      '-2#',
    ]);
  });
  test('indents behind an open brace, not behind one in quotes or a closed one', () => {
    const increase = new RegExp(read.indentationRules.increaseIndentPattern);
    for (const line of ['track a {', 'section verse 8 bars { // long', '  eq: {', 'song "T" {'])
      assert.match(line, increase, line);
    for (const line of ['track a { mute }', 'pattern p = "{a4', 'arrange a', '}'])
      assert.doesNotMatch(line, increase, line);
    assert.match('  }', new RegExp(read.indentationRules.decreaseIndentPattern));
  });
});
