// What TypeScript says of a song, with the types that come along and nothing else.

import fs from 'node:fs';
import ts from 'typescript';

const moduleFile = '/node_modules/codetta/index.d.ts';
const songFile = '/main.song.ts';
const moduleText = fs.readFileSync(new URL('../../../src/api/codetta.d.ts', import.meta.url), 'utf8');

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts'],
  types: [],
  strict: true,
  noEmit: true,
};

/** The messages, in the order of the text. */
export const typeErrors = (text: string): readonly string[] => {
  const host = ts.createCompilerHost(options);
  const onDisk = host.getSourceFile.bind(host);
  const texts = new Map([
    [songFile, text],
    [moduleFile, moduleText],
  ]);
  host.getSourceFile = (name, language) => {
    const known = texts.get(name);
    return known === undefined ? onDisk(name, language) : ts.createSourceFile(name, known, language);
  };
  host.fileExists = (name) => texts.has(name) || ts.sys.fileExists(name);
  host.readFile = (name) => texts.get(name) ?? ts.sys.readFile(name);
  host.resolveModuleNameLiterals = (literals) =>
    literals.map(({ text: name }) => ({
      resolvedModule:
        name === 'codetta'
          ? { resolvedFileName: moduleFile, extension: ts.Extension.Dts, isExternalLibraryImport: true }
          : undefined,
    }));
  const program = ts.createProgram([songFile], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0]!);
};
