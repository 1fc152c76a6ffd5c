// What a server in a browser's worker asks of the studio's server: files that the song imports, and what else the
// protocol's answers wait for. It is fetched while they wait: a worker may.

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
  const query = new URLSearchParams({ path, from: decodeURI(from.slice(root.length)) });
  const answer = askServed(`/imported?${query}`);
  const opened = answer === undefined ? undefined : (JSON.parse(answer) as NonNullable<Opened>);
  return opened?.ok ? { ...opened, id: new URL(encodeURI(opened.id), root).href } : opened;
};

/** What the studio's server answers to an address; undefined where it refuses. */
export const askServed = (address: string): string | undefined => {
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  try {
    request.send();
    return request.status === 200 ? request.responseText : undefined;
  } catch {
    // The studio's server has ended: the page says so.
    return undefined;
  }
};
