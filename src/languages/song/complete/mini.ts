// Inside mini-notation: notes of the key around the octave in use, chords of the key, drum hits.
// What the string already has says what comes first: a drum pattern goes on with drums.

import { commonChordTypes, readChord } from '../../../music/chord.ts';
import { displayNote, noteName } from '../../../music/pitch.ts';
import { inKey, type KeyScale, scaleOf, spelledIn } from '../../../music/scale.ts';
import { isSoundName } from '../../../pattern/mini/atom.ts';
import { soundsOfKit } from '../../../song/material.ts';
import type { Song } from '../../../song/song.ts';
import { drumHits, isDrumHit } from '../../../vocabulary/drums.ts';
import type { Completion, Reading } from '../../language.ts';
import type { Statement } from '../tree.ts';

export function completeMini(
  { text, song }: Reading,
  statement: Statement | undefined,
  offset: number,
): readonly Completion[] {
  const keyword = statement?.keyword?.text;
  if (keyword !== 'pattern' && keyword !== 'progression' && keyword !== 'section') return [];
  const word = /[\p{L}#♯♭][\p{L}\d#♯♭/]*$/u.exec(text.slice(Math.max(0, offset - 24), offset))?.[0] ?? '';
  const range = { from: offset - word.length, to: offset };
  const scale = song.key && scaleOf(song.key);
  const written = text
    .slice(Math.max(0, offset - 400), range.from)
    .split(/["`=]/)
    .at(-1)!;
  const isDrums = drumHits.some(({ name }) => new RegExp(`(^|[^\\w])${name}(?![\\w#])`).test(written));
  const isChords = keyword === 'progression' || /(^|[^\w])[A-G][#b]?(m|maj|sus|dim|\d)?/.test(written);
  const ranks = isDrums
    ? { hit: 0, note: 200, chord: 400 }
    : isChords
      ? { chord: 0, note: 200, hit: 400 }
      : { note: 0, chord: 200, hit: 400 };
  const chords = chordsOf(scale).map(
    ({ symbol, detail }, i): Completion => ({
      label: symbol,
      kind: 'chord',
      detail,
      insert: symbol,
      range,
      rank: ranks.chord + i,
    }),
  );
  if (keyword === 'progression') return chords;
  return [
    ...notesOf(scale, octaveOf(written)).map(
      ({ name, detail }, i): Completion => ({
        label: name,
        kind: 'note',
        detail,
        insert: name,
        range,
        rank: ranks.note + i,
      }),
    ),
    ...chords,
    ...soundsOf(song).map(
      ({ name, detail }, i): Completion => ({
        label: name,
        kind: 'hit',
        detail,
        insert: name,
        range,
        rank: ranks.hit + i - 100,
      }),
    ),
    ...drumHits.map(
      ({ name, doc }, i): Completion => ({
        label: name,
        kind: 'hit',
        detail: doc,
        insert: name,
        range,
        rank: ranks.hit + i,
      }),
    ),
  ];
}

/** The sounds that the song names itself: samples, and those of its kits. */
const soundsOf = ({ samples, kits }: Song): readonly { readonly name: string; readonly detail: string }[] =>
  [
    ...samples.map(({ name, file }) => ({ name: name.name, detail: `sample ${file.path.value}` })),
    ...kits.flatMap((kit) =>
      soundsOfKit(kit).map(({ path, value }) => ({
        name: path,
        detail: `${value.kind === 'word' ? value.value : path} of ${kit.name.name}`,
      })),
    ),
  ].filter(({ name }) => isSoundName(name) && !isDrumHit(name));

/** The octave of the last note before the caret; 4 where there is none. */
const octaveOf = (written: string): number =>
  Number([...written.matchAll(/(?:^|[^\w])[a-g](?:#|b)?(\d)/g)].at(-1)?.[1] ?? 4);

/** Notes of the key in the octave in use, then its neighbours, then the notes outside the key. */
function notesOf(
  scale: KeyScale | undefined,
  octave: number,
): readonly { readonly name: string; readonly detail: string }[] {
  const start = (octave + 1) * 12;
  const midis = [octave, octave + 1, octave - 1]
    .flatMap((one) => Array.from({ length: 12 }, (_, i) => (one + 1) * 12 + i))
    .filter((midi) => midi >= 0 && midi <= 127);
  if (!scale) return midis.map((midi) => ({ name: noteName(midi), detail: `MIDI ${midi}` }));
  const within = midis.filter((midi) => inKey(midi, scale));
  const outside = midis.filter((midi) => midi >= start && midi < start + 12 && !inKey(midi, scale));
  return [
    ...within.map((midi) => ({
      name: spelledIn(midi, scale),
      detail: `degree ${scale.degrees.indexOf(midi % 12) + 1} of ${scale.name}`,
    })),
    ...outside.map((midi) => ({ name: spelledIn(midi, scale), detail: `not in ${scale.name}` })),
  ];
}

/** Chords whose notes all lie in the key, by degree; without a key, the common ones on every root. */
function chordsOf(
  scale: KeyScale | undefined,
): readonly { readonly symbol: string; readonly detail: string }[] {
  const roots = scale ? scale.names : ['C', 'D', 'E', 'F', 'G', 'A', 'B'];
  const types = commonChordTypes.slice(0, 16);
  return roots
    .flatMap((root, degree) =>
      types.flatMap((type) => {
        const reading = readChord(root + type);
        if (!reading.ok || (scale && !reading.chord.midi.every((midi) => inKey(midi, scale)))) return [];
        const notes = reading.chord.midi
          .map((midi) => (scale ? spelledIn(midi, scale) : displayNote(midi).toLowerCase()))
          .join(' ');
        return [
          {
            symbol: root + type,
            detail: scale ? `${notes} · degree ${degree + 1}` : notes,
            common: types.indexOf(type),
          },
        ];
      }),
    )
    .sort((a, b) => a.common - b.common);
}
