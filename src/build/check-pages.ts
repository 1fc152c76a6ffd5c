// The pages of the checks, docs/checks/RULE.md, from the rules themselves: `node src/build/check-pages.ts`.
// What a diagnostic's code links to. A test holds them to the rules, so they are never edited by hand.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { figuresOf } from '../check/figures.ts';
import { impossible } from '../check/impossible.ts';
import { profiles } from '../check/profiles.ts';
import type { Rule } from '../check/rule.ts';
import { rules } from '../check/rules.ts';
import { written } from '../vocabulary/written.ts';

/** Every page by its file name. */
export const checkPages = (): ReadonlyMap<string, string> =>
  new Map([
    ...rules.map((rule) => [`${rule.id}.md`, pageOf(rule)] as const),
    ['SYN.md', reading],
    ['README.md', list()],
  ]);

export const pagesFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../docs/checks');

const pageOf = (rule: Rule): string => `# ${rule.id}: ${rule.title}

${capital(rule.severity)}${rule.isOptional ? ', where a profile or the song turns it on' : ''}. Looks at ${sees[rule.tier]}.

${rule.why}
${figureTable(rule)}${profileLines(rule)}
## It fires here

\`\`\`song
${rule.examples.fires.trimEnd()}
\`\`\`

## It is silent here

\`\`\`song
${rule.examples.silent.trimEnd()}
\`\`\`

## When it is meant

Write the reason on the line, or on a line of its own above it:

\`\`\`song
// codetta-ignore ${rule.id}: why it is meant
\`\`\`

${made}
`;

const figureTable = ({ id }: Rule): string => {
  const figures = figuresOf(id);
  if (figures.length === 0) return '';
  const rows = figures.map(
    ({ path, quantity, default: value, doc, source }) =>
      `| \`${path}\` | ${written(value, quantity)} | ${doc} | ${source} |`,
  );
  return `\n## Figures\n\n| figure | is | means | source |\n|---|---|---|---|\n${rows.join('\n')}\n\nA song tunes it: \`checks { ${figures[0]!.path}: ${written(figures[0]!.default, figures[0]!.quantity)} }\`.\n`;
};

/** What profiles change about a rule. */
const profileLines = ({ id }: Rule): string => {
  const lines = profiles.flatMap(({ name, rules: ruled, figures }) => {
    const tuned = figuresOf(id).flatMap(({ path, quantity }) =>
      figures[path] === undefined ? [] : [`\`${path}\` ${written(figures[path], quantity)}`],
    );
    const changes = [...(ruled[id] === undefined ? [] : [ruled[id]]), ...tuned];
    return changes.length === 0 ? [] : [`- \`${name}\`: ${changes.join(', ')}`];
  });
  return lines.length === 0 ? '' : `\n## In profiles\n\n${lines.join('\n')}\n`;
};

const sees: Readonly<Record<Rule['tier'], string>> = {
  score: 'the score alone, as you type',
  timeline: 'the song laid out in time, as you type',
  audio: 'the sound, rendered and measured after each save',
  recording: 'the recordings that the song plays, listened to after each save',
};

const made = 'Made from `src/check` by `src/build/check-pages.ts`.';

const reading = `# SYN: The text does not read as a song

An error where something in the text has no meaning, information where it has none yet.

A song is read as far as it goes: whatever is wrong, the rest of it still plays, is checked and can be edited.
The message says what stands there, what may stand there, and where there is one, a quick fix puts it right.
\`codetta-ignore\` has no effect on it, since there is nothing that could be meant.

${made}
`;

const profileRow = ({ name, doc, rules: ruled, figures }: (typeof profiles)[number]): string => {
  const changes = [
    ...Object.entries(ruled).map(([rule, choice]) => `${rule} ${choice}`),
    ...Object.entries(figures).map(([path, value]) => {
      const figure = figuresOf(path.split('.')[0]!).find((one) => one.path === path)!;
      return `${path} ${written(value, figure.quantity)}`;
    }),
  ];
  return `| \`${name}\` | ${doc} | ${changes.join(', ')} |`;
};

const list = (): string => `# The checks

What \`codetta check\` and the editor look for. A line is excused by \`// codetta-ignore RULE: reason\`; a song chooses
by \`checks { profile: chorale, HAR1: off }\`, a workspace by the setting \`codetta.checks\`.

| rule | severity | finds |
|---|---|---|
| [SYN](SYN.md) | error | The text does not read as a song |
${rules.map(({ id, severity, title }) => `| [${id}](${id}.md) | ${severity} | ${title} |`).join('\n')}

## What cannot occur

Checks that other studios need, and that are not looked for here, because nothing can bring them about:

| check | would find | why it cannot occur |
|---|---|---|
${impossible.map(({ id, title, why }) => `| ${id} | ${title} | ${why} |`).join('\n')}

## Profiles

| profile | is for | changes |
|---|---|---|
${profiles.map(profileRow).join('\n')}

${made}
`;

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

const write = (): void => {
  fs.mkdirSync(pagesFolder, { recursive: true });
  for (const [name, text] of checkPages()) fs.writeFileSync(path.join(pagesFolder, name), text);
};

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) write();
