// A view held to WCAG 2.2 A and AA by axe-core: what stands in somebody's way, in words.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Found {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

export async function barriers(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe);
  const found = await frame.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: { run: typeof import('axe-core').run } }).axe;
    const { violations } = await run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // A view is a part of a page: its host has the landmarks and the first heading.
      rules: {
        region: { enabled: false },
        'landmark-one-main': { enabled: false },
        // What is scrolled half out of a narrow view counts as covered there.
        'target-size': { enabled: innerWidth > 1000 },
      },
    });
    return violations as unknown as readonly Found[];
  });
  return found.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 4)
      .map(({ html, failureSummary }) => `${id} (${help}): ${html.slice(0, 160)}\n${failureSummary}`),
  );
}
