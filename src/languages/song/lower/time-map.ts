// The maps of the header: what tempo, meter and key are at the start, and what they become where.
// `tempo 112bpm, 96bpm at bridge, ramp to 112bpm over 2 bars`; `meter 4/4, 7/8 at bridge`; `key C major at outro`.

import { pitchClassOf } from '../../../music/pitch.ts';
import { commonModes, modeNamed } from '../../../music/scale.ts';
import { nearestNames } from '../../../song/nearest.ts';
import type { Range } from '../../../song/origin.ts';
import type { Key, Meter, Place, TempoChange } from '../../../song/place.ts';
import type { Measure } from '../../../song/value.ts';
import { rampLength, tempo as tempoParameter } from '../../../vocabulary/mixer.ts';
import type { ValueNode } from '../tree.ts';
import { andList, didYouMean, orList, renameFixes } from './ledger.ts';
import { readNumber } from './number.ts';
import { takePlace } from './place.ts';
import { type Context, takeValue, tellRest, textOf, wordOf } from './value.ts';

/** One piece of a map: what it says stands in `values`, where it stands behind its `at`. */
export interface Piece {
  readonly values: readonly ValueNode[];
  /** Whether it says where; `place` is absent where that could not be read. */
  readonly isChange: boolean;
  readonly place?: Place;
}

/** Cuts `at bridge` out of a piece's nodes, wherever it stands among them. */
export function pieceOf(context: Context, nodes: readonly ValueNode[]): Piece {
  const at = nodes.findIndex((node) => wordOf(node) === 'at');
  if (at < 0) return { values: nodes, isChange: false };
  const { place, count } = takePlace(context, nodes.slice(at + 1));
  if (count === 0)
    context.ledger.error(
      nodes[at]!,
      'Where? A section or a bar stands behind `at`: `at bridge`, `at bar 33`.',
    );
  return {
    values: [...nodes.slice(0, at), ...nodes.slice(at + 1 + count)],
    isChange: true,
    ...(place && { place }),
  };
}

export const isRamp = (nodes: readonly ValueNode[]): boolean =>
  nodes[0] !== undefined && wordOf(nodes[0]) === 'ramp';

export function tempoOf(context: Context, values: readonly ValueNode[]): Measure | undefined {
  const { value, count } = takeValue(context, values, tempoParameter);
  tellRest(context, values.slice(count), '`tempo` takes one value; a change says where: `96bpm at bridge`.');
  return value?.kind === 'measure' ? value : undefined;
}

/** `ramp to 112bpm over 2 bars`. */
export function rampOf(
  context: Context,
  { values, isChange, place }: Piece,
  whole: Range,
): TempoChange | undefined {
  const { ledger } = context;
  const nodes = values.slice(1);
  if (nodes[0] && wordOf(nodes[0]) === 'to') nodes.shift();
  const over = nodes.findIndex((node) => wordOf(node) === 'over');
  const target = over < 0 ? nodes : nodes.slice(0, over);
  if (target.length === 0) {
    ledger.error(values[0]!, 'To which tempo? Write `ramp to 112bpm over 2 bars`.');
    return undefined;
  }
  const tempo = tempoOf(context, target);
  const length = over < 0 ? undefined : lengthOf(context, nodes.slice(over + 1), nodes[over]!);
  if (over < 0) {
    const end = target.at(-1)!.to;
    ledger.error(target.at(-1)!, 'Over how long? A ramp says it: `ramp to 112bpm over 2 bars`.', {
      fixes: [
        {
          title: 'Make it 2 bars long',
          changes: [{ do: 'replace', id: ledger.mark({ from: end, to: end }), text: ' over 2 bars' }],
        },
      ],
    });
  }
  if (!tempo || !length || (isChange && !place)) return undefined;
  return { tempo, over: length, ...(place && { at: place }), id: ledger.mark(whole) };
}

/** A length in bars or beats. */
function lengthOf(context: Context, nodes: readonly ValueNode[], owner: Range): Measure | undefined {
  const [node] = nodes;
  if (node?.kind === 'number' && readNumber(node.text).quantity === 'beats') {
    tellRest(context, nodes.slice(1), 'Nothing more belongs behind the length of a ramp.');
    const { value } = takeValue(context, [node], rampLength.beats);
    return value?.kind === 'measure' ? value : undefined;
  }
  if (!node) {
    context.ledger.error(owner, 'Over how long? Write bars or beats: `over 2 bars`.');
    return undefined;
  }
  const { value, count } = takeValue(context, nodes, rampLength.bars);
  tellRest(context, nodes.slice(count), 'Nothing more belongs behind the length of a ramp.');
  return value?.kind === 'measure' ? value : undefined;
}

const beatUnits = [1, 2, 4, 8, 16, 32];
const mostBeats = 64;

export function meterOf(context: Context, values: readonly ValueNode[]): Meter | undefined {
  const [first, ...rest] = values;
  if (!first) return undefined;
  tellRest(context, rest, '`meter` takes one value; a change says where: `7/8 at bridge`.');
  const written = first.kind === 'number' ? /^(\d+)\/(\d+)$/.exec(first.text) : null;
  const [beats, unit] = [Number(written?.[1]), Number(written?.[2])];
  if (written && beatUnits.includes(unit) && beats >= 1 && beats <= mostBeats)
    return { beats, unit, id: context.ledger.mark(first) };
  if (first.kind !== 'stray') {
    context.ledger.error(
      first,
      `A meter is 1 to ${mostBeats} beats over ${orList(beatUnits.map(String))}, such as \`4/4\` or \`7/8\`.`,
    );
  }
  return undefined;
}

export function keyOf({ ledger }: Context, values: readonly ValueNode[]): Key | undefined {
  const [tonicNode, ...modeNodes] = values;
  if (!tonicNode) return undefined;
  const range = { from: tonicNode.from, to: (modeNodes.at(-1) ?? tonicNode).to };
  const tonic = wordOf(tonicNode) ?? '';
  const short = /^([A-Ga-g](?:#|b|♯|♭)?)m$/.exec(tonic);
  if (short && modeNodes.length === 0) {
    ledger.error(range, `Write the key out: \`${capital(short[1]!)} minor\`.`, {
      fixes: renameFixes(ledger, range, [`${capital(short[1]!)} minor`]),
    });
    return { tonic: capital(short[1]!), mode: 'minor', id: ledger.mark(range) };
  }
  if (pitchClassOf(tonic) === undefined) {
    ledger.error(
      tonicNode,
      `\`${textOf(tonicNode).slice(0, 40)}\` is no tonic: write a note and a scale, such as \`A minor\` or \`F# dorian\`.`,
    );
    return undefined;
  }
  const written = modeNodes.map(textOf).join(' ');
  const mode = written === '' ? 'major' : modeNamed(written);
  if (mode) return { tonic: capital(tonic), mode, id: ledger.mark(range) };
  const modeRange = { from: modeNodes[0]!.from, to: modeNodes.at(-1)!.to };
  const near = nearestNames(written, commonModes);
  ledger.error(
    modeRange,
    `There is no scale \`${written.slice(0, 40)}\`.${didYouMean(near) || ` There are ${andList(commonModes)}, and more.`}`,
    { fixes: renameFixes(ledger, modeRange, near) },
  );
  return undefined;
}

const capital = (tonic: string): string =>
  tonic[0]!.toUpperCase() + tonic.slice(1).replaceAll('♯', '#').replaceAll('♭', 'b');
