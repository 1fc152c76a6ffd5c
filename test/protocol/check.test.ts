import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suite, test } from 'mocha';
import {
  checkFromPanel,
  checkFromStudio,
  checkSectionGiven,
  checkToPanel,
  checkToStudio,
  checkValueGiven,
} from '../../src/protocol/check.ts';
import type { ToPanel } from '../../src/protocol/panel.ts';

const doors = {
  checkFromPanel,
  checkToPanel,
  checkFromStudio,
  checkToStudio,
  checkSectionGiven,
  checkValueGiven,
};

const song: ToPanel = {
  type: 'song',
  version: 3,
  song: {
    title: 'Night',
    bpm: 112,
    tempo: [{ at: 0, bpm: 112, bpmPerQuarter: 0, seconds: 0 }],
    meters: [{ bar: 0, quarters: 0, meter: { beats: 4, unit: 4 } }],
    bars: 1,
    seconds: 2.1,
    barSeconds: [0, 2.1],
    sections: [{ name: 'intro', bar: 0, bars: 1, cells: [[[0, 0.25, 0.5, 1]]], from: 3, to: 9 }],
    form: [{ section: 'intro', repeats: 1, from: 3, to: 9 }],
    declared: ['intro'],
    tracks: [
      {
        name: 'bass',
        path: 'bass',
        levelDb: -6,
        pan: 0,
        mute: false,
        solo: false,
        soloSafe: false,
        sends: [{ bus: 'room', levelDb: -9 }],
        inserts: [
          {
            effect: 'EQ3',
            summary: 'low -2dB',
            values: [{ path: 'low', value: -2, text: '-2dB' }],
            from: 5,
            to: 9,
          },
        ],
        group: 'rhythm',
        plays: { name: 'sub', type: 'MonoSynth', values: [], from: 0, to: 4 },
        from: 0,
        to: 4,
      },
    ],
    lanes: [
      {
        path: 'bass.level',
        section: 'intro',
        places: [{ bar: 0, bars: 1 }],
        points: [{ at: '0%', bars: 0, value: -6, text: '-6dB', shape: 'linear' }],
        from: 20,
        to: 60,
      },
    ],
    clips: [
      {
        track: 0,
        name: 'vox1',
        startSeconds: 0.5,
        lengthSeconds: 1,
        wave: 'c3',
        fromSeconds: 1.2,
        rate: 1,
        gainDb: 2,
        fadeIn: 0.005,
        fadeOut: 0.01,
        from: 12,
        to: 16,
      },
    ],
    buses: [],
    master: {
      name: 'master',
      path: 'master',
      levelDb: 0,
      pan: 0,
      mute: false,
      solo: false,
      soloSafe: false,
      sends: [],
      inserts: [],
      from: 0,
      to: 0,
    },
    panLawDb: -3,
  },
  program: {
    sampleRate: 48000,
    lengthSamples: 100800,
    tracks: [
      {
        name: 'bass',
        hash: 'a1',
        instrument: 2,
        voices: 1,
        instrumentParameters: new Float32Array(3),
        zones: new Float32Array(),
        strip: new Float32Array(3),
        inserts: [{ effect: 4, parameters: new Float32Array(6), key: 0 }],
        sends: [],
        events: new ArrayBuffer(24),
        eventCount: 1,
      },
    ],
    buses: [
      { name: 'space', strip: new Float32Array(3), inserts: [], sends: [{ bus: 1, gain: 0.5, pre: true }] },
    ],
    master: { strip: new Float32Array(5), inserts: [] },
    lanes: [],
    samples: [],
    plugs: [],
    barSamples: new Uint32Array(2),
    beatSamples: new Uint32Array(4),
    sectionSamples: new Uint32Array(2),
  },
};

suite('The door of the protocol', () => {
  test('lets a loop and the commands of lenses in, whole ones only', () => {
    assert.equal(checkToPanel({ type: 'loopAt', bar: 4 }).ok, true);
    assert.equal(checkToPanel({ type: 'loopAt', bar: -1 }).ok, false);
    assert.equal(checkSectionGiven({ uri: 'file:///a.song', section: 'verse' }).ok, true);
    assert.equal(checkSectionGiven({ uri: 'file:///a.song' }).ok, false);
    assert.equal(checkSectionGiven(undefined).ok, false);
    assert.equal(checkValueGiven({ uri: 'file:///a.song', path: 'bass.solo', value: 'true' }).ok, true);
    assert.equal(checkValueGiven({ uri: 'file:///a.song', path: 'bass.solo', value: true }).ok, false);
  });

  test('lets every message of the panel in', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'set', request: 1, version: 2, path: 'bass.level', value: '-7.5dB' },
      {
        type: 'gesture',
        request: 1,
        version: 2,
        gesture: { do: 'rearrange', placements: [{ section: 'verse', repeats: 2, from: 9 }] },
      },
      {
        type: 'gesture',
        request: 2,
        version: 2,
        gesture: { do: 'roll', from: 7, edits: [{ to: { begin: [0, 1], end: [1, 4], word: 'c4' } }] },
      },
      { type: 'sounding', version: 2, ids: [4, 5], light: 3, toldMs: 12.5, dueMs: 40 },
      { type: 'reveal', from: 0, to: 10 },
      { type: 'startBounce', options: { rate: 48000, bits: '24', from: 'verse' } },
      { type: 'cancelBounce' },
      { type: 'transportChanged', playing: true, bar: 4, beat: 2.5 },
      { type: 'report', level: 'warning', message: 'no audio device' },
    ])
      assert.deepEqual(checkFromPanel(message), { ok: true, message });
  });

  test('lets a song in as structured cloning leaves it', () => {
    assert.equal(checkToPanel(structuredClone(song)).ok, true);
  });

  const refusals: readonly [why: string, door: keyof typeof doors, message: unknown, reason: RegExp][] = [
    ['nothing', 'checkFromPanel', undefined, /message must be an object/],
    ['a list', 'checkFromPanel', [], /message must be an object/],
    ['an unknown type', 'checkFromPanel', { type: 'eval' }, /type must be one of ready, set/],
    ['a type that every object inherits', 'checkFromPanel', { type: 'constructor' }, /type must be one of/],
    ['a type from a prototype', 'checkFromPanel', Object.create({ type: 'ready' }), /type must be one of/],
    [
      'half a set',
      'checkFromPanel',
      { type: 'set', request: 1, version: 2, path: 'bass.level' },
      /value must be text/,
    ],
    [
      'a path as long as a book',
      'checkFromPanel',
      { type: 'set', request: 1, version: 2, path: 'x'.repeat(201), value: '' },
      /path must be text of at most 200/,
    ],
    [
      'a version that is not a number',
      'checkFromPanel',
      { type: 'set', request: 1, version: Number.NaN, path: '', value: '' },
      /version must be a whole number/,
    ],
    [
      'a range before the text',
      'checkFromPanel',
      { type: 'reveal', from: -1, to: 3 },
      /from must be a whole number/,
    ],
    [
      'a rate that no one offers',
      'checkFromPanel',
      { type: 'startBounce', options: { rate: 1, bits: '24' } },
      /rate must be one of 44100/,
    ],
    [
      'a save without its version',
      'checkFromStudio',
      { type: 'save', request: 1, text: 'song' },
      /over must be text/,
    ],
    [
      'text beyond any song',
      'checkFromStudio',
      { type: 'save', request: 1, text: 'x'.repeat(4_000_001), over: '1' },
      /text must be text of at most/,
    ],
    [
      'events that are no buffer',
      'checkToPanel',
      { ...song, program: { ...song.program, tracks: [{ ...song.program.tracks[0], events: [1] }] } },
      /tracks\[0\].events must be an ArrayBuffer/,
    ],
    [
      'a level that is not a number',
      'checkToPanel',
      { ...song, song: { ...song.song, master: { ...song.song.master, levelDb: Number.NaN } } },
      /master.levelDb must be a finite number/,
    ],
    [
      'an object whose fields throw',
      'checkFromPanel',
      {
        get type() {
          throw new Error('gotcha');
        },
      },
      /cannot be read: gotcha/,
    ],
  ];
  for (const [why, door, message, reason] of refusals) {
    test(`refuses ${why}`, () => {
      const result = doors[door](message);
      assert.equal(result.ok, false);
      assert.match(result.reason, reason);
    });
  }

  test('never throws, whatever comes', () => {
    const kinds = fc.constantFrom(
      'ready',
      'set',
      'song',
      'problems',
      'bounce',
      'save',
      'opened',
      'startBounce',
    );
    const message = fc.oneof(
      fc.anything({ withTypedArray: true, withNullPrototype: true }),
      fc.tuple(kinds, fc.object()).map(([type, rest]) => ({ ...rest, type })),
    );
    fc.assert(
      fc.property(message, (value) => {
        for (const door of Object.values(doors)) {
          const result = door(value);
          assert.equal(typeof result.ok, 'boolean');
          if (!result.ok) assert.ok(result.reason.length > 0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
