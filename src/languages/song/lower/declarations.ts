// The statements of a song but its header, each kind by its own reader; what they declare is gathered here.

import type { Brief, Delivery, Expectation, Lyrics } from '../../../song/brief.ts';
import type { CheckSettings } from '../../../song/checks.ts';
import type { Import, Kit, Sample, Take, TuningFile } from '../../../song/material.ts';
import { nearestNames } from '../../../song/nearest.ts';
import type { Range, SourceId } from '../../../song/origin.ts';
import type { Marker } from '../../../song/place.ts';
import type { Bus, Instrument, Master, Pattern, Placement, Track } from '../../../song/song.ts';
import type { Name } from '../../../song/value.ts';
import { keywordNamed, keywords } from '../keywords.ts';
import type { Statement } from '../tree.ts';
import { lowerArrange } from './arrange.ts';
import { lowerBrief } from './brief.ts';
import { lowerChecks } from './checks.ts';
import { lowerDeliver } from './deliver.ts';
import { lowerExpect } from './expect.ts';
import { lowerImport } from './import.ts';
import { lowerInstrument } from './instrument.ts';
import { didYouMean, type Ledger, renameFixes } from './ledger.ts';
import { lowerLyrics } from './lyrics.ts';
import { lowerMarker } from './marker.ts';
import { lowerKit, lowerSample, lowerTake, lowerTuning } from './material.ts';
import { tellDuplicates } from './names.ts';
import { lowerPattern } from './pattern.ts';
import { lowerSection, type SectionDraft } from './section.ts';
import { tellBody, tellTail } from './statement.ts';
import { lowerNamedStrip, lowerStrip } from './strip.ts';
import { type Context, tellRest } from './value.ts';

/** What the statements of a piece declare, or all of a song's. */
export interface Declarations {
  readonly imports: Import[];
  readonly instruments: Instrument[];
  readonly patterns: Pattern[];
  readonly progressions: Pattern[];
  readonly takes: Take[];
  readonly samples: Sample[];
  readonly kits: Kit[];
  readonly tunings: TuningFile[];
  readonly tracks: Track[];
  readonly buses: Bus[];
  readonly masters: Once<Master>[];
  /** Before what they are like is resolved. */
  readonly sections: SectionDraft[];
  readonly arrangement: Placement[];
  readonly markers: Marker[];
  readonly lyrics: Lyrics[];
  readonly briefs: Once<Brief>[];
  readonly checks: Once<CheckSettings>[];
  readonly deliveries: Delivery[];
  readonly expectations: Expectation[];
}

/** What a song has once; `keyword` is where it is told of that there are two. */
export interface Once<Part> {
  readonly part: Part;
  readonly keyword: SourceId;
}

export const noDeclarations = (): Declarations => ({
  imports: [],
  instruments: [],
  patterns: [],
  progressions: [],
  takes: [],
  samples: [],
  kits: [],
  tunings: [],
  tracks: [],
  buses: [],
  masters: [],
  sections: [],
  arrangement: [],
  markers: [],
  lyrics: [],
  briefs: [],
  checks: [],
  deliveries: [],
  expectations: [],
});

/** The declarations of statements, but of the header, which is read before them. */
export function lowerStatements(context: Context, statements: readonly Statement[]): Declarations {
  const draft = noDeclarations();
  for (const statement of statements) readStatement(context, statement, draft);
  return draft;
}

function readStatement(context: Context, statement: Statement, draft: Declarations): void {
  const { ledger } = context;
  const { keyword } = statement;
  // A line that starts with no word has been told of by the parser.
  if (!keyword) return;
  const known = keywordNamed(keyword.text);
  if (!known) {
    tellUnknown(ledger, keyword);
    return;
  }
  readers[known.word]?.(context, statement, draft);
}

function tellUnknown(ledger: Ledger, keyword: Range & { readonly text: string }): void {
  const near = nearestNames(
    keyword.text,
    keywords.map(({ word }) => word),
  );
  const remedy =
    didYouMean(near) ||
    ' A line starts with `instrument`, `pattern`, `track`, `section`, `arrange` or another word of the language.';
  ledger.error(keyword, `\`${keyword.text.slice(0, 40)}\` is not a word that starts a line.${remedy}`, {
    fixes: renameFixes(ledger, keyword, near),
  });
}

type Reader = (context: Context, statement: Statement, draft: Declarations) => void;

/** The header is read before these, automation once the mixer is known, since its paths lead into it. */
const readers: Readonly<Record<string, Reader>> = {
  import: (context, statement, draft) => push(draft.imports, lowerImport(context, statement)),
  instrument: (context, statement, draft) => push(draft.instruments, lowerInstrument(context, statement)),
  pattern: (context, statement, draft) => push(draft.patterns, lowerPattern(context, statement, 'pattern')),
  progression: (context, statement, draft) =>
    push(draft.progressions, lowerPattern(context, statement, 'progression')),
  take: (context, statement, draft) => push(draft.takes, lowerTake(context, statement)),
  sample: (context, statement, draft) => push(draft.samples, lowerSample(context, statement)),
  kit: (context, statement, draft) => push(draft.kits, lowerKit(context, statement)),
  tuning: (context, statement, draft) => push(draft.tunings, lowerTuning(context, statement)),
  track: (context, statement, draft) => push(draft.tracks, lowerNamedStrip(context, statement, 'track')),
  bus: (context, statement, draft) => push(draft.buses, lowerNamedStrip(context, statement, 'bus')),
  master: readMaster,
  section: (context, statement, draft) => push(draft.sections, lowerSection(context, statement)),
  // Several `arrange` lines follow one another: one for each part of a long song.
  arrange: (context, statement, draft) => {
    for (const placement of lowerArrange(context, statement)) draft.arrangement.push(placement);
  },
  marker: (context, statement, draft) => push(draft.markers, lowerMarker(context, statement)),
  lyrics: (context, statement, draft) => push(draft.lyrics, lowerLyrics(context, statement)),
  brief: (context, statement, draft) =>
    push(draft.briefs, once(context, statement, lowerBrief(context, statement))),
  checks: (context, statement, draft) =>
    push(draft.checks, once(context, statement, lowerChecks(context, statement))),
  expect: (context, statement, draft) => push(draft.expectations, lowerExpect(context, statement)),
  deliver: (context, statement, draft) => push(draft.deliveries, lowerDeliver(context, statement)),
};

function push<Part>(list: Part[], part: Part | undefined): void {
  if (part !== undefined) list.push(part);
}

const once = <Part>({ ledger }: Context, { keyword }: Statement, part: Part): Once<Part> => ({
  part,
  keyword: ledger.mark(keyword!),
});

function readMaster(context: Context, statement: Statement, draft: Declarations): void {
  tellBody(context, statement);
  tellTail(context, statement);
  tellRest(context, statement.head, 'What the master has stands in braces: `{ limiter: -1dBTP }`.');
  const { inserts, level, panLaw, bypass } = lowerStrip(context, statement.block, 'master');
  const master = {
    declaration: context.ledger.mark(statement),
    inserts,
    ...(level && { level }),
    ...(panLaw && { panLaw }),
    ...(bypass && { bypass }),
  };
  push(draft.masters, once(context, statement, master));
}

/** The first of what a song has once; the others are told of. */
export function firstOf<Part>(ledger: Ledger, list: readonly Once<Part>[], plural: string): Part | undefined {
  const [first, ...others] = list;
  for (const { keyword } of others)
    ledger.error(ledger.origins[keyword]!, `There are two ${plural}: the first counts. Take one away.`, {
      also: [ledger.origins[first!.keyword]!],
    });
  return first?.part;
}

/** Tells of names declared twice. What is named in one place shares its names: music and recordings, tracks and buses. */
export function tellNames(ledger: Ledger, draft: Declarations): void {
  const kinds = (kind: string, parts: readonly { readonly name: Name }[]) =>
    parts.map(({ name }) => ({ name, kind }));
  tellDuplicates(ledger, kinds('instrument', draft.instruments));
  tellDuplicates(ledger, [
    ...kinds('pattern', draft.patterns),
    ...kinds('progression', draft.progressions),
    ...kinds('take', draft.takes),
    ...kinds('sample', draft.samples),
  ]);
  tellDuplicates(ledger, kinds('kit', draft.kits));
  tellDuplicates(ledger, kinds('tuning', draft.tunings));
  tellDuplicates(ledger, kinds('marker', draft.markers));
  tellDuplicates(ledger, [...kinds('track', draft.tracks), ...kinds('bus', draft.buses)]);
  tellDuplicates(
    ledger,
    kinds(
      'section',
      draft.sections.map(({ section }) => section),
    ),
  );
}
