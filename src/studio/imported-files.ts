// The files that the song imports, for pages that have no disk: opened inside the song's folder, and
// followed from then on. Their ids are their paths from that folder, with `/` between the parts.

import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { otherFilesIn } from '../files/other-files.ts';
import type { OtherFile } from '../protocol/studio.ts';

/** More than any song imports; a page that asks for more is no page of ours. */
const mostFollowed = 1000;

export class ImportedFiles {
  readonly #folder: string;
  readonly #files: ReturnType<typeof otherFilesIn>;
  readonly #watcher: FSWatcher;

  /**
   * @param folder   the song's folder, its links followed
   * @param changed  told of the id of a file that was opened and is another one now, or gone
   */
  constructor(folder: string, changed: (id: string) => void) {
    this.#folder = folder;
    this.#files = otherFilesIn(folder);
    this.#watcher = watch([], {
      ignoreInitial: true,
      atomic: 100,
      awaitWriteFinish: { stabilityThreshold: 60, pollInterval: 20 },
    });
    for (const event of ['add', 'change', 'unlink'] as const)
      this.#watcher.on(event, (file) => changed(this.#idOf(path.resolve(file))));
    this.#watcher.on('error', () => {});
  }

  /** @param from  the id of the file that names it */
  open(written: string, from: string): OtherFile {
    const opened = this.#files.open(written, path.resolve(this.#folder, ...from.split('/')))!;
    if (!opened.ok) return opened;
    if (Object.keys(this.#watcher.getWatched()).length < mostFollowed) this.#watcher.add(opened.id);
    return { ...opened, id: this.#idOf(opened.id) };
  }

  async close(): Promise<void> {
    await this.#watcher.close();
  }

  #idOf(file: string): string {
    return path.relative(this.#folder, file).split(path.sep).join('/');
  }
}
