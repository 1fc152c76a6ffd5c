// The ways from strip to strip: in which order, and how late, where some effects look ahead.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { busesInOrder, delaysOf } from '../../src/engine/core/routing.ts';

const to = (...buses: readonly number[]) => buses.map((bus) => ({ bus, gain: 1 }));

suite('Routing', () => {
  test('each bus is done before those that it sends to', () => {
    assert.deepEqual(busesInOrder([{ sends: to(2) }, { sends: [] }, { sends: to(1) }]), [0, 2, 1]);
    assert.deepEqual(busesInOrder([{ sends: [] }, { sends: to(0) }]), [1, 0]);
    assert.equal(busesInOrder([{ sends: to(1) }, { sends: to(0) }]).length, 2);
  });

  test('nothing waits where nothing looks ahead', () => {
    const { tracks, buses, behind } = delaysOf([{ latency: 0, sends: to(0) }], [{ latency: 0, sends: [] }]);
    const still = [{ mix: 0, buses: [0] }];
    assert.deepEqual([tracks, buses, behind.mix], [still, still, 0]);
  });

  test('what is played together meets wherever ways meet', () => {
    // A limited drum, a plain bass; both go to a crushed bus, which goes to a room.
    const { tracks, buses, behind } = delaysOf(
      [
        { latency: 128, sends: to(0) },
        { latency: 0, sends: to(0, 1) },
      ],
      [
        { latency: 40, sends: to(1) },
        { latency: 0, sends: [] },
      ],
    );
    // In the mix all are as late as the longest way: drum, bus, room.
    assert.equal(behind.mix, 168);
    assert.deepEqual(tracks, [
      { mix: 40, buses: [0, 0] },
      { mix: 168, buses: [128, 168] },
    ]);
    assert.deepEqual(buses, [
      { mix: 0, buses: [0, 0] },
      { mix: 0, buses: [0, 0] },
    ]);
  });
});
