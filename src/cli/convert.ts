// codetta convert FILE -o FILE: a song written anew, in the language of the other file's name. Nothing is written
// unless the new text reads as the same music.

import { isDeepStrictEqual } from 'node:util';
import type { Command } from 'commander';
import type { Language } from '../languages/language.ts';
import type { Song } from '../song/song.ts';
import type { Setting } from '../song/value.ts';
import { layOut } from '../timeline/lay-out.ts';
import { languageOfSong, writeSong } from './files.ts';
import { type Look, lookAt } from './look.ts';
import { readLinked } from './read-linked.ts';
import { showProblem } from './show-problem.ts';
import type { Verb } from './verb.ts';

interface Options {
  readonly output: string;
  readonly force?: boolean;
}

export const convertVerb: Verb = {
  describe: (command: Command) =>
    command
      .summary('write a song in the other language')
      .description(
        'Writes a song anew, in the language of the name that it gets: the same music, the same mix. Comments\n' +
          'and the layout of the text do not come along. Exits 1 where the song has errors, 2 where a file cannot\n' +
          'be read or written, or is there already; nothing is written then.',
      )
      .argument('<file>', 'a song')
      .requiredOption('-o, --output <file>', 'the song to write')
      .option('--force', 'replace a file that is there')
      .addHelpText('after', '\nExample:\n  codetta convert night.song -o night.song.ts'),
  run: async (terminal, file: string, { output, force = false }: Options) => {
    const language = languageOfSong(output);
    const look = await lookAt(file, terminal);
    const errors = look.reading.problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      for (const problem of errors) terminal.note(showProblem(problem, look, terminal.noteColors));
      terminal.note(`${file}: mend this first, so that nothing is lost. Nothing was written.`);
      return 1;
    }
    const text = converted(look, language);
    // Read as if it stood where the song stood, so that the same files are found.
    const again = await readLinked({ path: file, language }, text, terminal);
    const same = isDeepStrictEqual(heard(again.song), heard(look.reading.song));
    if (!same)
      throw new Error(`the song in ${output} would not be the one in ${file}, so nothing was written.`);
    await writeSong(output, text, { replace: force });
    terminal.out(output);
    return 0;
  },
};

/** Imports stay where both languages have them; else what they bring stands in the new song. */
const converted = ({ reading, file }: Look, language: Language): string => {
  const { song, origins } = language === file.language ? (reading.base ?? reading) : reading;
  return language.print(language === file.language ? song : { ...song, imports: [] }, origins);
};

/** All that a song says in time and of its sound, without where it says it and in which order it sets things. */
const heard = (song: Song): unknown => {
  const { bars, seconds, tracks, lyrics, lanes, markers } = layOut(song);
  const {
    title,
    author,
    album,
    seed,
    master,
    buses,
    brief,
    expectations,
    deliveries,
    takes,
    samples,
    checks,
  } = song;
  const sounds = [...song.instruments, ...song.kits];
  const strips = song.tracks.map((track) => ({
    ...track,
    instrument: { ...sounds.find(({ name }) => name.name === track.instrument?.name), name: '' },
  }));
  const told = {
    ...{
      bars,
      seconds,
      lyrics,
      lanes,
      markers,
      title,
      author,
      album: album?.value,
      seed,
      strips,
      master,
      buses,
    },
    ...{ brief, expectations, deliveries, takes, samples, checks },
    tracks: tracks.map(({ track, notes }) => ({ track, notes })),
  };
  return JSON.parse(
    JSON.stringify(told, (key, value: unknown) =>
      places.has(key)
        ? undefined
        : key === 'settings' || key === 'files'
          ? byPath(value as readonly Setting[])
          : value,
    ),
  );
};

/** Where things are written; a master that is not written is one that has nothing. */
const places: ReadonlySet<string> = new Set(['id', 'pathId', 'declaration']);

const byPath = (settings: readonly Setting[]): readonly Setting[] =>
  [...settings].sort((one, other) => (one.path < other.path ? -1 : 1));
