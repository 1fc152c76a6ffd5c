// Colours of names by what they are, which a grammar of words cannot know: a pattern from a progression, a
// track from a bus, a transform that exists from one that does not.

import {
  type Range as ProtocolRange,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensLegend,
} from 'vscode-languageserver';
import { transformNamed } from '../pattern/transforms.ts';
import type { Range, SourceId } from '../song/origin.ts';
import type { PatternExpression } from '../song/pattern.ts';
import type { Song } from '../song/song.ts';
import { eachExpression } from '../song/walk.ts';
import type { OpenSong } from './documents.ts';
import { type NameKind, namesIn } from './names.ts';

const types = [
  'class',
  'type',
  'function',
  'variable',
  'namespace',
  'struct',
  'event',
  'method',
  'property',
] as const;
type Type = (typeof types)[number];

export const legend: SemanticTokensLegend = {
  tokenTypes: [...types],
  tokenModifiers: ['declaration', 'defaultLibrary'],
};
const [declaration, ofTheHouse] = [1, 2];

interface Token {
  readonly place: Range;
  readonly type: Type;
  readonly modifiers: number;
}

/** The tokens of songs, each with the version before it, so that only what changed need cross. */
export const semanticTokens = () => {
  const builders = new Map<string, SemanticTokensBuilder>();

  const fill = (song: OpenSong, builder: SemanticTokensBuilder, inside?: ProtocolRange): void => {
    const { document } = song;
    for (const { place, type, modifiers } of tokensIn(song)) {
      const { line, character } = document.positionAt(place.from);
      if (inside && (line < inside.start.line || line > inside.end.line)) continue;
      builder.push(line, character, place.to - place.from, types.indexOf(type), modifiers);
    }
  };

  const builderFor = (song: OpenSong): SemanticTokensBuilder => {
    const { uri } = song.document;
    const builder = builders.get(uri) ?? new SemanticTokensBuilder();
    builders.set(uri, builder);
    return builder;
  };

  return {
    forget: (uri: string): void => void builders.delete(uri),
    full: (song: OpenSong): SemanticTokens => {
      const builder = builderFor(song);
      builder.previousResult('');
      fill(song, builder);
      return builder.build();
    },
    delta: (song: OpenSong, previous: string): SemanticTokens | SemanticTokensDelta => {
      const builder = builderFor(song);
      builder.previousResult(previous);
      fill(song, builder);
      return builder.buildEdits();
    },
    range: (song: OpenSong, range: ProtocolRange): SemanticTokens => {
      const builder = new SemanticTokensBuilder();
      fill(song, builder, range);
      return { data: builder.build().data };
    },
  };
};

/** In the order of the text, none over another, each on one line. */
const tokensIn = (song: OpenSong): readonly Token[] => {
  const { origins, text } = song.reading;
  const names = namesIn(song).map(
    ({ place, kind, role }): Token => ({
      place,
      type: typesOfNames[kind],
      modifiers: role === 'declaration' ? declaration : 0,
    }),
  );
  const words = wordsOf(song.reading.song).flatMap(({ id, type }): readonly Token[] => {
    const place = origins[id];
    return place ? [{ place, type, modifiers: ofTheHouse }] : [];
  });
  const tokens: Token[] = [];
  for (const token of [...names, ...words].sort((left, right) => left.place.from - right.place.from)) {
    const { from, to } = token.place;
    if (to > from && from >= (tokens.at(-1)?.place.to ?? 0) && !/[\r\n]/.test(text.slice(from, to)))
      tokens.push(token);
  }
  return tokens;
};

const typesOfNames: Readonly<Record<NameKind, Type>> = {
  instrument: 'class',
  kit: 'class',
  sample: 'class',
  sound: 'class',
  take: 'class',
  pattern: 'function',
  progression: 'function',
  import: 'function',
  track: 'variable',
  bus: 'namespace',
  section: 'struct',
  marker: 'event',
  tuning: 'type',
};

type Word = { readonly id: SourceId; readonly type: Type };

/** The words of the vocabulary: types of instruments, effects, parameters, transforms. */
const wordsOf = (song: Song): readonly Word[] => [
  ...song.instruments.flatMap(({ type, settings }) => [
    { id: type.id, type: 'type' as const },
    ...settings.map(({ pathId }) => ({ id: pathId, type: 'property' as const })),
  ]),
  ...[...song.tracks, ...song.buses, song.master].flatMap(({ inserts }) =>
    inserts.flatMap(({ effect, settings }) => [
      { id: effect.id, type: 'method' as const },
      ...settings.map(({ pathId }) => ({ id: pathId, type: 'property' as const })),
    ]),
  ),
  ...[...song.patterns, ...song.progressions, ...song.sections.flatMap(({ parts }) => parts)].flatMap(
    ({ expression }) => transformsIn(expression),
  ),
];

const transformsIn = (expression: PatternExpression): readonly Word[] => {
  const found: Word[] = [];
  eachExpression(expression, (inner) => {
    if (inner.kind === 'transform' && transformNamed(inner.transform.name))
      found.push({ id: inner.transform.id, type: 'method' });
    if (inner.kind === 'call') found.push({ id: inner.function.id, type: 'method' });
  });
  return found;
};
