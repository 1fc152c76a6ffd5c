// Bundles the editor's suites into one CommonJS file that exports `run()`, as VS Code asks of an
// extensionTestsPath. Run by itself, it bundles all of test/editor, for debugging them in VS Code.

import { fileURLToPath } from 'node:url';
import { inRoot } from '../../../src/build/root.mjs';
import { findTests } from '../mocha-stage.mjs';

const out = 'dist/test/editor.cjs';

/** `files` are paths in the project; returns the bundle's. */
export async function bundleSuites(files) {
  const { build } = await import('esbuild');
  const imports = files.map(
    (file) => `  await import(${JSON.stringify(`./${file.replaceAll('\\', '/')}`)});`,
  );
  const entry = [
    "import { runSuites } from './test/tools/vscode/run-suites.mjs';",
    'export const run = () => runSuites(async () => {',
    ...imports,
    '});',
  ];
  await build({
    stdin: { resolveDir: inRoot('.'), loader: 'ts', contents: entry.join('\n') },
    outfile: inRoot(out),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Tests ask for `import.meta.url`, which CommonJS does not have.
    banner: { js: "const codettaMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'codettaMetaUrl' },
    // Mocha is one instance, the one that runs: a bundled copy would register its tests nowhere.
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return inRoot(out);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleSuites(findTests('test/editor'));
