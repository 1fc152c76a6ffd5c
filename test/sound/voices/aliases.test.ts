// Every oscillator of the vocabulary at the top of the keyboard, alone and bent or multiplied by another: what is
// heard is the note, its partials and the sidebands that stand on them, and aliases are 80 dB down.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { oscillatorTypes } from '../../../src/vocabulary/instruments/oscillator.ts';
import { render, type Settings } from './core-voices.ts';
import { spectrum } from './measure.ts';

const held = { 'envelope.attack': 0, 'envelope.sustain': 1, 'modulationEnvelope.attack': 0 };
const levels = '1 0.6 -0.4 0.3 0.2 0.15 0.1 0.1';
// Wavetables stand in wavetables.test.ts: they need a recording.
const types = oscillatorTypes.filter((type) => !type.endsWith('wavetable'));

const set = (instrument: string, part: string, type: string): Settings => ({
  ...(instrument === 'Synth' ? { 'envelope.attack': 0, 'envelope.sustain': 1 } : held),
  [part]: type,
  // Nearly on one pitch, or nearly still, where something else bends it too: else every sideband would be a cluster.
  ...(type.startsWith('fat') && instrument !== 'Synth' ? { [`${part}.spread`]: 0.05 } : {}),
  ...(type === 'pwm' ? { [`${part}.modulationFrequency`]: 0.01 } : {}),
  ...(type.endsWith('custom') ? { [`${part}.partials`]: levels } : {}),
});

suite('aliases of every oscillator at C8 are 80 dB down, to 20 kHz', function () {
  this.timeout(60_000);
  for (const type of types) {
    test(`${type}`, () => quiet('Synth', set('Synth', 'oscillator', type), type));
    for (const instrument of ['FMSynth', 'AMSynth']) {
      test(`${instrument} whose carrier is ${type}`, () =>
        quiet(instrument, set(instrument, 'oscillator', type), type));
      test(`${instrument} whose modulator is ${type}`, () =>
        quiet(instrument, set(instrument, 'modulation', type), type));
    }
  }
});

async function quiet(instrument: string, settings: Settings, type: string): Promise<void> {
  for (const sampleRate of [44100, 48000]) {
    const sound = await render(instrument, settings, [{ midi: 108, at: 0 }], 2, { sampleRate });
    const cents = type.startsWith('fat') && instrument === 'Synth' ? 10 : 0;
    // A modulator that bends itself drifts by the last bits of its phases, and the carrier by some Hz with it.
    const drift = settings['modulation'] === type && type.startsWith('fm') ? 50 : 0;
    const alias = besideDb(sound, sampleRate, cents, drift);
    if (process.env['CODETTA_FIGURES']) console.log(`      ${sampleRate} Hz: ${alias.toFixed(1)} dB`);
    assert.ok(alias < -80, `${alias.toFixed(1)} dB at ${sampleRate} Hz`);
  }
}

/**
 * Power to 20 kHz that is no partial and no sideband, against the whole. A modulator with a constant part puts its carrier
 * out of tune, here as in Tone.js, so lines stand to both sides of the multiples of C8, as far as the strongest does;
 * each is as wide as a unison of so many cents to a side, and as a drift of so many bins.
 */
function besideDb(sound: Float32Array, sampleRate: number, cents: number, drift: number): number {
  const size = 65536;
  const powers = spectrum(sound, 16000, size).subarray(0, Math.floor((20000 * size) / sampleRate));
  const spacing = (440 * 2 ** ((108 - 69) / 12) * size) / sampleRate;
  const fromMultiple = (bin: number): number => Math.abs(bin - Math.round(bin / spacing) * spacing);
  const strongest = powers.reduce((most, power, bin) => (power > powers[most]! ? bin : most), 0);
  const apart = fromMultiple(strongest) < 2 ? 0 : fromMultiple(strongest);
  let [partials, others] = [0, 0];
  powers.forEach((power, bin) => {
    // The window's main lobe is four bins to each side; the partials' skirts reach a little further.
    const reach = 6 + drift + bin * (2 ** (cents / 1200) - 1);
    if (Math.abs(fromMultiple(bin) - apart) < reach) partials += power;
    else if (bin > 8) others += power;
  });
  return 10 * Math.log10(others / partials);
}
