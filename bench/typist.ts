// A typist at the real language server, over streams in memory: keys go in as an editor sends them, and what
// comes back is timed. Keeps nothing of what it hears, so that memory is the server's.

import { PassThrough } from 'node:stream';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { createConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageOf } from '../src/languages/languages.ts';
import { createServer } from '../src/server/server.ts';
import type { World } from '../src/server/world.ts';

export interface Typist {
  open(uri: string, text: string): void;
  /** Replaces characters of an open text, without waiting. */
  type(uri: string, from: number, to: number, text: string): void;
  text(uri: string): string;
  /** Resolves when the diagnostics of a document's present version are in. */
  diagnosed(uri: string): Promise<void>;
  ask<Answer>(method: string, uri: string, offset: number): Promise<Answer>;
  request<Answer>(method: string, params: object): Promise<Answer>;
  end(): Promise<void>;
}

/** @param folder  the URI of the workspace */
export async function typist(folder: string, world: Partial<World> = {}): Promise<Typist> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  createServer(server, { languageOf, pageOf: () => undefined, version: '0.0.0', ...world });
  server.listen();
  const client = createMessageConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const documents = new Map<string, TextDocument>();
  const waiting = new Map<string, { version: number; resolve: () => void }>();
  client.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type === 1) throw new Error(message);
  });
  client.onNotification('textDocument/publishDiagnostics', (found: { uri: string; version?: number }) => {
    const one = waiting.get(found.uri);
    if (one && one.version === found.version) {
      waiting.delete(found.uri);
      one.resolve();
    }
  });
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'songs' }],
    capabilities: { workspace: { workspaceFolders: true } },
  });
  await client.sendNotification('initialized', {});
  const documentAt = (uri: string): TextDocument => documents.get(uri)!;
  return {
    open: (uri, text) => {
      documents.set(uri, TextDocument.create(uri, 'song', 1, text));
      void client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'song', version: 1, text },
      });
    },
    type: (uri, from, to, text) => {
      const before = documentAt(uri);
      const range = { start: before.positionAt(from), end: before.positionAt(to) };
      const version = before.version + 1;
      documents.set(uri, TextDocument.update(before, [{ range, text }], version));
      void client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text }],
      });
    },
    text: (uri) => documentAt(uri).getText(),
    diagnosed: (uri) =>
      new Promise((resolve) => waiting.set(uri, { version: documentAt(uri).version, resolve })),
    ask: (method, uri, offset) =>
      client.sendRequest(`textDocument/${method}`, {
        textDocument: { uri },
        position: documentAt(uri).positionAt(offset),
      }),
    request: (method, params) => client.sendRequest(method, params),
    end: async () => {
      await client.sendRequest('shutdown');
      client.dispose();
      server.dispose();
    },
  };
}
