// Notes on the core's voices: they start on their sample, end by their handle, and take each other's
// voices by rule; the same bits however blocks are cut.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { instruments } from '../../../src/vocabulary/instruments.ts';
import { configure, freshVoices, type PlayedNote, play, render, type Settings } from './core-voices.ts';
import { cents, frequencyOf, levelDb, peak } from './measure.ts';

const rate = 48000;
const held: Settings = {
  oscillator: 'sine',
  'envelope.attack': 0,
  'envelope.sustain': 1,
  'envelope.release': 0.01,
};

/** Amplitude of a sine of that note in a second of sound from `from`. */
function strength(sound: Float32Array, midi: number, from: number): number {
  const turn = (2 * Math.PI * 440 * 2 ** ((midi - 69) / 12)) / rate;
  let real = 0;
  let imaginary = 0;
  for (let i = 0; i < rate / 2; i++) {
    const window = 1 - Math.cos((4 * Math.PI * i) / rate);
    real += window * sound[from + i]! * Math.cos(turn * i);
    imaginary += window * sound[from + i]! * Math.sin(turn * i);
  }
  return (4 * Math.hypot(real, imaginary)) / rate;
}

const sounding = (sound: Float32Array, notes: readonly number[], from: number): number[] =>
  notes.filter((midi) => strength(sound, midi, from) > 0.05);

suite('notes on the voices', () => {
  test('a note starts on its sample, wherever that lies in a block', async () => {
    for (const sample of [0, 1, 3, 127, 128, 130, 1000]) {
      const settings = { 'envelope.attack': 0, 'envelope.sustain': 1 };
      const sound = await render('NoiseSynth', settings, [{ midi: 60, at: sample / rate }], 0.1);
      assert.equal(
        sound.findIndex((value) => value !== 0),
        sample,
      );
    }
  });

  test('a note ends on its sample: what is released later is the same until then', async () => {
    const long = await render('Synth', held, [{ midi: 60, at: 0 }], 0.1);
    const short = await render('Synth', held, [{ midi: 60, at: 0, length: 1001 / rate }], 0.1);
    assert.equal(
      short.findIndex((value, index) => value !== long[index]),
      1002,
    );
  });

  test('velocity is a plain gain on the amplitude', async () => {
    const loud = await render('Synth', held, [{ midi: 60, at: 0 }], 0.2);
    const soft = await render('Synth', held, [{ midi: 60, at: 0, velocity: 0.25 }], 0.2);
    assert.ok(Math.abs(levelDb(loud) - levelDb(soft) - 12.04) < 0.01);
  });

  test('of two notes of one pitch, the one that ends is the one that was released', async () => {
    const notes: PlayedNote[] = [
      { midi: 60, at: 0, velocity: 0.75, length: 0.5 },
      { midi: 60, at: 0.1, velocity: 0.25, length: 2 },
    ];
    const sound = await render('Synth', held, notes, 1.5, { polyphony: 4 });
    assert.ok(Math.abs(strength(sound, 60, 0.7 * rate) - 0.25) < 0.01);
  });

  test('of many notes of one pitch, each end ends its own, in whatever order they come', async () => {
    const notes: PlayedNote[] = [
      { midi: 60, at: 0, velocity: 0.1, length: 2 },
      { midi: 60, at: 0.05, velocity: 0.2, length: 0.3 },
      { midi: 60, at: 0.1, velocity: 0.4, length: 0.6 },
      { midi: 60, at: 0.15, velocity: 0.8, length: 0.2 },
    ];
    // On one phase, so that amplitudes add up; each begins after whole turns of 500 Hz.
    const midi = 69 + 12 * Math.log2(500 / 440);
    const sound = await render(
      'Synth',
      held,
      notes.map((note) => ({ ...note, midi })),
      3,
      { polyphony: 8 },
    );
    for (const [at, due] of [
      [0.2, 1.5],
      [0.4, 0.5],
      [0.5, 0.5],
      [0.8, 0.1],
      [1.9, 0.1],
      [2.2, 0],
    ] as const) {
      const top = peak(sound.slice(Math.round((at - 0.03) * rate), Math.round(at * rate)));
      const expected = due === 0.5 && at < 0.37 ? 0.7 : due;
      assert.ok(Math.abs(top - expected) < 0.02, `${at} s: ${top}, due ${expected}`);
    }
  });

  test('the end of a note that was stolen is nothing to those of its pitch', async () => {
    const notes: PlayedNote[] = [
      { midi: 60, at: 0, velocity: 0.2, length: 0.4 },
      { midi: 60, at: 0.1, velocity: 0.5, length: 2 },
      { midi: 67, at: 0.2, velocity: 0.8, length: 2 },
    ];
    const sound = await render('Synth', held, notes, 1.5, { polyphony: 2 });
    assert.ok(Math.abs(strength(sound, 60, 0.6 * rate) - 0.5) < 0.01);
    assert.ok(Math.abs(strength(sound, 67, 0.6 * rate) - 0.8) < 0.01);
  });

  test('portamento: on one voice the pitch goes to the next note by equal ratios, and arrives on time', async () => {
    const settings = { ...held, portamento: 0.4 };
    const notes: PlayedNote[] = [
      { midi: 57, at: 0 },
      { midi: 69, at: 0.5 },
    ];
    const sound = await render('Synth', settings, notes, 1.5);
    // Over 170 ms round the middle of the way the pitch is, on average, half-way.
    const middle = frequencyOf(sound, rate, 311.1, Math.round(0.7 * rate) - 6144);
    assert.ok(Math.abs(cents(middle, 311.1)) < 30, `${middle} Hz`);
    assert.deepEqual(sounding(sound, [57, 69], 0.95 * rate), [69]);
    const apart = await render('Synth', settings, [{ midi: 57, at: 0, length: 0.1 }, notes[1]!], 1.2);
    assert.deepEqual(sounding(apart, [57, 69], 0.52 * rate), [69], 'what has died away is not glided from');
    const both = await render('Synth', settings, notes, 1.5, { polyphony: 2 });
    assert.deepEqual(sounding(both, [57, 69], 0.52 * rate), [57, 69], 'with more voices both sound');
  });

  for (const { name } of instruments.filter(({ sampled }) => !sampled)) {
    test(`PolySynth of ${name}: three notes are three voices, and each ends`, async () => {
      const voices = await freshVoices();
      configure(voices, 0, name, {}, 8);
      const notes = [48, 55, 64].map((midi, index) => ({ midi, at: index * 0.001 }));
      const sound = play(voices, 0, notes, 384);
      assert.equal(voices.activeVoices(0), 3);
      assert.ok(peak(sound) > 0.001);
      voices.releaseAll(0, 0);
      play(voices, 0, [], 22 * rate);
      assert.equal(voices.activeVoices(0), 0);
    });
  }

  test('with one voice, a new note takes it over, and the end of the old one is nothing to the new', async () => {
    const notes: PlayedNote[] = [
      { midi: 60, at: 0, length: 0.4 },
      { midi: 67, at: 0.2, length: 2 },
    ];
    const sound = await render('Synth', held, notes, 1.5);
    assert.deepEqual(sounding(sound, [60, 67], 0.6 * rate), [67]);
    assert.ok(Math.abs(strength(sound, 67, 0.6 * rate) - 1) < 0.01);
  });

  test('with one voice, a new note opens the filter again at once, though the old note still rings', async () => {
    const filter = {
      'filterEnvelope.attack': 0,
      'filterEnvelope.sustain': 1,
      'filterEnvelope.release': 0.01,
    };
    const settings = {
      ...held,
      ...filter,
      'envelope.release': 3,
      'filterEnvelope.baseFrequency': 50,
      'filterEnvelope.octaves': 8,
    };
    const notes: PlayedNote[] = [
      { midi: 72, at: 0, length: 0.1 },
      { midi: 72, at: 0.5 },
    ];
    const sound = await render('MonoSynth', settings, notes, 1.1);
    assert.ok(strength(sound, 72, 0.6 * rate) > 0.9);
  });

  test('a full instrument gives up a released voice first', async () => {
    const slow = { ...held, 'envelope.release': 10 };
    const notes: PlayedNote[] = [
      { midi: 60, at: 0, velocity: 0.3 },
      { midi: 64, at: 0.01, velocity: 1, length: 0.1 },
      { midi: 67, at: 0.02, velocity: 0.5 },
      { midi: 72, at: 0.12 },
    ];
    const sound = await render('Synth', slow, notes, 1, { polyphony: 3 });
    assert.deepEqual(sounding(sound, [60, 64, 67, 72], 0.2 * rate), [60, 67, 72]);
  });

  test('then the quietest', async () => {
    const notes: PlayedNote[] = [
      { midi: 60, at: 0, velocity: 0.5 },
      { midi: 64, at: 0.01, velocity: 0.3 },
      { midi: 67, at: 0.02, velocity: 0.8 },
      { midi: 72, at: 0.1 },
    ];
    const sound = await render('Synth', held, notes, 1, { polyphony: 3 });
    assert.deepEqual(sounding(sound, [60, 64, 67, 72], 0.2 * rate), [60, 67, 72]);
  });

  test('then the oldest', async () => {
    const notes: PlayedNote[] = [60, 64, 67, 72].map((midi, index) => ({ midi, at: index * 0.05 }));
    const sound = await render('Synth', held, notes, 1, { polyphony: 3 });
    assert.deepEqual(sounding(sound, [60, 64, 67, 72], 0.3 * rate), [64, 67, 72]);
  });

  test('a chord over a full instrument keeps its own notes, though they have only begun', async () => {
    const slow = { ...held, 'envelope.attack': 0.05 };
    const notes: PlayedNote[] = [48, 52, 55, 72, 76, 79].map((midi, index) => ({
      midi,
      at: index < 3 ? 0 : 0.3,
    }));
    const sound = await render('Synth', slow, notes, 1.2, { polyphony: 3 });
    assert.deepEqual(sounding(sound, [48, 52, 55, 72, 76, 79], 0.5 * rate), [72, 76, 79]);
  });

  test('a stolen voice fades without a click', async () => {
    const notes: PlayedNote[] = [40, 43, 47, 50, 53].map((midi, index) => ({ midi, at: index * 0.0731 }));
    const sound = await render('Synth', held, notes, 0.6, { polyphony: 2 });
    let steepest = 0;
    for (let i = 1; i < sound.length; i++) steepest = Math.max(steepest, Math.abs(sound[i]! - sound[i - 1]!));
    // Three sines under 180 Hz move by 0.07 a sample at the very most; a cut would jump by up to 1.
    assert.ok(steepest < 0.08, `a step of ${steepest}`);
  });

  test('counts the voices it had to steal', async () => {
    const voices = await freshVoices();
    configure(voices, 0, 'Synth', held, 2);
    play(
      voices,
      0,
      [60, 62, 64, 65, 67].map((midi) => ({ midi, at: 0 })),
      256,
    );
    assert.equal(voices.activeVoices(0), 2);
    assert.equal(voices.stolenVoices(), 3);
    assert.equal(voices.stolenVoices(), 0);
  });

  test('reset silences a deck at once; another instrument does too; new parameters do not', async () => {
    const voices = await freshVoices();
    configure(voices, 3, 'Synth', held, 4);
    play(voices, 3, [{ midi: 60, at: 0 }], 256);
    configure(voices, 3, 'Synth', { ...held, oscillator: 'square' }, 4);
    assert.equal(voices.activeVoices(3), 1);
    configure(voices, 3, 'FMSynth', {}, 4);
    assert.equal(voices.activeVoices(3), 0);
    play(voices, 3, [{ midi: 60, at: 0 }], 256);
    voices.instrumentReset(3);
    assert.equal(voices.instrumentRender(3, voices.block.value, voices.otherBlock.value, 128), 0);
  });

  test('releaseAll ends every note; the deck then says that it is silent', async () => {
    const voices = await freshVoices();
    configure(voices, 0, 'Synth', held, 8);
    play(
      voices,
      0,
      [60, 64, 67].map((midi) => ({ midi, at: 0 })),
      1280,
    );
    voices.releaseAll(0, 5);
    play(voices, 0, [], rate / 10);
    assert.equal(voices.activeVoices(0), 0);
    assert.equal(voices.instrumentRender(0, voices.block.value, voices.otherBlock.value, 128), 0);
  });

  test('decks do not hear each other', async () => {
    const voices = await freshVoices();
    configure(voices, 0, 'Synth', held);
    configure(voices, 63, 'MetalSynth', {});
    const alone = await render('Synth', held, [{ midi: 60, at: 0 }], 0.1);
    play(voices, 63, [{ midi: 55, at: 0 }], 1000);
    assert.deepEqual(play(voices, 0, [{ midi: 60, at: 0 }], alone.length), alone);
  });
});

suite('the same bits', () => {
  const phrase: PlayedNote[] = [60, 64, 67, 64, 48, 71, 60, 55, 59, 62, 36, 84].map((midi, index) => ({
    midi,
    at: index * 0.0317,
    length: 0.05 + 0.013 * (index % 4),
    velocity: 0.4 + 0.05 * index,
  }));
  const cuts = [37, 91, 1, 5, 128, 64, 2, 3, 127];

  // What plays recordings has none here: sampler.test.ts brings some.
  for (const { name } of instruments.filter(({ sampled }) => !sampled)) {
    test(`${name} sounds the same however its blocks are cut`, async () => {
      for (const polyphony of [1, 3]) {
        const settings = name === 'FMSynth' ? { oscillator: 'sawtooth' } : {};
        const whole = await render(name, settings, phrase, 1, { polyphony });
        const cut = await render(name, settings, phrase, 1, { polyphony, blocks: cuts });
        assert.equal(
          cut.findIndex((value, index) => value !== whole[index]),
          -1,
        );
        assert.ok(peak(whole) > 0.05);
      }
    });
  }
});
