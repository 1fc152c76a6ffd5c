// What open songs sound like: measured in the background when one is saved, and what the rules of sound find
// then. A finding stays until its own line changes or the sound is measured anew; what was found in an older
// text than the present one is stale.

import type { Connection } from 'vscode-languageserver';
import { check } from '../check/check.ts';
import type { AlbumSong, Measured } from '../check/measured.ts';
import type { Recordings } from '../check/recordings.ts';
import { heardRules } from '../check/rules.ts';
import type { Linked } from '../languages/link.ts';
import type { Range } from '../song/origin.ts';
import type { Problem } from '../song/problem.ts';
import type { Timeline } from '../timeline/timeline.ts';
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
  /** What is chosen of the checks has changed: what was heard is judged anew. */
  choicesChanged(): void;
  /** Told of each song of which the findings are others now. */
  onChange(listener: (uri: string) => void): void;
}

export const heardSongs = (connection: Connection, songs: OpenSongs, world: World): HeardSongs => {
  const known = new Map<string, Judged>();
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
    const linked = song.linked();
    const before = known.get(uri)?.measured;
    try {
      const [measured, recordings] = await Promise.all([
        world.measure(linked.song, timeline, { uri, text, signal: stop.signal, before }),
        linked.song.takes.length > 0
          ? world.hear?.(linked.song, { uri, text, signal: stop.signal })
          : Promise.resolve({}),
      ]);
      if (!measured || stop.signal.aborted) return undefined;
      return { text, linked, timeline, measured, recordings };
    } catch (error) {
      connection.console.error(`Codetta: measuring ${uri} failed: ${inFull(error)}`);
      return undefined;
    } finally {
      if (running.get(uri) === stop) running.delete(uri);
    }
  };

  // The others are rendered once this song's own findings stand: they take a while, the first time.
  const hearAlbum = async (song: OpenSong, heard: Heard): Promise<void> => {
    const { uri } = song.document;
    const name = heard.linked.song.album?.value;
    if (name === undefined || !world.measure) return;
    const stop = new AbortController();
    running.set(uri, stop);
    try {
      const album: AlbumSong[] = [];
      for (const other of songs.all()) {
        const timeline = other.reading.song.album?.value === name ? other.timeline() : undefined;
        if (other.document.uri === uri || !timeline || timeline.bars === 0) continue;
        const { song: linked } = other.linked();
        const request = {
          uri: other.document.uri,
          text: other.reading.text,
          signal: stop.signal,
          before: undefined,
          only: 'mix',
        } as const;
        const measured = await world.measure(linked, timeline, request);
        if (!measured || stop.signal.aborted) return;
        album.push({ title: linked.title, integrated: measured.mix.integrated });
      }
      if (!known.has(uri)) return;
      known.set(uri, judged(uri, { ...heard, measured: { ...heard.measured, album } }));
      for (const tell of listeners) tell(uri);
    } catch (error) {
      connection.console.error(`Codetta: measuring the album of ${uri} failed: ${inFull(error)}`);
    } finally {
      if (running.get(uri) === stop) running.delete(uri);
    }
  };

  const judged = (uri: string, heard: Heard): Judged => {
    const { linked, timeline, measured, recordings } = heard;
    const { song, origins } = linked;
    const report = ({ rule, error }: { readonly rule: string; readonly error: unknown }): void =>
      connection.console.error(`Codetta: the check ${rule} failed on ${uri}: ${inFull(error)}`);
    const choices = world.choices?.() ?? {};
    const problems = check(song, timeline, origins, report, {
      rules: heardRules,
      measured,
      recordings,
      choices,
    })
      .filter(({ rule }) => isHeard.has(rule))
      .map((problem) => ({ problem, range: origins[problem.id] ?? { from: 0, to: 0 } }));
    return { ...heard, problems };
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
      // It was not asked for: what was heard of it is there to compare with, and no finding.
      if (heard && !known.has(uri)) known.set(uri, { ...heard, problems: [], isUnasked: true });
    });
  });
  songs.documents.onDidSave(({ document: { uri } }) => {
    const song = songs.at(uri);
    if (!song) return;
    opened.delete(uri);
    void hear(song).then((heard) => {
      if (!heard || !songs.documents.get(uri)) return;
      known.set(uri, judged(uri, heard));
      for (const tell of listeners) tell(uri);
      return hearAlbum(song, heard);
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
    choicesChanged: () => {
      for (const [uri, heard] of known) if (!heard.isUnasked) known.set(uri, judged(uri, heard));
    },
    onChange: (listener) => void listeners.push(listener),
  };
};

interface Heard {
  /** What was measured. */
  readonly text: string;
  readonly linked: Linked;
  readonly timeline: Timeline;
  readonly measured: Measured;
  readonly recordings: Recordings | undefined;
}

interface Judged extends Heard {
  readonly problems: readonly { readonly problem: Problem; readonly range: Range }[];
  readonly isUnasked?: true;
}

const isHeard = new Set(heardRules.map(({ id }) => id));
