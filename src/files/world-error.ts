// The world failed: a missing file, a full disk, a port in use. One line says what, where and what to do.

/** Shown as its message alone; a fault of ours is any other error. */
export class WorldError extends Error {
  override readonly name = 'WorldError';
}

/** What the operating system's code means to a person; `where` is the path or the address. */
export const fromSystem = (error: unknown, doing: string, where: string): WorldError =>
  new WorldError(`${where}: cannot ${doing}: ${sentenceOf(error)}`, { cause: error });

/** The reason and the remedy, as the end of a sentence: `the disk is full. Free some space...` */
export const sentenceOf = (error: unknown): string => {
  const code = codeOf(error);
  return (code && sentences[code]) ?? `${error instanceof Error ? error.message : String(error)}.`;
};

/** Whether there is a sentence of ours for it. */
export const isKnown = (error: unknown): boolean => {
  const code = codeOf(error);
  return code !== undefined && code in sentences;
};

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the name and the folder.',
  ENOTDIR: 'a part of the path is a file, not a folder. Check the path.',
  EISDIR: 'it is a folder. Name a file in it.',
  EEXIST: 'something else has that name. Choose another name.',
  ENOTEMPTY: 'something else has that name. Choose another name.',
  EACCES: 'you may not. Change the permissions of the file or its folder.',
  EPERM: 'the system does not allow it. Check the permissions, and whether another program holds the file.',
  EROFS: 'the disk is read-only. Choose another place.',
  ENOSPC: 'the disk is full. Free some space, or choose another place; nothing was changed.',
  EDQUOT: 'your quota on the disk is used up. Free some space; nothing was changed.',
  EFBIG: 'the file would be too large for this disk. Choose another place.',
  EMFILE: 'too many files are open. Close some programs.',
  ELOOP: 'its links lead in a circle. Check where the link points.',
  ENAMETOOLONG: 'the name is too long. Choose a shorter one.',
  EBUSY: 'another program holds it. Close that program.',
  EIO: 'the disk reported an error. Check the disk.',
  EADDRINUSE: 'the port is in use. Choose another with --port, or leave --port out.',
};
