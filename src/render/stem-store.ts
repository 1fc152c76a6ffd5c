// The folder of stems that earlier bounces left: on the person's own machine and outside of every project, so
// that no song that was cloned brings one along. What was not used for longest goes first.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { playStem, type StemPlayer } from './stem-file.ts';

export interface StemCache {
  readonly folder: string;
  /** Of all files together. */
  readonly limitBytes: number;
}

export const usualLimitBytes = 2_000_000_000;

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

/** What bounces and measurements of one person share. */
export const usualCache = (): StemCache => ({ folder: usualFolder(), limitBytes: usualLimitBytes });

export interface StemStore {
  /** Undefined where it is not kept, or not whole. */
  play(key: string): StemPlayer | undefined;
  /** Where a stem is to be recorded; then `keep` or `forget`. */
  part(key: string): string;
  keep(key: string): void;
  forget(key: string): void;
  /** Throws away what is over the limit. */
  trim(): void;
}

/** Undefined where the folder can't be made: then nothing is kept. */
export function openStemStore({ folder, limitBytes }: StemCache): StemStore | undefined {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Should somebody have put it inside of a project.
    writeNew(path.join(folder, '.gitignore'), '*\n');
    writeNew(path.join(folder, 'CACHEDIR.TAG'), 'Signature: 8a477f597d28d172789f06886806bc55\n');
  } catch {
    return undefined;
  }
  const fileOf = (key: string): string => path.join(folder, `${key}.stem`);
  // Two threads of a process may make the same stem: one bounces while the other measures.
  const part = (key: string): string => `${fileOf(key)}.${process.pid}-${threadId}.part`;
  return {
    part,
    play(key) {
      const player = playStem(fileOf(key), key);
      if (player) fs.utimesSync(fileOf(key), new Date(), new Date());
      return player;
    },
    keep: (key) => fs.renameSync(part(key), fileOf(key)),
    forget: (key) => fs.rmSync(part(key), { force: true }),
    trim() {
      const files = fs.readdirSync(folder).flatMap((name) => {
        const file = path.join(folder, name);
        const found = name.includes('.stem') ? fs.statSync(file, { throwIfNoEntry: false }) : undefined;
        return found?.isFile() ? [{ file, bytes: found.size, used: found.mtimeMs, name }] : [];
      });
      const isLeft = (one: (typeof files)[number]): boolean =>
        one.name.endsWith('.part') && Date.now() - one.used > longestBounceMs;
      let bytes = files.reduce((sum, one) => sum + one.bytes, 0);
      for (const one of files.sort((a, b) => Number(isLeft(b)) - Number(isLeft(a)) || a.used - b.used)) {
        if (bytes <= limitBytes && !isLeft(one)) return;
        if (one.name.endsWith('.part') && !isLeft(one)) continue;
        fs.rmSync(one.file, { force: true });
        bytes -= one.bytes;
      }
    },
  };
}

/** A part older than this was left by a bounce that was killed. */
const longestBounceMs = 24 * 3600 * 1000;

function writeNew(file: string, text: string): void {
  if (!fs.existsSync(file)) fs.writeFileSync(file, text);
}
