// What a hand moves is heard while it moves: settings of effects and of instruments, and by how much an effect
// turns down.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { suite, test } from 'mocha';
import { inRoot } from '../../../src/build/root.mjs';
import { compile } from '../../../src/engine/compile.ts';
import { Core } from '../../../src/engine/core/core.ts';
import { LiveCore } from '../../../src/engine/live/live-core.ts';
import {
  field,
  type MeterPort,
  meterStart,
  reductionStart,
  type ToWorklet,
} from '../../../src/engine/live/messages.ts';
import { feedFields, feedFrames, feedSides } from '../../../src/engine/live/meter-feed.ts';
import { limits, type Program } from '../../../src/engine/program.ts';
import { songLanguage } from '../../../src/languages/song/song-language.ts';
import { layOut } from '../../../src/timeline/lay-out.ts';
import { compressor } from '../../../src/vocabulary/effects/compressor.ts';
import { gate } from '../../../src/vocabulary/effects/gate.ts';
import { highpass } from '../../../src/vocabulary/effects/highpass.ts';
import { monoSynth } from '../../../src/vocabulary/instruments/mono-synth.ts';

const rate = 48000;
const block = 128;

const program = (strip: string, synth = 'Synth { oscillator: sine, envelope.sustain: 100% }'): Program => {
  const { song, problems } = songLanguage.read(`
song "S" { tempo 120bpm }
instrument organ = ${synth}
pattern part = "a2"
track organ { instrument: organ, ${strip} }
bus room { reverb: 2s }
section a 8 bars { organ: part }
arrange a
`);
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error'),
    [],
  );
  return compile(song, layOut(song), rate);
};

class Player {
  readonly live = new LiveCore(
    new Core(new WebAssembly.Module(fs.readFileSync(inRoot('dist/core.wasm'))), rate),
  );
  readonly left = new Float32Array(block);
  readonly right = new Float32Array(block);
  #order = 0;

  constructor(program: Program) {
    this.say({ type: 'load', program });
    this.say({ type: 'transport', action: 'play' });
  }

  say(message: ToWorklet): void {
    this.live.take({ ...message, order: ++this.#order });
  }

  /** RMS of what comes, in dB. */
  hear(seconds: number): number {
    let [sum, count] = [0, 0];
    for (let at = 0; at < seconds * rate; at += block) {
      this.live.process(this.left, this.right);
      for (const sample of this.left) sum += sample * sample;
      count += block;
    }
    return 10 * Math.log10(sum / count);
  }
}

const slotOf = (
  { parameters }: { readonly parameters: readonly { readonly path: string }[] },
  path: string,
) => parameters.findIndex((parameter) => parameter.path === path);

suite('what a hand moves', () => {
  test('a highpass that is dragged up takes the bass away at once', () => {
    const player = new Player(program('highpass: 20Hz'));
    const before = player.hear(0.5);
    const [slot, value] = [slotOf(highpass, 'frequency'), 5000];
    player.say({ type: 'insert', kind: 'track', index: 0, insert: 0, slot, value });
    player.hear(0.05);
    assert.ok(player.hear(0.3) < before - 30);
    player.say({ type: 'insert', kind: 'track', index: 0, insert: 0, slot, value: 20 });
    player.hear(0.1);
    assert.ok(Math.abs(player.hear(0.3) - before) < 0.5);
  });

  test('a filter of the instrument that is dragged down takes the highs of notes that sound', () => {
    const synth =
      'MonoSynth { oscillator: sawtooth, envelope.sustain: 100%, filterEnvelope.baseFrequency: 8kHz, filterEnvelope.octaves: 0 }';
    const player = new Player(program('highpass: 3kHz', synth));
    player.hear(0.2);
    const before = player.hear(0.3);
    const slot = slotOf(monoSynth, 'filterEnvelope.baseFrequency');
    player.say({ type: 'instrument', index: 0, slot, value: 200 });
    player.hear(0.1);
    const after = player.hear(0.3);
    assert.ok(after < before - 20, `${before} to ${after} dB`);
  });

  test('a compressor says by how much it turns down, the limiter as well, and others nothing', () => {
    const player = new Player(program('level: 12dB, highpass: 30Hz, compressor: -40dB 20:1 1ms 100ms'));
    player.say({ type: 'watch', strip: { kind: 'track', index: 0 } });
    player.hear(0.5);
    const report = player.live.report(0, 0, 0);
    assert.equal(report[reductionStart], 0);
    assert.ok(report[reductionStart + 1]! > 10, String(report[reductionStart + 1]));
    const slot = slotOf(compressor, 'threshold');
    player.say({ type: 'insert', kind: 'track', index: 0, insert: 1, slot, value: 0 });
    player.hear(1);
    player.live.report(0, 0, 0);
    player.hear(0.3);
    const open = player.live.report(0, 0, 0);
    assert.equal(open[reductionStart + 1], 0);
    assert.ok(open[reductionStart + limits.inserts]! > 3, 'the limiter holds what is 12 dB up');
  });

  test('a gate says how far it is closed, and its strip as well', () => {
    const player = new Player(program('level: -6dB, gate: -90dB 10ms'));
    player.say({ type: 'watch', strip: { kind: 'track', index: 0 } });
    player.hear(0.5);
    player.live.report(0, 0, 0);
    player.hear(0.3);
    const open = player.live.report(0, 0, 0);
    assert.equal(open[reductionStart], 0);
    assert.equal(open[meterStart + 4], 0);
    player.say({
      type: 'insert',
      kind: 'track',
      index: 0,
      insert: 0,
      slot: slotOf(gate, 'threshold'),
      value: 0,
    });
    player.hear(0.5);
    const closed = player.live.report(0, 0, 0);
    assert.equal(closed[reductionStart], 100);
    assert.equal(closed[meterStart + 4], 100);
  });

  test('what is not there is left alone', () => {
    const player = new Player(program('level: -6dB'));
    const before = player.hear(0.5);
    player.say({ type: 'insert', kind: 'track', index: 0, insert: 3, slot: 0, value: 5000 });
    player.say({ type: 'insert', kind: 'track', index: 9, insert: 0, slot: 0, value: 5000 });
    player.say({ type: 'instrument', index: 9, slot: 0, value: 5000 });
    player.say({ type: 'instrument', index: 0, slot: 0, value: Number.NaN });
    player.say({ type: 'watch', strip: { kind: 'bus', index: 7 } });
    assert.ok(Math.abs(player.hear(0.5) - before) < 0.5);
    assert.equal(player.live.report(0, 0, 0)[field.notANumber], 0);
  });

  test('the meters get the sound of the master and of the strip that is looked at, and no more than they give back', () => {
    const player = new Player(program('level: -6dB'));
    const pieces: Float32Array[] = [];
    const port: MeterPort = {
      postMessage: (piece) => pieces.push(piece as Float32Array),
      onmessage: null,
      close: () => {},
    };
    player.say({ type: 'meter', port });
    player.say({ type: 'watch', strip: { kind: 'track', index: 0 } });
    player.hear(0.5);
    // Nothing comes back: what the audio thread has goes out, and then no more.
    assert.equal(pieces.length, 8);
    const [, piece] = pieces;
    assert.equal(piece!.length, feedFrames * feedSides + feedFields);
    const rms = (side: number): number =>
      Math.sqrt(
        piece!
          .subarray(side * feedFrames, (side + 1) * feedFrames)
          .reduce((sum, value) => sum + value * value, 0) / feedFrames,
      );
    assert.ok(rms(0) > 0.01);
    // The only track is all there is.
    assert.ok(Math.abs(20 * Math.log10(rms(2) / rms(0))) < 1);
    assert.equal(piece!.at(-1), 1);
    for (const sent of pieces.splice(0)) port.onmessage!({ data: sent.buffer as ArrayBuffer });
    player.hear(0.1);
    assert.ok(pieces[0]!.at(-2)! > 0, 'what was left out is told');
    player.say({ type: 'meter', port: undefined });
    pieces.length = 0;
    player.hear(0.1);
    assert.equal(pieces.length, 0);
  });
});
