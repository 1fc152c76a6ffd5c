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
  /** Another program wrote what can't be read as a song. */
  unreadable?(reason: string): void;
}

export class WatchedSong {
  /** The file itself, all links followed: a save goes through a link, and does not replace it. */
  readonly path: string;
  readonly name: string;
  readonly #events: SongFileEvents;
  readonly #watcher: FSWatcher;
  #disk: DiskVersion | undefined;
  /** What stands before the text in the file: the byte order mark, or nothing. */
  #prefix = '';
  #saving: Promise<unknown> = Promise.resolve();

  /** @throws SongFileError where the file can't be read */
  static async open(file: string, events: SongFileEvents): Promise<WatchedSong> {
    const place = await follow(file);
    const song = new WatchedSong(place, path.basename(file), events);
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
    this.#watcher.on('error', () => {});
  }

  /** What stands on the disk now. @throws SongFileError */
  async read(): Promise<SongFile> {
    const { prefix, ...file } = await readSong(this.path, this.name);
    this.#disk = file.disk;
    this.#prefix = prefix;
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
    const now = await this.#readAgain();
    // What is there and is no song is not ours to write over.
    if (typeof now === 'string')
      return { ok: false, reason: `${now} Nothing was saved; your text is still here.` };
    if (now && now.disk !== over) {
      return {
        ok: false,
        reason: `${this.name} was changed by another program since you opened it.`,
        file: now,
      };
    }
    const bytes = Buffer.from(this.#prefix + text, 'utf8');
    try {
      await replaceFile(this.path, bytes);
    } catch (error) {
      return { ok: false, reason: `${this.name} could not be saved: ${sentenceOf(error)}` };
    }
    this.#disk = versionOf(bytes);
    return { ok: true, disk: this.#disk };
  }

  /** What stands there; undefined where nothing does; why it can't be read. */
  async #readAgain(): Promise<SongFile | string | undefined> {
    try {
      return await this.read();
    } catch (error) {
      if (!(await fs.stat(this.path).catch(() => undefined))) return undefined;
      return error instanceof Error ? error.message : String(error);
    }
  }

  async #look(): Promise<void> {
    const known = this.#disk;
    const file = await this.#readAgain();
    if (typeof file === 'string') this.#events.unreadable?.(file);
    // Our own save comes back as a change of the disk: it is no news.
    else if (file && file.disk !== known) this.#events.changed(file);
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

async function readSong(file: string, name: string): Promise<SongFile & { readonly prefix: string }> {
  try {
    const stat = await fs.stat(file);
    if (!stat.isFile()) throw new SongFileError(`${file} is not a file: name a .song.`);
    if (stat.size > mostText)
      throw new SongFileError(
        `${file} is ${Math.round(stat.size / 1e6)} MB: a song is text of at most ${mostText / 1e6} MB.`,
      );
    const bytes = await fs.readFile(file);
    const whole = asText(bytes);
    if (whole === undefined)
      throw new SongFileError(
        `${file} is not UTF-8 text: open it in the editor it came from, and save it as UTF-8.`,
      );
    const prefix = whole.startsWith(byteOrderMark) ? byteOrderMark : '';
    return { name, text: whole.slice(prefix.length), disk: versionOf(bytes), prefix };
  } catch (error) {
    if (error instanceof SongFileError) throw error;
    throw new SongFileError(`${file} cannot be read: ${sentenceOf(error)}`);
  }
}

const byteOrderMark = '\ufeff';

/** Undefined where the bytes are no UTF-8: read all the same, a save would write something else over them. */
function asText(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const versionOf = (bytes: Buffer): DiskVersion => createHash('sha256').update(bytes).digest('hex');
