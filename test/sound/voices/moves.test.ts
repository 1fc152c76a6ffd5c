// Parameters that move while notes sound: they arrive, nothing clicks, and the bits do not depend on blocks.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { instrumentNamed } from '../../../src/vocabulary/instruments.ts';
import { configure, freshVoices, play, type Settings, type VoicesExports, write } from './core-voices.ts';
import { cents, frequencyOf, levelDb, peak } from './measure.ts';

const rate = 48000;

let voices: VoicesExports | undefined;

/** A held note whose parameters move at `at` samples, which is a block's start. */
async function moved(
  instrument: string,
  before: Settings,
  after: Settings,
  { at = 12800, samples = 25600, midi = 45, blocks = [128] as readonly number[] } = {},
): Promise<Float32Array> {
  voices ??= await freshVoices(rate);
  voices.instrumentReset(0);
  configure(voices, 0, instrument, before);
  const first = play(voices, 0, [{ midi, at: 0 }], at);
  write(voices, 0, instrument, after);
  voices.instrumentMove(0);
  const rest = play(voices, 0, [], samples - at, { blocks });
  const sound = new Float32Array(samples);
  sound.set(first);
  sound.set(rest, at);
  return sound;
}

/** The sharpest corner of the sound: what a click has and a tone has not. */
function corner(sound: Float32Array, from: number, to: number): number {
  let sharpest = 0;
  for (let i = from + 1; i < to - 1; i++) {
    sharpest = Math.max(sharpest, Math.abs(sound[i + 1]! - 2 * sound[i]! + sound[i - 1]!));
  }
  return sharpest;
}

// Sines, so that a click has nowhere to hide.
const plain: Readonly<Record<string, Settings>> = {
  Synth: { oscillator: 'sine', 'envelope.sustain': 1 },
  AMSynth: { modulation: 'sine', 'modulationEnvelope.attack': 0 },
  FMSynth: { modulation: 'sine', 'modulationEnvelope.attack': 0, modulationIndex: 2 },
  MonoSynth: { oscillator: 'sine', 'envelope.sustain': 1 },
  DuoSynth: { 'voice0.oscillator': 'sine', 'voice1.oscillator': 'sine' },
  MembraneSynth: { 'envelope.sustain': 1 },
};

suite('parameters that move while a note sounds', () => {
  for (const [instrument, settings] of Object.entries(plain)) {
    test(`${instrument}: a jump of any of them, either way, does not click`, async () => {
      for (const row of instrumentNamed(instrument)!.parameters) {
        if (row.kind !== 'number') continue;
        // Twenty octaves of cutoff in a block are a blow, and meant to be one.
        const low = row.path.endsWith('octaves') ? Math.max(row.min, -3) : row.min;
        const high = row.path.endsWith('octaves') ? Math.min(row.max, 3) : row.max;
        for (const [from, to] of [
          [low, high],
          [high, low],
        ] as const) {
          const sound = await moved(
            instrument,
            { ...settings, [row.path]: from },
            { ...settings, [row.path]: to },
          );
          const still = Math.max(corner(sound, 6400, 12700), corner(sound, 14000, 25600));
          // A jump would be a corner of up to 1; a way of 128 samples bends by a hundredth of what it covers.
          const bend = corner(sound, 12700, 14000);
          assert.ok(
            bend < 1.6 * still + 0.03 * Math.max(1, peak(sound)),
            `${row.path} from ${from} to ${to}: ${bend} where ${still} is still`,
          );
        }
      }
    });
  }

  test('the level arrives, and stays', async () => {
    const sound = await moved('Synth', plain['Synth']!, { ...plain['Synth'], volume: -12 });
    const drop = levelDb(sound, 6400, 12800) - levelDb(sound, 12800 + 256, 25600);
    assert.ok(Math.abs(drop - 12) < 0.1, `${drop} dB`);
  });

  test('the pitch arrives, and stays', async () => {
    const sound = await moved('Synth', plain['Synth']!, { ...plain['Synth'], detune: 700 });
    const due = 110 * 2 ** (7 / 12);
    assert.ok(Math.abs(cents(frequencyOf(sound, rate, due, 13000), due)) < 0.5);
  });

  test('a filter that is held follows its cutoff', async () => {
    const low = {
      ...plain['MonoSynth'],
      'filterEnvelope.octaves': 0,
      'filterEnvelope.baseFrequency': 40,
      'filter.rolloff': '-24',
    };
    const sound = await moved('MonoSynth', low, { ...low, 'filterEnvelope.baseFrequency': 4000 });
    assert.ok(levelDb(sound, 20000, 25600) - levelDb(sound, 8000, 12800) > 25);
  });

  test('a move is the same however its blocks are cut', async () => {
    for (const [instrument, settings] of Object.entries(plain)) {
      const to = { ...settings, detune: 200, volume: -9 };
      const whole = await moved(instrument, settings, to);
      const cut = await moved(instrument, settings, to, { blocks: [37, 91, 1, 5, 128, 3] });
      assert.equal(
        cut.findIndex((value, index) => value !== whole[index]),
        -1,
        instrument,
      );
    }
  });

  test('a deck that is silent has arrived when its next note starts', async () => {
    voices ??= await freshVoices(rate);
    voices.instrumentReset(0);
    configure(voices, 0, 'Synth', plain['Synth']);
    write(voices, 0, 'Synth', { ...plain['Synth'], volume: -20 });
    voices.instrumentMove(0);
    const sound = play(voices, 0, [{ midi: 69, at: 0 }], 9600);
    assert.ok(Math.abs(levelDb(sound, 1200, 9600) + 23) < 0.1);
  });
});
