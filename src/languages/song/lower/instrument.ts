// `instrument sub = MonoSynth { … }` and `PolySynth(FMSynth) { voices: 8 }`.

import { readNote } from '../../../music/pitch.ts';
import { nearestNames } from '../../../song/nearest.ts';
import type { Instrument } from '../../../song/song.ts';
import { instrumentNamed, instruments, polyphony } from '../../../vocabulary/instruments.ts';
import { type Parameter, plain } from '../../../vocabulary/parameter.ts';
import type { Block, Entry, Leaf, Statement, ValueNode } from '../tree.ts';
import { andList, didYouMean, orList, renameFixes } from './ledger.ts';
import { declared, nameOf } from './names.ts';
import { blockSettings, newSettings } from './settings.ts';
import { takeBody } from './statement.ts';
import { type Context, textOf, wordOf } from './value.ts';

/** The word that makes an instrument polyphonic. */
export const polySynth = 'PolySynth';

export const voices: Parameter = plain(
  'voices',
  polyphony.default,
  1,
  polyphony.max,
  'How many notes sound at once; a further one takes the place of the oldest.',
);

/** Parameters that an instrument of the type takes. */
export const instrumentParameters = (type: string, polyphonic: boolean): readonly Parameter[] => [
  ...(polyphonic ? [voices] : []),
  ...(instrumentNamed(type)?.parameters ?? []),
];

export function lowerInstrument(context: Context, statement: Statement): Instrument | undefined {
  const { ledger } = context;
  const declaration = declared(ledger, statement, 'instrument');
  const [first, ...more] = takeBody(context, statement, declaration?.rest ?? []);
  if (!declaration) return undefined;
  if (more.length > 0)
    ledger.error(
      { from: more[0]!.from, to: more.at(-1)!.to },
      'Parameters stand in braces: `{ envelope.attack: 10ms }`.',
    );
  if (!first) {
    if (!statement.equals)
      ledger.error(
        ledger.origins[declaration.name.id]!,
        `Which instrument is it? Write \`= ${orList(typeNames)}\`.`,
      );
    return undefined;
  }
  const { leaf, polyphonic } = typeOf(context, first);
  if (!leaf) return undefined;
  const type = instrumentNamed(leaf.text);
  if (!type) tellUnknownType(context, leaf);
  const parameters = instrumentParameters(leaf.text, polyphonic);
  const { block } = statement;
  const settings = newSettings();
  if (block && type) {
    const name = polyphonic ? `${polySynth}(${type.name})` : type.name;
    blockSettings(context, withoutRange(block), { name, parameters }, settings);
  }
  const range = block && rangeOf(context, block);
  return {
    name: declaration.name,
    declaration: declaration.declaration,
    type: nameOf(ledger, leaf),
    polyphonic,
    settings: settings.list,
    ...(range && { range }),
  };
}

const typeNames = instruments.map(({ name }) => name);

function typeOf(
  { ledger }: Context,
  node: ValueNode,
): { readonly leaf?: Leaf; readonly polyphonic: boolean } {
  if (node.kind === 'path' && node.words.length === 1) {
    const leaf = node.words[0]!;
    // As in Tone.js, a PolySynth of nothing is one of Synths.
    return leaf.text === polySynth
      ? { leaf: { ...leaf, text: 'Synth' }, polyphonic: true }
      : { leaf, polyphonic: false };
  }
  if (node.kind === 'call' && !node.of) {
    const argument = node.arguments[0]?.[0];
    if (node.name.text !== polySynth) return { leaf: node.name, polyphonic: false };
    if (!argument) return { leaf: { ...node.name, text: 'Synth' }, polyphonic: true };
    if (argument.kind === 'path' && argument.words.length === 1)
      return { leaf: argument.words[0]!, polyphonic: true };
  }
  if (node.kind !== 'stray')
    ledger.error(node, `An instrument is ${orList(typeNames)}, or ${polySynth} of one.`);
  return { polyphonic: false };
}

function tellUnknownType({ ledger }: Context, leaf: Leaf): void {
  const near = nearestNames(leaf.text, [...typeNames, polySynth]);
  ledger.error(
    leaf,
    `There is no instrument \`${leaf.text}\`.${didYouMean(near) || ` There are ${andList([...typeNames, polySynth])}.`}`,
    { fixes: renameFixes(ledger, leaf, near) },
  );
}

const isRange = (entry: Entry): boolean => entry.head[0] !== undefined && wordOf(entry.head[0]) === 'range';
const withoutRange = (block: Block): Block => ({
  ...block,
  entries: block.entries.filter((entry) => !isRange(entry)),
});

function rangeOf({ ledger }: Context, block: Block): Instrument['range'] | undefined {
  const [entry, second] = block.entries.filter(isRange);
  if (!entry) return undefined;
  if (second)
    ledger.error(second, '`range` is set twice: the first counts. Take one away.', { also: [entry] });
  const [node, more] = entry.colon ? entry.body : entry.head.slice(1);
  if (!entry.colon || more || node?.kind !== 'range' || !node.high) {
    // A range without its upper end has been told of by the parser.
    if (node?.kind !== 'range' || node.high)
      ledger.error(node ?? entry, '`range` takes the lowest and the highest note: `range: B0..G3`.');
    return undefined;
  }
  const [low, high] = [noteOf(node.low), noteOf(node.high)];
  for (const [end, note] of [
    [node.low, low],
    [node.high, high],
  ] as const) {
    if (note === undefined)
      ledger.error(end, `\`${textOf(end)}\` is no note with an octave: write it like \`B0\` or \`F#3\`.`);
  }
  if (low === undefined || high === undefined) return undefined;
  if (low > high) {
    ledger.error(node, 'The lowest note stands first: turn this range round.', {
      fixes: renameFixes(ledger, node, [`${textOf(node.high)}..${textOf(node.low)}`]),
    });
  }
  return { low: Math.min(low, high), high: Math.max(low, high), id: ledger.mark(node) };
}

/** MIDI number of a written note of either case, with its octave. */
function noteOf(node: ValueNode): number | undefined {
  const word = wordOf(node);
  if (!word || !/\d$/.test(word)) return undefined;
  const midi = readNote(word[0]!.toLowerCase() + word.slice(1))?.midi;
  return midi !== undefined && midi >= 0 && midi <= 127 ? midi : undefined;
}
