// The pages that are connected: gives each the song, hears its saves and its bounces, and tells all what
// another program or another page wrote.

import type http from 'node:http';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { sentenceOf } from '../files/world-error.ts';
import { checkFromStudio } from '../protocol/check.ts';
import { type FromStudio, mostText, type OtherFile, type ToStudio } from '../protocol/studio.ts';
import type { HeardBounces } from '../render/heard-bounces.ts';
import { ImportedFiles } from './imported-files.ts';
import { WatchedSong } from './song-file.ts';
import { StudioBounce } from './studio-bounce.ts';

export interface Connection {
  /** Path of the song, its links followed. */
  readonly song: string;
  /** The song's folder, its links followed. */
  readonly folder: string;
  /** A file that the song imports; its id, and `from`, are paths from the song's folder. */
  open(written: string, from: string): OtherFile;
  readonly heard: HeardBounces;
  /** Takes over a request that has passed the door. */
  accept(request: http.IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

/** @throws SongFileError where the song can't be read */
export async function connectPages(file: string, report: (message: string) => void): Promise<Connection> {
  const pages = new WebSocketServer({ noServer: true, maxPayload: mostText * 4, perMessageDeflate: false });
  const song = await WatchedSong.open(file, {
    changed: (changed) => tellAll({ type: 'changed', file: changed }),
    removed: (name) => tellAll({ type: 'removed', name }),
    unreadable: (reason) => tellAll({ type: 'refused', reason }),
  });
  const folder = path.dirname(song.path);
  const imported = new ImportedFiles(folder, (id) => tellAll({ type: 'otherChanged', id }));
  const bounce = new StudioBounce(song.path, (state) => tellAll({ type: 'bounce', state }));

  const tell = (page: WebSocket, message: ToStudio): void => page.send(JSON.stringify(message));
  function tellAll(message: ToStudio, except?: WebSocket): void {
    for (const page of pages.clients) if (page !== except) tell(page, message);
  }

  async function act(page: WebSocket, message: FromStudio): Promise<void> {
    switch (message.type) {
      case 'save': {
        const saved = await song.save(message.text, message.over);
        if (!saved.ok) {
          const { reason, file: now } = saved;
          return tell(page, {
            type: 'notSaved',
            request: message.request,
            reason,
            ...(now ? { file: now } : {}),
          });
        }
        tell(page, { type: 'saved', request: message.request, disk: saved.disk });
        return tellAll(
          { type: 'changed', file: { name: song.name, text: message.text, disk: saved.disk } },
          page,
        );
      }
      case 'startBounce':
        return bounce.start(message.text, message.options);
      case 'cancelBounce':
        return bounce.cancel();
      case 'open': {
        const { path: written, from } = message;
        return tell(page, { type: 'other', path: written, from, opened: imported.open(written, from) });
      }
    }
  }

  pages.on('connection', (page) => {
    page.on('error', (error) => report(`A page was lost: ${error.message}`));
    page.on('message', (data, isBinary) => {
      const checked = checkFromStudio(isBinary ? undefined : parsed(String(data)));
      if (!checked.ok) return tell(page, { type: 'refused', reason: checked.reason });
      act(page, checked.message).catch((error: unknown) => {
        report(sentenceOf(error));
        tell(page, { type: 'refused', reason: sentenceOf(error) });
      });
    });
    song.read().then(
      (opened) => tell(page, { type: 'opened', file: opened }),
      (error: unknown) => {
        tell(page, { type: 'refused', reason: sentenceOf(error) });
        page.close();
      },
    );
  });

  return {
    song: song.path,
    folder,
    heard: bounce.heard,
    open: (written, from) => imported.open(written, from),
    accept: (request, socket, head) =>
      pages.handleUpgrade(request, socket, head, (page) => pages.emit('connection', page, request)),
    close: async () => {
      for (const page of pages.clients) page.terminate();
      pages.close();
      await Promise.all([song.close(), imported.close(), bounce.end()]);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
