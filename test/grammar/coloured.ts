// Colours of a text by our TextMate grammars, as VS Code and the studio compute them.
// A marked source says what it expects: `^^^ scope` under the characters, the scope innermost or not.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import onigurumaModule from 'vscode-oniguruma';
import textmateModule, { type IGrammar, type IOnigLib } from 'vscode-textmate';

const { loadWASM, createOnigScanner, createOnigString } = onigurumaModule;
const { INITIAL, Registry, parseRawGrammar } = textmateModule;

/** Our grammars, and the one of TypeScript that VS Code has. */
const grammarFiles: Readonly<Record<string, URL>> = {
  'source.song': new URL('../../syntaxes/song.tmLanguage.json', import.meta.url),
  'mini-notation.injection.song': new URL(
    '../../syntaxes/mini-in-typescript.tmLanguage.json',
    import.meta.url,
  ),
  'source.ts': new URL('../../node_modules/tm-grammars/grammars/typescript.json', import.meta.url),
};

export interface Coloured {
  readonly text: string;
  readonly scopes: readonly string[];
}

export type Scope = 'source.song' | 'source.ts';

const loading = new Map<Scope, Promise<IGrammar>>();
let registry: Promise<InstanceType<typeof Registry>> | undefined;

async function load(scope: Scope): Promise<IGrammar> {
  registry ??= newRegistry();
  const grammar = await (await registry).loadGrammar(scope);
  assert.ok(grammar, 'the grammar loads');
  return grammar;
}

async function newRegistry(): Promise<InstanceType<typeof Registry>> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const onigLib: Promise<IOnigLib> = Promise.resolve({ createOnigScanner, createOnigString });
  return new Registry({
    onigLib,
    loadGrammar: async (scope) => {
      const file = grammarFiles[scope];
      return file ? parseRawGrammar(readFileSync(file, 'utf8'), file.pathname) : null;
    },
    getInjections: (scope) => (scope === 'source.ts' ? ['mini-notation.injection.song'] : []),
  });
}

/** The tokens of each line with their scopes, the outermost first. */
export async function coloured(
  lines: readonly string[],
  scope: Scope = 'source.song',
): Promise<readonly (readonly Coloured[])[]> {
  const known = loading.get(scope) ?? load(scope);
  loading.set(scope, known);
  const grammar = await known;
  let stack = INITIAL;
  return lines.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}

/** Holds a marked source to its marks. */
export async function colours(source: string, scope: Scope = 'source.song'): Promise<void> {
  const lines = source.replace(/^\n/, '').trimEnd().split('\n');
  const indent = /^ */.exec(lines[0]!)![0].length;
  const text: string[] = [];
  const marks: {
    readonly line: number;
    readonly from: number;
    readonly to: number;
    readonly scope: string;
  }[] = [];
  for (const line of lines.map((one) => one.slice(indent))) {
    const mark = /^(\s*)(\^+)\s+(\S+)$/.exec(line);
    if (mark)
      marks.push({
        line: text.length - 1,
        from: mark[1]!.length,
        to: mark[1]!.length + mark[2]!.length,
        scope: mark[3]!,
      });
    else text.push(line);
  }
  const found = await coloured(text, scope);
  for (const { line, from, to, scope: wanted } of marks) {
    let at = 0;
    for (const { text: token, scopes } of found[line]!) {
      const overlaps = at < to && at + token.length > from;
      const missing = overlaps && !scopes.includes(wanted);
      if (missing)
        assert.fail(
          `${JSON.stringify(token)} of ${JSON.stringify(text[line])} is ${scopes.join(' ')}, not ${wanted}`,
        );
      at += token.length;
    }
  }
}
