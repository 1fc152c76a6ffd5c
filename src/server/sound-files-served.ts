// What the disk says of the files of sound that a song names, for a server in a browser's worker: asked of the
// studio's server, and not more often than somebody moves a file.

import { askedFiles, type SoundFiles } from '../check/sound-files.ts';
import { askedInWords } from '../protocol/asked-files.ts';
import type { World } from './world.ts';

/** A missing file is put in its place by hand; and every keystroke asks. */
const rememberedMs = 2000;

/**
 * @param ask  waits for what the studio's server answers to an address; undefined where it does not
 * @param now  in milliseconds
 */
export const soundFilesServed = (
  ask: (address: string) => string | undefined,
  now: () => number,
): NonNullable<World['soundFiles']> => {
  const known = new Map<string, { readonly at: number; readonly found: SoundFiles | undefined }>();
  const asked = (words: string): SoundFiles | undefined => {
    const before = known.get(words);
    if (before && now() - before.at < rememberedMs) return before.found;
    const answer = ask(`/sound-files?${new URLSearchParams({ files: words })}`);
    const found = answer === undefined ? undefined : (JSON.parse(answer) as SoundFiles);
    // What was asked of an older text is not asked again.
    if (known.size > 20) known.clear();
    known.set(words, { at: now(), found });
    return found;
  };
  return (song) => {
    const answers = askedInWords(askedFiles(song)).map(asked);
    return answers.includes(undefined) ? undefined : Object.assign({}, ...answers);
  };
};
