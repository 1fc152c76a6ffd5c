// SoundFonts as bytes, for tests: one preset, from tables that a test gives, right ones or ones that lie.

import { bytes, u16, u32 } from './files.ts';

/** Rows as the file has them, without the one that ends a table where that can be told from the others. */
export interface FontTables {
  /** The first generator of each zone of the preset; the last ends them. */
  readonly presetBags: readonly number[];
  readonly presetGenerators: readonly (readonly [kind: number, amount: number])[];
  /** The first zone of each instrument; the last ends them. */
  readonly instruments: readonly number[];
  readonly instrumentBags: readonly number[];
  readonly instrumentGenerators: readonly (readonly [kind: number, amount: number])[];
  /** All of the same eight samples. */
  readonly samples: readonly { readonly rate: number }[];
}

export function soundFont(tables: FontTables): Uint8Array {
  const { presetBags, presetGenerators, instruments, instrumentBags, instrumentGenerators, samples } = tables;
  const sound = Array.from({ length: 8 }, (_, i) => u16((i * 4000) & 0xffff)).flat();
  const tablesPart = list('pdta', [
    part('phdr', [presetHead('Small', 0), presetHead('EOP', presetBags.length - 1)]),
    part('pbag', presetBags.map(bag)),
    part('pgen', presetGenerators.map(row)),
    part(
      'inst',
      instruments.map((first) => [...name('Instrument'), ...u16(first)]),
    ),
    part('ibag', instrumentBags.map(bag)),
    part('igen', instrumentGenerators.map(row)),
    part('shdr', [...samples.map(({ rate }) => sampleHead(rate)), sampleHead(0)]),
  ]);
  const body = joined([bytes('sfbk'), list('sdta', [part('smpl', [sound])]), tablesPart]);
  return joined([bytes('RIFF', u32(body.length)), body]);
}

const name = (text: string): readonly number[] => [...bytes(text.padEnd(20, '\0'))];
const bag = (first: number): readonly number[] => [...u16(first), ...u16(0)];
const row = ([kind, amount]: readonly [number, number]): readonly number[] => [...u16(kind), ...u16(amount)];
const presetHead = (title: string, firstBag: number): readonly number[] => [
  ...name(title),
  ...u16(0),
  ...u16(0),
  ...u16(firstBag),
  ...u32(0),
  ...u32(0),
  ...u32(0),
];
const sampleHead = (rate: number): readonly number[] => [
  ...name('Sample'),
  ...u32(0),
  ...u32(8),
  ...u32(0),
  ...u32(8),
  ...u32(rate),
  60,
  0,
  ...u16(0),
  ...u16(1),
];

const part = (id: string, rows: readonly (readonly number[])[]): Uint8Array => {
  const data = Uint8Array.from(rows.flat());
  return joined([bytes(id, u32(data.length)), data]);
};

const list = (id: string, parts: readonly Uint8Array[]): Uint8Array => {
  const data = joined([bytes(id), ...parts]);
  return joined([bytes('LIST', u32(data.length)), data]);
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const one of parts) {
    all.set(one, at);
    at += one.length;
  }
  return all;
};
