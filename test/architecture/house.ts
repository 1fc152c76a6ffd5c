// The house's table: which room stands on which floor, who may know a neighbour, and who alone owns a
// package. ARCHITECTURE.md says why; imports.test.ts holds the sources to it. A new room goes here first.

/** A room imports only rooms of lower floors. */
export const floors: Readonly<Record<string, number>> = {
  'src/song': 0,
  'src/music': 1,
  'src/pattern': 1,
  'src/vocabulary': 1,
  'src/timeline': 2,
  'src/languages': 2,
  'src/api': 2,
  'src/check': 2,
  'src/engine': 3,
  'src/audio': 3,
  'src/protocol': 3,
  'src/files': 3,
  'src/sandbox': 3,
  'src/sounds': 4,
  'src/render': 4,
  'src/session': 4,
  'src/server': 5,
  'src/extension': 5,
  'src/studio': 5,
  'src/cli': 5,
  'src/typescript-plugin': 5,
  webview: 5,
};

/** Neighbours on one floor that know each other, from and to, and why. */
export const neighbours: readonly (readonly [from: string, to: string, why: string])[] = [
  ['src/pattern', 'src/music', 'a pattern holds pitches and exact time'],
  ['src/pattern', 'src/vocabulary', 'drum names are words of the mini-notation'],
  ['src/languages', 'src/api', 'the sandbox runs the module that songs import'],
  ['src/check', 'src/timeline', 'most rules judge notes, not text'],
  ['src/languages', 'src/check', 'a song says which checks it is held to, by their ids and figures'],
  ['src/engine', 'src/audio', 'a wavetable is cut to its partials by the transform that meters use'],
  ['src/protocol', 'src/engine', 'its messages carry the program to the panel'],
  ['src/render', 'src/sounds', 'a bounce of a text reads what the song plays'],
  ['src/cli', 'src/studio', '`codetta studio` starts it'],
  ['src/cli', 'src/server', '`codetta lsp` starts it'],
];

/** Rooms that know the language and nothing else: no `node:` modules. */
export const pure: readonly string[] = [
  ...Object.keys(floors).filter((room) => (floors[room] ?? 0) <= 2),
  'src/protocol',
  'src/session',
  'src/engine/core',
  'src/engine/live',
  'src/audio/meters',
  'src/audio/analysis',
  'src/audio/edit',
  'webview',
];

/** Packages with sole owners. */
export const owners: readonly { readonly packages: readonly string[]; readonly rooms: readonly string[] }[] =
  [
    { packages: ['vscode'], rooms: ['src/extension'] },
    { packages: ['vscode-languageserver', 'vscode-languageserver-textdocument'], rooms: ['src/server'] },
    { packages: ['vscode-languageclient'], rooms: ['src/extension'] },
    {
      packages: ['vscode-languageserver-protocol', 'vscode-languageserver-types', 'vscode-jsonrpc'],
      rooms: ['src/server', 'src/extension', 'webview/studio'],
    },
    { packages: ['tone'], rooms: ['src/engine/live', 'src/build'] },
    { packages: ['tonal'], rooms: ['src/music'] },
    {
      packages: ['@babel/parser', 'quickjs-emscripten-core', '@jitl/quickjs-singlefile-mjs-release-sync'],
      rooms: ['src/languages'],
    },
    { packages: ['monaco-editor'], rooms: ['webview/studio'] },
    { packages: ['preact', '@preact/signals', '@vscode-elements/elements'], rooms: ['webview'] },
    { packages: ['commander', 'cli-progress', 'picocolors'], rooms: ['src/cli'] },
  ];

/** Parts of a room that only some may enter. */
export const inner: readonly {
  readonly part: string;
  readonly from: readonly string[];
  readonly why: string;
}[] = [
  { part: 'src/engine/live', from: ['src/engine/live', 'webview'], why: 'it needs a page' },
  {
    part: 'src/engine/core/assembly',
    from: ['src/engine/core/assembly'],
    why: 'it is AssemblyScript: the rest sees core.wasm',
  },
  { part: 'src/build', from: ['src/build'], why: 'it makes the house and is not in it' },
];

/** Words that only some rooms may say; sources are searched without their comments. */
export const words: readonly {
  readonly word: RegExp;
  readonly only: readonly string[];
  readonly among: string;
  readonly why: string;
}[] = [
  {
    word: /\bprocess\s*\.\s*(exit|abort)\s*\(/,
    among: 'src',
    only: ['src/cli', 'src/build'],
    why: 'only the command line ends the process',
  },
  {
    word: /\b(document|window)\s*\./,
    among: 'src/engine/live',
    only: [],
    why: 'only the webview touches the document',
  },
];
