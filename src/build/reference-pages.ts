// docs/reference.md: the instruments, effects, drum hits and transforms, from the tables that declare
// them: `node src/build/reference-pages.ts`. A test holds the page to the tables.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { limits } from '../engine/program.ts';
import { headerWords, keywords } from '../languages/song/keywords.ts';
import {
  briefWords,
  expectations,
  fileWords,
  laneShapes,
  lfoWord,
  type Phrase,
  trimWord,
  waveShapes,
} from '../languages/song/phrases.ts';
import { stripWords } from '../languages/song/properties.ts';
import { defaultInWords, expected, inUnit, signature } from '../pattern/signature.ts';
import type { Transform } from '../pattern/transforms/transform.ts';
import { transforms } from '../pattern/transforms.ts';
import { deliveryExtras, deliveryFormat, deliveryTargets } from '../vocabulary/delivery.ts';
import { drumHits } from '../vocabulary/drums.ts';
import { effects, hostedEffects } from '../vocabulary/effects.ts';
import { hostedInstruments, instruments } from '../vocabulary/instruments.ts';
import { kitParameters, sampleParameters, takeParameters } from '../vocabulary/material.ts';
import type { Parameter } from '../vocabulary/parameter.ts';
import { units } from '../vocabulary/units.ts';
import { rangeInWords } from '../vocabulary/written.ts';

export const referenceFile = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../docs/reference.md',
);

export const referencePage = (): string =>
  [
    '# Reference\n',
    'Names, units, ranges and defaults are those that the language server and the core use. Made by',
    '`src/build/reference-pages.ts`.\n',
    '## Statements\n',
    'Words that start a line.',
    ...keywords.map(statement),
    '\n### In the header of the song\n',
    phrases(headerWords),
    '\n### In a track, a bus or the master, besides effects\n',
    phrases(stripWords),
    '\n### In a brief\n',
    phrases(briefWords),
    '\n### To expect\n',
    phrases(expectations),
    '\n### How a point of an automation is reached\n',
    phrases(laneShapes),
    '\n### A wave instead of points\n',
    phrases([lfoWord, ...waveShapes]),
    '\n### In a take, a sample or a kit\n',
    phrases([...fileWords, trimWord]),
    '',
    parameterTable(takeParameters, 'parameter of a take'),
    '',
    parameterTable(sampleParameters, 'parameter of a sample'),
    '',
    parameterTable(kitParameters, 'parameter of a kit'),
    '\n### To deliver\n',
    '| to | is |\n|---|---|',
    ...deliveryTargets.map(({ name, doc }) => `| \`${name}\` | ${doc} |`),
    '',
    '| with it | is |\n|---|---|',
    ...deliveryExtras.map(({ name, doc }) => `| \`${name}\` | ${doc} |`),
    ...deliveryFormat.map(
      (parameter) => `| \`${parameter.path}\` | ${parameter.doc} ${rangeInWords(parameter)} |`,
    ),
    '\n## Units\n',
    '| unit | is |\n|---|---|',
    ...units.map(({ unit, doc }) => `| \`${unit}\` | ${doc} |`),
    '\n## Instruments',
    ...instruments.map(({ name, doc, example, parameters }) => part(name, doc, example, parameters)),
    '## Effects\n',
    'Values without a name are taken in the order of the table.\n',
    ...effects.map(({ name, property, on, doc, example, parameters }) =>
      part(`${property} (${name})`, `${doc} On a ${on.join(', a ')}.`, example, parameters),
    ),
    '## Tone.js plug-ins\n',
    'Tone.js’s own instruments and effects, under its own names behind `tone.`: played live in its graph, between the',
    'instrument and the rest of the strip. Options are those that Tone.js documents, as plain data; they do not move by',
    `automation. A song has ${limits.plugs} of them at most, and bouncing it takes a browser.\n`,
    '| plug-in | as in | takes |\n|---|---|---|',
    ...[...hostedInstruments, ...hostedEffects].map(
      ({ name, example, parameters }) =>
        `| \`${name}\` | \`${example}\` | ${parameters.map(({ path }) => `\`${path}\``).join(' ')} |`,
    ),
    '',
    '## Transforms\n',
    'Chained to a pattern with a dot. What has a default may be left out.',
    ...transforms.map(transformPart),
    '\n## Drum hits\n',
    '| hit | sound |\n|---|---|',
    ...drumHits.map(({ name, doc }) => `| \`${name}\` | ${doc} |`),
    '',
  ].join('\n');

const part = (title: string, doc: string, example: string, parameters: readonly Parameter[]): string => `
### ${title}

${doc}

\`\`\`song
${example}
\`\`\`

${parameterTable(parameters, 'parameter')}`;

const transformPart = (transform: Transform): string => `
### ${signature(transform)}

${transform.doc}${transform.alias === undefined ? '' : ` It may also be written \`${transform.alias}\`.`}

\`\`\`song
pattern shown = ${transform.example}
\`\`\`${transform.parameters.length === 0 ? '' : `\n\n${argumentTable(transform)}`}`;

const argumentTable = ({ parameters }: Transform): string =>
  [
    '| argument | takes | what it does |\n|---|---|---|',
    ...parameters.map((parameter) => {
      const several = parameter.kind === 'pattern' && parameter.several ? ', or several' : '';
      const range =
        parameter.kind === 'number'
          ? `, ${inUnit(parameter.min, parameter)} to ${inUnit(parameter.max, parameter)}`
          : '';
      const fallback = defaultInWords(parameter);
      const takes = `${expected(parameter)}${range}${several}${fallback === undefined ? '' : `; default ${fallback}`}`;
      return `| \`${parameter.name}\` | ${takes} | ${parameter.doc} |`;
    }),
  ].join('\n');

const parameterTable = (parameters: readonly Parameter[], title: string): string =>
  [
    `| ${title} | range | what it does |\n|---|---|---|`,
    ...parameters.map(
      (parameter) => `| \`${parameter.path}\` | ${rangeInWords(parameter)} | ${parameter.doc} |`,
    ),
  ].join('\n');

const statement = ({ word, doc, example }: (typeof keywords)[number]): string => `
### ${word}

${doc}

\`\`\`song
${example}
\`\`\``;

const phrases = (list: readonly Omit<Phrase, 'snippet'>[]): string =>
  [
    '| word | is | as in |\n|---|---|---|',
    ...list.map(
      ({ word, doc, example }) => `| \`${word}\` | ${doc} | \`${example.replaceAll('|', '\\|')}\` |`,
    ),
  ].join('\n');

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  fs.writeFileSync(referenceFile, referencePage());
}
