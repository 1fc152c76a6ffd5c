// A part of the core alone, compiled for the tests with the core's own options, once a process.
// The whole core has its own tests; here one part is called from outside.

import fs from 'node:fs';
import path from 'node:path';
import asc from 'assemblyscript/asc';

const root = path.resolve(import.meta.dirname, '../..');

// The types of WebAssembly come with the DOM, which the bench that uses this does not know.
interface WasmModule {
  readonly wasm?: never;
}
const { WebAssembly: wasm } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => WasmModule;
    readonly Instance: new (module: WasmModule, imports: object) => { readonly exports: unknown };
  };
};

/**
 * Makes fresh copies of a part of the core.
 * @param entry  AssemblyScript that exports what is called, with imports from the root. Not a file: the tests'
 *   TypeScript can't read it
 */
export function corePart<Exports>(entry: string): () => Promise<Exports> {
  let compiled: Promise<WasmModule> | undefined;
  return async () => {
    compiled ??= compile(entry);
    return new wasm.Instance(await compiled, {}).exports as Exports;
  };
}

async function compile(entry: string): Promise<WasmModule> {
  let bytes: Uint8Array<ArrayBufferLike> | string | undefined;
  const options = ['-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert', '--use', 'abort='];
  const { error, stderr } = await asc.main(
    ['under-test.ts', '--baseDir', root, ...options, '--outFile', 'under-test.wasm'],
    {
      readFile: (name: string) => (name === 'under-test.ts' ? entry : readIfThere(path.join(root, name))),
      writeFile: (name: string, contents: Uint8Array<ArrayBufferLike> | string) => {
        if (name === 'under-test.wasm') bytes = contents;
      },
    },
  );
  if (error || !bytes || typeof bytes === 'string')
    throw new Error(`This part of the core does not compile:\n${stderr.toString()}`);
  return new wasm.Module(new Uint8Array(bytes));
}

const readIfThere = (file: string): string | null =>
  fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
