// Recorded sound for the studio's page, which has no disk: which zones an instrument has, and the samples of
// one recording.

import type http from 'node:http';
import { checkSoundRequest } from '../protocol/check.ts';
import { diskSounds } from '../sounds/disk-sounds.ts';
import { commonHeaders, filePolicy } from './headers.ts';

/** Answers what begins with `/sounds/`; undefined for every other address. */
export type SoundAnswers = (url: URL, response: http.ServerResponse) => Promise<void> | undefined;

/**
 * @param song    path of the song's file
 * @param folder  nothing outside of it is read
 */
export function soundAnswers(song: string, folder: string): SoundAnswers {
  const sounds = diskSounds({ song, folder });

  async function sendMap(url: URL, response: http.ServerResponse): Promise<void> {
    const checked = checkSoundRequest(parsed(url.searchParams.get('request')));
    if (!checked.ok) return refuse(response, 400, checked.reason);
    const map = await sounds.map(checked.message);
    response.writeHead(200, { ...headers, 'Content-Type': 'application/json' }).end(JSON.stringify(map));
  }

  async function sendRecording(url: URL, response: http.ServerResponse): Promise<void> {
    const { hash, sampleRate, channels } = await sounds.recording(url.searchParams.get('id') ?? '');
    response.writeHead(200, {
      ...headers,
      'Content-Type': 'application/octet-stream',
      'X-Hash': hash,
      'X-Sample-Rate': sampleRate,
      'X-Channels': channels.length,
    });
    for (const { buffer, byteOffset, byteLength } of channels)
      response.write(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength));
    response.end();
  }

  return (url, response) => {
    const answer =
      url.pathname === '/sounds/map'
        ? sendMap
        : url.pathname === '/sounds/recording'
          ? sendRecording
          : undefined;
    return answer?.(url, response).catch((error: unknown) =>
      refuse(response, 404, error instanceof Error ? error.message : String(error)),
    );
  };
}

const headers = { ...commonHeaders, 'Content-Security-Policy': filePolicy };

const refuse = (response: http.ServerResponse, status: number, reason: string): void => {
  response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${reason}\n`);
};

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
