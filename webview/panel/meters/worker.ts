// The meters, in a worker: the audio thread sends them sound and gets its buffers back; the page gets figures.

import { type LiveMeter, newLiveMeter } from '../../../src/audio/meters/live.ts';
import { feedFrames, feedSides } from '../../../src/engine/live/meter-feed.ts';
import type { FromMeters, Measured, ToMeters } from './messages.ts';

declare const self: {
  onmessage: ((event: MessageEvent<ToMeters>) => void) | null;
  postMessage(message: FromMeters): void;
};

interface Watched {
  readonly meter: LiveMeter;
  readonly scope: Float32Array;
}

const scopePoints = 512;
const framesPerReport = 1600;

let master: Watched | undefined;
let strip: Watched | undefined;
let hasStrip = false;
let missed = 0;
let unsaid = 0;
let open: MessagePort | undefined;

const begin = (rate: number): Watched => ({
  meter: newLiveMeter(rate),
  scope: new Float32Array(scopePoints * 2),
});

self.onmessage = ({ data }) => {
  switch (data.type) {
    case 'start':
      open?.close();
      open = data.port;
      master = begin(data.rate);
      strip = begin(data.rate);
      open.onmessage = ({ data: piece }: MessageEvent<Float32Array>) => take(piece);
      return;
    case 'reset':
      master?.meter.reset();
      strip?.meter.reset();
      return;
    case 'other':
      strip?.meter.reset();
      strip?.scope.fill(0);
      return;
    case 'stop':
      open?.close();
      open = undefined;
  }
};

function take(piece: Float32Array): void {
  const side = (index: number): Float32Array => piece.subarray(index * feedFrames, (index + 1) * feedFrames);
  missed += piece[feedFrames * feedSides]!;
  hasStrip = piece[feedFrames * feedSides + 1] === 1;
  if (master) add(master, side(0), side(1));
  if (strip && hasStrip) add(strip, side(2), side(3));
  open?.postMessage(piece.buffer, [piece.buffer as ArrayBuffer]);
  unsaid += feedFrames;
  if (unsaid < framesPerReport || !master) return;
  unsaid = 0;
  const message: FromMeters = {
    master: measured(master),
    strip: strip && hasStrip ? measured(strip) : undefined,
    missed,
  };
  self.postMessage(message);
}

/** The newest points of a piece: every other frame tells the picture as well. */
function add({ meter, scope }: Watched, left: Float32Array, right: Float32Array): void {
  meter.add(left, right);
  const from = left.length - scopePoints;
  for (let i = 0; i < scopePoints; i++) {
    scope[2 * i] = left[from + i]!;
    scope[2 * i + 1] = right[from + i]!;
  }
}

const measured = ({ meter, scope }: Watched): Measured => ({ ...meter.read(), scope });
