// Patterns and progressions as text: the mini-notation as it was written, transforms as chains.

import { transformNamed } from '../../../pattern/transforms.ts';
import type { Argument, PatternExpression } from '../../../song/pattern.ts';
import type { Pattern } from '../../../song/song.ts';
import { silence } from '../lower/expression.ts';
import { type Page, widest } from './page.ts';
import { quoted, valueText } from './value.ts';

export function printPatterns(
  page: Page,
  kind: 'pattern' | 'progression',
  patterns: readonly Pattern[],
): void {
  page.group();
  for (const { name, expression, declaration } of patterns) {
    const head = `${kind} ${name.name} = `;
    page.line(head + (chartText(expression, head.length) ?? expressionText(expression)), declaration);
  }
}

/** `| Am7 | G/B |` without quotes, where the expression is nothing else. */
export function chartText(expression: PatternExpression, indent: number): string | undefined {
  if (expression.kind !== 'mini') return undefined;
  const text = expression.mini.text.trim();
  // Anything but plain symbols means more inside quotes: a comma, a brace or a colon would end the chart.
  if (!/^\|[\w\s|#♯♭~/.+-]*$/.test(text) || text.includes('//')) return undefined;
  const bars = text.replace(/\s+/g, ' ');
  return indent + bars.length <= widest ? bars : overLines(bars, indent);
}

const overLines = (bars: string, indent: number): string => {
  let line = '';
  let room = widest - indent;
  const lines: string[] = [];
  for (const bar of bars.split(/(?<=\|) (?=[^|]*\|)/)) {
    if (line !== '' && line.length + 1 + bar.length > room) {
      lines.push(line);
      line = bar;
      room = widest - 2;
    } else line = line === '' ? bar : `${line} ${bar}`;
  }
  return [...lines, line].join('\n  ');
};

export function expressionText(expression: PatternExpression): string {
  switch (expression.kind) {
    case 'mini':
      return miniText(expression.mini.text);
    case 'name':
      return expression.name.name;
    case 'silence':
      return silence;
    case 'transform': {
      const { of, transform, arguments: given } = expression;
      const list = argumentsText(transform.name, given, 0);
      return `${expressionText(of)}.${transform.name}${list === '' ? '' : `(${list})`}`;
    }
    case 'call':
      return `${expression.function.name}(${argumentsText(expression.function.name, expression.arguments, 1)})`;
  }
}

/** Mini-notation in the quotes that it can stand in; its own characters are never escaped. */
const miniText = (text: string): string => {
  const quote = /["\r\n]/.test(text) ? '`' : '"';
  return quote + text + quote;
};

/** `ahead`: how many arguments stand before the first parameter. */
const argumentsText = (name: string, given: readonly Argument[], ahead: number): string => {
  const parameters = transformNamed(name)?.parameters ?? [];
  return given
    .map((argument, i) => argumentText(argument, parameters[i - ahead]?.kind === 'text'))
    .join(', ');
};

const argumentText = (argument: Argument, isText: boolean): string => {
  switch (argument.kind) {
    case 'pattern':
      return expressionText(argument.expression);
    case 'range':
      return `${valueText(argument.low)}..${valueText(argument.high)}`;
    case 'transform': {
      const list = argumentsText(argument.transform.name, argument.arguments, 0);
      return argument.transform.name + (list === '' ? '' : `(${list})`);
    }
    case 'word':
      // Words stand without quotes where each is one: `scale(A minor)`.
      return isText && !/^[A-Za-z][\w#]*( [A-Za-z][\w#]*)*$/.test(argument.value)
        ? quoted(argument.value)
        : isText
          ? argument.value
          : valueText(argument);
    case 'measure':
      return valueText(argument);
  }
};
