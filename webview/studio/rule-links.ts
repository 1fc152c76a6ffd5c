// The code of a problem as a way to the page that explains its rule. Monaco's LSP client keeps a problem's
// code and drops the address that the server gave with it: it is heard on the way, and put back here.

import { editor, Uri } from 'monaco-editor';

/** A request by which a client begins. */
interface Beginning {
  readonly method: 'initialize';
  readonly params?: object;
}

export const asksToBegin = <Message>(message: Message): message is Message & Beginning =>
  typeof message === 'object' && message !== null && 'method' in message && message.method === 'initialize';

/** The addresses of rules, as the server says them with its problems. */
export class RulesHeard {
  readonly #pages = new Map<string, string>();

  pageOf(rule: string): string | undefined {
    return this.#pages.get(rule);
  }

  /** Any message of the server. */
  hear(message: unknown): void {
    const { method, params } = message as {
      method?: unknown;
      params?: { diagnostics?: readonly { code?: unknown; codeDescription?: { href?: unknown } }[] };
    };
    if (method !== 'textDocument/publishDiagnostics') return;
    for (const { code, codeDescription } of params?.diagnostics ?? [])
      if (typeof code === 'string' && typeof codeDescription?.href === 'string')
        this.#pages.set(code, codeDescription.href);
  }
}

/** From now on, every problem whose rule has a page links to it. */
export function linkRules(rules: RulesHeard): void {
  editor.onDidChangeMarkers((resources) => {
    for (const resource of resources) {
      const model = editor.getModel(resource);
      // Not while Monaco still tells of the change: one that is made meanwhile is told to nobody.
      if (model) setTimeout(() => !model.isDisposed() && link(model, rules), 0);
    }
  });
}

/** As Monaco's LSP client calls the markers that it sets. */
const owner = 'lsp';

function link(model: editor.ITextModel, rules: RulesHeard): void {
  const markers = editor.getModelMarkers({ resource: model.uri, owner });
  const linked = markers.map((marker) => {
    const page = typeof marker.code === 'string' ? rules.pageOf(marker.code) : undefined;
    return page ? { ...marker, code: { value: marker.code as string, target: Uri.parse(page) } } : marker;
  });
  // Setting them tells of a change again: only what has no link yet is set.
  if (linked.some((marker, index) => marker !== markers[index])) editor.setModelMarkers(model, owner, linked);
}
