// Colours of a text by our TextMate grammar, as VS Code and the studio compute them.
// A marked source says what it expects: `^^^ scope` under the characters, the scope innermost or not.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import onigurumaModule from 'vscode-oniguruma';
import textmateModule, { type IGrammar, type IOnigLib } from 'vscode-textmate';

const { loadWASM, createOnigScanner, createOnigString } = onigurumaModule;
const { INITIAL, Registry, parseRawGrammar } = textmateModule;

const grammarFile = new URL('../../syntaxes/song.tmLanguage.json', import.meta.url);

export interface Coloured {
  readonly text: string;
  readonly scopes: readonly string[];
}

let loading: Promise<IGrammar> | undefined;

async function load(): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const onigLib: Promise<IOnigLib> = Promise.resolve({ createOnigScanner, createOnigString });
  const registry = new Registry({
    onigLib,
    loadGrammar: async () => parseRawGrammar(readFileSync(grammarFile, 'utf8'), 'song.tmLanguage.json'),
  });
  const grammar = await registry.loadGrammar('source.song');
  assert.ok(grammar, 'the grammar loads');
  return grammar;
}

/** The tokens of each line with their scopes, the outermost first. */
export async function coloured(lines: readonly string[]): Promise<readonly (readonly Coloured[])[]> {
  loading ??= load();
  const grammar = await loading;
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
export async function colours(source: string): Promise<void> {
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
  const found = await coloured(text);
  for (const { line, from, to, scope } of marks) {
    let at = 0;
    for (const { text: token, scopes } of found[line]!) {
      const overlaps = at < to && at + token.length > from;
      const missing = overlaps && !scopes.includes(scope);
      if (missing)
        assert.fail(
          `${JSON.stringify(token)} of ${JSON.stringify(text[line])} is ${scopes.join(' ')}, not ${scope}`,
        );
      at += token.length;
    }
  }
}
