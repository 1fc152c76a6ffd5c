// The tree to the song model, with the place of every part and what is wrong.
// Each kind of statement has its own file in lower/; here they are put together, the header first, since
// note values follow its tempo.

import { excesses } from '../../pattern/expression.ts';
import type { Problem } from '../../song/problem.ts';
import type { Song } from '../../song/song.ts';
import type { Reading } from '../language.ts';
import { lowerStatements } from './lower/declarations.ts';
import { defaultHeader, type Header, lowerHeader } from './lower/header.ts';
import { lowerIgnores } from './lower/ignores.ts';
import { type Ledger, newLedger, replaceFix } from './lower/ledger.ts';
import { resolveLikes } from './lower/like.ts';
import { tellReferences } from './lower/references.ts';
import type { Tree } from './tree.ts';

/** The reading of a tree. Never throws; problems stand in the order of the text. */
export function lower(tree: Tree): Reading {
  const ledger = newLedger();
  tellSyntax(ledger, tree);
  const header = readHeader(ledger, tree);
  const context = { ledger, bpm: header.tempo.value, meter: header.meter };
  const declarations = lowerStatements(context, tree.statements);
  const song: Song = {
    ...header,
    ...declarations,
    sections: resolveLikes(ledger, declarations.sections),
    ignores: lowerIgnores(ledger, tree),
  };
  tellReferences(ledger, song);
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
