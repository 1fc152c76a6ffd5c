// docs/reference.md: the instruments, effects, drum hits and transforms, from the tables that declare
// them: `node src/build/reference-pages.ts`. A test holds the page to the tables.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { signature } from '../pattern/arguments.ts';
import { transforms } from '../pattern/transforms.ts';
import { drumHits } from '../vocabulary/drums.ts';
import { effects } from '../vocabulary/effects.ts';
import { instruments } from '../vocabulary/instruments.ts';
import type { Parameter } from '../vocabulary/parameter.ts';
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
    '## Instruments',
    ...instruments.map(({ name, doc, example, parameters }) => part(name, doc, example, parameters)),
    '## Effects\n',
    'Values without a name are taken in the order of the table.\n',
    ...effects.map(({ name, property, on, doc, example, parameters }) =>
      part(`${property} (${name})`, `${doc} On a ${on.join(', a ')}.`, example, parameters),
    ),
    '## Transforms\n',
    'Chained to a pattern with a dot.\n',
    '| transform | does | example |\n|---|---|---|',
    ...transforms.map(
      (transform) => `| \`${signature(transform)}\` | ${transform.doc} | \`${transform.example}\` |`,
    ),
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

| parameter | range | what it does |
|---|---|---|
${parameters.map((parameter) => `| \`${parameter.path}\` | ${rangeInWords(parameter)} | ${parameter.doc} |`).join('\n')}`;

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  fs.writeFileSync(referenceFile, referencePage());
}
