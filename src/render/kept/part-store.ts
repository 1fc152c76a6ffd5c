// The folder of what bounces and measurements have rendered, in parts: on the person's own machine and outside of
// every project, so that no song that was cloned brings one along. What was not used for longest goes first.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import type { PartSound } from '../../engine/offline/parts.ts';
import type { Digest } from './digest.ts';
import { type Part, type PartHead, readHead, readMoment, readSound, writePart } from './part-file.ts';

export interface Cache {
  readonly folder: string;
  /** Of all files together. */
  readonly limitBytes: number;
}

const usualLimitBytes = 2_000_000_000;

/** Where the system keeps what may be thrown away; `CODETTA_CACHE` says otherwise. */
export function usualFolder(env = process.env, platform = process.platform, home = os.homedir()): string {
  if (env['CODETTA_CACHE']) return path.resolve(env['CODETTA_CACHE'], 'stems');
  const base =
    platform === 'win32'
      ? (env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'))
      : platform === 'darwin'
        ? path.join(home, 'Library', 'Caches')
        : env['XDG_CACHE_HOME'] || path.join(home, '.cache');
  return path.join(base, 'codetta', 'stems');
}

/** What bounces and measurements of one person share. `CODETTA_CACHE_LIMIT` says how much, in MB, or `keepLimit` did. */
export function usualCache(env = process.env): Cache {
  const folder = usualFolder(env);
  const said = [env['CODETTA_CACHE_LIMIT'], textIn(path.join(folder, limitName))]
    .map((text) => (text?.trim() ? Number(text) * 1e6 : Number.NaN))
    .find((bytes) => bytes >= 0 && Number.isFinite(bytes));
  return { folder, limitBytes: said ?? usualLimitBytes };
}

/** From now on the folder keeps at most so much. @throws Error where it can't be written to */
export function keepLimit(folder: string, limitBytes: number): void {
  makeFolder(folder);
  fs.writeFileSync(path.join(folder, limitName), `${limitBytes / 1e6}\n`);
}

/** Holds how many megabytes the folder may have. */
const limitName = 'limit';

function textIn(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

export interface PartStore {
  readonly cache: Cache;
  /** By which what it keeps is known. */
  readonly digest: Digest;
  /** Undefined where it is not kept, or not whole. */
  head(key: string): PartHead | undefined;
  /** Reads its samples into `into`, as long as they are; undefined where they are not kept, or not whole. */
  sound(key: string, into: PartSound): PartSound | undefined;
  moment(key: string): Uint8Array | undefined;
  /** Keeps it, where the disk takes it: that it does not is no reason to fail. */
  write(key: string, part: Part): void;
  /** Throws away what is over the limit, where something was written. */
  trim(): void;
}

/** Undefined where the folder can't be made: then nothing is kept. */
export function openPartStore(cache: Cache, digest: Digest): PartStore | undefined {
  const { folder, limitBytes } = cache;
  try {
    makeFolder(folder);
  } catch {
    return undefined;
  }
  const fileOf = (key: string): string => path.join(folder, `${key}${ending}`);
  let hasWritten = false;
  /** What is damaged is made anew. */
  const orRemoved = <Found>(key: string, found: Found): Found => {
    if (!found) fs.rmSync(fileOf(key), { force: true });
    return found;
  };
  return {
    cache,
    digest,
    head(key) {
      const head = readHead(fileOf(key), key);
      if (head) touch(fileOf(key));
      return head;
    },
    sound: (key, into) => orRemoved(key, readSound(fileOf(key), key, into, digest)),
    moment: (key) => orRemoved(key, readMoment(fileOf(key), key, digest)),
    write(key, part) {
      // Two threads of a process may make the same part: one bounces while the other measures.
      const beside = `${fileOf(key)}.${process.pid}-${threadId}${unfinished}`;
      try {
        hasWritten = true;
        writePart(beside, key, part, digest);
        fs.renameSync(beside, fileOf(key));
      } catch {
        fs.rmSync(beside, { force: true });
      }
    },
    trim: () => {
      if (hasWritten) trimTo(folder, limitBytes);
    },
  };
}

/** What the folder holds. */
export function keptBytes(folder: string): number {
  return filesOf(folder).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Throws away what was not used for longest until what is left is not over the limit; how much it threw away. */
export function trimTo(folder: string, limitBytes: number): number {
  const files = filesOf(folder);
  const before = files.reduce((sum, one) => sum + one.bytes, 0);
  let bytes = before;
  for (const one of files.sort((a, b) => Number(b.isLeft) - Number(a.isLeft) || a.used - b.used)) {
    if (bytes <= limitBytes && !one.isLeft) break;
    // A bounce is still writing it.
    if (one.name.endsWith(unfinished) && !one.isLeft) continue;
    fs.rmSync(one.file, { force: true });
    bytes -= one.bytes;
  }
  return before - bytes;
}

const ending = '.stem';
const unfinished = '.part';

/** A part older than this was left by a bounce that was killed. */
const longestBounceMs = 24 * 3600 * 1000;

function filesOf(folder: string) {
  return namesIn(folder).flatMap((name) => {
    const file = path.join(folder, name);
    const found = name.includes(ending) ? fs.statSync(file, { throwIfNoEntry: false }) : undefined;
    if (!found?.isFile()) return [];
    const isLeft = name.endsWith(unfinished) && Date.now() - found.mtimeMs > longestBounceMs;
    return [{ file, name, bytes: found.size, used: found.mtimeMs, isLeft }];
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

/** Used just now: it goes last. */
function touch(file: string): void {
  try {
    fs.utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody has thrown it away meanwhile: it is made anew.
  }
}

function makeFolder(folder: string): void {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Should somebody have put it inside of a project.
  writeNew(path.join(folder, '.gitignore'), '*\n');
  writeNew(path.join(folder, 'CACHEDIR.TAG'), 'Signature: 8a477f597d28d172789f06886806bc55\n');
}

function writeNew(file: string, text: string): void {
  if (!fs.existsSync(file)) fs.writeFileSync(file, text);
}
