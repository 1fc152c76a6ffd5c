// A text to the song model, with the place of every part and what is wrong.
// The text is read in pieces, each known by its content from one reading to the next; here they are put
// together, the header first, since note values follow its tempo. Each kind of statement has its own file
// in lower/.

import { excesses } from '../../pattern/expression.ts';
import type { Range } from '../../song/origin.ts';
import type { Problem } from '../../song/problem.ts';
import type { Song } from '../../song/song.ts';
import type { Reading } from '../language.ts';
import { lowerAutomate } from './lower/automate.ts';
import {
  type Declarations,
  firstOf,
  lowerStatements,
  noDeclarations,
  tellNames,
} from './lower/declarations.ts';
import { defaultHeader, type Header, lowerHeader } from './lower/header.ts';
import { lowerIgnores } from './lower/ignores.ts';
import {
  type KnownPiece,
  type KnownPieces,
  type LoweredPiece,
  mostPlaces,
  roomFor,
} from './lower/known-pieces.ts';
import { type Ledger, moveMarks, newLedger, replaceFix } from './lower/ledger.ts';
import { resolveLikes } from './lower/like.ts';
import { oncePerTrack } from './lower/once.ts';
import { tellReferences } from './lower/references.ts';
import type { Context } from './lower/value.ts';
import { piecesOf } from './pieces.ts';
import type { Statement, Tree } from './tree.ts';

/** A known piece where it stands in this text. */
interface PlacedPiece {
  readonly from: number;
  readonly known: KnownPiece;
}

/** The reading of a text. Never throws; problems stand in the order of the text. */
export function lower(text: string, known: KnownPieces): Reading {
  const ledger = newLedger();
  const pieces = piecesOf(text).map((piece) => ({ from: piece.from, known: known.at(piece.text) }));
  const header = readHeader(ledger, text, pieces);
  makeRoom(ledger, 0);
  const context: Context = { ledger, bpm: header.tempo.value, meter: header.meter };
  const { masters, briefs, checks, ...parts } = readPieces(context, pieces);
  const sections = resolveLikes(ledger, oncePerTrack(ledger, parts.sections, parts.takes));
  const brief = firstOf(ledger, briefs, 'briefs');
  const held = firstOf(ledger, checks, '`checks` blocks');
  const master = firstOf(ledger, masters, '`master` strips') ?? { inserts: [] };
  const mixed = {
    ...header,
    ...parts,
    sections,
    master,
    ...(brief && { brief }),
    ...(held && { checks: held }),
  };
  const song: Song = {
    ...mixed,
    automation: pieces.flatMap((piece) => readAutomation(context, piece, mixed)),
    ignores: lowerIgnores(ledger, text),
  };
  tellReferences(ledger, song);
  const { origins, problems } = ledger;
  problems.push(...excessProblems(song));
  problems.sort((a, b) => origins[a.id]!.from - origins[b.id]!.from);
  return { text, song, origins, problems };
}

/** The transforms that multiply notes beyond what plays. */
const excessProblems = (song: Song): readonly Problem[] =>
  excesses(
    song,
    song.sections.flatMap(({ parts }) => parts.map(({ expression }) => expression)),
  ).map(({ id, message }) => ({ rule: 'SYN', severity: 'error', id, message }));

function readHeader(ledger: Ledger, text: string, pieces: readonly PlacedPiece[]): Header {
  const [first, second] = pieces.flatMap(({ from, known }) =>
    known.tree.statements
      .filter(({ keyword }) => keyword?.text === 'song')
      .map((statement) => ({ from, statement })),
  );
  if (!first) return withoutHeader(ledger, text, pieces);
  // Note values would need the tempo and the meter that are read here; the header has none.
  const header = lowerHeader({ ledger, bpm: 120, meter: { beats: 4, unit: 4 } }, first.statement);
  moveMarks(ledger, 0, first.from);
  if (second)
    ledger.error(
      keywordIn(second.from, second.statement),
      'There are two `song` lines: the first counts. Take one away.',
      { also: [keywordIn(first.from, first.statement)] },
    );
  return header;
}

const keywordIn = (offset: number, { keyword, from, to }: Statement): Range => ({
  from: offset + (keyword ?? { from }).from,
  to: offset + (keyword ?? { to }).to,
});

function withoutHeader(ledger: Ledger, text: string, pieces: readonly PlacedPiece[]): Header {
  const begins = pieces.find(({ known }) => known.tree.statements.length > 0);
  const start = begins
    ? keywordIn(begins.from, begins.known.tree.statements[0]!)
    : { from: 0, to: Math.min(1, text.length) };
  ledger.tell(
    'information',
    start,
    'A song starts with its title: `song "Night Drive" { tempo 112bpm … }`. Without it, it is in 4/4 at 120bpm.',
    {
      fixes: [
        replaceFix(
          ledger,
          { from: 0, to: 0 },
          "Add the song's title, tempo and meter",
          'song "Untitled" {\n  tempo 120bpm\n  meter 4/4\n}\n\n',
        ),
      ],
    },
  );
  return defaultHeader(ledger, start);
}

/** All that the pieces declare. Where a piece has been lowered before as it would be now, that is taken. */
function readPieces(context: Context, pieces: readonly PlacedPiece[]): Declarations {
  const { ledger } = context;
  const setting = `${context.bpm} ${context.meter.beats}/${context.meter.unit}`;
  const all = noDeclarations();
  for (const { from, known } of pieces) {
    const first = ledger.origins.length;
    const lowered =
      known.lowered.find((one) => one.first === first && one.setting === setting) ??
      lowerPiece(context, known, first, setting);
    place(ledger, lowered, from);
    makeRoom(ledger, first);
    gather(all, lowered.declarations);
  }
  tellNames(ledger, all);
  return all;
}

function lowerPiece(context: Context, known: KnownPiece, first: number, setting: string): LoweredPiece {
  const { origins, problems, sounds } = context.ledger;
  const [firstProblem, firstSound] = [problems.length, sounds.length];
  tellSyntax(context.ledger, known.tree);
  const declarations = lowerStatements(context, known.tree.statements);
  const ranges = origins.splice(first);
  const lowered: LoweredPiece = {
    first,
    setting,
    declarations,
    problems: problems.splice(firstProblem),
    sounds: sounds.splice(firstSound),
    ranges,
    moved: { offset: 0, ranges },
  };
  if (known.lowered.length >= mostPlaces) known.lowered.shift();
  known.lowered.push(lowered);
  return lowered;
}

function tellSyntax(ledger: Ledger, tree: Tree): void {
  for (const { from, to, message, mend } of tree.problems) {
    ledger.error(
      { from, to },
      message,
      mend && { fixes: [replaceFix(ledger, { from: mend.at, to: mend.at }, mend.title, mend.text)] },
    );
  }
}

/** Writes down where the ids of a piece stand in this text, and its problems. */
function place({ origins, problems, sounds }: Ledger, lowered: LoweredPiece, offset: number): void {
  if (lowered.moved.offset !== offset) {
    const ranges = lowered.ranges.map(({ from, to }) => ({ from: from + offset, to: to + offset }));
    lowered.moved = { offset, ranges };
  }
  for (const range of lowered.moved.ranges) origins.push(range);
  for (const problem of lowered.problems) problems.push(problem);
  for (const sound of lowered.sounds) sounds.push(sound);
}

const nowhere: Range = { from: 0, to: 0 };

/** Rounds up the ids since `first`, so that the next ones stay the same when a few come or go. */
function makeRoom({ origins }: Ledger, first: number): void {
  const end = first + roomFor(origins.length - first);
  while (origins.length < end) origins.push(nowhere);
}

/** Adds the declarations of a piece to all of the song's. */
function gather(all: Declarations, more: Declarations): void {
  for (const kind of kinds) {
    const list = more[kind] as readonly unknown[];
    for (const part of list) (all[kind] as unknown[]).push(part);
  }
}

const kinds = Object.keys(noDeclarations()) as readonly (keyof Declarations)[];

/** The lanes of a piece, whose paths lead into the mixer of the whole song. */
function readAutomation(
  context: Context,
  { from, known }: PlacedPiece,
  song: Parameters<typeof lowerAutomate>[2],
): Song['automation'] {
  const { ledger } = context;
  const first = ledger.origins.length;
  const lanes = known.tree.statements.flatMap((statement) =>
    statement.keyword?.text === 'automate' ? (lowerAutomate(context, statement, song) ?? []) : [],
  );
  moveMarks(ledger, first, from);
  return lanes;
}
