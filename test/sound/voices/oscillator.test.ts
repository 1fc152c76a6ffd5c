// The core's oscillators: in tune, at Web Audio's levels, and without aliases.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { render, type Settings } from './core-voices.ts';
import { cents, frequencyOf, levelDb, peak, spectrum } from './measure.ts';

const steady = { 'envelope.attack': 0, 'envelope.sustain': 1 };
const hertz = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);

suite('the oscillators of the voices', () => {
  for (const sampleRate of [44100, 48000, 96000]) {
    test(`in tune within a tenth of a cent at ${sampleRate} Hz, from E1 to C9`, async () => {
      for (const midi of [28, 40.5, 57, 60.25, 69, 81, 99, 120]) {
        const sound = await render('Synth', { ...steady, oscillator: 'sine' }, [{ midi, at: 0 }], 0.5, {
          sampleRate,
        });
        const measured = frequencyOf(sound, sampleRate, hertz(midi), 1000);
        assert.ok(
          Math.abs(cents(measured, hertz(midi))) < 0.1,
          `${midi}: ${cents(measured, hertz(midi))} cents`,
        );
      }
    });
  }

  test('detune is in cents', async () => {
    // A filter that moves would turn the phase, and so the pitch, of what goes through it.
    const still = { Synth: {}, FMSynth: { modulationIndex: 0 }, MonoSynth: { 'filterEnvelope.octaves': 0 } };
    for (const [instrument, settings] of Object.entries(still)) {
      const sound = await render(
        instrument,
        { ...steady, oscillator: 'sine', detune: 35, ...settings },
        [{ midi: 69, at: 0 }],
        0.5,
      );
      const due = hertz(69.35);
      const off = cents(frequencyOf(sound, 48000, due, 1000), due);
      assert.ok(Math.abs(off) < 0.1, `${instrument}: ${off} cents off`);
    }
  });

  test('a membrane comes to rest on its note', async () => {
    const sound = await render('MembraneSynth', steady, [{ midi: 33, at: 0 }], 0.6);
    assert.ok(Math.abs(cents(frequencyOf(sound, 48000, 55, 6000), 55)) < 0.5);
  });

  // Levels of a sine of amplitude 1, and of the shapes that Web Audio scales by their overshoot.
  for (const [oscillator, due] of [
    ['sine', -3.01],
    ['square', -1.44],
    ['sawtooth', -6.22],
    ['triangle', -4.77],
    ['pulse', -0.18],
  ] as const) {
    test(`a ${oscillator} is at ${due} dB`, async () => {
      const level = levelDb(await render('Synth', { ...steady, oscillator }, [{ midi: 45, at: 0 }], 1));
      assert.ok(Math.abs(level - due) < 0.08, `${level}`);
    });
  }

  for (const oscillator of ['sawtooth', 'square', 'pulse', 'triangle']) {
    test(`a ${oscillator} at C7 has its aliases 80 dB down, to 20 kHz`, async () => {
      const alias = await aliasDb(oscillator, 96, 48000);
      assert.ok(alias < -80, `${alias} dB`);
    });
  }

  test('aliases stay down over the whole keyboard, at 44.1 kHz', async () => {
    for (const oscillator of ['sawtooth', 'square'])
      for (const midi of [21, 24, 31, 37, 43, 45, 52, 66, 79, 91, 103, 108, 115]) {
        const alias = await aliasDb(oscillator, midi, 44100);
        assert.ok(alias < -80, `${oscillator} at ${midi}: ${alias} dB`);
      }
  });

  // Of what bends and multiplies waves, with pitches that keep to partials of the note.
  const settled = { 'modulationEnvelope.attack': 0 };
  for (const [name, instrument, settings] of [
    ['FMSynth', 'FMSynth', settled],
    ['FMSynth bent by a sine', 'FMSynth', { ...settled, modulation: 'sine' }],
    ['fmsine', 'Synth', { oscillator: 'fmsine' }],
    ['AMSynth', 'AMSynth', settled],
    ['AMSynth, squares by squares', 'AMSynth', { ...settled, oscillator: 'square' }],
    ['amsawtooth', 'Synth', { oscillator: 'amsawtooth' }],
    ['pulse', 'Synth', { oscillator: 'pulse' }],
    ['sawtooth', 'Synth', { oscillator: 'sawtooth' }],
    ['square', 'Synth', { oscillator: 'square' }],
    ['sine8', 'Synth', { oscillator: 'sine8' }],
  ] as const) {
    test(`${name} at C6 and C8 has its aliases 80 dB down, to 20 kHz`, async () => {
      for (const sampleRate of [44100, 48000])
        for (const midi of [84, 108]) {
          const alias = await aliasDb(name, midi, sampleRate, instrument, settings);
          assert.ok(alias < -80, `${midi} at ${sampleRate} Hz: ${alias} dB`);
        }
    });
  }

  test('a fat oscillator is as many as it says, as far apart as it says', async () => {
    const settings = { ...steady, oscillator: 'fatsine', 'oscillator.count': 3, 'oscillator.spread': 200 };
    const sound = await render('Synth', settings, [{ midi: 69, at: 0 }], 2);
    const size = 65536;
    const powers = spectrum(sound, 1000, size);
    for (const [offset, due] of [
      [-100, 1],
      [-50, 0],
      [0, 1],
      [50, 0],
      [100, 1],
    ] as const) {
      const bin = Math.round((hertz(69 + offset / 100) * size) / 48000);
      const level = 10 * Math.log10(powers.subarray(bin - 5, bin + 6).reduce((sum, power) => sum + power, 0));
      assert.equal(level > -40 ? 1 : 0, due, `${offset} cents: ${level} dB`);
    }
  });

  test('so many partials by the word, or by their count, or by their levels', async () => {
    const notes = [{ midi: 45, at: 0 }];
    const byWord = await render('Synth', { ...steady, oscillator: 'square5' }, notes, 0.1);
    const byCount = await render(
      'Synth',
      { ...steady, oscillator: 'square', 'oscillator.partialCount': 5 },
      notes,
      0.1,
    );
    assert.deepEqual(byCount, byWord);
    const levels = '1 0 0.33333333 0 0.2';
    const byLevels = await render('Synth', { ...steady, 'oscillator.partials': levels }, notes, 0.1);
    assert.ok(levelDb(byLevels.map((value, index) => value - byWord[index]!)) - levelDb(byWord) < -100);
  });

  test('plucked strings are in tune, from the lowest to the highest', async () => {
    const settings = { resonance: 0.9995, dampening: 12000 };
    for (const midi of [28, 40, 45.3, 57, 69, 81, 96, 105]) {
      const sound = await render('PluckSynth', settings, [{ midi, at: 0 }], 2);
      const off = cents(frequencyOf(sound, 48000, hertz(midi), 40000), hertz(midi));
      assert.ok(Math.abs(off) < 1, `${midi}: ${off} cents off`);
    }
  });

  test('a saw keeps its partials up to 19 kHz', async () => {
    const size = 65536;
    const sound = await render('Synth', { ...steady, oscillator: 'sawtooth' }, [{ midi: 45, at: 0 }], 2);
    const powers = spectrum(sound, 1000, size);
    const partialDb = (n: number): number => {
      const bin = Math.round((110 * n * size) / 48000);
      return 10 * Math.log10(powers.subarray(bin - 5, bin + 6).reduce((sum, power) => sum + power, 0));
    };
    for (const n of [2, 10, 50, 100, 170]) {
      const off = partialDb(n) - partialDb(1) + 20 * Math.log10(n);
      assert.ok(Math.abs(off) < 0.3, `partial ${n} is ${off} dB off`);
    }
  });

  test('no waveform goes far over full scale', async () => {
    for (const oscillator of ['sine', 'square', 'sawtooth', 'triangle']) {
      const most = peak(await render('Synth', { ...steady, oscillator }, [{ midi: 57, at: 0 }], 0.5));
      assert.ok(most <= 1.01, `${oscillator}: ${most}`);
    }
  });
});

/** Power up to 20 kHz that is no partial of the note, against the whole, in dB. */
async function aliasDb(
  oscillator: string,
  midi: number,
  sampleRate: number,
  instrument = 'Synth',
  settings: Settings = { oscillator },
): Promise<number> {
  const size = 65536;
  const sound = await render(instrument, { ...steady, ...settings }, [{ midi, at: 0 }], 2, { sampleRate });
  const powers = spectrum(sound, 1000, size);
  const spacing = (hertz(midi) * size) / sampleRate;
  const last = Math.floor((20000 * size) / sampleRate);
  let partials = 0;
  let others = 0;
  for (let bin = 8; bin <= last; bin++) {
    const nearest = Math.round(bin / spacing);
    // The window's main lobe is four bins to each side; the partials' skirts reach a little further.
    if (Math.abs(bin - nearest * spacing) < 6) partials += powers[bin]!;
    else others += powers[bin]!;
  }
  return 10 * Math.log10(others / partials);
}
