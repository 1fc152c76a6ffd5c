// What kind of file a bounce is, by the name that it is given.

import path from 'node:path';
import { BounceError } from './bounce-error.ts';
import type { Bits } from './sample-format.ts';

export type Container = 'wav' | 'flac';

/** Endings of sound that nothing here writes: music under such a name would be no such file. */
const others = new Set([
  '.mp3',
  '.ogg',
  '.oga',
  '.opus',
  '.m4a',
  '.aac',
  '.aif',
  '.aiff',
  '.aifc',
  '.wma',
  '.caf',
]);

/** @throws BounceError where there is no such file, or none of these bits */
export function containerOf(file: string, bits: Bits): Container {
  const ending = path.extname(file).toLowerCase();
  if (others.has(ending))
    throw new BounceError(
      'failed',
      `${path.basename(file)}: a bounce is a WAV or a FLAC file. Name it .wav or .flac.`,
    );
  if (ending !== '.flac') return 'wav';
  if (bits === '32f')
    throw new BounceError(
      'failed',
      `${path.basename(file)}: FLAC has no 32 bit float. Choose 16 or 24 bits, or a WAV file.`,
    );
  return 'flac';
}
