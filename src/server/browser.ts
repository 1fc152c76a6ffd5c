// The server in a browser's worker, for the studio page.

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import packageJson from '../../package.json' with { type: 'json' };
import { languageOf } from '../languages/languages.ts';
import { songCommands } from '../protocol/song-commands.ts';
import { openModule } from '../sandbox/open-module.ts';
import { newWebEvaluator } from '../sandbox/web-evaluator.ts';
import { heardServed } from './heard-served.ts';
import { askServed, openServed } from './served.ts';
import { createServer } from './server.ts';
import { soundFilesServed } from './sound-files-served.ts';

// A worker's own scope has the two methods of a worker that the transport uses.
const worker = self as unknown as Worker;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
// Monaco's client says nothing of itself: this is what the studio's page can do. It has one song open.
createServer(connection, {
  languageOf,
  pageOf: () => undefined,
  open: openServed,
  soundFiles: soundFilesServed(askServed, () => performance.now()),
  // A folder is looked through once in a while, not at every keystroke: the studio's server remembers.
  soundsNear: () => JSON.parse(askServed('/sounds-near') ?? '[]') as readonly string[],
  ...heardServed((...asked) => fetch(...asked)),
  // The song in TypeScript is the user's own, opened by its path: it may import what is installed beside it.
  newEvaluator: (files) =>
    newWebEvaluator('/studio/sandbox.worker.js', { open: openModule(files, { packages: true }) }),
  version: packageJson.version,
  client: { commands: Object.values(songCommands), pictures: true },
});
connection.listen();
