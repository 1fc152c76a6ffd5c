// Twice or half the tempo, with the song sounding as it did: sections get twice or half their bars, and
// what plays in them runs at half or twice its speed. For who thinks in the other feel.
// Offered only where every place in the song can follow.

import type { Range, TextEdit } from '../../../song/origin.ts';
import type { Argument } from '../../../song/pattern.ts';
import type { Song } from '../../../song/song.ts';
import type { Setting } from '../../../song/value.ts';
import { eachArgument } from '../../../song/walk.ts';
import { sectionBars, tempo } from '../../../vocabulary/mixer.ts';
import { written as writtenValue } from '../../../vocabulary/written.ts';
import type { Reading, Refactoring } from '../../language.ts';
import { expressionsOf, holds, written } from './music-at.ts';

export function changeTempo(reading: Reading, range: Range): readonly Refactoring[] {
  const { song, origins } = reading;
  if (!holds(origins[song.tempo.id], range) || !canFollow(song)) return [];
  return [
    ...timesTempo(reading, 2, 'Double the tempo: twice the bars, the same sound'),
    ...timesTempo(reading, 0.5, 'Halve the tempo: half the bars, the same sound'),
  ];
}

function timesTempo(reading: Reading, factor: number, title: string): readonly Refactoring[] {
  const { song, origins } = reading;
  const bpm = song.tempo.value * factor;
  const lengths = song.sections.map(({ bars }) => bars.value * factor);
  const isWhole = lengths.every(
    (bars) => Number.isInteger(bars) && bars >= sectionBars.min && bars <= sectionBars.max,
  );
  if (!isWhole || bpm < tempo.min || bpm > tempo.max) return [];
  const own = new Set(song.sections.map(({ bars }) => bars.id));
  const edits: TextEdit[] = [
    { range: origins[song.tempo.id]!, text: writtenValue(bpm, 'bpm') },
    ...song.sections
      // A section that takes its length from another has none of its own to change.
      .filter(({ name, bars }) => own.has(bars.id) && bars.id !== name.id)
      .map(({ bars }) => ({ range: origins[bars.id]!, text: writtenValue(bars.value * factor, 'bars') })),
    ...stretched(reading, factor),
    ...noteValues(reading, factor),
  ];
  // What a section takes over from another stands in both, and changes once.
  const once = new Map(edits.map((edit) => [edit.range.from, edit]));
  return [
    {
      title,
      kind: 'rewrite',
      edits: [...once.values()].sort((left, right) => left.range.from - right.range.from),
    },
  ];
}

/** Each part at half or twice its speed. */
const stretched = (reading: Reading, factor: number): readonly TextEdit[] =>
  reading.song.sections
    .flatMap(({ parts }) => parts)
    .flatMap(({ expression }) => {
      const music = written(reading, expression);
      const range = reading.origins[expression.id];
      if (music === undefined || !range) return [];
      return [{ range, text: `${music}${factor > 1 ? '.slow(2)' : '.fast(2)'}` }];
    });

/** Echoes and the like in note values keep their time. */
function noteValues({ song, text, origins }: Reading, factor: number): readonly TextEdit[] {
  const settings: readonly Setting[] = [
    ...song.instruments.flatMap((instrument) => instrument.settings),
    ...[...song.tracks, ...song.buses, song.master].flatMap(({ inserts }) =>
      inserts.flatMap((insert) => insert.settings),
    ),
  ];
  return settings.flatMap(({ value }) => {
    const range = origins[value.id];
    const match = range && /^(\d+)\/(\d+)$/.exec(text.slice(range.from, range.to));
    if (!range || !match) return [];
    const [figure, unit] = [Number(match[1]), Number(match[2])];
    if (factor < 1)
      return [{ range, text: figure % 2 === 0 ? `${figure / 2}/${unit}` : `${figure}/${unit * 2}` }];
    return [{ range, text: unit % 2 === 0 ? `${figure}/${unit / 2}` : `${figure * 2}/${unit}` }];
  });
}

/** What is placed by bars of the song, or measured in seconds inside of patterns, would have to be moved too. */
const canFollow = (song: Song): boolean => {
  const placed = [
    song.tempoChanges,
    song.meterChanges,
    song.keyChanges,
    song.markers,
    song.automation,
    song.imports,
  ];
  return (
    placed.every((list) => list.length === 0) &&
    song.swing === undefined &&
    song.sections.every(({ parts }) => parts.every(({ at }) => at === undefined)) &&
    expressionsOf(song).every(
      (expression) =>
        (expression.kind !== 'transform' && expression.kind !== 'call') ||
        expression.arguments.every((argument) => !hasSeconds(argument)),
    )
  );
};

function hasSeconds(argument: Argument): boolean {
  let found = false;
  eachArgument(argument, (one) => {
    if (one.kind === 'measure' && one.quantity === 'seconds') found = true;
  });
  return found;
}
