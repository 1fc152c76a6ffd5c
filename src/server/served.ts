// Files that the song imports, for a server in a browser's worker: asked of the studio's server. The
// protocol's answers wait for them, so they are fetched while they wait: a worker may.

import type { Opened } from '../languages/link.ts';

/** What is used of a worker's own request, which the types of a process do not have. */
declare const XMLHttpRequest: new () => {
  readonly status: number;
  readonly responseText: string;
  open(method: 'GET', address: string, async: false): void;
  send(): void;
};

/** Addresses of the songs in the editor begin with this; the rest is the path from the song's folder. */
const root = 'file:///studio/';

/** @param from  the URI of the song that names the file; so is the id of what is opened */
export const openServed = (path: string, from: string): Opened => {
  if (!from.startsWith(root)) return undefined;
  const request = new XMLHttpRequest();
  const query = new URLSearchParams({ path, from: decodeURI(from.slice(root.length)) });
  request.open('GET', `/imported?${query}`, false);
  try {
    request.send();
    const opened =
      request.status === 200 ? (JSON.parse(request.responseText) as NonNullable<Opened>) : undefined;
    return opened?.ok ? { ...opened, id: new URL(encodeURI(opened.id), root).href } : opened;
  } catch {
    // The studio's server has ended: the page says so.
    return undefined;
  }
};
