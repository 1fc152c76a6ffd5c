// Whatever is put into the core's voices, nothing comes out as noise or NaN, and every note ends.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { instruments } from '../../../src/vocabulary/instruments.ts';
import { configure, freshVoices, play, type Settings, type VoicesExports } from './core-voices.ts';

const rate = 48000;
const held: Settings = {
  oscillator: 'sine',
  'envelope.attack': 0,
  'envelope.sustain': 1,
  'envelope.release': 0.01,
};

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
