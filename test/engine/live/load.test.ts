// How busy the audio thread is, by a clock that a test turns.

import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { Load } from '../../../src/engine/live/load.ts';

suite('the load of the audio thread', () => {
  /** A second of blocks at 48 kHz, each of which takes so long by the clock. */
  const second = (load: Load, clock: { ms: number }, blockMs: number): void => {
    for (let block = 0; block < 375; block++) {
      load.begin();
      clock.ms += blockMs;
      load.end(128);
    }
  };
  const gauge = (): { load: Load; clock: { ms: number } } => {
    const clock = { ms: 1000 };
    return { load: new Load(() => clock.ms, 48_000), clock };
  };

  test('is the share of a second that its blocks take', () => {
    const { load, clock } = gauge();
    second(load, clock, 2 / 3);
    assert.ok(Math.abs(load.share - 0.25) < 1e-9, `${load.share}`);
    second(load, clock, 0);
    assert.equal(load.share, 0);
  });

  test('goes over 1 where the machine is too slow for the song', () => {
    const { load, clock } = gauge();
    second(load, clock, 4);
    assert.ok(Math.abs(load.share - 1.5) < 1e-9, `${load.share}`);
  });

  test('is told from whole milliseconds, too', () => {
    const clock = { ms: 0 };
    const load = new Load(() => Math.floor(clock.ms), 48_000);
    for (let block = 0; block < 375; block++) {
      load.begin();
      clock.ms += 0.4;
      load.end(128);
      // A device asks when it likes.
      clock.ms += 128 / 48 - 0.4 + ((block * 37) % 101) / 101 - 0.5;
    }
    assert.ok(Math.abs(load.share - 0.15) < 0.03, `${load.share}`);
  });

  test('stays what it is until a second is full, and knows no negative time', () => {
    const { load, clock } = gauge();
    load.begin();
    clock.ms += 1;
    load.end(128);
    assert.equal(load.share, 0);
    load.begin();
    clock.ms -= 500;
    load.end(48_000);
    assert.ok(load.share >= 0 && load.share < 0.01, `${load.share}`);
  });
});
