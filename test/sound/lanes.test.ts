// Automation as it is heard: every kind of setting, at the sample, without a click.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { compile } from '../../src/engine/compile.ts';
import type { Core } from '../../src/engine/core/core.ts';
import { renderOffline } from '../../src/engine/offline/render.ts';
import { effects } from '../../src/vocabulary/effects.ts';
import { instruments } from '../../src/vocabulary/instruments.ts';
import { effectSlots, instrumentSlots, stripSlots } from '../../src/vocabulary/layout.ts';
import { laid } from '../engine/songs.ts';
import {
  coreModule,
  coreWith,
  cut,
  decibels,
  hashOfSound,
  listen,
  peak,
  play,
  rms,
  type Sound,
  toneLevel,
} from './listen.ts';
import { near } from './near.ts';
import { type LaneSpec, midiOf, organ, programOf, sine, square, type TrackSpec } from './programs.ts';

const tone = (hertz: number, more: Partial<TrackSpec> = {}): TrackSpec => ({
  set: { ...organ, oscillator: sine },
  strip: { pan: -1, level: 0.5 },
  notes: [{ at: 0, for: 3.9, midi: midiOf(hertz), velocity: 0.5 }],
  ...more,
});

const moving = (lane: LaneSpec, more: Partial<TrackSpec> = {}, hertz = 1000): Sound =>
  listen(programOf({ tracks: [tone(hertz, more)], buses: [{}], lanes: [lane] }), 3);

/** Level of the tone around a moment, in dB over the tone at a gain of 1. */
const whole = toneLevel(
  cut(listen(programOf({ tracks: [tone(1000, { strip: { pan: -1 } })] }), 1), 0.5, 0.6).left,
  1000,
);
const levelAt = ({ left }: Sound, seconds: number, window = 0.01): number =>
  decibels(toneLevel(left.subarray((seconds - window) * 48_000, (seconds + window) * 48_000), 1000) / whole);

const steepest = (samples: Float32Array): number =>
  peak(samples.slice(1).map((sample, i) => sample - samples[i]!));

const levelSlot = stripSlots('track').indexOf('level');
const cutoff = effectSlots(effects.find(({ name }) => name === 'Highpass')!).indexOf('frequency');

suite('A hand over a lane', () => {
  test('is heard while it holds a fader, from where the lane was, and then the lane is again', () => {
    const core = coreWith(
      programOf({
        tracks: [tone(1000, { strip: { pan: -1, level: 0.5 } })],
        lanes: [
          {
            decibels: true,
            points: [
              { at: 0, shape: 'step', value: -20 },
              { at: 4, shape: 'linear', value: 0 },
            ],
          },
        ],
      }),
    );
    core.play();
    play(core, core.latency);
    const before = play(core, 48_000);
    core.settings.setStrip('track', 0, levelSlot, 0.01, { isHeld: true });
    const held = play(core, 48_000);
    // What the lane has come to by then.
    core.settings.setStrip('track', 0, levelSlot, 0.5, { isHeld: false });
    const after = play(core, 48_000);
    near(levelAt(before, 0.98), -15.1, 0.05, 'the lane');
    near(levelAt(held, 0.5), -40, 0.05, 'the hand');
    near(levelAt(after, 0.5), -7.5, 0.05, 'the lane again');
    const whole = [before, held, after].flatMap(({ left }) => [...left]);
    const steps = steepest(Float32Array.from(whole));
    assert.ok(steps <= 1.05 * steepest(after.left), 'nothing clicks');
  });

  test('is heard on a send, an effect and an instrument as well', () => {
    for (const [lane, set, moved] of [
      [
        { part: 'send', decibels: true, points: [{ at: 0, shape: 'step', value: 0 }] },
        (held: boolean) => (core: Core) => core.settings.setSend('track', 0, 0, 0, { isHeld: held }),
        { strip: { pan: -1, level: 0.5 }, sends: [1] },
      ],
      [
        { part: 'insert', slot: cutoff, points: [{ at: 0, shape: 'step', value: 20 }] },
        (held: boolean) => (core: Core) =>
          core.settings.setInsert('track', 0, 0, cutoff, 8000, { isHeld: held }),
        { strip: { pan: -1, level: 0.5, 'Highpass.frequency': 30 } },
      ],
    ] as const) {
      const core = coreWith(programOf({ tracks: [tone(1000, moved)], buses: [{}], lanes: [lane] }));
      core.play();
      const [free, held, again] = [undefined, true, false].map((isHeld) => {
        if (isHeld !== undefined) set(isHeld)(core);
        return levelAt(play(core, 24_000), 0.25);
      });
      assert.ok(held! < free! - 5, `${lane.part}: ${free} dB, held ${held} dB`);
      near(again!, free!, 0.05, `${lane.part}, let go`);
    }
  });
});

suite('Oscillators of effects', () => {
  const notes = [
    { at: 0.25, for: 0.5, midi: midiOf(1000), velocity: 0.5 },
    { at: 2.55, for: 1.2, midi: midiOf(1000), velocity: 0.5 },
  ];
  const slow = { 'Tremolo.frequency': 0.4, 'Tremolo.depth': 1, 'Tremolo.spread': 0 };

  test('go on while nothing sounds: they stand where the song is', () => {
    const song = programOf({ tracks: [tone(1000, { notes, strip: { pan: -1, level: 0.5, ...slow } })] });
    const sound = listen(song, 4);
    // A cycle takes 2.5 s: a moment after both notes began they are at the same place of it.
    near(levelAt(sound, 2.95), levelAt(sound, 0.45), 0.02, 'a cycle later');
    assert.ok(Math.abs(levelAt(sound, 3.35) - levelAt(sound, 2.95)) > 1, 'it moves');
  });

  test('sound from a later place as they do in the whole, on tracks and on the master', () => {
    for (const program of [
      programOf({ tracks: [tone(1000, { notes, strip: { pan: -1, level: 0.5, ...slow } })] }),
      programOf({ tracks: [tone(1000, { notes })], master: slow }),
    ]) {
      const whole = listen(program, 4);
      const core = coreWith(program);
      core.seek(96_000);
      core.play();
      play(core, core.latency);
      const later = play(core, 96_000);
      const from = whole.left.subarray(96_000);
      assert.ok(peak(from) > 0.05);
      assert.ok(peak(later.left.map((sample, i) => sample - from[i]!)) < 1e-4 * peak(from));
    }
  });
});

suite('Automation', () => {
  test('of an effect comes with the sound that it is for, whatever looks ahead before it', () => {
    const lane: LaneSpec = {
      part: 'insert',
      slot: effectSlots(effects.find(({ name }) => name === 'Filter')!).indexOf('frequency'),
      points: [
        { at: 0.5, shape: 'step', value: 400 },
        { at: 1.5, shape: 'exponential', value: 8000 },
      ],
    };
    const strip = { pan: -1, level: 0.25 };
    const alone = moving({ ...lane, of: 0 }, { strip: { ...strip, 'Filter.frequency': 2000 } });
    // It lets everything pass, a block late.
    const behind = { ...strip, 'Limiter.threshold': 0, 'Filter.frequency': 2000 };
    const late = moving({ ...lane, of: 1 }, { strip: behind });
    assert.ok(peak(alone.left) > 0.05);
    assert.ok(peak(late.left.map((sample, i) => sample - alone.left[i]!)) < 1e-6);
  });

  test('a fader goes along its points in dB, and back to its own place where they end', () => {
    const sound = moving({
      decibels: true,
      points: [
        { at: 0.5, shape: 'step', value: -40 },
        { at: 1.5, shape: 'linear', value: 0 },
        { at: 2, shape: 'curve', value: -20 },
        { at: 2.5, shape: 'base' },
      ],
    });
    near(levelAt(sound, 0.4), decibels(0.5), 0.01, 'before');
    near(levelAt(sound, 0.75), -30, 0.05, 'a quarter of the way');
    near(levelAt(sound, 1), -20, 0.05, 'half the way');
    near(levelAt(sound, 1.75), -10, 0.2, 'half the curve');
    near(levelAt(sound, 2.3), -20, 0.01, 'held');
    near(levelAt(sound, 2.7), decibels(0.5), 0.01, 'behind');
  });

  test('a step comes on its own sample, takes 3 ms and makes no click', () => {
    for (const at of [1, 1.0007, 1.0013]) {
      const sound = moving(
        { decibels: true, points: [{ at, shape: 'step', value: -60 }] },
        { set: { ...organ, oscillator: square } },
        60,
      );
      const before = moving({ points: [] }, { set: { ...organ, oscillator: square } }, 60).left;
      const first = sound.left.findIndex((sample, i) => sample !== before[i]);
      assert.ok(Math.abs(first - at * 48_000) <= 16, `${first - at * 48_000} samples off`);
      // What is left is the master letting go of the wave's mean.
      assert.ok(rms(sound.left.subarray(first + 150, first + 1000)) < 0.1 * rms(before.subarray(0, 9600)));
    }
    const sine100 = moving(
      { decibels: true, points: [{ at: 1.0013, shape: 'step', value: 0 }] },
      {},
      100,
    ).left;
    assert.ok(steepest(sine100) < peak(sine100) * ((2 * Math.PI * 100) / 48_000) * 1.5, 'no click');
  });

  test('pan, sends, effects and instruments move as well', () => {
    const pan = moving({
      slot: 1,
      points: [
        { at: 0, shape: 'step', value: -1 },
        { at: 2, shape: 'linear', value: 1 },
      ],
    });
    near(rms(cut(pan, 1.9, 1.99).left) / rms(cut(pan, 0.1, 0.2).left), 0.043, 0.01, 'left is empty');
    near(
      rms(cut(pan, 0.99, 1.01).left) / rms(cut(pan, 0.99, 1.01).right),
      1,
      0.01,
      'the middle at one second',
    );

    const send = moving(
      { part: 'send', of: 0, decibels: true, points: [{ at: 1, shape: 'step', value: 0 }] },
      { sends: [0.0001] },
    );
    near(levelAt(send, 1.5) - levelAt(send, 0.5), 6, 0.05, 'the send doubles it');

    const slot = effectSlots(effects.find(({ name }) => name === 'EQ3')!).indexOf('mid');
    const eq = moving(
      {
        part: 'insert',
        of: 0,
        slot,
        points: [
          { at: 1, shape: 'step', value: 0 },
          { at: 2, shape: 'linear', value: -12 },
        ],
      },
      { strip: { pan: -1, level: 0.5, 'EQ3.mid': 0, 'EQ3.highFrequency': 10_000, 'EQ3.lowFrequency': 100 } },
    );
    near(levelAt(eq, 2.5) - levelAt(eq, 0.5), -12, 0.6, 'the equaliser');
    near(levelAt(eq, 1.5) - levelAt(eq, 0.5), -6, 0.3, 'half way');

    const of = instruments.findIndex(({ name }) => name === 'Synth');
    const detune = instrumentSlots(instruments[of]!).indexOf('detune');
    const notes = [0, 1].map((at) => ({ at, for: 0.9, midi: midiOf(1000), velocity: 0.5 }));
    const bent = moving(
      { part: 'instrument', of, slot: detune, points: [{ at: 0.95, shape: 'step', value: 1200 }] },
      { notes },
    );
    assert.ok(toneLevel(cut(bent, 0.2, 0.8).left, 1000) > 20 * toneLevel(cut(bent, 0.2, 0.8).left, 2000));
    assert.ok(toneLevel(cut(bent, 1.2, 1.8).left, 2000) > 20 * toneLevel(cut(bent, 1.2, 1.8).left, 1000));
  });

  test('waves go to and fro in time, each in its shape', () => {
    const wave = (shape: 'sine' | 'triangle' | 'sawtooth' | 'square'): Sound =>
      moving({ decibels: true, points: [{ at: 0, shape, value: -20, other: 0, hertz: 1 }] });
    const sine1 = wave('sine');
    for (const [at, level] of [
      [0.25, -10],
      [0.5, 0],
      [0.75, -10],
      [1, -20],
      [2.5, 0],
    ] as const)
      near(levelAt(sine1, at), level, 0.3, `sine at ${at} s`);
    near(levelAt(wave('triangle'), 0.125), -15, 0.2, 'triangle');
    near(levelAt(wave('sawtooth'), 0.75), -5, 0.2, 'sawtooth');
    const flat = wave('square');
    near(levelAt(flat, 0.25), -20, 0.01, 'square, first half');
    near(levelAt(flat, 0.75), 0, 0.01, 'square, second half');
    assert.ok(steepest(flat.left) < peak(flat.left) * ((2 * Math.PI * 1000) / 48_000) * 1.1, 'no click');
  });

  test('is the same wherever playing began', () => {
    const lane: LaneSpec = {
      decibels: true,
      points: [
        { at: 0, shape: 'step', value: -30 },
        { at: 2.3, shape: 'linear', value: 0 },
      ],
    };
    const program = programOf({
      tracks: [tone(1000, { notes: [{ at: 2, for: 1, midi: 60 }] })],
      lanes: [lane],
    });
    const from = 1.92 * 48_000;
    const core = coreWith(program);
    core.seek(from);
    core.play();
    play(core, core.latency);
    const late = play(core, 48_000);
    const all = listen(program, 3);
    const part = { left: all.left.slice(from, from + 48_000), right: all.right.slice(from, from + 48_000) };
    assert.equal(hashOfSound(late), hashOfSound(part));
  });

  test('holds while what the song left rings on', () => {
    const program = programOf({
      tracks: [tone(1000, { sends: [1], notes: [{ at: 0, for: 0.9, midi: midiOf(1000) }] })],
      buses: [{ 'Reverb.decay': 3 }],
      seconds: 1,
      lanes: [
        {
          strip: 'master',
          decibels: true,
          points: [
            { at: 0, shape: 'step', value: -80 },
            { at: 1, shape: 'base' },
          ],
        },
      ],
    });
    let loudest = 0;
    for (const { left } of renderOffline(coreModule(), program)) loudest = Math.max(loudest, peak(left));
    assert.ok(loudest < 1e-3, `the master stays down: ${loudest}`);
  });

  test('of a song is compiled onto its samples, in every place of its section', () => {
    const { song, timeline } = laid(`
      song "Moves" { tempo 120bpm }
      instrument tone = Synth { }
      track lead { instrument: tone, eq: low -3dB, send room: -12dB }
      bus room { reverb: 1s }
      master { limiter: -2dBTP }
      section a 1 bars { lead: "c4" }
      section b 1 bars { lead: "d4" }
      arrange a b a b
      automate lead.level in b { 0%: -12dB, 100%: 0dB }
      automate lead.send.room { bar 1: -20dB, bar 3: -6dB step }
      automate lead.eq.low { lfo: sine 1/2 -6dB to 6dB }
      automate lead.envelope.attack in a { 0%: 10ms, 100%: 1s exponential }
      automate master.limiter.threshold { bar 1: -6dBTP }
    `);
    const { lanes } = compile(song, timeline, 48_000);
    assert.deepEqual(
      lanes.map(({ strip, part, decibels: isGain }) => [strip, part, isGain ?? false]),
      [
        ['track', 'strip', true],
        ['track', 'send', true],
        ['track', 'insert', false],
        ['track', 'instrument', false],
        ['master', 'strip', false],
      ],
    );
    const samples = new Uint32Array(lanes[0]!.points).filter((_, index) => index % 8 === 0);
    assert.deepEqual([...samples], [96_000, 192_000, 192_000, 288_000, 384_000, 384_000]);
    const step = new DataView(lanes[2]!.points).getBigUint64(16, true);
    near((Number(step) / 2 ** 64) * 48_000, 1, 1e-9, 'half a bar of 2 s is a cycle a second');
  });
});
