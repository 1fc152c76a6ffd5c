// `song "Title" { by, tempo, meter, key, seed }`.

import { pitchClassOf } from '../../../music/pitch.ts';
import { commonModes, modeNamed } from '../../../music/scale.ts';
import { nearestNames } from '../../../song/nearest.ts';
import type { Range } from '../../../song/origin.ts';
import type { Key, Meter } from '../../../song/place.ts';
import type { Song } from '../../../song/song.ts';
import { tempo as tempoParameter } from '../../../vocabulary/mixer.ts';
import { type HeaderWord, headerWordNamed, headerWords } from '../keywords.ts';
import type { Entry, Statement, ValueNode } from '../tree.ts';
import { andList, didYouMean, type Ledger, orList, renameFixes } from './ledger.ts';
import { readNumber } from './number.ts';
import { tellBody, tellTail } from './statement.ts';
import { type Context, contentOf, takeValue, tellRest, textOf, wordOf } from './value.ts';

export type Header = Pick<
  Song,
  | 'title'
  | 'author'
  | 'tempo'
  | 'meter'
  | 'key'
  | 'seed'
  | 'tempoChanges'
  | 'meterChanges'
  | 'keyChanges'
  | 'swing'
>;

/** What holds where the song does not say; `at` is where a problem with it is shown. */
export function defaultHeader(ledger: Ledger, at: Range): Header {
  const id = ledger.mark(at);
  return {
    title: 'Untitled',
    seed: 1,
    tempoChanges: [],
    meterChanges: [],
    keyChanges: [],
    meter: { beats: 4, unit: 4, id },
    tempo: { kind: 'measure', value: tempoParameter.default, quantity: 'bpm', id },
  };
}

type Mutable<Part> = { -readonly [Name in keyof Part]: Part[Name] };

export function lowerHeader(context: Context, statement: Statement): Header {
  const { ledger } = context;
  tellBody(context, statement);
  tellTail(context, statement);
  const header: Mutable<Header> = defaultHeader(ledger, statement.keyword!);
  const [title, ...rest] = statement.head;
  if (title?.kind === 'string') header.title = unescaped(title.text);
  else ledger.error(title ?? statement.keyword!, 'The title is missing: `song "Night Drive" { … }`.');
  tellRest(
    context,
    title?.kind === 'string' ? rest : rest.slice(1),
    'Behind the title stands `{`, then tempo, meter and key.',
  );
  const places = new Map<string, Range>();
  let word = '';
  for (const entry of statement.block?.entries ?? []) {
    const [first] = entry.head;
    if (!first || first.kind === 'stray') continue;
    // `tempo 112bpm, 96bpm at bridge`: a map goes on behind a comma with a value.
    if (first.kind === 'number' || (headerWordNamed(word) && wordOf(first) === 'ramp')) {
      tellMap(ledger, entry, word);
      continue;
    }
    word = textOf(first);
    readEntry(context, entry, word, header, places);
  }
  return header;
}

function readEntry(
  context: Context,
  entry: Entry,
  word: string,
  header: Mutable<Header>,
  places: Map<string, Range>,
): void {
  const { ledger } = context;
  const known = headerWordNamed(word);
  const name = entry.head[0]!;
  if (!known) {
    const near = nearestNames(
      word,
      headerWords.map((header) => header.word),
    );
    const remedy =
      didYouMean(near) || ` It has ${andList(headerWords.map((header) => `\`${header.word}\``))}.`;
    ledger.error(name, `The song's header has no \`${word.slice(0, 40)}\`.${remedy}`, {
      fixes: renameFixes(ledger, name, near),
    });
    return;
  }
  if (known.since === 'later') {
    ledger.tell('information', entry, `\`${word}\` is kept but not used by this version.`);
    return;
  }
  const values = [...entry.head.slice(1), ...entry.body];
  const before = places.get(word);
  // `key C major at outro` behind `key A minor` goes on with a map.
  if (before && values.some((node) => wordOf(node) === 'at')) {
    tellMap(ledger, entry, word);
    return;
  }
  if (before) {
    ledger.error(name, `\`${word}\` is written twice: the first counts. Take one away.`, { also: [before] });
    return;
  }
  places.set(word, name);
  if (values.length === 0) {
    ledger.error(entry, `A value is missing: write it like \`${known.example}\`.`);
    return;
  }
  readers[known.word]?.(context, values, header);
}

type Reader = (context: Context, values: readonly ValueNode[], header: Mutable<Header>) => void;

const readers: Partial<Record<HeaderWord['word'], Reader>> = {
  by: readAuthor,
  tempo: readTempo,
  meter: readMeter,
  key: readKey,
  seed: readSeed,
};

function tellMap(ledger: Ledger, at: Range, word: string): void {
  ledger.tell(
    'information',
    at,
    `Changes of ${headerWordNamed(word) ? word : 'tempo, meter or key'} within the song are kept but not used by this version.`,
  );
}

/** Values behind the first: a map (`at bridge`), or one too many. */
function tellMore(context: Context, rest: readonly ValueNode[], word: string): void {
  if (rest[0] && wordOf(rest[0]) === 'at')
    tellMap(context.ledger, { from: rest[0].from, to: rest.at(-1)!.to }, word);
  else tellRest(context, rest, `\`${word}\` takes one value; this is one too many.`);
}

function readAuthor(context: Context, [first, ...rest]: readonly ValueNode[], header: Mutable<Header>): void {
  if (first!.kind === 'string') header.author = unescaped(first!.text);
  else if (first!.kind !== 'stray')
    context.ledger.error(first!, 'A name stands in quotes: `by "A. Producer"`.');
  tellMore(context, rest, 'by');
}

function readTempo(context: Context, values: readonly ValueNode[], header: Mutable<Header>): void {
  const { value, count } = takeValue(context, values, tempoParameter);
  if (value?.kind === 'measure') header.tempo = value;
  tellMore(context, values.slice(count), 'tempo');
}

const beatUnits = [1, 2, 4, 8, 16, 32];
const mostBeats = 64;

function readMeter(context: Context, [first, ...rest]: readonly ValueNode[], header: Mutable<Header>): void {
  tellMore(context, rest, 'meter');
  const written = first!.kind === 'number' ? /^(\d+)\/(\d+)$/.exec(first!.text) : null;
  const [beats, unit] = [Number(written?.[1]), Number(written?.[2])];
  if (!written || !beatUnits.includes(unit) || beats < 1 || beats > mostBeats) {
    if (first!.kind !== 'stray') {
      context.ledger.error(
        first!,
        `A meter is 1 to ${mostBeats} beats over ${orList(beatUnits.map(String))}, such as \`4/4\` or \`7/8\`.`,
      );
    }
    return;
  }
  header.meter = { beats, unit, id: context.ledger.mark(first!) } satisfies Meter;
}

function readKey(context: Context, values: readonly ValueNode[], header: Mutable<Header>): void {
  const { ledger } = context;
  const at = values.findIndex((node) => wordOf(node) === 'at');
  if (at >= 0) tellMap(ledger, { from: values[at]!.from, to: values.at(-1)!.to }, 'key');
  const [tonicNode, ...modeNodes] = at < 0 ? values : values.slice(0, at);
  if (!tonicNode) return;
  const range = { from: tonicNode.from, to: (modeNodes.at(-1) ?? tonicNode).to };
  const tonic = wordOf(tonicNode) ?? '';
  const short = /^([A-Ga-g](?:#|b|♯|♭)?)m$/.exec(tonic);
  if (short && modeNodes.length === 0) {
    ledger.error(range, `Write the key out: \`${capital(short[1]!)} minor\`.`, {
      fixes: renameFixes(ledger, range, [`${capital(short[1]!)} minor`]),
    });
    header.key = { tonic: capital(short[1]!), mode: 'minor', id: ledger.mark(range) };
    return;
  }
  if (pitchClassOf(tonic) === undefined) {
    ledger.error(
      tonicNode,
      `\`${textOf(tonicNode).slice(0, 40)}\` is no tonic: write a note and a scale, such as \`A minor\` or \`F# dorian\`.`,
    );
    return;
  }
  const written = modeNodes.map(textOf).join(' ');
  const mode = written === '' ? 'major' : modeNamed(written);
  if (!mode) {
    const modeRange = { from: modeNodes[0]!.from, to: modeNodes.at(-1)!.to };
    const near = nearestNames(written, commonModes);
    ledger.error(
      modeRange,
      `There is no scale \`${written.slice(0, 40)}\`.${didYouMean(near) || ` There are ${andList(commonModes)}, and more.`}`,
      { fixes: renameFixes(ledger, modeRange, near) },
    );
    return;
  }
  header.key = { tonic: capital(tonic), mode, id: ledger.mark(range) } satisfies Key;
}

const capital = (tonic: string): string =>
  tonic[0]!.toUpperCase() + tonic.slice(1).replaceAll('♯', '#').replaceAll('♭', 'b');

function readSeed(context: Context, [first, ...rest]: readonly ValueNode[], header: Mutable<Header>): void {
  tellMore(context, rest, 'seed');
  if (first!.kind === 'stray') return;
  const number = first!.kind === 'number' ? readNumber(first!.text) : undefined;
  if (number?.quantity !== 'number' || !Number.isSafeInteger(number.value) || number.value < 0) {
    context.ledger.error(first!, 'A seed is a whole number from 0, such as `seed 7`.');
    return;
  }
  header.seed = number.value;
}

const unescaped = (token: string): string => contentOf(token).text.replace(/\\(.)/gs, '$1');
