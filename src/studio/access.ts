// Who may speak to the studio: this machine's own browser, on a page that the studio served, with the
// token of its address. A page from elsewhere that guesses the port gets nothing.

import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Door {
  readonly port: number;
  readonly token: string;
}

/** Why a request is refused: the status to answer with, and the fact for the person who asked. */
export interface Refusal {
  readonly status: 401 | 403 | 421;
  readonly reason: string;
}

/** The names under which a browser of this machine reaches the studio. */
export const ownHosts = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`];

/** Cookies are shared by the ports of a host: the port in the name keeps two studios apart. */
export const cookieName = (port: number): string => `codetta-${port}`;

/**
 * Undefined where the request may come in. A name that only resolves to this machine (DNS rebinding) is
 * not its name; a page of another origin may not ask, and a script's request must say its origin.
 */
export function refusalOf(request: IncomingMessage, url: URL, door: Door): Refusal | undefined {
  const { host, origin } = request.headers;
  if (!host || !ownHosts(door.port).includes(host))
    return { status: 421, reason: 'This is not the address of the studio.' };
  const upgrading = request.headers.upgrade !== undefined;
  const simple = (request.method === 'GET' || request.method === 'HEAD') && !upgrading;
  if (origin === undefined ? !simple : origin !== `http://${host}`)
    return { status: 403, reason: 'Only the page of the studio may ask this.' };
  if (!hasToken(request, url, door)) {
    return {
      status: 401,
      reason: 'The address is not whole: open the one that the studio printed, with its token.',
    };
  }
  return undefined;
}

function hasToken(request: IncomingMessage, url: URL, { port, token }: Door): boolean {
  const given = [url.searchParams.get('token'), cookie(request.headers.cookie, cookieName(port))];
  return given.some((one) => one !== null && one !== undefined && equal(one, token));
}

// Digests have one length, so that the comparison takes the same time whatever was given.
const equal = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

function cookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
