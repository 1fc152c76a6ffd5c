// `instrument sub = MonoSynth { … }` and `PolySynth(FMSynth) { voices: 8 }`.

import { nearestNames } from '../../../song/nearest.ts';
import type { Instrument } from '../../../song/song.ts';
import { bundledInstruments } from '../../../vocabulary/bundled-sounds.ts';
import {
  hostedInstruments,
  instrumentNamed,
  instruments,
  polyphony,
} from '../../../vocabulary/instruments.ts';
import { preload } from '../../../vocabulary/material.ts';
import { type Parameter, plain } from '../../../vocabulary/parameter.ts';
import { plugPrefix } from '../../../vocabulary/plugins.ts';
import type { Block, Entry, Leaf, Statement, ValueNode } from '../tree.ts';
import { andList, didYouMean, orList, renameFixes, replaceFix } from './ledger.ts';
import { declared, nameOf } from './names.ts';
import { isSamplerEntry, samplerSounds } from './sampler.ts';
import { blockSettings, newSettings, valuesOfEntry } from './settings.ts';
import { takeNoteSpan } from './span.ts';
import { takeBody } from './statement.ts';
import { type Context, wordOf } from './value.ts';

/** The word that makes an instrument polyphonic. */
export const polySynth = 'PolySynth';

const voices: Parameter = plain(
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
  ...(instrumentNamed(type)?.sampled ? [preload] : []),
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
  if (!type) tellUnknownType(context, statement, leaf);
  const parameters = instrumentParameters(leaf.text, polyphonic);
  const { block } = statement;
  const sounds = type?.sampled && samplerSounds(context, first, block);
  const settings = newSettings();
  if (block && type) {
    const name = polyphonic ? `${polySynth}(${type.name})` : type.name;
    const entries = block.entries.filter((entry) => !isRange(entry) && !(sounds && isSamplerEntry(entry)));
    blockSettings(context, { ...block, entries }, { name, parameters }, settings);
  }
  const range = block && rangeOf(context, block);
  return {
    name: declaration.name,
    declaration: declaration.declaration,
    type: nameOf(ledger, leaf),
    polyphonic,
    ...(sounds && { sounds }),
    settings: settings.list,
    ...(range && { range }),
  };
}

const typeNames = instruments.map(({ name }) => name);

function typeOf(
  { ledger }: Context,
  node: ValueNode,
): { readonly leaf?: Leaf; readonly polyphonic: boolean } {
  const named = nameIn(node);
  if (named) {
    const leaf = named;
    // As in Tone.js, a PolySynth of nothing is one of Synths.
    return leaf.text === polySynth
      ? { leaf: { ...leaf, text: 'Synth' }, polyphonic: true }
      : { leaf, polyphonic: false };
  }
  if (node.kind === 'call' && !node.of) {
    const argument = node.arguments[0]?.[0];
    if (node.name.text !== polySynth) return { leaf: node.name, polyphonic: false };
    if (!argument) return { leaf: { ...node.name, text: 'Synth' }, polyphonic: true };
    const inner = nameIn(argument);
    if (inner) return { leaf: inner, polyphonic: true };
  }
  if (node.kind !== 'stray')
    ledger.error(node, `An instrument is ${orList(typeNames)}, or ${polySynth} of one.`);
  return { polyphonic: false };
}

/** `FMSynth`, or `tone.FMSynth`: the name of an instrument as one leaf. */
function nameIn(node: ValueNode): Leaf | undefined {
  if (node.kind !== 'path') return undefined;
  const [first, second] = node.words;
  if (node.words.length === 1) return first;
  if (node.words.length !== 2 || first?.text !== plugPrefix) return undefined;
  return { ...first, text: `${plugPrefix}.${second!.text}`, from: node.from, to: node.to };
}

const recordings: readonly string[] = bundledInstruments.map(({ name }) => name);

function tellUnknownType({ ledger }: Context, { keyword }: Statement, leaf: Leaf): void {
  if (leaf.text === 'Kit' && keyword) {
    ledger.error(leaf, 'A kit is declared with its own word: `kit drums = Kit("bundled/808")`.', {
      fixes: [replaceFix(ledger, keyword, 'Declare a kit', 'kit')],
    });
    return;
  }
  const isHosted = leaf.text.startsWith(`${plugPrefix}.`);
  const hosted = hostedInstruments.map(({ name }) => name);
  const near = nearestNames(leaf.text, isHosted ? hosted : [...typeNames, polySynth]);
  if (isHosted) {
    ledger.error(
      leaf,
      `Tone.js has no instrument \`${leaf.text}\` that a song can play.${didYouMean(near) || ` There are ${andList(hosted)}.`}`,
      { fixes: renameFixes(ledger, leaf, near) },
    );
    return;
  }
  const recording = near.length > 0 ? undefined : nearestNames(leaf.text, recordings)[0];
  if (recording) {
    const sampler = `Sampler("${recording}")`;
    ledger.error(leaf, `\`${leaf.text}\` is no instrument by itself: a recorded one is \`${sampler}\`.`, {
      fixes: [replaceFix(ledger, leaf, 'Play its recording', sampler)],
    });
    return;
  }
  ledger.error(
    leaf,
    `There is no instrument \`${leaf.text}\`.${didYouMean(near) || ` There are ${andList([...typeNames, polySynth])}.`}`,
    { fixes: renameFixes(ledger, leaf, near) },
  );
}

const isRange = (entry: Entry): boolean => entry.head[0] !== undefined && wordOf(entry.head[0]) === 'range';

function rangeOf(context: Context, block: Block): Instrument['range'] | undefined {
  const { ledger } = context;
  const [entry, second] = block.entries.filter(isRange);
  if (!entry) return undefined;
  if (second)
    ledger.error(second, '`range` is set twice: the first counts. Take one away.', { also: [entry] });
  const [name, ...rest] = entry.head;
  const values = valuesOfEntry(context, entry.colon, name!, rest, entry.body);
  return takeNoteSpan(context, values, entry, 'range: B0..G3');
}
