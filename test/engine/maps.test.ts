// A song whose tempo and meter change, as the core gets it: where a swap can happen, and where notes lie.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { compile } from '../../src/engine/compile.ts';
import { movedPosition } from '../../src/engine/core/bars.ts';
import { swapSample } from '../../src/engine/live/places.ts';
import type { Program } from '../../src/engine/program.ts';
import { layOut } from '../../src/timeline/lay-out.ts';
import { measure, mini } from '../pattern/songs.ts';
import { arranged, meter, place, section, song, tempo } from '../timeline/songs.ts';

const program = (parts: Parameters<typeof song>[0]): Program => {
  const whole = song({
    sections: [section('verse', 2, { bass: mini('c4*4') }), section('bridge', 1, { bass: mini('c4*7') })],
    arrangement: arranged('verse bridge verse'),
    ...parts,
  });
  return compile(whole, layOut(whole), 1000);
};

suite('A song of changing bars, compiled', () => {
  const bridge = [
    { meter: meter('7/8'), at: place('bridge') },
    { meter: meter('4/4'), at: place('bar 4') },
  ];

  test('has the beats of each bar in its own meter', () => {
    const { barSamples, beatSamples } = program({ meterChanges: bridge });
    assert.deepEqual([...barSamples], [0, 2000, 4000, 5750, 7750, 9750]);
    assert.deepEqual([...beatSamples].slice(7, 16), [3500, 4000, 4250, 4500, 4750, 5000, 5250, 5500, 5750]);
    assert.equal(beatSamples.length, 4 * 4 + 7 + 1);
    // A change waits for the bar line that comes, wherever the last one was.
    assert.equal(swapSample('bar', program({ meterChanges: bridge }), 4100), 5750);
    assert.equal(swapSample('beat', program({ meterChanges: bridge }), 4100), 4250);
  });

  test('has the beats of a ramp where they fall', () => {
    const { barSamples, beatSamples } = program({ tempoChanges: [tempo('ramp 60 over 4 beats')] });
    const at = (beats: number): number =>
      Math.round((4 * 60 * 1000 * Math.log(120 / (120 - 15 * beats))) / 60);
    assert.deepEqual([...beatSamples].slice(0, 5), [0, at(1), at(2), at(3), at(4)]);
    assert.equal(barSamples[1], at(4));
  });

  test('goes on at the same place in the music when a change of tempo is put in', () => {
    const before = program({});
    const after = program({ tempoChanges: [tempo('60 at bridge')] });
    assert.equal(movedPosition(before, after, 3000), 3000);
    assert.equal(movedPosition(before, after, 5000), 6000);
  });

  test('takes note values in the mixer from the tempo at the start', () => {
    const whole = (changes: ReturnType<typeof tempo>[]) =>
      program({
        tempoChanges: changes,
        buses: [
          {
            name: { name: 'echo', id: 0 },
            declaration: 0,
            sends: [],
            inserts: [
              {
                effect: { name: 'PingPongDelay', id: 0 },
                id: 0,
                settings: [{ path: 'delayTime', pathId: 0, value: measure(1 / 4, 'notes') }],
              },
            ],
          },
        ],
      }).buses[0]!.inserts[0]!.parameters;
    assert.deepEqual(whole([tempo('60 at bridge')]), whole([]));
    assert.notDeepEqual(whole([tempo('60 at bar 1')]), whole([]));
  });
});
