// What happens to an edit that makes the song jump: what its text tells is held down before it sounds, what only its sound
// tells from its first moments on, and what is the music's or a hand's own is let be.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { changesOf } from '../../../src/engine/live/changes.ts';
import { field, type SwapPoint, type ToWorklet } from '../../../src/engine/live/messages.ts';
import type { Program } from '../../../src/engine/program.ts';
import { block, Player, programFrom, rate } from './played.ts';

const decibels = (one: number, other: number): number => 10 * Math.log10(one / other);
const power = (sound: Float32Array): number => sound.reduce((all, one) => all + one * one, 0) / sound.length;

/** A beat, and over it what is edited. Bars of two seconds. */
const song = ({
  instrument = 'Synth { oscillator: sine, envelope.sustain: 100%, envelope.attack: 5ms, envelope.release: 20ms }',
  lead = 'level: -24dB',
  notes = '"a3*4"',
  room = 'reverb: 1s, level: -12dB',
  master = 'level: 0dB',
  drop = '',
} = {}): Program =>
  programFrom(`
song "Set" { tempo 120bpm }
instrument drum = MembraneSynth { octaves: 4, envelope.decay: 120ms }
instrument sound = ${instrument}
instrument big = Synth { oscillator: square, envelope.sustain: 100%, envelope.release: 20ms }
track kick { instrument: drum, level: -24dB }
track lead { instrument: sound, ${lead} }
track wall { instrument: big, level: -4dB }
bus room { ${room} }
master { ${master} }
section a 4 bars { kick: "c2*4", lead: ${notes} }
section b 4 bars { kick: "c2*4", lead: ${notes}${drop} }
arrange a b
`);

/** The player as the worklet asks it: a report 60 times a second. */
class Listened extends Player {
  /** The loudest fiftieth of a second among all that was heard, as power. */
  hearLoudest(seconds: number): number {
    let loudest = 0;
    for (let heard = 0; heard < seconds * rate; heard += block * 6) {
      loudest = Math.max(loudest, power(this.record((block * 6) / rate)));
      this.#db = Math.max(this.#db, this.now[field.swellDb]!);
    }
    return loudest;
  }

  #db = 0;

  /** The most that was told so far. */
  get told(): number {
    return this.#db;
  }
}

const playing = (program: Program): Listened => {
  const player = new Listened();
  player.say({ type: 'load', program });
  player.say({ type: 'transport', action: 'play' });
  return player;
};

interface Heard {
  /** In dB over what was heard before: at the first moments, and when all has come up. */
  readonly first: number;
  readonly last: number;
  readonly told: number;
}

function edited(
  before: Program,
  after: Program,
  { at = 'bar', before: act = [] }: { at?: SwapPoint; before?: readonly ToWorklet[] } = {},
): Heard {
  const player = playing(before);
  const was = player.hearLoudest(3.7);
  for (const message of act) player.say(message);
  player.say({ type: 'update', program: changesOf(after, new Set()).change, at });
  player.hearLoudest(0.4);
  const first = player.hearLoudest(0.5);
  player.hearLoudest(4);
  const last = player.hearLoudest(2);
  return { first: decibels(first, was), last: decibels(last, was), told: player.told };
}

suite('An edit that only its sound tells to be louder', () => {
  const harsh =
    'Synth { oscillator: square, envelope.sustain: 100%, envelope.attack: 1ms, envelope.release: 20ms }';
  const dull = `MonoSynth { oscillator: sawtooth, filter.rolloff: -48, filterEnvelope.baseFrequency: 20Hz, filterEnvelope.octaves: 0.1, envelope.sustain: 100%, envelope.attack: 5ms }`;
  const open = dull.replace('20Hz', '8kHz');
  const louder: Readonly<Record<string, readonly [Program, Program]>> = {
    'by another instrument': [
      song({ lead: 'level: -12dB', instrument: 'PluckSynth { dampening: 400Hz, resonance: 50% }' }),
      song({ lead: 'level: -12dB', instrument: harsh }),
    ],
    'by a filter that opens': [
      song({ instrument: dull, lead: 'level: -6dB' }),
      song({ instrument: open, lead: 'level: -6dB' }),
    ],
    'by the gain of a strip': [
      song({ lead: 'level: -20dB, eq: bell 220Hz 0dB 1' }),
      song({ lead: 'level: -20dB, eq: bell 220Hz 18dB 1' }),
    ],
    'by less of a compressor': [
      song({ lead: 'level: 0dB, compressor: -50dB 20:1' }),
      song({ lead: 'level: 0dB, compressor: 0dB 20:1' }),
    ],
    'on a bus': [
      song({ lead: 'level: -24dB, send room: 0dB', room: 'eq: bell 220Hz 0dB 1' }),
      song({ lead: 'level: -24dB, send room: 0dB', room: 'eq: bell 220Hz 18dB 1' }),
    ],
    'on the master': [
      song({ master: 'level: 0dB, eq: bell 220Hz 0dB 1' }),
      song({ master: 'level: 0dB, eq: bell 220Hz 18dB 1' }),
    ],
  };
  for (const [how, [before, after]] of Object.entries(louder))
    test(`${how} comes up over some seconds, and says by how much`, () => {
      const { first, last, told } = edited(before, after);
      const words = `first ${first.toFixed(1)} dB, last ${last.toFixed(1)} dB, told ${told.toFixed(1)} dB`;
      assert.ok(last > 7.5, words);
      // Not a second of the four has passed by then.
      assert.ok(first < 6 + (last - 6) / 4 + 1.5, words);
      assert.ok(Math.abs(told - last) < 4, words);
    });

  test('is held within a fiftieth of a second from where it sounds', () => {
    const [before, after] = louder['by a filter that opens']!;
    const player = playing(before);
    const was = player.hearLoudest(3.7);
    player.say({ type: 'update', program: changesOf(after, new Set()).change, at: 'bar' });
    // What is held comes up meanwhile: by no more than 16 dB in the four seconds.
    const over = Array.from({ length: 60 }, (_, at) => ({
      at,
      db: decibels(player.hearLoudest(1 / 60), was),
    })).filter(({ at, db }) => db > 7.5 + 4 * (at / 60));
    assert.ok(over.length <= 2, JSON.stringify(over));
  });

  test('by less than 6 dB is there at once', () => {
    const { first, told } = edited(
      song({ lead: 'level: -20dB, eq: bell 220Hz 0dB 1' }),
      song({ lead: 'level: -20dB, eq: bell 220Hz 4dB 1' }),
    );
    assert.equal(told, 0);
    assert.ok(first > 2, `${first}`);
  });

  test('a part that was to enter anyway enters as loud as it is', () => {
    const wall = ', wall: "[a2,e3,a3]*2"';
    const player = playing(song({ drop: wall }));
    const was = player.hearLoudest(7.5);
    // A harmless edit half a second before the drop; the notes of the lead are others in the drop.
    const after = song({ drop: wall, lead: 'level: -23.5dB', notes: '"a3*2"' });
    player.say({ type: 'update', program: changesOf(after, new Set()).change, at: 'bar' });
    player.hearLoudest(0.6);
    const drop = decibels(player.hearLoudest(0.5), was);
    assert.equal(player.told, 0);
    assert.ok(drop > 12, `${drop}`);
  });

  test('what a hand has moved there is not held when its text comes', () => {
    const at = { kind: 'track', index: 1 } as const;
    const { told } = edited(
      song({ lead: 'level: -20dB, eq: bell 220Hz 0dB 1' }),
      song({ lead: 'level: -20dB, eq: bell 220Hz 18dB 1' }),
      { before: [{ type: 'insert', ...at, insert: 0, slot: 2, value: 18 }] },
    );
    assert.equal(told, 0);
  });
});
