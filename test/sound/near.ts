// A figure that was measured, held to one that is due.

import assert from 'node:assert/strict';

export const near = (actual: number, expected: number, tolerance: number, what: string): void =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance,
    `${what}: ${actual.toFixed(3)}, not ${expected.toFixed(3)} ± ${tolerance}`,
  );
