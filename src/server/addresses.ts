// Addresses of files as songs and editors write them: what an import or a take leads to, and whether it
// stays in the workspace. Knows URIs only, no disk.

/**
 * The address that a path in a song leads to, seen from the song's own; undefined where that leads out of
 * `folders` (the song's own folder where there are none), or where the song has no file yet.
 */
export const addressOf = (path: string, songUri: string, folders: readonly string[]): string | undefined => {
  if (path.trim() === '' || /^[a-z][a-z\d+.-]+:/i.test(path)) return undefined;
  const written = encodeURI(path.replaceAll('\\', '/')).replaceAll('#', '%23').replaceAll('?', '%3F');
  if (!URL.canParse(written, songUri)) return undefined;
  const address = new URL(written, songUri).href;
  const inside = folders.length > 0 ? folders : [new URL('.', songUri).href];
  return inside.some((folder) => isBelow(address, folder)) ? address : undefined;
};

/** One spelling of an address: editors write `file:///c%3A/a` and `file:///C:/a` for the same file. */
export const sameSpelling = (uri: string): string => {
  const plain = decoded(uri);
  return /^file:\/\/\/[a-z]:/i.test(plain) ? `file:///${plain[8]!.toLowerCase()}${plain.slice(9)}` : plain;
};

const isBelow = (address: string, folder: string): boolean => {
  const [inner, outer] = [sameSpelling(address), sameSpelling(folder)];
  return inner.startsWith(outer.endsWith('/') ? outer : `${outer}/`);
};

const decoded = (uri: string): string => {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
};
