// What a song brings along as files: `take`, `sample`, `kit` and `tuning`.

import { isSoundName } from '../../../pattern/mini/atom.ts';
import type { AudioSource, Kit, Sample, Take, TuningFile } from '../../../song/material.ts';
import type { Range } from '../../../song/origin.ts';
import type { Declaration, Setting, Word } from '../../../song/value.ts';
import { drumHits } from '../../../vocabulary/drums.ts';
import { kitParameters, sampleParameters, takeParameters } from '../../../vocabulary/material.ts';
import type { Parameter } from '../../../vocabulary/parameter.ts';
import { seconds } from '../../../vocabulary/parameter.ts';
import { keywordNamed } from '../keywords.ts';
import { fileWords, trimWord } from '../phrases.ts';
import type { Block, Entry, Statement, ValueNode } from '../tree.ts';
import { declared } from './names.ts';
import { tellUnknownKit } from './sampler.ts';
import { blockSettings, newSettings, valuesOfEntry } from './settings.ts';
import { takeSpan } from './span.ts';
import { takeBody } from './statement.ts';
import { takeText } from './text.ts';
import { type Context, tellRest, textOf } from './value.ts';

export function lowerTake(context: Context, statement: Statement): Take | undefined {
  const parts = partsOf(context, statement, 'take', wordsIn([...fileNames, trimWord.word]), takeParameters);
  if (!parts?.path) return undefined;
  const trim = parts.own.get(trimWord.word);
  const span = trim && takeSpan(context, trim.values, trimParameter, trim.entry, trimWord.example);
  return {
    ...parts.declaration,
    file: sourceOf(context, parts.path, parts.own),
    ...(span && { trim: { from: span.low, to: span.high, id: span.id } }),
    settings: parts.settings,
  };
}

export function lowerSample(context: Context, statement: Statement): Sample | undefined {
  const parts = partsOf(context, statement, 'sample', wordsIn(fileNames), sampleParameters);
  return (
    parts?.path && {
      ...parts.declaration,
      file: sourceOf(context, parts.path, parts.own),
      settings: parts.settings,
    }
  );
}

export function lowerKit(context: Context, statement: Statement): Kit | undefined {
  const parts = partsOf(context, statement, 'kit', kitSounds, kitParameters);
  if (!parts?.path) return undefined;
  const { ledger } = context;
  tellUnknownKit(context, parts.path);
  const sounds = [...parts.own].flatMap(([path, { entry, values }]): readonly Setting[] => {
    const value = takeText(context, values, entry, `${path}: "sounds/${path}.wav"`);
    return value ? [{ path, pathId: ledger.mark(entry.head[0]!), value }] : [];
  });
  return { ...parts.declaration, source: parts.path, settings: [...parts.settings, ...sounds] };
}

export function lowerTuning(context: Context, statement: Statement): TuningFile | undefined {
  const parts = partsOf(context, statement, 'tuning', wordsIn(['map']), []);
  if (!parts?.path) return undefined;
  const map = parts.own.get('map');
  const file = map && takeText(context, map.values, map.entry, 'map: "tunings/partch.kbm"');
  return { ...parts.declaration, scale: parts.path, ...(file && { map: file }) };
}

const fileNames = fileWords.map(({ word }) => word);
const hitNames = drumHits.map(({ name }) => name);

/** The entries of a statement that are no parameters of it. */
interface OwnWords {
  /** Some of them, for a message. */
  readonly words: readonly string[];
  has(word: string, entry: Entry): boolean;
}

const wordsIn = (words: readonly string[]): OwnWords => ({ words, has: (word) => words.includes(word) });

/** Any name for a sound that patterns can call, where a file stands behind it. */
const kitSounds: OwnWords = {
  words: hitNames.slice(0, 6),
  has: (word, { body }) => hitNames.includes(word) || (isSoundName(word) && body?.[0]?.kind === 'string'),
};

const trimParameter = seconds('trim', 0, 0, 14_400, trimWord.doc);

/** An entry that is no parameter, by its word, with its values. */
type Own = ReadonlyMap<string, { readonly entry: Entry; readonly values: readonly ValueNode[] }>;

interface Parts {
  readonly declaration: Declaration;
  /** The file or folder; absent where it could not be read. */
  readonly path?: Word;
  readonly own: Own;
  readonly settings: readonly Setting[];
}

function partsOf(
  context: Context,
  statement: Statement,
  kind: 'take' | 'sample' | 'kit' | 'tuning',
  ownWords: OwnWords,
  parameters: readonly Parameter[],
): Parts | undefined {
  const declaration = declared(context.ledger, statement, kind);
  const body = takeBody(context, statement, declaration?.rest ?? []);
  if (!declaration) return undefined;
  const name = context.ledger.origins[declaration.name.id]!;
  const example = keywordNamed(kind)!.example;
  const path = pathOf(context, statement, kind, body, name, example);
  const own = ownEntries(context, statement.block, ownWords);
  const settings = newSettings();
  if (statement.block) {
    const rest = statement.block.entries.filter(
      (entry) => !entry.head[0] || !ownWords.has(wordAt(entry.head[0]), entry),
    );
    const owner = { name: owners[kind], parameters, words: ownWords.words };
    blockSettings(context, { ...statement.block, entries: rest }, owner, settings);
  }
  return {
    declaration: { name: declaration.name, declaration: declaration.declaration },
    ...(path && { path }),
    own,
    settings: settings.list,
  };
}

const owners = { take: 'A take', sample: 'A sample', kit: 'A kit', tuning: 'A tuning' };

/** `"takes/vox1.wav"`, and of a kit `Kit("bundled/808")`. */
function pathOf(
  context: Context,
  statement: Statement,
  kind: string,
  body: readonly ValueNode[],
  name: Range,
  example: string,
): Word | undefined {
  const [first, ...rest] = body;
  // An `=` with nothing behind it has been told of by the parser.
  if (!first && statement.equals && !statement.block) return undefined;
  if (kind === 'kit' && first?.kind === 'call' && !first.of && first.name.text === 'Kit') {
    tellRest(context, rest, 'What more there is to say of a kit stands in braces.');
    return takeText(context, first.arguments.flat(), first, example);
  }
  return takeText(context, body, name, example);
}

const wordAt = (node: ValueNode): string => {
  const word = textOf(node);
  // Either spelling: the law writes one, and half of the world the other.
  return word === 'license' ? 'licence' : word;
};

function ownEntries(context: Context, block: Block | undefined, words: OwnWords): Own {
  const own = new Map<string, { entry: Entry; values: readonly ValueNode[] }>();
  for (const entry of block?.entries ?? []) {
    const [name, ...rest] = entry.head;
    if (!name) continue;
    const word = wordAt(name);
    if (!words.has(word, entry)) continue;
    const before = own.get(word);
    if (before) {
      context.ledger.error(name, `\`${word}\` is set twice: the first counts. Take one away.`, {
        also: [before.entry.head[0]!],
      });
      continue;
    }
    if (entry.block) context.ledger.error(entry.block, `\`${word}\` takes no braces.`);
    own.set(word, { entry, values: valuesOfEntry(context, entry.colon, name, rest, entry.body) });
  }
  return own;
}

function sourceOf(context: Context, path: Word, own: Own): AudioSource {
  const text = (word: (typeof fileWords)[number]['word']): Word | undefined => {
    const found = own.get(word);
    const example = fileWords.find((phrase) => phrase.word === word)!.example;
    return found && takeText(context, found.values, found.entry, example);
  };
  const [hash, licence, credit] = [checkedHash(context, text('hash')), text('licence'), text('credit')];
  return { path, ...(hash && { hash }), ...(licence && { licence }), ...(credit && { credit }) };
}

/** A hash in lowercase and without its prefix (`sha256-`). */
function checkedHash({ ledger }: Context, hash: Word | undefined): Word | undefined {
  if (!hash) return undefined;
  const digits = /^(?:sha-?256[-:])?([0-9a-f]{64})$/i.exec(hash.value.trim())?.[1];
  if (digits) return { ...hash, value: digits.toLowerCase() };
  ledger.error(
    ledger.origins[hash.id]!,
    'A hash is the SHA-256 of the file: 64 digits from 0 to 9 and a to f.',
  );
  return undefined;
}
