// What no song should have, bounced: settings that nobody can play, ten thousand notes at once, four hours of
// music. All of it comes out finite, under the ceiling, in bounded memory, and what was left out is told.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, test } from 'mocha';
import { compile } from '../../../src/engine/compile.ts';
import { renderOffline } from '../../../src/engine/offline/render.ts';
import { eventStride, type Program } from '../../../src/engine/program.ts';
import { bounce } from '../../../src/render/bounce.ts';
import { effects } from '../../../src/vocabulary/effects.ts';
import { laid } from '../../engine/songs.ts';
import { coreModule } from '../listen.ts';

/** Highest sample of all that comes out. @throws where one is no number */
function loudest(program: Program): number {
  let most = 0;
  for (const { left, right } of renderOffline(coreModule(), program))
    for (const side of [left, right])
      for (let i = 0; i < side.length; i++) {
        if (!Number.isFinite(side[i]!)) assert.fail(`sample ${i} is ${side[i]}`);
        most = Math.max(most, Math.abs(side[i]!));
      }
  return most;
}

const one = laid(`
song "One" { tempo 240bpm }
instrument buzz = PolySynth(Synth) { voices: 3, oscillator: sawtooth }
track lead { instrument: buzz, level: 6dB, send room: 0dB }
bus room { reverb: 1s }
section a 1 bars { lead: "[a2,e3,a4]*2" }
arrange a
`);

suite('A bounce of what no song should have', () => {
  for (const value of [0, 30_000, 1.5, -1e9, Number.NaN, Number.POSITIVE_INFINITY])
    test(`every effect with all of its settings at ${value}`, function () {
      this.timeout(240_000);
      const program = compile(one.song, one.timeline, 48_000);
      for (const [effect, { name, parameters, on }] of effects.entries()) {
        if (!on.includes('track')) continue;
        const insert = { effect, parameters: new Float32Array(parameters.length).fill(value) };
        const [lead] = program.tracks;
        const peak = loudest({ ...program, tracks: [{ ...lead!, inserts: [insert] }] });
        assert.ok(peak <= 1, `${name}: ${peak}`);
      }
    });

  test('ten thousand notes at one moment: those that there was room for, and word of the others', async function () {
    this.timeout(120_000);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-faults-'));
    try {
      const { song, timeline } = laid(`
song "Many" { tempo 120bpm }
instrument tone = PolySynth(Synth) { voices: 32 }
track lead { instrument: tone }
section a 1 bars { lead: "a4" }
arrange a
`);
      const [lead] = timeline.tracks;
      const many = {
        ...timeline,
        tracks: [
          {
            ...lead!,
            notes: Array.from({ length: 10_000 }, (_, at) => ({ ...lead!.notes[0]!, midi: 30 + (at % 80) })),
          },
        ],
      };
      for (const threads of [1, 2]) {
        const done = await bounce({ song, timeline: many, file: path.join(folder, 'many.wav'), threads });
        assert.equal(done.report.droppedNotes, 9_800);
        assert.match(done.notes.join(), /^9800 notes are not heard: .* Thin them out/);
        assert.ok(done.peakDb > -40 && done.peakDb <= -0.9, `${done.peakDb}`);
      }
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });

  test('notes of no length, and events that are nonsense', () => {
    const program = compile(one.song, one.timeline, 48_000);
    const events = new ArrayBuffer(eventStride * 6);
    const view = new DataView(events);
    const nonsense = [
      [0, 0, 60, 1],
      [0, 0xffffffff, Number.NaN, 1],
      [10, 5, 1e9, Number.NaN],
      [100, 0, -1e9, Number.POSITIVE_INFINITY],
      [4000, 0, Number.POSITIVE_INFINITY, 1],
      [9000, 1, 69, 1e9],
    ];
    for (const [row, [start, length, midi, velocity]] of nonsense.entries()) {
      view.setUint32(row * eventStride, start!, true);
      view.setUint32(row * eventStride + 4, length!, true);
      view.setFloat32(row * eventStride + 8, midi!, true);
      view.setFloat32(row * eventStride + 12, velocity!, true);
    }
    const [lead] = program.tracks;
    const peak = loudest({ ...program, tracks: [{ ...lead!, events, eventCount: nonsense.length }] });
    assert.ok(peak > 0 && peak <= 1, `${peak}`);
  });

  test('four hours of music, chunk after chunk of the same memory', function () {
    this.timeout(240_000);
    // At a low rate, which the core minds as little as the hours.
    const rate = 8000;
    const hours = 4 * 3600 * rate;
    const { song, timeline } = laid(`
song "Long" { tempo 60bpm }
instrument drum = MembraneSynth
track kick { instrument: drum }
section a 100 bars { kick: "bd ~ ~ ~" }
arrange ${Array.from({ length: 36 }, () => 'a').join(' ')}
`);
    const program = compile(song, timeline, rate);
    assert.equal(program.lengthSamples, hours);
    const buffers = new Set<unknown>();
    let [frames, atTheEnd] = [0, 0];
    for (const { left } of renderOffline(coreModule(), program)) {
      buffers.add(left.buffer);
      frames += left.length;
      if (frames > hours - 8 * rate && frames <= hours)
        atTheEnd = Math.max(
          atTheEnd,
          left.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
        );
    }
    assert.ok(frames >= hours && frames <= hours + 21 * rate, `${frames / rate} s`);
    assert.ok(atTheEnd > 0.05, 'the last bar is heard');
    assert.equal(buffers.size, 1, 'nothing piles up');
  });
});
