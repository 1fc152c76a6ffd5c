// The guard at the end of the master: ceiling, no-numbers, constants, hostile programs. And the start ramp.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { newTruePeakMeter } from '../../src/audio/meters/true-peak.ts';
import { Core } from '../../src/engine/core/core.ts';
import {
  eventStride,
  limits,
  type Program,
  type SendProgram,
  type StripProgram,
} from '../../src/engine/program.ts';
import { instruments } from '../../src/vocabulary/instruments.ts';
import { loudnessOf } from './ffmpeg-measure.ts';
import { allFinite, coreModule, coreWith, listen, peak, play, rms } from './listen.ts';
import { midiOf, organ, programOf, sine, square, type TrackSpec } from './programs.ts';

const loud = (tracks: readonly TrackSpec[], threshold: number, more: Record<string, number> = {}): Program =>
  programOf({ tracks, master: { level: 8, 'Limiter.threshold': threshold, ...more }, seconds: 2 });

// Sounds keep off the file's two ends, where ffmpeg's own resampler overshoots.
const noise: TrackSpec = {
  instrument: 'NoiseSynth',
  set: { 'envelope.attack': 0, 'envelope.decay': 0, 'envelope.sustain': 1, 'envelope.release': 0.1 },
  notes: [{ at: 0.1, for: 1.7, midi: 60 }],
};
const held = (hertz: number, oscillator: number): TrackSpec => ({
  set: { ...organ, oscillator },
  notes: [{ at: 0.1, for: 1.7, midi: midiOf(hertz) }],
});
const hits: TrackSpec = {
  instrument: 'MembraneSynth',
  voices: 1,
  notes: [0.1, 0.5, 1, 1.5].map((at) => ({ at, for: 0.2, midi: 30 })),
};
const metal: TrackSpec = {
  instrument: 'MetalSynth',
  notes: [0.1, 0.3, 0.5, 0.9, 1.2, 1.5].map((at) => ({ at, for: 0.3, midi: 60 })),
};

/** Every setting of a strip behind its fader and pan. */
function spoil(
  { strip, inserts, sends = [] }: StripProgram & { sends?: readonly SendProgram[] },
  value: number,
) {
  strip.fill(value, 2);
  for (const { parameters } of inserts) parameters.fill(value);
  for (const send of sends) (send as { gain: number }).gain = value;
}

suite('The guard', () => {
  const sources: readonly (readonly [string, readonly TrackSpec[]])[] = [
    ['white noise', [noise]],
    ['a square wave', [held(220, square)]],
    ['a square wave near the top', [held(5000, square)]],
    ['a sine a quarter of the rate', [held(12_000, sine)]],
    ['a sine that no sample shows the top of', [held(17_000, sine)]],
    ['drums', [hits]],
    ['metal', [metal]],
    ['all of them', [noise, held(110, square), hits, metal]],
  ];
  for (const [name, tracks] of sources) {
    test(`nothing passes the ceiling: ${name}, by ffmpeg's true peak and by our meter`, () => {
      for (const threshold of [-1, -6]) {
        const sound = listen(loud(tracks, threshold), 2);
        const { truePeakDb } = loudnessOf(sound);
        assert.ok(truePeakDb <= threshold, `${truePeakDb} dBTP over ${threshold}`);
        for (const side of [sound.left, sound.right]) {
          const meter = newTruePeakMeter();
          meter.add(side);
          assert.ok(meter.peak() <= 10 ** (threshold / 20), `${20 * Math.log10(meter.peak())} by our meter`);
        }
        assert.ok(truePeakDb > threshold - 1.5, `${truePeakDb} dBTP: turned down for nothing`);
      }
    });
  }

  test('the ceiling holds at 44.1 and 96 kHz', () => {
    for (const rate of [44_100, 96_000]) {
      const program = programOf({ tracks: [noise, hits], master: { level: 8 }, seconds: 2, rate });
      const { truePeakDb } = loudnessOf(listen(program, 2), rate);
      assert.ok(truePeakDb <= -0.9, `${truePeakDb} dBTP at ${rate} Hz`);
    }
  });

  test('the limiter is no insert that a song could leave out', () => {
    const program = loud([noise], -1);
    assert.deepEqual(program.master.inserts, []);
    assert.ok(peak(listen(program, 1).left) < 0.9);
  });

  test('what needs no limiting passes without it', () => {
    const core = coreWith(programOf({ tracks: [held(440, sine)] }));
    core.play();
    play(core, 48_000);
    assert.equal(core.readReport().limiting, 0);
  });

  test('no constant reaches the speakers', () => {
    const { left } = listen(programOf({ tracks: [held(55, square), hits] }), 1.8);
    const second = left.subarray(
      Math.round(0.5 * 48_000),
      Math.round(0.5 * 48_000) + Math.round((48_000 / 55) * 50),
    );
    assert.ok(Math.abs(second.reduce((sum, sample) => sum + sample, 0) / second.length) < 0.01);
  });

  test('the first sound of a core comes on a ramp', () => {
    const core = new Core(coreModule(), 48_000);
    core.load(programOf({ tracks: [{ ...held(440, square), notes: [{ at: 0, for: 1, midi: 69 }] }] }));
    core.play();
    const { left } = play(core, 4800);
    assert.ok(peak(left.subarray(0, 200)) < peak(left.subarray(2400)) * 0.5);
  });

  test('a song put in place of one that sounds comes on a ramp, too', () => {
    const tone = programOf({ tracks: [{ ...held(440, square), notes: [{ at: 0, for: 3, midi: 69 }] }] });
    const core = coreWith(tone);
    core.play();
    play(core, 4800);
    core.load(tone);
    const { left } = play(core, 4800);
    assert.ok(peak(left.subarray(0, 200)) < peak(left.subarray(2400)) * 0.5);
  });

  test('what is no number is silenced and counted, and the next song plays', () => {
    const core = coreWith(programOf({ tracks: [held(440, sine)], buses: [{ 'Reverb.decay': 1 }] }));
    const broken = programOf({
      tracks: [{ ...held(440, sine), strip: { level: NaN, 'EQ3.low': Infinity }, sends: [1] }],
      buses: [{ 'Reverb.decay': 1, 'PingPongDelay.feedback': 2 }],
    });
    core.load(broken);
    core.play();
    const sound = play(core, 48_000);
    assert.ok(allFinite(sound));
    assert.ok(core.readReport().notANumber > 0);
    core.load(programOf({ tracks: [held(440, sine)], buses: [{ 'Reverb.decay': 1 }] }));
    core.seek(0);
    core.play();
    assert.ok(rms(play(core, 14_400).left.subarray(9600)) > 0.05);
  });

  test('hostile programs sound finite', () => {
    const values = [NaN, Infinity, -Infinity, -1e30, 1e30, -1, 0, 1e-40];
    for (const [round, value] of values.entries()) {
      const tracks = instruments.map(
        ({ name }): TrackSpec => ({
          instrument: name,
          sends: [1, 1],
          strip: { 'EQ3.low': 0, 'Highpass.frequency': 100, 'Compressor.threshold': -20 },
          notes: Array.from({ length: 20 }, (_, i) => ({ at: i * 0.01, for: 0.05, midi: 60, velocity: 1 })),
        }),
      );
      const program = programOf({
        tracks,
        buses: [{ 'Reverb.decay': 1 }, { 'PingPongDelay.delayTime': 0.1 }],
      });
      for (const [at, track] of program.tracks.entries()) {
        track.instrumentParameters.fill(value, 0, (round + at) % 2 ? limits.parameters : 4);
        spoil(track, value);
        const view = new DataView(track.events);
        for (let event = at; event < track.eventCount; event += 2) {
          view.setFloat32(event * eventStride + 8, value, true);
          view.setFloat32(event * eventStride + 12, value, true);
        }
      }
      for (const bus of program.buses) spoil(bus, value);
      spoil(program.master, value);
      const sound = listen(program, 0.5);
      assert.ok(allFinite(sound), `with ${value}`);
      assert.ok(peak(sound.left) <= 1 && peak(sound.right) <= 1, `with ${value}: ${peak(sound.left)}`);
    }
  });

  test('notes that no block has room for are counted, not lost in silence', () => {
    const flood = (count: number): number => {
      const notes = Array.from({ length: count }, (_, i) => ({ at: 0.1, for: 0.5, midi: 30 + (i % 80) }));
      const core = coreWith(programOf({ tracks: [{ notes, voices: 32 }] }));
      core.play();
      play(core, 9600);
      return core.readReport().droppedNotes;
    };
    assert.equal(flood(200), 0);
    assert.equal(flood(260), 60);
  });

  test('a thousand notes at once, and notes out of order, are survived', () => {
    const notes = Array.from({ length: 3000 }, (_, i) => ({
      at: ((i * 7919) % 97) / 97,
      for: 1,
      midi: 30 + (i % 80),
      velocity: 1,
    }));
    const sound = listen(programOf({ tracks: [{ notes, voices: 32 }] }), 1);
    assert.ok(allFinite(sound) && peak(sound.left) <= 1);
  });
});
