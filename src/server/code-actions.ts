// What can be done at a place: each fix of a problem, "it is meant" for every check, and what the language
// can do with the music there.

import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { fixedSafely } from '../check/fix-all.ts';
import { ruleNamed } from '../check/rules.ts';
import type { Refactoring } from '../languages/language.ts';
import type { Range, TextEdit } from '../song/origin.ts';
import type { Problem } from '../song/problem.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { OpenSong } from './documents.ts';
import type { HeardSongs } from './heard-songs.ts';
import { editIn } from './places.ts';
import type { World } from './world.ts';

/** "Fix all": those fixes that keep what was meant, by themselves or on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.codetta`;

export const codeActions = (
  song: OpenSong,
  { range, context }: CodeActionParams,
  heard: HeardSongs,
  world: World,
): CodeAction[] => {
  const wants = (kind: CodeActionKind): boolean =>
    context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const all = context.only !== undefined && wants(fixAllKind) ? fixAll(song) : [];
  const asked = { from: song.document.offsetAt(range.start), to: song.document.offsetAt(range.end) };
  const fixes = wants(CodeActionKind.QuickFix)
    ? [...song.problems(), ...freshlyHeard(song, heard)]
        .filter((problem) => placesOf(problem, song).some((place) => touches(place, asked)))
        .flatMap((problem) => [...fixesOf(problem, song, world), ...markAsMeant(problem, song, world)])
    : [];
  const isForMusic = Object.values(kinds).some(wants);
  const refactorings = isForMusic ? song.language.refactor(song.reading, asked) : [];
  return [
    ...all,
    ...fixes,
    ...refactorings
      .filter(({ kind }) => wants(kinds[kind]))
      .map(({ title, kind, edits }) => ({
        title,
        kind: kinds[kind],
        edit: { documentChanges: [versionedEdit(song, edits)] },
      })),
  ];
};

// What is stale speaks of a text that is no more.
const freshlyHeard = (song: OpenSong, heard: HeardSongs): readonly Problem[] =>
  heard.problemsOf(song).flatMap(({ problem, isStale }) => (isStale ? [] : [problem]));

const kinds: Readonly<Record<Refactoring['kind'], CodeActionKind>> = {
  extract: CodeActionKind.RefactorExtract,
  inline: CodeActionKind.RefactorInline,
  rewrite: CodeActionKind.RefactorRewrite,
};

const fixAll = (song: OpenSong): readonly CodeAction[] => {
  const text = fixedSafely(song.reading.text, song.problems(), (changes) =>
    song.language.edit(song.linked(), changes),
  );
  if (text.edits.length === 0) return [];
  return [
    {
      title: 'Fix all problems that have one sure fix',
      kind: fixAllKind,
      edit: { documentChanges: [versionedEdit(song, text.edits)] },
    },
  ];
};

const fixesOf = (problem: Problem, song: OpenSong, world: World): readonly CodeAction[] =>
  (problem.fixes ?? []).flatMap((fix, place) => {
    const result = song.language.edit(song.linked(), fix.changes);
    if (!result.ok || result.edits.length === 0) return [];
    return [{ ...action(fix.title, result.edits, problem, song, world), isPreferred: place === 0 }];
  });

// The mark stands on a line of its own above, so that a comment behind the music stays what it is.
const markAsMeant = (problem: Problem, song: OpenSong, world: World): readonly CodeAction[] => {
  if (!ruleNamed(problem.rule)) return [];
  const { from } = placeOf(problem, song);
  const text = song.reading.text;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))![0];
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const mark = {
    range: { from: lineStart, to: lineStart },
    text: `${indent}// codetta-ignore ${problem.rule}: meant${newline}`,
  };
  return [action(`It is meant: mark it for ${problem.rule}`, [mark], problem, song, world)];
};

const action = (
  title: string,
  edits: readonly TextEdit[],
  problem: Problem,
  song: OpenSong,
  world: World,
): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnosticOf(problem, song, world)],
  edit: { documentChanges: [versionedEdit(song, edits)] },
});

// With the version, so that an editor refuses what was made for an older text.
const versionedEdit = ({ document, version }: OpenSong, edits: readonly TextEdit[]) => ({
  textDocument: { uri: document.uri, version },
  edits: edits.map((edit) => editIn(document, edit)),
});

const placeOf = (problem: Problem, song: OpenSong): Range =>
  song.linked().origins[problem.id] ?? { from: 0, to: 0 };

const placesOf = ({ id, also }: Problem, song: OpenSong): readonly Range[] =>
  [id, ...(also ?? [])].flatMap((place) => song.linked().origins[place] ?? []);

const touches = (place: Range, asked: Range): boolean => place.from <= asked.to && asked.from <= place.to;
