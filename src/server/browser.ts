// The server in a browser's worker, for the studio page.

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import packageJson from '../../package.json' with { type: 'json' };
import { languageOf } from '../languages/languages.ts';
import { createServer } from './server.ts';

// A worker's own scope has the two methods of a worker that the transport uses.
const worker = self as unknown as Worker;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
// The page that starts the worker says where the rules' pages are.
createServer(connection, { languageOf, pageOf: () => undefined, version: packageJson.version });
connection.listen();
