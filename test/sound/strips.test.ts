// Strips against the laws they follow: fader, highpass, EQ3, compressor, sends, meters.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { meterFields } from '../../src/engine/core/core.ts';
import type { Program } from '../../src/engine/program.ts';
import { tone } from './held-tone.ts';
import { coreWith, cut, decibels, hashOfSound, listen, peak, play, rms, toneLevel } from './listen.ts';
import { near } from './near.ts';
import { midiOf, organ, type ProgramSpec, programOf, square, type TrackSpec } from './programs.ts';

/** Level of a tone through a strip, in dB over the same tone without it. */
function gainAt(hertz: number, strip: Record<string, number>): number {
  const level = (set: Record<string, number>): number =>
    toneLevel(cut(listen(programOf({ tracks: [tone(hertz, { strip: set })] }), 1.5), 0.5, 1.5).left, hertz);
  return decibels(level(strip) / level({}));
}

suite('Strips', () => {
  test('silence in, silence out', () => {
    const { left, right } = listen(
      programOf({ tracks: [tone(440, { notes: [] })], buses: [{ 'Reverb.decay': 2 }] }),
      0.5,
    );
    assert.equal(peak(left), 0);
    assert.equal(peak(right), 0);
  });

  test('the fader is a linear gain, and 0 is silence', () => {
    near(gainAt(440, { level: 0.25 }), -12.041, 0.01, 'a quarter');
    assert.equal(peak(listen(programOf({ tracks: [tone(440, { strip: { level: 0 } })] }), 1).left), 0);
  });

  test('the highpass is a Butterworth of 12 dB an octave, down to 20 Hz', () => {
    for (const [cutoff, hertz] of [
      [20, 30],
      [250, 62.5],
      [250, 250],
      [250, 1000],
      [4000, 1000],
    ] as const) {
      const ratio = Math.tan((Math.PI * hertz) / 48_000) / Math.tan((Math.PI * cutoff) / 48_000);
      const expected = decibels(ratio ** 2 / Math.sqrt(1 + ratio ** 4));
      near(
        gainAt(hertz, { 'Highpass.frequency': cutoff }),
        expected,
        0.15,
        `${hertz} Hz through ${cutoff} Hz`,
      );
    }
  });

  test('EQ3 at 0 dB changes no level, also where its bands meet', () => {
    for (const hertz of [50, 200, 400, 700, 1000, 2500, 6000, 12000])
      near(gainAt(hertz, { 'EQ3.low': 0 }), 0, 0.02, `${hertz} Hz`);
  });

  test('EQ3 bands follow their Linkwitz-Riley crossovers', () => {
    // Of a crossover at f with x = hertz / f: low 1/(1+x²), high x²/(1+x²), all in phase but for all-passes.
    const expected = (hertz: number, low: number, mid: number, high: number): number => {
      const warped = (f: number): number =>
        Math.tan((Math.PI * hertz) / 48000) / Math.tan((Math.PI * f) / 48000);
      // H = A2 L1 gl - H1 L2 gm + H1 H2 gh, as complex numbers of one-poles p = 1/(1+jx).
      const one = (x: number): [number, number] => [1 / (1 + x * x), -x / (1 + x * x)];
      const times = (a: [number, number], b: [number, number]): [number, number] => [
        a[0] * b[0] - a[1] * b[1],
        a[0] * b[1] + a[1] * b[0],
      ];
      const not = (a: [number, number]): [number, number] => [1 - a[0], -a[1]];
      const [p1, p2] = [one(warped(400)), one(warped(2500))];
      const allPass: [number, number] = [2 * p2[0] - 1, 2 * p2[1]];
      const parts = [
        times(allPass, times(p1, p1)),
        times(times(not(p1), not(p1)), times(p2, p2)),
        times(times(not(p1), not(p1)), times(not(p2), not(p2))),
      ];
      const gains = [low, -mid, high];
      return decibels(
        Math.hypot(
          ...[0, 1].map((part) => parts.reduce((sum, value, i) => sum + gains[i]! * value[part]!, 0)),
        ),
      );
    };
    for (const hertz of [40, 200, 400, 1000, 2500, 9000]) {
      near(
        gainAt(hertz, { 'EQ3.low': -12, 'EQ3.mid': 3, 'EQ3.high': 6 }),
        expected(hertz, 10 ** (-12 / 20), 10 ** (3 / 20), 10 ** (6 / 20)),
        0.1,
        `${hertz} Hz`,
      );
    }
  });

  test('EQ3 reaches its gains an octave and a half off the crossovers', () => {
    near(gainAt(60, { 'EQ3.low': -6 }), -6, 0.3, 'lows');
    near(gainAt(1000, { 'EQ3.mid': 6 }), 6, 1.5, 'mids');
    near(gainAt(14000, { 'EQ3.high': 6 }), 6, 0.3, 'highs');
  });

  test('the compressor follows threshold, ratio and knee', () => {
    // A square wave has its peak everywhere, so that the law can be read off its level; slow enough a
    // compressor overlooks the ripple at its edges.
    const through = (strip: Record<string, number>, velocity: number): { input: number; output: number } => {
      const track = (set: Record<string, number>): TrackSpec =>
        tone(50, {
          set: { ...organ, oscillator: square },
          strip: { pan: -1, ...set },
          notes: [{ at: 0, for: 1.9, midi: midiOf(50), velocity }],
        });
      const level = (set: Record<string, number>): number =>
        decibels(rms(cut(listen(programOf({ tracks: [track(set)] }), 1.5), 1, 1.5).left));
      return {
        input: level({}),
        output: level({ 'Compressor.attack': 0.1, 'Compressor.release': 0.1, ...strip }),
      };
    };
    for (const [threshold, ratio, knee] of [
      [-24, 4, 0],
      [-30, 2, 20],
      [-40, 12, 10],
    ] as const) {
      const { input, output } = through(
        { 'Compressor.threshold': threshold, 'Compressor.ratio': ratio, 'Compressor.knee': knee },
        0.2,
      );
      const over = input - threshold;
      const bent = over <= 0 ? 0 : over < knee ? (over * over) / (2 * knee) : over - knee / 2;
      near(output, input - bent * (1 - 1 / ratio), 0.4, `${threshold} dB ${ratio}:1 knee ${knee}`);
    }
    const { input, output } = through({ 'Compressor.threshold': 0, 'Compressor.makeup': 6 }, 0.2);
    near(output - input, 6, 0.05, 'make-up under the threshold');
  });

  test('the compressor takes its attack and its release', () => {
    const program = programOf({
      tracks: [
        tone(1000, {
          strip: {
            'Compressor.threshold': -40,
            'Compressor.ratio': 20,
            'Compressor.knee': 0,
            'Compressor.attack': 0.1,
            'Compressor.release': 0.4,
          },
          notes: [
            { at: 0, for: 1, midi: midiOf(1000), velocity: 0.3 },
            { at: 1, for: 1, midi: midiOf(1000), velocity: 0.003 },
          ],
        }),
      ],
    });
    const { left } = listen(program, 2);
    const at = (seconds: number): number =>
      decibels(toneLevel(left.subarray((seconds - 0.01) * 48000, (seconds + 0.01) * 48000), 1000));
    const fall = at(0.02) - at(0.9);
    near((at(0.02) - at(0.12)) / fall, 0.9, 0.12, 'share of the reduction after the attack');
    near((at(1.4) - at(1.05)) / (at(1.95) - at(1.05)), 0.9, 0.12, 'share of the recovery after the release');
  });

  test('an empty strip changes no bit', () => {
    // Far left, with the fader at 0 dB: what the instrument gives is what comes out.
    const sound = listen(programOf({ tracks: [tone(440, { strip: { pan: -1 } })] }), 1);
    const bare = listen(
      programOf({ tracks: [tone(440, { strip: { pan: -1, level: 0 }, preSends: [1] })], buses: [{}] }),
      1,
    );
    assert.ok(peak(sound.left) > 0.3);
    assert.equal(hashOfSound(sound), hashOfSound(bare));
  });

  test('a send is taken after the fader', () => {
    const level = (fader: number, send: number): number =>
      rms(
        cut(
          listen(
            programOf({ tracks: [tone(440, { strip: { level: fader }, sends: [send] })], buses: [{}] }),
            1,
          ),
          0.5,
          1,
        ).left,
      );
    near(level(0.5, 1) / level(0.5, 0), 2, 1e-3, 'send of 0 dB doubles');
    near(level(0, 1), 0, 0, 'a closed fader sends nothing');
  });

  test('a send before the fader stays while the fader closes, but not while the strip is muted', () => {
    const level = (strip: Record<string, number>): number =>
      rms(
        cut(listen(programOf({ tracks: [tone(440, { strip, preSends: [0.5] })], buses: [{}] }), 1), 0.5, 1)
          .left,
      );
    const open = level({ level: 0 });
    near(decibels(level({ level: 1 }) / open), decibels(3), 1e-3, 'the fader adds twice what is sent');
    near(level({ level: 0, open: 0 }), 0, 0, 'muted');
    near(level({ level: 0, pan: 1 }), 0, 1e-6, 'the pan counts: nothing on the left');
  });

  test('a bus sends into a bus, wherever it stands among them', () => {
    const level = (gain: number): number => {
      const onward = { sends: [gain], strip: { level: 0.5 } };
      const tracks = [tone(440, { strip: { level: 0.2 }, sends: [0, 0, 1] })];
      const program = programOf({ tracks, buses: [{ level: 1 }, {}, onward] });
      return rms(cut(listen(program, 1), 0.5, 1).left);
    };
    // Track 1, its bus 0.5, and what that passes on after its fader.
    near(level(1) / level(0), 2 / 1.5, 1e-4, 'as loud again as the bus');
  });

  test('effects sound in the order they stand in', () => {
    const strip = (first: Record<string, number>, second: Record<string, number>) => ({
      ...first,
      ...second,
    });
    const lows = { 'EQ3.low': -40 };
    const compressor = { 'Compressor.threshold': -40, 'Compressor.ratio': 20, 'Compressor.knee': 0 };
    // Lows that are cut before the compressor leave it little to turn down.
    const cutFirst = gainAt(100, strip(lows, compressor));
    const cutLast = gainAt(100, strip(compressor, lows));
    assert.ok(cutFirst > cutLast + 10, `${cutFirst.toFixed(1)} and ${cutLast.toFixed(1)} dB`);
  });

  test('a compressor listens to another track, before its fader, and to none that is muted', () => {
    const level = (kick: Record<string, number>, key: Record<string, number>): number => {
      const program = programOf({
        tracks: [
          tone(100, { name: 'kick', strip: { level: 0, ...kick } }),
          tone(440, {
            strip: { 'Compressor.threshold': -30, 'Compressor.ratio': 10, 'Compressor.knee': 0, ...key },
          }),
        ],
      });
      return toneLevel(cut(listen(program, 1.5), 0.5, 1.5).left, 440);
    };
    const turned = decibels(level({}, { 'Compressor.key': 0 }) / level({}, {}));
    // The two tones are as loud as each other: the compressor does to one what it would do to itself.
    near(turned, 0, 0.3, 'as if it heard itself');
    const free = decibels(level({ open: 0 }, { 'Compressor.key': 0 }) / level({}, {}));
    assert.ok(free > 10, `not turned down by a muted track: ${free.toFixed(1)} dB`);
  });

  test('what looks ahead is met in time by what does not, over any way', () => {
    const click = tone(1000, { strip: { pan: -1, level: 0.1 }, notes: [{ at: 0.5, for: 0.005, midi: 90 }] });
    const ahead = { 'Limiter.threshold': 0 };
    const begin = (samples: Float32Array): number => samples.findIndex((sample) => Math.abs(sample) > 1e-5);
    const alone = begin(listen(programOf({ tracks: [click] }), 1).left);
    const ways: readonly ProgramSpec[] = [
      { tracks: [click, { ...click, strip: { pan: 1, level: 0.1, ...ahead } }] },
      { tracks: [{ ...click, sends: [1] }], buses: [{ pan: 1, ...ahead }] },
      {
        tracks: [{ ...click, sends: [1] }],
        buses: [
          { strip: ahead, sends: [0, 1] },
          { pan: 1, ...ahead },
        ],
      },
      { tracks: [{ ...click, preSends: [1] }], buses: [{ pan: 1, ...ahead }] },
      { tracks: [{ ...click, sends: [1] }], buses: [{ pan: 1 }], master: ahead },
    ];
    for (const way of ways) {
      const { left, right } = listen(programOf(way), 1);
      assert.equal(begin(left), alone, JSON.stringify(way.buses ?? way.tracks[1]));
      assert.equal(begin(right), alone, JSON.stringify(way.buses ?? way.tracks[1]));
    }
  });

  test('effects come, go and change places without a click', () => {
    const chained = (strip: Record<string, number>): Program => programOf({ tracks: [tone(100, { strip })] });
    const chains: readonly Record<string, number>[] = [
      {},
      { 'EQ3.low': -6 },
      { 'Highpass.frequency': 150, 'EQ3.low': -6 },
      { 'EQ3.low': -6, 'Highpass.frequency': 150 },
      { 'EQ3.low': 3, 'Compressor.threshold': -30, 'Highpass.frequency': 80 },
      {},
    ];
    const core = coreWith(chained(chains[0]!));
    core.play();
    play(core, 24_000);
    for (const chain of chains.slice(1)) {
      core.update(chained(chain), 'now');
      const { left } = play(core, 9600);
      const steps = left.slice(1).map((sample, i) => Math.abs(sample - left[i]!));
      assert.ok(
        peak(steps) < peak(left) * ((2 * Math.PI * 100) / 48000) * 1.5,
        `${JSON.stringify(chain)}: ${peak(steps)}`,
      );
    }
    const empty = play(core, 4800);
    near(
      rms(empty.left),
      rms(listen(chained({}), 1).left.subarray(24_000)),
      1e-4,
      'and nothing is left of them',
    );
  });

  test('a fader that is dragged travels without a click', () => {
    const core = coreWith(programOf({ tracks: [tone(100)] }));
    core.play();
    play(core, 24_000);
    core.settings.setStrip('track', 0, 0, 0.1);
    const { left } = play(core, 4800);
    const steps = left.slice(1).map((sample, i) => Math.abs(sample - left[i]!));
    // The steepest step of a 100 Hz sine of that level, with some room for the fade itself.
    assert.ok(peak(steps) < peak(left) * ((2 * Math.PI * 100) / 48000) * 1.2, `a step of ${peak(steps)}`);
    near(decibels(rms(left.subarray(2400)) / rms(play(core, 2400).left)), 0, 0.05, 'it has arrived');
  });

  test('meters tell peak, RMS and reduction of every strip', () => {
    const core = coreWith(
      programOf({
        tracks: [
          tone(440, { strip: { pan: -1 } }),
          tone(440, { strip: { pan: 1, 'Compressor.threshold': -40 } }),
        ],
        buses: [{}],
      }),
    );
    core.play();
    play(core, 24_000);
    const meters = new Float32Array(meterFields * 4);
    core.readMeters(meters);
    core.readMeters(meters);
    play(core, 24_064);
    core.readMeters(meters);
    const [peakLeft, peakRight, rmsLeft, , reduction] = meters;
    near(peakLeft! / rmsLeft!, Math.SQRT2, 0.02, 'crest of a sine');
    near(peakRight!, 0, 1e-6, 'nothing on the right');
    near(reduction!, 0, 0, 'no compressor');
    assert.ok(meters[meterFields + 4]! > 6, `the second track is turned down: ${meters[meterFields + 4]}`);
    assert.equal(meters[meterFields * 2], 0);
    assert.ok(meters[meterFields * 3]! > 0.1, 'the master sounds');
  });
});
