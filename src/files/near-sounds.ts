// The recordings beside a song, as the song would name them: files, and folders that hold some. What is outside of its
// project is not looked at, links are not followed, and a home folder opened by mistake is not walked to its end.

import fs from 'node:fs';
import path from 'node:path';

/** Ascending by name, the song's own folder first. */
export const soundsNear = (song: string, folder: string): readonly string[] => {
  const key = `${folder} ${song}`;
  const known = remembered.get(key);
  if (known && Date.now() - known.at < rememberedMs) return known.sounds;
  const sounds = look(path.dirname(song), folder);
  if (remembered.size > mostRemembered) remembered.clear();
  remembered.set(key, { at: Date.now(), sounds });
  return sounds;
};

const remembered = new Map<string, { readonly at: number; readonly sounds: readonly string[] }>();
/** It is asked for at every keystroke in a path. */
const rememberedMs = 3000;
const [mostRemembered, mostFolders, mostSounds] = [20, 500, 2000];

const ending = /\.(?:wav|wave|aif|aiff|flac|mp3|ogg|sf2|sf3)$/i;

const look = (from: string, folder: string): readonly string[] => {
  const written = (file: string): string => path.relative(from, file).split(path.sep).join('/');
  const found = new Set<string>();
  const folders = [folder];
  for (let visited = 0; visited < folders.length && visited < mostFolders; visited++) {
    const here = folders[visited]!;
    for (const entry of entriesOf(here)) {
      const file = path.join(here, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
        folders.push(file);
      if (!entry.isFile() || !ending.test(entry.name) || found.size >= mostSounds) continue;
      found.add(written(file));
      if (here !== from) found.add(`${written(here)}/`);
    }
  }
  const up = (one: string): number => one.split('../').length;
  return [...found].sort((one, other) => up(one) - up(other) || (one < other ? -1 : 1));
};

const entriesOf = (folder: string): readonly fs.Dirent[] => {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    // What may not be looked into has nothing for this song.
    return [];
  }
};
