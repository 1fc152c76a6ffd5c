// The song in the status bar: what it is, whether it plays and where, and whether the text that sounds
// is the one in the editor.

import * as vscode from 'vscode';
import type { SongSession } from '../session/session.ts';

type Place = { readonly playing: boolean; readonly bar: number; readonly beat: number };

export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('codetta.song', vscode.StatusBarAlignment.Left, 50);
  #title = '';
  #errors = 0;
  #lastGood = false;
  #place: Place | undefined;
  #failure: string | undefined;
  #tapped: number | undefined;

  constructor() {
    this.#item.name = 'Codetta';
    this.#item.command = 'codetta.openPanel';
  }

  song(session: SongSession): void {
    this.#title = session.song?.title ?? '';
    this.#errors = session.problems.filter((problem) => problem.severity === 'error').length;
    this.#lastGood = session.playing === 'last good';
    this.#draw();
  }

  /** Where the song stands; undefined when nothing can play it. */
  at(place: Place | undefined): void {
    this.#place = place;
    this.#failure = undefined;
    this.#draw();
  }

  /** A tempo that Enter writes into the text; undefined where there is none. */
  tapped(bpm: number | undefined): void {
    if (bpm === this.#tapped) return;
    this.#tapped = bpm;
    void vscode.commands.executeCommand('setContext', 'codetta.tapping', bpm !== undefined);
    this.#draw();
  }

  /** The panel could not do something; the log has it in full. */
  failed(message: string): void {
    this.#failure = message;
    this.#draw();
  }

  dispose(): void {
    this.#item.dispose();
  }

  #draw(): void {
    const { playing, bar, beat } = this.#place ?? { playing: false, bar: 1, beat: 1 };
    const where = this.#place ? ` ${bar}:${Math.floor(beat)}` : '';
    const good = this.#lastGood ? ' $(warning) playing the last good song' : '';
    const icon = this.#failure ? '$(error)' : playing ? '$(play)' : '$(music)';
    const tapped = this.#tapped === undefined ? '' : ` ${this.#tapped} bpm: Enter writes it`;
    this.#item.text = `${icon} ${this.#title || 'Song'}${where}${tapped}${good}`;
    this.#item.tooltip = this.#tooltip();
    this.#item.backgroundColor = this.#lastGood
      ? new vscode.ThemeColor('statusBarItem.warningBackground')
      : undefined;
    this.#item.show();
  }

  #tooltip(): string {
    if (this.#failure) return this.#failure;
    const errors = `${this.#errors} ${this.#errors === 1 ? 'error' : 'errors'}`;
    if (this.#lastGood && this.#errors === 0)
      return 'The text has nothing to play: the last good song plays on until it has.';
    if (this.#lastGood) return `The text has ${errors}: the last good song plays on until they are mended.`;
    return this.#errors > 0 ? `${errors} in the song. Click for the panel.` : 'Click for the panel.';
  }
}
