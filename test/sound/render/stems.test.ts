// A song rendered in parts: whatever the threads, the same sound to the last bit; and a part of a song is
// that part of the whole.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { suite, test } from 'mocha';
import { compile } from '../../../src/engine/compile.ts';
import { renderOffline, type Stretch } from '../../../src/engine/offline/render.ts';
import { sharedOut, stemTracks, unheardByRest } from '../../../src/engine/offline/stems.ts';
import type { Program } from '../../../src/engine/program.ts';
import { bounce } from '../../../src/render/bounce.ts';
import { laid } from '../../engine/songs.ts';
import { coreModule, peak } from '../listen.ts';
import { together } from './together.ts';

const { song, timeline } = laid(`
song "Parts" { tempo 120bpm }
instrument drum = MembraneSynth
instrument low = MonoSynth { oscillator: sawtooth }
instrument warm = PolySynth(FMSynth) { voices: 4 }
instrument hiss = NoiseSynth
track kick { instrument: drum, level: -6dB, eq: low 2dB }
track bass { instrument: low, level: -9dB, compressor: -24dB 4:1 key kick, send room: -12dB pre }
track pad { instrument: warm, level: -12dB, pan: 30% left, chorus: 1.5Hz, distortion: 20%, send room: -10dB, send echo: -12dB }
track hat { instrument: hiss, level: -18dB, pan: 40% right }
bus echo { delay: 3/16 40%, duck: kick 6dB 120ms, send room: -9dB }
bus room { reverb: 1.2s, level: -4dB }
master { glue: -12dB 2:1, limiter: -1dBTP }
section a 2 bars { kick: "bd*4", bass: "a1 c2 a1 e2", pad: "[a3,c4,e4] ~", hat: "hh*8" }
section b 2 bars { kick: "bd ~ bd ~", bass: "f1 g1", hat: "~ hh ~ hh" }
arrange a b
automate pad.level in a { 0%: -30dB, 100%: -9dB }
automate bass.pan { lfo: sine 1/2 20% left to 20% right }
`);

const program = compile(song, timeline, 48_000);

function hashOf(played: Program, stretch: Stretch, groups?: readonly (readonly number[])[]): string {
  const source = groups && together(played, stretch, groups);
  const hash = createHash('sha256');
  let loudest = 0;
  for (const { left, right } of renderOffline(coreModule(), played, stretch, { stems: source })) {
    hash.update(new Uint8Array(left.buffer, left.byteOffset, left.byteLength));
    hash.update(new Uint8Array(right.buffer, right.byteOffset, right.byteLength));
    loudest = Math.max(loudest, peak(left));
  }
  assert.ok(loudest > 0.05, 'it sounds');
  return hash.digest('hex');
}

suite('A song in parts', () => {
  test('is the same to the last bit, however its tracks are shared out', () => {
    const whole = hashOf(program, {});
    // The kick is listened to from a bus: it plays where the buses are.
    assert.deepEqual(stemTracks(program), [1, 2, 3]);
    for (const groups of [[[1, 2, 3]], [[1], [2, 3]], [[3], [1], [2]], [[2]]])
      assert.equal(hashOf(program, {}, groups), whole, JSON.stringify(groups));
  });

  test('is the same from a section on, too', () => {
    const from = program.barSamples[2]!;
    assert.equal(hashOf(program, { from }, [[1, 3], [2]]), hashOf(program, { from }));
  });

  test('is shared out so that nobody has much more to do than another', () => {
    const tracks = stemTracks(program);
    assert.deepEqual(sharedOut(program, tracks, 1), [], 'one thread does it all');
    const [apart, ...none] = sharedOut(program, tracks, 2);
    assert.ok(apart!.length > 0 && apart!.every((track) => tracks.includes(track)));
    assert.deepEqual(none, []);
    const many = sharedOut(program, tracks, 8).flat();
    assert.equal(new Set(many).size, many.length, 'no track twice');
  });

  test('is shared out so that who ducks under a track hears it', () => {
    // A bus hears none of them: each may be rendered apart, but the one that is listened to not from who listens.
    const { song, timeline } = laid(`
instrument drum = MembraneSynth
instrument low = MonoSynth { oscillator: sawtooth }
track kick { instrument: drum, level: -6dB }
track bass { instrument: low, level: -9dB, duck: kick 9dB 120ms }
track lead { instrument: low, level: -12dB, compressor: -24dB 4:1 key bass }
section a 2 bars { kick: "bd*4", bass: "a1*8", lead: "a3 c4 e4 a4" }
arrange a
`);
    const ducked = compile(song, timeline, 48_000);
    const whole = hashOf(ducked, {});
    assert.deepEqual(unheardByRest(ducked, [0]), [], 'the bass listens to the kick');
    assert.deepEqual(
      unheardByRest(ducked, [0, 1]),
      [],
      'the lead listens to the bass, and that one to the kick',
    );
    assert.deepEqual(unheardByRest(ducked, [1, 2]), [1, 2]);
    for (const threads of [2, 3, 4])
      assert.equal(
        hashOf(ducked, {}, sharedOut(ducked, stemTracks(ducked), threads)),
        whole,
        `${threads} threads`,
      );
  });

  test('keeps with the mix whom one listens to that a bus listens to', () => {
    const { song, timeline } = laid(`
instrument low = MonoSynth { oscillator: sawtooth }
track kick { instrument: low, compressor: -24dB 4:1 key bass, send room: -6dB }
track bass { instrument: low, level: -9dB }
bus room { reverb: 1.2s, duck: kick 9dB 120ms }
section a 2 bars { kick: "c2*4", bass: "a1*8" }
arrange a
`);
    assert.deepEqual(stemTracks(compile(song, timeline, 48_000)), []);
  });

  test('makes the same file with one thread and with three', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codetta-stems-'));
    try {
      const bytes = async (threads: number): Promise<Buffer> => {
        const file = path.join(folder, `${threads}.wav`);
        await bounce({ song, timeline, file, threads });
        return fs.readFileSync(file);
      };
      const one = await bytes(1);
      assert.ok(one.equals(await bytes(2)), 'two threads');
      assert.ok(one.equals(await bytes(3)), 'three threads');
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});
