// The TextMate grammars that VS Code uses, outside of it: vscode-textmate reads them, oniguruma matches.
// Each is fetched when a text first needs it.

import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, Registry } from 'vscode-textmate';

export interface GrammarPlaces {
  /** Address of onig.wasm. */
  readonly wasm: string;
  /** Folder of the grammars, ending in a slash. */
  readonly grammars: string;
}

/** Our grammars, and the one of TypeScript that VS Code has. */
const files: Readonly<Record<string, string>> = {
  'source.song': 'song.tmLanguage.json',
  'source.ts': 'typescript.tmLanguage.json',
  'mini-notation.injection.song': 'mini-in-typescript.tmLanguage.json',
};

/** @returns a function that gives the grammar of a scope; null where there is none */
export function textMate(places: GrammarPlaces): (scope: string) => Promise<IGrammar | null> {
  let registry: Promise<Registry> | undefined;
  return async (scope) => {
    registry ??= newRegistry(places);
    return (await registry).loadGrammar(scope);
  };
}

/** The innermost scope that is a colour: the slashes of a comment and the quotes of a string are those of the whole. */
export const colourOf = (scopes: readonly string[]): string =>
  scopes.findLast((scope) => !/^punctuation\.definition\.(comment|string)/.test(scope)) ?? '';

async function newRegistry({ wasm, grammars }: GrammarPlaces): Promise<Registry> {
  await loadWASM(await fetch(wasm));
  return new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => {
      const file = files[scope];
      return file === undefined ? null : ((await fetchJson(grammars + file)) as never);
    },
    getInjections: (scope) => (scope === 'source.ts' ? ['mini-notation.injection.song'] : []),
  });
}

export async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} is missing: Codetta is not built whole.`);
  return response.json();
}
