// Problems as diagnostics: sent when a song opens and shortly after it changes, with its version.

import { type Connection, type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Problem, Severity } from '../song/problem.ts';
import { sameSpelling } from './addresses.ts';
import { hasOthers, inFull, isPending, type OpenSong, type OpenSongs } from './documents.ts';
import type { HeardProblem, HeardSongs } from './heard-songs.ts';
import { rangeIn, rangeOfId } from './places.ts';
import type { World } from './world.ts';

/** Finds and publishes the problems of all open songs anew: what is chosen of the checks has changed. */
export type PublishAgain = () => void;

/** Long enough to gather a burst of keys, too short to be noticed. */
const quietMs = 25;

/** Publishes the problems of songs as they change. */
export const diagnostics = (
  connection: Connection,
  songs: OpenSongs,
  heard: HeardSongs,
  world: World,
): PublishAgain => {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const forget = (uri: string): void => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
  };

  const publishSoon = (uri: string): void => {
    forget(uri);
    waiting.set(
      uri,
      setTimeout(() => {
        waiting.delete(uri);
        publish(uri);
      }, quietMs),
    );
  };
  // A song is as good as what it imports: another open song, or a file.
  const publishWhatImports = (changed: (file: string) => boolean): void => {
    for (const uri of songs.documents.keys())
      if (!changed(uri) && songs.at(uri)?.linked().files.some(changed)) publishSoon(uri);
  };
  songs.documents.onDidChangeContent(({ document: { uri } }) => {
    publishSoon(uri);
    const changed = sameSpelling(uri);
    publishWhatImports((file) => sameSpelling(file) === changed);
  });
  heard.onChange(publishSoon);
  songs.onEvaluated(publishSoon);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    songs.filesChanged(changes.map(({ uri }) => uri));
    // A file that was missing may be there now: every song that names others is looked at.
    for (const uri of songs.documents.keys()) {
      const open = songs.at(uri);
      if (open && (isPending(open) || hasOthers(open.reading))) publishSoon(uri);
    }
  });
  songs.documents.onDidClose(({ document: { uri } }) => {
    forget(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.onShutdown(() => {
    for (const uri of [...waiting.keys()]) forget(uri);
  });

  const publish = (uri: string): void => {
    try {
      const song = songs.at(uri);
      // What was found in the text before stays until the new one has been run.
      if (!song || isPending(song)) return;
      void connection.sendDiagnostics({
        uri,
        ...(song.version === null ? {} : { version: song.version }),
        diagnostics: [
          ...diagnosticsOf(song, world),
          ...heard.problemsOf(song).map((found) => heardDiagnostic(found, song, world)),
        ],
      });
    } catch (error) {
      connection.console.error(`Codetta: finding the problems of ${uri} failed: ${inFull(error)}`);
    }
  };
  return () => {
    songs.choicesChanged();
    heard.choicesChanged();
    for (const uri of songs.documents.keys()) publishSoon(uri);
  };
};

const diagnosticsOf = (song: OpenSong, world: World): Diagnostic[] =>
  song.problems().map((problem) => diagnosticOf(problem, song, world));

export const diagnosticOf = (problem: Problem, song: OpenSong, world: World): Diagnostic => {
  const page = world.pageOf(problem.rule);
  return {
    range: rangeOfId(song, problem.id),
    severity: severities[problem.severity],
    code: problem.rule,
    source: 'codetta',
    message: problem.message,
    ...(page ? { codeDescription: { href: page } } : {}),
    // What nothing uses is shown faded, as editors do with unused names.
    ...(problem.rule === 'HYG1' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(problem.also
      ? {
          relatedInformation: problem.also.map((id) => ({
            location: { uri: song.document.uri, range: rangeOfId(song, id) },
            message: 'The same problem is here too, or this has a part in it.',
          })),
        }
      : {}),
  };
};

/** What was heard in an older text is faded, and says so: it may hold still. */
const heardDiagnostic = (
  { problem, range, isStale }: HeardProblem,
  song: OpenSong,
  world: World,
): Diagnostic => {
  if (!isStale) return diagnosticOf(problem, song, world);
  const { also: _, ...alone } = problem;
  return {
    ...diagnosticOf(alone, song, world),
    range: rangeIn(song.document, range),
    message: `As last saved: ${problem.message}`,
    tags: [DiagnosticTag.Unnecessary],
  };
};

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};
