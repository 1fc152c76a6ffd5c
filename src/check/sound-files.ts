// The files of sound that a song names, as far as a disk tells without listening: whether they are there, and whether
// they are what the song means. Whoever has a disk looks (src/files/sound-files.ts).

import { type AudioSource, soundsOfKit } from '../song/material.ts';
import type { Song } from '../song/song.ts';
import type { Setting, Word } from '../song/value.ts';

/** By the path written. Absent is what nobody could look at. */
export type SoundFiles = Readonly<Record<string, SoundFile>>;

export type SoundFile =
  | {
      readonly ok: true;
      /** SHA-256 of its content, in hexadecimal; only where the song says one. */
      readonly hash?: string;
    }
  | {
      readonly ok: false;
      /** A sentence for a person. */
      readonly reason: string;
      /** Where a file of that name is, as the song would write it. */
      readonly elsewhere?: string;
    };

/** What the disk is asked of one of them. */
export interface AskedFile {
  /** As the song writes it. */
  readonly path: string;
  /** Whether the song says what its content is. */
  readonly isHashed: boolean;
}

/** Each path once. */
export const askedFiles = (song: Song): readonly AskedFile[] => {
  const asked = new Map<string, boolean>();
  for (const { file } of namedFiles(song))
    asked.set(file.path.value, asked.get(file.path.value) === true || file.hash !== undefined);
  return [...asked].map(([path, isHashed]) => ({ path, isHashed }));
};

export interface NamedFile {
  /** What is silent without it: `The take vox1`. */
  readonly owner: string;
  readonly file: AudioSource;
}

/** Of takes, samples, instruments and kits, in that order. What comes along with Codetta is no file of the song. */
export const namedFiles = ({ takes, samples, instruments, kits }: Song): readonly NamedFile[] => [
  ...takes.map(({ name, file }) => ({ owner: `The take ${name.name}`, file })),
  ...samples.map(({ name, file }) => ({ owner: `The sample ${name.name}`, file })),
  ...instruments.flatMap(({ name, sounds, settings }) =>
    [
      ...(sounds?.source ? [sounds.source] : []),
      ...(sounds?.files ?? []).map(({ value }) => value),
      ...settings.filter(({ path }) => path.endsWith('.table')).map(({ value }) => value),
    ]
      .filter(isFile)
      .map((path) => ({ owner: `What ${name.name} plays`, file: { path } })),
  ),
  ...kits.flatMap((kit) =>
    soundsOfKit(kit)
      .map(({ path, value }) => ({ name: path, path: value }))
      .flatMap(({ name, path }) =>
        isFile(path) ? [{ owner: `The ${name} of ${kit.name.name}`, file: { path } }] : [],
      ),
  ),
];

/** Bundled sounds have names; files have endings. */
const isFile = (value: Setting['value']): value is Word =>
  value.kind === 'word' && /\.\w{2,4}$/.test(value.value);
