// Songs in TypeScript in the studio: Monaco's own TypeScript service in its worker, told of the module that songs
// import, and the colours of mini-notation in the templates.

import { typescript } from 'monaco-editor';
import { songLibraries } from './song-libraries.ts';

/** Where the service finds the module: as if it were installed beside the song. */
const moduleFile = 'file:///node_modules/codetta/index.d.ts';

export async function typeSongs(): Promise<void> {
  const { ModuleKind, ModuleResolutionKind, ScriptTarget, typescriptDefaults } = typescript;
  typescriptDefaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    lib: songLibraries,
    module: ModuleKind.ESNext,
    moduleResolution: ModuleResolutionKind.NodeJs,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
  });
  // Songs that it imports are on the disk, where the service does not look: the language server tells of them.
  typescriptDefaults.setDiagnosticsOptions({ diagnosticCodesToIgnore: [cannotFindModule, implicitlyAny] });
  const response = await fetch('/studio/codetta.d.ts');
  if (!response.ok) throw new Error('/studio/codetta.d.ts is missing: the studio is not built whole.');
  typescriptDefaults.addExtraLib(await response.text(), moduleFile);
}

const cannotFindModule = 2307;
/** What comes from a module that is not there. */
const implicitlyAny = 7006;
