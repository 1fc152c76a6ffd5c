// What the `codetta` module says besides the tables of the vocabulary: the song, its sections, its strips,
// its patterns. src/build/api-types.ts puts it together with the units, the instruments, the effects and the
// transforms into codetta.d.ts, which is what editors read. Written here: change it here.

// ---- Patterns -----------------------------------------------------------------------------------

/** What a track plays: a pattern, mini-notation in quotes, a recording, or `silence`. */
export type Music = Pattern | Take | string;

/** A line of music. Every transform is a method that gives a new pattern; the pattern itself stays. */
export interface Pattern extends Transforms {
  /** Begins later in its section: `hook.at('bar 3')`. */
  at(place: LanePlace): Part;
}

/** Music that begins later in its section. */
export interface Part {
  readonly [isA]: 'part';
}

/**
 * A line of music in mini-notation: one cycle, or one bar between bar lines, lasts a bar.
 *
 * ```ts
 * const bassline = mini`a1 ~ a1 [c2 e2] | f1 ~ f1 [a1 c2]`;
 * const line = mini(notes.join(' '));
 * ```
 * What stands in `${}` is put in as text; a pattern of mini-notation as its notes.
 */
export function mini(text: string): Pattern;
export function mini(text: TemplateStringsArray, ...values: readonly (string | number | Pattern)[]): Pattern;

/** A chord chart, one bar between two bar lines: progression`Am7 | Fmaj7 Dm7 | C | G/B`. */
export function progression(text: string): Pattern;
export function progression(
  text: TemplateStringsArray,
  ...values: readonly (string | number | Pattern)[]
): Pattern;

/** Plays nothing, and means it. */
export const silence: Pattern;

// ---- Instruments and material -------------------------------------------------------------------

/** A sound: what an instrument of the vocabulary is called with. */
export interface Instrument {
  readonly [isA]: 'instrument';
}

/** What any instrument takes besides its parameters. */
export interface Playable {
  /** Lowest and highest note that this part should play: `"B0..G3"`. */
  readonly range?: NoteRange;
}

/** An instrument of one voice that a PolySynth can be made of. */
export interface Voice<Settings> {
  (settings?: Settings & Playable): Instrument;
  readonly [isA]: 'voice';
}

/** Several voices of an instrument, to play chords: `PolySynth(FMSynth, { voices: 8, harmonicity: 2 })`. */
export function PolySynth<Settings>(
  voice: Voice<Settings>,
  settings?: Settings & Playable & PolySynthSettings,
): Instrument;

/**
 * Plays recordings at any pitch: `Sampler('piano')`, or a file or folder by its path:
 * `Sampler('sounds/keys.sf2', { preset: 'Strings', release: '400ms' })`.
 */
export function Sampler(
  name: string,
  settings?: SamplerSettings &
    Playable & { readonly preset?: string } & {
      /** Recordings by the note that each was made of: `{ c3: 'low.wav' }`. */
      readonly [Note in `${'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g'}${'' | '#' | 'b'}${number}`]?: string;
    },
): Instrument;

/** What proves that a file is the one meant, and what one may do with it. */
export interface FileFacts {
  /** SHA-256 of the file, so that a changed one is told of. */
  readonly hash?: string;
  /** What one may do with the file, as SPDX names licences or in your own words. */
  readonly licence?: string;
  /** Whom to name. */
  readonly credit?: string;
}

/** A recording: its file, the part of it that plays, and how it is treated. */
export interface Take {
  readonly [isA]: 'take';
  /** Begins later in its section: `vox.at('bar 3')`. */
  at(place: LanePlace): Part;
}

/** A recording: `take('takes/vox1.wav', { trim: '1.2s..9.8s', gain: '+2dB' })`. */
export function take(
  file: string,
  settings?: TakeSettings & FileFacts & { readonly trim?: `${Seconds}..${Seconds}` },
): Take;

/** A sound from a file, for patterns to play by its name in mini-notation. */
export interface Sample {
  readonly [isA]: 'sample';
}
export function sample(file: string, settings?: SampleSettings & FileFacts): Sample;

/** A set of drum samples for the hits of a pattern, some of them from files of your own. */
export interface Kit {
  readonly [isA]: 'kit';
}
/** `Kit('bundled/808', { gain: '-2dB', sd: 'sounds/snare.wav' })`. */
export function Kit(
  source: string,
  settings?: KitSettings & { readonly [Hit in DrumHit]?: string } & { readonly [sound: string]: unknown },
): Kit;

/** A scale from one of Scala's files; patterns play by it with `.tuning(name)`. */
export interface Tuning {
  readonly [isA]: 'tuning';
}
/** `tuningFile('tunings/partch_43.scl', { map: 'tunings/partch.kbm' })`. */
export function tuningFile(scale: string, settings?: { readonly map?: string }): Tuning;

// ---- The mixer ----------------------------------------------------------------------------------

/** What every strip has. Effects stand in the order in which they are written. */
export interface StripSettings {
  /** The fader: what the strip passes on. */
  readonly level?: Decibels;
  readonly pan?: Pan;
  /** Silent while it is true. */
  readonly mute?: boolean;
  /** While any strip is solo, only those are heard, with the buses that they send to; a bus with what sends to it. */
  readonly solo?: boolean;
  /** Heard also while other strips are solo. */
  readonly soloSafe?: boolean;
  /** Its colour in the arrangement and the mixer. */
  readonly color?: Color;
  /** The group that it belongs to: one fader, mute and solo in the mixer for all that name it. */
  readonly group?: string;
  /** Effects that let everything pass while they are named here; their settings stay: `bypass: 'eq compressor'`. */
  readonly bypass?: string;
}

/** Further effects of a kind: `{ chorus: '1Hz', chorus2: '3Hz' }`, up to 16 in a strip. */
export type Further<Effects> = {
  readonly [Word in keyof Effects & string as `${Word}${number}`]: Effects[Word];
};

export interface TrackSettings extends StripSettings, TrackEffects, Further<TrackEffects> {
  readonly instrument?: Instrument | Kit;
  /** How much of the track, after its fader, goes to each bus: `send: { space: '-12dB' }`. */
  readonly send?: Sends;
}

/** Levels by the names of buses; taken before the fader where `pre` is written: `{ space: '-12dB pre' }`. */
export type Sends = { readonly [bus: string]: Decibels | `${Decibels} pre` };

export interface BusSettings extends StripSettings, BusEffects, Further<BusEffects> {
  /** How much goes on to other buses. */
  readonly send?: Sends;
}

export interface MasterSettings extends MasterEffects, Further<MasterEffects> {
  /** The fader: what the strip passes on. */
  readonly level?: Decibels;
  /** What a mono sound in the middle loses on each side: from `-3dB`, equal power, to `-6dB`. */
  readonly panLaw?: Decibels;
  /** Effects that let everything pass while they are named here; their settings stay: `bypass: 'eq compressor'`. */
  readonly bypass?: string;
}

/** One part of the band: its instrument, and its strip in the mixer. */
export interface Track<Name extends string = string> {
  readonly [isA]: 'track';
  readonly name: Name;
}

/** `track('bass', { instrument: sub, level: '-9dB', pan: '20% left', send: { space: '-12dB' } })`. */
export function track<const Name extends string>(name: Name, settings?: TrackSettings): Track<Name>;

/** A strip that tracks send to: a room, an echo. */
export interface Bus<Name extends string = string> {
  readonly [isA]: 'bus';
  readonly name: Name;
}

/** `bus('space', { reverb: '2.8s', highpass: '250Hz', level: '-6dB' })`. */
export function bus<const Name extends string>(name: Name, settings?: BusSettings): Bus<Name>;

// ---- Sections -----------------------------------------------------------------------------------

/**
 * What each track plays in a section, by the track's name. Takes stand in a list, beside the pattern that the
 * instrument plays: `{ vox: [hook, vox1.at('bar 3'), vox2.at('bar 7')] }`.
 */
export type Parts<Plays extends string = string> = {
  readonly [Name in Plays]?: Music | Part | readonly (Music | Part)[];
};

/** A stretch of the song by its length in bars, and what each track plays in it. */
export interface Section<out Plays extends string = string> {
  readonly [isA]: 'section';
  readonly [plays]?: Plays;
  readonly name: string;
  /**
   * Takes over what another section plays: `section('chorus', '16 bars').like(verse)`. Parts of its own stand
   * in the place of those that it takes over.
   */
  like<More extends string>(other: Section<More>): Section<Plays | More>;
  /** Parts in the place of those that it takes over. */
  with<const More extends string>(parts: Parts<More>): Section<Plays | More>;
  /** Leaves out tracks of the section that it is like. */
  without(...tracks: readonly (Plays | Track)[]): Section<Plays>;
  /** Plays so many times in a row: `chorus.times(2)`. */
  times(repeats: number): Repeated<Plays>;
}

export interface Repeated<out Plays extends string = string> {
  readonly [isA]: 'repeated';
  readonly [plays]?: Plays;
}

/** `section('verse', '16 bars', { bass: bassline, pad: road.chords() })`. */
export function section<const Plays extends string = never>(
  name: string,
  bars?: Bars,
  parts?: Parts<Plays>,
): Section<Plays>;

// ---- The song -----------------------------------------------------------------------------------

/** A tempo from the start, then what it becomes, at once or by a ramp. */
export type TempoChange =
  | `${Tempo} at ${Place}`
  | `ramp to ${Tempo} over ${Bars | Beats}`
  | `ramp to ${Tempo} over ${Bars | Beats} at ${Place}`;

/** What holds for the whole of a song. */
export interface SongSettings {
  /** Who wrote it. */
  readonly by?: string;
  /** The album that it is on: its songs are held against one another in loudness. */
  readonly album?: string;
  /** Quarter notes a minute: `'112bpm'`, or a map: `['112bpm', '96bpm at bridge', 'ramp to 112bpm over 2 bars']`. */
  readonly tempo?: Tempo | readonly [Tempo, ...TempoChange[]];
  /** `'4/4'`, or a map: `['4/4', '7/8 at bridge']`. */
  readonly meter?: Meter | readonly [Meter, ...`${Meter} at ${Place}`[]];
  /** `'A minor'`, or a map: `['A minor', 'C major at outro']`. Notes outside are pointed out. */
  readonly key?: Key | readonly [Key, ...`${Key} at ${Place}`[]];
  /** How far every second note of a kind comes late: `'56% of 1/16'`. 50% is straight, 66.7% a triplet feel. */
  readonly swing?: `${number}% of ${NoteValue}`;
  /** The number that all chance in the song grows from: same seed, same music. `Math.random` too. */
  readonly seed?: number;
}

/** The artistic vision. */
export interface Brief {
  /** How it feels. */
  readonly mood?: string;
  /** What kind of music it is. */
  readonly genre?: string;
  /** The shortest and the longest that the song may be: `'2:45..3:30'`. */
  readonly length?: `${Length}..${Length}`;
  /** Files of music to hold this song against. */
  readonly reference?: string | readonly string[];
  /** Sections that have to be louder than others: `'chorus over verse 2LU'`. */
  readonly lift?: Lift | readonly Lift[];
}
type Lift = `${string} over ${string} ${LoudnessDifference}`;

/** What must hold of the sound. */
export type Expectation =
  | `${string} louder than ${string}`
  | `${string} louder than ${string} by ${LoudnessDifference}`
  | `${string} within ${NoteRange}`
  | `length ${Length}..${Length}`
  | `loudness ${Loudness}..${Loudness}`
  | 'no clip'
  | `mono loss under ${Decibels}`
  | 'ends in key';

/** How a point of an automation is reached from the one before. */
type LaneShape = 'linear' | 'exponential' | 'curve' | 'step';
type LaneValue =
  | Decibels
  | TruePeak
  | Hertz
  | Seconds
  | NoteValue
  | Ratio
  | Semitones
  | Cents
  | Pan
  | Beats
  | Bars;
/** Places and the values there: `{ '0%': '300Hz', '100%': '4kHz exponential' }`. */
export type Lane =
  | { readonly [At in LanePlace | `${string} ${LanePlace}`]?: LaneValue | `${LaneValue} ${LaneShape}` }
  /** A wave instead of points: `{ lfo: 'sine 1/2 20% left to 20% right' }`. */
  | { readonly lfo: `${'sine' | 'triangle' | 'sawtooth' | 'square'} ${string} to ${string}` };

/**
 * A song. Every method gives the song itself, so that it is written as one chain:
 *
 * ```ts
 * export default song('Night Drive', { tempo: '112bpm', meter: '4/4', key: 'A minor', seed: 7 })
 *   .tracks(kick, bass, pad)
 *   .buses(space)
 *   .master({ glue: { threshold: '-12dB', ratio: '2:1' }, limiter: '-1dBTP' })
 *   .arrange(intro, verse, chorus.times(2));
 * ```
 */
export interface Song<out Plays extends string = string> {
  readonly [isA]: 'song';
  readonly [plays]?: Plays;
  /** The band, in the order of the mixer. */
  tracks<const Names extends string>(...tracks: readonly Track<Names>[]): Song<Plays | Names>;
  /** What tracks send to. */
  buses(...buses: readonly Bus[]): Song<Plays>;
  /** The strip that everything goes through at last. */
  master(settings: MasterSettings): Song<Plays>;
  /** Sections that are told of and do not play; those that are arranged need not stand here. */
  sections(...sections: readonly Section<Plays>[]): Song<Plays>;
  /** The sections in the order in which they play. */
  arrange(...sections: readonly (Section<Plays> | Repeated<Plays>)[]): Song<Plays>;
  /** Sounds that patterns name in mini-notation: `{ clap: sample('sounds/clap.wav') }`. */
  samples(samples: { readonly [name: string]: Sample }): Song<Plays>;
  /**
   * A parameter that moves over a section, or over the song where none is named:
   * `.automate('bass.filter.frequency', build, { '0%': '300Hz', '100%': '4kHz exponential' })`.
   */
  automate(path: `${string}.${string}`, lane: Lane): Song<Plays>;
  automate(path: `${string}.${string}`, section: Section | string, lane: Lane): Song<Plays>;
  /** A name for a place: `.marker('drop', 'chorus bar 3')`. */
  marker(name: string, at: Place | Section): Song<Plays>;
  /**
   * What a track sings in a section, a syllable for each note: `-` goes on with the word, `_` holds the syllable
   * over one more note. Rests `~` and bar lines are for the eye.
   */
  lyrics(track: Plays | Track<Plays>, section: Section | string, text: string): Song<Plays>;
  brief(brief: Brief): Song<Plays>;
  /**
   * Which checks it is held to: a profile, checks by their ids (`off`, `on`, `information`, `warning`, `error`),
   * and figures of theirs: `.checks({ profile: 'chorale', HAR1: 'off', 'INS2.breath': '10s' })`.
   */
  checks(checks: { readonly [check: string]: string | number }): Song<Plays>;
  expect(...expectations: readonly Expectation[]): Song<Plays>;
  /** Where the song goes, what goes along, and in which format. */
  deliver(targets: DeliveryTarget | readonly DeliveryTarget[], settings?: DeliverySettings): Song<Plays>;
}

/** A song by its title. The file exports it: `export default song('Night Drive', { ... })`. */
export function song(title: string, settings?: SongSettings): Song<never>;

declare const isA: unique symbol;
declare const plays: unique symbol;

/** What there is besides the language itself: a song has no clock, no files and no network. */
declare global {
  interface Console {
    /** Says something in Codetta's output, for you to read. */
    log(...values: unknown[]): void;
    info(...values: unknown[]): void;
    warn(...values: unknown[]): void;
    error(...values: unknown[]): void;
    debug(...values: unknown[]): void;
  }
  var console: Console;
}
