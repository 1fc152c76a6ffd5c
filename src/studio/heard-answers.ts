// What the saved song sounds like, for the language server in the page, which has nothing to play it with: rendered and
// measured here in the background, its recordings heard, and only where the page means the text that is on the disk.

import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import type http from 'node:http';
import { otherFilesIn, projectOf } from '../files/other-files.ts';
import { languageOf } from '../languages/languages.ts';
import { type HeardSong, heardToText } from '../protocol/heard.ts';
import { usualCache } from '../render/kept/part-store.ts';
import { newMeasurer } from '../render/measurer.ts';
import { hearRecordings } from '../render/recordings.ts';
import { measureReferences } from '../render/references.ts';
import { readSong } from '../sandbox/read-song.ts';
import { songSounds } from '../sounds/song-sounds.ts';
import { layOut } from '../timeline/lay-out.ts';
import { commonHeaders, filePolicy } from './headers.ts';

export interface HeardAnswers {
  /** @param hash  SHA-256 of the text that is meant, in hexadecimal */
  send(hash: string | null, response: http.ServerResponse): Promise<void>;
  end(): Promise<void>;
}

/** @param file  path of the song */
export const heardAnswers = (file: string): HeardAnswers => {
  const measurer = newMeasurer({ cache: usualCache() });

  const hear = async (text: string, signal: AbortSignal): Promise<HeardSong | undefined> => {
    const language = languageOf(file);
    if (!language) return undefined;
    const folder = projectOf(file);
    const { song } = await readSong({ language, file, text, files: otherFilesIn(folder) });
    const timeline = layOut(song);
    if (timeline.bars === 0) return undefined;
    const { sounds } = await songSounds(song, timeline, { song: file, folder });
    const references = await measureReferences(song, file);
    const [measured, recordings] = await Promise.all([
      measurer.measure(song, timeline, { sounds, signal, references }),
      hearRecordings(song, file, measurer, signal),
    ]);
    return measured && recordings && { measured, recordings };
  };

  return {
    async send(hash, response) {
      const text = await fs.readFile(file, 'utf8');
      if (createHash('sha256').update(text).digest('hex') !== hash) {
        response.writeHead(409, headers).end('The song on the disk is another one by now.\n');
        return;
      }
      const stop = new AbortController();
      // Whoever asked has saved again, or has gone.
      response.on('close', () => stop.abort());
      const heard = await hear(text, stop.signal);
      if (!heard) {
        response.writeHead(204, headers).end();
        return;
      }
      response.writeHead(200, { ...headers, 'Content-Type': 'application/json' }).end(heardToText(heard));
    },
    end: () => measurer.close(),
  };
};

const headers = { ...commonHeaders, 'Content-Security-Policy': filePolicy };
