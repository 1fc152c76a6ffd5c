// What esbuild makes: one row an output. The options that all share are in `esbuildOptions`.

import fs from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './root.mjs';

// Bundled CommonJS packages call `require`, which an ES module does not have.
const giveRequire =
  "import { createRequire as codettaCreateRequire } from 'node:module';" +
  'globalThis.require ??= codettaCreateRequire(import.meta.url);';
// The other way round: our code asks for `import.meta.url`, which CommonJS does not have.
const giveMetaUrl = "const codettaMetaUrl = require('node:url').pathToFileURL(__filename).href;";

const nodeEsm = { platform: 'node', target: 'node20', format: 'esm', banner: { js: giveRequire } };
const nodeCjs = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  banner: { js: giveMetaUrl },
  define: { 'import.meta.url': 'codettaMetaUrl' },
};
const page = {
  platform: 'browser',
  target: ['chrome120', 'firefox121', 'safari17'],
  format: 'iife',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** The rows, in the order they are said. `from` is a path in the project. */
export const bundles = [
  { from: 'src/cli/start.ts', to: 'dist/cli.js', options: nodeEsm, shebang: true },
  { from: 'src/cli/main.ts', to: 'dist/codetta.js', options: nodeEsm },
  {
    from: 'src/extension/extension.ts',
    to: 'dist/extension.cjs',
    options: { ...nodeCjs, external: ['vscode'] },
  },
  { from: 'src/server/node.ts', to: 'dist/server.cjs', options: nodeCjs },
  { from: 'src/server/browser.ts', to: 'dist/studio/server.worker.js', options: page },
  { from: 'src/sandbox/worker.ts', to: 'dist/sandbox-worker.js', options: nodeEsm },
  {
    from: 'src/sandbox/web-worker.ts',
    to: 'dist/studio/sandbox.worker.js',
    // The engine asks for this in Node alone.
    options: { ...page, format: 'esm', external: ['module'] },
  },
  { from: 'src/render/worker.ts', to: 'dist/render-worker.js', options: nodeEsm },
  { from: 'src/sounds/sound-worker.ts', to: 'dist/sound-worker.js', options: nodeEsm },
  { from: 'src/render/measure-worker.ts', to: 'dist/measure-worker.js', options: nodeEsm },
  { from: 'src/engine/live/worklet.ts', to: 'dist/webview/worklet.js', options: page },
  { from: 'webview/panel/meters/worker.ts', to: 'dist/webview/meters.worker.js', options: page },
  { from: 'webview/panel/main.tsx', to: 'dist/webview/panel.js', options: page },
  { from: 'webview/stage/main.ts', to: 'dist/webview/stage.js', options: page },
  { from: 'webview/bounce/main.ts', to: 'dist/webview/bounce.js', options: { ...page, format: 'esm' } },
  { from: 'webview/studio/main.ts', to: 'dist/studio/studio.js', options: { ...page, format: 'esm' } },
  {
    from: 'node_modules/monaco-editor/esm/vs/editor/editor.worker.js',
    to: 'dist/studio/editor.worker.js',
    options: page,
  },
  {
    from: 'node_modules/monaco-editor/esm/vs/language/typescript/ts.worker.js',
    to: 'dist/studio/ts.worker.js',
    options: page,
  },
];

/** esbuild's options for one row. */
export function esbuildOptions(bundle, { dev }) {
  const banner = bundle.options.banner?.js ?? '';
  return {
    ...bundle.options,
    entryPoints: [inRoot(bundle.from)],
    outfile: inRoot(bundle.to),
    absWorkingDir: root,
    bundle: true,
    minify: !dev,
    sourcemap: dev ? 'linked' : false,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
    loader: { '.ttf': 'file', '.song': 'text' },
    assetNames: '[name]',
    tsconfigRaw: { compilerOptions: { target: 'ES2023', verbatimModuleSyntax: true } },
    banner: {
      js:
        bundle.shebang && !startsWithShebang(inRoot(bundle.from)) ? `#!/usr/bin/env node\n${banner}` : banner,
    },
    plugins: [madeExecutable(bundle)],
  };
}

function startsWithShebang(file) {
  return fs.readFileSync(file, 'utf8').startsWith('#!');
}

function madeExecutable(bundle) {
  return {
    name: 'executable',
    setup(build) {
      if (!bundle.shebang) return;
      build.onEnd((result) => {
        if (result.errors.length === 0) fs.chmodSync(path.resolve(inRoot(bundle.to)), 0o755);
      });
    },
  };
}
