// What a Sampler plays: `Sampler("piano")`, `Sampler("fonts/keys.sf2") { preset: "Strings" }`, and files by
// their notes: `Sampler { c3: "low.wav", c5: "high.wav" }`.

import { readNote } from '../../../music/pitch.ts';
import type { SamplerSounds } from '../../../song/material.ts';
import { nearestNames } from '../../../song/nearest.ts';
import type { Setting, Word } from '../../../song/value.ts';
import {
  bundledInstrument,
  bundledInstruments,
  bundledKit,
  bundledKits,
  isPath,
} from '../../../vocabulary/bundled-sounds.ts';
import type { Block, Entry, ValueNode } from '../tree.ts';
import { didYouMean, replaceFix } from './ledger.ts';
import { valuesOfEntry } from './settings.ts';
import { takeText } from './text.ts';
import { type Context, textOf } from './value.ts';

const samplerName = 'Sampler';

/** The entries of a Sampler's braces that are no parameters. */
export const isSamplerEntry = ({ head, body }: Entry): boolean => {
  const word = head[0] && textOf(head[0]);
  return (
    word === presetWord || (word !== undefined && readNote(word) !== undefined && body[0]?.kind === 'string')
  );
};

const presetWord = 'preset';

/** @param node  `Sampler(…)`, or the word alone */
export function samplerSounds(context: Context, node: ValueNode, block: Block | undefined): SamplerSounds {
  const { ledger } = context;
  const given = node.kind === 'call' ? node.arguments.flat() : [];
  const entries = block?.entries.filter(isSamplerEntry) ?? [];
  const files = entries.flatMap((entry): readonly Setting[] => {
    const [name] = entry.head;
    const path = textOf(name!);
    if (path === presetWord) return [];
    const value = takeText(context, entry.body, entry, `${path}: "sounds/${path}.wav"`);
    return value ? [{ path, pathId: ledger.mark(name!), value }] : [];
  });
  const source = given.length > 0 ? takeText(context, given, node, `${samplerName}("piano")`) : undefined;
  if (source) tellUnknownInstrument(context, source, given[0]!);
  else if (given.length === 0 && files.length === 0)
    ledger.error(
      node,
      `Which sounds does it play? Name one that comes along, \`${samplerName}("piano")\`, a file, \`${samplerName}("sounds/keys.sf2")\`, or files by their notes: \`{ c4: "sounds/c4.wav" }\`.`,
    );
  const preset = presetOf(context, entries);
  return { ...(source && { source }), ...(preset && { preset }), files };
}

function presetOf(context: Context, entries: readonly Entry[]): Word | undefined {
  const entry = entries.find(({ head }) => textOf(head[0]!) === presetWord);
  if (!entry) return undefined;
  const [name, ...rest] = entry.head;
  const values = valuesOfEntry(context, entry.colon, name!, rest, entry.body);
  const [first] = values;
  // A number does as well: it is how SoundFonts count.
  if (first?.kind === 'number') return { kind: 'word', value: textOf(first), id: context.ledger.mark(first) };
  return takeText(context, values, entry, `${presetWord}: "Strings"`);
}

const tellUnknownInstrument = ({ ledger }: Context, source: Word, node: ValueNode): void => {
  if (isPath(source.value) || bundledInstrument(source.value)) return;
  const near = nearestNames(
    source.value,
    bundledInstruments.map(({ name }) => name),
  );
  ledger.error(
    node,
    `No instrument called \`${source.value}\` comes along.${didYouMean(near) || ' There are `piano` and the instruments of General MIDI (`violin`, `flute`, `electric piano 1` and so on); a file is named by its path.'}`,
    { fixes: near.map((name) => replaceFix(ledger, node, `Change to "${name}"`, `"${name}"`)) },
  );
};

/** Tells of a kit that neither comes along nor is a path. */
export const tellUnknownKit = ({ ledger }: Context, source: Word): void => {
  if (isPath(source.value) || bundledKit(source.value)) return;
  const names = bundledKits.map(({ name }) => `bundled/${name}`);
  const near = nearestNames(source.value, names);
  const place = ledger.origins[source.id]!;
  ledger.error(
    place,
    `No kit called \`${source.value}\` comes along.${didYouMean(near) || ` There are ${names.map((name) => `\`${name}\``).join(', ')}; a folder of your own is named by its path.`}`,
    {
      fixes: (near.length > 0 ? near : names).map((name) =>
        replaceFix(ledger, place, `Change to "${name}"`, `"${name}"`),
      ),
    },
  );
};
