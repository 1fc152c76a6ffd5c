// Notes, chords and drum hits of mini-notation: name, frequency, degree in the key, the chord's notes.

import { midiOfDegree, plainScale } from '../../../music/degree.ts';
import { frequency, pitchClass } from '../../../music/pitch.ts';
import { inKey, type KeyScale, nearestDegree, scaleOf, spelledIn } from '../../../music/scale.ts';
import { inProse, spelledFrom } from '../../../music/spelling.ts';
import { soundsOfKit } from '../../../song/material.ts';
import type { AtomValue, MiniNode, PatternExpression } from '../../../song/pattern.ts';
import type { Song } from '../../../song/song.ts';
import { eachAtom, eachExpression } from '../../../song/walk.ts';
import { drumHits } from '../../../vocabulary/drums.ts';
import type { Reading } from '../../language.ts';
import type { Fact } from './fact.ts';

/** The atom at an offset, in whatever pattern it stands. */
export function atomFacts({ song, origins }: Reading, here: Song, offset: number): readonly Fact[] {
  for (const { mini, firstAtom, id } of minisOf(here)) {
    const whole = origins[id]!;
    if (offset < whole.from || offset > whole.to) continue;
    return mini.places.flatMap((_, index) => {
      const range = origins[firstAtom + index]!;
      return range.from <= offset && offset <= range.to
        ? [
            {
              range,
              about: { kind: 'atom' as const, id: firstAtom + index },
              tell: () => {
                const value = atomAt(mini.root, index);
                return value && atomInWords(value, song);
              },
            },
          ]
        : [];
    });
  }
  return [];
}

type MiniExpression = PatternExpression & { readonly kind: 'mini' };

/** All mini-notation of a song. */
function minisOf({ patterns, progressions, sections }: Song): readonly MiniExpression[] {
  const minis: MiniExpression[] = [];
  for (const { expression } of [...patterns, ...progressions, ...sections.flatMap(({ parts }) => parts)])
    eachExpression(expression, (inner) => {
      if (inner.kind === 'mini') minis.push(inner);
    });
  return minis;
}

function atomAt(node: MiniNode, index: number): AtomValue | undefined {
  let found: AtomValue | undefined;
  eachAtom(node, (atom) => {
    if (atom.index === index) found = atom.value;
  });
  return found;
}

function atomInWords(value: AtomValue, song: Song): string {
  const scale = song.key && scaleOf(song.key);
  switch (value.kind) {
    case 'hit':
      return `**${value.name}** · ${soundInWords(value.name, song)}`;
    case 'note':
      return noteInWords(value.midi, value.name, scale);
    case 'degree':
      return degreeInWords(value, scale ?? plainScale);
    case 'chord': {
      const nameOf = (midi: number): string => spelledFrom(midi, value, scale);
      const notes = value.midi.map(nameOf);
      const outside = scale ? value.midi.filter((midi) => !inKey(midi, scale)) : [];
      const fits = !scale
        ? ''
        : outside.length === 0
          ? ` · in ${scale.name}`
          : ` · outside ${scale.name}: ${outside.map((midi) => inProse(nameOf(midi))).join(', ')}`;
      return `**${value.symbol}** · ${notes.join(' ')}${fits}`;
    }
  }
}

/** What a hit or a sound is, with its file where the song names one. */
function soundInWords(name: string, { samples, kits }: Song): string {
  const doc = drumHits.find((hit) => hit.name === name)?.doc;
  const sample = samples.find((one) => one.name.name === name);
  if (sample) return `${doc ? `${doc}, ` : ''}sample \`${sample.file.path.value}\``;
  const files = kits.flatMap((kit) =>
    soundsOfKit(kit).flatMap(({ path, value }) =>
      path === name ? [`\`${value.value}\` of ${kit.name.name}`] : [],
    ),
  );
  return [doc ?? (files.length > 0 ? '' : 'no sound of this song'), ...files].filter(Boolean).join(', ');
}

/** Of the song's key: a transform such as `scale` may put it into another. */
function degreeInWords(
  { degree, alter, name }: Extract<AtomValue, { kind: 'degree' }>,
  scale: KeyScale,
): string {
  const note = spelledIn(midiOfDegree(scale, degree, alter), scale);
  return `**${name}** · degree ${degree} of the scale, the tonic being 0: ${note} in ${scale.name}`;
}

function noteInWords(midi: number, name: string, scale: KeyScale | undefined): string {
  const hertz = Number(frequency(midi).toPrecision(4));
  const facts = `**${name[0]!.toUpperCase()}${name.slice(1)}** · ${hertz} Hz · MIDI ${midi}`;
  if (!scale) return facts;
  const degree = scale.degrees.indexOf(pitchClass(midi)) + 1;
  if (degree > 0) return `${facts} · degree ${degree} of ${scale.name}`;
  return `${facts} · not in ${scale.name}; the nearest there is ${spelledIn(nearestDegree(midi, scale), scale)}`;
}
