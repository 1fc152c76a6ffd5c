// Colours from the TextMate grammars that VS Code uses: vscode-textmate reads it, oniguruma
// matches. Monaco's colours know a token by one name: it is given the innermost scope.

import { languages } from 'monaco-editor';
import { INITIAL, type StateStack } from 'vscode-textmate';
import { colourOf, fetchJson, textMate } from '../grammar/textmate.ts';

const loadGrammar = textMate({ wasm: '/studio/onig.wasm', grammars: '/syntaxes/' });

export async function registerGrammar(languageId: string): Promise<void> {
  // Before any text in TypeScript is open; its grammar is read with the first one.
  languages.registerTokensProviderFactory('typescript', { create: () => colours('source.ts') });
  const [configuration, provider] = await Promise.all([
    fetchJson('/syntaxes/language-configuration.json'),
    colours('source.song'),
  ]);
  languages.setLanguageConfiguration(languageId, asMonaco(configuration as VsCodeConfiguration));
  // The editor is there already, and looks for colours anew.
  if (provider) languages.setTokensProvider(languageId, provider);
}

async function colours(scopeName: string): Promise<languages.TokensProvider | null> {
  const grammar = await loadGrammar(scopeName);
  return (
    grammar && {
      getInitialState: () => new LineState(INITIAL),
      tokenize: (line, state) => {
        // A line of thousands of characters is data; its colours are not worth a pause in typing.
        const { tokens, ruleStack } = grammar.tokenizeLine(line, (state as LineState).stack, 200);
        return {
          tokens: tokens.map(({ startIndex, scopes }) => ({ startIndex, scopes: colourOf(scopes) })),
          endState: new LineState(ruleStack),
        };
      },
    }
  );
}

class LineState implements languages.IState {
  readonly stack: StateStack;

  constructor(stack: StateStack) {
    this.stack = stack;
  }

  clone(): LineState {
    return new LineState(this.stack);
  }

  equals(other: languages.IState): boolean {
    return other instanceof LineState && other.stack.equals(this.stack);
  }
}

type Pair = readonly [string, string];

/** The parts of VS Code's language-configuration.json that we write. */
interface VsCodeConfiguration {
  readonly comments?: {
    readonly lineComment?: string | { readonly comment: string };
    readonly blockComment?: Pair;
  };
  readonly brackets?: readonly Pair[];
  readonly autoClosingPairs?: readonly (
    | Pair
    | { readonly open: string; readonly close: string; readonly notIn?: readonly string[] }
  )[];
  readonly surroundingPairs?: readonly (Pair | { readonly open: string; readonly close: string })[];
  readonly wordPattern?: string | { readonly pattern: string; readonly flags?: string };
  readonly indentationRules?: {
    readonly increaseIndentPattern: unknown;
    readonly decreaseIndentPattern: unknown;
  };
}

function asMonaco(read: VsCodeConfiguration): languages.LanguageConfiguration {
  const { comments, brackets = [], autoClosingPairs = [], surroundingPairs = [], wordPattern } = read;
  const line = comments?.lineComment;
  return {
    ...(comments
      ? { comments: { lineComment: typeof line === 'object' ? line.comment : (line ?? null) } }
      : {}),
    brackets: brackets.map(([open, close]) => [open, close]),
    autoClosingPairs: autoClosingPairs.map((pair) => ({
      ...opened(pair),
      ...('notIn' in pair && pair.notIn ? { notIn: [...pair.notIn] } : {}),
    })),
    surroundingPairs: surroundingPairs.map(opened),
    ...(wordPattern
      ? {
          wordPattern:
            typeof wordPattern === 'string'
              ? new RegExp(wordPattern, 'g')
              : new RegExp(wordPattern.pattern, wordPattern.flags ?? 'g'),
        }
      : {}),
  };
}

const opened = (
  pair: Pair | { readonly open: string; readonly close: string },
): { open: string; close: string } =>
  'open' in pair ? { open: pair.open, close: pair.close } : { open: pair[0], close: pair[1] };
