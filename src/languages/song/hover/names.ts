// Names where they are declared and used: what an instrument, a track, a bus, a section, a pattern is.

import { quartersPerBar } from '../../../music/meter.ts';
import { toNumber } from '../../../music/rational.ts';
import { signature } from '../../../pattern/arguments.ts';
import { transformNamed } from '../../../pattern/transforms.ts';
import type { Range } from '../../../song/origin.ts';
import type { PatternExpression } from '../../../song/pattern.ts';
import type { Section, Song, Strip } from '../../../song/song.ts';
import type { Name } from '../../../song/value.ts';
import { effectNamed } from '../../../vocabulary/effects.ts';
import { instrumentNamed } from '../../../vocabulary/instruments.ts';
import { written } from '../../../vocabulary/written.ts';
import type { Reading } from '../../language.ts';
import { instrumentInWords, patternInWords, patternNamed, sectionInWords } from '../in-words.ts';
import type { Fact } from './fact.ts';

export function nameFacts({ text, song, origins }: Reading): readonly Fact[] {
  const fact = ({ id }: Pick<Name, 'id'>, tell: Fact['tell']): Fact => ({ range: origins[id]!, tell });
  const source = (range: Range): string => text.slice(range.from, range.to);
  const expressionFacts = (expression: PatternExpression): readonly Fact[] => {
    if (expression.kind === 'name')
      return [fact(expression.name, () => patternText(song, expression.name.name, origins, source))];
    if (expression.kind !== 'transform') return [];
    return [
      fact(expression.transform, () => transformText(expression.transform.name)),
      ...expressionFacts(expression.of),
    ];
  };
  const strips: readonly Strip[] = [...song.tracks, ...song.buses];
  return [
    ...song.instruments.flatMap((instrument) => [
      fact(instrument.name, () => instrumentText(song, instrument.name.name)),
      fact(instrument.type, () => typeText(instrument.type.name)),
    ]),
    ...song.patterns.flatMap((pattern) => [
      fact(pattern.name, () => patternText(song, pattern.name.name, origins, source)),
      ...expressionFacts(pattern.expression),
    ]),
    ...song.progressions.flatMap((pattern) => [
      fact(pattern.name, () => patternText(song, pattern.name.name, origins, source)),
      ...expressionFacts(pattern.expression),
    ]),
    ...song.tracks.flatMap((track) => [
      fact(track.name, () => trackText(song, track.name.name)),
      ...(track.instrument
        ? [fact(track.instrument, () => instrumentText(song, track.instrument!.name))]
        : []),
      ...track.sends.map(({ bus }) => fact(bus, () => busText(song, bus.name))),
    ]),
    ...song.buses.map((bus) => fact(bus.name, () => busText(song, bus.name.name))),
    ...[...strips, song.master].flatMap(({ inserts }) =>
      inserts.map(({ effect }) => fact(effect, () => effectText(effect.name))),
    ),
    ...song.sections.flatMap((section) => [
      fact(section.name, () => sectionText(song, section.name.name)),
      ...section.parts.flatMap((part) => [
        fact(part.track, () => trackText(song, part.track.name)),
        ...expressionFacts(part.expression),
      ]),
    ]),
    ...song.arrangement.map(({ section }) => fact(section, () => sectionText(song, section.name))),
  ];
}

function instrumentText(song: Song, name: string): string | undefined {
  const instrument = song.instruments.find((one) => one.name.name === name);
  const type = instrument && instrumentNamed(instrument.type.name);
  return instrument && `**${name}** · ${instrumentInWords(instrument)}${type ? `\n\n${type.doc}` : ''}`;
}

const typeText = (name: string): string | undefined => {
  const type = instrumentNamed(name);
  return type && `**${type.name}** · ${type.doc}\n\n\`\`\`song\n${type.example}\n\`\`\``;
};

const effectText = (name: string): string | undefined => {
  const effect = effectNamed(name);
  return (
    effect &&
    `**${effect.name}** · ${effect.doc}\n\n\`\`\`song\n${effect.example}\n\`\`\`\n\nTakes, in this order: ${effect.parameters.map(({ path }) => `\`${path}\``).join(', ')}.`
  );
};

const transformText = (name: string): string | undefined => {
  const transform = transformNamed(name);
  return (
    transform && `**${signature(transform)}** · ${transform.doc}\n\n\`\`\`song\n${transform.example}\n\`\`\``
  );
};

function patternText(
  song: Song,
  name: string,
  origins: Reading['origins'],
  source: (range: Range) => string,
): string | undefined {
  const pattern = patternNamed(song, name);
  if (!pattern) return undefined;
  const kind = song.progressions.includes(pattern) ? 'progression' : 'pattern';
  const summary = patternInWords(pattern.expression);
  const declaration = source(origins[pattern.declaration]!);
  const shown = declaration.length > 400 ? `${declaration.slice(0, 400)}…` : declaration;
  return `**${name}** · ${kind}${summary ? `, ${summary}` : ''}\n\n\`\`\`song\n${shown}\n\`\`\``;
}

function trackText(song: Song, name: string): string | undefined {
  const track = song.tracks.find((one) => one.name.name === name);
  if (!track) return undefined;
  const instrument = song.instruments.find((one) => one.name.name === track.instrument?.name);
  const sections = song.sections
    .filter(({ parts }) => parts.some((part) => part.track.name === name))
    .map((section) => section.name.name);
  const plays = sections.length > 0 ? `plays in ${sections.join(', ')}` : 'plays in no section';
  return `**${name}** · track${instrument ? `, ${instrumentInWords(instrument)}` : ''}${mixText(track)}\n\n${plays}`;
}

function busText(song: Song, name: string): string | undefined {
  const bus = song.buses.find((one) => one.name.name === name);
  if (!bus) return undefined;
  const from = song.tracks
    .filter(({ sends }) => sends.some((send) => send.bus.name === name))
    .map((track) => track.name.name);
  return `**${name}** · bus${mixText(bus)}\n\n${from.length > 0 ? `fed by ${from.join(', ')}` : 'no track sends to it'}`;
}

const mixText = ({ level, pan, mute, solo, inserts }: Strip): string =>
  [
    level && written(level.value, 'decibels'),
    pan && written(pan.value, 'pan'),
    mute?.value && 'muted',
    solo?.value && 'solo',
    ...inserts.map(({ effect }) => effect.name),
  ]
    .filter(Boolean)
    .map((fact) => `, ${fact}`)
    .join('');

function sectionText(song: Song, name: string): string | undefined {
  const section = song.sections.find((one) => one.name.name === name);
  if (!section) return undefined;
  const tracks = section.parts.map((part) => part.track.name).join(', ');
  return `**${name}** · section, ${sectionInWords(section)}, ${secondsText(song, section)}\n\n${placesText(song, name)}${tracks ? `\n\n${tracks}` : ''}`;
}

const secondsText = (song: Song, { bars }: Section): string =>
  `${Number(((bars.value * toNumber(quartersPerBar(song.meter)) * 60) / song.tempo.value).toFixed(1))} s`;

/** The bars, counted from 1, that a section takes in the arrangement. */
function placesText({ arrangement, sections }: Song, name: string): string {
  const bars = new Map(sections.map((section) => [section.name.name, section.bars.value]));
  const places: string[] = [];
  let bar = 1;
  for (const { section, repeats } of arrangement) {
    const length = bars.get(section.name) ?? 0;
    for (let i = 0; i < repeats; i++, bar += length) {
      if (section.name === name && places.length < 16) places.push(`${bar} to ${bar + length - 1}`);
    }
  }
  return places.length > 0 ? `bars ${places.join(', ')}` : 'not arranged';
}
