// The page of a bounce that takes a browser: it asks its server for the song, renders it, and hands it back
// piece by piece. It is opened by src/render/in-browser.ts alone.

import { type HostedJob, renderHosted } from '../../src/engine/live/hosted-bounce.ts';
import { unpack } from '../../src/engine/packed.ts';

// Tone.js draws its noises from this: the same each time.
let seed = 1;
Math.random = () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let bits = Math.imul(seed ^ (seed >>> 15), seed | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
};

const bytesOf = async (name: string): Promise<ArrayBuffer> => (await fetch(name)).arrayBuffer();
const tell = (name: string, body: BodyInit): Promise<Response> => fetch(name, { method: 'POST', body });

try {
  await renderHosted(unpack(await bytesOf('job')) as HostedJob, {
    workletUrl: 'worklet.js',
    core: await bytesOf('core.wasm'),
    async take(left, right) {
      const answer = await tell('sound', new Blob([left, right]));
      return (await answer.text()) === 'more';
    },
  });
  await tell('done', '');
} catch (error) {
  await tell('failed', error instanceof Error ? error.message : String(error));
}
