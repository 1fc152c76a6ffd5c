// The security headers of everything that the studio serves, and the policies of its pages.

import type { OutgoingHttpHeaders } from 'node:http';
import { ownHosts } from './access.ts';

export const commonHeaders: OutgoingHttpHeaders = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // The address holds the token: no other page learns it.
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), geolocation=(), payment=(), usb=()',
};

/** What is not a page may do nothing at all, if someone opens it as one. */
export const filePolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** The language server's worker asks the studio for what the song imports, and runs songs in a worker of its own. */
export const serverWorkerPolicy =
  "default-src 'none'; connect-src 'self'; worker-src 'self'; frame-ancestors 'none'";

/** The worker that runs songs in TypeScript has its engine, and nobody to speak with but the page. */
export const sandboxWorkerPolicy =
  "default-src 'none'; script-src 'wasm-unsafe-eval'; frame-ancestors 'none'";

/** The studio's page: our script, our workers, the panel's frame; Monaco styles its lines by style tags. */
export function studioPolicy(nonce: string, port: number): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    // Some browsers do not count a WebSocket of the same host as 'self'.
    `connect-src 'self' ${ownHosts(port)
      .map((host) => `ws://${host}`)
      .join(' ')}`,
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
