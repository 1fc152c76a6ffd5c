// Notes on the core's voices: they start on their sample, end by their handle, take each other's voices by
// rule, and nothing that is put into them comes out as noise or NaN.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { instruments } from '../../../src/vocabulary/instruments.ts';
import {
  configure,
  freshVoices,
  type PlayedNote,
  play,
  render,
  type Settings,
  type VoicesExports,
} from './core-voices.ts';
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

suite('hostile input', () => {
  const oddities = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    0,
    -1,
    1e-30,
    1e30,
    -1e30,
    0.5,
    3,
  ];

  test('notes that can not sound are silent, and their handles still work', async () => {
    const voices = await freshVoices();
    configure(voices, 0, 'Synth', held, 4);
    for (const pitch of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e30, -1e30, 200]) {
      const handle = voices.noteOn(0, pitch, 1, 0, 0, 0);
      assert.notEqual(handle, 0);
      voices.noteOff(0, handle, 5);
    }
    for (const velocity of [Number.NaN, 0, -1, Number.NEGATIVE_INFINITY])
      voices.noteOn(0, 60, velocity, 0, 0, 0);
    assert.equal(voices.instrumentRender(0, voices.block.value, voices.otherBlock.value, 128), 0);
    assert.equal(voices.activeVoices(0), 0);
  });

  test('no parameters give NaN or a sound without bounds', async () => {
    const voices = await freshVoices();
    const next = chance(7);
    const pick = (): number => oddities[Math.floor(next() * oddities.length)]!;
    for (let kind = 0; kind < instruments.length; kind++) {
      for (let turn = 0; turn < 150; turn++) {
        const slots = new Float32Array(voices.memory.buffer, voices.instrumentParameters(1), 256);
        instruments[kind]!.parameters.forEach((row, slot) => {
          slots[slot] =
            next() < 0.4 || row.kind === 'choice' ? pick() : row.min + next() * (row.max - row.min);
        });
        voices.instrumentConfigure(1, kind, Math.floor(next() * 5));
        const notes = Array.from({ length: 4 }, (_, index) => ({
          midi: 20 + next() * 110,
          at: index * 0.004,
          length: 0.005,
          velocity: 1,
        }));
        checkBounded(play(voices, 1, notes, 2000), `${instruments[kind]!.name}, turn ${turn}`);
      }
    }
  });

  test('a flood of notes in one block plays what it can, and every note ends', async () => {
    const voices = await freshVoices();
    configure(voices, 0, 'Synth', held, 32);
    flood(voices, 1000);
    voices.releaseAll(0, 0);
    play(voices, 0, [], rate / 5);
    assert.equal(voices.activeVoices(0), 0);
  });

  test('10,000 notes at once, over all decks and instruments: finite, bounded, and all end', async () => {
    const voices = await freshVoices();
    const decks = 40;
    const sounds: Float32Array[] = [];
    for (let deck = 0; deck < decks; deck++) {
      configure(voices, deck, instruments[deck % instruments.length]!.name, {}, 32);
      const handles = Array.from({ length: 250 }, (_, index) =>
        voices.noteOn(deck, 24 + (index % 84), 1, 0, index % 128, index),
      );
      for (const handle of handles) voices.noteOff(deck, handle, 127);
      sounds.push(play(voices, deck, [], 4800));
    }
    for (const [deck, sound] of sounds.entries()) checkBounded(sound, `deck ${deck}`);
    assert.ok(voices.stolenVoices() > 5000);
    for (let deck = 0; deck < decks; deck++) {
      assert.ok(voices.activeVoices(deck) <= 32);
      play(voices, deck, [], 22 * rate);
      assert.equal(voices.activeVoices(deck), 0);
    }
  });

  test('notes of no length end at once, and leave no voice behind', async () => {
    for (const { name } of instruments) {
      const voices = await freshVoices();
      configure(voices, 0, name, {}, 4);
      for (const frame of [0, 1, 64, 127]) voices.noteOff(0, voices.noteOn(0, 60, 1, 0, frame, 7), frame);
      checkBounded(play(voices, 0, [], rate), name);
      play(voices, 0, [], 22 * rate);
      assert.equal(voices.activeVoices(0), 0, name);
    }
  });

  test('ends of notes long gone do not crowd out the end of one that sounds', async () => {
    const voices = await freshVoices();
    configure(voices, 0, 'Synth', held, 2);
    const gone = Array.from({ length: 1000 }, () => voices.noteOn(0, 60, 0, 0, 0, 0));
    const kept = voices.noteOn(0, 60, 1, 0, 0, 0);
    play(voices, 0, [], 128);
    for (const handle of [...gone, kept]) voices.noteOff(0, handle, 0);
    play(voices, 0, [], rate / 5);
    assert.equal(voices.activeVoices(0), 0);
  });

  test('handles that never were, blocks of one frame, decks that were never set: nothing happens', async () => {
    const voices = await freshVoices();
    voices.noteOff(5, 12345, 0);
    voices.noteOn(5, 60, 1, 0, 0, 0);
    voices.instrumentConfigure(5, 99, 1);
    checkBounded(
      play(voices, 5, [{ midi: 60, at: 0 }], 300, { blocks: [1] }),
      'a deck without an instrument',
    );
  });

  function flood(voices: VoicesExports, notes: number): void {
    const handles = Array.from({ length: notes }, (_, index) =>
      voices.noteOn(0, 40 + (index % 40), 0.2, 0, index % 128, 0),
    );
    for (const handle of handles) voices.noteOff(0, handle, 127);
    checkBounded(play(voices, 0, [], 256), 'the flood');
  }

  function checkBounded(sound: Float32Array, where: string): void {
    // Four filters in series at the most resonance there is make a note 120 dB louder, as they do in Tone.js.
    const wrong = sound.findIndex((value) => !(Math.abs(value) < 1e7));
    assert.equal(wrong, -1, `${where}: sample ${wrong} is ${sound[wrong]}`);
  }

  /** A small generator, so that every run tries the same. */
  function chance(seed: number): () => number {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 4294967296;
    };
  }
});
