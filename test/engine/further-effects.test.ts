// The same effect several times in one strip: each by a word of its own, from the text to the core's lanes, and back
// from the panel into the text.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { check } from '../../src/check/check.ts';
import { compile } from '../../src/engine/compile.ts';
import type { Program } from '../../src/engine/program.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { Change } from '../../src/song/problem.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { effectNamed, effects, furtherEffect, nextOfKind } from '../../src/vocabulary/effects.ts';
import { edited, labels, setTo } from '../languages/marked.ts';

const song = (strip: string, more = ''): string =>
  `song "T" {}\ninstrument warm = Synth\ntrack pad { instrument: warm, ${strip} }\nsection a 4 bars { pad: "c4*4" }\narrange a\n${more}`;
const read = (text: string) => songLanguage.read(text);
const clean = (text: string) => {
  const reading = read(text);
  assert.deepEqual(
    reading.problems.map(({ message }) => message),
    [],
  );
  return reading;
};
const program = (text: string): Program => {
  const reading = clean(text);
  return compile(reading.song, layOut(reading.song), 48_000);
};
const chainOf = (text: string): readonly string[] =>
  program(text).tracks[0]!.inserts.map(({ effect }) => effects[effect]!.name);
const chained = (text: string, ...names: readonly string[]): string =>
  edited(text, [{ do: 'chain', strip: 'pad', effects: names }]);

suite('an effect several times in one strip', () => {
  test('stands by its word and a number, in any order among the others', () => {
    assert.deepEqual(
      chainOf(song('chorus: 1Hz, highpass: 80Hz, chorus2: 3Hz wet 30%, distortion, chorus3')),
      ['Chorus', 'Highpass', 'Chorus', 'Distortion', 'Chorus'],
    );
    const [first, , second] = program(song('chorus: 1Hz, highpass: 80Hz, chorus2: 3Hz')).tracks[0]!.inserts;
    assert.deepEqual([first!.parameters[0], second!.parameters[0]], [1, 3]);
    assert.deepEqual(chainOf(song('Chorus2: 3Hz, EQ32: low 2dB')), ['Chorus', 'EQ3']);
  });
  test('on the master too, where a further limiter is one of the chain', () => {
    const { master } = program(
      `song "T" {}\nmaster { glue: -12dB 2:1, glue2: -6dB 4:1, limiter2: -3dBTP, limiter: -1dBTP }`,
    );
    assert.deepEqual(
      master.inserts.map(({ effect }) => effects[effect]!.name),
      ['Compressor', 'Compressor', 'Limiter'],
    );
  });
  test('has equalisers with bands of their own', () => {
    const { inserts } = clean(song('eq: bell 250Hz -2dB, compressor, eq2: low 2dB, bell 4kHz 3dB')).song
      .tracks[0]!;
    assert.deepEqual(
      inserts.map(({ effect }) => effect.name),
      ['ParametricEQ', 'Compressor', 'EQ32', 'ParametricEQ2'],
    );
    const both = read(song('eq: bell 250Hz -2dB, eq2: bell 4kHz 3dB'));
    assert.match(
      songLanguage.print(both.song, both.origins),
      /eq: bell 250Hz gain -2dB, eq2: bell 4kHz gain 3dB/,
    );
  });
  test('without a number is told of, with the word that is free', () => {
    const text = song('chorus: 1Hz, chorus2: 2Hz, chorus: 3Hz');
    const [problem] = read(text).problems;
    assert.match(problem!.message, /`chorus` is here already.*`chorus3`/);
    const fixed = edited(text, problem!.fixes![0]!.changes);
    assert.deepEqual(chainOf(fixed), ['Chorus', 'Chorus', 'Chorus']);
    assert.match(fixed, /chorus2: 2Hz, chorus3: 3Hz/);
  });
  test('knows no number below 2, and none that a strip has no room for', () => {
    for (const word of ['chorus1', 'chorus0', 'chorus17', 'chorus02', 'level2'])
      assert.equal(read(song(`${word}: 1Hz`)).problems.length, 1, word);
  });
  test('is moved by lanes and waves one by one', () => {
    const { lanes } = program(
      song(
        'chorus: 1Hz, chorus2: 2Hz, bypass: chorus, gate, chorus3',
        'automate pad.chorus2.depth { 0%: 10%, 100%: 90% }\nautomate pad.chorus3.wet { lfo: sine 2 bars 10% to 90% }\n',
      ),
    );
    // The first one is bypassed and so is none of the core's chain.
    assert.deepEqual(
      lanes.map(({ part, of }) => [part, of]),
      [
        ['insert', 0],
        ['insert', 2],
      ],
    );
    const unheard = song('chorus: 1Hz', 'automate pad.chorus2.depth { 0%: 10%, 100%: 90% }\n');
    assert.deepEqual(program(unheard).lanes, []);
    const bare = read(unheard);
    const [found] = check(bare.song, layOut(bare.song), bare.origins).filter(({ rule }) => rule === 'AUT3');
    assert.ok(found, 'a lane of an effect that is not there is told of');
  });
  test('is written by the panel where it stands', () => {
    const text = song('chorus: 1Hz, chorus2: 2Hz depth 40%');
    assert.match(setTo(text, 'pad.chorus2.depth', '70%'), /chorus: 1Hz, chorus2: 2Hz depth 70%/);
    assert.match(setTo(text, 'pad.chorus2.wet', '20%'), /chorus2: 2Hz depth 40%, wet 20%/);
    assert.match(setTo(text, 'pad.bypass.chorus2', 'true'), /bypass: chorus2/);
    const band: Change = {
      do: 'bands',
      strip: 'pad',
      effect: 'ParametricEQ2',
      bands: [{ type: 'bell', frequency: '3kHz', gain: '2dB' }],
    };
    assert.match(
      edited(song('eq: bell 250Hz -2dB, eq2: bell 4kHz 3dB'), [band]),
      /eq: bell 250Hz -2dB, eq2: bell 3kHz 2dB/,
    );
    assert.match(edited(song('eq: bell 250Hz -2dB'), [band]), /eq: bell 250Hz -2dB, eq2: bell 3kHz 2dB/);
  });
  test('changes places, comes and goes', () => {
    const text = song('chorus: 1Hz, gate, chorus2: 2Hz');
    assert.match(chained(text, 'Chorus2', 'Gate', 'Chorus'), /chorus2: 2Hz, gate, chorus: 1Hz/);
    assert.match(chained(text, 'Gate', 'Chorus2'), /warm, gate, chorus2: 2Hz/);
    assert.match(chained(text, 'Chorus', 'Gate', 'Chorus2', 'Chorus3'), /chorus2: 2Hz, chorus3/);
  });
  test('is offered once the first is there', () => {
    const offered = (strip: string): readonly string[] => labels(`track pad { ${strip}, $0 }`);
    assert.ok(!offered('level: -6dB').includes('chorus2'));
    assert.ok(offered('chorus: 1Hz').includes('chorus2'));
    assert.ok(offered('chorus: 1Hz, chorus2: 2Hz').includes('chorus3'));
  });
  test('is one object however often it is asked for', () => {
    const chorus = effectNamed('Chorus')!;
    assert.equal(effectNamed('Chorus2'), furtherEffect(chorus, 2));
    assert.equal(effectNamed('Chorus2'), effectNamed('Chorus2'));
    assert.equal(nextOfKind(chorus, new Set(['Chorus', 'Chorus2'])), effectNamed('Chorus3'));
    const all = Array.from({ length: 16 }, (_, at) => furtherEffect(chorus, at + 1).name);
    assert.equal(nextOfKind(chorus, new Set(all)), undefined);
  });
});
