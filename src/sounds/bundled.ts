// The sounds that come along, in a folder of their own beside the bundles: nothing of it is opened before a
// song asks for it.

import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Zone } from '../engine/sounds/sound-map.ts';
import {
  bundledInstrument,
  bundledKit,
  bundledResponse,
  generalMidiNumber,
} from '../vocabulary/bundled-sounds.ts';
import { fileMap, noteIn, spread } from './folders.ts';
import type { OpenMap } from './open-map.ts';
import { readSound } from './sound-thread.ts';
import type { SoundFontFile } from './soundfont-file.ts';

type FontAt = (file: string) => Promise<SoundFontFile>;

/** The folder of the bundled sounds: in dist, whether this runs from there or from source. */
const bundledFolder = (): string => {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return path.basename(here) === 'dist' ? path.join(here, 'sounds') : path.resolve(here, '../../dist/sounds');
};

/** Undefined where no bundled kit has that name. */
export async function bundledKitMap(source: string, fontAt: FontAt): Promise<OpenMap | undefined> {
  const kit = bundledKit(source);
  if (!kit) return undefined;
  if (kit.name === 'gm') return (await fontAt(await built('general-midi.sf3'))).drums();
  const folder = await built(kit.name);
  const zones = JSON.parse(await fs.readFile(path.join(folder, 'kit.json'), 'utf8')) as readonly Zone[];
  return {
    map: { id: `bundled ${kit.name}`, zones },
    read: (recording) => readSound(path.join(folder, path.basename(recording))),
  };
}

/** Undefined where no bundled instrument has that name. */
export async function bundledSamplerMap(source: string, fontAt: FontAt): Promise<OpenMap | undefined> {
  const instrument = bundledInstrument(source);
  if (!instrument) return undefined;
  const number = generalMidiNumber(instrument.name);
  if (number !== undefined) return (await fontAt(await built('general-midi.sf3'))).preset(String(number));
  const folder = await built(instrument.name);
  const notes = (await fs.readdir(folder)).flatMap((name) => {
    const root = noteIn(path.parse(name).name);
    return root === undefined ? [] : [{ recording: name, root }];
  });
  return {
    map: { id: `bundled ${instrument.name}`, zones: spread(notes) },
    read: (recording) => readSound(path.join(folder, path.basename(recording))),
  };
}

/** A response that comes along. */
export async function bundledResponseMap(source: string): Promise<OpenMap> {
  const response = bundledResponse(source);
  if (!response) throw new Error('no response of that name comes along.');
  return fileMap(await built(path.join('responses', `${response.name}.flac`)));
}

/** A wavetable that comes along. */
export const bundledWavetableMap = async (source: string): Promise<OpenMap> =>
  fileMap(await built(path.join('wavetables', `${path.basename(source)}.flac`)));

async function built(name: string): Promise<string> {
  const place = path.join(bundledFolder(), name);
  try {
    await fs.access(place);
    return place;
  } catch {
    throw new Error(`it comes with Codetta, and ${place} is missing. Build it with "npm run build".`);
  }
}
