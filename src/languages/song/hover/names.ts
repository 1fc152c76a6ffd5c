// Names where they are declared and used: what an instrument, a track, a bus, a section, a pattern is.

import { signature } from '../../../pattern/arguments.ts';
import { transformNamed } from '../../../pattern/transforms.ts';
import type { Range } from '../../../song/origin.ts';
import type { PatternExpression } from '../../../song/pattern.ts';
import type { Song, Strip } from '../../../song/song.ts';
import type { Name } from '../../../song/value.ts';
import { eachExpression } from '../../../song/walk.ts';
import { bundledResponse } from '../../../vocabulary/bundled-sounds.ts';
import { effectNamed, kindOf } from '../../../vocabulary/effects.ts';
import { instrumentNamed } from '../../../vocabulary/instruments.ts';
import { written } from '../../../vocabulary/written.ts';
import type { HoverSubject, Reading } from '../../language.ts';
import { instrumentInWords, patternInWords, patternNamed, sectionInWords } from '../in-words.ts';
import type { Fact } from './fact.ts';

/** @param here those parts of the song whose names are asked for */
export function nameFacts({ text, song, origins }: Reading, here: Song): readonly Fact[] {
  const fact = ({ id }: Pick<Name, 'id'>, tell: Fact['tell'], about?: HoverSubject): Fact => ({
    range: origins[id]!,
    tell,
    ...(about && { about }),
  });
  const source = (range: Range): string => text.slice(range.from, range.to);
  const expressionFacts = (expression: PatternExpression): readonly Fact[] => {
    const facts: Fact[] = [];
    eachExpression(expression, (inner) => {
      const heard = { kind: 'expression', id: inner.id } as const;
      if (inner.kind === 'name') facts.push(musicFact(inner.name));
      if (inner.kind === 'transform')
        facts.push(fact(inner.transform, () => transformText(inner.transform.name), heard));
      if (inner.kind === 'call')
        facts.push(fact(inner.function, () => transformText(inner.function.name), heard));
    });
    return facts;
  };
  const musicFact = (name: Name): Fact =>
    fact(name, () => patternText(song, name.name, origins, source), { kind: 'music', name: name.name });
  const trackFact = (name: Name): Fact =>
    fact(name, () => trackText(song, name.name), { kind: 'track', name: name.name });
  const sectionFact = (name: Name): Fact =>
    fact(name, () => sectionText(song, name.name), { kind: 'section', name: name.name });
  const strips: readonly Strip[] = [...here.tracks, ...here.buses];
  return [
    ...here.instruments.flatMap((instrument) => [
      fact(instrument.name, () => instrumentText(song, instrument.name.name)),
      fact(instrument.type, () => typeText(instrument.type.name)),
    ]),
    ...here.patterns.flatMap((pattern) => [musicFact(pattern.name), ...expressionFacts(pattern.expression)]),
    ...here.progressions.flatMap((pattern) => [
      musicFact(pattern.name),
      ...expressionFacts(pattern.expression),
    ]),
    ...here.tracks.flatMap((track) => [
      trackFact(track.name),
      ...(track.instrument
        ? [fact(track.instrument, () => instrumentText(song, track.instrument!.name))]
        : []),
    ]),
    ...here.buses.map((bus) => fact(bus.name, () => busText(song, bus.name.name))),
    ...strips.flatMap(({ sends }) => sends.map(({ bus }) => fact(bus, () => busText(song, bus.name)))),
    ...[...strips, here.master].flatMap(({ inserts }) =>
      inserts.flatMap(({ effect, key, response }) => [
        fact(effect, () => effectText(effect.name)),
        ...(key ? [trackFact(key)] : []),
        ...(response ? [fact(response, () => responseText(song, response.name))] : []),
      ]),
    ),
    ...here.sections.flatMap((section) => [
      sectionFact(section.name),
      ...(section.like ? [sectionFact(section.like)] : []),
      ...(section.without ?? []).map(trackFact),
      ...section.parts.flatMap((part) => [trackFact(part.track), ...expressionFacts(part.expression)]),
    ]),
    ...here.arrangement.map(({ section }) => sectionFact(section)),
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
  const again = effect?.again;
  return (
    effect &&
    `**${effect.name}** · ${again ? `The ${kindOf(effect).name} number ${again.number} of this strip. ` : ''}${effect.doc}\n\n\`\`\`song\n${effect.example}\n\`\`\`\n\nTakes, in this order: ${effect.parameters.map(({ path }) => `\`${path}\``).join(', ')}.${effect.keyed ? ' Listens to the track behind `key`.' : ''}`
  );
};

const responseText = ({ samples }: Song, name: string): string | undefined => {
  const sample = samples.find((one) => one.name.name === name);
  if (sample) return `**${name}** · sample ${sample.file.path.value}`;
  const bundled = bundledResponse(name);
  if (!bundled) return undefined;
  const falls = bundled.decay.map(
    ([hertz, seconds]) => `${written(seconds, 'seconds')} at ${written(hertz, 'hertz')}`,
  );
  return `**${bundled.name}** · ${bundled.doc}\n\nFalls by 60 dB in ${falls.join(', ')}.`;
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
  const from = [...song.tracks, ...song.buses]
    .filter(({ sends }) => sends.some((send) => send.bus.name === name))
    .map((track) => track.name.name);
  return `**${name}** · bus${mixText(bus)}\n\n${from.length > 0 ? `fed by ${from.join(', ')}` : 'nothing sends to it'}`;
}

const mixText = ({ level, pan, mute, solo, soloSafe, inserts }: Strip): string =>
  [
    level && written(level.value, 'decibels'),
    pan && written(pan.value, 'pan'),
    mute?.value && 'muted',
    solo?.value && 'solo',
    soloSafe?.value && 'solo-safe',
    ...inserts.map(({ effect }) => effect.name),
  ]
    .filter(Boolean)
    .map((fact) => `, ${fact}`)
    .join('');

/** When it plays is for the host to say, who has the song laid out in time. */
function sectionText(song: Song, name: string): string | undefined {
  const section = song.sections.find((one) => one.name.name === name);
  if (!section) return undefined;
  const tracks = section.parts.map((part) => part.track.name).join(', ');
  const like = section.like ? `, like ${section.like.name}` : '';
  return `**${name}** · section, ${sectionInWords(section)}${like}${tracks ? `\n\n${tracks}` : ''}`;
}
