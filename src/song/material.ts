// What a song brings along from other files: parts of other songs, recordings, samples, tunings.
// Plain data: who opens the files is the hosts' business, and paths are as written.

import type { SourceId } from './origin.ts';
import type { Declaration, Measure, Name, Setting, Word } from './value.ts';

/** `import { fourFloor, hats as tops } from "./drums.song"`. */
export interface Import {
  readonly names: readonly ImportedName[];
  readonly path: Word;
  readonly declaration: SourceId;
}

export interface ImportedName {
  /** As the other song calls it. */
  readonly name: Name;
  /** As this song calls it; the same where it is not renamed. */
  readonly as: Name;
  /** Both of it: `hats as tops`. */
  readonly declaration: SourceId;
}

/** A recording: `take vox1 = "takes/vox1.wav" { trim: 1.2s..9.8s, gain: +2dB }`. */
export interface Take extends Declaration {
  readonly file: AudioSource;
  /** Part of the file that plays, in seconds. */
  readonly trim?: { readonly from: Measure; readonly to: Measure; readonly id: SourceId };
  readonly settings: readonly Setting[];
}

/** A sound for patterns and instruments to play: `sample clap = "sounds/clap.wav"`. */
export interface Sample extends Declaration {
  readonly file: AudioSource;
  readonly settings: readonly Setting[];
}

/** `Sampler("piano")`, `Sampler("font.sf2") { preset: "Strings" }`, or `Sampler { c3: "low.wav", c5: "high.wav" }`. */
export interface SamplerSounds {
  /** A bundled instrument by its name, or the path of a file. */
  readonly source?: Word;
  /** Which of a SoundFont's instruments: its name, or its number. */
  readonly preset?: Word;
  /** Recordings by the note that each was made of (`c3`), which is the setting's path. */
  readonly files: readonly Setting[];
}

/** A file of sound, with what proves that it is the one meant, and what one may do with it. */
export interface AudioSource {
  readonly path: Word;
  /** SHA-256 of its content, in hexadecimal. */
  readonly hash?: Word;
  /** As SPDX names licences, or in words. */
  readonly licence?: Word;
  /** Who is to be named. */
  readonly credit?: Word;
}

/**
 * A set of drum sounds: `kit drum = Kit("bundled/808")`, plays drum hits; `settings` has what the kit is as a
 * whole, and sounds of its own by their name: `thud: "sounds/thud.wav"`.
 */
export interface Kit extends Declaration {
  readonly source: Word;
  readonly settings: readonly Setting[];
}

/** The names that patterns can call sounds by: those of samples, and of what kits declare. */
export const soundNames = ({
  samples = [],
  kits = [],
}: {
  readonly samples?: readonly Sample[];
  readonly kits?: readonly Kit[];
}): ReadonlySet<string> =>
  new Set([...samples.map(({ name }) => name.name), ...kits.flatMap(soundsOfKit).map(({ path }) => path)]);

/** `clap: "sounds/clap.wav"` in a kit; what is said of the whole kit is a number, or `preload`. */
export const soundsOfKit = ({ settings }: Kit): readonly Setting[] =>
  settings.filter(({ path, value }) => value.kind === 'word' && path !== preloadPath);

/** The setting that has a song wait for its sound: `preload: true`. */
export const preloadPath = 'preload';

/** What a song names by a name of its own, and where it says which sound that is. */
export interface NamedSound {
  readonly name: Name;
  readonly word: Word;
  /** Whether the song waits for it. */
  readonly isPreloaded: boolean;
}

/** Of takes, samples, kits and sampled instruments, in that order. */
export const namedSounds = ({
  takes,
  samples,
  kits,
  instruments,
}: {
  readonly takes: readonly Take[];
  readonly samples: readonly Sample[];
  readonly kits: readonly Kit[];
  readonly instruments: readonly {
    readonly name: Name;
    readonly sounds?: SamplerSounds;
    readonly settings: readonly Setting[];
  }[];
}): readonly NamedSound[] => {
  const named = (
    { name, settings }: { readonly name: Name; readonly settings: readonly Setting[] },
    words: readonly Setting['value'][],
  ): readonly NamedSound[] => {
    const isPreloaded = settings.findLast(({ path }) => path === preloadPath)?.value.value === 'true';
    return words.flatMap((word) => (word.kind === 'word' ? [{ name, word, isPreloaded }] : []));
  };
  return [
    ...takes.flatMap((take) => named(take, [take.file.path])),
    ...samples.flatMap((sample) => named(sample, [sample.file.path])),
    ...kits.flatMap((kit) => named(kit, [kit.source, ...soundsOfKit(kit).map(({ value }) => value)])),
    ...instruments.flatMap((one) =>
      named(one, [
        ...(one.sounds?.source ? [one.sounds.source] : []),
        ...(one.sounds?.files ?? []).map(({ value }) => value),
      ]),
    ),
  ];
};

/** `tuning partch = "tunings/partch_43.scl" { map: "tunings/partch.kbm" }`. */
export interface TuningFile extends Declaration {
  readonly scale: Word;
  readonly map?: Word;
  /**
   * What MIDI notes 0 to 127 sound as: MIDI numbers with fractions, null where a key is silent. Absent
   * until the files have been read, or where they are no tuning.
   */
  readonly pitches?: readonly (number | null)[];
}
