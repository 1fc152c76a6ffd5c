// The language server: one feature a file, wired to the protocol here.
// Knows the world only as it is passed in; runs in a process and in a browser's worker alike.

import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { trusted } from '../protocol/song-commands.ts';
import { isOurs, registerBesideTypeScript } from './beside-typescript.ts';
import { clientOf, settingsOf } from './client.ts';
import { codeActions, fixAllKind } from './code-actions.ts';
import { codeLenses } from './code-lenses.ts';
import { colorPresentations, documentColors } from './colors.ts';
import { completion, completionTriggers } from './completion.ts';
import { diagnostics } from './diagnostics.ts';
import { documentLinks } from './document-links.ts';
import { inFull, type OpenSong, openSongs, syncKind } from './documents.ts';
import { foldingRanges } from './folding.ts';
import { formatting, formattingTriggers, onTypeFormatting, rangeFormatting } from './formatting.ts';
import { heardSongs } from './heard-songs.ts';
import { hover } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { definition, highlights, references } from './navigation.ts';
import { prepareRename, rename } from './rename.ts';
import { selectionRanges } from './selection-ranges.ts';
import { legend, semanticTokens } from './semantic-tokens.ts';
import { signatureHelp, signatureTriggers } from './signature.ts';
import { symbols } from './symbols.ts';
import { workspaceSymbols } from './workspace-symbols.ts';
import type { Client, World } from './world.ts';

/**
 * Answers an editor on `connection`; the caller starts it with `connection.listen()`.
 * The client may say by `initializationOptions` what it can do beyond the protocol: see `Client`.
 */
export const createServer = (connection: Connection, world: World): void => {
  const songs = openSongs(connection, { ...world, choices: () => client.checks ?? {} });
  const tokens = semanticTokens();
  let client: Client = world.client ?? {};
  let can: ClientCapabilities = {};
  const itsWorld: World = {
    ...world,
    pageOf: (rule) =>
      client.pages === undefined ? world.pageOf(rule) : new URL(`${rule}.md`, client.pages).href,
    choices: () => client.checks ?? {},
  };

  connection.onInitialize((params) => {
    client = clientOf(params.initializationOptions, client);
    can = params.capabilities;
    songs.folders = foldersOf(params);
    songs.mayRun = client.runsSongs !== false;
    return { capabilities, serverInfo: { name: 'Codetta', version: world.version } };
  });

  // One request that fails must not take the others with it: it is logged, and answered with nothing.
  const guarded = <Answer>(
    name: string,
    { where, params }: { readonly where: string; readonly params: unknown },
    nothing: Answer,
    ask: () => Answer,
  ): Answer => {
    try {
      return ask();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(
        `Codetta: ${name} failed on ${where}: ${inFull(error)}\n${JSON.stringify(params)}`,
      );
      return nothing;
    }
  };
  const answer =
    <Params extends { textDocument: { uri: string } }, Answer>(
      name: string,
      nothing: Answer,
      ask: (song: OpenSong, params: Params) => Answer,
    ) =>
    (params: Params): Answer =>
      guarded(name, { where: params.textDocument.uri, params }, nothing, () => {
        const song = songs.at(params.textDocument.uri);
        return song && isOurs(name, song) ? ask(song, params) : nothing;
      });

  const heard = heardSongs(connection, songs, itsWorld);
  const publishAgain = diagnostics(connection, songs, heard, itsWorld);
  connection.onNotification(trusted, () => {
    songs.mayRun = true;
    publishAgain();
  });
  connection.onCompletion(
    answer('completion', [], (song, { position }) => completion(song, position, songs, itsWorld)),
  );
  connection.onSignatureHelp(
    answer('signature help', null, (song, { position }) => signatureHelp(song, position)),
  );
  connection.onHover(
    answer('hover', null, (song, { position }) =>
      hover(song, position, { pictures: client.pictures === true, world: itsWorld }),
    ),
  );
  connection.onDocumentSymbol(answer('outline', [], symbols));
  connection.onWorkspaceSymbol((params) =>
    guarded('symbols', { where: 'the workspace', params }, [], () => workspaceSymbols(songs, params.query)),
  );
  connection.onDocumentFormatting(answer('formatting', [], formatting));
  connection.onDocumentRangeFormatting(
    answer('formatting', [], (song, { range }) => rangeFormatting(song, range)),
  );
  connection.onDocumentOnTypeFormatting(
    answer('formatting', [], (song, { position }) => onTypeFormatting(song, position)),
  );
  connection.onCodeAction(
    answer('code actions', [], (song, params) => codeActions(song, params, heard, itsWorld)),
  );
  connection.onCodeLens(answer('code lenses', [], (song) => codeLenses(song, client.commands)));
  connection.onDocumentLinks(answer('links', [], (song) => documentLinks(song, songs.folders)));
  connection.onDocumentColor(answer('track colours', [], documentColors));
  connection.onColorPresentation(({ color, range }) => colorPresentations(color, range));
  connection.onFoldingRanges(answer('folding', [], foldingRanges));
  connection.onSelectionRanges(
    answer('selection ranges', [], (song, { positions }) => selectionRanges(song, positions)),
  );
  connection.onDefinition(
    answer('definition', [], (song, { position }) => definition(song, position, songs)),
  );
  connection.onReferences(
    answer('references', [], (song, { position, context }) => references(song, position, context, songs)),
  );
  connection.onDocumentHighlight(
    answer('highlights', [], (song, { position }) => highlights(song, position, songs)),
  );
  connection.onPrepareRename(
    answer('rename', null, (song, { position }) => prepareRename(song, position, songs)),
  );
  connection.onRenameRequest(
    answer('rename', null, (song, { position, newName }) => rename(song, position, newName, songs)),
  );
  connection.languages.inlayHint.on(
    answer('hints', [], (song, { range }) => inlayHints(song, range, client.hints ?? {})),
  );
  connection.languages.semanticTokens.on(answer('colours', { data: [] }, tokens.full));
  connection.languages.semanticTokens.onDelta(
    answer('colours', { data: [] }, (song, { previousResultId }) => tokens.delta(song, previousResultId)),
  );
  connection.languages.semanticTokens.onRange(
    answer('colours', { data: [] }, (song, { range }) => tokens.range(song, range)),
  );
  songs.documents.onDidClose(({ document: { uri } }) => tokens.forget(uri));

  // Settings come when the editor is ready, and again whenever its user changes them.
  const takeSettings = async (): Promise<void> => {
    if (can.workspace?.configuration !== true) return;
    const settings: unknown = await connection.workspace.getConfiguration('codetta');
    const { hints, checks } = settingsOf(settings);
    if (checks !== undefined) {
      client = { ...client, checks };
      publishAgain();
    }
    if (hints === undefined) return;
    client = { ...client, hints };
    if (can.workspace.inlayHint?.refreshSupport) await connection.languages.inlayHint.refresh();
  };
  const settingsFailed = (error: unknown): void =>
    connection.console.error(`Codetta: reading the settings failed: ${inFull(error)}`);
  connection.onInitialized(() => {
    if (can.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'codetta' });
    }
    if (can.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (client.registersTypeScript === true) {
      registerBesideTypeScript(connection, capabilities).catch((error: unknown) =>
        connection.console.error(`Codetta: asking for songs in TypeScript failed: ${inFull(error)}`),
      );
    }
    takeSettings().catch(settingsFailed);
  });
  connection.onDidChangeConfiguration(() => void takeSettings().catch(settingsFailed));
};

/** What songs import, the tunings and the files of sound that they name. */
const watchers = [
  '**/*.song',
  '**/*.{scl,kbm}',
  '**/*.{ts,js,mjs}',
  '**/*.{wav,aif,aiff,flac,mp3,ogg,sf2,sf3}',
].map((globPattern) => ({ globPattern }));

const capabilities: ServerCapabilities = {
  textDocumentSync: syncKind,
  completionProvider: { triggerCharacters: [...completionTriggers] },
  signatureHelpProvider: { triggerCharacters: [...signatureTriggers] },
  hoverProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: formattingTriggers,
  codeActionProvider: {
    codeActionKinds: [
      CodeActionKind.QuickFix,
      fixAllKind,
      CodeActionKind.RefactorExtract,
      CodeActionKind.RefactorInline,
      CodeActionKind.RefactorRewrite,
    ],
  },
  codeLensProvider: {},
  documentLinkProvider: {},
  colorProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  inlayHintProvider: true,
  semanticTokensProvider: { legend, full: { delta: true }, range: true },
};

const foldersOf = ({ workspaceFolders, rootUri }: InitializeParams): readonly string[] =>
  workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
