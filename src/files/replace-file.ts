// A file replaced whole: written beside its place, synced, and renamed, so that a reader, a crash or a
// full disk meets the old file or the new one and never half of one. For every host that writes text.

import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

export interface Replacing {
  /** Permission bits of the new file; those of the file it replaces, or what a new file gets, where absent. */
  readonly mode?: number;
  /** Runs when all is on the disk and before the rename; what it throws leaves the old file in place. */
  last?(): Promise<void>;
}

/**
 * @param target  the file itself: a link at this path would be replaced, so follow it first
 * @throws what the system says (ENOSPC, EACCES, EROFS...) or what `last` throws; the file is then as it was
 */
export async function replaceFile(
  target: string,
  bytes: Uint8Array,
  replacing: Replacing = {},
): Promise<void> {
  const mode = replacing.mode ?? (await modeOf(target));
  const beside = path.join(
    path.dirname(target),
    `.${path.basename(target)}.${randomBytes(6).toString('hex')}.part`,
  );
  try {
    await writeSynced(beside, bytes, mode);
    await replacing.last?.();
    await fs.rename(beside, target);
  } catch (error) {
    await fs.rm(beside, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(path.dirname(target));
}

async function modeOf(file: string): Promise<number | undefined> {
  try {
    return (await fs.stat(file)).mode & 0o7777;
  } catch {
    return undefined;
  }
}

async function writeSynced(file: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const handle = await fs.open(file, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    // The mode that open takes is cut by the umask.
    if (mode !== undefined) await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

// Not every system can open a folder; the file itself is safe without.
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Nothing is lost: only the moment of the rename may be later.
  }
}
