// Problems as SARIF 2.1.0, for code hosts and their reviews; quick fixes travel along.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };
import { rules } from '../check/rules.ts';
import type { SourceId } from '../song/origin.ts';
import type { Fix, Problem, Severity } from '../song/problem.ts';
import type { Look } from './look.ts';
import { rangeOf } from './source-range.ts';

export const sarifReport = (looks: readonly Look[]): string =>
  JSON.stringify(
    {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Codetta', semanticVersion: packageJson.version, rules: descriptors } },
          columnKind: 'utf16CodeUnits',
          artifacts: looks.map((look) => ({ location: locationOf(look), encoding: 'UTF-8' })),
          results: looks.flatMap((look) => look.problems.map((problem) => resultOf(problem, look))),
        },
      ],
    },
    undefined,
    2,
  );

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
};

const descriptors = [
  {
    id: 'SYN',
    shortDescription: { text: 'The text does not read as a song' },
    defaultConfiguration: { level: levels.error },
  },
  ...rules.map((rule) => ({
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: rule.why, markdown: rule.why },
    defaultConfiguration: { level: levels[rule.severity] },
  })),
];

const resultOf = (problem: Problem, look: Look): object => {
  const fixes = (problem.fixes ?? []).flatMap((fix) => fixOf(fix, look));
  return {
    ruleId: problem.rule,
    ruleIndex: descriptors.findIndex(({ id }) => id === problem.rule),
    level: levels[problem.severity],
    message: { text: problem.message },
    locations: [placeOf(look, problem.id)],
    ...(problem.also ? { relatedLocations: problem.also.map((id) => placeOf(look, id)) } : {}),
    ...(fixes.length > 0 ? { fixes } : {}),
  };
};

const placeOf = (look: Look, id: SourceId): object => {
  const { from, to } = rangeOf(look, id);
  return {
    physicalLocation: {
      artifactLocation: locationOf(look),
      region: {
        startLine: from.line,
        startColumn: from.column,
        endLine: to.line,
        endColumn: to.column,
        charOffset: from.offset,
        charLength: to.offset - from.offset,
      },
    },
  };
};

const fixOf = (fix: Fix, look: Look): readonly object[] => {
  const result = look.file.language.edit(look.reading, fix.changes);
  if (!result.ok || result.edits.length === 0) return [];
  const replacements = result.edits.map(({ range, text }) => ({
    deletedRegion: { charOffset: range.from, charLength: range.to - range.from },
    insertedContent: { text },
  }));
  return [
    {
      description: { text: fix.title },
      artifactChanges: [{ artifactLocation: locationOf(look), replacements }],
    },
  ];
};

// Relative to where the command ran, as code hosts want it; whole where the file lies elsewhere.
const locationOf = ({ file }: Look): { readonly uri: string } => {
  const relative = path.relative(process.cwd(), file.path);
  const isInside = relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
  if (!isInside) return { uri: pathToFileURL(file.path).href };
  return { uri: relative.split(path.sep).map(encodeURIComponent).join('/') };
};
