// Songs as the core gets them: what a word in the text becomes in the program.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { compile } from '../../src/engine/compile.ts';
import { overLimits } from '../../src/engine/limits.ts';
import { eventStride, limits, type Program, type StripProgram } from '../../src/engine/program.ts';
import { songLanguage } from '../../src/languages/song/song-language.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { effects } from '../../src/vocabulary/effects.ts';
import { instruments } from '../../src/vocabulary/instruments.ts';
import { effectSlots, instrumentSlots, type StripKind, stripSlots } from '../../src/vocabulary/layout.ts';
import type { ChoiceParameter } from '../../src/vocabulary/parameter.ts';
import { laid, small } from './songs.ts';

const rate = 48_000;
const program = (text: string): Program => {
  const { song, timeline } = laid(text);
  return compile(song, timeline, rate);
};

const slot = (values: Float32Array, kind: StripKind, name: string): number =>
  values[stripSlots(kind).indexOf(name)]!;
const insertSlot = ({ inserts }: StripProgram, name: string, path: string): number => {
  const effect = effects.findIndex((one) => one.name === name);
  const insert = inserts.find((one) => one.effect === effect);
  return insert!.parameters[effectSlots(effects[effect]!).indexOf(path)]!;
};
const near = (actual: number, expected: number): void =>
  assert.ok(
    Math.abs(actual - expected) < 1e-6 * Math.max(1, Math.abs(expected)),
    `${actual}, not ${expected}`,
  );

interface Event {
  start: number;
  length: number;
  pitch: number;
  velocity: number;
  source: number;
}
const events = (track: Program['tracks'][number]): Event[] =>
  Array.from({ length: track.eventCount }, (_, i) => {
    const view = new DataView(track.events, i * eventStride);
    return {
      start: view.getUint32(0, true),
      length: view.getUint32(4, true),
      pitch: view.getFloat32(8, true),
      velocity: view.getFloat32(12, true),
      source: view.getUint32(16, true),
    };
  });

suite('Compiling a song', () => {
  test('notes lie on their samples, ascending, with pitch, velocity and source', () => {
    const [lead, kick] = program(small()).tracks;
    assert.deepEqual(
      events(lead!).map(({ start, pitch }) => [start, pitch]),
      [
        [0, 60],
        [24_000, 64],
        [48_000, 67],
        [48_000, 72],
        [192_000, 60],
        [216_000, 64],
        [240_000, 67],
        [240_000, 72],
      ],
    );
    assert.ok(
      events(lead!).every(
        ({ length, velocity, source }) => length === 24_000 && velocity > 0 && velocity <= 1 && source > 0,
      ),
    );
    assert.equal(kick!.eventCount, 12);
    assert.ok(events(kick!).every(({ pitch }) => pitch === instruments[kick!.instrument]!.hitMidi));
  });

  test('bars and beats in samples, to the end of the last', () => {
    const { barSamples, beatSamples, lengthSamples } = program(small());
    assert.deepEqual([...barSamples], [0, 96_000, 192_000, 288_000]);
    assert.equal(beatSamples.length, 13);
    assert.equal(beatSamples[5], 120_000);
    assert.equal(lengthSamples, 288_000);
  });

  test('instrument parameters in the order of the vocabulary: set, default, or held to the range', () => {
    const { song } = songLanguage.read(small().replace('octaves: 9', 'octaves: 99'));
    const [lead, kick] = compile(song, layOut(song), rate).tracks;
    const value = (track: Program['tracks'][number], path: string): number =>
      track.instrumentParameters[instrumentSlots(instruments[track.instrument]!).indexOf(path)]!;
    assert.equal(instruments[lead!.instrument]!.name, 'Synth');
    assert.equal(lead!.voices, 5);
    assert.equal(kick!.voices, 1);
    near(value(lead!, 'oscillator'), 0);
    near(value(lead!, 'envelope.attack'), Math.fround(0.02));
    near(value(lead!, 'envelope.sustain'), Math.fround(0.3));
    near(value(kick!, 'octaves'), 16);
  });

  test("an oscillator's partials: as many as its word says, or their levels", () => {
    const text = (settings: string): string => small().replace('oscillator: sine', settings);
    const lead = (settings: string): ((path: string) => number) => {
      const { song } = songLanguage.read(text(settings));
      const track = compile(song, layOut(song), rate).tracks[0]!;
      const slots = instrumentSlots(instruments[track.instrument]!);
      return (path) => track.instrumentParameters[slots.indexOf(path)]!;
    };
    const { parameters } = instruments[0]!;
    const row = parameters.find(({ path }) => path === 'oscillator') as ChoiceParameter;
    assert.equal(lead('oscillator: fatsawtooth')('oscillator'), row.choices.indexOf('fatsawtooth'));
    assert.equal(lead('oscillator.type: sine4')('oscillator'), 4 * row.choices.length);
    const levels = lead('oscillator.partials: 1 0 -0.5');
    assert.deepEqual(
      ['', '.1', '.2', '.3'].map((place) => levels(`oscillator.partials${place}`)),
      [1, 0, -0.5, 0],
    );
  });

  test('strips: gain, pan, sends, effects in the order written', () => {
    const { tracks, buses, master } = program(small('master { limiter: -2dBTP, level: -1dB }'));
    near(slot(tracks[0]!.strip, 'track', 'level'), Math.fround(10 ** (-6 / 20)));
    near(slot(tracks[0]!.strip, 'track', 'pan'), -0.5);
    assert.deepEqual(tracks[0]!.inserts, []);
    assert.equal(tracks[0]!.sends[0]!.bus, 0);
    near(tracks[0]!.sends[0]!.gain, 10 ** (-12 / 20));
    near(insertSlot(buses[0]!, 'Reverb', 'decay'), 2);
    assert.deepEqual(master.inserts, []);
    near(slot(master.strip, 'master', 'Limiter.threshold'), -2);
    near(slot(master.strip, 'master', 'level'), Math.fround(10 ** (-1 / 20)));
  });

  test('a delay in note values follows the tempo', () => {
    const delay = (tempo: string): number =>
      insertSlot(
        program(small('bus echo { delay: 3/16 40% }', tempo)).buses[1]!,
        'PingPongDelay',
        'delayTime',
      );
    near(delay('120bpm'), Math.fround(0.375));
    near(delay('90bpm'), Math.fround(0.5));
  });

  test('a mute silences one, a solo silences the others', () => {
    const levels = (text: string): boolean[] => {
      const { tracks, buses } = program(text);
      const isOpen = (strip: Float32Array): boolean => slot(strip, 'track', 'open') === 1;
      return [...tracks.map(({ strip }) => isOpen(strip)), isOpen(buses[0]!.strip)];
    };
    assert.deepEqual(levels(small()), [true, true, true]);
    assert.deepEqual(levels(small().replace('level: -6dB', 'mute: true')), [false, true, true]);
    assert.deepEqual(levels(small().replace('level: -6dB', 'solo: true')), [true, false, true]);
    assert.deepEqual(levels(small().replace('level: -6dB', 'solo: true, mute: true')), [false, false, true]);
  });

  test('a solo lets through what is solo-safe, and the buses that are sent to; a bus what comes to it', () => {
    const heard = (bass = '', pad = '', keys = '', room = '', echo = ''): string => {
      const { tracks, buses } = program(`
        song "S" {}
        instrument i = Synth {}
        track bass { instrument: i, send room: -12dB${bass} }
        track pad { instrument: i, send echo: -12dB pre${pad} }
        track keys { instrument: i${keys} }
        bus room { send hall: -6dB${room} }
        bus echo { level: -6dB${echo} }
        bus hall {}
        section a 1 bars { bass: "a1", pad: "a3", keys: "c4" }
        arrange a`);
      return [...tracks, ...buses]
        .filter(({ strip }) => slot(strip, 'track', 'open') === 1)
        .map(({ name }) => name)
        .join(' ');
    };
    assert.equal(heard(), 'bass pad keys room echo hall');
    assert.equal(heard(', solo'), 'bass room hall');
    assert.equal(heard(', solo', ', soloSafe'), 'bass pad room echo hall');
    assert.equal(heard(', solo', '', '', '', ', soloSafe'), 'bass room echo hall');
    assert.equal(heard(', solo', ', soloSafe, mute'), 'bass room echo hall');
    assert.equal(heard('', '', ', solo'), 'keys');
    assert.equal(heard('', ', soloSafe'), 'bass pad keys room echo hall');
    assert.equal(heard('', '', '', '', ', solo'), 'pad echo');
    assert.equal(heard('', '', '', ', solo, send echo: -9dB'), 'bass room echo hall');
  });

  test('the pan law is of all strips', () => {
    const laws = (master: string): number[] => {
      const { tracks, buses } = program(`${small()}\nmaster { ${master} }`);
      return [...tracks, ...buses].map(({ strip }) => slot(strip, 'track', 'law'));
    };
    assert.deepEqual(laws(''), [1, 1, 1]);
    assert.deepEqual(laws('panLaw: -3dB'), [1, 1, 1]);
    assert.deepEqual(laws('panLaw: -4.5dB'), [1.5, 1.5, 1.5]);
    assert.deepEqual(laws('panLaw: -6dB'), [2, 2, 2]);
  });

  test('the chain of a strip is in the order written, whatever the order of the vocabulary', () => {
    const { tracks } = program(
      small().replace('level: -6dB', 'level: -6dB, compressor: -18dB 3:1, highpass: 80Hz, eq: low -2dB'),
    );
    assert.deepEqual(
      tracks[0]!.inserts.map(({ effect }) => effects[effect]!.name),
      ['Compressor', 'Highpass', 'EQ3'],
    );
  });

  test('a track with an unknown instrument is silent', () => {
    const { song, timeline } = laid(small());
    const broken = {
      ...song,
      tracks: song.tracks.map((track) => ({ ...track, instrument: { name: 'nobody', id: 0 } })),
    };
    for (const track of compile(broken, timeline, rate).tracks) {
      assert.equal(track.instrument, -1);
      assert.equal(track.eventCount, 0);
    }
  });
});

suite('The hash of a track', () => {
  const hashes = (text: string): string[] => program(text).tracks.map(({ hash }) => hash);
  const before = hashes(small());

  test('changes with notes, instrument and tempo, for the tracks that they touch', () => {
    const changed = (from: string, to: string): boolean[] =>
      hashes(small().replace(from, to)).map((hash, i) => hash !== before[i]);
    assert.deepEqual(changed('e4', 'f4'), [true, false]);
    assert.deepEqual(changed('20ms', '21ms'), [true, false]);
    assert.deepEqual(changed('octaves: 9', 'octaves: 3'), [false, true]);
    assert.deepEqual(changed('voices: 5', 'voices: 6'), [true, false]);
    assert.deepEqual(changed('120bpm', '121bpm'), [true, true]);
  });

  test('stays with faders, sends, comments and where notes stand in the text', () => {
    assert.deepEqual(hashes(small().replace('-6dB', '-9dB').replace('-12dB', '-20dB')), before);
    assert.deepEqual(hashes(`// a line above\n${small('pattern unused = "c4 d4"')}`), before);
  });
});

suite('The limits of the core', () => {
  test('a song over them is cut, and told so', () => {
    const many = Array.from({ length: limits.tracks + 2 }, (_, i) => `track t${i} { instrument: tone }`).join(
      '\n',
    );
    const { song, timeline } = laid(small(many));
    assert.equal(compile(song, timeline, rate).tracks.length, limits.tracks);
    const problems = overLimits(song, timeline);
    assert.equal(problems.length, 4);
    assert.match(problems[0]!.message, /is not heard: a song plays 64 tracks at most/);
  });

  test('a song within them has no problem', () => {
    const { song, timeline } = laid(small());
    assert.deepEqual(overLimits(song, timeline), []);
  });
});
