// Opens an address in the browser of this machine, without a shell between.

import { spawn } from 'node:child_process';

/**
 * Resolves true where a browser was asked to open it, false where this machine has none to ask (no
 * screen, no opener): the address is then for the person to copy.
 */
export function openBrowser(url: string): Promise<boolean> {
  const opener = openerOf(process.platform, process.env);
  if (!opener) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(opener.command, [...opener.args, url], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    // An opener that can't ends at once; one that is still there after a moment is showing the page.
    const waited = setTimeout(() => resolve(true), 1500);
    child.once('exit', (code) => {
      clearTimeout(waited);
      resolve(code === 0);
    });
    child.unref();
  });
}

/** The system's way to open an address; undefined where there is no screen. */
export function openerOf(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): { readonly command: string; readonly args: readonly string[] } | undefined {
  if (platform === 'darwin') return { command: 'open', args: [] };
  // `start` would need the shell; rundll32 takes the address as it is.
  if (platform === 'win32') return { command: 'rundll32', args: ['url.dll,FileProtocolHandler'] };
  if (environment['DISPLAY'] || environment['WAYLAND_DISPLAY']) return { command: 'xdg-open', args: [] };
  return undefined;
}
