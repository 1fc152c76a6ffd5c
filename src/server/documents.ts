// The songs that the server knows: the open ones, kept by the protocol, and those on disk that open ones
// import. What was read from a version is read once.

import { type Connection, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../check/check.ts';
import { namedFiles } from '../check/sound-files.ts';
import { overLimits } from '../engine/limits.ts';
import type { Language, Reading } from '../languages/language.ts';
import { type Linked, type Linker, newLinker, type OtherFiles } from '../languages/link.ts';
import { newEvaluations, withEvaluated } from '../languages/typescript/evaluations.ts';
import { isEvaluated, nameOf } from '../languages/typescript/reading.ts';
import type { Problem } from '../song/problem.ts';
import { layOut } from '../timeline/lay-out.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { addressOf, sameSpelling } from './addresses.ts';
import type { World } from './world.ts';

/** One version of a song. */
export interface OpenSong {
  readonly document: TextDocument;
  /** As its editor counts; null for a file that no editor has open. */
  readonly version: number | null;
  readonly language: Language;
  /** The text alone, without what it imports: every id of it stands in this text. */
  readonly reading: Reading;
  /** The reading with what it imports, linked when first asked for. */
  linked(): Linked;
  /** Laid out in time when first asked for; undefined where that failed, which has been logged. */
  timeline(): Timeline | undefined;
  /** Of the reading and of the checks, in the order of the text; found when first asked for. */
  problems(): readonly Problem[];
  /** The same where they have been found already; else undefined, and nothing is looked for. */
  foundProblems(): readonly Problem[] | undefined;
}

/** Whether a song has still to be run before anything can be said of it. */
export const isPending = ({ version, reading }: OpenSong): boolean =>
  version !== null && reading.pending === true;

export interface OpenSongs {
  /** The song at its present version; undefined where it is not open, or no song. */
  at(uri: string): OpenSong | undefined;
  /** The song that is open or on disk; undefined where there is none. */
  find(uri: string): OpenSong | undefined;
  /** All songs of the workspace, and the open ones. */
  all(): readonly OpenSong[];
  /** Files have changed: what was linked or run with them is so again. */
  filesChanged(uris: readonly string[]): void;
  /** What is chosen of the checks has changed: problems are found anew. */
  choicesChanged(): void;
  /** Told of a song that has been run, which its reading waited for. */
  onEvaluated(listener: (uri: string) => void): void;
  /** Whether songs in TypeScript are run: not where the editor does not trust the folder. */
  mayRun: boolean;
  /** The folders that the editor has open, by their URIs; told when it begins. */
  folders: readonly string[];
  readonly documents: TextDocuments<TextDocument>;
}

export const syncKind = TextDocumentSyncKind.Incremental;

export const openSongs = (connection: Connection, world: World): OpenSongs => {
  const documents = new TextDocuments(TextDocument);
  const versions = new Map<string, Kept>();
  const files = new Map<string, Kept>();
  const fault = (message: string): void => connection.console.error(message);
  // A check that throws throws at every keystroke: it is our mistake, and told of once.
  const faulty = new Set<string>();
  const faultOf = (rule: string, message: string): void => {
    if (faulty.has(rule)) return;
    faulty.add(rule);
    fault(message);
  };
  // Counts the changes of all texts: a song that imports is linked anew after each.
  let changes = 0;
  documents.onDidChangeContent(() => {
    changes++;
  });
  documents.onDidClose(({ document }) => {
    versions.delete(document.uri);
    changes++;
  });
  documents.listen(connection);

  const others: OtherFiles = {
    open: (path, from) => {
      const address = addressOf(path, from, songs.folders);
      const open = address === undefined ? undefined : documents.get(openAs(address) ?? '');
      return open
        ? { ok: true, id: open.uri, text: open.getText() }
        : world.open?.(path, from, songs.folders);
    },
  };
  const linkFiles = newLinker(others, (uri) => world.languageOf(uri, ''));
  const link: Linker = (reading, uri) => {
    const linked = linkFiles(reading, uri);
    return isEvaluated(reading) ? withEvaluated(linked, reading) : linked;
  };

  const evaluator = world.newEvaluator?.(others);
  const listeners: ((uri: string) => void)[] = [];
  const evaluations =
    evaluator &&
    newEvaluations(evaluator.evaluate, (uri, { said }) => {
      for (const { text } of said) connection.console.log(`${nameOf(uri)}: ${text}`);
      changes++;
      for (const listener of listeners) listener(uri);
    });
  documents.onDidChangeContent(({ document }) => evaluations?.changed([document.uri]));

  const kept = (
    known: Kept | undefined,
    document: TextDocument,
    version: number | null,
    language: Language,
  ) => {
    const isSame = known?.song.document === document && known.song.version === version;
    const isRun = language.id === 'song-typescript' && version !== null;
    if (isSame && (known.changes === changes || !(isRun || hasOthers(known.song.reading)))) return known;
    const run = isRun && songs.mayRun ? evaluations?.of(document.uri, document.getText()) : undefined;
    const reading = run ?? (isSame && !isRun ? known.song.reading : language.read(document.getText()));
    return {
      song: read(document, { version, language, reading, link, world, fault, faultOf }),
      changes,
    };
  };

  const at = (uri: string): OpenSong | undefined => {
    const document = documents.get(uri);
    const language = document && world.languageOf(uri, document.languageId);
    if (!document || !language) return undefined;
    const now = kept(versions.get(uri), document, document.version, language);
    versions.set(uri, now);
    return now.song;
  };

  const onDisk = (uri: string): OpenSong | undefined => {
    const language = world.languageOf(uri, '');
    const text = language && world.textOf?.(uri);
    if (!language || text === undefined) {
      files.delete(uri);
      return undefined;
    }
    const known = files.get(uri);
    const document =
      known?.song.reading.text === text
        ? known.song.document
        : TextDocument.create(uri, language.id, 0, text);
    const now = kept(known, document, null, language);
    files.set(uri, now);
    return now.song;
  };

  const openAs = (uri: string): string | undefined => {
    if (documents.get(uri)) return uri;
    const wanted = sameSpelling(uri);
    return documents.keys().find((open) => sameSpelling(open) === wanted);
  };

  const songs: OpenSongs = {
    at,
    find: (uri) => {
      const open = openAs(uri);
      return open === undefined ? onDisk(uri) : at(open);
    },
    all: () => {
      const open = documents.keys();
      const isOpen = new Set(open.map(sameSpelling));
      const onlyFiles = songs.folders
        .flatMap((folder) => world.songsIn?.(folder) ?? [])
        .filter((uri) => !isOpen.has(sameSpelling(uri)));
      return [...open.map(at), ...[...new Set(onlyFiles)].map(onDisk)].filter((song) => song !== undefined);
    },
    filesChanged: (uris) => {
      changes++;
      evaluations?.changed(uris);
    },
    choicesChanged: () => {
      versions.clear();
      files.clear();
    },
    onEvaluated: (listener) => {
      listeners.push(listener);
    },
    mayRun: true,
    folders: [],
    documents,
  };
  return songs;
};

/** A song, and after how many changes of all texts it was made. */
interface Kept {
  readonly song: OpenSong;
  readonly changes: number;
}

/** Whether what is found in a song depends on other files. */
export const hasOthers = ({ song }: Reading): boolean =>
  song.imports.length > 0 || song.tunings.length > 0 || namedFiles(song).length > 0;

interface ReadSong {
  readonly version: number | null;
  readonly language: Language;
  readonly reading: Reading;
  readonly link: Linker;
  readonly world: Pick<World, 'choices' | 'soundFiles'>;
  readonly fault: (message: string) => void;
  /** Tells of a check that threw. */
  readonly faultOf: (rule: string, message: string) => void;
}

const read = (
  document: TextDocument,
  { version, language, reading, link, world, fault, faultOf }: ReadSong,
): OpenSong => {
  const where = `${document.uri} version ${version ?? 'on disk'}`;
  const linked = once(() => link(reading, document.uri));
  const timeline = once(() => {
    try {
      return layOut(linked().song);
    } catch (error) {
      fault(`Codetta: laying out ${where} failed: ${inFull(error)}`);
      return undefined;
    }
  });
  let found: readonly Problem[] | undefined;
  const problems = (): readonly Problem[] => {
    found ??= findProblems();
    return found;
  };
  const findProblems = (): readonly Problem[] => {
    const { song, origins, problems: ofReading } = linked();
    const laidOut = timeline();
    // What the reading found must reach the person even where laying out fails.
    if (!laidOut) return ofReading;
    try {
      const checked = check(
        song,
        laidOut,
        origins,
        ({ rule, error }) => faultOf(rule, `Codetta: the check ${rule} failed on ${where}: ${inFull(error)}`),
        { choices: world.choices?.() ?? {}, soundFiles: world.soundFiles?.(song, document.uri) },
      );
      return [...ofReading, ...checked, ...overLimits(song, laidOut)];
    } catch (error) {
      fault(`Codetta: checking ${where} failed: ${inFull(error)}`);
      return ofReading;
    }
  };
  return {
    document,
    version,
    language,
    reading,
    linked,
    timeline,
    problems,
    foundProblems: () => found,
  };
};

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** An error with its stack, for the log. */
export const inFull = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
