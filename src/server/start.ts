// Starts the server in a process of its own, speaking as its arguments say (`--stdio`, `--node-ipc`).

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { languageOf } from './languages.ts';
import { createServer } from './server.ts';

export const startServer = (version: string): void => {
  const connection = createConnection(ProposedFeatures.all);
  createServer(connection, { languageOf, pageOf, version });
  connection.listen();
};

/** The page as a file of this installation. */
const pageOf = (rule: string): string | undefined => {
  if (!pagesFolder) return undefined;
  return pathToFileURL(path.join(pagesFolder, `${rule}.md`)).href;
};

// Built into dist or run from source, the pages stand in a folder above.
const pagesFolder = ((): string | undefined => {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (let up = 0; up < 4; up++) {
    const pages = path.join(folder, 'docs', 'checks');
    if (fs.existsSync(pages)) return pages;
    folder = path.dirname(folder);
  }
  return undefined;
})();
