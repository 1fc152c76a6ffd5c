// Songs in TypeScript, beside TypeScript's own server: what we answer of them, so that nothing is there twice.
// Names, types, outline, layout and folding are TypeScript's; the music is ours.

import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  type Connection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentColorRequest,
  DocumentHighlightRequest,
  HoverRequest,
  InlayHintRequest,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { OpenSong } from './documents.ts';
import { syncKind } from './documents.ts';

/** By the names that the server's features have in its log. */
const ours: ReadonlySet<string> = new Set([
  'completion',
  'hover',
  'highlights',
  'code actions',
  'code lenses',
  'hints',
  'track colours',
]);

export const isOurs = (feature: string, { language }: OpenSong): boolean =>
  language.id !== 'song-typescript' || ours.has(feature);

const documentSelector = [{ pattern: '**/*.song.ts' }];

/**
 * Asks the editor for songs in TypeScript, with those features alone: what it is told of at the beginning holds
 * for every document that it sends, and a second formatter is one too many even where it does nothing.
 */
export const registerBesideTypeScript = async (
  { client }: Connection,
  { completionProvider, codeActionProvider }: ServerCapabilities,
): Promise<void> => {
  const options = { documentSelector };
  await Promise.all([
    client.register(DidOpenTextDocumentNotification.type, options),
    client.register(DidChangeTextDocumentNotification.type, { ...options, syncKind }),
    client.register(DidCloseTextDocumentNotification.type, options),
    client.register(CompletionRequest.type, { ...options, ...completionProvider }),
    client.register(HoverRequest.type, options),
    client.register(DocumentHighlightRequest.type, options),
    client.register(CodeActionRequest.type, {
      ...options,
      ...(typeof codeActionProvider === 'object' ? codeActionProvider : {}),
    }),
    client.register(CodeLensRequest.type, options),
    client.register(InlayHintRequest.type, options),
    client.register(DocumentColorRequest.type, options),
  ]);
};
