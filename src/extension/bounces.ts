// The bounce in VS Code: where it goes, its progress in a notification and in the panel, its end.
// Writing a file waits until the folder is trusted; one bounce runs at a time.

import * as vscode from 'vscode';
import { bounceBits, bounceFormats, bounceRates } from '../protocol/check.ts';
import type { BounceOptions, BounceState, DoneBounce } from '../protocol/panel.ts';
import { bounceText } from '../render/bounce-text.ts';
import { HeardBounces } from '../render/heard-bounces.ts';
import { bounceName } from '../session/bounce-name.ts';
import { folderOf } from './imports.ts';

export class Bounces implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  /** What was bounced, to be heard in the panel. */
  readonly heard = new HeardBounces();
  readonly #tellPanel: (state: BounceState) => void;
  #running: AbortController | undefined;

  constructor(log: vscode.LogOutputChannel, tellPanel: (state: BounceState) => void) {
    this.#log = log;
    this.#tellPanel = tellPanel;
  }

  /** Asks how, then bounces the song, or `part` of it: for the commands. */
  async ask(song: vscode.Uri, text: string, part: Pick<BounceOptions, 'from' | 'to'> = {}): Promise<void> {
    if (!vscode.workspace.isTrusted) return askForTrust();
    const options = await askOptions(song);
    if (options) await this.start(song, text, { ...options, ...part });
  }

  /** Asks where, then bounces `text`. Resolves when it has ended, whichever way. */
  async start(song: vscode.Uri, text: string, options: BounceOptions): Promise<void> {
    if (this.#running)
      return this.#tellPanel({
        state: 'failed',
        reason: 'Another bounce is running: wait for it, or cancel it.',
      });
    if (!vscode.workspace.isTrusted) {
      this.#tellPanel({ state: 'failed', reason: 'A bounce writes a file: trust this folder first.' });
      return askForTrust();
    }
    const running = new AbortController();
    this.#running = running;
    try {
      const file = await askPlace(song, options);
      if (!file || running.signal.aborted) return this.#tellPanel({ state: 'cancelled' });
      if (file.scheme === 'file') {
        const state = await this.#run(song, text, options, file, running);
        return this.#end(state.state === 'done' ? await this.heard.keep(state) : state, file);
      }
      this.#end({
        state: 'failed',
        reason: 'A bounce is written to a folder on this computer: choose one of those.',
      });
    } finally {
      this.#running = undefined;
    }
  }

  cancel(): void {
    this.#running?.abort();
  }

  dispose(): void {
    this.cancel();
    void this.heard.end();
  }

  async #run(
    song: vscode.Uri,
    text: string,
    options: BounceOptions,
    file: vscode.Uri,
    running: AbortController,
  ): Promise<BounceState> {
    const title = `Bouncing ${nameOf(file)}`;
    return vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (progress, token) => {
        token.onCancellationRequested(() => running.abort());
        let shown = 0;
        return bounceText({
          text,
          ...(song.scheme === 'file' ? { song: song.fsPath, folder: folderOf(song) } : {}),
          options,
          file: file.fsPath,
          signal: running.signal,
          tell: (state) => {
            this.#tellPanel(state);
            if (state.state !== 'running') return;
            progress.report({
              increment: (state.share - shown) * 100,
              message: `${Math.round(state.share * 100)} %`,
            });
            shown = state.share;
          },
        });
      },
    );
  }

  #end(state: BounceState, file?: vscode.Uri): void {
    this.#tellPanel(state);
    if (state.state === 'failed') {
      this.#log.error(`The bounce failed: ${state.reason}`);
      void vscode.window.showErrorMessage(`The bounce failed: ${state.reason}`);
    }
    if (state.state === 'done' && file) void this.#tellDone(state, file);
  }

  async #tellDone(
    { seconds, truePeakDb, loudness, stems, notes = [] }: DoneBounce,
    file: vscode.Uri,
  ): Promise<void> {
    for (const note of notes) void vscode.window.showWarningMessage(note);
    const minutes = `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
    const show = 'Show in Folder';
    const apart = stems ? `, with ${stems.length} stems beside it` : '';
    const answer = await vscode.window.showInformationMessage(
      `${nameOf(file)} is written: ${minutes}, ${loudness.toFixed(1)} LUFS, peak ${truePeakDb.toFixed(1)} dBTP${apart}.`,
      show,
    );
    if (answer === show) await vscode.commands.executeCommand('revealFileInOS', file);
  }
}

async function askForTrust(): Promise<void> {
  const manage = 'Manage Trust';
  const answer = await vscode.window.showWarningMessage(
    'A bounce writes a file: trust this folder first.',
    manage,
  );
  if (answer === manage) await vscode.commands.executeCommand('workbench.trust.manage');
}

const askPlace = (song: vscode.Uri, options: BounceOptions): Thenable<vscode.Uri | undefined> =>
  vscode.window.showSaveDialog({
    defaultUri: besideSong(song, options),
    filters:
      options.format === 'flac'
        ? { 'FLAC audio': ['flac'] }
        : { 'Wave audio': ['wav'], 'FLAC audio': ['flac'] },
    title: 'Bounce',
    saveLabel: 'Bounce',
  });

const nameOf = (file: vscode.Uri): string => file.path.split('/').at(-1) ?? '';

function besideSong(song: vscode.Uri, options: BounceOptions): vscode.Uri {
  const name = bounceName(nameOf(song), options);
  if (song.scheme === 'file') return vscode.Uri.joinPath(song, '..', name);
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  return folder ? vscode.Uri.joinPath(folder.uri, name) : vscode.Uri.file(name);
}

async function askOptions(song: vscode.Uri): Promise<BounceOptions | undefined> {
  const settings = vscode.workspace.getConfiguration('codetta.bounce', song);
  const [usualRate, usualBits] = [settings.get('rate'), settings.get('bits')];
  const words: Readonly<Record<BounceOptions['bits'], string>> = {
    '16': '16 bit',
    '24': '24 bit',
    '32f': '32-bit float',
  };
  const choices = bounceRates.flatMap((rate) =>
    bounceBits.flatMap((bits) =>
      bounceFormats
        .filter((format) => format === 'wav' || bits !== '32f')
        .map((format) => ({
          label: `${format.toUpperCase()}, ${rate / 1000} kHz, ${words[bits]}`,
          description:
            format === 'wav' && rate === usualRate && bits === usualBits ? 'as set in the settings' : '',
          options: { rate, bits, format } satisfies BounceOptions,
        })),
    ),
  );
  choices.sort((one, other) => Number(other.description !== '') - Number(one.description !== ''));
  return (await vscode.window.showQuickPick(choices, { title: 'Bounce the song to a file' }))?.options;
}
