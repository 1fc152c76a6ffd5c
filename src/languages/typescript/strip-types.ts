// Types taken out of a module, so that it is JavaScript. What TypeScript makes code of besides JavaScript is
// refused with words, but for enums, which become the object that they are.

import { bare, eachInside, type Node } from './nodes.ts';
import type { Splice } from './splice.ts';

export interface TypeProblem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/**
 * The splices that take out the types, and what can't be taken out.
 * @param used  names that stand for values somewhere in the module: imports of others are of types
 */
export const stripTypes = (
  program: Node,
  text: string,
  used: ReadonlySet<string>,
): { readonly splices: readonly Splice[]; readonly problems: readonly TypeProblem[] } => {
  const splices: Splice[] = [];
  const problems: TypeProblem[] = [];
  const cut = (from: number, to: number, instead = ''): void => {
    if (to > from || instead !== '') splices.push({ from, to, text: instead });
  };
  const statement = ({ start, end }: Node): void => cut(start, end, ';');
  const refuse = ({ start, end }: Node, message: string): void => {
    problems.push({ from: start, to: Math.min(end, lineEnd(text, start)), message });
  };
  /** A word before a name or a method: `readonly`, `private`, `abstract`. */
  const cutWords = (node: Node, until: number): void => {
    const words = /\b(?:public|private|protected|readonly|abstract|override|declare)\b\s*/g;
    const before = text.slice(node.start, until);
    for (const found of before.matchAll(words)) {
      const from = node.start + found.index;
      cut(from, from + found[0].length);
    }
  };
  const cutMark = (sign: '?' | '!', from: number, to: number): void => {
    const at = text.indexOf(sign, from);
    if (at >= 0 && at < to) cut(at, at + 1);
  };

  const visit = (node: Node): void => {
    if (node['declare'] === true && node.type !== 'ClassProperty') {
      statement(node);
      return;
    }
    switch (node.type) {
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
      case 'TSDeclareFunction':
      case 'TSNamespaceExportDeclaration': {
        statement(node);
        return;
      }
      case 'TSTypeAnnotation':
      case 'TSTypeParameterDeclaration':
      case 'TSTypeParameterInstantiation':
      case 'TSDeclareMethod':
      case 'TSIndexSignature': {
        cut(node.start, node.end);
        return;
      }
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSInstantiationExpression':
        visit(node['expression']);
        {
          cut(node['expression'].end, node.end);
          return;
        }
      case 'TSTypeAssertion':
        cut(node.start, node['expression'].start);
        {
          visit(node['expression']);
          return;
        }
      case 'TSEnumDeclaration': {
        enumeration(node, cut, text);
        return;
      }
      case 'TSModuleDeclaration': {
        refuse(
          node,
          'A namespace makes code that a song has no use for: put this into a file and import it.',
        );
        return;
      }
      case 'TSParameterProperty': {
        refuse(node, 'Say it in two lines: the parameter here, and `this.name = name` in the constructor.');
        return;
      }
      case 'TSImportEqualsDeclaration':
      case 'TSExportAssignment': {
        refuse(node, 'Songs are ES modules: write `import ... from` and `export default`.');
        return;
      }
      case 'Decorator': {
        refuse(node, 'A song has no use for decorators: take this away.');
        return;
      }
      case 'ImportDeclaration': {
        imports(node, used, cut, text);
        return;
      }
      case 'ExportNamedDeclaration': {
        if (node['exportKind'] === 'type') {
          statement(node);
          return;
        }
        if (node['declaration']?.declare === true || isOnlyType(node['declaration'])) {
          statement(node);
          return;
        }
        for (const one of node['specifiers']) if (one.exportKind === 'type') cutWithComma(one, cut, text);
        break;
      }
      case 'ExportAllDeclaration':
        if (node['exportKind'] === 'type') {
          statement(node);
          return;
        }
        break;
      case 'Identifier':
        if (node['optional'])
          cutMark('?', node.start + node['name'].length, node['typeAnnotation']?.start ?? node.end);
        break;
      case 'ObjectPattern':
      case 'ArrayPattern':
        if (node['optional'] && node['typeAnnotation'])
          cutMark('?', text.lastIndexOf('?', node['typeAnnotation'].start), node['typeAnnotation'].start);
        break;
      case 'VariableDeclarator':
        if (node['definite']) cutMark('!', node['id'].start + node['id'].name.length, node.end);
        break;
      case 'ClassDeclaration':
      case 'ClassExpression':
        if (node['abstract']) cutWords(node, node['body'].start);
        if (node['implements']?.length > 0) {
          const first = node['implements'][0];
          cut(text.lastIndexOf('implements', first.start), node['implements'].at(-1).end);
        }
        break;
      case 'ClassProperty':
      case 'ClassPrivateProperty':
      case 'ClassMethod':
      case 'ClassAccessorProperty':
        if (node['abstract'] || node['declare']) {
          cut(node.start, node.end);
          return;
        }
        cutWords(node, node['key'].start);
        if (node['optional']) cutMark('?', node['key'].end, node['typeAnnotation']?.start ?? node.end);
        if (node['definite']) cutMark('!', node['key'].end, node['typeAnnotation']?.start ?? node.end);
        break;
    }
    const [first] = (node['params'] as Node[] | undefined) ?? [];
    if (first?.type === 'Identifier' && first['name'] === 'this') cutWithComma(first, cut, text);
    eachInside(node, visit);
  };
  visit(program);
  return { splices, problems };
};

const isOnlyType = (declaration: Node | null | undefined): boolean =>
  declaration?.type === 'TSInterfaceDeclaration' ||
  declaration?.type === 'TSTypeAliasDeclaration' ||
  declaration?.type === 'TSDeclareFunction';

type Cut = (from: number, to: number, instead?: string) => void;

const imports = (node: Node, used: ReadonlySet<string>, cut: Cut, text: string): void => {
  const all: readonly Node[] = node['specifiers'];
  const isType = (one: Node): boolean => one['importKind'] === 'type' || !used.has(one['local'].name);
  if (node['importKind'] === 'type' || (all.length > 0 && all.every(isType))) {
    cut(node.start, node.end, ';');
    return;
  }
  for (const one of all) {
    if (!isType(one)) continue;
    // A default import stands before its braces and takes its comma along.
    cutWithComma(one, cut, text);
  }
};

const cutWithComma = ({ start, end }: Node, cut: Cut, text: string): void => {
  const behind = /^\s*,/.exec(text.slice(end, end + 200));
  cut(start, end + (behind?.[0].length ?? 0));
};

/** `enum Mode { Soft, Loud = 5 }`: an object both ways, as TypeScript makes it. */
const enumeration = (node: Node, cut: Cut, text: string): void => {
  const name: string = node['id'].name;
  const members: readonly Node[] = node['body']?.members ?? node['members'];
  let next = 0;
  const lines = members.map((member) => {
    const key: string = member['id'].name ?? member['id'].value;
    const initial: Node | undefined = member['initializer'] && bare(member['initializer']);
    const isText = initial?.type === 'StringLiteral';
    if (initial?.type === 'NumericLiteral') next = initial['value'];
    const value = initial ? text.slice(initial.start, initial.end) : String(next);
    next += 1;
    const quoted = JSON.stringify(key);
    return isText ? `${name}[${quoted}]=${value};` : `${name}[${name}[${quoted}]=${value}]=${quoted};`;
  });
  cut(node.start, node.end, `const ${name}={};${lines.join('')}`);
};

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};
