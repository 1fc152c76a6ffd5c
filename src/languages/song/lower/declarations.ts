// The statements of a song but its header, each kind by its own reader; what they declare is gathered here.

import type { Brief, Delivery, Expectation, Lyrics } from '../../../song/brief.ts';
import type { Import, Kit, Sample, Take, TuningFile } from '../../../song/material.ts';
import { nearestNames } from '../../../song/nearest.ts';
import type { Range } from '../../../song/origin.ts';
import type { Automation, Marker } from '../../../song/place.ts';
import type { Bus, Instrument, Master, Pattern, Placement, Track } from '../../../song/song.ts';
import type { Name } from '../../../song/value.ts';
import { keywordNamed, keywords } from '../keywords.ts';
import type { Statement } from '../tree.ts';
import { lowerArrange } from './arrange.ts';
import { lowerAutomate } from './automate.ts';
import { lowerBrief } from './brief.ts';
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

/** What the statements declare; sections before what they are like is resolved. */
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
  readonly sections: SectionDraft[];
  readonly arrangement: Placement[];
  readonly markers: Marker[];
  readonly automation: Automation[];
  readonly lyrics: Lyrics[];
  readonly deliveries: Delivery[];
  readonly expectations: Expectation[];
  master: Master;
  brief?: Brief;
}

/** Reads all statements; automation last, since its paths lead into the mixer. */
export function lowerStatements(context: Context, statements: readonly Statement[]): Declarations {
  const draft = newDraft();
  for (const statement of statements) readStatement(context, statement, draft);
  for (const statement of statements) {
    if (statement.keyword?.text === 'automate')
      push(draft.automation, lowerAutomate(context, statement, draft));
  }
  tellNames(context.ledger, draft);
  const { places: _, ...declarations } = draft;
  return declarations;
}

interface Draft extends Declarations {
  /** The keywords of statements that stand once. */
  readonly places: Map<string, Range>;
}

const newDraft = (): Draft => ({
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
  sections: [],
  arrangement: [],
  markers: [],
  automation: [],
  lyrics: [],
  deliveries: [],
  expectations: [],
  master: { inserts: [] },
  places: new Map(),
});

function readStatement(context: Context, statement: Statement, draft: Draft): void {
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
  if (known.unused !== undefined) ledger.tell('information', keyword, known.unused);
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

type Reader = (context: Context, statement: Statement, draft: Draft) => void;

/** The header and automation are read apart from these. */
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
  brief: (context, statement, draft) => {
    const brief = lowerBrief(context, statement);
    if (isFirst(context, statement, draft, 'briefs')) draft.brief = brief;
  },
  expect: (context, statement, draft) => push(draft.expectations, lowerExpect(context, statement)),
  deliver: (context, statement, draft) => push(draft.deliveries, lowerDeliver(context, statement)),
};

function push<Part>(list: Part[], part: Part | undefined): void {
  if (part !== undefined) list.push(part);
}

/** Tells of the second statement of a kind that a song has once. */
function isFirst({ ledger }: Context, { keyword }: Statement, { places }: Draft, plural: string): boolean {
  const before = places.get(keyword!.text);
  if (before)
    ledger.error(keyword!, `There are two ${plural}: the first counts. Take one away.`, { also: [before] });
  else places.set(keyword!.text, keyword!);
  return before === undefined;
}

function readMaster(context: Context, statement: Statement, draft: Draft): void {
  tellBody(context, statement);
  tellTail(context, statement);
  tellRest(context, statement.head, 'What the master has stands in braces: `{ limiter: -1dBTP }`.');
  const { inserts, level } = lowerStrip(context, statement.block, 'master');
  if (isFirst(context, statement, draft, '`master` strips'))
    draft.master = { declaration: context.ledger.mark(statement), inserts, ...(level && { level }) };
}

/** What is named in one place shares its names: music and recordings, tracks and buses. */
function tellNames(ledger: Ledger, draft: Draft): void {
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
