// Our language server in a worker, spoken to by Monaco's own LSP client.

import { lsp } from 'monaco-editor';

/** Starts it; from then on Monaco shows its problems, completions, hovers and fixes. */
export function startLanguageServer(failed: (message: string) => void): void {
  const worker = new Worker('/studio/server.worker.js', { name: 'Codetta language server' });
  worker.addEventListener('error', (event) =>
    failed(`The language server stopped: ${event.message || 'it could not be loaded'}.`),
  );
  new lsp.MonacoLspClient(lsp.createTransportToWorker(worker));
}
