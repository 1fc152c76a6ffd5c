// The envelope, read off a steady sine: times, levels and curves are Tone.js's law, computed here anew.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { render, type Settings } from './core-voices.ts';

const rate = 48000;
// 3 kHz: a period is 16 samples, so an amplitude can be read 3,000 times a second.
const midi = 69 + 12 * Math.log2(3000 / 440);
const period = 16;

/** Amplitudes of a 3 kHz sine, one a period. */
async function amplitudes(
  settings: Settings,
  length: number | undefined,
  seconds: number,
  velocity = 1,
): Promise<(at: number) => number> {
  const note = { midi, at: 0, velocity, ...(length === undefined ? {} : { length }) };
  const sound = await render('Synth', { oscillator: 'sine', ...settings }, [note], seconds);
  return (at) => {
    const from = Math.round((at * rate) / period - 0.5) * period;
    let power = 0;
    for (let i = from; i < from + period; i++) power += sound[i]! ** 2;
    return Math.sqrt((2 * power) / period);
  };
}

/** Tone's "exponential" way from one level to another: an approach for nine tenths, then a line. */
function approach(from: number, to: number, length: number, at: number): number {
  const constant = Math.log(length + 1) / Math.log(200);
  const bent = (time: number): number => to + (from - to) * Math.exp(-time / constant);
  if (at < 0.9 * length) return bent(at);
  return at < length ? to + (bent(0.9 * length) - to) * (1 - (at - 0.9 * length) / (0.1 * length)) : to;
}

function near(value: number, expected: number, what: string): void {
  assert.ok(Math.abs(value - expected) < 0.004, `${what}: ${value.toFixed(4)}, due ${expected.toFixed(4)}`);
}

suite('the envelope of the voices', () => {
  test('a linear attack climbs in a straight line to the velocity', async () => {
    const at = await amplitudes({ 'envelope.attack': 0.3, 'envelope.sustain': 1 }, undefined, 0.5, 0.8);
    for (const time of [0.05, 0.1, 0.2, 0.29]) near(at(time), (0.8 * time) / 0.3, `at ${time} s`);
    near(at(0.4), 0.8, 'held');
  });

  test('an exponential attack approaches it, and arrives on time', async () => {
    const at = await amplitudes(
      { 'envelope.attack': 0.4, 'envelope.attackCurve': 'exponential', 'envelope.sustain': 1 },
      undefined,
      0.6,
    );
    for (const time of [0.02, 0.05, 0.1, 0.3, 0.38, 0.45])
      near(at(time), approach(0, 1, 0.4, time), `at ${time} s`);
  });

  test('an exponential decay falls to the sustain level by the same law', async () => {
    const at = await amplitudes(
      { 'envelope.attack': 0.01, 'envelope.decay': 0.5, 'envelope.sustain': 0.25 },
      undefined,
      0.8,
    );
    for (const time of [0.03, 0.06, 0.1, 0.2, 0.4])
      near(at(0.01 + time), approach(1, 0.25, 0.5, time), `${time} s into it`);
    near(at(0.7), 0.25, 'held');
  });

  test('a linear decay falls in a straight line', async () => {
    const at = await amplitudes(
      {
        'envelope.attack': 0.01,
        'envelope.decay': 0.4,
        'envelope.decayCurve': 'linear',
        'envelope.sustain': 0.5,
      },
      undefined,
      0.6,
    );
    for (const time of [0.1, 0.2, 0.3]) near(at(0.01 + time), 1 - (0.5 * time) / 0.4, `${time} s into it`);
  });

  test('a release falls from where the note stood, in the middle of its attack too', async () => {
    const settings = { 'envelope.attack': 0.4, 'envelope.sustain': 1, 'envelope.release': 0.5 };
    const at = await amplitudes(settings, 0.2, 1);
    for (const time of [0.02, 0.05, 0.1, 0.3])
      near(at(0.2 + time), approach(0.5, 0, 0.5, time), `${time} s into it`);
    near(at(0.71), 0, 'after it');
    const line = await amplitudes({ ...settings, 'envelope.releaseCurve': 'linear' }, 0.2, 1);
    near(line(0.45), 0.25, 'half-way down a line');
  });

  test('a sustain of 0 is silence after the decay, and the voice ends', async () => {
    const sound = await render(
      'Synth',
      { 'envelope.attack': 0.01, 'envelope.decay': 0.1, 'envelope.sustain': 0 },
      [{ midi, at: 0 }],
      0.3,
    );
    const last = sound.findLastIndex((value) => value !== 0);
    assert.ok(Math.abs(last / rate - 0.11) < 0.001, `ends at ${last / rate} s`);
  });

  test('what has fallen under -100 dB has ended, long before a long release is over', async () => {
    const sound = await render(
      'Synth',
      { 'envelope.sustain': 1, 'envelope.release': 20 },
      [{ midi, at: 0, length: 0.1 }],
      10,
    );
    const last = sound.findLastIndex((value) => value !== 0);
    const due = 0.1 + (Math.log(1e5) * Math.log(21)) / Math.log(200);
    assert.ok(Math.abs(last / rate - due) < 0.01, `ends at ${last / rate} s, due ${due}`);
  });

  test('a second note on one voice climbs from where the first stood, in what is left of the attack', async () => {
    const settings = {
      oscillator: 'sine',
      'envelope.attack': 0.2,
      'envelope.sustain': 0.5,
      'envelope.decay': 0.1,
      'envelope.decayCurve': 'linear',
    };
    const notes = [
      { midi, at: 0 },
      { midi, at: 0.5 },
    ];
    const sound = await render('Synth', settings, notes, 1);
    const level = (at: number): number => {
      let power = 0;
      const from = Math.round((at * rate) / period) * period;
      for (let i = from; i < from + period; i++) power += sound[i]! ** 2;
      return Math.sqrt((2 * power) / period);
    };
    near(level(0.49), 0.5, 'held');
    near(level(0.55), 0.75, 'half-way up');
    near(level(0.6), 1, 'at the top');
  });
});
