// What an expression says, apart from where it stands: equal contents sound alike, in this version of the
// text and in the next, so that what was laid out once is not laid out again.

import { soundNames } from '../song/material.ts';
import type { SourceId } from '../song/origin.ts';
import type { Argument, PatternExpression } from '../song/pattern.ts';
import type { Song } from '../song/song.ts';
import type { Value } from '../song/value.ts';

export interface Content {
  /** Equal for equal music, given the same surroundings (meter, key, tempo, seed, length). */
  readonly key: string;
  /** The mini-notation texts in it, in the order of their first mention. */
  readonly texts: readonly TextPlace[];
}

/** Where the atoms of a text have their ids now, and where they have them in the content. */
export interface TextPlace {
  readonly firstAtom: SourceId;
  readonly atoms: number;
  readonly first: number;
}

/**
 * A reader of contents. Names count as what they stand for.
 * @returns of the reader: undefined for circles of names and for what is nested beyond playing, where what
 *   sounds depends on more than the content
 */
export const contentReader = (
  song: Pick<Song, 'patterns' | 'progressions' | 'samples' | 'kits'>,
): ((expression: PatternExpression) => Content | undefined) => {
  const named = new Map<string, PatternExpression>();
  for (const { name, expression } of [...song.patterns, ...song.progressions])
    if (!named.has(name.name)) named.set(name.name, expression);
  const sounds = soundNames(song);
  return (expression) => {
    // A name alone says what it stands for; from one version to the next that is often the same object.
    const said = expression.kind === 'name' ? named.get(expression.name.name) : expression;
    const known = said && alone.get(said);
    if (known) return known;
    const writer = new Writer(named, sounds);
    if (!writer.expression(said ?? expression, 0)) return undefined;
    const content = { key: writer.key, texts: [...writer.texts.values()] };
    if (said && !writer.usesNames) alone.set(said, content);
    return content;
  };
};

/** Contents of expressions that use no names, so that they say the same in any song. */
const alone = new WeakMap<PatternExpression, Content>();

/** Id of an atom in the content to its id in the text. */
export const idReader = (texts: readonly TextPlace[]): ((id: number) => SourceId) => {
  if (texts.length === 1) {
    const { firstAtom } = texts[0]!;
    return (id) => firstAtom + id;
  }
  return (id) => {
    let place = texts.length - 1;
    while (place > 0 && texts[place]!.first > id) place -= 1;
    return texts[place]!.firstAtom + id - texts[place]!.first;
  };
};

/** Id of an atom in the text to its id in the content; undefined for one that is none of its atoms. */
export const contentId = (texts: readonly TextPlace[], id: SourceId): number | undefined => {
  const place = texts.find(({ firstAtom, atoms }) => id >= firstAtom && id < firstAtom + atoms);
  return place && place.first + id - place.firstAtom;
};

/** Names and transforms behind one another, at most: below what plays, where it begins to matter how one got there. */
const deepest = 56;
/** A part that says more is laid out anew each time: its key would weigh more than its notes. */
const longestKey = 20_000;

/** Writes a content down; each method is false where there is none. */
class Writer {
  key = '';
  /** Something in it would say something else where other names are declared. */
  usesNames = false;
  readonly texts = new Map<SourceId, TextPlace>();
  readonly #named: ReadonlyMap<string, PatternExpression>;
  readonly #sounds: ReadonlySet<string>;
  readonly #open = new Set<string>();
  #atoms = 0;

  constructor(named: ReadonlyMap<string, PatternExpression>, sounds: ReadonlySet<string>) {
    this.#named = named;
    this.#sounds = sounds;
  }

  expression(expression: PatternExpression, depth: number): boolean {
    if (depth > deepest || this.key.length > longestKey) return false;
    switch (expression.kind) {
      case 'silence':
        this.key += 'silence';
        return true;
      case 'mini': {
        const { mini, firstAtom } = expression;
        let place = this.texts.get(firstAtom);
        if (!place) {
          place = { firstAtom, atoms: mini.atoms, first: this.#atoms };
          this.texts.set(firstAtom, place);
          this.#atoms += mini.atoms;
        }
        // Two texts that read alike are two: a note of the one is no note of the other.
        this.key += `${place.first}${JSON.stringify(mini.text)}`;
        if (mini.sounds.length > 0) {
          this.usesNames = true;
          // A sound that the song does not have is silent.
          for (const { name } of mini.sounds) this.key += this.#sounds.has(name) ? `+${name}` : '-';
        }
        return true;
      }
      case 'name':
        return this.#name(expression.name.name, depth);
      case 'transform':
        return (
          this.expression(expression.of, depth + 1) &&
          this.#call(`.${expression.transform.name}`, expression.arguments, depth)
        );
      case 'call':
        return this.#call(expression.function.name, expression.arguments, depth);
    }
  }

  #name(name: string, depth: number): boolean {
    this.usesNames = true;
    const expression = this.#named.get(name);
    if (!expression) {
      this.key += 'nothing';
      return true;
    }
    if (this.#open.has(name)) return false;
    this.#open.add(name);
    this.key += '{';
    const known = this.expression(expression, depth + 1);
    this.key += '}';
    this.#open.delete(name);
    return known;
  }

  #call(name: string, given: readonly Argument[], depth: number): boolean {
    this.key += `${name}(`;
    for (const argument of given) {
      if (!this.#argument(argument, depth + 1)) return false;
      this.key += ',';
    }
    this.key += ')';
    return true;
  }

  #argument(argument: Argument, depth: number): boolean {
    switch (argument.kind) {
      case 'range':
        return this.#value(argument.low, depth) && this.#value(argument.high, depth);
      case 'pattern':
        return this.expression(argument.expression, depth);
      case 'transform':
        return this.#call(argument.transform.name, argument.arguments, depth);
      default:
        return this.#value(argument, depth);
    }
  }

  #value(value: Value, depth: number): boolean {
    if (value.kind === 'measure') {
      this.key += `${value.value} ${value.quantity};`;
      return true;
    }
    this.key += `${JSON.stringify(value.value)};`;
    this.usesNames = true;
    // A bare word may be the name of a pattern: its parameter says, and here it counts as both.
    return !this.#named.has(value.value) || this.#name(value.value, depth);
  }
}
