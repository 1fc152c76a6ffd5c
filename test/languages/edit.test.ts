// Changes as text: the smallest edit, and every other character as it was.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import type { SourceId } from '../../src/song/origin.ts';
import type { Song } from '../../src/song/song.ts';
import { dedent, edited, refused, setTo } from './marked.ts';
import { road } from './song-data.ts';

const deleted = (source: string, which: (song: Song) => SourceId): string => {
  const text = dedent(source);
  return edited(text, [{ do: 'delete', id: which(songLanguage.read(text).song) }]);
};

suite('set', () => {
  test('replaces exactly the number', () => {
    const result = songLanguage.edit(songLanguage.read(road), [
      { do: 'set', path: 'bass.level', value: '-7.5dB' },
    ]);
    assert.ok(result.ok && result.edits.length === 1);
    const { from, to } = result.edits[0]!.range;
    assert.equal(road.slice(from, to), '-9dB');
    assert.equal(setTo(road, 'bass.level', '-7.5dB'), road.replace('level: -9dB', 'level: -7.5dB'));
  });
  test('changes nothing where the text says it already', () => {
    assert.deepEqual(
      songLanguage.edit(songLanguage.read(road), [{ do: 'set', path: 'bass.level', value: '-9dB' }]),
      { ok: true, edits: [] },
    );
  });
  test('adds what is not written, in the style of the block', () => {
    assert.equal(setTo('track t { mute }', 't.level', '-3dB'), 'track t { mute, level: -3dB }');
    assert.equal(setTo('track t { mute, }', 't.level', '-3dB'), 'track t { mute, level: -3dB, }');
    assert.equal(setTo('track t { }', 't.level', '-3dB'), 'track t { level: -3dB }');
    assert.equal(setTo('track t', 't.level', '-3dB'), 'track t { level: -3dB }');
    assert.equal(
      setTo('track t {\n  mute // for now\n}', 't.level', '-3dB'),
      'track t {\n  mute // for now\n  level: -3dB\n}',
    );
    assert.equal(
      setTo('track t {\r\n\tmute,\r\n}', 't.level', '-3dB'),
      'track t {\r\n\tmute,\r\n\tlevel: -3dB,\r\n}',
    );
    assert.equal(
      setTo('track t {\n  // nothing\n}', 't.level', '-3dB'),
      'track t {\n  level: -3dB\n  // nothing\n}',
    );
    assert.equal(setTo('arrange a', 'master.level', '-3dB'), 'arrange a\n\nmaster { level: -3dB }\n');
  });
  test('moves a track to a side, mutes it and lets it sound again', () => {
    assert.equal(
      setTo('track t { pan: 20% left, mute }', 't.pan', '35% right'),
      'track t { pan: 35% right, mute }',
    );
    assert.equal(setTo('track t { pan: centre }', 't.pan', '5% left'), 'track t { pan: 5% left }');
    assert.equal(setTo('track t { level: -6dB, mute }', 't.mute', 'false'), 'track t { level: -6dB }');
    assert.equal(setTo('track t { mute, level: -6dB }', 't.mute', 'false'), 'track t { level: -6dB }');
    assert.equal(
      setTo('track t {\n  level: -6dB\n  mute: true\n}', 't.mute', 'false'),
      'track t {\n  level: -6dB\n}',
    );
    assert.equal(setTo('track t { mute: false }', 't.mute', 'true'), 'track t { mute: true }');
    assert.equal(setTo('track t { level: -6dB }', 't.solo', 'true'), 'track t { level: -6dB, solo }');
    assert.equal(setTo('track t { level: -6dB }', 't.solo', 'false'), 'track t { level: -6dB }');
    assert.equal(setTo('track t { solo }', 't.soloSafe', 'true'), 'track t { solo, soloSafe }');
    assert.equal(setTo('bus b { soloSafe, mute }', 'b.soloSafe', 'false'), 'bus b { mute }');
  });
  test('the pan law of the master', () => {
    assert.equal(
      setTo('master { panLaw: -3dB, level: -1dB }', 'master.panLaw', '-4.5dB'),
      'master { panLaw: -4.5dB, level: -1dB }',
    );
    assert.equal(setTo('arrange a\n', 'master.panLaw', '-6dB'), 'arrange a\n\nmaster { panLaw: -6dB }\n');
  });
  test('sends', () => {
    const buses = 'bus space {}\nbus echo {}\n';
    assert.equal(
      setTo(`${buses}track t { send space: -12dB }`, 't.send.space', '-9dB'),
      `${buses}track t { send space: -9dB }`,
    );
    assert.equal(
      setTo(`${buses}track t { send space: -12dB }`, 't.sends.echo', '-9dB'),
      `${buses}track t { send space: -12dB, send echo: -9dB }`,
    );
  });
  test('sends that stay before the fader, and of a bus', () => {
    const buses = 'bus space {}\nbus echo { send space: -6dB }\n';
    assert.equal(
      setTo(`${buses}track t { send space: -12dB pre, mute }`, 't.send.space', '-9dB'),
      `${buses}track t { send space: -9dB pre, mute }`,
    );
    assert.equal(setTo(buses, 'echo.send.space', '-9dB'), 'bus space {}\nbus echo { send space: -9dB }\n');
  });
  test('sets effects, by place, by name and in braces', () => {
    assert.equal(
      setTo('track t { compressor: -18dB 3:1 8ms }', 't.compressor.ratio', '4:1'),
      'track t { compressor: -18dB 4:1 8ms }',
    );
    assert.equal(
      setTo('track t { compressor: -18dB 3:1, mute }', 't.compressor.knee', '6dB'),
      'track t { compressor: -18dB 3:1, knee 6dB, mute }',
    );
    assert.equal(
      setTo('track t { eq: low -2dB, high +3dB, mute }', 't.eq.mid', '1dB'),
      'track t { eq: low -2dB, high +3dB, mid 1dB, mute }',
    );
    assert.equal(
      setTo('track t { eq: { low: -2dB } }', 't.eq.high', '1dB'),
      'track t { eq: { low: -2dB, high: 1dB } }',
    );
    assert.equal(setTo('track t { mute }', 't.eq.low', '-3dB'), 'track t { mute, eq: low -3dB }');
    assert.equal(
      setTo('track t { mute }', 't.highpass.frequency', '80Hz'),
      'track t { mute, highpass: 80Hz }',
    );
    assert.equal(
      setTo('master { glue: -12dB 2:1 }', 'master.compressor.threshold', '-10dB'),
      'master { glue: -10dB 2:1 }',
    );
    assert.equal(
      setTo('bus b { reverb: 2s, predelay: 20ms }', 'b.reverb.preDelay', '30ms'),
      'bus b { reverb: 2s, predelay: 30ms }',
    );
  });
  test('sets instruments; a strip of the same name keeps what a strip has', () => {
    const text = 'instrument sub = MonoSynth { filter.Q: 2 }\ntrack sub { instrument: sub, level: -6dB }';
    assert.equal(setTo(text, 'sub.filter.Q', '3'), text.replace('Q: 2', 'Q: 3'));
    assert.equal(
      setTo(text, 'sub.filterEnvelope.octaves', '4'),
      text.replace('Q: 2 }', 'Q: 2, filterEnvelope.octaves: 4 }'),
    );
    assert.equal(setTo(text, 'sub.level', '-7dB'), text.replace('-6dB', '-7dB'));
    assert.equal(
      setTo('instrument a = Synth { envelope: { attack: 1ms } }', 'a.envelope.release', '2s'),
      'instrument a = Synth { envelope: { attack: 1ms, release: 2s } }',
    );
    assert.equal(
      setTo('instrument a = Synth', 'a.oscillator', 'square'),
      'instrument a = Synth { oscillator: square }',
    );
  });
  test('sets the song', () => {
    const text = 'song "T" { tempo 112bpm, 96bpm at bridge, key A minor }';
    assert.equal(setTo(text, 'song.tempo', '120bpm'), text.replace('112bpm', '120bpm'));
    assert.equal(setTo(text, 'song.key', 'C# dorian'), text.replace('A minor', 'C# dorian'));
    assert.equal(setTo(text, 'song.meter', '7/8'), text.replace('minor }', 'minor, meter 7/8 }'));
    assert.equal(
      setTo('song "T" {\n  tempo 96bpm at bridge // slower\n  swing 52% of 1/8\n}', 'song.tempo', '120bpm'),
      'song "T" {\n  tempo 96bpm at bridge // slower\n  swing 52% of 1/8\n  tempo 120bpm\n}',
    );
    assert.equal(
      setTo('song "T" { tempo 96bpm at bridge, tempo 112bpm, swing 52% of 1/8 }', 'song.tempo', '120bpm'),
      'song "T" { tempo 96bpm at bridge, tempo 120bpm, swing 52% of 1/8 }',
    );
    assert.equal(
      setTo('song "T" { swing 52% of 1/8, seed 3 }', 'song.swing', '60% of 1/16'),
      'song "T" { swing 60% of 1/16, seed 3 }',
    );
    assert.equal(
      setTo('track t {}', 'song.tempo', '99bpm'),
      'song "Untitled" {\n  tempo 99bpm\n}\n\ntrack t {}',
    );
  });
  test('mends a value that could not be read', () => {
    assert.equal(setTo('track t { level: loud, mute }', 't.level', '-3dB'), 'track t { level: -3dB, mute }');
    assert.equal(setTo('track t { level:, mute }', 't.level', '-3dB'), 'track t { level: -3dB, mute }');
  });
  test('refuses a path that leads nowhere, and says what there is', () => {
    assert.equal(
      refused(road, 'bas.level', '-6dB'),
      'The song has no track, bus or instrument `bas`. Did you mean `bass`?',
    );
    assert.equal(refused(road, 'bass.levl', '-6dB'), '`bass` has no `levl`. Did you mean `level`?');
    assert.equal(
      refused(road, 'bass.send.hall', '-6dB'),
      'There is no bus `hall`. There are `space` and `echo`.',
    );
    assert.match(refused(road, 'sub.fliter.Q', '3'), /Did you mean `filter\.Q`/);
    assert.match(refused(road, 'bass', '3'), /names no value/);
    assert.match(refused(road, 'song.swung', '56%'), /has no `swung` to set/);
    assert.match(refused(road, 'song.swing', '56%'), /Which notes swing\?/);
    assert.match(refused(road, 'kick.instrument', 'tuba'), /There is no instrument `tuba`/);
  });
  test('refuses a value that the text would not take', () => {
    assert.match(refused(road, 'bass.level', '-6'), /has no unit/);
    assert.match(refused(road, 'bass.level', '60dB'), /at most 12dB/);
    assert.match(refused(road, 'bass.level', '1s'), /is a time/);
    assert.match(refused(road, 'song.tempo', '0bpm'), /at least 20bpm/);
    assert.match(refused(road, 'song.key', 'A mynor'), /no scale/);
    for (const value of [
      '',
      '-6dB }',
      '-6dB, mute',
      '-6dB\nmute',
      '-6dB // loud',
      '{',
      '}',
      '"',
      '-6dB -3dB',
    ]) {
      refused(road, 'bass.level', value);
    }
  });
});

suite('delete', () => {
  test('takes a declaration with its line', () => {
    assert.equal(
      deleted('track a {}\ntrack b {} // gone\ntrack c {}', ({ tracks }) => tracks[1]!.declaration),
      'track a {}\ntrack c {}',
    );
    assert.equal(
      deleted('track a {}\n\ntrack b {\n}\n\nbus c {}\n', ({ tracks }) => tracks[1]!.declaration),
      'track a {}\n\nbus c {}\n',
    );
  });
  test('takes an entry with its comma, or with its line', () => {
    const line = 'track t { mute, send a: 0dB, solo }';
    assert.equal(
      deleted(line, ({ tracks }) => tracks[0]!.mute!.id),
      'track t { send a: 0dB, solo }',
    );
    assert.equal(
      deleted(line, ({ tracks }) => tracks[0]!.sends[0]!.id),
      'track t { mute, solo }',
    );
    assert.equal(
      deleted(line, ({ tracks }) => tracks[0]!.solo!.id),
      'track t { mute, send a: 0dB }',
    );
    assert.equal(
      deleted('track t {\n  mute\n  solo // why\n}', ({ tracks }) => tracks[0]!.solo!.id),
      'track t {\n  mute\n}',
    );
    assert.equal(
      deleted('track t { mute, eq: low 1dB, high 2dB, solo }', ({ tracks }) => tracks[0]!.inserts[0]!.id),
      'track t { mute, solo }',
    );
    assert.equal(
      deleted('section s 4 bars { a: "c4" }', ({ sections }) => sections[0]!.parts[0]!.id),
      'section s 4 bars { }',
    );
  });
  test('takes a section out of the arrangement', () => {
    assert.equal(
      deleted('arrange a b*2 c', ({ arrangement }) => arrangement[1]!.id),
      'arrange a c',
    );
    assert.equal(
      deleted('arrange a b', ({ arrangement }) => arrangement[0]!.id),
      'arrange b',
    );
    assert.equal(
      deleted('arrange a\n  b', ({ arrangement }) => arrangement[1]!.id),
      'arrange a',
    );
    assert.equal(
      deleted('track t {}\narrange a\n', ({ arrangement }) => arrangement[0]!.id),
      'track t {}\n',
    );
  });
  test('leaves a song that still reads, whatever goes', () => {
    const { song, origins } = songLanguage.read(road);
    const ids = [...song.tracks, ...song.sections, ...song.patterns, ...song.buses, ...song.instruments]
      .map(({ declaration }) => declaration)
      .concat(
        song.sections.flatMap(({ parts }) => parts.map(({ id }) => id)),
        song.arrangement.map(({ id }) => id),
        song.tracks.flatMap(({ sends, inserts }) => [...sends, ...inserts].map(({ id }) => id)),
      );
    for (const id of ids) {
      const left = edited(road, [{ do: 'delete', id }]);
      const { problems } = songLanguage.read(left);
      assert.deepEqual(
        problems.map(({ message }) => message),
        [],
        road.slice(origins[id]!.from, origins[id]!.to),
      );
    }
  });
});

suite('declare and arrange', () => {
  test('puts a declaration behind the last of its kind', () => {
    assert.equal(
      edited('track a {}\n\nbus b {}\n', [{ do: 'declare', what: 'track', name: 'c' }]),
      'track a {}\ntrack c {}\n\nbus b {}\n',
    );
    assert.equal(
      edited('song "T" {}\n\ntrack a {}\n', [{ do: 'declare', what: 'pattern', name: 'p' }]),
      'song "T" {}\n\npattern p = "~"\n\ntrack a {}\n',
    );
    assert.equal(
      edited('', [{ do: 'declare', what: 'section', name: 'verse' }]),
      'section verse 8 bars {}\n',
    );
  });
  test('declares what reads without a problem', () => {
    for (const what of ['instrument', 'pattern', 'track', 'bus', 'section'] as const) {
      assert.deepEqual(
        songLanguage.read(edited(road, [{ do: 'declare', what, name: 'fresh' }])).problems,
        [],
      );
    }
  });
  test('refuses a name that is taken or is none', () => {
    const reading = songLanguage.read(road);
    for (const name of ['bass', '', 'two words', '1st', 'a.b'])
      assert.ok(!songLanguage.edit(reading, [{ do: 'declare', what: 'track', name }]).ok, name);
  });
  test('arranges a section at the end', () => {
    assert.equal(
      edited('section a 4 bars {}\narrange a\n  a // twice', [{ do: 'arrange', section: 'a' }]),
      'section a 4 bars {}\narrange a\n  a a // twice',
    );
    assert.equal(
      edited('section a 4 bars {}\n', [{ do: 'arrange', section: 'a' }]),
      'section a 4 bars {}\n\narrange a\n',
    );
    assert.ok(!songLanguage.edit(songLanguage.read('arrange a'), [{ do: 'arrange', section: 'b' }]).ok);
  });
  test('makes several changes at once, or none', () => {
    const { song } = songLanguage.read(road);
    const both = edited(road, [
      { do: 'set', path: 'bass.level', value: '-1dB' },
      { do: 'set', path: 'pad.level', value: '-2dB' },
    ]);
    assert.equal(
      both,
      road.replace('level: -9dB', 'level: -1dB').replace('pad, level: -16dB', 'pad, level: -2dB'),
    );
    const [a, b] = song.sections[1]!.parts;
    const apart = edited(road, [
      { do: 'delete', id: a!.id },
      { do: 'delete', id: b!.id },
    ]);
    assert.deepEqual(songLanguage.read(apart).problems, []);
    const clash = songLanguage.edit(songLanguage.read(road), [
      { do: 'set', path: 'bass.level', value: '-1dB' },
      { do: 'set', path: 'bass.level', value: '-2dB' },
    ]);
    assert.ok(!clash.ok);
    const half = songLanguage.edit(songLanguage.read(road), [
      { do: 'set', path: 'bass.level', value: '-1dB' },
      { do: 'set', path: 'nobody.level', value: '-2dB' },
    ]);
    assert.ok(!half.ok);
  });
});
