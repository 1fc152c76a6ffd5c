// An editor without a window: speaks the protocol with the real server over streams in memory.

import { PassThrough } from 'node:stream';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import type {
  Diagnostic,
  InitializeResult,
  PublishDiagnosticsParams,
  RegistrationParams,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageOf } from '../../src/languages/languages.ts';
import { createServer } from '../../src/server/server.ts';
import type { World } from '../../src/server/world.ts';

export const uri = 'file:///songs/test.song';

export interface Editor {
  readonly initialized: InitializeResult;
  /** What the server has asked for by registration: methods, with their options. */
  readonly registered: ReadonlyMap<string, unknown>;
  /** What the server logged as errors. */
  readonly errors: string[];
  /** All diagnostics that came, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  open(text: string, at?: string): void;
  /** Replaces `range` of the open text, as a keystroke does; resolves when its diagnostics are in. */
  change(from: number, to: number, text: string): Promise<PublishDiagnosticsParams>;
  save(): void;
  close(): void;
  /** The next diagnostics for the version of the text that is open now. */
  diagnostics(at?: string): Promise<PublishDiagnosticsParams>;
  request<Answer>(method: string, params?: object): Promise<Answer>;
  notify(method: string, params: object): Promise<void>;
  /** Position of the first `needle`, plus `after` characters. */
  positionOf(needle: string, after?: number): { line: number; character: number };
  /** The URI of the text that was opened last. */
  readonly uri: string;
  /** The next diagnostics of a document, whatever their version. */
  nextDiagnostics(at: string): Promise<PublishDiagnosticsParams>;
  /** The line of a position, up to it. */
  lineUpTo(position: { line: number; character: number }): string;
  /** The characters that a range of the protocol means. */
  textOf(range: Diagnostic['range']): string;
  applied(edits: readonly TextEdit[]): string;
  appliedWorkspace(edit: WorkspaceEdit): string;
  end(): Promise<void>;
}

/** @param more  further parameters of `initialize`: folders, capabilities */
export const editor = async (
  world: Partial<World> = {},
  initializationOptions?: object,
  more: object = {},
): Promise<Editor> => {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  createServer(server, {
    languageOf,
    pageOf: (rule) => `file:///pages/${rule}.md`,
    version: '0.0.0-test',
    ...world,
  });
  server.listen();

  const client = createMessageConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const registered = new Map<string, unknown>();
  const errors: string[] = [];
  const published: PublishDiagnosticsParams[] = [];
  const waiting: {
    wants: (found: PublishDiagnosticsParams) => boolean;
    resolve: (found: PublishDiagnosticsParams) => void;
  }[] = [];
  client.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type === 1) errors.push(message);
  });
  client.onNotification('textDocument/publishDiagnostics', (found: PublishDiagnosticsParams) => {
    published.push(found);
    for (const one of waiting.filter(({ wants }) => wants(found))) {
      waiting.splice(waiting.indexOf(one), 1);
      one.resolve(found);
    }
  });
  client.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    for (const { method, registerOptions } of registrations) registered.set(method, registerOptions);
  });
  client.listen();
  const initialized = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions,
    ...more,
  });
  await client.sendNotification('initialized', {});

  let document = TextDocument.create(uri, 'song', 0, '');
  const diagnostics = (at = document.uri): Promise<PublishDiagnosticsParams> => {
    const { version } = document;
    const wants = (found: PublishDiagnosticsParams): boolean => found.uri === at && found.version === version;
    const known = published.find(wants);
    return known ? Promise.resolve(known) : new Promise((resolve) => waiting.push({ wants, resolve }));
  };

  return {
    initialized,
    registered,
    errors,
    published,
    open: (text, at = uri) => {
      document = TextDocument.create(at, 'song', 1, text);
      void client.sendNotification('textDocument/didOpen', {
        textDocument: { uri: at, languageId: at.endsWith('.song') ? 'song' : 'plaintext', version: 1, text },
      });
    },
    change: (from, to, text) => {
      const range = { start: document.positionAt(from), end: document.positionAt(to) };
      const version = document.version + 1;
      document = TextDocument.update(document, [{ range, text }], version);
      void client.sendNotification('textDocument/didChange', {
        textDocument: { uri: document.uri, version },
        contentChanges: [{ range, text }],
      });
      return diagnostics();
    },
    save: () => void client.sendNotification('textDocument/didSave', { textDocument: { uri: document.uri } }),
    close: () =>
      void client.sendNotification('textDocument/didClose', { textDocument: { uri: document.uri } }),
    diagnostics,
    notify: (method, params) => client.sendNotification(method, params),
    request: (method, params = {}) =>
      client.sendRequest(method, { textDocument: { uri: document.uri }, ...params }),
    positionOf: (needle, after = 0) => {
      const at = document.getText().indexOf(needle);
      if (at < 0) throw new Error(`the song has no "${needle}"`);
      return document.positionAt(at + after);
    },
    get uri() {
      return document.uri;
    },
    nextDiagnostics: (at) =>
      new Promise((resolve) => waiting.push({ wants: (found) => found.uri === at, resolve })),
    lineUpTo: (position) => document.getText({ start: { line: position.line, character: 0 }, end: position }),
    textOf: (range) => document.getText(range),
    applied: (edits) => TextDocument.applyEdits(document, [...edits]),
    appliedWorkspace: ({ documentChanges }) => {
      const [change] = documentChanges ?? [];
      if (!change || !('edits' in change)) throw new Error('no edit of a document');
      if (change.textDocument.version !== document.version) throw new Error('an edit of another version');
      return TextDocument.applyEdits(document, change.edits as TextEdit[]);
    },
    end: async () => {
      await client.sendRequest('shutdown');
      client.dispose();
      server.dispose();
    },
  };
};
