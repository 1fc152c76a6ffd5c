// src/api/module.ts: the `codetta` module as it runs in the sandbox, as one text: src/api/runtime with what it
// knows of the vocabulary: `node src/build/run.mjs src/build/api-module.ts`. A test holds it fresh.

import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { Tables } from '../api/runtime/tables.ts';
import { defaultInWords } from '../pattern/signature.ts';
import type { Parameter } from '../pattern/transforms/transform.ts';
import { transforms } from '../pattern/transforms.ts';
import { hostedInstruments, instruments } from '../vocabulary/instruments.ts';

export const moduleFile = new URL('../api/module.ts', import.meta.url);

/** Instruments that are made of settings alone; a Sampler has the name of its sounds in front. */
const synths = (): readonly string[] => instruments.filter(({ sampled }) => !sampled).map(({ name }) => name);

/** Those of Tone.js, by its own names. */
const hosted = (): readonly string[] => hostedInstruments.map(({ hosted: row }) => row!.name);

export const tables = (): Tables => ({
  instruments: synths(),
  hosted: hosted(),
  transforms: transforms.map(({ name, alias, standsAlone, parameters }) => ({
    names: alias ? [name, alias] : [name],
    standsAlone: standsAlone === true,
    parameters: parameters.map((parameter) => {
      const fallback = defaultInWords(parameter);
      return {
        kind: kindOf(parameter),
        ...(parameter.kind === 'pattern' && parameter.several && { several: true as const }),
        ...(fallback !== undefined && { default: fallback }),
      };
    }),
  })),
});

const kindOf = ({ kind }: Parameter): Tables['transforms'][number]['parameters'][number]['kind'] =>
  kind === 'pattern' || kind === 'transform' || kind === 'text' ? kind : 'value';

/** Names that songs import. */
const exportedNames = (): readonly string[] => [
  ...['song', 'section', 'track', 'bus', 'mini', 'progression', 'silence'],
  ...['PolySynth', 'Sampler', 'Kit', 'take', 'sample', 'tuningFile', 'tone'],
  ...synths(),
  ...transforms.flatMap(({ name, alias }) => (alias ? [name, alias] : [name])),
];

/** Methods of what the API makes. */
const methodNames = (): readonly string[] => [
  ...transforms.flatMap(({ name, alias }) => (alias ? [name, alias] : [name])),
  ...hosted(),
  ...['at', 'like', 'with', 'without', 'times'],
  ...['tracks', 'buses', 'master', 'sections', 'arrange', 'samples', 'automate', 'marker', 'lyrics'],
  ...['brief', 'checks', 'expect', 'deliver'],
];

/** The text of the generated file. */
export const moduleSource = (): string => {
  const main = fileURLToPath(new URL('../api/runtime/main.ts', import.meta.url));
  const { outputFiles } = buildSync({
    entryPoints: [main],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    keepNames: false,
    define: { codettaTables: JSON.stringify(tables()) },
  });
  const code = outputFiles[0]!.text.trim();
  const names = exportedNames();
  const api = `import{exported as e}from'codetta:runtime';export const {${names.join(',')}}=e;`;
  return [
    '// The `codetta` module as it runs in the sandbox. Made by src/build/api-module.ts from src/api/runtime and the',
    '// vocabulary. Do not edit.\n',
    '/** What songs import. */',
    `export const apiModule = ${JSON.stringify(api)};\n`,
    '/** What makes it, and writes songs out. */',
    `export const runtimeModule = ${JSON.stringify(code)};\n`,
    '/** Methods of what the API makes. */',
    `export const methodNames: readonly string[] = ${JSON.stringify(methodNames())};\n`,
    '/** Names that songs import. */',
    `export const exportedNames: readonly string[] = ${JSON.stringify(names)};`,
    '',
  ].join('\n');
};

if (import.meta.main) fs.writeFileSync(moduleFile, moduleSource());
