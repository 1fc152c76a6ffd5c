// The pages of the checks, for the links in the editor: docs/checks/RULE.md, shown as a person reads them.

import fs from 'node:fs/promises';
import path from 'node:path';
import { escaped, htmlOf, titleOf } from './markdown.ts';

export interface RulePages {
  /** The page at an address below the studio's (`/checks/ARR1.md`, `/checks/`); undefined where there is none. */
  page(pathname: string, nonce: string): Promise<string | undefined>;
}

/** Where the pages are, for the studio's page: `initializationOptions.pages` of the language server. */
const pagesAddress = '/checks/';

/** @param folder  docs/checks of this installation; where it is missing, there are no pages */
export async function readRulePages(folder: string): Promise<RulePages> {
  const names = new Set((await fs.readdir(folder).catch(() => [])).filter((name) => name.endsWith('.md')));
  return {
    page: async (pathname, nonce) => {
      if (!pathname.startsWith(pagesAddress)) return undefined;
      const name = pathname.slice(pagesAddress.length) || 'README.md';
      // A list of what is there, so that no name leads out of the folder.
      if (!names.has(name)) return undefined;
      return pageOf(await fs.readFile(path.join(folder, name), 'utf8'), nonce);
    },
  };
}

/** A page of words does nothing: no script, no form, no picture. */
export const rulePagePolicy = (nonce: string): string =>
  `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const pageOf = (markdown: string, nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(titleOf(markdown))} - Codetta</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
${htmlOf(markdown)}
</main>
<nav><a href="${pagesAddress}">All checks</a></nav>
</body>
</html>
`;

const style = `
body { margin: 0; padding: 2rem 1.25rem 3rem; font: 16px/1.6 system-ui, sans-serif;
  color: light-dark(#2c3036, #d6d8dc); background: light-dark(#fbfbfc, #1f1f1f); }
main, nav { max-width: 46rem; margin: 0 auto; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.75rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
code { font: 0.9em/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
p code, li code, td code { padding: 0.1em 0.3em; border-radius: 3px; background: light-dark(#ececef, #2d2d30); }
pre { padding: 0.9rem 1rem; border-radius: 5px; overflow-x: auto; background: light-dark(#f1f1f4, #181818); }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.35rem 0.75rem 0.35rem 0; text-align: left; vertical-align: top;
  border-bottom: 1px solid light-dark(#d9d9de, #3a3a3d); }
a { color: light-dark(#005fb8, #4daafc); }
nav { margin-top: 2.5rem; }
`;
