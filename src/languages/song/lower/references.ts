// Names in briefs, in expectations and of what effects listen to, that lead nowhere. Places in time are looked up by the timeline, names of
// what plays by the checks.

import { unknownWord } from '../../../pattern/mini/atom.ts';
import { transformNamed } from '../../../pattern/transforms.ts';
import { soundNames } from '../../../song/material.ts';
import { nearestNames } from '../../../song/nearest.ts';
import type { Argument, PatternExpression } from '../../../song/pattern.ts';
import type { Song } from '../../../song/song.ts';
import type { Name } from '../../../song/value.ts';
import { eachExpression } from '../../../song/walk.ts';
import { bundledResponse, bundledResponses } from '../../../vocabulary/bundled-sounds.ts';
import { andList, didYouMean, type Ledger, renameFixes } from './ledger.ts';

export function tellReferences(ledger: Ledger, song: Song): void {
  const asked = [
    ...(song.brief?.lifts ?? []).flatMap(({ section, over }) => [section, over]),
    ...song.expectations.flatMap((one) => (one.kind === 'louder' ? [one.section, one.than] : [])),
  ];
  const tracks = [
    ...song.expectations.flatMap((one) => (one.kind === 'within' ? [one.track] : [])),
    ...[...song.tracks, ...song.buses, song.master].flatMap(({ inserts }) =>
      inserts.flatMap(({ key }) => (key ? [key] : [])),
    ),
  ];
  const responses = [...song.tracks, ...song.buses, song.master].flatMap(({ inserts }) =>
    inserts.flatMap(({ response }) => (response ? [response] : [])),
  );
  if (responses.length > 0) tellResponses(ledger, responses, song);
  if (asked.length > 0) tellUnknown(ledger, asked, 'section', song.sections);
  if (tracks.length > 0) tellUnknown(ledger, tracks, 'track', song.tracks);
  const tunings = tuningsNamed(song);
  if (tunings.length > 0) tellUnknown(ledger, tunings, 'tuning', song.tunings);
  if (ledger.sounds.length > 0) tellSounds(ledger, song);
  if (song.takes.length > 0) tellTakes(ledger, song);
}

/** What effects are made of, where it is neither a sample of the song nor comes along. */
function tellResponses(ledger: Ledger, used: readonly Name[], { samples }: Song): void {
  const own = samples.map(({ name }) => name.name);
  const along = bundledResponses.map(({ name }) => name);
  for (const { name, id } of used) {
    if (own.includes(name) || bundledResponse(name)) continue;
    const near = nearestNames(name, [...own, ...along]);
    const remedy =
      didYouMean(near) ||
      ` ${andList(along.map((one) => `\`${one}\``))} come along; a file of your own is named by a sample, \`sample ${/^\w+$/.test(name) ? name : 'cave'} = "sounds/cave.wav"\`.`;
    ledger.error(ledger.origins[id]!, `There is no sample and no response \`${name}\`.${remedy}`, {
      fixes: renameFixes(ledger, ledger.origins[id]!, near),
    });
  }
}

/** Takes where only patterns can stand: behind a name, in a transform. */
function tellTakes(ledger: Ledger, { takes, patterns, progressions, sections }: Song): void {
  const names = new Set(takes.map(({ name }) => name.name));
  const parts = sections.flatMap(({ parts: all }) => all).map(({ expression }) => expression);
  const inner = [...patterns, ...progressions].map(({ expression }) => expression);
  const told = new Set<number>();
  const tell = (whole: PatternExpression, isPart: boolean): void =>
    eachExpression(whole, (one) => {
      if (one.kind !== 'name' || !names.has(one.name.name) || (isPart && one === whole)) return;
      // A part that is taken over from another section stands in both.
      if (told.has(one.id)) return;
      told.add(one.id);
      ledger.error(
        ledger.origins[one.id]!,
        `\`${one.name.name}\` is a take: it has no notes to change, and plays as it was recorded. Let the section play it by its name alone, \`track: ${one.name.name} at bar 3\`, and say in its braces what becomes of it.`,
      );
    });
  for (const expression of parts) tell(expression, true);
  for (const expression of inner) tell(expression, false);
}

/** Words in patterns that are no sound of the song. What is imported may be one: the linker tells. */
function tellSounds(ledger: Ledger, song: Song): void {
  const imported = song.imports.flatMap(({ names }) => names.map(({ as }) => as.name));
  const known = new Set([...soundNames(song), ...imported]);
  for (const { name, id } of ledger.sounds) {
    if (known.has(name)) continue;
    const { from } = ledger.origins[id]!;
    const place = { from, to: from + name.length };
    const { message, instead } = unknownWord(name, known);
    ledger.error(
      place,
      message,
      instead === undefined ? undefined : { fixes: renameFixes(ledger, place, [instead]) },
    );
  }
}

/** The tunings that transforms play by. */
function tuningsNamed({ patterns, progressions, sections }: Song): readonly Name[] {
  const names: Name[] = [];
  const take = (transform: string, given: readonly Argument[]): void => {
    const parameters = transformNamed(transform)?.parameters ?? [];
    for (const [index, argument] of given.entries()) {
      const parameter = parameters[index];
      if (argument.kind === 'transform') take(argument.transform.name, argument.arguments);
      if (argument.kind === 'word' && parameter?.kind === 'text' && parameter.names === 'tuning')
        names.push({ name: argument.value.trim(), id: argument.id });
    }
  };
  for (const { expression } of [...patterns, ...progressions, ...sections.flatMap(({ parts }) => parts)])
    eachExpression(expression, (inner) => {
      if (inner.kind === 'transform') take(inner.transform.name, inner.arguments);
      if (inner.kind === 'call') take(inner.function.name, inner.arguments);
    });
  return names;
}

function tellUnknown(
  ledger: Ledger,
  used: readonly Name[],
  kind: string,
  declared: readonly { readonly name: Name }[],
): void {
  const names = new Set(declared.map(({ name }) => name.name));
  for (const { name, id } of used) {
    if (names.has(name)) continue;
    const near = nearestNames(name, names);
    const some = [...names].slice(0, 8).map((one) => `\`${one}\``);
    const remedy = didYouMean(near) || (some.length > 0 ? ` There are ${andList(some)}.` : '');
    ledger.error(ledger.origins[id]!, `There is no ${kind} \`${name}\`.${remedy}`, {
      fixes: renameFixes(ledger, ledger.origins[id]!, near),
    });
  }
}
