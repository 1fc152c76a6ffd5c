// `song "Title" { by, tempo, meter, key, swing, seed }`, where tempo, meter and key are maps.
// A map goes on behind a comma (`tempo 112bpm, 96bpm at bridge`) or on further lines of its word.

import { pitchClassOf } from '../../../music/pitch.ts';
import { nearestNames } from '../../../song/nearest.ts';
import type { Range } from '../../../song/origin.ts';
import type { KeyChange, MeterChange, Place, TempoChange } from '../../../song/place.ts';
import type { Song } from '../../../song/song.ts';
import { swingAmount, swingOf, tempo as tempoParameter } from '../../../vocabulary/mixer.ts';
import { type HeaderWord, headerWordNamed, headerWords } from '../keywords.ts';
import type { Entry, Statement, ValueNode } from '../tree.ts';
import { andList, didYouMean, type Ledger, renameFixes, replaceFix } from './ledger.ts';
import { readNumber } from './number.ts';
import { tellBody, tellTail } from './statement.ts';
import { unescaped } from './text.ts';
import { isRamp, keyOf, meterOf, type Piece, pieceOf, rampOf, tempoOf } from './time-map.ts';
import { type Context, takeValue, tellRest, textOf, wordOf } from './value.ts';

export type Header = Pick<
  Song,
  | 'title'
  | 'titleId'
  | 'author'
  | 'album'
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
export const defaultHeader = (ledger: Ledger, at: Range): Header => newDraft(ledger, at);

interface Draft extends Mutable<Omit<Header, 'tempoChanges' | 'meterChanges' | 'keyChanges'>> {
  readonly tempoChanges: TempoChange[];
  readonly meterChanges: MeterChange[];
  readonly keyChanges: KeyChange[];
}

type Mutable<Part> = { -readonly [Name in keyof Part]: Part[Name] };

function newDraft(ledger: Ledger, at: Range): Draft {
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

export function lowerHeader(context: Context, statement: Statement): Header {
  const { ledger } = context;
  tellBody(context, statement);
  tellTail(context, statement);
  const draft = newDraft(ledger, statement.keyword!);
  const [title, ...rest] = statement.head;
  draft.titleId = ledger.mark(title ?? statement.keyword!);
  if (title?.kind === 'string') draft.title = unescaped(title.text);
  else ledger.error(title ?? statement.keyword!, 'The title is missing: `song "Night Drive" { … }`.');
  tellRest(
    context,
    title?.kind === 'string' ? rest : rest.slice(1),
    'Behind the title stands `{`, then tempo, meter and key.',
  );
  const places = new Map<string, Range>();
  let map: HeaderWord | undefined;
  for (const entry of statement.block?.entries ?? []) {
    const [first] = entry.head;
    if (!first || first.kind === 'stray') continue;
    if (map && goesOn(entry, map)) {
      readPiece(context, map, [...entry.head, ...entry.body], { entry, draft, places });
      continue;
    }
    const word = textOf(first);
    const known = headerWordNamed(word);
    map = known?.isMap ? known : undefined;
    if (known) readEntry(context, known, { entry, draft, places });
    else tellUnknown(ledger, first, word);
  }
  return draft;
}

/** Whether an entry goes on with the map before it: it starts with a value and not with a word of the header. */
export function goesOn({ head: [first] }: Entry, map: HeaderWord): boolean {
  if (!first) return false;
  if (first.kind === 'number') return true;
  const word = wordOf(first);
  if (word === undefined || headerWordNamed(word)) return false;
  return word === 'ramp' || (map.word === 'key' && pitchClassOf(word) !== undefined);
}

/** Where an entry stands and what it is read into; `places` has the word that said each thing first. */
interface Reading {
  readonly entry: Entry;
  readonly draft: Draft;
  readonly places: Map<string, Range>;
}

function readEntry(context: Context, known: HeaderWord, reading: Reading): void {
  const { entry } = reading;
  const values = [...entry.head.slice(1), ...entry.body];
  if (values.length === 0) {
    context.ledger.error(entry, `A value is missing: write it like \`${known.example}\`.`);
    return;
  }
  if (known.isMap) {
    readPiece(context, known, values, reading);
    return;
  }
  if (isFirst(context, known.word, reading)) readers[known.word]?.(context, values, reading.draft);
}

function isFirst({ ledger }: Context, word: string, { entry, places }: Reading): boolean {
  const name = entry.head[0]!;
  const before = places.get(word);
  if (before)
    ledger.error(name, `\`${word}\` is written twice: the first counts. Take one away.`, { also: [before] });
  else places.set(word, name);
  return before === undefined;
}

/** One piece of a map: what holds from the start, or a change. */
function readPiece(
  context: Context,
  { word }: HeaderWord,
  nodes: readonly ValueNode[],
  reading: Reading,
): void {
  const piece = pieceOf(context, nodes);
  const { entry, draft } = reading;
  const ramp = word === 'tempo' && isRamp(piece.values);
  if (!ramp && piece.values.length === 0) {
    context.ledger.error(entry, `What is it there? Write it like \`${changeExample[word] ?? word}\`.`);
    return;
  }
  if (ramp) {
    const change = rampOf(context, piece, entry);
    if (change) draft.tempoChanges.push(change);
  } else if (piece.isChange) readChange(context, word, piece, reading);
  else if (isPlaced(context, word, reading)) readStart(context, word, piece.values, draft);
}

const changeExample: Readonly<Record<string, string>> = {
  tempo: '96bpm at bridge',
  meter: '7/8 at bridge',
  key: 'C major at outro',
};

/** A second value of a map says where it holds. */
function isPlaced(context: Context, word: string, reading: Reading): boolean {
  if (headerWordNamed(textOf(reading.entry.head[0]!))) return isFirst(context, word, reading);
  if (!reading.places.has(word)) return isFirst(context, word, reading);
  context.ledger.error(
    reading.entry,
    `From where on? A further ${word} says its place: \`${changeExample[word]}\`.`,
  );
  return false;
}

function readStart(context: Context, word: string, values: readonly ValueNode[], draft: Draft): void {
  if (word === 'tempo') draft.tempo = tempoOf(context, values) ?? draft.tempo;
  else if (word === 'meter') draft.meter = meterOf(context, values) ?? draft.meter;
  else {
    const key = keyOf(context, values);
    if (key) draft.key = key;
  }
}

function readChange(context: Context, word: string, { values, place }: Piece, reading: Reading): void {
  const { draft, entry } = reading;
  if (word === 'tempo') {
    const tempo = tempoOf(context, values);
    if (tempo && place) draft.tempoChanges.push({ tempo, at: place, id: context.ledger.mark(entry) });
  } else if (word === 'meter') {
    const meter = meterOf(context, values);
    if (meter && place && isBarStart(context, place)) draft.meterChanges.push({ meter, at: place });
  } else {
    const key = keyOf(context, values);
    if (key && place) draft.keyChanges.push({ key, at: place });
  }
}

function isBarStart({ ledger }: Context, { beat, share }: Place): boolean {
  const within = beat ?? share;
  if (within) ledger.error(ledger.origins[within.id]!, 'A meter changes at the start of a bar.');
  return within === undefined;
}

function tellUnknown(ledger: Ledger, name: ValueNode, word: string): void {
  // A value that goes on with nothing: `96bpm at bridge` behind `by "A. Producer"`.
  if (name.kind !== 'path') {
    ledger.error(name, `\`${word.slice(0, 40)}\` stands alone: a word such as \`tempo\` stands before it.`);
    return;
  }
  const names = headerWords.map((header) => header.word);
  const near = nearestNames(word, names);
  const remedy = didYouMean(near) || ` It has ${andList(names.map((known) => `\`${known}\``))}.`;
  ledger.error(name, `The song's header has no \`${word.slice(0, 40)}\`.${remedy}`, {
    fixes: renameFixes(ledger, name, near),
  });
}

type Reader = (context: Context, values: readonly ValueNode[], draft: Draft) => void;

const readers: Partial<Record<HeaderWord['word'], Reader>> = {
  by: readAuthor,
  album: readAlbum,
  seed: readSeed,
  swing: readSwing,
};

const tellMore = (context: Context, rest: readonly ValueNode[], word: string): void =>
  tellRest(context, rest, `\`${word}\` takes one value; this is one too many.`);

function readAuthor(context: Context, [first, ...rest]: readonly ValueNode[], draft: Draft): void {
  if (first!.kind === 'string') draft.author = unescaped(first!.text);
  else if (first!.kind !== 'stray')
    context.ledger.error(first!, 'A name stands in quotes: `by "A. Producer"`.');
  tellMore(context, rest, 'by');
}

function readAlbum(context: Context, [first, ...rest]: readonly ValueNode[], draft: Draft): void {
  if (first!.kind === 'string')
    draft.album = { kind: 'word', value: unescaped(first!.text), id: context.ledger.mark(first!) };
  else if (first!.kind !== 'stray')
    context.ledger.error(first!, 'An album stands in quotes: `album "Night Songs"`.');
  tellMore(context, rest, 'album');
}

/** `swing 56% of 1/16`. */
function readSwing(context: Context, values: readonly ValueNode[], draft: Draft): void {
  const { ledger } = context;
  const range = { from: values[0]!.from, to: values.at(-1)!.to };
  const { value: amount } = takeValue(context, values, swingAmount);
  const [of, note, ...rest] = values.slice(1);
  if (!of || wordOf(of) !== 'of' || !note) {
    ledger.error(range, 'Which notes swing? Write `swing 56% of 1/16`, or of 1/8.', {
      fixes: values[1]
        ? []
        : ['1/16', '1/8'].map((notes) =>
            replaceFix(ledger, { from: range.to, to: range.to }, `Of ${notes}`, ` of ${notes}`),
          ),
    });
    return;
  }
  tellRest(context, rest, '`swing` takes an amount and a note value; this is one too many.');
  const { value: length } = takeValue(context, [note], swingOf);
  if (amount?.kind !== 'measure' || length?.kind !== 'measure') return;
  draft.swing = { amount, of: length, id: ledger.mark(range) };
}

function readSeed(context: Context, [first, ...rest]: readonly ValueNode[], draft: Draft): void {
  tellMore(context, rest, 'seed');
  if (first!.kind === 'stray') return;
  const number = first!.kind === 'number' ? readNumber(first!.text) : undefined;
  if (number?.quantity !== 'number' || !Number.isSafeInteger(number.value) || number.value < 0) {
    context.ledger.error(first!, 'A seed is a whole number from 0, such as `seed 7`.');
    return;
  }
  draft.seed = number.value;
}
