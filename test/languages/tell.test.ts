// What the language tells: hovers, the outline, and its own examples.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { headerWords, keywords } from '../../src/languages/song/keywords.ts';
import { stripWords } from '../../src/languages/song/properties.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { transforms } from '../../src/pattern/transforms.ts';
import { effects } from '../../src/vocabulary/effects.ts';
import { instruments } from '../../src/vocabulary/instruments.ts';
import { hovered, problemsOf } from './marked.ts';
import { road } from './song-data.ts';

/** The hover on `word` where it first stands in the song. */
const on = (word: string, ahead = 0): string | undefined => {
  const at = road.indexOf(word) + ahead;
  return hovered(`${road.slice(0, at)}$0${road.slice(at)}`)?.text;
};

suite('hover', () => {
  test('tells of a note: its pitch and its degree in the key', () => {
    const note = hovered('song "T" { key A minor }\npattern p = "e2 $0a1 ~"');
    assert.deepEqual([note!.of, note!.text], ['a1', '**A1** · 55 Hz · MIDI 33 · degree 1 of A minor']);
    assert.match(
      hovered('song "T" { key A minor }\npattern p = "c#$02"')!.text,
      /not in A minor; the nearest there is c2/,
    );
    assert.equal(hovered('pattern p = "b$0d"')!.text, '**bd** · bass drum');
  });
  test('tells of a chord: its notes', () => {
    const chord = hovered('song "T" { key A minor }\nprogression p = | Fmaj7 | $0G/B |');
    assert.equal(chord!.of, 'G/B');
    assert.match(chord!.text, /^\*\*G\/B\*\* · b\d g\d b\d d\d · in A minor$/);
  });
  test('tells of a parameter by its name and by its value', () => {
    assert.match(on('pitchDecay', 2)!, /^\*\*pitchDecay\*\* · 0s to 500ms, default 50ms\n\nHow long/);
    assert.match(on('30ms', 1)!, /^\*\*pitchDecay\*\*/);
    assert.match(on('3:1', 1)!, /^\*\*ratio\*\*/);
    assert.match(on('5% left', 1)!, /^\*\*pan\*\*/);
    assert.match(on('104bpm', 1)!, /^\*\*tempo\*\*/);
  });
  test('tells of names wherever they stand', () => {
    assert.match(on('instrument: sub', 13)!, /^\*\*sub\*\* · MonoSynth, B0 to G3/);
    assert.match(
      on('send space', 6)!,
      /^\*\*space\*\* · bus, -6dB, Reverb, Highpass\n\nfed by snare, pad, bells/,
    );
    assert.match(on('arrange intro', 9)!, /^\*\*intro\*\* · section, 8 bars\n\npad, hats, kick/);
    assert.match(on('verse build', 1)!, /^\*\*verse\*\* · section, 16 bars/);
    assert.match(on('pad: verse_p', 6)!, /^\*\*verse_p\*\* · progression, 4 bars/);
    assert.match(on('pad: verse_p', 1)!, /^\*\*pad\*\* · track, PolySynth\(FMSynth\)/);
  });
  test('tells of the words of the language, of instruments, effects and transforms', () => {
    assert.match(on('\nsection', 2)!, /^\*\*section\*\* ·/);
    assert.match(on('MonoSynth', 2)!, /^\*\*MonoSynth\*\* ·/);
    assert.match(on('glue', 2)!, /^\*\*Compressor\*\* ·/);
    assert.match(hovered('pattern p = "c4".fa$0st(2)')!.text, /^\*\*fast\(times\)\*\* ·/);
    assert.match(hovered('track t { mu$0te }')!.text, /^\*\*mute\*\* ·/);
    assert.match(hovered('brief { mo$0od "calm" }')!.text, /^\*\*mood\*\* · How it feels/);
    assert.match(hovered('take v = "v.wav" { li$0cence: "CC0-1.0" }')!.text, /^\*\*licence\*\* ·/);
  });
  test('tells of what stands in the brackets of a transform, and of what moves', () => {
    assert.match(hovered('pattern p = "c4".every($04, rev)')!.text, /^\*\*\w+\*\* · /);
    assert.equal(hovered('pattern p = "c4".early($01/16)')!.of, '1/16');
    const moving = 'track t {}\nsection a 4 bars {}\nautomate t.level in a { 0%: -6dB }';
    assert.match(hovered(moving.replace('t.level', 't.le$0vel'))!.text, /^\*\*t\.level\*\* · -100dB to 12dB/);
    assert.match(hovered(moving.replace('-6dB', '-$06dB'))!.text, /^\*\*t\.level\*\*/);
  });
  test('tells of a degree: the note that it is in the key', () =>
    assert.match(hovered('song "T" { key A minor }\npattern p = "0 $02"')!.text, /c5 in A minor$/));
  test('is silent where there is nothing to tell', () => {
    for (const source of ['// com$0ment', '$0', 'track t { $0 }', 'pattern p = "c4 ~$0 c4"'])
      assert.equal(hovered(source), undefined, source);
  });
});

suite('outline', () => {
  test('lists the declarations in the order of the text, sections with their parts', () => {
    const items = songLanguage.outline(
      songLanguage.read(
        'song "T" { tempo 90bpm }\nsection a 8 bars { x: "c4", y: silence }\ntrack x { level: -6dB, mute }\narrange a a',
      ),
    );
    assert.deepEqual(
      items.map(({ kind, name, detail, children }) => [
        kind,
        name,
        detail,
        children.map((child) => child.name),
      ]),
      [
        ['song', 'T', '90bpm, 4/4', []],
        ['section', 'a', '8 bars', ['x', 'y']],
        ['track', 'x', '-6dB, muted', []],
        ['arrangement', 'arrange', '2 sections', []],
      ],
    );
  });
  test('selects a name inside its construct', () => {
    for (const { name, kind, range, selection } of songLanguage.outline(songLanguage.read(road))) {
      assert.ok(range.from <= selection.from && selection.to <= range.to);
      if (kind === 'track') assert.equal(road.slice(selection.from, selection.to), name);
    }
  });
});

suite('the examples of the vocabulary', () => {
  const clean = (text: string): void =>
    assert.deepEqual(
      problemsOf(text)
        .filter(({ severity }) => severity !== 'information')
        .map(({ message }) => message),
      [],
      text,
    );
  const inStrips = (example: string, strips: readonly string[], before = ''): void => {
    for (const strip of strips)
      clean(`${before}\n${strip === 'master' ? strip : `${strip} x`} { ${example} }`);
  };
  test('of instruments read', () => {
    for (const { example } of instruments) clean(example);
  });
  test('of effects read where they stand', () => {
    // Some listen to a track, or are made of a sample.
    for (const { example, on: strips } of effects)
      inStrips(example, strips, 'sample hall = "hall.wav"\ntrack kick { }');
  });
  test('of transforms read', () => {
    // One of them plays in a tuning that the song names.
    const tuned = 'tuning partch = "tunings/partch_43.scl"';
    for (const { example } of transforms)
      clean(example.includes('(partch)') ? `${tuned}\npattern x = ${example}` : `pattern x = ${example}`);
  });
  test('of keywords and properties read', () => {
    for (const { example } of keywords) clean(example);
    for (const { example } of headerWords) clean(`song "T" { ${example} }`);
    for (const { example, on: strips } of stripWords) inStrips(example, strips);
  });
});
