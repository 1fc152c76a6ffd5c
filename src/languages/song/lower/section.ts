// Sections: their length, what each track plays in them, and which other section they are like.

import type { Place } from '../../../song/place.ts';
import type { Part, Section } from '../../../song/song.ts';
import type { Measure, Name } from '../../../song/value.ts';
import { sectionBars } from '../../../vocabulary/mixer.ts';
import type { Block, Entry, Statement, ValueNode } from '../tree.ts';
import { lowerExpression } from './expression.ts';
import { declared, nameOf } from './names.ts';
import { takePlace } from './place.ts';
import { valuesOfEntry } from './settings.ts';
import { tellBody } from './statement.ts';
import { type Context, takeValue, tellRest, wordOf } from './value.ts';

/** A section as written; what it is like is resolved once all sections are read. */
export interface SectionDraft {
  readonly section: Section;
  /** Whether its own length is written. */
  readonly isLong: boolean;
  /** Tracks that it does not take over from the one it is like. */
  readonly without: readonly Name[];
}

export function lowerSection(context: Context, statement: Statement): SectionDraft | undefined {
  const { ledger } = context;
  tellBody(context, statement);
  const declaration = declared(ledger, statement, 'section');
  if (!declaration) return undefined;
  const { length, like, without, blocks } = formOf(context, declaration.rest, statement);
  const bars =
    length.length > 0 || !like ? barsOf(context, length, statement, declaration.name.name) : undefined;
  return {
    section: {
      name: declaration.name,
      declaration: declaration.declaration,
      bars: bars ?? {
        kind: 'measure',
        value: sectionBars.default,
        quantity: 'bars',
        id: declaration.name.id,
      },
      parts: partsOf(context, blocks),
      ...(like && { like }),
      ...(without.length > 0 && { without }),
    },
    isLong: bars !== undefined,
    without,
  };
}

interface Form {
  /** What stands where the length belongs. */
  readonly length: readonly ValueNode[];
  readonly like?: Name;
  readonly without: readonly Name[];
  /** Blocks of parts. */
  readonly blocks: readonly Block[];
}

type Piece = { readonly node: ValueNode } | { readonly block: Block };

/** `16 bars like verse with { … } without { … }`, the words in any order and each with its block or its names. */
function formOf(context: Context, rest: readonly ValueNode[], statement: Statement): Form {
  const { ledger } = context;
  const pieces: readonly Piece[] = [
    ...rest.map((node) => ({ node })),
    ...(statement.block ? [{ block: statement.block }] : []),
    ...statement.clauses.flatMap(({ words, block }): readonly Piece[] => [
      ...words.map((node) => ({ node })),
      ...(block ? [{ block }] : []),
    ]),
  ];
  const form = { length: [] as ValueNode[], without: [] as Name[], blocks: [] as Block[] };
  let like: Name | undefined;
  let open: { readonly word: string; readonly node: ValueNode } | undefined;
  let withoutNode: ValueNode | undefined;
  let naming = false;
  const tellOpen = (): void => {
    if (open) ledger.error(open.node, missingBehind[open.word]!);
    open = undefined;
  };
  for (const piece of pieces) {
    if ('block' in piece) {
      if (open?.word === 'without') form.without.push(...namesOf(context, piece.block));
      else if (open?.word === 'like') tellOpen();
      if (open?.word !== 'without') form.blocks.push(piece.block);
      open = undefined;
      continue;
    }
    const { node } = piece;
    const word = wordOf(node);
    if (word !== undefined && word in missingBehind) {
      tellOpen();
      open = { word, node };
      naming = word === 'without';
      if (naming) withoutNode ??= node;
    } else if (open?.word === 'like' && word !== undefined) {
      if (like) ledger.error(node, 'A section is like one other section. Take one `like` away.');
      like ??= nameOf(ledger, (node as ValueNode & { kind: 'path' }).words[0]!);
      open = undefined;
    } else if (naming && word !== undefined) {
      // `without pad, keys` may go without braces.
      form.without.push(nameOf(ledger, (node as ValueNode & { kind: 'path' }).words[0]!));
      open = undefined;
    } else form.length.push(node);
  }
  tellOpen();
  if (withoutNode && !like) {
    ledger.error(
      withoutNode,
      '`without` takes out tracks that come from another section: say which one with `like`, as in `section chorus 8 bars like verse without { pad }`.',
    );
  }
  return { ...form, ...(like && { like }) };
}

/** What each word of the form wants behind it. */
const missingBehind: Readonly<Record<string, string>> = {
  like: 'Like which section? Its name stands behind: `like verse`.',
  with: 'With what? The parts stand behind in braces: `with { lead: hook }`.',
  without: 'Without which tracks? They stand behind in braces: `without { pad }`.',
};

/** The tracks of `without { pad, keys }`. */
function namesOf({ ledger }: Context, block: Block): readonly Name[] {
  return block.entries.flatMap((entry) => {
    const [node, more] = entry.head;
    if (!node || node.kind === 'stray') return [];
    if (node.kind === 'path' && node.words.length === 1 && !more && !entry.colon && !entry.block)
      return [nameOf(ledger, node.words[0]!)];
    ledger.error(
      { from: entry.from, to: entry.to },
      'Here stand names of tracks alone: `without { pad, keys }`.',
    );
    return [];
  });
}

function barsOf(
  context: Context,
  nodes: readonly ValueNode[],
  statement: Statement,
  name: string,
): Measure | undefined {
  const [first] = nodes;
  if (!first) {
    context.ledger.error(
      statement.head[0]!,
      `How long is \`${name}\`? Write its bars: \`section ${name} 8 bars\`.`,
      {
        fixes: [
          {
            title: 'Make it 8 bars',
            changes: [
              {
                do: 'replace',
                id: context.ledger.mark({ from: statement.head[0]!.to, to: statement.head[0]!.to }),
                text: ' 8 bars',
              },
            ],
          },
        ],
      },
    );
    return undefined;
  }
  const { value, count } = takeValue(context, nodes, sectionBars);
  tellRest(context, nodes.slice(count), 'A section has a name and a length, then its tracks in braces.');
  if (value?.kind !== 'measure') return undefined;
  if (Number.isInteger(value.value)) return value;
  context.ledger.error(first, 'A section lasts whole bars.');
  return { ...value, value: Math.max(1, Math.round(value.value)) };
}

/** All of them: which a track may have beside one another, only the whole song can tell. */
const partsOf = (context: Context, blocks: readonly Block[]): readonly Part[] =>
  blocks.flatMap(({ entries }) => entries).flatMap((entry) => partOf(context, entry) ?? []);

function partOf(context: Context, entry: Entry): Part | undefined {
  const { ledger } = context;
  const [node, ...rest] = entry.head;
  if (!node || node.kind === 'stray') return undefined;
  if (node.kind !== 'path' || node.words.length !== 1) {
    ledger.error(node, 'A track and what it plays stand here: `bass: bassline`.');
    return undefined;
  }
  if (entry.block) {
    ledger.error(entry.block, 'A track plays a pattern, not a block: `bass: bassline`.');
    return undefined;
  }
  const track = nameOf(ledger, node.words[0]!);
  const values = valuesOfEntry(context, entry.colon, node, rest, entry.body);
  const start = values.findIndex((value) => wordOf(value) === 'at');
  const expression = lowerExpression(context, start < 0 ? values : values.slice(0, start), entry);
  const at = start < 0 ? undefined : placeOf(context, values.slice(start));
  return expression && { track, expression, ...(at && { at }), id: ledger.mark(entry) };
}

/** `at bar 3`: where in the section a part begins. */
function placeOf(context: Context, [word, ...nodes]: readonly ValueNode[]): Place | undefined {
  const { ledger } = context;
  const { place, count } = takePlace(context, nodes);
  if (count === 0) ledger.error(word!, 'Where in the section? A bar stands behind: `at bar 3`.');
  tellRest(context, nodes.slice(count), 'Nothing more belongs behind the place where a part begins.');
  if (!place?.section) return place;
  ledger.error(
    ledger.origins[place.section.id]!,
    'A part begins in its own section: write the bar alone, as in `at bar 3`.',
  );
  return undefined;
}
