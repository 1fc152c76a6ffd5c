// Which files of sound the language server in the studio's page asks its server about, as part of an address.

import type { AskedFile } from '../check/sound-files.ts';

/** So many at once: an address has 16 kB of room. */
const most = 40;
const longestPath = 1000;

/** The files as the words of one address after the other. */
export const askedInWords = (files: readonly AskedFile[]): readonly string[] =>
  Array.from({ length: Math.ceil(files.length / most) }, (_, piece) =>
    JSON.stringify(files.slice(piece * most, (piece + 1) * most)),
  );

/** Undefined where these are not the words of any. */
export const askedFrom = (words: string | null): readonly AskedFile[] | undefined => {
  try {
    const files: unknown = JSON.parse(words ?? '');
    return Array.isArray(files) && files.length <= most && files.every(isAsked) ? files : undefined;
  } catch {
    return undefined;
  }
};

const isAsked = (value: unknown): value is AskedFile => {
  if (typeof value !== 'object' || value === null) return false;
  const { path, isHashed } = value as Partial<AskedFile>;
  return typeof path === 'string' && path.length <= longestPath && typeof isHashed === 'boolean';
};
