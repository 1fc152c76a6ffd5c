// The panel in a driven workbench, and waiting for what comes in its own time.

import { setTimeout as wait } from 'node:timers/promises';
import type { Workbench } from '../tools/vscode/workbench.ts';

export async function openPanel(vs: Workbench): Promise<void> {
  await vs.runCommand('Codetta: Open Panel');
  await vs.panelFrame().locator('.transport').waitFor({ timeout: 30_000 });
}

/** Asks until it is so. @throws after 15 s */
export async function until(what: string, ask: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end; await wait(100)) {
    if (await ask().catch(() => false)) return;
  }
  throw new Error(`${what} did not come within 15 s`);
}

/** Lines of the extension's own log, and of the extension host's about it, that tell of an error. */
export function errorsIn(vs: Workbench): readonly string[] {
  return [...vs.logs()].flatMap(([file, text]) =>
    text
      .split('\n')
      .filter((line) => /\[error\]/.test(line) && (/codetta/i.test(file) || /codetta/i.test(line))),
  );
}
