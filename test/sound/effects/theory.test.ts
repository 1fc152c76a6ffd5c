// The core's effects against theory: transfer functions, decays, ceilings, aliases and images; and against what a
// song should never ask for.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { effects } from '../../../src/vocabulary/effects.ts';
import { decaySeconds } from '../decay-seconds.ts';
import { levelDb, peak, spectrum } from '../voices/measure.ts';
import { CoreEffect, type Settings, through } from './core-effects.ts';
import { chance, impulse, noise, type Stereo, steps, stereo, tones, until } from './inputs.ts';

const rate = 48000;

suite('filters and their transfer functions', () => {
  const hertz = [20, 35, 80, 250, 700, 1000, 2500, 6000, 12000, 19000];

  for (const [name, settings, due] of [
    ['Highpass', { frequency: 250 }, (w: number) => butterworthHigh(w, 250)],
    ['Highpass', { frequency: 20 }, (w: number) => butterworthHigh(w, 20)],
    ['Filter', { frequency: 20, Q: 0 }, (w: number) => low(w, 20, 1)],
    [
      'Filter',
      { frequency: 15000, Q: 12, rolloff: '-96' },
      (w: number) => low(w, 15000, 10 ** (12 / 20)) ** 4,
    ],
    ['Filter', { frequency: 40, type: 'peaking', gain: -18, Q: 8 }, (w: number) => peaking(w, 40, 8, -18)],
    [
      'ParametricEQ',
      {
        'band2.type': 'bell',
        'band2.frequency': 3000,
        'band2.gain': 7,
        'band2.Q': 3,
        'band7.type': 'highpass',
        'band7.frequency': 35,
        'band7.Q': Math.SQRT1_2,
      },
      (w: number) => peaking(w, 3000, 3, 7) * butterworthHigh(w, 35),
    ],
    ['EQ3', {}, () => 1],
  ] as const) {
    test(`${name} ${JSON.stringify(settings)}`, async () => {
      const [response] = await through(name, settings, impulse(4));
      for (const frequency of hertz) {
        const found = gainDb(response, frequency);
        const wanted = 20 * Math.log10(due(2 * Math.tan((Math.PI * frequency) / rate)));
        if (wanted < -90) assert.ok(found < -80, `${frequency} Hz: ${found} dB`);
        else assert.ok(Math.abs(found - wanted) < 0.1, `${frequency} Hz: ${found} dB, not ${wanted}`);
      }
    });
  }

  test('three gains of an EQ3 add up to what they say, far from its crossovers', async () => {
    const [response] = await through('EQ3', { low: -6, mid: 3, high: 9 }, impulse(2));
    for (const [frequency, due] of [
      [20, -6],
      [1000, 3],
      [19000, 9],
    ] as const)
      assert.ok(
        Math.abs(gainDb(response, frequency) - due) < 1.2,
        `${frequency}: ${gainDb(response, frequency)}`,
      );
  });

  // Analogue prototypes at warped frequencies: what the bilinear transform makes of them.
  const warp = (hz: number): number => 2 * Math.tan((Math.PI * hz) / rate);
  const low = (w: number, hz: number, q: number): number => {
    const x = w / warp(hz);
    return 1 / Math.hypot(1 - x * x, x / q);
  };
  const butterworthHigh = (w: number, hz: number): number => {
    const x = w / warp(hz);
    return (x * x) / Math.hypot(1 - x * x, x * Math.SQRT2);
  };
  const peaking = (w: number, hz: number, q: number, db: number): number => {
    const x = w / warp(hz);
    const a = 10 ** (db / 40);
    return Math.hypot(1 - x * x, (x * a) / q) / Math.hypot(1 - x * x, x / (a * q));
  };
});

/** Gain at a frequency of what an impulse response is. */
function gainDb(response: Float32Array, hertz: number): number {
  let real = 0;
  let imaginary = 0;
  for (let i = 0; i < response.length; i++) {
    const angle = (2 * Math.PI * hertz * i) / rate;
    real += response[i]! * Math.cos(angle);
    imaginary -= response[i]! * Math.sin(angle);
  }
  return 20 * Math.log10(Math.hypot(real, imaginary) + 1e-12);
}

suite('rooms', () => {
  for (const decay of [0.2, 0.3, 0.4, 0.8, 1.5, 3, 6]) {
    test(`a reverb of ${decay} s falls by 60 dB in that time, within 5 %`, async () => {
      const sound = until(noise(decay * 1.2 + 0.5, 1), 0.01);
      const [left, right] = await through('Reverb', { decay, preDelay: 0 }, sound);
      const found = (decaySeconds(left, rate) + decaySeconds(right, rate)) / 2;
      if (process.env['CODETTA_FIGURES']) console.log(`      ${(found / decay).toFixed(4)}`);
      assert.ok(Math.abs(found / decay - 1) < 0.05, `${found.toFixed(3)} s`);
    });
  }

  test('rooms and echoes end: in numbers too, and never in numbers too small to be fast', async () => {
    for (const [name, settings] of [
      ['Reverb', { decay: 0.3 }],
      ['Freeverb', {}],
      ['JCReverb', {}],
      ['FeedbackDelay', { delayTime: 0.05, feedback: 0.3 }],
      ['PingPongDelay', { delayTime: 0.05, feedback: 0.3 }],
      ['Chorus', { feedback: 0.5 }],
      ['Phaser', {}],
      ['FrequencyShifter', { frequency: 5 }],
      ['Filter', { rolloff: '-96', Q: 20 }],
      ['AutoWah', {}],
    ] as const) {
      const [left] = await through(name, settings, until(noise(8), 0.05));
      const small = left.findIndex((value) => value !== 0 && Math.abs(value) < 1.2e-38);
      assert.equal(small, -1, `${name} has the number ${left[small]} at ${small}`);
      assert.equal(peak(left.subarray(-4800)), 0, `${name} never ends`);
    }
  });
});

suite('a convolver', () => {
  const room = (seconds: number): Stereo =>
    noise(seconds, 0.2).map((channel) =>
      channel.map((value, i) => value * Math.exp(-i / 9000)),
    ) as unknown as Stereo;

  test('answers a click with its response, at once, whole, each side its own', async () => {
    for (const seconds of [0.001, 0.02, 0.2, 1.3]) {
      const response = room(seconds);
      const effect = await CoreEffect.fresh('Convolver', { normalize: 'false' });
      effect.load(response);
      const out = effect.render(impulse(seconds + 0.3));
      for (const side of [0, 1] as const) {
        const off = response[side].map((value, i) => value - out[side][i]!);
        assert.ok(peak(off) < 1e-5, `${seconds} s: ${peak(off)} off`);
        assert.ok(peak(out[side].subarray(response[side].length)) < 1e-5, 'and nothing after it');
      }
    }
  });

  test('brings a response at another rate to its own', async () => {
    const tone = stereo(0.5, (time) => Math.sin(2 * Math.PI * 1000 * time) * Math.exp(-time * 20), 44100);
    const effect = await CoreEffect.fresh('Convolver', { normalize: 'false' });
    effect.load(tone, 44100);
    const [left] = effect.render(impulse(0.6));
    const due = stereo(
      0.5,
      (time) => (Math.sin(2 * Math.PI * 1000 * time) * Math.exp(-time * 20) * 44100) / 48000,
    );
    const off = due[0].map((value, i) => (i < 48 ? 0 : value - left[i]!));
    assert.ok(levelDb(off) < levelDb(due[0]) - 50, `${levelDb(off) - levelDb(due[0])} dB`);
  });

  test('is silent without a response, and forgets one that is taken away', async () => {
    const effect = await CoreEffect.fresh('Convolver');
    assert.equal(peak(effect.render(noise(0.1))[0]), 0);
    effect.load(room(0.1));
    assert.ok(peak(effect.render(noise(0.1))[0]) > 0.001);
    const none = new Float32Array(0);
    effect.load([none, none]);
    assert.equal(peak(effect.render(noise(0.1))[0]), 0);
  });
});

suite('what bends a wave adds no aliases', () => {
  for (const [name, settings, hertz, due] of [
    ['Distortion', { distortion: 0.07 }, 5003, -80],
    ['Distortion', { distortion: 0.4 }, 1245, -80],
    ['Distortion', { distortion: 1 }, 1245, -80],
    ['Distortion', { distortion: 0.4 }, 5003, -80],
    ['Distortion', { distortion: 1 }, 5003, -70],
    ['Chebyshev', { order: 5 }, 3217, -90],
    ['Chebyshev', { order: 20 }, 1245, -85],
    ['Chebyshev', { order: 10 }, 5003, -80],
    ['Chebyshev', { order: 20 }, 5003, -60],
  ] as const) {
    test(`${name} ${Object.values(settings)} of ${hertz} Hz: ${due} dB`, async () => {
      const size = 32768;
      // A whole number of turns in the window, so that nothing but the harmonics has a place of its own.
      const tone = (Math.round((hertz * size) / rate) * rate) / size;
      const [left] = await through(name, settings, tones(1.2, tone, tone, 0.9));
      const alias = besideDb(left, size, (bin) => bin % Math.round((tone * size) / rate), 20000);
      if (process.env['CODETTA_FIGURES']) console.log(`      ${alias.toFixed(1)} dB`);
      assert.ok(alias < due, `${alias.toFixed(1)} dB`);
    });
  }

  test('a pitch shifter has no images: a tone up and down stays a tone, with the pieces around it', async () => {
    for (const [hertz, pitch] of [
      [4000, 12],
      [9000, 5],
      [12000, -12],
      [7000, 24],
      [15000, 3],
    ] as const) {
      const size = 32768;
      const [left] = await through('PitchShift', { pitch }, tones(1.5, hertz, hertz, 0.5));
      const due = hertz * 2 ** (pitch / 12);
      const powers = spectrum(left, 20000, size);
      let [inside, outside] = [0, 0];
      powers.forEach((power, bin) => {
        if (bin < 20) return;
        if (due < 20000 && Math.abs((bin * rate) / size - due) < 1500) inside += power;
        else outside += power;
      });
      const tone = due < 20000 ? inside : 0.5 ** 2 / 8;
      const images = 10 * Math.log10(outside / tone);
      if (process.env['CODETTA_FIGURES']) console.log(`      ${hertz} by ${pitch}: ${images.toFixed(1)} dB`);
      assert.ok(images < -72, `${hertz} Hz by ${pitch}: ${images.toFixed(1)} dB`);
    }
  });

  test('a pitch shifter is in tune, up and down', async () => {
    for (const pitch of [-12, -5, 3, 7, 12]) {
      const size = 65536;
      const [left] = await through('PitchShift', { pitch, windowSize: 0.2 }, tones(2, 1000, 1000, 0.5));
      const powers = spectrum(left, 20000, size);
      const due = 1000 * 2 ** (pitch / 12);
      let [sum, weight] = [0, 0];
      powers.forEach((power, bin) => {
        const hertz = (bin * rate) / size;
        if (Math.abs(hertz - due) > 60) return;
        sum += hertz * power;
        weight += power;
      });
      const cents = 1200 * Math.log2(sum / weight / due);
      assert.ok(Math.abs(cents) < 3, `${pitch}: ${cents.toFixed(2)} cents`);
    }
  });

  test('a frequency shifter leaves the other side 44 dB down, as its network of all-passes does', async () => {
    for (const hertz of [100, 440, 5000]) {
      const [left] = await through('FrequencyShifter', { frequency: 37 }, tones(1.5, hertz, hertz));
      const other = gainDb(windowed(left), hertz - 37) - gainDb(windowed(left), hertz + 37);
      assert.ok(other < -44, `${hertz} Hz: ${other.toFixed(1)} dB`);
    }
  });
});

const windowed = (sound: Float32Array): Float32Array => {
  const part = sound.subarray(20000, 52768);
  return part.map((value, i) => value * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / part.length)));
};

/** Power up to `top` whose bin is not near a multiple, against the whole, in dB. */
function besideDb(
  sound: Float32Array,
  size: number,
  remainder: (bin: number) => number,
  top: number,
): number {
  const powers = spectrum(sound, 12000, size);
  const spacing = remainder(-1) === 0 ? 0 : period(remainder);
  let [beside, all] = [0, 0];
  for (let bin = 8; bin < (top * size) / rate; bin++) {
    const rest = remainder(bin);
    all += powers[bin]!;
    if (Math.min(rest, spacing - rest) > 5) beside += powers[bin]!;
  }
  return 10 * Math.log10(beside / all);
}

const period = (remainder: (bin: number) => number): number => {
  let bin = 1;
  while (remainder(bin) !== 0) bin++;
  return bin;
};

suite('ducking', () => {
  test('steps back by as much as asked while the other track plays, and comes back in the time asked', async () => {
    const tone = tones(1, 500, 500, 0.5);
    const kick = Float32Array.from({ length: rate }, (_, i) =>
      i > 9600 && i < 14400 ? Math.sin(i / 20) : 0,
    );
    const effect = await CoreEffect.fresh('Duck', { amount: 12, release: 0.2, attack: 0.005 });
    const [left] = effect.render(tone, kick);
    const level = (from: number): number => levelDb(left, from * rate, (from + 0.02) * rate) + 9.03;
    assert.ok(Math.abs(level(0.1)) < 0.1, 'untouched before');
    assert.ok(Math.abs(level(0.27) + 12) < 0.3, `${level(0.27)} dB while it plays`);
    // Of 12 dB 90 % are back 0.2 s after the hold of 25 ms.
    assert.ok(Math.abs(level(0.515) + 1.2) < 0.4, `${level(0.515)} dB after the release`);
    assert.ok(level(0.95) > -0.1, 'back at the end');
  });

  test('without a track to listen to it changes not a bit', async () => {
    const sound = noise(0.2);
    assert.deepEqual(await through('Duck', {}, sound), sound);
  });

  test('a compressor and a gate listen to the track that keys them', async () => {
    const soft = tones(0.6, 300, 300, 0.05);
    const loud = Float32Array.from({ length: soft[0].length }, (_, i) => Math.sin(i / 10));
    const compressor = await CoreEffect.fresh('Compressor', { threshold: -20, ratio: 20, knee: 0 });
    assert.ok(levelDb(compressor.render(soft, loud)[0], 20000) < levelDb(soft[0], 20000) - 15);
    const gate = await CoreEffect.fresh('Gate', { threshold: -10 });
    assert.ok(levelDb(gate.render(soft)[0]) < -100, 'shut for what is soft');
    assert.ok(levelDb(gate.render(soft, loud)[0], 20000) > levelDb(soft[0]) - 0.5, 'opened by the key');
  });
});

suite('whatever is asked of an effect', () => {
  const oddities = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    0,
    -1,
    1.5,
    30000,
    1e-30,
    1e30,
    -1e30,
  ];

  for (const { name, parameters } of effects) {
    test(`${name} stays finite and bounded, and sounds as ever when it is set right again`, async () => {
      const next = chance(5);
      const pick = (count: number): number => Math.min(count - 1, Math.floor(((next() + 1) / 2) * count));
      const effect = await CoreEffect.fresh(name);
      const sound = noise(0.03, 0.5);
      for (let turn = 0; turn < 40; turn++) {
        const settings: Settings = Object.fromEntries(
          parameters.flatMap((row): [string, number | string][] => {
            if (row.kind === 'number')
              return [
                [
                  row.path,
                  next() < 0
                    ? oddities[pick(oddities.length)]!
                    : row.min + (row.max - row.min) * ((next() + 1) / 2),
                ],
              ];
            return row.kind === 'choice' ? [[row.path, row.choices[pick(row.choices.length)]!]] : [];
          }),
        );
        effect.set(settings, { jump: turn % 3 === 0 });
        for (const channel of effect.render(sound)) {
          const wrong = channel.findIndex((value) => !(Math.abs(value) < 1e20));
          assert.equal(wrong, -1, `${JSON.stringify(settings)}: sample ${wrong} is ${channel[wrong]}`);
        }
      }
      const fresh = (await CoreEffect.fresh(name)).render(sound);
      effect.restart({});
      assert.deepEqual(effect.render(sound), fresh);
    });

    test(`${name} moves from setting to setting without a click`, async () => {
      const effect = await CoreEffect.fresh(name);
      const still = effect.render(tones(0.3, 200, 200));
      const moved: Record<string, number> = {};
      for (const row of parameters)
        if (row.kind === 'number' && !['stages', 'order', 'bits'].includes(row.path))
          moved[row.path] = row.default + (row.max - row.default) * 0.03;
      effect.set(moved);
      const [after] = effect.render(tones(0.1, 200, 200));
      const jumps = Math.max(
        ...Array.from(after.subarray(1, 256), (value, i) => Math.abs(value - after[i]!)),
      );
      const usual = Math.max(
        ...Array.from(still[0].subarray(8000), (value, i) =>
          Math.abs(value - (still[0][8000 + i - 1] ?? value)),
        ),
      );
      assert.ok(jumps < usual * 3 + 0.03, `${jumps.toFixed(4)} where ${usual.toFixed(4)} is usual`);
    });
  }

  test('a step of level shows the gain law, whichever way it is reached', async () => {
    const sound = steps([-30, -6], 0.5);
    const once = await through('Compressor', { threshold: -20, ratio: 4, knee: 0, attack: 0.01 }, sound);
    assert.ok(Math.abs(levelDb(once[0], 0.9 * rate, rate) - (-6 - 3.01 - 14 * 0.75)) < 0.3);
  });
});
