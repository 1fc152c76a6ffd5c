import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { advance, floorDb, restingFace } from '../../webview/panel/mixer/ballistics.ts';

const levels = (peak: number, reduction = 0) =>
  ({ peak: [peak, peak], rms: [peak - 6, peak - 6], reduction }) as const;

suite('a meter', () => {
  test('jumps up at once and falls at its pace', () => {
    const face = restingFace();
    advance(face, levels(-6), 16);
    assert.equal(face.peak[0], -6);
    advance(face, levels(floorDb), 500);
    assert.ok(face.peak[0] < -6 && face.peak[0] > -24, String(face.peak[0]));
  });
  test('holds its peak for more than a second, then lets it go', () => {
    const face = restingFace();
    advance(face, levels(-6), 16);
    for (let frame = 0; frame < 60; frame++) advance(face, levels(floorDb), 16);
    assert.equal(face.hold[0], -6);
    for (let frame = 0; frame < 120; frame++) advance(face, levels(floorDb), 16);
    assert.ok(face.hold[0] < -6);
  });
  test('counts its clips until they are cleared: a run of them is one', () => {
    const face = restingFace();
    for (const peak of [0.1, 0.4, -3, 0.2]) advance(face, levels(peak), 16);
    for (let frame = 0; frame < 600; frame++) advance(face, levels(floorDb), 16);
    assert.equal(face.clips, 2);
  });
  test('of a gate that opens falls from what is drawn, not from all that it was closed', () => {
    const face = restingFace();
    advance(face, levels(-6, 100), 16);
    assert.equal(face.reduction, 100);
    advance(face, levels(-6, 0), 100);
    assert.ok(face.reduction < 24, String(face.reduction));
  });
  test('comes to rest, so that the page can sleep', () => {
    const face = restingFace();
    assert.ok(advance(face, levels(0, 6), 16));
    let frames = 0;
    while (advance(face, levels(floorDb), 16)) assert.ok(frames++ < 2000);
  });
});
