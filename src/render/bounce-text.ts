// A bounce of a song's text for a panel: told in the panel's states, and never a throw.

import { otherFilesIn, projectOf } from '../files/other-files.ts';
import type { Reading } from '../languages/language.ts';
import { languageOf } from '../languages/languages.ts';
import { songLanguage } from '../languages/song/song-language.ts';
import type { BounceOptions, BounceState } from '../protocol/panel.ts';
import { readSong } from '../sandbox/read-song.ts';
import { songSounds } from '../sounds/song-sounds.ts';
import { layOut } from '../timeline/lay-out.ts';
import { type Bounced, bounce } from './bounce.ts';
import { BounceError } from './bounce-error.ts';
import { usualCache } from './kept/part-store.ts';

export interface TextBounce {
  readonly text: string;
  /** Path of the song's file, from which its imports are found; absent where it has none yet. */
  readonly song?: string;
  readonly options: BounceOptions;
  /** Where the file goes; one that is there is replaced. */
  readonly file: string;
  readonly signal: AbortSignal;
  /** The folder that the song may import from; its project where that is absent. */
  readonly folder?: string;
  /** Told while it runs. */
  readonly tell: (state: BounceState) => void;
}

// A panel shows a number: this is what it shows of silence.
const silenceDb = -200;

/** How it ended: done, cancelled, or failed with a reason for the person who asked. */
export async function bounceText({
  text,
  song: path,
  folder,
  options,
  file,
  signal,
  tell,
}: TextBounce): Promise<BounceState> {
  try {
    const { song, problems } = await readingOf(path, folder, text);
    // A program that does not run is no song at all, and a bounce of it would be silence.
    const fault = problems.find(({ severity }) => severity === 'error');
    if (fault && song.sections.length === 0) return { state: 'failed', reason: fault.message };
    const onProgress = (progress: { readonly share: number; readonly secondsLeft?: number }): void =>
      tell({ state: 'running', ...progress });
    const timeline = layOut(song);
    const place = path === undefined ? {} : { song: path, folder: folder ?? projectOf(path) };
    const { sounds } = await songSounds(song, timeline, place);
    return done(
      await bounce({
        song,
        timeline,
        sounds,
        file,
        signal,
        onProgress,
        metered: true,
        cache: usualCache(),
        ...options,
      }),
    );
  } catch (error) {
    if (error instanceof BounceError && error.failure === 'cancelled') return { state: 'cancelled' };
    return { state: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

const readingOf = (path: string | undefined, folder: string | undefined, text: string): Promise<Reading> =>
  path === undefined
    ? Promise.resolve(songLanguage.read(text))
    : readSong({
        language: languageOf(path) ?? songLanguage,
        file: path,
        text,
        files: otherFilesIn(folder ?? projectOf(path)),
      });

const done = (bounced: Bounced): BounceState => {
  const { file, seconds, startSeconds, peakDb, figures, levelling, stems, notes } = bounced;
  return {
    state: 'done',
    file,
    seconds,
    startSeconds,
    peakDb: shown(peakDb),
    truePeakDb: shown(figures?.truePeakDb ?? peakDb),
    loudness: shown(figures?.loudness ?? silenceDb),
    waveform: figures?.waveform ?? [],
    ...(levelling && { levelling }),
    ...(stems.length > 0 && { stems: stems.map((stem) => ({ ...stem, peakDb: shown(stem.peakDb) })) }),
    ...(notes.length > 0 && { notes }),
  };
};

const shown = (decibels: number): number => Math.max(silenceDb, decibels);
