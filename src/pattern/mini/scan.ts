// Mini-notation to tokens: words, numbers and single signs, each with its exact place.
// Total: every character lies in a token or is white space. White space shows as the gap between tokens.

export interface Token {
  readonly kind: 'note' | 'chord' | 'number' | 'sign' | 'unknown' | 'end';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The tokens of a text; the last is always the one `end`, empty, at the text's end. */
export const scan = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const found = match(space, text, at);
    if (found) {
      at += found.length;
      continue;
    }
    const token = next(text, at);
    tokens.push(token);
    at = token.to;
  }
  tokens.push({ kind: 'end', text: '', from: text.length, to: text.length });
  return tokens;
};

const space = /\s+/y;

/**
 * A chord symbol takes what would be signs elsewhere: `C-7`, `C+`, `C6/9`, `G/B` and `C7(b9)`. A slash
 * before a number is not part of it (`Am7/2` is slow), nor is a parenthesis around one (`C(3,8)`). `N.C.` says that there is none.
 */
const kinds: readonly (readonly [Token['kind'], RegExp])[] = [
  ['note', /[a-z][A-Za-z0-9#♯♭]*(?:-\d+)?/y],
  [
    'chord',
    /N\.C\.|[A-Z](?:[A-Za-z0-9#♯♭°øΔ^+-]|\((?=[A-Za-z#♯♭])[^()\s[\]<>|]*\)|\/(?=[A-Za-z])|(?<=6)\/9(?![\d.]))*/y,
  ],
  // A sharp or flat behind a degree is part of it: `2#`, `6b`; `2bd` is a number and a drum.
  ['number', /-?(?:\d+(?:\.\d+)?|\.\d+)(?:[#♯]+|(?:b+|♭+)(?![A-Za-z0-9#]))?/y],
  ['sign', /\.\.|[[\]<>(){},|~_*/!@?:.%-]/y],
  // One token for a run, so that a paste of something else is one problem, not hundreds.
  ['unknown', /[^\sA-Za-z0-9[\]<>(){},|~_*/!@?:.%-]+/y],
];

const next = (text: string, at: number): Token => {
  for (const [kind, expression] of kinds) {
    const found = match(expression, text, at);
    if (found) return { kind, text: found, from: at, to: at + found.length };
  }
  throw new Error(`no token at ${at}`);
};

const match = (expression: RegExp, text: string, at: number): string | undefined => {
  expression.lastIndex = at;
  return expression.exec(text)?.[0];
};
