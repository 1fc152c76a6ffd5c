// Files that travel into dist as they are.

import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './root.mjs';

const copies = [
  { from: 'node_modules/@vscode/codicons/dist/codicon.css', to: 'dist/webview/codicon.css' },
  { from: 'node_modules/@vscode/codicons/dist/codicon.ttf', to: 'dist/webview/codicon.ttf' },
  { from: 'node_modules/vscode-oniguruma/release/onig.wasm', to: 'dist/studio/onig.wasm' },
  { from: 'node_modules/vscode-oniguruma/release/onig.wasm', to: 'dist/webview/onig.wasm' },
  ...['song', 'mini-in-typescript'].map((name) => ({
    from: `syntaxes/${name}.tmLanguage.json`,
    to: `dist/webview/${name}.tmLanguage.json`,
  })),
  {
    from: 'node_modules/tm-grammars/grammars/typescript.json',
    to: 'dist/webview/typescript.tmLanguage.json',
  },
  { from: 'webview/stage/index.html', to: 'dist/webview/stage.html' },
  { from: 'src/api/codetta.d.ts', to: 'dist/studio/codetta.d.ts' },
  {
    from: 'node_modules/tm-grammars/grammars/typescript.json',
    to: 'dist/syntaxes/typescript.tmLanguage.json',
  },
  { from: 'node_modules/minimp3-wasm/dist/decoder.opt.wasm', to: 'dist/mp3.wasm' },
];

/** Copies all; a folder's files are found when it runs, so that a new page needs no new row. */
export function copyFiles() {
  const rows = [...copies, ...syntaxes(), ...pages()];
  for (const { from, to } of rows) {
    fs.mkdirSync(path.dirname(inRoot(to)), { recursive: true });
    fs.copyFileSync(inRoot(from), inRoot(to));
  }
  fs.writeFileSync(inRoot('dist/README.md'), withoutPictures(fs.readFileSync(inRoot('README.md'), 'utf8')));
  return `${rows.length + 1} files`;
}

// The README that ships in the .vsix: VS Code shows pictures from the web only, and so none of ours.
const withoutPictures = (readme) => readme.replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n?/gm, '');

function syntaxes() {
  return filesIn('syntaxes').map((name) => ({ from: `syntaxes/${name}`, to: `dist/syntaxes/${name}` }));
}

// The studio's page stands beside its script; every other page belongs to the panel.
function pages() {
  return ['panel', 'studio'].flatMap((room) =>
    filesIn(`webview/${room}`)
      .filter((name) => name.endsWith('.html'))
      .map((name) => ({
        from: `webview/${room}/${name}`,
        to: `dist/${room === 'studio' ? 'studio' : 'webview'}/${name}`,
      })),
  );
}

function filesIn(folder) {
  if (!fs.existsSync(inRoot(folder))) return [];
  return fs
    .readdirSync(inRoot(folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}
