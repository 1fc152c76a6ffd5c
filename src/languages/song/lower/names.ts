// Names where they are declared and where they are used.

import type { Range, SourceId } from '../../../song/origin.ts';
import type { DeclarationKind } from '../../../song/problem.ts';
import type { Name } from '../../../song/value.ts';
import type { Leaf, Statement, ValueNode } from '../tree.ts';
import type { Ledger } from './ledger.ts';

export const nameOf = (ledger: Ledger, leaf: Leaf): Name => ({ name: leaf.text, id: ledger.mark(leaf) });

/** A declaration's name, and what stands behind it before `=` or the block. */
export interface Declared {
  readonly name: Name;
  readonly declaration: SourceId;
  readonly rest: readonly ValueNode[];
}

/** Names that mean something else where such a thing is named. */
const reserved: Partial<Record<DeclarationKind, readonly string[]>> = {
  track: ['master', 'song', 'send'],
  bus: ['master', 'song', 'send'],
  pattern: ['silence'],
  progression: ['silence'],
  take: ['silence'],
  sample: ['silence'],
};

/** The name of a statement that declares one; tells where it is missing or cannot be one. */
export function declared(ledger: Ledger, statement: Statement, kind: DeclarationKind): Declared | undefined {
  const [first, ...rest] = statement.head;
  if (!first) {
    ledger.error(statement.keyword!, `A name is missing: \`${kind} ${exampleName[kind]} …\`.`);
    return undefined;
  }
  if (first.kind !== 'path' || first.words.length !== 1) {
    if (first.kind !== 'stray')
      ledger.error(
        first,
        `A ${kind}'s name is one word of letters and digits, such as \`${exampleName[kind]}\`.`,
      );
    return undefined;
  }
  const leaf = first.words[0]!;
  if (reserved[kind]?.includes(leaf.text)) {
    ledger.error(
      leaf,
      `A ${kind} cannot be called \`${leaf.text}\`: the word has a meaning of its own. Choose another name.`,
    );
  }
  return { name: nameOf(ledger, leaf), declaration: ledger.mark(statement), rest };
}

const exampleName: Readonly<Record<DeclarationKind, string>> = {
  instrument: 'sub',
  pattern: 'bassline',
  progression: 'verse_p',
  track: 'bass',
  bus: 'space',
  section: 'verse',
  take: 'vox1',
  sample: 'clap',
  kit: 'drum',
  tuning: 'partch',
  marker: 'drop',
};

/** Tells of names declared twice; the first counts. */
export function tellDuplicates(
  ledger: Ledger,
  names: readonly { readonly name: Name; readonly kind: string }[],
): void {
  const first = new Map<string, { place: Range; kind: string }>();
  for (const { name, kind } of names) {
    const place = ledger.origins[name.id]!;
    const before = first.get(name.name);
    if (!before) {
      first.set(name.name, { place, kind });
      continue;
    }
    const message =
      before.kind === kind
        ? `There are two ${plural(kind)} named \`${name.name}\`: the first counts.`
        : `\`${name.name}\` is already the name of a ${before.kind}: the first counts.`;
    ledger.error(place, `${message} Rename one of them.`, { also: [before.place] });
  }
}

const plural = (kind: string): string => (kind.endsWith('s') ? `${kind}es` : `${kind}s`);
