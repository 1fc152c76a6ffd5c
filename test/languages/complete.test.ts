// What is offered at the caret, by its place.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { drumHits } from '../../src/vocabulary/drums.ts';
import { instruments } from '../../src/vocabulary/instruments.ts';
import { labels, offers, taking } from './marked.ts';

const band = `song "T" {
  key A minor
}
instrument sub = MonoSynth { range: B0..G3 }
pattern low = "a1 e2"
progression verse_p = | Am7 | F |
bus space { reverb: 2s }
track bass { instrument: sub }
track pad { instrument: sub }
section verse 8 bars { bass: low }
section chorus 8 bars { bass: low }
`;

const at = (source: string): readonly string[] => labels(band + source);
const includes = (source: string, ...expected: readonly string[]): void => {
  const found = at(source);
  for (const label of expected) assert.ok(found.includes(label), `${label} in ${found.join(' ')}`);
};

suite('completion', () => {
  test('at the start of a line: the words of the language', () => {
    includes('$0', 'instrument', 'pattern', 'track', 'section', 'arrange', 'master');
    includes('tra$0', 'track');
    assert.ok(!at('$0').includes('song'), 'there is one already');
    assert.match(taking(`${band}tr$0`, 'track'), /\ntrack \$\{1:name\} \{/);
  });
  test('in the header: its words, tonics, scales, units', () => {
    assert.deepEqual(labels('song "T" { $0 }').slice(0, 3), ['by', 'tempo', 'meter']);
    assert.deepEqual(labels('song "T" { tempo 90bpm, key $0 }').slice(0, 3), ['C', 'C#', 'Db']);
    assert.equal(labels('song "T" { key A $0 }')[1], 'minor');
    assert.deepEqual(labels('song "T" { tempo 90$0 }'), ['bpm']);
    assert.ok(!labels('song "T" {\n  tempo 90bpm\n  $0\n}').includes('tempo'));
  });
  test('of an instrument: its type, its parameters, their values', () => {
    assert.deepEqual(at('instrument x = $0'), [...instruments.map(({ name }) => name), 'PolySynth', 'tone.']);
    assert.deepEqual(at('instrument x = PolySynth($0'), [
      ...instruments.filter(({ sampled }) => !sampled).map(({ name }) => name),
      'tone.',
    ]);
    includes('instrument x = tone.$0', 'tone.FMSynth', 'tone.Oscillator');
    includes('instrument x = PolySynth(tone.F$0', 'tone.FMSynth');
    includes('instrument x = tone.FMSynth { $0 }', 'harmonicity', 'modulationEnvelope.attack');
    includes('instrument x = MonoSynth { $0 }', 'oscillator', 'filter.Q', 'envelope.attack', 'range');
    includes('instrument x = PolySynth(Synth) { vo$0 }', 'voices');
    assert.ok(!at('instrument x = MonoSynth { filter.Q: 2, $0 }').includes('filter.Q'));
    assert.deepEqual(at('instrument x = Synth { oscillator: $0 }').slice(0, 7), [
      'sine',
      'square',
      'sawtooth',
      'triangle',
      'pulse',
      'pwm',
      'fatsine',
    ]);
    assert.deepEqual(at('instrument x = Synth { oscillator.partials: $0 }'), ['1 0.5 0.25']);
    assert.deepEqual(at('instrument x = DuoSynth { voice1: { filter: { $0 } } }').slice(0, 2), ['type', 'Q']);
    assert.deepEqual(at('instrument x = Synth { envelope: { $0 } }').slice(0, 2), ['attack', 'decay']);
    const attack = offers(`${band}instrument x = Synth { $0 }`).find(
      ({ label }) => label === 'envelope.attack',
    );
    assert.equal(attack!.detail, '0s to 10s, default 5ms');
  });
  test('in the brackets of a Sampler and a Kit: the sounds that come along', () => {
    includes('instrument keys = Sampler("$0")', 'piano', 'electric piano 1', 'violin');
    includes('instrument keys = Sampler("vi$0', 'violin');
    assert.deepEqual(at('kit drum = Kit("bun$0")'), [
      'bundled/808',
      'bundled/909',
      'bundled/acoustic',
      'bundled/gm',
    ]);
    assert.equal(
      taking('instrument keys = Sampler("vi$0x")', 'violin'),
      'instrument keys = Sampler("violin")',
    );
  });
  test('behind a convolver: the samples of the song, then the responses that come along', () => {
    const offered = at('sample cave = "cave.wav"\nbus b { convolver: $0 }');
    assert.deepEqual(offered.filter((label) => /^[a-z]+$/.test(label)).slice(0, 5), [
      'cave',
      'room',
      'hall',
      'plate',
      'spring',
    ]);
    includes('bus b { convolver: { response: $0 } }', 'hall');
    includes('bus b { convolver: { $0 } }', 'response', 'wet');
  });
  test('behind a number: its units', () => {
    assert.deepEqual(at('instrument x = Synth { envelope.attack: 30$0 }'), ['ms', 's']);
    assert.deepEqual(at('track t { level: -6$0 }'), ['dB']);
    assert.deepEqual(at('section x 8$0'), ['bars']);
    assert.deepEqual(at('track t { compressor: -18dB 3:1 8$0'), ['ms', 's']);
    assert.equal(taking('track t { level: -6d$0 }', 'dB'), 'track t { level: -6dB }');
    assert.equal(taking('track t { pan: 20$0 }', '% left'), 'track t { pan: 20% left }');
  });
  test('in a strip: its properties, effects, instruments, buses', () => {
    includes('track t { $0 }', 'instrument', 'level', 'pan', 'mute', 'solo', 'send', 'eq', 'compressor');
    includes('track t { $0 }', 'reverb', 'filter', 'duck', 'limiter');
    includes('bus b {\n  $0\n}', 'reverb', 'delay');
    includes('master { $0 }', 'limiter');
    includes('bus b { $0 }', 'solo', 'soloSafe');
    includes('master { $0 }', 'panLaw');
    assert.deepEqual(at('master { panLaw: -4$0 }'), ['dB']);
    assert.deepEqual(at('track t { instrument: $0'), ['sub']);
    assert.deepEqual(at('track t { send $0'), ['space']);
    assert.deepEqual(at('track t { pan: $0 }'), ['centre', 'left', 'right']);
    includes('track t { eq: $0 }', 'low', 'mid', 'high');
    assert.deepEqual(at('track t { eq: low -2dB, $0 }').slice(0, 3), ['low', 'mid', 'high']);
    includes('track t { eq: low -2dB, $0 }', 'level', 'bell', 'highshelf');
    includes('track t { eq: $0 }', 'bell', 'notch', 'lowpass');
    assert.deepEqual(at('track t { eq: bell 250$0 }'), ['Hz', 'kHz']);
    assert.deepEqual(at('track t { eq: bell 250Hz -2$0 }'), ['dB']);
    assert.deepEqual(at('track t { eq: highpass 35Hz, bell 250Hz -2$0 }'), ['dB']);
    assert.deepEqual(at('bus b { delay: 3/16 40$0 }'), ['%']);
    assert.deepEqual(at('track t { send space: -12dB $0 }'), ['pre']);
    includes('track t { compressor: -18dB $0 }', 'key');
    assert.ok(!at('track t { highpass: 35Hz $0 }').includes('key'));
    includes('track kick { }\ntrack t { compressor: -18dB key $0 }', 'kick');
  });
  test('in a section: the tracks that do not play yet, and what they can play', () => {
    assert.deepEqual(at('section x 8 bars { $0 }'), ['bass', 'pad']);
    assert.deepEqual(at('section x 8 bars { bass: low, $0 }'), ['pad']);
    assert.deepEqual(at('section x 8 bars { bass: $0 }').slice(0, 3), ['low', 'verse_p', 'silence']);
    assert.equal(taking(`${band}section x 8 bars { ba$0 }`, 'bass'), `${band}section x 8 bars { bass:  }`);
  });
  test('in the arrangement: the sections', () => {
    assert.deepEqual(at('arrange $0'), ['verse', 'chorus']);
    assert.deepEqual(at('arrange verse cho$0'), ['verse', 'chorus']);
    assert.deepEqual(at('arrange verse\n  $0'), ['verse', 'chorus']);
  });
  test('behind a dot: the transforms; in their brackets those that stand alone', () => {
    includes('pattern x = low.$0', 'rev', 'fast', 'chords');
    includes('section x 8 bars { bass: "c4".re$0 }', 'rev');
    assert.equal(taking(`${band}pattern x = low.re$0`, 'rev'), `${band}pattern x = low.rev`);
    assert.match(taking(`${band}pattern x = low.$0`, 'fast'), /low\.fast\(\$\{1:times\}\)$/);
    includes('pattern x = low.every(4, $0)', 'rev');
    assert.deepEqual(at('pattern x = low.every($0)'), []);
  });
  test('in the brackets of a transform: what its parameter takes', () => {
    includes('pattern x = low.arpeggio($0)', 'up', 'down');
    includes('pattern x = low.scale($0)', 'A minor');
    assert.match(taking(`${band}pattern x = low.scale($0)`, 'A minor'), /low\.scale\("A minor"\)$/);
    includes('pattern x = low.early($0)', '1/16', '1 beat');
    includes('pattern x = low.early(2$0)', 'bars', 'ms');
    includes('pattern x = low.transpose(7$0)', 'st');
    includes('pattern x = low.every(4, fa$0)', 'fast');
    includes('pattern x = low.cat($0)', 'low');
    includes('section x 8 bars { bass: low.mask($0) }', 'low');
  });
  test('in automation: what can move, where, and how', () => {
    includes('automate $0', 'bass.level', 'bass.pan', 'master.level');
    includes('automate bass.$0', 'bass.level');
    assert.deepEqual(at('automate bass.level $0'), ['in']);
    assert.deepEqual(at('automate bass.level in $0'), ['verse', 'chorus']);
    includes('automate bass.level in verse { $0 }', '0%', '100%', 'bar 1');
    includes('automate bass.level in verse { 0%: $0 }', '0dB');
    includes('automate bass.level in verse { $0 }', 'lfo');
    includes('automate bass.level in verse { lfo: $0 }', 'sine', 'triangle', 'sawtooth', 'square');
    includes('automate bass.level in verse { lfo: sine $0 }', '1/2', '2 bars');
    includes('automate bass.level in verse { lfo: sine 1/2 -6dB $0 }', 'to');
    includes('automate bass.level in verse { lfo: sine 1/2 -6dB to 0dB $0 }', 'exponential');
    includes('automate bass.level in verse { 0%: -3$0 }', 'dB');
    includes('automate bass.level in verse { 0%: -3dB $0 }', 'linear', 'exponential', 'step', 'curve');
  });
  test('in forms of words: places, sections, tracks and what goes on', () => {
    assert.deepEqual(at('marker drop $0'), ['at']);
    assert.deepEqual(at('marker drop at $0'), ['verse', 'chorus', 'bar']);
    assert.deepEqual(at('marker drop at chorus $0'), ['bar']);
    includes('lyrics $0', 'bass');
    assert.deepEqual(at('lyrics bass in $0'), ['verse', 'chorus']);
    assert.deepEqual(at('section outro 8 bars $0'), ['like']);
    assert.deepEqual(at('section outro 8 bars like $0'), ['verse', 'chorus']);
    assert.deepEqual(at('section outro 8 bars like verse $0'), ['with', 'without']);
    assert.deepEqual(at('section outro 8 bars like verse { bass: low } $0'), ['with', 'without']);
    includes('section outro 8 bars like verse without { $0 }', 'bass');
    includes('expect $0', 'no clip', 'ends in key', 'verse', 'bass');
    assert.deepEqual(at('expect verse louder than $0'), ['verse', 'chorus']);
    assert.deepEqual(at('expect bass $0'), ['within']);
    includes('deliver $0', 'spotify', 'cd');
    includes('song "T" { tempo 90bpm, 80bpm at $0 }', 'bar');
  });
  test('in the brief, the delivery and recordings: their own words', () => {
    includes('brief { $0 }', 'mood', 'length', 'lift');
    assert.deepEqual(at('brief { lift $0 }'), ['verse', 'chorus']);
    includes('deliver cd { $0 }', 'stems', 'midi', 'format');
    includes('deliver cd { format: $0 }', 'wav', 'flac');
    includes('take vox = "vox.wav" { $0 }', 'trim', 'gain', 'licence');
    includes('take vox = "vox.wav" { tune: $0 }', 'key', 'off');
    includes('kit d = Kit("bundled/808") { $0 }', 'gain', 'sd');
  });
  test('in mini-notation: notes of the key in the octave in use, chords of the key, drum hits', () => {
    assert.deepEqual(at('pattern x = "$0"').slice(0, 7), ['c4', 'd4', 'e4', 'f4', 'g4', 'a4', 'b4']);
    assert.deepEqual(at('pattern x = "a2 $0').slice(0, 3), ['c2', 'd2', 'e2']);
    assert.deepEqual(
      at('pattern x = "bd $0"').slice(0, drumHits.length),
      drumHits.map(({ name }) => name),
    );
    includes('pattern x = "$0"', 'Am', 'Fmaj7', 'c#4', 'bd');
    assert.ok(!at('pattern x = "$0"').includes('F#'), 'F# is outside A minor');
    assert.ok(at('progression p = | Am7 | $0').every((label) => /^[A-G]/.test(label)));
    assert.deepEqual(at('song "$0'), []);
    assert.deepEqual(at('// tr$0'), []);
  });
  test('offers nothing that makes a mistake: a parameter taken reads without a problem', () => {
    for (const { name: type, sampled } of instruments) {
      const name = sampled ? `${type}("piano")` : type;
      for (const { label } of offers(`instrument x = ${name} { $0 }`).filter(
        ({ kind }) => kind === 'parameter',
      )) {
        const text = taking(`song "T" {}\ninstrument x = ${name} { $0 }`, label)
          .replace(/\$\{\d\|([^,|]+)[^|]*\|\}/g, '$1')
          .replace(/\$\{\d:([^}]*)\}/g, '$1');
        assert.deepEqual(
          songLanguage.read(text).problems.map(({ message }) => message),
          [],
          text,
        );
      }
    }
  });
});
