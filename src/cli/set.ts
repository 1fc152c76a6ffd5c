// codetta set FILE PATH VALUE: the mixer's text edit from the shell, `set night.song bass.level -7.5dB`.
// Changes the one literal and nothing else, or nothing at all.

import type { Command } from 'commander';
import type { Reading } from '../languages/language.ts';
import type { TextEdit } from '../song/origin.ts';
import { readSong, rewriteSong } from './files.ts';
import { linesOf } from './lines.ts';
import { readLinked } from './read-linked.ts';
import type { Verb } from './verb.ts';

export const setVerb: Verb = {
  describe: (command: Command) =>
    command
      .summary('change one value of a song')
      .description(
        'Changes one value of a song in its text: a fader, a pan, a parameter. Prints the changed line.\n' +
          'Exits 1 where the song cannot take the value, 2 where the file cannot be read or written;\n' +
          'the file is then as it was.',
      )
      .argument('<file>', 'a song')
      .argument('<path>', 'what to change: bass.level, pad.pan, vox.send.space, sub.filter.Q, song.tempo')
      .argument('<value>', 'as the song writes it: -7.5dB, "20% left", 2.4kHz, true')
      // `-7.5dB` begins like an option and is none.
      .allowUnknownOption()
      .addHelpText('after', '\nExample:\n  codetta set night.song bass.level -7.5dB'),
  run: async (terminal, path: string, target: string, value: string) => {
    const song = await readSong(path);
    const reading = await readLinked(song, song.text, terminal);
    const result = song.language.edit(reading, [{ do: 'set', path: target, value }]);
    if (!result.ok) {
      terminal.note(`${path}: ${result.reason}`);
      return 1;
    }
    const text = applied(song.text, result.edits);
    const fault = newFault(reading, await readLinked(song, text, terminal));
    if (fault) {
      terminal.note(`${path}: ${target} cannot be ${value}: ${fault} Nothing was changed.`);
      return 1;
    }
    if (text === song.text) {
      terminal.out(`${path}: ${target} is ${value} already`);
      return 0;
    }
    await rewriteSong(song, text);
    const lines = linesOf(text);
    const first = result.edits.reduce((least, { range }) => Math.min(least, range.from), text.length);
    const { line } = lines.placeOf(firstInk(text, first));
    terminal.out(`${path}:${line}: ${lines.textOf(line).trim()}`);
    return 0;
  },
};

/** The text with all edits made; they do not overlap. */
const applied = (text: string, edits: readonly TextEdit[]): string =>
  [...edits]
    .sort((left, right) => right.range.from - left.range.from)
    .reduce(
      (changed, { range, text: inserted }) =>
        changed.slice(0, range.from) + inserted + changed.slice(range.to),
      text,
    );

/** What the new text has wrong that the old one had not. */
const newFault = (before: Reading, after: Reading): string | undefined => {
  const errors = ({ problems }: Reading): readonly string[] =>
    problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const known = errors(before);
  return errors(after).length > known.length
    ? errors(after).find((message) => !known.includes(message))
    : undefined;
};

// An insertion may begin with a line break: the line to show is the one with the value.
const firstInk = (text: string, from: number): number => {
  const ink = /\S/.exec(text.slice(from));
  return ink ? from + ink.index : from;
};
