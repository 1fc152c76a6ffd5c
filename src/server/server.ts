// The language server: one feature a file, wired to the protocol here.
// Knows the world only as it is passed in; runs in a process and in a browser's worker alike.

import {
  CodeActionKind,
  type Connection,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { codeActions } from './code-actions.ts';
import { completion, completionTriggers } from './completion.ts';
import { diagnostics } from './diagnostics.ts';
import { inFull, type OpenSong, openSongs, syncKind } from './documents.ts';
import { foldingRanges } from './folding.ts';
import { formatting } from './formatting.ts';
import { hover } from './hover.ts';
import { definition, highlights, references } from './navigation.ts';
import { prepareRename, rename } from './rename.ts';
import { symbols } from './symbols.ts';
import type { World } from './world.ts';

/**
 * Answers an editor on `connection`; the caller starts it with `connection.listen()`.
 * The client may give `initializationOptions.pages`, an address below which `RULE.md` explains each rule.
 */
export const createServer = (connection: Connection, world: World): void => {
  const songs = openSongs(connection, world);
  let pages: string | undefined;
  const itsWorld: World = {
    ...world,
    pageOf: (rule) => (pages === undefined ? world.pageOf(rule) : new URL(`${rule}.md`, pages).href),
  };

  connection.onInitialize(({ initializationOptions }) => {
    pages = pagesOf(initializationOptions);
    return { capabilities, serverInfo: { name: 'Codetta', version: world.version } };
  });

  // One request that fails must not take the others with it: it is logged, and answered with nothing.
  const answer =
    <Params extends { textDocument: { uri: string } }, Answer>(
      name: string,
      nothing: Answer,
      ask: (song: OpenSong, params: Params) => Answer,
    ) =>
    (params: Params): Answer => {
      const { uri } = params.textDocument;
      try {
        const song = songs.at(uri);
        return song ? ask(song, params) : nothing;
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        connection.console.error(
          `Codetta: ${name} failed on ${uri}: ${inFull(error)}\n${JSON.stringify(params)}`,
        );
        return nothing;
      }
    };

  diagnostics(connection, songs, itsWorld);
  connection.onCompletion(answer('completion', [], (song, { position }) => completion(song, position)));
  connection.onHover(answer('hover', null, (song, { position }) => hover(song, position)));
  connection.onDocumentSymbol(answer('outline', [], symbols));
  connection.onDocumentFormatting(answer('formatting', [], formatting));
  connection.onCodeAction(answer('quick fixes', [], (song, params) => codeActions(song, params, itsWorld)));
  connection.onFoldingRanges(answer('folding', [], foldingRanges));
  connection.onDefinition(answer('definition', [], (song, { position }) => definition(song, position)));
  connection.onReferences(
    answer('references', [], (song, { position, context }) => references(song, position, context)),
  );
  connection.onDocumentHighlight(
    answer('highlights', [], (song, { position }) => highlights(song, position)),
  );
  connection.onPrepareRename(answer('rename', null, (song, { position }) => prepareRename(song, position)));
  connection.onRenameRequest(
    answer('rename', null, (song, { position, newName }) => rename(song, position, newName)),
  );
};

const capabilities: ServerCapabilities = {
  textDocumentSync: syncKind,
  completionProvider: { triggerCharacters: [...completionTriggers] },
  hoverProvider: true,
  documentSymbolProvider: true,
  documentFormattingProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  foldingRangeProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
};

const pagesOf = (options: unknown): string | undefined => {
  const given =
    typeof options === 'object' && options !== null && 'pages' in options ? options.pages : undefined;
  return typeof given === 'string' && URL.canParse(given) ? given : undefined;
};
