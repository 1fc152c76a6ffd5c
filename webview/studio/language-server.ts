// Our language server in a worker, spoken to by Monaco's own LSP client.

import { lsp } from 'monaco-editor';
import { asksToBegin, linkRules, RulesHeard } from './rule-links.ts';

type Transport = ConstructorParameters<typeof lsp.MonacoLspClient>[0];

/** Starts it; from then on Monaco shows its problems, completions, hovers and fixes. */
export function startLanguageServer(failed: (message: string) => void): LanguageServer {
  const worker = new Worker('/studio/server.worker.js', { name: 'Codetta language server' });
  worker.addEventListener('error', (event) =>
    failed(`The language server stopped: ${event.message || 'it could not be loaded'}.`),
  );
  const rules = new RulesHeard();
  linkRules(rules);
  const transport = lsp.createTransportToWorker(worker);
  new lsp.MonacoLspClient(toldOfPages(transport, rules));
  return {
    filesChanged: () => {
      const params = { changes: [{ uri: 'file:///studio/', type: changedFile }] };
      const message = { jsonrpc: '2.0', method: 'workspace/didChangeWatchedFiles', params };
      void transport.send(message as Parameters<Transport['send']>[0]);
    },
    saved: (uri) => {
      const message = { jsonrpc: '2.0', method: 'textDocument/didSave', params: { textDocument: { uri } } };
      void transport.send(message as Parameters<Transport['send']>[0]);
    },
  };
}

export interface LanguageServer {
  /** The text of a document is on the disk as it is here. */
  saved(uri: string): void;
  /** Files that the song imports are others now. */
  filesChanged(): void;
}

/** As the protocol numbers what happened to a file. */
const changedFile = 2;

// Monaco's client has no place for initialization options, and drops the links of the problems' codes:
// both are said and heard on the way between.
function toldOfPages(transport: Transport, rules: RulesHeard): Transport {
  const pages = new URL('/checks/', window.location.origin).href;
  return {
    get state() {
      return transport.state;
    },
    send: (message) =>
      transport.send(
        asksToBegin(message)
          ? { ...message, params: { ...message.params, initializationOptions: { pages } } }
          : message,
      ),
    setListener: (listener) =>
      transport.setListener(
        listener &&
          ((message) => {
            rules.hear(message);
            listener(message);
          }),
      ),
    toString: () => transport.toString(),
  };
}
