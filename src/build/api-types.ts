// src/api/codetta.d.ts: the types of the `codetta` module, from what units.d.ts and song.d.ts say by hand and from the
// tables of the vocabulary and the transforms: `node src/build/run.mjs src/build/api-types.ts`. A test holds it fresh.

import fs from 'node:fs';
import { responseWord } from '../languages/song/properties.ts';
import { commonModes } from '../music/scale.ts';
import { defaultInWords, expected, signature } from '../pattern/signature.ts';
import type { Transform, Parameter as TransformParameter } from '../pattern/transforms/transform.ts';
import { transforms } from '../pattern/transforms.ts';
import type { Quantity } from '../song/value.ts';
import { bundledResponses } from '../vocabulary/bundled-sounds.ts';
import { deliveryExtras, deliveryFormat, deliveryTargets } from '../vocabulary/delivery.ts';
import { drumHits } from '../vocabulary/drums.ts';
import type { EffectType } from '../vocabulary/effects/effect.ts';
import { effects, hostedEffects } from '../vocabulary/effects.ts';
import { hostedInstruments, instruments, polyphony } from '../vocabulary/instruments.ts';
import type { StripKind } from '../vocabulary/layout.ts';
import { kitParameters, preload, sampleParameters, takeParameters } from '../vocabulary/material.ts';
import type { Parameter } from '../vocabulary/parameter.ts';
import { rangeInWords } from '../vocabulary/written.ts';

export const typesFile = new URL('../api/codetta.d.ts', import.meta.url);
const writtenFiles = ['units', 'song'].map((name) => new URL(`../api/${name}.d.ts`, import.meta.url));

/** The text of the declarations. */
export const apiTypes = (): string =>
  [
    '// The `codetta` module: songs in TypeScript. Made by src/build/api-types.ts from song.d.ts, the vocabulary',
    '// and the transforms. Do not edit.\n',
    ...writtenFiles.map(withoutHead),
    heading('Instruments'),
    ...instruments.flatMap(({ name, doc, parameters, sampled }) => [
      settings(`${name}Settings`, sampled ? [...parameters, preload] : parameters),
      // What plays recordings is called with their name: song.d.ts has it.
      ...(sampled ? [] : [documented(doc), `export const ${name}: Voice<${name}Settings>;\n`]),
    ]),
    heading('Instruments of Tone.js'),
    ...hostedInstruments.map(({ name, parameters }) => settings(settingsName(name), parameters)),
    '/** Tone.js’s own instruments, played in its graph: a bounce of them takes a browser. */',
    'export const tone: {',
    ...hostedInstruments.map(
      ({ name, doc, hosted }) =>
        `${documented(doc, 1)}\n  readonly ${hosted!.name}: Voice<${settingsName(name)}>;`,
    ),
    '};\n',
    'export interface PolySynthSettings {',
    `  /** How many notes sound at once, 1 to ${polyphony.max}, default ${polyphony.default}. */`,
    '  readonly voices?: number;',
    '}',
    heading('Effects'),
    `/** What comes along for a convolver, or the name of a sample of the song. */\nexport type ResponseName = ${union(bundledResponses.map(({ name }) => name))} | (string & {});\n`,
    ...[...effects, ...hostedEffects].map(({ name, parameters, keyed, responds }) =>
      settings(settingsName(name), parameters, keyed ? [listens] : responds ? [madeOf] : []),
    ),
    ...(['track', 'bus', 'master'] as const).map(effectsOf),
    heading('Recordings, samples and kits'),
    settings('TakeSettings', takeParameters),
    settings('SampleSettings', sampleParameters),
    settings('KitSettings', kitParameters),
    `export type DrumHit = ${union(drumHits.map(({ name }) => name))};`,
    heading('Delivery'),
    `export type DeliveryTarget = ${union(deliveryTargets.map(({ name }) => name))};`,
    'export interface DeliverySettings {',
    ...deliveryExtras.map(({ name, doc }) => `  /** ${doc} */\n  readonly ${name}?: boolean;`),
    ...deliveryFormat.map((parameter) => property(parameter.path, parameter, 1)),
    '}',
    heading('Scales'),
    `type Mode = ${union(commonModes)};`,
    heading('Transforms'),
    'export interface Transforms {',
    ...transforms.flatMap((transform) =>
      namesOf(transform).map((name) => `${described(transform, 1)}\n  ${name}${call(transform)}: Pattern;`),
    ),
    '}\n',
    "/** A transform that others apply: `hook.every(4, rev)`, `hook.sometimes('30%', octave(1))`. */",
    "export interface Change {\n  readonly [isA]: 'change';\n}",
    ...transforms.flatMap((transform) => namesOf(transform).map((name) => standing(transform, name))),
    '',
  ].join('\n');

/** Behind the words for who changes the file, from its first heading on. */
const withoutHead = (file: URL, index: number): string => {
  const written = fs.readFileSync(file, 'utf8');
  return `${index > 0 ? '\n' : ''}${written.slice(written.indexOf('// ----')).trimEnd()}`;
};

const heading = (text: string): string => `\n// ---- ${text} ${'-'.repeat(Math.max(0, 91 - text.length))}\n`;

const documented = (text: string, depth = 0): string => `${'  '.repeat(depth)}/** ${text} */`;

/** `tone.FMSynth` has `ToneFMSynthSettings`. */
const settingsName = (name: string): string => `${name.replace(/^tone\./, 'Tone')}Settings`;

const union = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' | ');

// ---- Parameters of the vocabulary ----

/** A tree of paths: `envelope.attack` stands in `envelope`. */
interface Branch {
  readonly leaf?: Parameter;
  readonly below: ReadonlyMap<string, Branch>;
}

const settings = (name: string, parameters: readonly Parameter[], more: readonly string[] = []): string =>
  `export interface ${name} {\n${[branches(treeOf(parameters), 1), ...more].join('\n')}\n}\n`;

/** What an effect has that can listen to another track. */
const listens = '  /** The track that it listens to, by its name. */\n  readonly key?: string;';

/** What an effect has that is made of an impulse response. */
const madeOf = `  /** ${responseWord.doc} */\n  readonly response?: ResponseName;`;

const treeOf = (parameters: readonly Parameter[]): Branch => {
  const root: MutableBranch = { below: new Map() };
  for (const parameter of parameters) {
    const aliases = parameter.aliases ?? [];
    for (const path of [parameter.path, ...aliases]) {
      let branch = root;
      for (const word of path.split('.')) {
        let next = branch.below.get(word);
        if (!next) {
          next = { below: new Map() };
          branch.below.set(word, next);
        }
        branch = next;
      }
      branch.leaf = parameter;
    }
  }
  return root;
};

interface MutableBranch {
  leaf?: Parameter;
  readonly below: Map<string, MutableBranch>;
}

const branches = ({ below }: Branch, depth: number): string =>
  [...below].map(([name, branch]) => branchText(name, branch, depth)).join('\n');

const branchText = (name: string, branch: Branch, depth: number): string => {
  const { leaf, below } = branch;
  const indent = '  '.repeat(depth);
  if (below.size === 0) return property(name, leaf!, depth);
  const inner = `{\n${branches(branch, depth + 1)}\n${indent}}`;
  if (!leaf) return `${indent}readonly ${name}?: ${inner};`;
  return `${documented(docOf(leaf), depth)}\n${indent}readonly ${name}?: ${typeOf(leaf)} | ${inner};`;
};

const property = (name: string, parameter: Parameter, depth: number): string =>
  `${documented(docOf(parameter), depth)}\n${'  '.repeat(depth)}readonly ${name}?: ${typeOf(parameter)};`;

const docOf = (parameter: Parameter): string => `${parameter.doc} ${rangeInWords(parameter)}.`;

const typeOf = (parameter: Parameter): string => {
  if (parameter.kind === 'number')
    return `${typeOfQuantity[parameter.quantity]}${parameter.noteValues ? ' | NoteValue' : ''}`;
  // The numbers in a row, as a song has them: `1 0.5 0.25`.
  if (parameter.kind === 'list') return 'string';
  const { choices, numbered } = parameter;
  if (choices.length === 2 && choices.includes('true') && choices.includes('false')) return 'boolean';
  const numbers = choices.filter((choice) => String(Number(choice)) === choice);
  const counted = numbered ? [`\`\${${union(numbered.words)}}\${number}\``] : [];
  const file = parameter.orFile ? ['(string & {})'] : [];
  return [union(choices), ...numbers, ...counted, ...file].join(' | ');
};

const typeOfQuantity: Readonly<Record<Quantity, string>> = {
  decibels: 'Decibels',
  hertz: 'Hertz',
  seconds: 'Seconds',
  bpm: 'Tempo',
  ratio: 'Ratio',
  pan: 'Pan',
  semitones: 'Semitones',
  cents: 'Cents',
  bars: 'Bars',
  beats: 'Beats',
  notes: 'NoteValue',
  number: 'number',
  lufs: 'Loudness',
  lu: 'LoudnessDifference',
  dbtp: 'TruePeak',
};

// ---- Effects ----

const effectsOf = (kind: StripKind): string => {
  const rows = [...effects, ...hostedEffects]
    .filter(({ on }) => on.includes(kind))
    .flatMap((effect) => [effect.property, ...(effect.aliases ?? [])].map((word) => effectRow(effect, word)));
  return `export interface ${kind[0]!.toUpperCase()}${kind.slice(1)}Effects {\n${rows.join('\n')}\n}\n`;
};

/** Its settings, or the value of its first parameter alone; of what is made of a response, that. */
const effectRow = ({ name, doc, parameters, responds }: EffectType, word: string): string =>
  `${documented(doc, 1)}\n  readonly ${word.includes('.') ? `'${word}'` : word}?: ${settingsName(name)}${responds ? ' | ResponseName' : parameters[0] ? ` | ${typeOf(parameters[0])}` : ''};`;

// ---- Transforms ----

const namesOf = ({ name, alias }: Transform): readonly string[] => (alias ? [name, alias] : [name]);

const described = (transform: Transform, depth: number): string => {
  const { doc, example, parameters } = transform;
  const indent = '  '.repeat(depth);
  const rows = parameters.map((parameter) => {
    const fallback = defaultInWords(parameter);
    const otherwise = fallback === undefined ? '' : `; ${fallback} where it is left out`;
    return `${indent} * @param ${nameOf(parameter)} ${parameter.doc}: ${expected(parameter)}${otherwise}`;
  });
  return [
    `${indent}/**`,
    `${indent} * ${doc}`,
    `${indent} *`,
    `${indent} * \`${signature(transform)}\`, as in a \`.song\`: \`${example}\``,
    ...rows,
    `${indent} */`,
  ].join('\n');
};

const call = ({ parameters }: Transform): string =>
  `(${parameters.map((parameter) => parameterType(parameter)).join(', ')})`;

const parameterType = (parameter: TransformParameter): string => {
  if (parameter.kind === 'pattern' && parameter.several) return `...${nameOf(parameter)}: readonly Music[]`;
  const isOptional = defaultInWords(parameter) !== undefined;
  return `${nameOf(parameter)}${isOptional ? '?' : ''}: ${givenType(parameter)}`;
};

/** Words of the language are no names of parameters. */
const nameOf = ({ name }: TransformParameter): string => (name === 'with' ? 'music' : name);

const givenType = (parameter: TransformParameter): string => {
  switch (parameter.kind) {
    case 'number':
      return [...new Set(parameter.quantities.map((quantity) => shareOrOther(quantity)))].join(' | ');
    case 'time':
      return 'Time';
    case 'interval':
      return 'number | Semitones | Cents';
    case 'choice':
      return union(parameter.choices);
    case 'text':
      if (parameter.names === 'tuning') return 'Tuning';
      if (parameter.name === 'scale') return 'Key';
      return `${union(parameter.offers)} | (string & {})`;
    case 'range':
      return 'NoteRange';
    case 'pattern':
      return parameter.numbers ? 'Music | number' : 'Music';
    case 'transform':
      return 'Change';
  }
};

const shareOrOther = (quantity: Quantity): string =>
  quantity === 'ratio' ? 'Share' : typeOfQuantity[quantity];

/** What a transform is outside of a chain: patterns put together, or a change that others apply. */
const standing = (transform: Transform, name: string): string => {
  const { parameters, standsAlone } = transform;
  if (standsAlone)
    return `${described(transform, 0)}\nexport function ${name}(...patterns: readonly Music[]): Pattern;`;
  const isBare = parameters.every((parameter) => defaultInWords(parameter) !== undefined);
  const type = isBare ? `${call(transform)} => Change) & Change` : '';
  return isBare
    ? `${described(transform, 0)}\nexport const ${name}: (${type};`
    : `${described(transform, 0)}\nexport function ${name}${call(transform)}: Change;`;
};

if (import.meta.main) fs.writeFileSync(typesFile, apiTypes());
