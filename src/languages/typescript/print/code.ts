// TypeScript expressions as text: on one line where they fit, else broken from the outside in, as a person would.

/** An expression to be laid out. */
export type Expression =
  | { readonly kind: 'text'; readonly text: string }
  /** `callee(arguments)`. */
  | { readonly kind: 'call'; readonly callee: Expression; readonly arguments: readonly Expression[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly Entry[]; readonly long?: boolean }
  /** `first.name(arguments).name(arguments)`, each link on a line of its own where all do not fit on one. */
  | { readonly kind: 'chain'; readonly first: Expression; readonly links: readonly Link[] };

export interface Entry {
  readonly key: string;
  readonly value: Expression;
}

export interface Link {
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** `const name = expression;` */
export interface Constant {
  readonly name: string;
  readonly value: Expression;
}

export const text = (text: string): Expression => ({ kind: 'text', text });

export const call = (name: string, ...given: readonly Expression[]): Expression => ({
  kind: 'call',
  callee: text(name),
  arguments: given,
});

/** A string in single quotes, or in double ones where it has single ones only. */
export const string = (value: string): Expression => {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  const escaped = value
    .replace(
      /[\\\r\n\u2028\u2029]/g,
      (character) => escapes[character] ?? `\\u${character.charCodeAt(0).toString(16)}`,
    )
    .replaceAll(quote, `\\${quote}`);
  return text(quote + escaped + quote);
};

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\r': '\\r', '\n': '\\n' };

/** An object of entries, those undefined left out; undefined where none is left. */
export const object = (
  entries: Readonly<Record<string, Expression | undefined>> | readonly Entry[],
  how: { readonly long?: boolean } = {},
): Expression & { readonly kind: 'object' } => ({
  kind: 'object',
  entries: Array.isArray(entries)
    ? (entries as readonly Entry[])
    : Object.entries(entries as Readonly<Record<string, Expression | undefined>>).flatMap(([key, value]) =>
        value === undefined ? [] : [{ key, value }],
      ),
  ...how,
});

export const list = (items: readonly Expression[]): Expression => ({ kind: 'list', items });

export const widest = 110;

export const constant = ({ name, value }: Constant): string => {
  const head = `const ${name} = `;
  return `${head}${expressionText(value, head.length)};`;
};

/**
 * An expression as text.
 * @param column where its first line begins, with what stands before it
 * @param indent of the line that it begins on, in levels of two spaces
 */
export const expressionText = (expression: Expression, column: number, indent = 0): string => {
  const line = onLine(expression);
  // A `;`, a `,` or a `)` still stands behind it.
  if (!isLong(expression) && !line.includes('\n') && column + line.length < widest) return line;
  return broken(expression, column, indent);
};

const isLong = (expression: Expression): boolean => {
  switch (expression.kind) {
    case 'text':
      return false;
    case 'call':
      return expression.arguments.some(isLong);
    case 'list':
      return expression.items.some(isLong);
    case 'object':
      return expression.long === true || expression.entries.some(({ value }) => isLong(value));
    case 'chain':
      return isLong(expression.first) || expression.links.some((link) => link.arguments.some(isLong));
  }
};

const onLine = (expression: Expression): string => {
  switch (expression.kind) {
    case 'text':
      return expression.text;
    case 'call':
      return onLine(expression.callee) + argumentsOnLine(expression.arguments);
    case 'list':
      return `[${expression.items.map(onLine).join(', ')}]`;
    case 'object':
      return expression.entries.length === 0 ? '{}' : `{ ${expression.entries.map(entryOnLine).join(', ')} }`;
    case 'chain':
      return (
        onLine(expression.first) +
        expression.links.map((link) => `.${link.name}${argumentsOnLine(link.arguments)}`).join('')
      );
  }
};

const argumentsOnLine = (given: readonly Expression[]): string => `(${given.map(onLine).join(', ')})`;
const entryOnLine = ({ key, value }: Entry): string => `${keyText(key)}: ${onLine(value)}`;

const keyText = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : onLine(string(key)));

const broken = (expression: Expression, column: number, indent: number): string => {
  const inner = '  '.repeat(indent + 1);
  const outer = '  '.repeat(indent);
  switch (expression.kind) {
    case 'text':
      return expression.text;
    case 'call': {
      const callee = expressionText(expression.callee, column, indent);
      return callee + brokenArguments(expression.arguments, column + callee.length, indent);
    }
    case 'list':
      return `[\n${expression.items
        .map((item) => `${inner}${expressionText(item, inner.length, indent + 1)},\n`)
        .join('')}${outer}]`;
    case 'object':
      return `{\n${expression.entries
        .map(({ key, value }) => {
          const head = `${inner}${keyText(key)}: `;
          return `${head}${expressionText(value, head.length, indent + 1)},\n`;
        })
        .join('')}${outer}}`;
    case 'chain':
      return brokenChain(expression, column, indent);
  }
};

const brokenChain = (
  { first, links }: Expression & { readonly kind: 'chain' },
  column: number,
  indent: number,
): string => {
  const start = expressionText(first, column, indent);
  const last = links.at(-1);
  // A short one stays on its line, and its last brackets open there.
  if (last && links.length <= 2 && !start.includes('\n')) {
    const before = links
      .slice(0, -1)
      .map(({ name, arguments: given }) => `.${name}${argumentsOnLine(given)}`);
    const head = `${start}${before.join('')}.${last.name}`;
    if (column + head.length < widest)
      return head + brokenArguments(last.arguments, column + head.length, indent);
  }
  const inner = '  '.repeat(indent + 1);
  const lines = links.map(({ name, arguments: given }) => {
    const head = `${inner}.${name}`;
    const line = argumentsOnLine(given);
    const fits = !given.some(isLong) && !line.includes('\n') && head.length + line.length < widest;
    return `\n${head}${fits ? line : brokenArguments(given, head.length, indent + 1)}`;
  });
  return start + lines.join('');
};

/** The last one opens its brackets at the end of the line where it has any, and the others fit before it. */
const brokenArguments = (given: readonly Expression[], column: number, indent: number): string => {
  const last = given.at(-1);
  const before = given.slice(0, -1).map(onLine);
  const head = `(${before.map((one) => `${one}, `).join('')}`;
  const hugs = last && (last.kind === 'object' || last.kind === 'list') && !given.slice(0, -1).some(isLong);
  if (hugs && column + head.length < widest) return `${head}${broken(last, column + head.length, indent)})`;
  const inner = '  '.repeat(indent + 1);
  const lines = given.map((one) => `${inner}${expressionText(one, inner.length, indent + 1)},\n`);
  return `(\n${lines.join('')}${'  '.repeat(indent)})`;
};
