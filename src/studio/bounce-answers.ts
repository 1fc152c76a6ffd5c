// Sound of a bounce for the studio's page: samples of one that is kept, by its number.

import type http from 'node:http';
import { mostBounceFrames } from '../protocol/panel.ts';
import type { HeardBounces } from '../render/heard-bounces.ts';
import { commonHeaders, filePolicy } from './headers.ts';

const headers = { ...commonHeaders, 'Content-Security-Policy': filePolicy };

/** Answers `/bounce?bounce=1&from=0&count=48000` with the samples of one side after the other, as 32-bit floats. */
export async function sendBounce(
  heard: HeardBounces,
  asked: URLSearchParams,
  response: http.ServerResponse,
): Promise<void> {
  const [bounce, from, count] = ['bounce', 'from', 'count'].map((name) => Number(asked.get(name) ?? ''));
  const areCounts = [bounce, from, count].every((value) => Number.isSafeInteger(value) && value! >= 0);
  if (!areCounts || count! > mostBounceFrames) {
    response
      .writeHead(400, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' })
      .end('Which part of which bounce?\n');
    return;
  }
  const { channels } = await heard.read({ bounce: bounce!, from: from!, count: count! });
  response.writeHead(200, {
    ...headers,
    'Content-Type': 'application/octet-stream',
    'X-Channels': channels.length,
  });
  for (const { buffer, byteOffset, byteLength } of channels)
    response.write(new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength));
  response.end();
}
