// What open songs sound like: measured in the background when one is saved, and what the rules of sound find
// then. A finding stays until its own line changes or the sound is measured anew; what was found in an older
// text than the present one is stale.

import type { Connection } from 'vscode-languageserver';
import { audioRules } from '../check/audio-rules.ts';
import { check } from '../check/check.ts';
import type { Measured } from '../check/measured.ts';
import type { Range } from '../song/origin.ts';
import type { Problem } from '../song/problem.ts';
import { inFull, type OpenSong, type OpenSongs } from './documents.ts';
import { moved } from './moved.ts';
import type { World } from './world.ts';

export interface HeardProblem {
  readonly problem: Problem;
  /** In the text as it is now. */
  readonly range: Range;
  /** The text has changed since it was heard. */
  readonly isStale: boolean;
}

export interface HeardSongs {
  /** In the order of the text. */
  problemsOf(song: OpenSong): readonly HeardProblem[];
  /** Told of each song of which the findings are others now. */
  onChange(listener: (uri: string) => void): void;
}

export const heardSongs = (connection: Connection, songs: OpenSongs, world: World): HeardSongs => {
  const known = new Map<string, Heard>();
  const opened = new Map<string, OpenSong>();
  const running = new Map<string, AbortController>();
  const listeners: ((uri: string) => void)[] = [];
  const forget = (uri: string): void => {
    running.get(uri)?.abort();
    running.delete(uri);
    known.delete(uri);
    opened.delete(uri);
  };

  const hear = async (song: OpenSong): Promise<Heard | undefined> => {
    const { uri } = song.document;
    const timeline = song.timeline();
    if (!world.measure || !timeline || timeline.bars === 0) return undefined;
    running.get(uri)?.abort();
    const stop = new AbortController();
    running.set(uri, stop);
    const { text } = song.reading;
    const { song: linked, origins } = song.linked();
    const before = known.get(uri)?.measured;
    try {
      const measured = await world.measure(linked, timeline, { uri, signal: stop.signal, before });
      if (!measured || stop.signal.aborted) return undefined;
      const report = ({ rule, error }: { readonly rule: string; readonly error: unknown }): void =>
        connection.console.error(`Codetta: the check ${rule} failed on ${uri}: ${inFull(error)}`);
      const ids = new Set(audioRules.map(({ id }) => id));
      const problems = check(linked, timeline, origins, report, {
        rules: audioRules,
        measured,
        choices: world.choices?.() ?? {},
      })
        .filter(({ rule }) => ids.has(rule))
        .map((problem) => ({ problem, range: origins[problem.id] ?? { from: 0, to: 0 } }));
      return { text, measured, problems };
    } catch (error) {
      connection.console.error(`Codetta: measuring ${uri} failed: ${inFull(error)}`);
      return undefined;
    } finally {
      if (running.get(uri) === stop) running.delete(uri);
    }
  };

  songs.documents.onDidOpen(({ document: { uri } }) => {
    const song = songs.at(uri);
    if (song) opened.set(uri, song);
  });
  // Whoever begins to write will save: what is heard before the first edit need not be rendered then, and is
  // what that edit is held against. A song that is only looked at costs nothing.
  songs.documents.onDidChangeContent(({ document: { uri, version } }) => {
    const before = opened.get(uri);
    if (!before || before.version === version) return;
    opened.delete(uri);
    void hear(before).then((heard) => {
      if (heard && !known.has(uri)) known.set(uri, { ...heard, problems: [] });
    });
  });
  songs.documents.onDidSave(({ document: { uri } }) => {
    const song = songs.at(uri);
    if (!song) return;
    opened.delete(uri);
    void hear(song).then((heard) => {
      if (!heard || !songs.documents.get(uri)) return;
      known.set(uri, heard);
      for (const tell of listeners) tell(uri);
    });
  });
  songs.documents.onDidClose(({ document: { uri } }) => forget(uri));
  connection.onShutdown(() => {
    for (const uri of [...running.keys()]) forget(uri);
  });

  return {
    problemsOf: ({ document: { uri }, reading: { text } }) => {
      const heard = known.get(uri);
      if (!heard) return [];
      const isStale = heard.text !== text;
      return heard.problems.flatMap(({ problem, range }) => {
        const now = moved(range, heard.text, text);
        return now ? [{ problem, range: now, isStale }] : [];
      });
    },
    onChange: (listener) => void listeners.push(listener),
  };
};

interface Heard {
  /** What was measured. */
  readonly text: string;
  readonly measured: Measured;
  readonly problems: readonly { readonly problem: Problem; readonly range: Range }[];
}
