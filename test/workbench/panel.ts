// The panel in a driven workbench.

import type { Workbench } from '../tools/vscode/workbench.ts';

export async function openPanel(vs: Workbench): Promise<void> {
  await vs.runCommand('Codetta: Open Panel');
  await vs.panelFrame().locator('.transport').waitFor({ timeout: 30_000 });
}

/** Entries of the extension's own log, and of the extension host's about it, that tell of an error. */
export function errorsIn(vs: Workbench): readonly string[] {
  return [...vs.logs()].flatMap(([file, text]) => {
    const lines = text.split('\n');
    return lines.flatMap((line, at) =>
      // A folder of these tests, `codetta-...`, is none of its words.
      /\[error\]/.test(line) && (/codetta/i.test(file) || /codetta(?!-)/i.test(line))
        ? // What was thrown stands in the lines below.
          [lines.slice(at, at + 4).join('\n')]
        : [],
    );
  });
}
