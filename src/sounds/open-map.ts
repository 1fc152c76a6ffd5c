// A sampled instrument that is open: its map, and a way to its recordings.

import fs from 'node:fs/promises';
import { decodeAudio, mostFileBytes } from '../audio/decode.ts';
import { AudioFileError, type DecodedAudio } from '../audio/decoded.ts';
import type { Recording, SoundMap } from '../engine/sounds/sound-map.ts';

export interface OpenMap {
  readonly map: SoundMap;
  /**
   * Reads a recording by the map's own word for it, which one of its zones has.
   * @param edit  what is to be made of it, as JSON: of a single file alone
   */
  read(recording: string, edit?: string): Promise<Omit<Recording, 'hash'>>;
}

/** The decoded sound of a file. @throws what the system says, or an AudioFileError */
export async function decodeFile(file: string): Promise<DecodedAudio> {
  const { size } = await fs.stat(file);
  if (size > mostFileBytes) throw new AudioFileError(`it is larger than ${mostFileBytes / 1e6} MB. Cut it.`);
  return decodeAudio(await fs.readFile(file));
}
