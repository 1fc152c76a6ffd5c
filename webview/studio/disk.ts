// The page's text against the file on the disk: which version it was made from, whether it differs, and
// what happens when another program writes the file. Knows neither Monaco nor the page.

import type { FromStudio, SongFile, ToStudio } from '../../src/protocol/studio.ts';
import type { Notice } from './notice.ts';

export interface DiskText {
  readonly text: string;
  open(text: string, name: string): void;
  replaceAll(text: string): void;
}

export interface DiskEvents {
  /** False where the server is gone. */
  send(message: FromStudio): boolean;
  /** The text is saved, or another program's text was taken: it is what shall sound. */
  settled(): void;
  /** The server has written the text. */
  written(): void;
  /** The name, or whether there is something to save, may have changed. */
  changed(): void;
  say(message: string, kind?: 'wrong'): void;
}

export class Disk {
  name = '';
  readonly #text: DiskText;
  readonly #notice: Notice;
  readonly #events: DiskEvents;
  #base: SongFile | undefined;
  #request = 0;
  #saving: { readonly request: number; readonly text: string } | undefined;

  constructor(text: DiskText, notice: Notice, events: DiskEvents) {
    this.#text = text;
    this.#notice = notice;
    this.#events = events;
  }

  get dirty(): boolean {
    return this.#base !== undefined && this.#base.text !== this.#text.text;
  }

  /** The text is heard at once; the disk answers when it has it. */
  save(): void {
    if (!this.#base) return;
    const { text } = this.#text;
    this.#saving = { request: ++this.#request, text };
    if (this.#events.send({ type: 'save', request: this.#request, text, over: this.#base.disk }))
      this.#events.settled();
    else
      this.#events.say(
        "Not saved: the studio's server has ended. Start it again; the text is still here.",
        'wrong',
      );
  }

  hear(message: Extract<ToStudio, { type: 'opened' | 'changed' | 'removed' | 'saved' | 'notSaved' }>): void {
    switch (message.type) {
      case 'opened':
        if (this.#base) this.#onDisk(message.file);
        else this.#open(message.file);
        return;
      case 'changed':
        this.#onDisk(message.file);
        return;
      case 'removed':
        this.#events.say(
          `${message.name} was moved or removed. The text is still here: save to write it again.`,
          'wrong',
        );
        return;
      case 'saved':
        this.#saved(message.request, message.disk);
        return;
      case 'notSaved':
        if (message.file) this.#conflict(message.file);
        else this.#events.say(message.reason, 'wrong');
    }
  }

  #open(file: SongFile): void {
    this.name = file.name;
    this.#base = file;
    this.#text.open(file.text, file.name);
    // Monaco may hold it with other line ends: that is not a change that someone made.
    this.#base = { ...file, text: this.#text.text };
    this.#events.settled();
    this.#events.changed();
  }

  #onDisk(file: SongFile): void {
    if (file.disk === this.#base?.disk) return;
    const isNews = file.text !== this.#text.text;
    if (isNews && this.dirty) {
      this.#conflict(file);
      return;
    }
    this.#take(file);
    if (isNews) this.#events.say(`${file.name} was changed by another program: its text is here now.`);
  }

  #saved(request: number, disk: string): void {
    if (request !== this.#saving?.request || !this.#base) return;
    this.#base = { ...this.#base, text: this.#saving.text, disk };
    this.#saving = undefined;
    this.#notice.hide();
    this.#events.say('Saved.');
    this.#events.changed();
    this.#events.written();
  }

  #take(file: SongFile): void {
    if (file.text !== this.#text.text) this.#text.replaceAll(file.text);
    this.#base = { ...file, text: this.#text.text };
    this.#notice.hide();
    this.#events.settled();
    this.#events.changed();
  }

  #conflict(file: SongFile): void {
    this.#notice.ask(`${file.name} was changed by another program while you have changes of your own.`, [
      {
        label: 'Keep mine and save it',
        choose: () => {
          this.#base = { ...file };
          this.save();
        },
      },
      { label: 'Take the other', choose: () => this.#take(file) },
    ]);
    this.#events.say('Not saved: choose which text shall stand.', 'wrong');
  }
}
