// Settings in braces as a `.song` says them, and what is made of a name and settings: instruments, strips and what
// is read from files.

import { Thing, Wrong } from './calls.ts';
import { entriesOf, type Given, given, leaf, name, quoted, short, syntax, value, within } from './page.ts';
import type { Instrument, Material, Strip } from './parts.ts';

const never = (): boolean => false;

/** A wavetable of a person's own is named by its path. */
const isTable = (key: string): boolean => /(?:^|\.)(?:table|wavetable)$/.test(key);
const isFile = (value: unknown): boolean => typeof value === 'string' && /\.\w{2,4}$/.test(value);

/** ` { level: -6dB }`, or nothing where nothing is set. */
export const writeBlock = (settings: Given, inQuotes: (key: string) => boolean = never): void => {
  if (entriesOf(settings).length === 0) return;
  syntax(' { ');
  writeSettings(settings, inQuotes);
  syntax(' }');
};

/** `level: -6dB, eq: { low: 2dB }`. */
export const writeSettings = (
  settings: Given,
  inQuotes: (key: string) => boolean = never,
  special: (key: string, one: Given) => boolean = never,
  depth = 0,
): void => {
  if (depth > 8) throw new Wrong('Settings stand at most 8 deep in one another.', settings.at, settings.path);
  let isFirst = true;
  for (const { key, value: one } of entriesOf(settings)) {
    const word = key.value as string;
    if (!/^[\w.$]+$/.test(word)) throw new Wrong(`${short(word)} is no setting.`, key.at, key.path);
    if (!isFirst) syntax(', ');
    isFirst = false;
    if (special(word, one)) continue;
    leaf(word, key);
    syntax(': ');
    if (typeof one.value === 'object' && one.value !== null && !(one.value instanceof Thing)) {
      syntax('{ ');
      writeSettings(one, inQuotes, never, depth + 1);
      syntax(' }');
    } else if (inQuotes(word) || (isTable(word) && isFile(one.value))) quoted(one);
    else value(one);
  }
};

export const writeInstrument = ({
  type,
  polyphonic,
  typeIn,
  settings,
  settingsIn,
  made,
}: Instrument): void => {
  syntax(polyphonic ? 'PolySynth(' : '');
  leaf(type, { at: made, path: [typeIn] });
  syntax(polyphonic ? ')' : '');
  writeBlock(given(settings, made, settingsIn));
};

export const writeMaterial = ({ kind, file, settings, made }: Material): void => {
  const callee = kind === 'kit' ? 'Kit' : kind === 'sampler' ? 'Sampler' : undefined;
  if (callee) syntax(`${callee}(`);
  quoted(given(file, made, 0));
  if (callee) syntax(')');
  writeBlock(given(settings, made, 1), quotedIn[kind]);
};

/** The settings that stand in quotes. */
const quotedIn: Readonly<Record<Material['kind'], (key: string) => boolean>> = {
  take: (key) => /^(?:hash|licence|license|credit)$/.test(key),
  sample: (key) => /^(?:hash|licence|license|credit)$/.test(key),
  kit: (key) => key !== 'gain' && key !== 'preload',
  tuning: () => true,
  sampler: (key) => /^(?:preset|[a-g][#bs]?-?\d)$/.test(key),
};

/** A track or a bus; `soundOf` has the name of its instrument. */
export const writeStrip = (strip: Strip, soundOf: (thing: Thing) => string | undefined): void =>
  within(given(strip, strip.made), () => {
    const { kind, settings, made } = strip;
    syntax(`${kind} `);
    name(given(strip.name, made, 0), kind);
    syntax(' { ');
    writeSettings(given(settings, made, 1), never, (key, one) => {
      if (key === 'instrument') {
        syntax('instrument: ');
        leaf(soundOf(one.value as Thing) ?? 'none', one);
        return true;
      }
      if (key !== 'send') return false;
      entriesOf(one).forEach(({ key: bus, value: level }, index) => {
        syntax(index > 0 ? ', send ' : 'send ');
        name(bus, 'bus');
        syntax(': ');
        value(level);
      });
      return true;
    });
    syntax(' }\n');
  });
