// The song's file on the disk: read, followed, and written so that no reader ever sees half of it.
// A save says which version it was made from; where another program wrote meanwhile, nothing is written.

import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { replaceFile } from '../files/replace-file.ts';
import { sentenceOf } from '../files/world-error.ts';
import { type DiskVersion, mostText, type SongFile } from '../protocol/studio.ts';

/** The file can't be used; the message says what, where and what to do. */
export class SongFileError extends Error {}

export type Saved =
  | { readonly ok: true; readonly disk: DiskVersion }
  | { readonly ok: false; readonly reason: string; readonly file?: SongFile };

export interface SongFileEvents {
  /** Another program wrote it. */
  changed(file: SongFile): void;
  removed(name: string): void;
}

export class WatchedSong {
  /** The file itself, all links followed: a save goes through a link, and does not replace it. */
  readonly path: string;
  readonly name: string;
  readonly #events: SongFileEvents;
  readonly #watcher: FSWatcher;
  readonly #watching: Promise<void>;
  #disk: DiskVersion | undefined;
  #saving: Promise<unknown> = Promise.resolve();

  /** @throws SongFileError where the file can't be read */
  static async open(file: string, events: SongFileEvents): Promise<WatchedSong> {
    const place = await follow(file);
    const song = new WatchedSong(place, path.basename(file), events);
    // Read only when every later change will be told: one in between would be lost.
    await song.#watching;
    try {
      await song.read();
      return song;
    } catch (error) {
      await song.close();
      throw error;
    }
  }

  private constructor(place: string, name: string, events: SongFileEvents) {
    this.path = place;
    this.name = name;
    this.#events = events;
    // Editors that write beside and rename are seen as a removal and an addition: chokidar waits and tells of a change.
    this.#watcher = watch(place, {
      ignoreInitial: true,
      atomic: 100,
      awaitWriteFinish: { stabilityThreshold: 60, pollInterval: 20 },
    });
    this.#watcher.on('change', () => void this.#look());
    this.#watcher.on('add', () => void this.#look());
    this.#watcher.on('unlink', () => void this.#gone());
    // A file that can't be followed is still a song that can be edited and saved.
    this.#watching = new Promise((resolve) => {
      this.#watcher.once('ready', resolve);
      this.#watcher.on('error', () => resolve());
    });
  }

  /** What stands on the disk now. @throws SongFileError */
  async read(): Promise<SongFile> {
    const file = await readSong(this.path, this.name);
    this.#disk = file.disk;
    return file;
  }

  /** Saves one after another; never throws for what the world does. */
  save(text: string, over: DiskVersion): Promise<Saved> {
    const saving = this.#saving.then(() => this.#save(text, over));
    this.#saving = saving;
    return saving;
  }

  async close(): Promise<void> {
    await this.#watcher.close();
  }

  async #save(text: string, over: DiskVersion): Promise<Saved> {
    const now = await readSong(this.path, this.name).catch(() => undefined);
    if (now && now.disk !== over) {
      this.#disk = now.disk;
      return {
        ok: false,
        reason: `${this.name} was changed by another program since you opened it.`,
        file: now,
      };
    }
    try {
      await replaceFile(this.path, Buffer.from(text, 'utf8'));
    } catch (error) {
      return { ok: false, reason: `${this.name} could not be saved: ${sentenceOf(error)}` };
    }
    this.#disk = versionOf(text);
    return { ok: true, disk: this.#disk };
  }

  async #look(): Promise<void> {
    const file = await readSong(this.path, this.name).catch(() => undefined);
    // Our own save comes back as a change of the disk: it is no news.
    if (!file || file.disk === this.#disk) return;
    this.#disk = file.disk;
    this.#events.changed(file);
  }

  async #gone(): Promise<void> {
    if (await fs.stat(this.path).catch(() => undefined)) return this.#look();
    this.#disk = undefined;
    this.#events.removed(this.name);
  }
}

async function follow(file: string): Promise<string> {
  try {
    return await fs.realpath(file);
  } catch (error) {
    throw new SongFileError(`${file} cannot be opened: ${sentenceOf(error)}`);
  }
}

async function readSong(file: string, name: string): Promise<SongFile> {
  try {
    const stat = await fs.stat(file);
    if (!stat.isFile()) throw new SongFileError(`${file} is not a file: name a .song.`);
    if (stat.size > mostText)
      throw new SongFileError(
        `${file} is ${Math.round(stat.size / 1e6)} MB: a song is text of at most ${mostText / 1e6} MB.`,
      );
    const text = await fs.readFile(file, 'utf8');
    return { name, text, disk: versionOf(text) };
  } catch (error) {
    if (error instanceof SongFileError) throw error;
    throw new SongFileError(`${file} cannot be read: ${sentenceOf(error)}`);
  }
}

const versionOf = (text: string): DiskVersion => createHash('sha256').update(text).digest('hex');
