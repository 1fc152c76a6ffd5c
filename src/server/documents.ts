// The open songs: their texts, kept by the protocol, and what was read from each version, read once.

import { type Connection, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../check/check.ts';
import { overLimits } from '../engine/limits.ts';
import type { Language, Reading } from '../languages/language.ts';
import type { Problem } from '../song/problem.ts';
import { layOut } from '../timeline/lay-out.ts';
import type { World } from './world.ts';

/** One version of an open song. */
export interface OpenSong {
  readonly document: TextDocument;
  readonly version: number;
  readonly language: Language;
  readonly reading: Reading;
  /** Of the reading and of the checks, in the order of the text; found when first asked for. */
  problems(): readonly Problem[];
}

export interface OpenSongs {
  /** The song at its present version; undefined where it is not open, or no song. */
  at(uri: string): OpenSong | undefined;
  readonly documents: TextDocuments<TextDocument>;
}

export const syncKind = TextDocumentSyncKind.Incremental;

export const openSongs = (connection: Connection, world: World): OpenSongs => {
  const documents = new TextDocuments(TextDocument);
  const versions = new Map<string, OpenSong>();
  documents.onDidClose(({ document }) => versions.delete(document.uri));
  documents.listen(connection);

  const at = (uri: string): OpenSong | undefined => {
    const document = documents.get(uri);
    const language = document && world.languageOf(uri, document.languageId);
    if (!document || !language) return undefined;
    const known = versions.get(uri);
    if (known?.version === document.version && known.document === document) return known;
    const song = read(document, language, (fault) => connection.console.error(fault));
    versions.set(uri, song);
    return song;
  };
  return { at, documents };
};

const read = (document: TextDocument, language: Language, fault: (message: string) => void): OpenSong => {
  const reading = language.read(document.getText());
  let problems: readonly Problem[] | undefined;
  return {
    document,
    version: document.version,
    language,
    reading,
    problems: () => (problems ??= problemsOf(reading, `${document.uri} version ${document.version}`, fault)),
  };
};

const problemsOf = (
  reading: Reading,
  where: string,
  fault: (message: string) => void,
): readonly Problem[] => {
  const { song, origins, problems } = reading;
  try {
    const timeline = layOut(song);
    const checked = check(song, timeline, origins, ({ rule, error }) =>
      fault(`Codetta: the check ${rule} failed on ${where}: ${inFull(error)}`),
    );
    return [...problems, ...checked, ...overLimits(song, timeline)];
  } catch (error) {
    // What the reading found must reach the person even where laying out fails.
    fault(`Codetta: laying out ${where} failed: ${inFull(error)}`);
    return problems;
  }
};

/** An error with its stack, for the log. */
export const inFull = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
