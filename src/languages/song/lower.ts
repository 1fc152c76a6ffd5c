// The tree to the song model, with the place of every part and what is wrong.
// Each kind of statement has its own file in lower/; here they are put together, the header first, since
// note values follow its tempo.

import { excesses } from '../../pattern/expression.ts';
import { nearestNames } from '../../song/nearest.ts';
import type { Range } from '../../song/origin.ts';
import type { Problem } from '../../song/problem.ts';
import type { Bus, Instrument, Master, Pattern, Placement, Song, Track } from '../../song/song.ts';
import type { Reading } from '../language.ts';
import { keywordNamed, keywords } from './keywords.ts';
import { lowerArrange } from './lower/arrange.ts';
import { lowerExpression } from './lower/expression.ts';
import { defaultHeader, type Header, lowerHeader } from './lower/header.ts';
import { lowerIgnores } from './lower/ignores.ts';
import { lowerInstrument } from './lower/instrument.ts';
import { didYouMean, type Ledger, newLedger, renameFixes, replaceFix } from './lower/ledger.ts';
import { resolveLikes } from './lower/like.ts';
import { declared, tellDuplicates } from './lower/names.ts';
import { lowerSection, type SectionDraft } from './lower/section.ts';
import { takeBody, tellBody, tellTail } from './lower/statement.ts';
import { lowerStrip } from './lower/strip.ts';
import { type Context, tellRest } from './lower/value.ts';
import type { Statement, Tree } from './tree.ts';

interface Draft {
  readonly instruments: Instrument[];
  readonly patterns: Pattern[];
  readonly progressions: Pattern[];
  readonly tracks: Track[];
  readonly buses: Bus[];
  readonly sections: SectionDraft[];
  readonly arrangement: Placement[];
  master?: Master;
  masterPlace?: Range;
}

/** The reading of a tree. Never throws; problems stand in the order of the text. */
export function lower(tree: Tree): Reading {
  const ledger = newLedger();
  tellSyntax(ledger, tree);
  const header = readHeader(ledger, tree);
  const draft: Draft = {
    instruments: [],
    patterns: [],
    progressions: [],
    tracks: [],
    buses: [],
    sections: [],
    arrangement: [],
  };
  const context: Context = { ledger, bpm: header.tempo.value, meter: header.meter };
  for (const statement of tree.statements) readStatement(context, statement, draft);
  tellNames(ledger, draft);
  const { master, masterPlace: _, ...parts } = draft;
  const song: Song = {
    ...header,
    ...parts,
    sections: resolveLikes(ledger, draft.sections),
    imports: [],
    takes: [],
    samples: [],
    kits: [],
    tunings: [],
    markers: [],
    automation: [],
    lyrics: [],
    deliveries: [],
    expectations: [],
    master: master ?? { inserts: [] },
    ignores: lowerIgnores(ledger, tree),
  };
  const { origins, problems } = ledger;
  problems.push(...excessProblems(song));
  problems.sort((a, b) => origins[a.id]!.from - origins[b.id]!.from);
  return { text: tree.text, song, origins, problems };
}

/** The transforms that multiply notes beyond what plays. */
const excessProblems = (song: Song): readonly Problem[] =>
  excesses(
    song,
    song.sections.flatMap(({ parts }) => parts.map(({ expression }) => expression)),
  ).map(({ id, message }) => ({ rule: 'SYN', severity: 'error', id, message }));

function tellSyntax(ledger: Ledger, tree: Tree): void {
  for (const { from, to, message, mend } of tree.problems) {
    ledger.error(
      { from, to },
      message,
      mend && { fixes: [replaceFix(ledger, { from: mend.at, to: mend.at }, mend.title, mend.text)] },
    );
  }
}

function readHeader(ledger: Ledger, tree: Tree): Header {
  const [statement, second] = tree.statements.filter(({ keyword }) => keyword?.text === 'song');
  if (statement) {
    if (second)
      ledger.error(second.keyword!, 'There are two `song` lines: the first counts. Take one away.', {
        also: [statement.keyword!],
      });
    // Note values would need the tempo and the meter that are read here; the header has none.
    return lowerHeader({ ledger, bpm: 120, meter: { beats: 4, unit: 4 } }, statement);
  }
  const start = tree.statements[0]?.keyword ??
    tree.statements[0] ?? { from: 0, to: Math.min(1, tree.text.length) };
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

function readStatement(context: Context, statement: Statement, draft: Draft): void {
  const { ledger } = context;
  const { keyword } = statement;
  // A line that starts with no word has been told of by the parser.
  if (!keyword) return;
  const reader = readers.get(keyword.text);
  if (reader) {
    reader(context, statement, draft);
    return;
  }
  if (keywordNamed(keyword.text)) {
    ledger.tell('information', keyword, `\`${keyword.text}\` is kept but not used by this version.`);
    return;
  }
  const near = nearestNames(
    keyword.text,
    keywords.filter(({ since }) => since === 'now').map(({ word }) => word),
  );
  const remedy =
    didYouMean(near) ||
    ' A line starts with `instrument`, `pattern`, `track`, `section`, `arrange` or another word of the language.';
  ledger.error(keyword, `\`${keyword.text.slice(0, 40)}\` is not a word that starts a line.${remedy}`, {
    fixes: renameFixes(ledger, keyword, near),
  });
}

type Reader = (context: Context, statement: Statement, draft: Draft) => void;

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  // The header has been read before all others.
  ['song', () => {}],
  ['instrument', (context, statement, draft) => push(draft.instruments, lowerInstrument(context, statement))],
  [
    'pattern',
    (context, statement, draft) => push(draft.patterns, lowerPattern(context, statement, 'pattern')),
  ],
  [
    'progression',
    (context, statement, draft) => push(draft.progressions, lowerPattern(context, statement, 'progression')),
  ],
  ['track', (context, statement, draft) => push(draft.tracks, lowerNamedStrip(context, statement, 'track'))],
  ['bus', (context, statement, draft) => push(draft.buses, lowerNamedStrip(context, statement, 'bus'))],
  ['master', readMaster],
  ['section', (context, statement, draft) => push(draft.sections, lowerSection(context, statement))],
  // Several `arrange` lines follow one another: one for each part of a long song.
  [
    'arrange',
    (context, statement, draft) => {
      for (const placement of lowerArrange(context, statement)) draft.arrangement.push(placement);
    },
  ],
]);

function push<Part>(list: Part[], part: Part | undefined): void {
  if (part !== undefined) list.push(part);
}

function lowerPattern(
  context: Context,
  statement: Statement,
  kind: 'pattern' | 'progression',
): Pattern | undefined {
  const { ledger } = context;
  const declaration = declared(ledger, statement, kind);
  const body = takeBody(context, statement, declaration?.rest ?? []);
  if (statement.block)
    ledger.error(
      statement.block,
      `A ${kind} takes no braces; groups of notes stand in quotes: \`"{a4 c5}%4"\`.`,
    );
  if (!declaration) return undefined;
  const name = ledger.origins[declaration.name.id]!;
  // An `=` with nothing behind it has been told of by the parser.
  const silent: Pattern['expression'] = { kind: 'silence', id: declaration.name.id };
  const missing = body.length === 0 && (statement.equals !== undefined || statement.block !== undefined);
  const expression = missing ? undefined : lowerExpression(context, body, name);
  return { name: declaration.name, declaration: declaration.declaration, expression: expression ?? silent };
}

function lowerNamedStrip(context: Context, statement: Statement, kind: 'track' | 'bus'): Track | undefined {
  tellBody(context, statement);
  tellTail(context, statement);
  const declaration = declared(context.ledger, statement, kind);
  if (!declaration) return undefined;
  tellRest(context, declaration.rest, `What a ${kind} has stands in braces: \`{ level: -6dB }\`.`);
  return {
    name: declaration.name,
    declaration: declaration.declaration,
    ...lowerStrip(context, statement.block, kind),
  };
}

function readMaster(context: Context, statement: Statement, draft: Draft): void {
  const { ledger } = context;
  tellBody(context, statement);
  tellTail(context, statement);
  tellRest(context, statement.head, 'What the master has stands in braces: `{ limiter: -1dBTP }`.');
  const strip = lowerStrip(context, statement.block, 'master');
  if (draft.masterPlace) {
    ledger.error(statement.keyword!, 'There are two `master` strips: the first counts. Take one away.', {
      also: [draft.masterPlace],
    });
    return;
  }
  draft.masterPlace = statement.keyword!;
  draft.master = {
    declaration: ledger.mark(statement),
    inserts: strip.inserts,
    ...(strip.level && { level: strip.level }),
  };
}

/** Patterns and progressions share their names, as tracks and buses do: both are named in one place. */
function tellNames(
  ledger: Ledger,
  { instruments, patterns, progressions, tracks, buses, sections }: Draft,
): void {
  const kinds = (kind: string, parts: readonly { readonly name: Instrument['name'] }[]) =>
    parts.map(({ name }) => ({ name, kind }));
  tellDuplicates(ledger, kinds('instrument', instruments));
  tellDuplicates(ledger, [...kinds('pattern', patterns), ...kinds('progression', progressions)]);
  tellDuplicates(ledger, [...kinds('track', tracks), ...kinds('bus', buses)]);
  tellDuplicates(
    ledger,
    kinds(
      'section',
      sections.map(({ section }) => section),
    ),
  );
}
