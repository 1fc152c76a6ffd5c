// Patterns and progressions as constants of a `.song.ts`: mini-notation as tagged templates, transforms as methods.

import { transformNamed } from '../../../pattern/transforms.ts';
import type { Argument, PatternExpression } from '../../../song/pattern.ts';
import type { Pattern, Song } from '../../../song/song.ts';
import { eachExpression } from '../../../song/walk.ts';
import { chartText } from '../../song/print/pattern.ts';
import { measureText } from '../../song/print/value.ts';
import { type Constant, call, type Expression, type Link, string, text } from './code.ts';
import type { Names } from './names.ts';
import { firstOfEach } from './sounds.ts';
import { valueOf } from './value.ts';

/** What an expression over patterns is in TypeScript. */
export type Music = (expression: PatternExpression) => Expression;

export const musicOf = (names: Names): Music => {
  const music: Music = (expression) => {
    switch (expression.kind) {
      case 'mini':
        return template(names.api('mini'), expression.mini.text);
      case 'name': {
        const { name } = expression.name;
        // A name that means nothing plays nothing, as it does in the song.
        return text(names.of('music', name) ?? names.of('take', name) ?? names.api('silence'));
      }
      case 'silence':
        return text(names.api('silence'));
      case 'transform': {
        const links: Link[] = [];
        let of: PatternExpression = expression;
        for (; of.kind === 'transform'; of = of.of)
          links.unshift({ name: of.transform.name, arguments: given(of.transform.name, of.arguments, 0) });
        return { kind: 'chain', first: music(of), links };
      }
      case 'call': {
        const { function: name } = expression;
        return call(names.api(name.name), ...given(name.name, expression.arguments, 1));
      }
    }
  };
  const given = (name: string, list: readonly Argument[], ahead: number): readonly Expression[] => {
    const parameters = transformNamed(name)?.parameters ?? [];
    return list.map((argument, i) => {
      const parameter = parameters[i - ahead];
      const isTuning = parameter?.kind === 'text' && parameter.names === 'tuning' && argument.kind === 'word';
      const tuning = isTuning ? names.of('tuning', argument.value) : undefined;
      return tuning === undefined ? argumentOf(argument) : text(tuning);
    });
  };
  const argumentOf = (argument: Argument): Expression => {
    switch (argument.kind) {
      case 'pattern':
        return music(argument.expression);
      case 'range':
        return string(`${written(argument.low)}..${written(argument.high)}`);
      case 'transform': {
        const list = given(argument.transform.name, argument.arguments, 0);
        const name = names.api(argument.transform.name);
        return list.length === 0 ? text(name) : call(name, ...list);
      }
      default:
        return valueOf(argument);
    }
  };
  return music;
};

const written = (value: Extract<Argument, { kind: 'measure' | 'word' }>): string =>
  value.kind === 'measure' ? measureText(value) : value.value;

/** Mini-notation in backticks, as it was written. */
const template = (tag: string, notation: string): Expression =>
  text(`${tag}\`${notation.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``);

/** Progressions and patterns, each behind those that it names. */
export const printPatterns = (song: Song, names: Names, music: Music): readonly (readonly Constant[])[] => {
  const declared = [...firstOfEach([...song.progressions, ...song.patterns])];
  const byName = new Map(declared.map((pattern) => [pattern.name.name, pattern]));
  const charts = new Set<Pattern>(song.progressions);
  const done = new Set<Pattern>();
  const ordered: Pattern[] = [];
  const visit = (pattern: Pattern): void => {
    if (done.has(pattern)) return;
    done.add(pattern);
    eachExpression(pattern.expression, (inner) => {
      const named = inner.kind === 'name' ? byName.get(inner.name.name) : undefined;
      if (named) visit(named);
    });
    ordered.push(pattern);
  };
  for (const pattern of declared) visit(pattern);
  const constantOf = (pattern: Pattern): Constant => {
    const chart = charts.has(pattern) ? chartText(pattern.expression, -Infinity) : undefined;
    return {
      name: names.of('music', pattern.name.name)!,
      value: chart === undefined ? music(pattern.expression) : template(names.api('progression'), chart),
    };
  };
  // Charts that stand for themselves come first, as a group of their own.
  const isChart = (pattern: Pattern): boolean => charts.has(pattern) && pattern.expression.kind === 'mini';
  return [
    ordered.filter(isChart).map(constantOf),
    ordered.filter((pattern) => !isChart(pattern)).map(constantOf),
  ];
};
