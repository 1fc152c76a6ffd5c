// The `codetta` module: songs in TypeScript. Made by src/build/api-types.ts from song.d.ts, the vocabulary
// and the transforms. Do not edit.

// ---- Units: written as in a `.song`, so that a number never stands without one ------------------

export type Decibels = `${number}dB`;
export type TruePeak = `${number}dBTP`;
export type Loudness = `${number}LUFS`;
export type LoudnessDifference = `${number}LU`;
export type Hertz = `${number}Hz` | `${number}kHz`;
export type Seconds = `${number}s` | `${number}ms`;
/** A share of a whole note, which follows the tempo: `"1/16"`, `"3/8"`. */
export type NoteValue = `${number}/${number}`;
export type Bars = `${number} bar` | `${number} bars`;
export type Beats = `${number} beat` | `${number} beats`;
/** A stretch of musical or measured time: `"1/16"`, `"1 beat"`, `"2 bars"`, `"20ms"`. */
export type Time = NoteValue | Bars | Beats | Seconds;
export type Percent = `${number}%`;
/** `"50%"`, or the same as a plain factor: `0.5`. */
export type Share = Percent | number;
/** `"50%"`, `0.5`, or as a compressor has it: `"3:1"`. */
export type Ratio = Share | `${number}:${number}`;
export type Semitones = `${number}st`;
export type Cents = `${number}ct`;
export type Tempo = `${number}bpm`;
/** Minutes and seconds, or seconds: `"2:45"`, `"165s"`. */
export type Length = `${number}:${number}` | `${number}s`;
/** Between the speakers: `"20% left"`, `"35% right"`, `"centre"`. */
export type Pan = `${number}% ${'left' | 'right'}` | 'left' | 'right' | 'centre';
/** `#3a9fff`, or `#39f` for short. */
export type Color = `#${string}`;
/** Notes from one to another: `"E1..G3"`. */
export type NoteRange = `${string}..${string}`;
/** A key or a scale: `"A minor"`, `"F# dorian"`. */
export type Key = `${Tonic} ${Mode}`;
type Tonic = `${'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G'}${'' | '#' | 'b'}`;
export type Meter = `${number}/${number}`;
/**
 * A place in the song: `"bridge"`, `"bar 33"`, `"chorus bar 8 beat 3"`. Bars and beats count from 1: in the
 * section where one is named, in the song where none is.
 */
export type Place = string;
/** Where a point of an automation stands: `"0%"`, `"100%"`, `"bar 3"`, `"bar 3 beat 2"`. */
export type LanePlace = `${number}%` | `bar ${number}` | `bar ${number} beat ${number}`;

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

// ---- Instruments --------------------------------------------------------------------------------

export interface SynthSettings {
  /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default triangle. */
  readonly oscillator?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}` | {
    /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default triangle. */
    readonly type?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}`;
    /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
    readonly partialCount?: number;
    /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
    readonly phase?: number;
    /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
    readonly width?: number;
    /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
    readonly modulationFrequency?: Hertz;
    /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
    readonly count?: number;
    /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
    readonly spread?: Cents;
    /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
    readonly harmonicity?: number;
    /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
    readonly modulationIndex?: number;
    /** Of `am` and `fm`: waveform of the modulator. sine, square, sawtooth, triangle, a number up to 32 behind some; default square. */
    readonly modulationType?: 'sine' | 'square' | 'sawtooth' | 'triangle' | `${'sine' | 'square' | 'sawtooth' | 'triangle'}${number}`;
    /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
    readonly table?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
    /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
    readonly wavetable?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
    /** Of `wavetable`: where in it, from its first period at 0 to its last at 1. 0% to 100%, default 0%. */
    readonly position?: Ratio;
    /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
    readonly partials?: string;
  };
  /** Offset from the written pitch. -1200ct to +1200ct, default 0ct. */
  readonly detune?: Cents;
  /** How long the pitch takes from one note to the next, where one voice plays both and the first still sounds. 0s to 10s, default 0s. */
  readonly portamento?: Seconds;
  readonly envelope?: {
    /** From silence to full level. 0s to 10s, default 5ms. */
    readonly attack?: Seconds;
    /** From full level to the sustain level. 0s to 10s, default 100ms. */
    readonly decay?: Seconds;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 30%. */
    readonly sustain?: Ratio;
    /** From the end of the note to silence. 0s to 20s, default 1s. */
    readonly release?: Seconds;
    /** Shape of the attack. linear, exponential; default linear. */
    readonly attackCurve?: 'linear' | 'exponential';
    /** Shape of the decay. linear, exponential; default exponential. */
    readonly decayCurve?: 'linear' | 'exponential';
    /** Shape of the release. linear, exponential; default exponential. */
    readonly releaseCurve?: 'linear' | 'exponential';
  };
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

/** One oscillator through an amplitude envelope: leads, plucks, chords. */
export const Synth: Voice<SynthSettings>;

export interface FMSynthSettings {
  /** Frequency of the modulator over that of the carrier. 0.01 to 32, default 3. */
  readonly harmonicity?: number;
  /** Depth of the modulation. 0 to 100, default 10. */
  readonly modulationIndex?: number;
  /** Offset from the written pitch. -1200ct to +1200ct, default 0ct. */
  readonly detune?: Cents;
  /** How long the pitch takes from one note to the next, where one voice plays both and the first still sounds. 0s to 10s, default 0s. */
  readonly portamento?: Seconds;
  /** Waveform of the carrier. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default sine. */
  readonly oscillator?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}` | {
    /** Waveform of the carrier. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default sine. */
    readonly type?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}`;
    /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
    readonly partialCount?: number;
    /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
    readonly phase?: number;
    /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
    readonly width?: number;
    /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
    readonly modulationFrequency?: Hertz;
    /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
    readonly count?: number;
    /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
    readonly spread?: Cents;
    /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
    readonly harmonicity?: number;
    /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
    readonly modulationIndex?: number;
    /** Of `am` and `fm`: waveform of the modulator. sine, square, sawtooth, triangle, a number up to 32 behind some; default square. */
    readonly modulationType?: 'sine' | 'square' | 'sawtooth' | 'triangle' | `${'sine' | 'square' | 'sawtooth' | 'triangle'}${number}`;
    /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
    readonly table?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
    /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
    readonly wavetable?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
    /** Of `wavetable`: where in it, from its first period at 0 to its last at 1. 0% to 100%, default 0%. */
    readonly position?: Ratio;
    /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
    readonly partials?: string;
  };
  readonly envelope?: {
    /** From silence to full level. 0s to 10s, default 10ms. */
    readonly attack?: Seconds;
    /** From full level to the sustain level. 0s to 10s, default 10ms. */
    readonly decay?: Seconds;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 100%. */
    readonly sustain?: Ratio;
    /** From the end of the note to silence. 0s to 20s, default 500ms. */
    readonly release?: Seconds;
    /** Shape of the attack. linear, exponential; default linear. */
    readonly attackCurve?: 'linear' | 'exponential';
    /** Shape of the decay. linear, exponential; default exponential. */
    readonly decayCurve?: 'linear' | 'exponential';
    /** Shape of the release. linear, exponential; default exponential. */
    readonly releaseCurve?: 'linear' | 'exponential';
  };
  /** Waveform of the modulator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default square. */
  readonly modulation?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}` | {
    /** Waveform of the modulator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default square. */
    readonly type?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}`;
    /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
    readonly partialCount?: number;
    /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
    readonly phase?: number;
    /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
    readonly width?: number;
    /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
    readonly modulationFrequency?: Hertz;
    /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
    readonly count?: number;
    /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
    readonly spread?: Cents;
    /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
    readonly harmonicity?: number;
    /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
    readonly modulationIndex?: number;
    /** Of `am` and `fm`: waveform of the modulator. sine, square, sawtooth, triangle, a number up to 32 behind some; default square. */
    readonly modulationType?: 'sine' | 'square' | 'sawtooth' | 'triangle' | `${'sine' | 'square' | 'sawtooth' | 'triangle'}${number}`;
    /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
    readonly table?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
    /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
    readonly wavetable?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
    /** Of `wavetable`: where in it, from its first period at 0 to its last at 1. 0% to 100%, default 0%. */
    readonly position?: Ratio;
    /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
    readonly partials?: string;
  };
  readonly modulationEnvelope?: {
    /** From silence to full level. 0s to 10s, default 500ms. */
    readonly attack?: Seconds;
    /** From full level to the sustain level. 0s to 10s, default 0s. */
    readonly decay?: Seconds;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 100%. */
    readonly sustain?: Ratio;
    /** From the end of the note to silence. 0s to 20s, default 500ms. */
    readonly release?: Seconds;
    /** Shape of the attack. linear, exponential; default linear. */
    readonly attackCurve?: 'linear' | 'exponential';
    /** Shape of the decay. linear, exponential; default exponential. */
    readonly decayCurve?: 'linear' | 'exponential';
    /** Shape of the release. linear, exponential; default exponential. */
    readonly releaseCurve?: 'linear' | 'exponential';
  };
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

/** A modulator bends the frequency of a carrier: bells, electric pianos, evolving pads. */
export const FMSynth: Voice<FMSynthSettings>;

export interface MonoSynthSettings {
  /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default sawtooth. */
  readonly oscillator?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}` | {
    /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default sawtooth. */
    readonly type?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}`;
    /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
    readonly partialCount?: number;
    /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
    readonly phase?: number;
    /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
    readonly width?: number;
    /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
    readonly modulationFrequency?: Hertz;
    /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
    readonly count?: number;
    /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
    readonly spread?: Cents;
    /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
    readonly harmonicity?: number;
    /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
    readonly modulationIndex?: number;
    /** Of `am` and `fm`: waveform of the modulator. sine, square, sawtooth, triangle, a number up to 32 behind some; default square. */
    readonly modulationType?: 'sine' | 'square' | 'sawtooth' | 'triangle' | `${'sine' | 'square' | 'sawtooth' | 'triangle'}${number}`;
    /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
    readonly table?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
    /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
    readonly wavetable?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
    /** Of `wavetable`: where in it, from its first period at 0 to its last at 1. 0% to 100%, default 0%. */
    readonly position?: Ratio;
    /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
    readonly partials?: string;
  };
  /** Offset from the written pitch. -1200ct to +1200ct, default 0ct. */
  readonly detune?: Cents;
  /** How long the pitch takes from one note to the next, where one voice plays both and the first still sounds. 0s to 10s, default 0s. */
  readonly portamento?: Seconds;
  readonly filter?: {
    /** What the filter lets through. lowpass, highpass, bandpass, notch, lowshelf, highshelf, peaking, allpass; default lowpass. */
    readonly type?: 'lowpass' | 'highpass' | 'bandpass' | 'notch' | 'lowshelf' | 'highshelf' | 'peaking' | 'allpass';
    /** Resonance at the cutoff, in dB for lowpass and highpass, as Web Audio has it. 0 to 30, default 1. */
    readonly Q?: number;
    /** Of shelves and `peaking`: how much they lift or lower. -40dB to 40dB, default 0dB. */
    readonly gain?: Decibels;
    /** Offset of the cutoff. -4800ct to +4800ct, default 0ct. */
    readonly detune?: Cents;
    /** Slope of the filter in dB an octave. -12, -24, -48, -96; default -12. */
    readonly rolloff?: '-12' | '-24' | '-48' | '-96' | -12 | -24 | -48 | -96;
    /** Cutoff where the filter envelope is at its lowest. 10Hz to 20kHz, default 200Hz. */
    readonly frequency?: Hertz;
  };
  readonly envelope?: {
    /** From silence to full level. 0s to 10s, default 5ms. */
    readonly attack?: Seconds;
    /** From full level to the sustain level. 0s to 10s, default 100ms. */
    readonly decay?: Seconds;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 90%. */
    readonly sustain?: Ratio;
    /** From the end of the note to silence. 0s to 20s, default 1s. */
    readonly release?: Seconds;
    /** Shape of the attack. linear, exponential; default linear. */
    readonly attackCurve?: 'linear' | 'exponential';
    /** Shape of the decay. linear, exponential; default exponential. */
    readonly decayCurve?: 'linear' | 'exponential';
    /** Shape of the release. linear, exponential; default exponential. */
    readonly releaseCurve?: 'linear' | 'exponential';
  };
  readonly filterEnvelope?: {
    /** From silence to full level. 0s to 10s, default 600ms. */
    readonly attack?: Seconds;
    /** From full level to the sustain level. 0s to 10s, default 200ms. */
    readonly decay?: Seconds;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 50%. */
    readonly sustain?: Ratio;
    /** From the end of the note to silence. 0s to 20s, default 2s. */
    readonly release?: Seconds;
    /** Shape of the attack. linear, exponential; default linear. */
    readonly attackCurve?: 'linear' | 'exponential';
    /** Shape of the decay. linear, exponential; default exponential. */
    readonly decayCurve?: 'linear' | 'exponential';
    /** Shape of the release. linear, exponential; default exponential. */
    readonly releaseCurve?: 'linear' | 'exponential';
    /** Cutoff where the filter envelope is at its lowest. 10Hz to 20kHz, default 200Hz. */
    readonly baseFrequency?: Hertz;
    /** How far the filter envelope opens the filter. -10 to 10, default 3. */
    readonly octaves?: number;
    /** Bend of the filter envelope. 0.1 to 10, default 2. */
    readonly exponent?: number;
  };
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

/** An oscillator through a resonant filter with its own envelope: basses and leads. */
export const MonoSynth: Voice<MonoSynthSettings>;

export interface MembraneSynthSettings {
  /** How long the pitch takes to fall to the note. 0s to 500ms, default 50ms. */
  readonly pitchDecay?: Seconds;
  /** From how many octaves above the note the pitch falls. 0 to 16, default 8. */
  readonly octaves?: number;
  /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default sine. */
  readonly oscillator?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}` | {
    /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default sine. */
    readonly type?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}`;
    /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
    readonly partialCount?: number;
    /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
    readonly phase?: number;
    /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
    readonly width?: number;
    /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
    readonly modulationFrequency?: Hertz;
    /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
    readonly count?: number;
    /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
    readonly spread?: Cents;
    /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
    readonly harmonicity?: number;
    /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
    readonly modulationIndex?: number;
    /** Of `am` and `fm`: waveform of the modulator. sine, square, sawtooth, triangle, a number up to 32 behind some; default square. */
    readonly modulationType?: 'sine' | 'square' | 'sawtooth' | 'triangle' | `${'sine' | 'square' | 'sawtooth' | 'triangle'}${number}`;
    /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
    readonly table?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
    /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
    readonly wavetable?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
    /** Of `wavetable`: where in it, from its first period at 0 to its last at 1. 0% to 100%, default 0%. */
    readonly position?: Ratio;
    /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
    readonly partials?: string;
  };
  /** Offset from the written pitch. -1200ct to +1200ct, default 0ct. */
  readonly detune?: Cents;
  readonly envelope?: {
    /** From silence to full level. 0s to 10s, default 1ms. */
    readonly attack?: Seconds;
    /** From full level to the sustain level. 0s to 10s, default 400ms. */
    readonly decay?: Seconds;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 1%. */
    readonly sustain?: Ratio;
    /** From the end of the note to silence. 0s to 20s, default 1.4s. */
    readonly release?: Seconds;
    /** Shape of the attack. linear, exponential; default exponential. */
    readonly attackCurve?: 'linear' | 'exponential';
    /** Shape of the decay. linear, exponential; default exponential. */
    readonly decayCurve?: 'linear' | 'exponential';
    /** Shape of the release. linear, exponential; default exponential. */
    readonly releaseCurve?: 'linear' | 'exponential';
  };
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

/** An oscillator whose pitch falls at the start of each note: kicks and toms. */
export const MembraneSynth: Voice<MembraneSynthSettings>;

export interface MetalSynthSettings {
  /** Frequency of the modulators over that of the carriers. 0.1 to 32, default 5.1. */
  readonly harmonicity?: number;
  /** Depth of the modulation. 0 to 100, default 32. */
  readonly modulationIndex?: number;
  /** How far the envelope opens the high-pass, in octaves above `resonance`. 0 to 8, default 1.5. */
  readonly octaves?: number;
  /** Where the high-pass starts. 20Hz to 20kHz, default 4kHz. */
  readonly resonance?: Hertz;
  /** Offset from the written pitch. -1200ct to +1200ct, default 0ct. */
  readonly detune?: Cents;
  /** How long the pitch takes from one note to the next, where one voice plays both and the first still sounds. 0s to 10s, default 0s. */
  readonly portamento?: Seconds;
  readonly envelope?: {
    /** From silence to full level. 0s to 10s, default 1ms. */
    readonly attack?: Seconds;
    /** From full level to the sustain level. 0s to 10s, default 1.4s. */
    readonly decay?: Seconds;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 0%. */
    readonly sustain?: Ratio;
    /** From the end of the note to silence. 0s to 20s, default 200ms. */
    readonly release?: Seconds;
    /** Shape of the attack. linear, exponential; default linear. */
    readonly attackCurve?: 'linear' | 'exponential';
    /** Shape of the decay. linear, exponential; default exponential. */
    readonly decayCurve?: 'linear' | 'exponential';
    /** Shape of the release. linear, exponential; default exponential. */
    readonly releaseCurve?: 'linear' | 'exponential';
  };
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

/** Six inharmonic FM oscillators through a high-pass that follows the envelope: hats, bells, cymbals. */
export const MetalSynth: Voice<MetalSynthSettings>;

export interface NoiseSynthSettings {
  /** Colour of the noise. white, pink, brown; default white. */
  readonly noise?: 'white' | 'pink' | 'brown';
  /** Speed at which the noise is read. 0.1 to 4, default 1. */
  readonly playbackRate?: number;
  readonly envelope?: {
    /** From silence to full level. 0s to 10s, default 10ms. */
    readonly attack?: Seconds;
    /** From full level to the sustain level. 0s to 10s, default 100ms. */
    readonly decay?: Seconds;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 0%. */
    readonly sustain?: Ratio;
    /** From the end of the note to silence. 0s to 20s, default 1s. */
    readonly release?: Seconds;
    /** Shape of the attack. linear, exponential; default linear. */
    readonly attackCurve?: 'linear' | 'exponential';
    /** Shape of the decay. linear, exponential; default exponential. */
    readonly decayCurve?: 'linear' | 'exponential';
    /** Shape of the release. linear, exponential; default exponential. */
    readonly releaseCurve?: 'linear' | 'exponential';
  };
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

/** Noise through an amplitude envelope: snares, claps, hats, sweeps. */
export const NoiseSynth: Voice<NoiseSynthSettings>;

export interface AMSynthSettings {
  /** Frequency of the modulator over that of the carrier. 0.01 to 32, default 3. */
  readonly harmonicity?: number;
  /** Offset from the written pitch. -1200ct to +1200ct, default 0ct. */
  readonly detune?: Cents;
  /** How long the pitch takes from one note to the next, where one voice plays both and the first still sounds. 0s to 10s, default 0s. */
  readonly portamento?: Seconds;
  /** Waveform of the carrier. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default sine. */
  readonly oscillator?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}` | {
    /** Waveform of the carrier. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default sine. */
    readonly type?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}`;
    /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
    readonly partialCount?: number;
    /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
    readonly phase?: number;
    /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
    readonly width?: number;
    /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
    readonly modulationFrequency?: Hertz;
    /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
    readonly count?: number;
    /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
    readonly spread?: Cents;
    /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
    readonly harmonicity?: number;
    /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
    readonly modulationIndex?: number;
    /** Of `am` and `fm`: waveform of the modulator. sine, square, sawtooth, triangle, a number up to 32 behind some; default square. */
    readonly modulationType?: 'sine' | 'square' | 'sawtooth' | 'triangle' | `${'sine' | 'square' | 'sawtooth' | 'triangle'}${number}`;
    /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
    readonly table?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
    /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
    readonly wavetable?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
    /** Of `wavetable`: where in it, from its first period at 0 to its last at 1. 0% to 100%, default 0%. */
    readonly position?: Ratio;
    /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
    readonly partials?: string;
  };
  readonly envelope?: {
    /** From silence to full level. 0s to 10s, default 10ms. */
    readonly attack?: Seconds;
    /** From full level to the sustain level. 0s to 10s, default 10ms. */
    readonly decay?: Seconds;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 100%. */
    readonly sustain?: Ratio;
    /** From the end of the note to silence. 0s to 20s, default 500ms. */
    readonly release?: Seconds;
    /** Shape of the attack. linear, exponential; default linear. */
    readonly attackCurve?: 'linear' | 'exponential';
    /** Shape of the decay. linear, exponential; default exponential. */
    readonly decayCurve?: 'linear' | 'exponential';
    /** Shape of the release. linear, exponential; default exponential. */
    readonly releaseCurve?: 'linear' | 'exponential';
  };
  /** Waveform of the modulator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default square. */
  readonly modulation?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}` | {
    /** Waveform of the modulator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default square. */
    readonly type?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}`;
    /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
    readonly partialCount?: number;
    /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
    readonly phase?: number;
    /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
    readonly width?: number;
    /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
    readonly modulationFrequency?: Hertz;
    /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
    readonly count?: number;
    /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
    readonly spread?: Cents;
    /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
    readonly harmonicity?: number;
    /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
    readonly modulationIndex?: number;
    /** Of `am` and `fm`: waveform of the modulator. sine, square, sawtooth, triangle, a number up to 32 behind some; default square. */
    readonly modulationType?: 'sine' | 'square' | 'sawtooth' | 'triangle' | `${'sine' | 'square' | 'sawtooth' | 'triangle'}${number}`;
    /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
    readonly table?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
    /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
    readonly wavetable?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
    /** Of `wavetable`: where in it, from its first period at 0 to its last at 1. 0% to 100%, default 0%. */
    readonly position?: Ratio;
    /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
    readonly partials?: string;
  };
  readonly modulationEnvelope?: {
    /** From silence to full level. 0s to 10s, default 500ms. */
    readonly attack?: Seconds;
    /** From full level to the sustain level. 0s to 10s, default 0s. */
    readonly decay?: Seconds;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 100%. */
    readonly sustain?: Ratio;
    /** From the end of the note to silence. 0s to 20s, default 500ms. */
    readonly release?: Seconds;
    /** Shape of the attack. linear, exponential; default linear. */
    readonly attackCurve?: 'linear' | 'exponential';
    /** Shape of the decay. linear, exponential; default exponential. */
    readonly decayCurve?: 'linear' | 'exponential';
    /** Shape of the release. linear, exponential; default exponential. */
    readonly releaseCurve?: 'linear' | 'exponential';
  };
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

/** A modulator turns a carrier up and down: organs, reeds, bright and hollow tones. */
export const AMSynth: Voice<AMSynthSettings>;

export interface DuoSynthSettings {
  /** Frequency of the second voice over that of the first. 0.01 to 32, default 1.5. */
  readonly harmonicity?: number;
  /** How often the pitch goes up and down. 0.01Hz to 100Hz, default 5Hz. */
  readonly vibratoRate?: Hertz;
  /** How far the pitch goes: 1 is 50 cents to either side. 0 to 1, default 0.5. */
  readonly vibratoAmount?: number;
  /** Offset from the written pitch. -1200ct to +1200ct, default 0ct. */
  readonly detune?: Cents;
  /** How long the pitch takes from one note to the next, where one voice plays both and the first still sounds. 0s to 10s, default 0s. */
  readonly portamento?: Seconds;
  readonly voice0?: {
    /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default sawtooth. */
    readonly oscillator?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}` | {
      /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default sawtooth. */
      readonly type?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}`;
      /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
      readonly partialCount?: number;
      /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
      readonly phase?: number;
      /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
      readonly width?: number;
      /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
      readonly modulationFrequency?: Hertz;
      /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
      readonly count?: number;
      /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
      readonly spread?: Cents;
      /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
      readonly harmonicity?: number;
      /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
      readonly modulationIndex?: number;
      /** Of `am` and `fm`: waveform of the modulator. sine, square, sawtooth, triangle, a number up to 32 behind some; default square. */
      readonly modulationType?: 'sine' | 'square' | 'sawtooth' | 'triangle' | `${'sine' | 'square' | 'sawtooth' | 'triangle'}${number}`;
      /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
      readonly table?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
      /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
      readonly wavetable?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
      /** Of `wavetable`: where in it, from its first period at 0 to its last at 1. 0% to 100%, default 0%. */
      readonly position?: Ratio;
      /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
      readonly partials?: string;
    };
    readonly filter?: {
      /** What the filter lets through. lowpass, highpass, bandpass, notch, lowshelf, highshelf, peaking, allpass; default lowpass. */
      readonly type?: 'lowpass' | 'highpass' | 'bandpass' | 'notch' | 'lowshelf' | 'highshelf' | 'peaking' | 'allpass';
      /** Resonance at the cutoff, in dB for lowpass and highpass, as Web Audio has it. 0 to 30, default 1. */
      readonly Q?: number;
      /** Of shelves and `peaking`: how much they lift or lower. -40dB to 40dB, default 0dB. */
      readonly gain?: Decibels;
      /** Offset of the cutoff. -4800ct to +4800ct, default 0ct. */
      readonly detune?: Cents;
      /** Slope of the filter in dB an octave. -12, -24, -48, -96; default -12. */
      readonly rolloff?: '-12' | '-24' | '-48' | '-96' | -12 | -24 | -48 | -96;
      /** Cutoff where the filter envelope is at its lowest. 10Hz to 20kHz, default 200Hz. */
      readonly frequency?: Hertz;
    };
    readonly envelope?: {
      /** From silence to full level. 0s to 10s, default 10ms. */
      readonly attack?: Seconds;
      /** From full level to the sustain level. 0s to 10s, default 0s. */
      readonly decay?: Seconds;
      /** Level while the note is held, as a share of full level. 0% to 100%, default 100%. */
      readonly sustain?: Ratio;
      /** From the end of the note to silence. 0s to 20s, default 500ms. */
      readonly release?: Seconds;
      /** Shape of the attack. linear, exponential; default linear. */
      readonly attackCurve?: 'linear' | 'exponential';
      /** Shape of the decay. linear, exponential; default exponential. */
      readonly decayCurve?: 'linear' | 'exponential';
      /** Shape of the release. linear, exponential; default exponential. */
      readonly releaseCurve?: 'linear' | 'exponential';
    };
    readonly filterEnvelope?: {
      /** From silence to full level. 0s to 10s, default 10ms. */
      readonly attack?: Seconds;
      /** From full level to the sustain level. 0s to 10s, default 0s. */
      readonly decay?: Seconds;
      /** Level while the note is held, as a share of full level. 0% to 100%, default 100%. */
      readonly sustain?: Ratio;
      /** From the end of the note to silence. 0s to 20s, default 500ms. */
      readonly release?: Seconds;
      /** Shape of the attack. linear, exponential; default linear. */
      readonly attackCurve?: 'linear' | 'exponential';
      /** Shape of the decay. linear, exponential; default exponential. */
      readonly decayCurve?: 'linear' | 'exponential';
      /** Shape of the release. linear, exponential; default exponential. */
      readonly releaseCurve?: 'linear' | 'exponential';
      /** Cutoff where the filter envelope is at its lowest. 10Hz to 20kHz, default 200Hz. */
      readonly baseFrequency?: Hertz;
      /** How far the filter envelope opens the filter. -10 to 10, default 3. */
      readonly octaves?: number;
      /** Bend of the filter envelope. 0.1 to 10, default 2. */
      readonly exponent?: number;
    };
  };
  readonly voice1?: {
    /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default sawtooth. */
    readonly oscillator?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}` | {
      /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, square, sawtooth, triangle, pulse, pwm, fatsine, fatsquare, fatsawtooth, fattriangle, amsine, amsquare, amsawtooth, amtriangle, fmsine, fmsquare, fmsawtooth, fmtriangle, custom, fatcustom, amcustom, fmcustom, wavetable, fatwavetable, a number up to 32 behind some; default sawtooth. */
      readonly type?: 'sine' | 'square' | 'sawtooth' | 'triangle' | 'pulse' | 'pwm' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'custom' | 'fatcustom' | 'amcustom' | 'fmcustom' | 'wavetable' | 'fatwavetable' | `${'sine' | 'square' | 'sawtooth' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle'}${number}`;
      /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
      readonly partialCount?: number;
      /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
      readonly phase?: number;
      /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
      readonly width?: number;
      /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
      readonly modulationFrequency?: Hertz;
      /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
      readonly count?: number;
      /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
      readonly spread?: Cents;
      /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
      readonly harmonicity?: number;
      /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
      readonly modulationIndex?: number;
      /** Of `am` and `fm`: waveform of the modulator. sine, square, sawtooth, triangle, a number up to 32 behind some; default square. */
      readonly modulationType?: 'sine' | 'square' | 'sawtooth' | 'triangle' | `${'sine' | 'square' | 'sawtooth' | 'triangle'}${number}`;
      /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
      readonly table?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
      /** Of `wavetable`: which one. Your own by its path, in quotes: a recording of periods of 2048 samples, one behind the other, as Serum has them. basic, bright, triangles, pulse, sync, softsync, resonant, fold, fm, chime, vowel, choir, growl, organ, pipes, strings, brass, reed, flute, pluck, tine, bell, glass, metal, digital, bits, octaves, fifths, comb, buzz; default basic. */
      readonly wavetable?: 'basic' | 'bright' | 'triangles' | 'pulse' | 'sync' | 'softsync' | 'resonant' | 'fold' | 'fm' | 'chime' | 'vowel' | 'choir' | 'growl' | 'organ' | 'pipes' | 'strings' | 'brass' | 'reed' | 'flute' | 'pluck' | 'tine' | 'bell' | 'glass' | 'metal' | 'digital' | 'bits' | 'octaves' | 'fifths' | 'comb' | 'buzz' | (string & {});
      /** Of `wavetable`: where in it, from its first period at 0 to its last at 1. 0% to 100%, default 0%. */
      readonly position?: Ratio;
      /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
      readonly partials?: string;
    };
    readonly filter?: {
      /** What the filter lets through. lowpass, highpass, bandpass, notch, lowshelf, highshelf, peaking, allpass; default lowpass. */
      readonly type?: 'lowpass' | 'highpass' | 'bandpass' | 'notch' | 'lowshelf' | 'highshelf' | 'peaking' | 'allpass';
      /** Resonance at the cutoff, in dB for lowpass and highpass, as Web Audio has it. 0 to 30, default 1. */
      readonly Q?: number;
      /** Of shelves and `peaking`: how much they lift or lower. -40dB to 40dB, default 0dB. */
      readonly gain?: Decibels;
      /** Offset of the cutoff. -4800ct to +4800ct, default 0ct. */
      readonly detune?: Cents;
      /** Slope of the filter in dB an octave. -12, -24, -48, -96; default -12. */
      readonly rolloff?: '-12' | '-24' | '-48' | '-96' | -12 | -24 | -48 | -96;
      /** Cutoff where the filter envelope is at its lowest. 10Hz to 20kHz, default 200Hz. */
      readonly frequency?: Hertz;
    };
    readonly envelope?: {
      /** From silence to full level. 0s to 10s, default 10ms. */
      readonly attack?: Seconds;
      /** From full level to the sustain level. 0s to 10s, default 0s. */
      readonly decay?: Seconds;
      /** Level while the note is held, as a share of full level. 0% to 100%, default 100%. */
      readonly sustain?: Ratio;
      /** From the end of the note to silence. 0s to 20s, default 500ms. */
      readonly release?: Seconds;
      /** Shape of the attack. linear, exponential; default linear. */
      readonly attackCurve?: 'linear' | 'exponential';
      /** Shape of the decay. linear, exponential; default exponential. */
      readonly decayCurve?: 'linear' | 'exponential';
      /** Shape of the release. linear, exponential; default exponential. */
      readonly releaseCurve?: 'linear' | 'exponential';
    };
    readonly filterEnvelope?: {
      /** From silence to full level. 0s to 10s, default 10ms. */
      readonly attack?: Seconds;
      /** From full level to the sustain level. 0s to 10s, default 0s. */
      readonly decay?: Seconds;
      /** Level while the note is held, as a share of full level. 0% to 100%, default 100%. */
      readonly sustain?: Ratio;
      /** From the end of the note to silence. 0s to 20s, default 500ms. */
      readonly release?: Seconds;
      /** Shape of the attack. linear, exponential; default linear. */
      readonly attackCurve?: 'linear' | 'exponential';
      /** Shape of the decay. linear, exponential; default exponential. */
      readonly decayCurve?: 'linear' | 'exponential';
      /** Shape of the release. linear, exponential; default exponential. */
      readonly releaseCurve?: 'linear' | 'exponential';
      /** Cutoff where the filter envelope is at its lowest. 10Hz to 20kHz, default 200Hz. */
      readonly baseFrequency?: Hertz;
      /** How far the filter envelope opens the filter. -10 to 10, default 3. */
      readonly octaves?: number;
      /** Bend of the filter envelope. 0.1 to 10, default 2. */
      readonly exponent?: number;
    };
  };
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

/** Two MonoSynths a fixed interval apart, with vibrato: wide leads and brass. */
export const DuoSynth: Voice<DuoSynthSettings>;

export interface PluckSynthSettings {
  /** How long the noise is that strikes the string, in turns of the string. 0.1 to 20, default 1. */
  readonly attackNoise?: number;
  /** Above this the noise is dull. 20Hz to 20kHz, default 4kHz. */
  readonly dampening?: Hertz;
  /** How much of the sound goes round again: how long the string rings. 0% to 99.99%, default 70%. */
  readonly resonance?: Ratio;
  /** From the end of the note until nothing goes round any more. 0s to 20s, default 1s. */
  readonly release?: Seconds;
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

/** A burst of noise that goes round in a string: harps, guitars, kotos. */
export const PluckSynth: Voice<PluckSynthSettings>;

export interface SamplerSettings {
  /** From silence to full level. 0s to 10s, default 0s. */
  readonly attack?: Seconds;
  /** From the end of the note to silence. 0s to 20s, default 100ms. */
  readonly release?: Seconds;
  /** Shape of attack and release. exponential, linear; default exponential. */
  readonly curve?: 'exponential' | 'linear';
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
  /** Whether what plays waits for it: a song that names it is taken up when it is loaded, not before. false, true; default false. */
  readonly preload?: boolean;
}


// ---- Instruments of Tone.js ---------------------------------------------------------------------

export interface ToneAMOscillatorSettings {
  /** `harmonicity` as Tone.js’s AMOscillator has it. 0 to 1000, default 1. */
  readonly harmonicity?: number;
  /** `modulationType` as Tone.js’s AMOscillator has it. square, sawtooth, sine, triangle, a number up to 32 behind some; default square. */
  readonly modulationType?: 'square' | 'sawtooth' | 'sine' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
  /** `type` as Tone.js’s AMOscillator has it. sine, custom, sawtooth, square, triangle, a number up to 32 behind some; default sine. */
  readonly type?: 'sine' | 'custom' | 'sawtooth' | 'square' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
  /** `partialCount` as Tone.js’s AMOscillator has it. 0 to 32, default 0. */
  readonly partialCount?: number;
  /** `detune` as Tone.js’s AMOscillator has it. -4800ct to +4800ct, default 0ct. */
  readonly detune?: Cents;
  /** `phase` as Tone.js’s AMOscillator has it. 0 to 360, default 0. */
  readonly phase?: number;
  /** `volume` as Tone.js’s AMOscillator has it. -100dB to 40dB, default 0dB. */
  readonly volume?: Decibels;
  /** `partials` as Tone.js’s AMOscillator has it. up to 32 numbers from -1 to 1; default none. */
  readonly partials?: string;
}

export interface ToneAMSynthSettings {
  /** Frequency of the modulator over that of the carrier. 0.01 to 32, default 3. */
  readonly harmonicity?: number;
  readonly modulationEnvelope?: {
    /** From silence to full level. 0s to 10s, default 500ms. */
    readonly attack?: Seconds | NoteValue;
    /** From the end of the note to silence. 0s to 20s, default 500ms. */
    readonly release?: Seconds | NoteValue;
    /** From full level to the sustain level. 0s to 10s, default 0s. */
    readonly decay?: Seconds | NoteValue;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 100%. */
    readonly sustain?: Ratio;
    /** Shape of the attack. linear, sine, exponential, bounce, cosine, ripple, step; default linear. */
    readonly attackCurve?: 'linear' | 'sine' | 'exponential' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the release. exponential, sine, linear, bounce, cosine, ripple, step; default exponential. */
    readonly releaseCurve?: 'exponential' | 'sine' | 'linear' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the decay. exponential, linear; default exponential. */
    readonly decayCurve?: 'exponential' | 'linear';
  };
  /** Waveform of the modulator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. square, custom, sawtooth, sine, triangle, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default square. */
  readonly modulation?: 'square' | 'custom' | 'sawtooth' | 'sine' | 'triangle' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}` | {
    /** `volume` as Tone.js’s AMSynth has it. -100dB to 40dB, default 0dB. */
    readonly volume?: Decibels;
    /** Waveform of the modulator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. square, custom, sawtooth, sine, triangle, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default square. */
    readonly type?: 'square' | 'custom' | 'sawtooth' | 'sine' | 'triangle' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}`;
    /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
    readonly phase?: number;
    /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
    readonly partialCount?: number;
    /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
    readonly harmonicity?: number;
    /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
    readonly modulationIndex?: number;
    /** Of `am` and `fm`: waveform of the modulator. square, sawtooth, sine, triangle, a number up to 32 behind some; default square. */
    readonly modulationType?: 'square' | 'sawtooth' | 'sine' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
    /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
    readonly count?: number;
    /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
    readonly spread?: Cents;
    /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
    readonly width?: number;
    /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
    readonly modulationFrequency?: Hertz;
    /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
    readonly partials?: string;
  };
  /** Waveform of the carrier. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, custom, sawtooth, square, triangle, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default sine. */
  readonly oscillator?: 'sine' | 'custom' | 'sawtooth' | 'square' | 'triangle' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}` | {
    /** `volume` as Tone.js’s AMSynth has it. -100dB to 40dB, default 0dB. */
    readonly volume?: Decibels;
    /** Waveform of the carrier. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, custom, sawtooth, square, triangle, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default sine. */
    readonly type?: 'sine' | 'custom' | 'sawtooth' | 'square' | 'triangle' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}`;
    /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
    readonly phase?: number;
    /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
    readonly partialCount?: number;
    /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
    readonly harmonicity?: number;
    /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
    readonly modulationIndex?: number;
    /** Of `am` and `fm`: waveform of the modulator. square, sawtooth, sine, triangle, a number up to 32 behind some; default square. */
    readonly modulationType?: 'square' | 'sawtooth' | 'sine' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
    /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
    readonly count?: number;
    /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
    readonly spread?: Cents;
    /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
    readonly width?: number;
    /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
    readonly modulationFrequency?: Hertz;
    /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
    readonly partials?: string;
  };
  readonly envelope?: {
    /** From silence to full level. 0s to 10s, default 10ms. */
    readonly attack?: Seconds | NoteValue;
    /** From the end of the note to silence. 0s to 20s, default 500ms. */
    readonly release?: Seconds | NoteValue;
    /** From full level to the sustain level. 0s to 10s, default 10ms. */
    readonly decay?: Seconds | NoteValue;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 100%. */
    readonly sustain?: Ratio;
    /** Shape of the attack. linear, sine, exponential, bounce, cosine, ripple, step; default linear. */
    readonly attackCurve?: 'linear' | 'sine' | 'exponential' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the release. exponential, sine, linear, bounce, cosine, ripple, step; default exponential. */
    readonly releaseCurve?: 'exponential' | 'sine' | 'linear' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the decay. exponential, linear; default exponential. */
    readonly decayCurve?: 'exponential' | 'linear';
  };
  /** How long the pitch takes from one note to the next, where one voice plays both and the first still sounds. 0s to 10s, default 0s. */
  readonly portamento?: Seconds | NoteValue;
  /** Offset from the written pitch. -1200ct to +1200ct, default 0ct. */
  readonly detune?: Cents;
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

export interface ToneDuoSynthSettings {
  readonly voice0?: {
    /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sawtooth, custom, sine, square, triangle, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default sawtooth. */
    readonly oscillator?: 'sawtooth' | 'custom' | 'sine' | 'square' | 'triangle' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}` | {
      /** `volume` as Tone.js’s DuoSynth has it. -100dB to 40dB, default 0dB. */
      readonly volume?: Decibels;
      /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sawtooth, custom, sine, square, triangle, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default sawtooth. */
      readonly type?: 'sawtooth' | 'custom' | 'sine' | 'square' | 'triangle' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}`;
      /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
      readonly phase?: number;
      /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
      readonly partialCount?: number;
      /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
      readonly harmonicity?: number;
      /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
      readonly modulationIndex?: number;
      /** Of `am` and `fm`: waveform of the modulator. square, sawtooth, sine, triangle, a number up to 32 behind some; default square. */
      readonly modulationType?: 'square' | 'sawtooth' | 'sine' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
      /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
      readonly count?: number;
      /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
      readonly spread?: Cents;
      /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
      readonly width?: number;
      /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
      readonly modulationFrequency?: Hertz;
      /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
      readonly partials?: string;
    };
    readonly envelope?: {
      /** From silence to full level. 0s to 10s, default 10ms. */
      readonly attack?: Seconds | NoteValue;
      /** From the end of the note to silence. 0s to 20s, default 500ms. */
      readonly release?: Seconds | NoteValue;
      /** From full level to the sustain level. 0s to 10s, default 0s. */
      readonly decay?: Seconds | NoteValue;
      /** Level while the note is held, as a share of full level. 0% to 100%, default 100%. */
      readonly sustain?: Ratio;
      /** Shape of the attack. linear, sine, exponential, bounce, cosine, ripple, step; default linear. */
      readonly attackCurve?: 'linear' | 'sine' | 'exponential' | 'bounce' | 'cosine' | 'ripple' | 'step';
      /** Shape of the release. exponential, sine, linear, bounce, cosine, ripple, step; default exponential. */
      readonly releaseCurve?: 'exponential' | 'sine' | 'linear' | 'bounce' | 'cosine' | 'ripple' | 'step';
      /** Shape of the decay. exponential, linear; default exponential. */
      readonly decayCurve?: 'exponential' | 'linear';
    };
    readonly filterEnvelope?: {
      /** From silence to full level. 0s to 10s, default 10ms. */
      readonly attack?: Seconds | NoteValue;
      /** From the end of the note to silence. 0s to 20s, default 500ms. */
      readonly release?: Seconds | NoteValue;
      /** From full level to the sustain level. 0s to 10s, default 0s. */
      readonly decay?: Seconds | NoteValue;
      /** Level while the note is held, as a share of full level. 0% to 100%, default 100%. */
      readonly sustain?: Ratio;
      /** Shape of the attack. linear, sine, exponential, bounce, cosine, ripple, step; default linear. */
      readonly attackCurve?: 'linear' | 'sine' | 'exponential' | 'bounce' | 'cosine' | 'ripple' | 'step';
      /** Shape of the release. exponential, sine, linear, bounce, cosine, ripple, step; default exponential. */
      readonly releaseCurve?: 'exponential' | 'sine' | 'linear' | 'bounce' | 'cosine' | 'ripple' | 'step';
      /** Shape of the decay. exponential, linear; default exponential. */
      readonly decayCurve?: 'exponential' | 'linear';
      /** Cutoff where the filter envelope is at its lowest. 10Hz to 20kHz, default 200Hz. */
      readonly baseFrequency?: Hertz;
      /** How far the filter envelope opens the filter. -10 to 10, default 3. */
      readonly octaves?: number;
      /** Bend of the filter envelope. 0.1 to 10, default 2. */
      readonly exponent?: number;
    };
    /** What the filter lets through. lowpass, allpass, bandpass, highpass, highshelf, lowshelf, notch, peaking; default lowpass. */
    readonly filter?: 'lowpass' | 'allpass' | 'bandpass' | 'highpass' | 'highshelf' | 'lowshelf' | 'notch' | 'peaking' | {
      /** Cutoff where the filter envelope is at its lowest. 10Hz to 20kHz, default 350Hz. */
      readonly frequency?: Hertz;
      /** Offset of the cutoff. -4800ct to +4800ct, default 0ct. */
      readonly detune?: Cents;
      /** Of shelves and `peaking`: how much they lift or lower. -1000 to 1000, default 0. */
      readonly gain?: number;
      /** Resonance at the cutoff, in dB for lowpass and highpass, as Web Audio has it. 0 to 30, default 1. */
      readonly Q?: number;
      /** What the filter lets through. lowpass, allpass, bandpass, highpass, highshelf, lowshelf, notch, peaking; default lowpass. */
      readonly type?: 'lowpass' | 'allpass' | 'bandpass' | 'highpass' | 'highshelf' | 'lowshelf' | 'notch' | 'peaking';
      /** Slope of the filter in dB an octave. -12, -24, -48, -96; default -12. */
      readonly rolloff?: '-12' | '-24' | '-48' | '-96' | -12 | -24 | -48 | -96;
    };
  };
  readonly voice1?: {
    /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sawtooth, custom, sine, square, triangle, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default sawtooth. */
    readonly oscillator?: 'sawtooth' | 'custom' | 'sine' | 'square' | 'triangle' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}` | {
      /** `volume` as Tone.js’s DuoSynth has it. -100dB to 40dB, default 0dB. */
      readonly volume?: Decibels;
      /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sawtooth, custom, sine, square, triangle, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default sawtooth. */
      readonly type?: 'sawtooth' | 'custom' | 'sine' | 'square' | 'triangle' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}`;
      /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
      readonly phase?: number;
      /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
      readonly partialCount?: number;
      /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
      readonly harmonicity?: number;
      /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
      readonly modulationIndex?: number;
      /** Of `am` and `fm`: waveform of the modulator. square, sawtooth, sine, triangle, a number up to 32 behind some; default square. */
      readonly modulationType?: 'square' | 'sawtooth' | 'sine' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
      /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
      readonly count?: number;
      /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
      readonly spread?: Cents;
      /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
      readonly width?: number;
      /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
      readonly modulationFrequency?: Hertz;
      /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
      readonly partials?: string;
    };
    readonly envelope?: {
      /** From silence to full level. 0s to 10s, default 10ms. */
      readonly attack?: Seconds | NoteValue;
      /** From the end of the note to silence. 0s to 20s, default 500ms. */
      readonly release?: Seconds | NoteValue;
      /** From full level to the sustain level. 0s to 10s, default 0s. */
      readonly decay?: Seconds | NoteValue;
      /** Level while the note is held, as a share of full level. 0% to 100%, default 100%. */
      readonly sustain?: Ratio;
      /** Shape of the attack. linear, sine, exponential, bounce, cosine, ripple, step; default linear. */
      readonly attackCurve?: 'linear' | 'sine' | 'exponential' | 'bounce' | 'cosine' | 'ripple' | 'step';
      /** Shape of the release. exponential, sine, linear, bounce, cosine, ripple, step; default exponential. */
      readonly releaseCurve?: 'exponential' | 'sine' | 'linear' | 'bounce' | 'cosine' | 'ripple' | 'step';
      /** Shape of the decay. exponential, linear; default exponential. */
      readonly decayCurve?: 'exponential' | 'linear';
    };
    readonly filterEnvelope?: {
      /** From silence to full level. 0s to 10s, default 10ms. */
      readonly attack?: Seconds | NoteValue;
      /** From the end of the note to silence. 0s to 20s, default 500ms. */
      readonly release?: Seconds | NoteValue;
      /** From full level to the sustain level. 0s to 10s, default 0s. */
      readonly decay?: Seconds | NoteValue;
      /** Level while the note is held, as a share of full level. 0% to 100%, default 100%. */
      readonly sustain?: Ratio;
      /** Shape of the attack. linear, sine, exponential, bounce, cosine, ripple, step; default linear. */
      readonly attackCurve?: 'linear' | 'sine' | 'exponential' | 'bounce' | 'cosine' | 'ripple' | 'step';
      /** Shape of the release. exponential, sine, linear, bounce, cosine, ripple, step; default exponential. */
      readonly releaseCurve?: 'exponential' | 'sine' | 'linear' | 'bounce' | 'cosine' | 'ripple' | 'step';
      /** Shape of the decay. exponential, linear; default exponential. */
      readonly decayCurve?: 'exponential' | 'linear';
      /** Cutoff where the filter envelope is at its lowest. 10Hz to 20kHz, default 200Hz. */
      readonly baseFrequency?: Hertz;
      /** How far the filter envelope opens the filter. -10 to 10, default 3. */
      readonly octaves?: number;
      /** Bend of the filter envelope. 0.1 to 10, default 2. */
      readonly exponent?: number;
    };
    /** What the filter lets through. lowpass, allpass, bandpass, highpass, highshelf, lowshelf, notch, peaking; default lowpass. */
    readonly filter?: 'lowpass' | 'allpass' | 'bandpass' | 'highpass' | 'highshelf' | 'lowshelf' | 'notch' | 'peaking' | {
      /** Cutoff where the filter envelope is at its lowest. 10Hz to 20kHz, default 350Hz. */
      readonly frequency?: Hertz;
      /** Offset of the cutoff. -4800ct to +4800ct, default 0ct. */
      readonly detune?: Cents;
      /** Of shelves and `peaking`: how much they lift or lower. -1000 to 1000, default 0. */
      readonly gain?: number;
      /** Resonance at the cutoff, in dB for lowpass and highpass, as Web Audio has it. 0 to 30, default 1. */
      readonly Q?: number;
      /** What the filter lets through. lowpass, allpass, bandpass, highpass, highshelf, lowshelf, notch, peaking; default lowpass. */
      readonly type?: 'lowpass' | 'allpass' | 'bandpass' | 'highpass' | 'highshelf' | 'lowshelf' | 'notch' | 'peaking';
      /** Slope of the filter in dB an octave. -12, -24, -48, -96; default -12. */
      readonly rolloff?: '-12' | '-24' | '-48' | '-96' | -12 | -24 | -48 | -96;
    };
  };
  /** Frequency of the second voice over that of the first. 0.01 to 32, default 1.5. */
  readonly harmonicity?: number;
  /** How often the pitch goes up and down. 0.01Hz to 100Hz, default 5Hz. */
  readonly vibratoRate?: Hertz;
  /** How far the pitch goes: 1 is 50 cents to either side. 0 to 1, default 0.5. */
  readonly vibratoAmount?: number;
  /** How long the pitch takes from one note to the next, where one voice plays both and the first still sounds. 0s to 10s, default 0s. */
  readonly portamento?: Seconds | NoteValue;
  /** Offset from the written pitch. -1200ct to +1200ct, default 0ct. */
  readonly detune?: Cents;
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

export interface ToneFMOscillatorSettings {
  /** `harmonicity` as Tone.js’s FMOscillator has it. 0 to 1000, default 1. */
  readonly harmonicity?: number;
  /** `modulationIndex` as Tone.js’s FMOscillator has it. 0 to 1000, default 2. */
  readonly modulationIndex?: number;
  /** `modulationType` as Tone.js’s FMOscillator has it. square, sawtooth, sine, triangle, a number up to 32 behind some; default square. */
  readonly modulationType?: 'square' | 'sawtooth' | 'sine' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
  /** `type` as Tone.js’s FMOscillator has it. sine, custom, sawtooth, square, triangle, a number up to 32 behind some; default sine. */
  readonly type?: 'sine' | 'custom' | 'sawtooth' | 'square' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
  /** `partialCount` as Tone.js’s FMOscillator has it. 0 to 32, default 0. */
  readonly partialCount?: number;
  /** `detune` as Tone.js’s FMOscillator has it. -4800ct to +4800ct, default 0ct. */
  readonly detune?: Cents;
  /** `phase` as Tone.js’s FMOscillator has it. 0 to 360, default 0. */
  readonly phase?: number;
  /** `volume` as Tone.js’s FMOscillator has it. -100dB to 40dB, default 0dB. */
  readonly volume?: Decibels;
  /** `partials` as Tone.js’s FMOscillator has it. up to 32 numbers from -1 to 1; default none. */
  readonly partials?: string;
}

export interface ToneFMSynthSettings {
  /** Depth of the modulation. 0 to 100, default 10. */
  readonly modulationIndex?: number;
  /** Frequency of the modulator over that of the carrier. 0.01 to 32, default 3. */
  readonly harmonicity?: number;
  readonly modulationEnvelope?: {
    /** From silence to full level. 0s to 10s, default 500ms. */
    readonly attack?: Seconds | NoteValue;
    /** From the end of the note to silence. 0s to 20s, default 500ms. */
    readonly release?: Seconds | NoteValue;
    /** From full level to the sustain level. 0s to 10s, default 0s. */
    readonly decay?: Seconds | NoteValue;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 100%. */
    readonly sustain?: Ratio;
    /** Shape of the attack. linear, sine, exponential, bounce, cosine, ripple, step; default linear. */
    readonly attackCurve?: 'linear' | 'sine' | 'exponential' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the release. exponential, sine, linear, bounce, cosine, ripple, step; default exponential. */
    readonly releaseCurve?: 'exponential' | 'sine' | 'linear' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the decay. exponential, linear; default exponential. */
    readonly decayCurve?: 'exponential' | 'linear';
  };
  /** Waveform of the modulator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. square, custom, sawtooth, sine, triangle, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default square. */
  readonly modulation?: 'square' | 'custom' | 'sawtooth' | 'sine' | 'triangle' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}` | {
    /** `volume` as Tone.js’s FMSynth has it. -100dB to 40dB, default 0dB. */
    readonly volume?: Decibels;
    /** Waveform of the modulator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. square, custom, sawtooth, sine, triangle, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default square. */
    readonly type?: 'square' | 'custom' | 'sawtooth' | 'sine' | 'triangle' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}`;
    /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
    readonly phase?: number;
    /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
    readonly partialCount?: number;
    /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
    readonly harmonicity?: number;
    /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
    readonly modulationIndex?: number;
    /** Of `am` and `fm`: waveform of the modulator. square, sawtooth, sine, triangle, a number up to 32 behind some; default square. */
    readonly modulationType?: 'square' | 'sawtooth' | 'sine' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
    /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
    readonly count?: number;
    /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
    readonly spread?: Cents;
    /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
    readonly width?: number;
    /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
    readonly modulationFrequency?: Hertz;
    /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
    readonly partials?: string;
  };
  /** Waveform of the carrier. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, custom, sawtooth, square, triangle, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default sine. */
  readonly oscillator?: 'sine' | 'custom' | 'sawtooth' | 'square' | 'triangle' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}` | {
    /** `volume` as Tone.js’s FMSynth has it. -100dB to 40dB, default 0dB. */
    readonly volume?: Decibels;
    /** Waveform of the carrier. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, custom, sawtooth, square, triangle, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default sine. */
    readonly type?: 'sine' | 'custom' | 'sawtooth' | 'square' | 'triangle' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}`;
    /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
    readonly phase?: number;
    /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
    readonly partialCount?: number;
    /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
    readonly harmonicity?: number;
    /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
    readonly modulationIndex?: number;
    /** Of `am` and `fm`: waveform of the modulator. square, sawtooth, sine, triangle, a number up to 32 behind some; default square. */
    readonly modulationType?: 'square' | 'sawtooth' | 'sine' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
    /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
    readonly count?: number;
    /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
    readonly spread?: Cents;
    /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
    readonly width?: number;
    /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
    readonly modulationFrequency?: Hertz;
    /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
    readonly partials?: string;
  };
  readonly envelope?: {
    /** From silence to full level. 0s to 10s, default 10ms. */
    readonly attack?: Seconds | NoteValue;
    /** From the end of the note to silence. 0s to 20s, default 500ms. */
    readonly release?: Seconds | NoteValue;
    /** From full level to the sustain level. 0s to 10s, default 10ms. */
    readonly decay?: Seconds | NoteValue;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 100%. */
    readonly sustain?: Ratio;
    /** Shape of the attack. linear, sine, exponential, bounce, cosine, ripple, step; default linear. */
    readonly attackCurve?: 'linear' | 'sine' | 'exponential' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the release. exponential, sine, linear, bounce, cosine, ripple, step; default exponential. */
    readonly releaseCurve?: 'exponential' | 'sine' | 'linear' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the decay. exponential, linear; default exponential. */
    readonly decayCurve?: 'exponential' | 'linear';
  };
  /** How long the pitch takes from one note to the next, where one voice plays both and the first still sounds. 0s to 10s, default 0s. */
  readonly portamento?: Seconds | NoteValue;
  /** Offset from the written pitch. -1200ct to +1200ct, default 0ct. */
  readonly detune?: Cents;
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

export interface ToneFatOscillatorSettings {
  /** `spread` as Tone.js’s FatOscillator has it. -4800ct to +4800ct, default +20ct. */
  readonly spread?: Cents;
  /** `count` as Tone.js’s FatOscillator has it. 1 to 12, default 3. */
  readonly count?: number;
  /** `type` as Tone.js’s FatOscillator has it. sawtooth, custom, sine, square, triangle, a number up to 32 behind some; default sawtooth. */
  readonly type?: 'sawtooth' | 'custom' | 'sine' | 'square' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
  /** `partialCount` as Tone.js’s FatOscillator has it. 0 to 32, default 0. */
  readonly partialCount?: number;
  /** `detune` as Tone.js’s FatOscillator has it. -4800ct to +4800ct, default 0ct. */
  readonly detune?: Cents;
  /** `phase` as Tone.js’s FatOscillator has it. 0 to 360, default 0. */
  readonly phase?: number;
  /** `volume` as Tone.js’s FatOscillator has it. -100dB to 40dB, default 0dB. */
  readonly volume?: Decibels;
  /** `partials` as Tone.js’s FatOscillator has it. up to 32 numbers from -1 to 1; default none. */
  readonly partials?: string;
}

export interface ToneMembraneSynthSettings {
  /** How long the pitch takes to fall to the note. 0s to 500ms, default 50ms. */
  readonly pitchDecay?: Seconds | NoteValue;
  /** From how many octaves above the note the pitch falls. 0 to 16, default 8. */
  readonly octaves?: number;
  /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, custom, sawtooth, square, triangle, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default sine. */
  readonly oscillator?: 'sine' | 'custom' | 'sawtooth' | 'square' | 'triangle' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}` | {
    /** `volume` as Tone.js’s MembraneSynth has it. -100dB to 40dB, default 0dB. */
    readonly volume?: Decibels;
    /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sine, custom, sawtooth, square, triangle, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default sine. */
    readonly type?: 'sine' | 'custom' | 'sawtooth' | 'square' | 'triangle' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}`;
    /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
    readonly phase?: number;
    /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
    readonly partialCount?: number;
    /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
    readonly harmonicity?: number;
    /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
    readonly modulationIndex?: number;
    /** Of `am` and `fm`: waveform of the modulator. square, sawtooth, sine, triangle, a number up to 32 behind some; default square. */
    readonly modulationType?: 'square' | 'sawtooth' | 'sine' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
    /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
    readonly count?: number;
    /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
    readonly spread?: Cents;
    /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
    readonly width?: number;
    /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
    readonly modulationFrequency?: Hertz;
    /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
    readonly partials?: string;
  };
  readonly envelope?: {
    /** From silence to full level. 0s to 10s, default 1ms. */
    readonly attack?: Seconds | NoteValue;
    /** From the end of the note to silence. 0s to 20s, default 1.4s. */
    readonly release?: Seconds | NoteValue;
    /** From full level to the sustain level. 0s to 10s, default 400ms. */
    readonly decay?: Seconds | NoteValue;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 1%. */
    readonly sustain?: Ratio;
    /** Shape of the attack. exponential, sine, linear, bounce, cosine, ripple, step; default exponential. */
    readonly attackCurve?: 'exponential' | 'sine' | 'linear' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the release. exponential, sine, linear, bounce, cosine, ripple, step; default exponential. */
    readonly releaseCurve?: 'exponential' | 'sine' | 'linear' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the decay. exponential, linear; default exponential. */
    readonly decayCurve?: 'exponential' | 'linear';
  };
  /** `portamento` as Tone.js’s MembraneSynth has it. 0s to 60s, default 0s. */
  readonly portamento?: Seconds | NoteValue;
  /** Offset from the written pitch. -1200ct to +1200ct, default 0ct. */
  readonly detune?: Cents;
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

export interface ToneMetalSynthSettings {
  /** Frequency of the modulators over that of the carriers. 0.1 to 32, default 5.1. */
  readonly harmonicity?: number;
  /** Depth of the modulation. 0 to 100, default 32. */
  readonly modulationIndex?: number;
  /** How far the envelope opens the high-pass, in octaves above `resonance`. 0 to 8, default 1.5. */
  readonly octaves?: number;
  /** Where the high-pass starts. 20Hz to 20kHz, default 4kHz. */
  readonly resonance?: Hertz;
  readonly envelope?: {
    /** From silence to full level. 0s to 10s, default 1ms. */
    readonly attack?: Seconds | NoteValue;
    /** From the end of the note to silence. 0s to 20s, default 200ms. */
    readonly release?: Seconds | NoteValue;
    /** From full level to the sustain level. 0s to 10s, default 1.4s. */
    readonly decay?: Seconds | NoteValue;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 50%. */
    readonly sustain?: Ratio;
    /** Shape of the attack. linear, sine, exponential, bounce, cosine, ripple, step; default linear. */
    readonly attackCurve?: 'linear' | 'sine' | 'exponential' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the release. exponential, sine, linear, bounce, cosine, ripple, step; default exponential. */
    readonly releaseCurve?: 'exponential' | 'sine' | 'linear' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the decay. exponential, linear; default exponential. */
    readonly decayCurve?: 'exponential' | 'linear';
  };
  /** How long the pitch takes from one note to the next, where one voice plays both and the first still sounds. 0s to 10s, default 0s. */
  readonly portamento?: Seconds | NoteValue;
  /** Offset from the written pitch. -1200ct to +1200ct, default 0ct. */
  readonly detune?: Cents;
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

export interface ToneMonoSynthSettings {
  /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sawtooth, custom, sine, square, triangle, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default sawtooth. */
  readonly oscillator?: 'sawtooth' | 'custom' | 'sine' | 'square' | 'triangle' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}` | {
    /** `volume` as Tone.js’s MonoSynth has it. -100dB to 40dB, default 0dB. */
    readonly volume?: Decibels;
    /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. sawtooth, custom, sine, square, triangle, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default sawtooth. */
    readonly type?: 'sawtooth' | 'custom' | 'sine' | 'square' | 'triangle' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}`;
    /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
    readonly phase?: number;
    /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
    readonly partialCount?: number;
    /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
    readonly harmonicity?: number;
    /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
    readonly modulationIndex?: number;
    /** Of `am` and `fm`: waveform of the modulator. square, sawtooth, sine, triangle, a number up to 32 behind some; default square. */
    readonly modulationType?: 'square' | 'sawtooth' | 'sine' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
    /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
    readonly count?: number;
    /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
    readonly spread?: Cents;
    /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
    readonly width?: number;
    /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
    readonly modulationFrequency?: Hertz;
    /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
    readonly partials?: string;
  };
  readonly envelope?: {
    /** From silence to full level. 0s to 10s, default 5ms. */
    readonly attack?: Seconds | NoteValue;
    /** From the end of the note to silence. 0s to 20s, default 1s. */
    readonly release?: Seconds | NoteValue;
    /** From full level to the sustain level. 0s to 10s, default 100ms. */
    readonly decay?: Seconds | NoteValue;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 90%. */
    readonly sustain?: Ratio;
    /** Shape of the attack. linear, sine, exponential, bounce, cosine, ripple, step; default linear. */
    readonly attackCurve?: 'linear' | 'sine' | 'exponential' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the release. exponential, sine, linear, bounce, cosine, ripple, step; default exponential. */
    readonly releaseCurve?: 'exponential' | 'sine' | 'linear' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the decay. exponential, linear; default exponential. */
    readonly decayCurve?: 'exponential' | 'linear';
  };
  readonly filterEnvelope?: {
    /** From silence to full level. 0s to 10s, default 600ms. */
    readonly attack?: Seconds | NoteValue;
    /** From the end of the note to silence. 0s to 20s, default 2s. */
    readonly release?: Seconds | NoteValue;
    /** From full level to the sustain level. 0s to 10s, default 200ms. */
    readonly decay?: Seconds | NoteValue;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 50%. */
    readonly sustain?: Ratio;
    /** Shape of the attack. linear, sine, exponential, bounce, cosine, ripple, step; default linear. */
    readonly attackCurve?: 'linear' | 'sine' | 'exponential' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the release. exponential, sine, linear, bounce, cosine, ripple, step; default exponential. */
    readonly releaseCurve?: 'exponential' | 'sine' | 'linear' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the decay. exponential, linear; default exponential. */
    readonly decayCurve?: 'exponential' | 'linear';
    /** Cutoff where the filter envelope is at its lowest. 10Hz to 20kHz, default 200Hz. */
    readonly baseFrequency?: Hertz;
    /** How far the filter envelope opens the filter. -10 to 10, default 3. */
    readonly octaves?: number;
    /** Bend of the filter envelope. 0.1 to 10, default 2. */
    readonly exponent?: number;
  };
  /** What the filter lets through. lowpass, allpass, bandpass, highpass, highshelf, lowshelf, notch, peaking; default lowpass. */
  readonly filter?: 'lowpass' | 'allpass' | 'bandpass' | 'highpass' | 'highshelf' | 'lowshelf' | 'notch' | 'peaking' | {
    /** Cutoff where the filter envelope is at its lowest. 10Hz to 20kHz, default 350Hz. */
    readonly frequency?: Hertz;
    /** Offset of the cutoff. -4800ct to +4800ct, default 0ct. */
    readonly detune?: Cents;
    /** Of shelves and `peaking`: how much they lift or lower. -1000 to 1000, default 0. */
    readonly gain?: number;
    /** Resonance at the cutoff, in dB for lowpass and highpass, as Web Audio has it. 0 to 30, default 1. */
    readonly Q?: number;
    /** What the filter lets through. lowpass, allpass, bandpass, highpass, highshelf, lowshelf, notch, peaking; default lowpass. */
    readonly type?: 'lowpass' | 'allpass' | 'bandpass' | 'highpass' | 'highshelf' | 'lowshelf' | 'notch' | 'peaking';
    /** Slope of the filter in dB an octave. -12, -24, -48, -96; default -12. */
    readonly rolloff?: '-12' | '-24' | '-48' | '-96' | -12 | -24 | -48 | -96;
  };
  /** How long the pitch takes from one note to the next, where one voice plays both and the first still sounds. 0s to 10s, default 0s. */
  readonly portamento?: Seconds | NoteValue;
  /** Offset from the written pitch. -1200ct to +1200ct, default 0ct. */
  readonly detune?: Cents;
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

export interface ToneNoiseSettings {
  /** `type` as Tone.js’s Noise has it. white, brown, pink; default white. */
  readonly type?: 'white' | 'brown' | 'pink';
  /** `playbackRate` as Tone.js’s Noise has it. 0 to 1000, default 1. */
  readonly playbackRate?: number;
  /** `fadeIn` as Tone.js’s Noise has it. 0s to 60s, default 0s. */
  readonly fadeIn?: Seconds | NoteValue;
  /** `fadeOut` as Tone.js’s Noise has it. 0s to 60s, default 0s. */
  readonly fadeOut?: Seconds | NoteValue;
  /** `volume` as Tone.js’s Noise has it. -100dB to 40dB, default 0dB. */
  readonly volume?: Decibels;
}

export interface ToneNoiseSynthSettings {
  readonly envelope?: {
    /** From silence to full level. 0s to 10s, default 10ms. */
    readonly attack?: Seconds | NoteValue;
    /** From the end of the note to silence. 0s to 20s, default 1s. */
    readonly release?: Seconds | NoteValue;
    /** From full level to the sustain level. 0s to 10s, default 100ms. */
    readonly decay?: Seconds | NoteValue;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 0%. */
    readonly sustain?: Ratio;
    /** Shape of the attack. linear, sine, exponential, bounce, cosine, ripple, step; default linear. */
    readonly attackCurve?: 'linear' | 'sine' | 'exponential' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the release. exponential, sine, linear, bounce, cosine, ripple, step; default exponential. */
    readonly releaseCurve?: 'exponential' | 'sine' | 'linear' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the decay. exponential, linear; default exponential. */
    readonly decayCurve?: 'exponential' | 'linear';
  };
  /** `type` as Tone.js’s NoiseSynth has it. white, brown, pink; default white. */
  readonly noise?: 'white' | 'brown' | 'pink' | {
    /** `volume` as Tone.js’s NoiseSynth has it. -100dB to 40dB, default 0dB. */
    readonly volume?: Decibels;
    /** `type` as Tone.js’s NoiseSynth has it. white, brown, pink; default white. */
    readonly type?: 'white' | 'brown' | 'pink';
    /** `playbackRate` as Tone.js’s NoiseSynth has it. 0 to 1000, default 1. */
    readonly playbackRate?: number;
    /** `fadeIn` as Tone.js’s NoiseSynth has it. 0s to 60s, default 0s. */
    readonly fadeIn?: Seconds | NoteValue;
    /** `fadeOut` as Tone.js’s NoiseSynth has it. 0s to 60s, default 0s. */
    readonly fadeOut?: Seconds | NoteValue;
  };
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

export interface ToneOmniOscillatorSettings {
  /** `type` as Tone.js’s OmniOscillator has it. pwm, custom, sawtooth, sine, square, triangle, pulse, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default pwm. */
  readonly type?: 'pwm' | 'custom' | 'sawtooth' | 'sine' | 'square' | 'triangle' | 'pulse' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}`;
  /** `detune` as Tone.js’s OmniOscillator has it. -4800ct to +4800ct, default 0ct. */
  readonly detune?: Cents;
  /** `phase` as Tone.js’s OmniOscillator has it. 0 to 360, default 0. */
  readonly phase?: number;
  /** `volume` as Tone.js’s OmniOscillator has it. -100dB to 40dB, default 0dB. */
  readonly volume?: Decibels;
  /** `partialCount` as Tone.js’s OmniOscillator has it. 0 to 32, default 0. */
  readonly partialCount?: number;
  /** `harmonicity` as Tone.js’s OmniOscillator has it. 0 to 1000, default 1. */
  readonly harmonicity?: number;
  /** `modulationIndex` as Tone.js’s OmniOscillator has it. 0 to 1000, default 2. */
  readonly modulationIndex?: number;
  /** `modulationType` as Tone.js’s OmniOscillator has it. square, sawtooth, sine, triangle, a number up to 32 behind some; default square. */
  readonly modulationType?: 'square' | 'sawtooth' | 'sine' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
  /** `count` as Tone.js’s OmniOscillator has it. 1 to 12, default 3. */
  readonly count?: number;
  /** `spread` as Tone.js’s OmniOscillator has it. -4800ct to +4800ct, default +20ct. */
  readonly spread?: Cents;
  /** `width` as Tone.js’s OmniOscillator has it. -1 to 1, default 0.2. */
  readonly width?: number;
  /** `modulationFrequency` as Tone.js’s OmniOscillator has it. 0.01Hz to 20kHz, default 0.4Hz. */
  readonly modulationFrequency?: Hertz;
  /** `partials` as Tone.js’s OmniOscillator has it. up to 32 numbers from -1 to 1; default none. */
  readonly partials?: string;
}

export interface ToneOscillatorSettings {
  /** `type` as Tone.js’s Oscillator has it. sine, custom, sawtooth, square, triangle, a number up to 32 behind some; default sine. */
  readonly type?: 'sine' | 'custom' | 'sawtooth' | 'square' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
  /** `partialCount` as Tone.js’s Oscillator has it. 0 to 32, default 0. */
  readonly partialCount?: number;
  /** `detune` as Tone.js’s Oscillator has it. -4800ct to +4800ct, default 0ct. */
  readonly detune?: Cents;
  /** `phase` as Tone.js’s Oscillator has it. 0 to 360, default 0. */
  readonly phase?: number;
  /** `volume` as Tone.js’s Oscillator has it. -100dB to 40dB, default 0dB. */
  readonly volume?: Decibels;
  /** `partials` as Tone.js’s Oscillator has it. up to 32 numbers from -1 to 1; default none. */
  readonly partials?: string;
}

export interface TonePWMOscillatorSettings {
  /** `modulationFrequency` as Tone.js’s PWMOscillator has it. 0.01Hz to 20kHz, default 0.4Hz. */
  readonly modulationFrequency?: Hertz;
  /** `detune` as Tone.js’s PWMOscillator has it. -4800ct to +4800ct, default 0ct. */
  readonly detune?: Cents;
  /** `phase` as Tone.js’s PWMOscillator has it. 0 to 360, default 0. */
  readonly phase?: number;
  /** `volume` as Tone.js’s PWMOscillator has it. -100dB to 40dB, default 0dB. */
  readonly volume?: Decibels;
}

export interface TonePluckSynthSettings {
  /** How long the noise is that strikes the string, in turns of the string. 0.1 to 20, default 1. */
  readonly attackNoise?: number;
  /** Above this the noise is dull. 20Hz to 20kHz, default 4kHz. */
  readonly dampening?: Hertz;
  /** How much of the sound goes round again: how long the string rings. 0% to 99.99%, default 70%. */
  readonly resonance?: Ratio;
  /** From the end of the note until nothing goes round any more. 0s to 20s, default 1s. */
  readonly release?: Seconds | NoteValue;
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

export interface TonePulseOscillatorSettings {
  /** `width` as Tone.js’s PulseOscillator has it. -1 to 1, default 0.2. */
  readonly width?: number;
  /** `detune` as Tone.js’s PulseOscillator has it. -4800ct to +4800ct, default 0ct. */
  readonly detune?: Cents;
  /** `phase` as Tone.js’s PulseOscillator has it. 0 to 360, default 0. */
  readonly phase?: number;
  /** `volume` as Tone.js’s PulseOscillator has it. -100dB to 40dB, default 0dB. */
  readonly volume?: Decibels;
}

export interface ToneSynthSettings {
  /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. triangle, custom, sawtooth, sine, square, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default triangle. */
  readonly oscillator?: 'triangle' | 'custom' | 'sawtooth' | 'sine' | 'square' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}` | {
    /** `volume` as Tone.js’s Synth has it. -100dB to 40dB, default 0dB. */
    readonly volume?: Decibels;
    /** Waveform of the oscillator. With `fat` before it several play in unison, with `am` or `fm` another oscillator modulates it; a number behind it (`square6`) keeps only so many partials. triangle, custom, sawtooth, sine, square, pulse, pwm, fatcustom, fatsine, fatsquare, fatsawtooth, fattriangle, fmcustom, fmsine, fmsquare, fmsawtooth, fmtriangle, amcustom, amsine, amsquare, amsawtooth, amtriangle, a number up to 32 behind some; default triangle. */
    readonly type?: 'triangle' | 'custom' | 'sawtooth' | 'sine' | 'square' | 'pulse' | 'pwm' | 'fatcustom' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmcustom' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amcustom' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle' | 'fatsine' | 'fatsquare' | 'fatsawtooth' | 'fattriangle' | 'fmsine' | 'fmsquare' | 'fmsawtooth' | 'fmtriangle' | 'amsine' | 'amsquare' | 'amsawtooth' | 'amtriangle'}${number}`;
    /** Where in its turn each note starts, in degrees. 0 to 360, default 0. */
    readonly phase?: number;
    /** How many partials it keeps; 0 keeps all. 0 to 32, default 0. */
    readonly partialCount?: number;
    /** Of `am` and `fm`: frequency of the modulator over that of the oscillator. 0.01 to 32, default 1. */
    readonly harmonicity?: number;
    /** Of `fm`: depth of the modulation. 0 to 100, default 2. */
    readonly modulationIndex?: number;
    /** Of `am` and `fm`: waveform of the modulator. square, sawtooth, sine, triangle, a number up to 32 behind some; default square. */
    readonly modulationType?: 'square' | 'sawtooth' | 'sine' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
    /** Of `fat`: how many oscillators play in unison. 1 to 12, default 3. */
    readonly count?: number;
    /** Of `fat`: from the lowest oscillator to the highest. 0ct to +1200ct, default +20ct. */
    readonly spread?: Cents;
    /** Of a pulse: 0 is a square, towards -1 and 1 it grows thin. -1 to 1, default 0.2. */
    readonly width?: number;
    /** Of `pwm`: how often its width comes and goes. 0.01Hz to 100Hz, default 0.4Hz. */
    readonly modulationFrequency?: Hertz;
    /** Levels of its partials, from the first, as `1 0.5 0 0.25`: they take the place of its waveform. up to 32 numbers from -1 to 1; default none. */
    readonly partials?: string;
  };
  readonly envelope?: {
    /** From silence to full level. 0s to 10s, default 5ms. */
    readonly attack?: Seconds | NoteValue;
    /** From the end of the note to silence. 0s to 20s, default 1s. */
    readonly release?: Seconds | NoteValue;
    /** From full level to the sustain level. 0s to 10s, default 100ms. */
    readonly decay?: Seconds | NoteValue;
    /** Level while the note is held, as a share of full level. 0% to 100%, default 30%. */
    readonly sustain?: Ratio;
    /** Shape of the attack. linear, sine, exponential, bounce, cosine, ripple, step; default linear. */
    readonly attackCurve?: 'linear' | 'sine' | 'exponential' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the release. exponential, sine, linear, bounce, cosine, ripple, step; default exponential. */
    readonly releaseCurve?: 'exponential' | 'sine' | 'linear' | 'bounce' | 'cosine' | 'ripple' | 'step';
    /** Shape of the decay. exponential, linear; default exponential. */
    readonly decayCurve?: 'exponential' | 'linear';
  };
  /** How long the pitch takes from one note to the next, where one voice plays both and the first still sounds. 0s to 10s, default 0s. */
  readonly portamento?: Seconds | NoteValue;
  /** Offset from the written pitch. -1200ct to +1200ct, default 0ct. */
  readonly detune?: Cents;
  /** Level of the instrument, before its track. -60dB to 24dB, default 0dB. */
  readonly volume?: Decibels;
}

/** Tone.js’s own instruments, played in its graph: a bounce of them takes a browser. */
export const tone: {
  /** Tone.js’s own AMOscillator, played in its graph: a bounce of it takes a browser. */
  readonly AMOscillator: Voice<ToneAMOscillatorSettings>;
  /** Tone.js’s own AMSynth, played in its graph: a bounce of it takes a browser. */
  readonly AMSynth: Voice<ToneAMSynthSettings>;
  /** Tone.js’s own DuoSynth, played in its graph: a bounce of it takes a browser. */
  readonly DuoSynth: Voice<ToneDuoSynthSettings>;
  /** Tone.js’s own FMOscillator, played in its graph: a bounce of it takes a browser. */
  readonly FMOscillator: Voice<ToneFMOscillatorSettings>;
  /** Tone.js’s own FMSynth, played in its graph: a bounce of it takes a browser. */
  readonly FMSynth: Voice<ToneFMSynthSettings>;
  /** Tone.js’s own FatOscillator, played in its graph: a bounce of it takes a browser. */
  readonly FatOscillator: Voice<ToneFatOscillatorSettings>;
  /** Tone.js’s own MembraneSynth, played in its graph: a bounce of it takes a browser. */
  readonly MembraneSynth: Voice<ToneMembraneSynthSettings>;
  /** Tone.js’s own MetalSynth, played in its graph: a bounce of it takes a browser. */
  readonly MetalSynth: Voice<ToneMetalSynthSettings>;
  /** Tone.js’s own MonoSynth, played in its graph: a bounce of it takes a browser. */
  readonly MonoSynth: Voice<ToneMonoSynthSettings>;
  /** Tone.js’s own Noise, played in its graph: a bounce of it takes a browser. */
  readonly Noise: Voice<ToneNoiseSettings>;
  /** Tone.js’s own NoiseSynth, played in its graph: a bounce of it takes a browser. */
  readonly NoiseSynth: Voice<ToneNoiseSynthSettings>;
  /** Tone.js’s own OmniOscillator, played in its graph: a bounce of it takes a browser. */
  readonly OmniOscillator: Voice<ToneOmniOscillatorSettings>;
  /** Tone.js’s own Oscillator, played in its graph: a bounce of it takes a browser. */
  readonly Oscillator: Voice<ToneOscillatorSettings>;
  /** Tone.js’s own PWMOscillator, played in its graph: a bounce of it takes a browser. */
  readonly PWMOscillator: Voice<TonePWMOscillatorSettings>;
  /** Tone.js’s own PluckSynth, played in its graph: a bounce of it takes a browser. */
  readonly PluckSynth: Voice<TonePluckSynthSettings>;
  /** Tone.js’s own PulseOscillator, played in its graph: a bounce of it takes a browser. */
  readonly PulseOscillator: Voice<TonePulseOscillatorSettings>;
  /** Tone.js’s own Synth, played in its graph: a bounce of it takes a browser. */
  readonly Synth: Voice<ToneSynthSettings>;
};

export interface PolySynthSettings {
  /** How many notes sound at once, 1 to 32, default 16. */
  readonly voices?: number;
}

// ---- Effects ------------------------------------------------------------------------------------

/** What comes along for a convolver, or the name of a sample of the song. */
export type ResponseName = 'room' | 'hall' | 'plate' | 'spring' | (string & {});

export interface HighpassSettings {
  /** Where it starts to cut (-3 dB). 10Hz to 20kHz, default 20Hz. */
  readonly frequency?: Hertz;
}

export interface PingPongDelaySettings {
  /** Time between echoes; a note value such as `1/8` follows the tempo. 1ms to 2s, default 250ms. */
  readonly delayTime?: Seconds | NoteValue;
  /** Share of each echo that comes back. 0% to 98%, default 12.5%. */
  readonly feedback?: Ratio;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ReverbSettings {
  /** Time in which the room falls by 60 dB. 50ms to 20s, default 1.5s. */
  readonly decay?: Seconds;
  /** Time before the room answers. 0s to 500ms, default 10ms. */
  readonly preDelay?: Seconds;
  /** Time before the room answers. 0s to 500ms, default 10ms. */
  readonly predelay?: Seconds;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface EQ3Settings {
  /** Gain below `lowFrequency`. -60dB to 24dB, default 0dB. */
  readonly low?: Decibels;
  /** Gain between the two crossovers. -60dB to 24dB, default 0dB. */
  readonly mid?: Decibels;
  /** Gain above `highFrequency`. -60dB to 24dB, default 0dB. */
  readonly high?: Decibels;
  /** Crossover of lows and mids. 20Hz to 20kHz, default 400Hz. */
  readonly lowFrequency?: Hertz;
  /** Crossover of mids and highs. 20Hz to 20kHz, default 2.5kHz. */
  readonly highFrequency?: Hertz;
}

export interface CompressorSettings {
  /** Level above which it acts. -100dB to 0dB, default -24dB. */
  readonly threshold?: Decibels;
  /** How many dB in make one dB out above the threshold. 100% to 20:1, default 12:1. */
  readonly ratio?: Ratio;
  /** How fast it turns down. 0s to 1s, default 3ms. */
  readonly attack?: Seconds;
  /** How fast it lets go. 0s to 1s, default 250ms. */
  readonly release?: Seconds;
  /** Width of the bend around the threshold. 0dB to 40dB, default 30dB. */
  readonly knee?: Decibels;
  /** Gain after it. 0dB to 24dB, default 0dB. */
  readonly makeup?: Decibels;
  /** The track that it listens to, by its name. */
  readonly key?: string;
}

export interface LimiterSettings {
  /** The ceiling, by true peak. -24dBTP to 0dBTP, default -1dBTP. */
  readonly threshold?: TruePeak;
  /** How fast it lets go. 10ms to 1s, default 100ms. */
  readonly release?: Seconds;
}

export interface FilterSettings {
  /** Where it works: its cutoff, or its centre. 0Hz to 30kHz, default 350Hz. */
  readonly frequency?: Hertz;
  /** What it lets through. lowpass, highpass, bandpass, lowshelf, highshelf, notch, allpass, peaking; default lowpass. */
  readonly type?: 'lowpass' | 'highpass' | 'bandpass' | 'lowshelf' | 'highshelf' | 'notch' | 'allpass' | 'peaking';
  /** Its slope in dB an octave: one, two, three or four filters in a row. -12, -24, -48, -96; default -12. */
  readonly rolloff?: '-12' | '-24' | '-48' | '-96' | -12 | -24 | -48 | -96;
  /** Resonance: in dB for `lowpass` and `highpass`, else how narrow it is. Shelves have none. 0 to 30, default 1. */
  readonly Q?: number;
  /** What `peaking`, `lowshelf` and `highshelf` add. -40dB to 40dB, default 0dB. */
  readonly gain?: Decibels;
  /** Offset from the frequency. -4800ct to +4800ct, default 0ct. */
  readonly detune?: Cents;
}

export interface ParametricEQSettings {
  readonly band1?: {
    /** What the band is. off, highpass, lowpass, bell, notch, lowshelf, highshelf; default off. */
    readonly type?: 'off' | 'highpass' | 'lowpass' | 'bell' | 'notch' | 'lowshelf' | 'highshelf';
    /** Its cutoff, or its centre. 10Hz to 30kHz, default 1kHz. */
    readonly frequency?: Hertz;
    /** What a bell or a shelf adds. -40dB to 40dB, default 0dB. */
    readonly gain?: Decibels;
    /** How narrow a bell or a notch is, how steep a shelf, how resonant a pass. 0.1 to 40, default 0.707107. */
    readonly Q?: number;
  };
  readonly band2?: {
    /** What the band is. off, highpass, lowpass, bell, notch, lowshelf, highshelf; default off. */
    readonly type?: 'off' | 'highpass' | 'lowpass' | 'bell' | 'notch' | 'lowshelf' | 'highshelf';
    /** Its cutoff, or its centre. 10Hz to 30kHz, default 1kHz. */
    readonly frequency?: Hertz;
    /** What a bell or a shelf adds. -40dB to 40dB, default 0dB. */
    readonly gain?: Decibels;
    /** How narrow a bell or a notch is, how steep a shelf, how resonant a pass. 0.1 to 40, default 0.707107. */
    readonly Q?: number;
  };
  readonly band3?: {
    /** What the band is. off, highpass, lowpass, bell, notch, lowshelf, highshelf; default off. */
    readonly type?: 'off' | 'highpass' | 'lowpass' | 'bell' | 'notch' | 'lowshelf' | 'highshelf';
    /** Its cutoff, or its centre. 10Hz to 30kHz, default 1kHz. */
    readonly frequency?: Hertz;
    /** What a bell or a shelf adds. -40dB to 40dB, default 0dB. */
    readonly gain?: Decibels;
    /** How narrow a bell or a notch is, how steep a shelf, how resonant a pass. 0.1 to 40, default 0.707107. */
    readonly Q?: number;
  };
  readonly band4?: {
    /** What the band is. off, highpass, lowpass, bell, notch, lowshelf, highshelf; default off. */
    readonly type?: 'off' | 'highpass' | 'lowpass' | 'bell' | 'notch' | 'lowshelf' | 'highshelf';
    /** Its cutoff, or its centre. 10Hz to 30kHz, default 1kHz. */
    readonly frequency?: Hertz;
    /** What a bell or a shelf adds. -40dB to 40dB, default 0dB. */
    readonly gain?: Decibels;
    /** How narrow a bell or a notch is, how steep a shelf, how resonant a pass. 0.1 to 40, default 0.707107. */
    readonly Q?: number;
  };
  readonly band5?: {
    /** What the band is. off, highpass, lowpass, bell, notch, lowshelf, highshelf; default off. */
    readonly type?: 'off' | 'highpass' | 'lowpass' | 'bell' | 'notch' | 'lowshelf' | 'highshelf';
    /** Its cutoff, or its centre. 10Hz to 30kHz, default 1kHz. */
    readonly frequency?: Hertz;
    /** What a bell or a shelf adds. -40dB to 40dB, default 0dB. */
    readonly gain?: Decibels;
    /** How narrow a bell or a notch is, how steep a shelf, how resonant a pass. 0.1 to 40, default 0.707107. */
    readonly Q?: number;
  };
  readonly band6?: {
    /** What the band is. off, highpass, lowpass, bell, notch, lowshelf, highshelf; default off. */
    readonly type?: 'off' | 'highpass' | 'lowpass' | 'bell' | 'notch' | 'lowshelf' | 'highshelf';
    /** Its cutoff, or its centre. 10Hz to 30kHz, default 1kHz. */
    readonly frequency?: Hertz;
    /** What a bell or a shelf adds. -40dB to 40dB, default 0dB. */
    readonly gain?: Decibels;
    /** How narrow a bell or a notch is, how steep a shelf, how resonant a pass. 0.1 to 40, default 0.707107. */
    readonly Q?: number;
  };
  readonly band7?: {
    /** What the band is. off, highpass, lowpass, bell, notch, lowshelf, highshelf; default off. */
    readonly type?: 'off' | 'highpass' | 'lowpass' | 'bell' | 'notch' | 'lowshelf' | 'highshelf';
    /** Its cutoff, or its centre. 10Hz to 30kHz, default 1kHz. */
    readonly frequency?: Hertz;
    /** What a bell or a shelf adds. -40dB to 40dB, default 0dB. */
    readonly gain?: Decibels;
    /** How narrow a bell or a notch is, how steep a shelf, how resonant a pass. 0.1 to 40, default 0.707107. */
    readonly Q?: number;
  };
  readonly band8?: {
    /** What the band is. off, highpass, lowpass, bell, notch, lowshelf, highshelf; default off. */
    readonly type?: 'off' | 'highpass' | 'lowpass' | 'bell' | 'notch' | 'lowshelf' | 'highshelf';
    /** Its cutoff, or its centre. 10Hz to 30kHz, default 1kHz. */
    readonly frequency?: Hertz;
    /** What a bell or a shelf adds. -40dB to 40dB, default 0dB. */
    readonly gain?: Decibels;
    /** How narrow a bell or a notch is, how steep a shelf, how resonant a pass. 0.1 to 40, default 0.707107. */
    readonly Q?: number;
  };
}

export interface FeedbackDelaySettings {
  /** Time between echoes; a note value such as `1/8` follows the tempo. 0s to 2s, default 250ms. */
  readonly delayTime?: Seconds | NoteValue;
  /** Share of each echo that comes back. 0% to 98%, default 12.5%. */
  readonly feedback?: Ratio;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ChorusSettings {
  /** How often it comes and goes. 0Hz to 20Hz, default 1.5Hz. */
  readonly frequency?: Hertz;
  /** How far behind the second voice is. 0.5ms to 20ms, default 3.5ms. */
  readonly delayTime?: Seconds;
  /** How much of that time it moves. 0% to 100%, default 70%. */
  readonly depth?: Ratio;
  /** Share that comes back: more is a flanger. 0 to 0.95, default 0. */
  readonly feedback?: number;
  /** How far apart left and right move, in degrees. 0 to 360, default 180. */
  readonly spread?: number;
  /** Shape of the movement. sine, triangle, square, sawtooth; default sine. */
  readonly type?: 'sine' | 'triangle' | 'square' | 'sawtooth';
  /** Share of the effect in what comes out. 0% to 100%, default 50%. */
  readonly wet?: Ratio;
}

export interface PhaserSettings {
  /** How often it sweeps. 0Hz to 20Hz, default 0.5Hz. */
  readonly frequency?: Hertz;
  /** How far it sweeps. 0 to 8, default 3. */
  readonly octaves?: number;
  /** How many filters: two make a notch. 1 to 24, default 10. */
  readonly stages?: number;
  /** How narrow the filters are. 0.1 to 50, default 10. */
  readonly Q?: number;
  /** Where the sweep begins. 10Hz to 20kHz, default 350Hz. */
  readonly baseFrequency?: Hertz;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface TremoloSettings {
  /** How often. 0Hz to 50Hz, default 10Hz. */
  readonly frequency?: Hertz;
  /** How far: 100% goes from silence to full. 0% to 100%, default 50%. */
  readonly depth?: Ratio;
  /** How far apart left and right move, in degrees. 0 to 360, default 180. */
  readonly spread?: number;
  /** Shape of the movement. sine, triangle, square, sawtooth; default sine. */
  readonly type?: 'sine' | 'triangle' | 'square' | 'sawtooth';
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface VibratoSettings {
  /** How often. 0Hz to 50Hz, default 5Hz. */
  readonly frequency?: Hertz;
  /** How far. 0% to 100%, default 10%. */
  readonly depth?: Ratio;
  /** The delay that moves, at full depth: more bends the pitch further. 0.5ms to 50ms, default 5ms. */
  readonly maxDelay?: Seconds;
  /** Shape of the movement. sine, triangle, square, sawtooth; default sine. */
  readonly type?: 'sine' | 'triangle' | 'square' | 'sawtooth';
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface AutoFilterSettings {
  /** How often. 0Hz to 50Hz, default 1Hz. */
  readonly frequency?: Hertz;
  /** The lowest that the filter goes. 10Hz to 20kHz, default 200Hz. */
  readonly baseFrequency?: Hertz;
  /** How far above that it goes. 0 to 10, default 2.6. */
  readonly octaves?: number;
  /** How much of the way it moves: 0% stays in the middle. 0% to 100%, default 100%. */
  readonly depth?: Ratio;
  /** Shape of the movement. sine, triangle, square, sawtooth; default sine. */
  readonly type?: 'sine' | 'triangle' | 'square' | 'sawtooth';
  readonly filter?: {
    /** What the filter lets through. lowpass, highpass, bandpass, notch, allpass; default lowpass. */
    readonly type?: 'lowpass' | 'highpass' | 'bandpass' | 'notch' | 'allpass';
    /** The slope of the filter in dB an octave. -12, -24, -48, -96; default -12. */
    readonly rolloff?: '-12' | '-24' | '-48' | '-96' | -12 | -24 | -48 | -96;
    /** Resonance of the filter. 0 to 30, default 1. */
    readonly Q?: number;
  };
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface AutoPannerSettings {
  /** How often. 0Hz to 50Hz, default 1Hz. */
  readonly frequency?: Hertz;
  /** How far: 100% is all the way to the side. 0% to 100%, default 100%. */
  readonly depth?: Ratio;
  /** Shape of the movement. sine, triangle, square, sawtooth; default sine. */
  readonly type?: 'sine' | 'triangle' | 'square' | 'sawtooth';
  /** What goes from side to side: 1 is the sum of both sides, 2 keeps a stereo sound as wide as it is. 1, 2; default 1. */
  readonly channelCount?: '1' | '2' | 1 | 2;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface AutoWahSettings {
  /** Where the filter is while all is silent. 10Hz to 10kHz, default 100Hz. */
  readonly baseFrequency?: Hertz;
  /** How far it opens. 0 to 10, default 6. */
  readonly octaves?: number;
  /** The level that opens it all the way: lower reacts to softer sounds. -40dB to 6dB, default 0dB. */
  readonly sensitivity?: Decibels;
  /** Resonance of the filter, in dB. 0 to 30, default 2. */
  readonly Q?: number;
  /** A peak at the cutoff, on top of that. -24dB to 24dB, default 2dB. */
  readonly gain?: Decibels;
  /** How slowly it follows the level. 5ms to 2s, default 200ms. */
  readonly follower?: Seconds;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface DistortionSettings {
  /** How much. 0% to 100%, default 40%. */
  readonly distortion?: Ratio;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ChebyshevSettings {
  /** Which harmonic: a whole number. 1 to 100, default 1. */
  readonly order?: number;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface BitCrusherSettings {
  /** How many bits are left. 1 to 16, default 4. */
  readonly bits?: number;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface FrequencyShifterSettings {
  /** How far, up or down. -20kHz to 20kHz, default 0Hz. */
  readonly frequency?: Hertz;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface PitchShiftSettings {
  /** How far, in semitones. -24 to 24, default 0. */
  readonly pitch?: number;
  /** Length of the pieces: short is smoother in rhythm, long in pitch. 30ms to 200ms, default 100ms. */
  readonly windowSize?: Seconds;
  /** How long it waits. 0s to 1s, default 0s. */
  readonly delayTime?: Seconds;
  /** Share that goes through again, and so climbs or falls further. 0% to 95%, default 0%. */
  readonly feedback?: Ratio;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface StereoWidenerSettings {
  /** How wide. 0% to 100%, default 50%. */
  readonly width?: Ratio;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface MidSideCompressorSettings {
  readonly mid?: {
    /** Level of the middle above which it acts. -100dB to 0dB, default -24dB. */
    readonly threshold?: Decibels;
    /** How many dB of the middle in make one dB out above the threshold. 100% to 20:1, default 3:1. */
    readonly ratio?: Ratio;
    /** How fast it turns the middle down. 0s to 1s, default 20ms. */
    readonly attack?: Seconds;
    /** How fast it lets the middle go. 0s to 1s, default 30ms. */
    readonly release?: Seconds;
    /** Width of the bend above the threshold. 0dB to 40dB, default 16dB. */
    readonly knee?: Decibels;
    /** Gain of the middle after it. -60dB to 24dB, default 0dB. */
    readonly gain?: Decibels;
  };
  readonly side?: {
    /** Level of the sides above which it acts. -100dB to 0dB, default -30dB. */
    readonly threshold?: Decibels;
    /** How many dB of the sides in make one dB out above the threshold. 100% to 20:1, default 6:1. */
    readonly ratio?: Ratio;
    /** How fast it turns the sides down. 0s to 1s, default 30ms. */
    readonly attack?: Seconds;
    /** How fast it lets the sides go. 0s to 1s, default 250ms. */
    readonly release?: Seconds;
    /** Width of the bend above the threshold. 0dB to 40dB, default 10dB. */
    readonly knee?: Decibels;
    /** Gain of the sides after it. -60dB to 24dB, default 0dB. */
    readonly gain?: Decibels;
  };
}

export interface GateSettings {
  /** Level above which it is open. -100dB to 0dB, default -40dB. */
  readonly threshold?: Decibels;
  /** How slowly it follows the level. 1ms to 1s, default 100ms. */
  readonly smoothing?: Seconds;
  /** The track that it listens to, by its name. */
  readonly key?: string;
}

export interface DuckSettings {
  /** How far it steps back. 0dB to 60dB, default 6dB. */
  readonly amount?: Decibels;
  /** How fast it comes back. 5ms to 5s, default 120ms. */
  readonly release?: Seconds;
  /** How fast it steps back. 0s to 1s, default 3ms. */
  readonly attack?: Seconds;
  /** Level of the other track from which it steps back. -80dB to 0dB, default -30dB. */
  readonly threshold?: Decibels;
  /** The track that it listens to, by its name. */
  readonly key?: string;
}

export interface FreeverbSettings {
  /** How long the room rings. 0% to 99%, default 70%. */
  readonly roomSize?: Ratio;
  /** What is above it fades out of the room. 10Hz to 7kHz, default 3kHz. */
  readonly dampening?: Hertz;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface JCReverbSettings {
  /** How long the room rings. 0% to 100%, default 50%. */
  readonly roomSize?: Ratio;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ConvolverSettings {
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
  /** Whether loud and soft responses come out equally loud. true, false; default true. */
  readonly normalize?: boolean;
  /** What the effect is made of: a sample of the song by its name, or what comes along: room, hall, plate, spring. */
  readonly response?: ResponseName;
}

export interface ToneAutoFilterSettings {
  /** The lowest that the filter goes. 10Hz to 20kHz, default 200Hz. */
  readonly baseFrequency?: Hertz;
  /** How far above that it goes. 0 to 10, default 2.6. */
  readonly octaves?: number;
  /** What the filter lets through. lowpass, allpass, bandpass, highpass, highshelf, lowshelf, notch, peaking; default lowpass. */
  readonly filter?: 'lowpass' | 'allpass' | 'bandpass' | 'highpass' | 'highshelf' | 'lowshelf' | 'notch' | 'peaking' | {
    /** Resonance of the filter. 0 to 30, default 1. */
    readonly Q?: number;
    /** What the filter lets through. lowpass, allpass, bandpass, highpass, highshelf, lowshelf, notch, peaking; default lowpass. */
    readonly type?: 'lowpass' | 'allpass' | 'bandpass' | 'highpass' | 'highshelf' | 'lowshelf' | 'notch' | 'peaking';
    /** The slope of the filter in dB an octave. -12, -24, -48, -96; default -12. */
    readonly rolloff?: '-12' | '-24' | '-48' | '-96' | -12 | -24 | -48 | -96;
  };
  /** How often. 0Hz to 50Hz, default 1Hz. */
  readonly frequency?: Hertz;
  /** Shape of the movement. sine, custom, sawtooth, square, triangle, a number up to 32 behind some; default sine. */
  readonly type?: 'sine' | 'custom' | 'sawtooth' | 'square' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
  /** How much of the way it moves: 0% stays in the middle. 0% to 100%, default 100%. */
  readonly depth?: Ratio;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ToneAutoPannerSettings {
  /** How often. 0Hz to 50Hz, default 1Hz. */
  readonly frequency?: Hertz;
  /** Shape of the movement. sine, custom, sawtooth, square, triangle, a number up to 32 behind some; default sine. */
  readonly type?: 'sine' | 'custom' | 'sawtooth' | 'square' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
  /** How far: 100% is all the way to the side. 0% to 100%, default 100%. */
  readonly depth?: Ratio;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ToneAutoWahSettings {
  /** Where the filter is while all is silent. 10Hz to 10kHz, default 100Hz. */
  readonly baseFrequency?: Hertz;
  /** How far it opens. 0 to 10, default 6. */
  readonly octaves?: number;
  /** The level that opens it all the way: lower reacts to softer sounds. -40dB to 6dB, default 0dB. */
  readonly sensitivity?: Decibels;
  /** Resonance of the filter, in dB. 0 to 30, default 2. */
  readonly Q?: number;
  /** A peak at the cutoff, on top of that. -1000 to 1000, default 2. */
  readonly gain?: number;
  /** How slowly it follows the level. 5ms to 2s, default 200ms. */
  readonly follower?: Seconds | NoteValue;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ToneBiquadFilterSettings {
  /** `frequency` as Tone.js’s BiquadFilter has it. 0.01Hz to 20kHz, default 350Hz. */
  readonly frequency?: Hertz;
  /** `detune` as Tone.js’s BiquadFilter has it. -4800ct to +4800ct, default 0ct. */
  readonly detune?: Cents;
  /** `Q` as Tone.js’s BiquadFilter has it. -1000 to 1000, default 1. */
  readonly Q?: number;
  /** `type` as Tone.js’s BiquadFilter has it. lowpass, allpass, bandpass, highpass, highshelf, lowshelf, notch, peaking; default lowpass. */
  readonly type?: 'lowpass' | 'allpass' | 'bandpass' | 'highpass' | 'highshelf' | 'lowshelf' | 'notch' | 'peaking';
  /** `gain` as Tone.js’s BiquadFilter has it. -1000 to 1000, default 0. */
  readonly gain?: number;
}

export interface ToneBitCrusherSettings {
  /** How many bits are left. 1 to 16, default 4. */
  readonly bits?: number;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ToneChebyshevSettings {
  /** Which harmonic: a whole number. 1 to 100, default 1. */
  readonly order?: number;
  /** `oversample` as Tone.js’s Chebyshev has it. none, 2x, 4x; default none. */
  readonly oversample?: 'none' | '2x' | '4x';
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ToneChorusSettings {
  /** How often it comes and goes. 0Hz to 20Hz, default 1.5Hz. */
  readonly frequency?: Hertz;
  /** How far behind the second voice is. 0.5ms to 20ms, default 3.5ms. */
  readonly delayTime?: Seconds;
  /** How much of that time it moves. 0% to 100%, default 70%. */
  readonly depth?: Ratio;
  /** Shape of the movement. sine, custom, sawtooth, square, triangle, a number up to 32 behind some; default sine. */
  readonly type?: 'sine' | 'custom' | 'sawtooth' | 'square' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
  /** How far apart left and right move, in degrees. 0 to 360, default 180. */
  readonly spread?: number;
  /** Share that comes back: more is a flanger. 0% to 100%, default 0%. */
  readonly feedback?: Ratio;
  /** Share of the effect in what comes out. 0% to 100%, default 50%. */
  readonly wet?: Ratio;
}

export interface ToneCompressorSettings {
  /** How fast it turns down. 0s to 1s, default 3ms. */
  readonly attack?: Seconds | NoteValue;
  /** Width of the bend around the threshold. 0dB to 40dB, default 30dB. */
  readonly knee?: Decibels;
  /** How many dB in make one dB out above the threshold. 0 to 1000, default 12. */
  readonly ratio?: number;
  /** How fast it lets go. 0s to 1s, default 250ms. */
  readonly release?: Seconds | NoteValue;
  /** Level above which it acts. -100dB to 0dB, default -24dB. */
  readonly threshold?: Decibels;
}

export interface ToneDistortionSettings {
  /** How much. -1000 to 1000, default 0.4. */
  readonly distortion?: number;
  /** `oversample` as Tone.js’s Distortion has it. none, 2x, 4x; default none. */
  readonly oversample?: 'none' | '2x' | '4x';
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ToneEQ3Settings {
  /** Gain below `lowFrequency`. -60dB to 24dB, default 0dB. */
  readonly low?: Decibels;
  /** Gain between the two crossovers. -60dB to 24dB, default 0dB. */
  readonly mid?: Decibels;
  /** Gain above `highFrequency`. -60dB to 24dB, default 0dB. */
  readonly high?: Decibels;
  /** Crossover of lows and mids. 20Hz to 20kHz, default 400Hz. */
  readonly lowFrequency?: Hertz;
  /** Crossover of mids and highs. 20Hz to 20kHz, default 2.5kHz. */
  readonly highFrequency?: Hertz;
}

export interface ToneFeedbackCombFilterSettings {
  /** `delayTime` as Tone.js’s FeedbackCombFilter has it. 0s to 60s, default 100ms. */
  readonly delayTime?: Seconds | NoteValue;
  /** `resonance` as Tone.js’s FeedbackCombFilter has it. 0% to 100%, default 50%. */
  readonly resonance?: Ratio;
}

export interface ToneFeedbackDelaySettings {
  /** Time between echoes; a note value such as `1/8` follows the tempo. 0s to 2s, default 250ms. */
  readonly delayTime?: Seconds | NoteValue;
  /** `maxDelay` as Tone.js’s FeedbackDelay has it. 0s to 60s, default 1s. */
  readonly maxDelay?: Seconds | NoteValue;
  /** Share of each echo that comes back. 0% to 98%, default 12.5%. */
  readonly feedback?: Ratio;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ToneFilterSettings {
  /** Where it works: its cutoff, or its centre. 0Hz to 30kHz, default 350Hz. */
  readonly frequency?: Hertz;
  /** Offset from the frequency. -4800ct to +4800ct, default 0ct. */
  readonly detune?: Cents;
  /** Resonance: in dB for `lowpass` and `highpass`, else how narrow it is. Shelves have none. 0 to 30, default 1. */
  readonly Q?: number;
  /** What it lets through. lowpass, allpass, bandpass, highpass, highshelf, lowshelf, notch, peaking; default lowpass. */
  readonly type?: 'lowpass' | 'allpass' | 'bandpass' | 'highpass' | 'highshelf' | 'lowshelf' | 'notch' | 'peaking';
  /** What `peaking`, `lowshelf` and `highshelf` add. -1000 to 1000, default 0. */
  readonly gain?: number;
  /** Its slope in dB an octave: one, two, three or four filters in a row. -12, -24, -48, -96; default -12. */
  readonly rolloff?: '-12' | '-24' | '-48' | '-96' | -12 | -24 | -48 | -96;
}

export interface ToneFreeverbSettings {
  /** What is above it fades out of the room. 10Hz to 7kHz, default 3kHz. */
  readonly dampening?: Hertz;
  /** How long the room rings. 0% to 99%, default 70%. */
  readonly roomSize?: Ratio;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ToneFrequencyShifterSettings {
  /** How far, up or down. -20kHz to 20kHz, default 0Hz. */
  readonly frequency?: Hertz;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ToneGateSettings {
  /** Level above which it is open. -100dB to 0dB, default -40dB. */
  readonly threshold?: Decibels;
  /** How slowly it follows the level. 1ms to 1s, default 100ms. */
  readonly smoothing?: Seconds | NoteValue;
}

export interface ToneJCReverbSettings {
  /** How long the room rings. 0% to 100%, default 50%. */
  readonly roomSize?: Ratio;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ToneLimiterSettings {
  /** The ceiling, by true peak. -100dB to 40dB, default -12dB. */
  readonly threshold?: Decibels;
}

export interface ToneLowpassCombFilterSettings {
  /** `delayTime` as Tone.js’s LowpassCombFilter has it. 0s to 60s, default 100ms. */
  readonly delayTime?: Seconds | NoteValue;
  /** `resonance` as Tone.js’s LowpassCombFilter has it. 0% to 100%, default 50%. */
  readonly resonance?: Ratio;
  /** `dampening` as Tone.js’s LowpassCombFilter has it. 0.01Hz to 20kHz, default 3kHz. */
  readonly dampening?: Hertz;
}

export interface ToneMidSideCompressorSettings {
  readonly mid?: {
    /** How fast it turns the middle down. 0s to 1s, default 20ms. */
    readonly attack?: Seconds | NoteValue;
    /** Width of the bend above the threshold. 0dB to 40dB, default 16dB. */
    readonly knee?: Decibels;
    /** How many dB of the middle in make one dB out above the threshold. 0 to 1000, default 3. */
    readonly ratio?: number;
    /** How fast it lets the middle go. 0s to 1s, default 30ms. */
    readonly release?: Seconds | NoteValue;
    /** Level of the middle above which it acts. -100dB to 0dB, default -24dB. */
    readonly threshold?: Decibels;
  };
  readonly side?: {
    /** How fast it turns the sides down. 0s to 1s, default 30ms. */
    readonly attack?: Seconds | NoteValue;
    /** Width of the bend above the threshold. 0dB to 40dB, default 10dB. */
    readonly knee?: Decibels;
    /** How many dB of the sides in make one dB out above the threshold. 0 to 1000, default 6. */
    readonly ratio?: number;
    /** How fast it lets the sides go. 0s to 1s, default 250ms. */
    readonly release?: Seconds | NoteValue;
    /** Level of the sides above which it acts. -100dB to 0dB, default -30dB. */
    readonly threshold?: Decibels;
  };
}

export interface ToneMultibandCompressorSettings {
  readonly mid?: {
    /** `attack` as Tone.js’s MultibandCompressor has it. 0s to 60s, default 20ms. */
    readonly attack?: Seconds | NoteValue;
    /** `knee` as Tone.js’s MultibandCompressor has it. -100dB to 40dB, default 16dB. */
    readonly knee?: Decibels;
    /** `ratio` as Tone.js’s MultibandCompressor has it. 0 to 1000, default 3. */
    readonly ratio?: number;
    /** `release` as Tone.js’s MultibandCompressor has it. 0s to 60s, default 30ms. */
    readonly release?: Seconds | NoteValue;
    /** `threshold` as Tone.js’s MultibandCompressor has it. -100dB to 40dB, default -24dB. */
    readonly threshold?: Decibels;
  };
  readonly low?: {
    /** `attack` as Tone.js’s MultibandCompressor has it. 0s to 60s, default 30ms. */
    readonly attack?: Seconds | NoteValue;
    /** `knee` as Tone.js’s MultibandCompressor has it. -100dB to 40dB, default 10dB. */
    readonly knee?: Decibels;
    /** `ratio` as Tone.js’s MultibandCompressor has it. 0 to 1000, default 6. */
    readonly ratio?: number;
    /** `release` as Tone.js’s MultibandCompressor has it. 0s to 60s, default 250ms. */
    readonly release?: Seconds | NoteValue;
    /** `threshold` as Tone.js’s MultibandCompressor has it. -100dB to 40dB, default -30dB. */
    readonly threshold?: Decibels;
  };
  readonly high?: {
    /** `attack` as Tone.js’s MultibandCompressor has it. 0s to 60s, default 20ms. */
    readonly attack?: Seconds | NoteValue;
    /** `knee` as Tone.js’s MultibandCompressor has it. -100dB to 40dB, default 16dB. */
    readonly knee?: Decibels;
    /** `ratio` as Tone.js’s MultibandCompressor has it. 0 to 1000, default 3. */
    readonly ratio?: number;
    /** `release` as Tone.js’s MultibandCompressor has it. 0s to 60s, default 30ms. */
    readonly release?: Seconds | NoteValue;
    /** `threshold` as Tone.js’s MultibandCompressor has it. -100dB to 40dB, default -24dB. */
    readonly threshold?: Decibels;
  };
  /** `lowFrequency` as Tone.js’s MultibandCompressor has it. 0.01Hz to 20kHz, default 250Hz. */
  readonly lowFrequency?: Hertz;
  /** `highFrequency` as Tone.js’s MultibandCompressor has it. 0.01Hz to 20kHz, default 2kHz. */
  readonly highFrequency?: Hertz;
}

export interface ToneOnePoleFilterSettings {
  /** `frequency` as Tone.js’s OnePoleFilter has it. 0.01Hz to 20kHz, default 880Hz. */
  readonly frequency?: Hertz;
  /** `type` as Tone.js’s OnePoleFilter has it. lowpass, highpass; default lowpass. */
  readonly type?: 'lowpass' | 'highpass';
}

export interface TonePhaserSettings {
  /** How far it sweeps. 0 to 8, default 3. */
  readonly octaves?: number;
  /** How many filters: two make a notch. 1 to 24, default 10. */
  readonly stages?: number;
  /** How narrow the filters are. 0.1 to 50, default 10. */
  readonly Q?: number;
  /** Where the sweep begins. 10Hz to 20kHz, default 350Hz. */
  readonly baseFrequency?: Hertz;
  /** How often it sweeps. 0Hz to 20Hz, default 0.5Hz. */
  readonly frequency?: Hertz;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface TonePingPongDelaySettings {
  /** Time between echoes; a note value such as `1/8` follows the tempo. 1ms to 2s, default 250ms. */
  readonly delayTime?: Seconds | NoteValue;
  /** `maxDelay` as Tone.js’s PingPongDelay has it. 0s to 60s, default 1s. */
  readonly maxDelay?: Seconds | NoteValue;
  /** Share of each echo that comes back. 0% to 98%, default 50%. */
  readonly feedback?: Ratio;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface TonePitchShiftSettings {
  /** How far, in semitones. -48st to +48st, default 0st. */
  readonly pitch?: Semitones;
  /** Length of the pieces: short is smoother in rhythm, long in pitch. 30ms to 200ms, default 100ms. */
  readonly windowSize?: Seconds | NoteValue;
  /** How long it waits. 0s to 1s, default 0s. */
  readonly delayTime?: Seconds | NoteValue;
  /** Share that goes through again, and so climbs or falls further. 0% to 95%, default 0%. */
  readonly feedback?: Ratio;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ToneReverbSettings {
  /** Time in which the room falls by 60 dB. 50ms to 20s, default 1.5s. */
  readonly decay?: Seconds | NoteValue;
  /** Time before the room answers. 0s to 500ms, default 10ms. */
  readonly preDelay?: Seconds | NoteValue;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ToneReverseDelaySettings {
  /** `delayTime` as Tone.js’s ReverseDelay has it. 0s to 60s, default 1s. */
  readonly delayTime?: Seconds | NoteValue;
  /** `feedback` as Tone.js’s ReverseDelay has it. 0% to 100%, default 50%. */
  readonly feedback?: Ratio;
  /** `wet` as Tone.js’s ReverseDelay has it. 0% to 100%, default 50%. */
  readonly wet?: Ratio;
}

export interface ToneStereoWidenerSettings {
  /** How wide. 0% to 100%, default 50%. */
  readonly width?: Ratio;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ToneTremoloSettings {
  /** How often. 0Hz to 50Hz, default 10Hz. */
  readonly frequency?: Hertz;
  /** Shape of the movement. sine, custom, sawtooth, square, triangle, a number up to 32 behind some; default sine. */
  readonly type?: 'sine' | 'custom' | 'sawtooth' | 'square' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
  /** How far: 100% goes from silence to full. 0% to 100%, default 50%. */
  readonly depth?: Ratio;
  /** How far apart left and right move, in degrees. 0 to 360, default 180. */
  readonly spread?: number;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface ToneVibratoSettings {
  /** The delay that moves, at full depth: more bends the pitch further. 0.5ms to 50ms, default 5ms. */
  readonly maxDelay?: Seconds | NoteValue;
  /** How often. 0Hz to 50Hz, default 5Hz. */
  readonly frequency?: Hertz;
  /** How far. 0% to 100%, default 10%. */
  readonly depth?: Ratio;
  /** Shape of the movement. sine, custom, sawtooth, square, triangle, a number up to 32 behind some; default sine. */
  readonly type?: 'sine' | 'custom' | 'sawtooth' | 'square' | 'triangle' | `${'sawtooth' | 'sine' | 'square' | 'triangle'}${number}`;
  /** Share of the effect in what comes out. 0% to 100%, default 100%. */
  readonly wet?: Ratio;
}

export interface TrackEffects {
  /** Takes away what is below the frequency, 12 dB an octave: keeps rumble and mud out. */
  readonly highpass?: HighpassSettings | Hertz;
  /** Echoes that go from side to side. `delayTime` takes seconds or a share of a bar (`3/16`). */
  readonly delay?: PingPongDelaySettings | Seconds | NoteValue;
  /** A room around the sound. `decay` is the time in which it falls by 60 dB. */
  readonly reverb?: ReverbSettings | Seconds;
  /** Three-band equaliser: gains for the lows, the mids and the highs. */
  readonly eq?: EQ3Settings | Decibels;
  /** Turns down what goes over the threshold: evens out a part, or glues a mix. */
  readonly compressor?: CompressorSettings | Decibels;
  /** Turns down what goes over the threshold: evens out a part, or glues a mix. */
  readonly glue?: CompressorSettings | Decibels;
  /** Brick-wall look-ahead limiter by true peak: nothing passes the ceiling. Always on; this sets its ceiling. */
  readonly limiter?: LimiterSettings | TruePeak;
  /** Lets through a part of the spectrum, or lifts and lowers one: the classic filter, to be swept by automation. */
  readonly filter?: FilterSettings | Hertz;
  /** Up to eight bands: bells, shelves, notches and passes. Written behind `eq`, one band after the other: `eq: highpass 35Hz, bell 250Hz -2dB 1.2, highshelf 8kHz 2dB`. */
  readonly parametricEq?: ParametricEQSettings | 'off' | 'highpass' | 'lowpass' | 'bell' | 'notch' | 'lowshelf' | 'highshelf';
  /** Echoes, each softer than the one before. `delayTime` takes seconds or a share of a bar (`3/16`). */
  readonly feedbackDelay?: FeedbackDelaySettings | Seconds | NoteValue;
  /** Echoes, each softer than the one before. `delayTime` takes seconds or a share of a bar (`3/16`). */
  readonly echo?: FeedbackDelaySettings | Seconds | NoteValue;
  /** A second voice that is never quite in time and in tune: makes one instrument several, and wide. */
  readonly chorus?: ChorusSettings | Hertz;
  /** Notches that sweep through the sound. They come from what it adds to the sound, so they are deepest at `wet 50%`. */
  readonly phaser?: PhaserSettings | Hertz;
  /** Louder and softer, on and on: left and right in turn, or together with `spread 0`. */
  readonly tremolo?: TremoloSettings | Hertz;
  /** The pitch goes up and down. */
  readonly vibrato?: VibratoSettings | Hertz;
  /** A filter that opens and closes by itself. */
  readonly autoFilter?: AutoFilterSettings | Hertz;
  /** Goes from side to side. */
  readonly autoPanner?: AutoPannerSettings | Hertz;
  /** A filter that opens the louder the sound is: every note says "wah". */
  readonly autoWah?: AutoWahSettings | Hertz;
  /** Bends the wave: warm at a few percent, a fuzz at 100%. Eight times oversampled, so that what it adds is in tune. */
  readonly distortion?: DistortionSettings | Ratio;
  /** Turns a tone at full level into its harmonic of that order: odd orders sound like a clarinet, even ones add octaves. Eight times oversampled. */
  readonly chebyshev?: ChebyshevSettings | number;
  /** Rounds every sample to a few bits, as early samplers did. */
  readonly bitCrusher?: BitCrusherSettings | number;
  /** Moves all frequencies by the same number of hertz, so that harmonies come apart: bells and robots from much, slow phasing from little. */
  readonly frequencyShifter?: FrequencyShifterSettings | Hertz;
  /** Higher or lower at the same speed, in short pieces that fade into each other. */
  readonly pitchShift?: PitchShiftSettings | number;
  /** Narrower or wider: 0% is mono, 50% as it came, 100% only what differs between the sides. */
  readonly stereoWidener?: StereoWidenerSettings | Ratio;
  /** Narrower or wider: 0% is mono, 50% as it came, 100% only what differs between the sides. */
  readonly width?: StereoWidenerSettings | Ratio;
  /** Compresses what both sides share and what they do not each by its own law, and sets their gains. */
  readonly midSide?: MidSideCompressorSettings | Decibels;
  /** Closed while the sound is softer than the threshold: cuts noise and room between notes. */
  readonly gate?: GateSettings | Decibels;
  /** Steps back while another track plays: the pump of house, or a pad that makes room for a voice. */
  readonly duck?: DuckSettings | Decibels;
  /** A small bright room from eight combs, with the metal of the 1990s. */
  readonly freeverb?: FreeverbSettings | Ratio;
  /** The reverberator of 1970: three all-passes and four combs, grainy and far away. */
  readonly jcReverb?: JCReverbSettings | Ratio;
  /** A room, a plate or a spring: every sound brings forth its impulse response, one that comes along (room, hall, plate, spring) or a sample of the song. The first six seconds of it count. */
  readonly convolver?: ConvolverSettings | ResponseName;
  /** Tone.js’s own AutoFilter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.AutoFilter'?: ToneAutoFilterSettings | Hertz;
  /** Tone.js’s own AutoPanner, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.AutoPanner'?: ToneAutoPannerSettings | Hertz;
  /** Tone.js’s own AutoWah, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.AutoWah'?: ToneAutoWahSettings | Hertz;
  /** Tone.js’s own BiquadFilter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.BiquadFilter'?: ToneBiquadFilterSettings | Hertz;
  /** Tone.js’s own BitCrusher, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.BitCrusher'?: ToneBitCrusherSettings | number;
  /** Tone.js’s own Chebyshev, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Chebyshev'?: ToneChebyshevSettings | number;
  /** Tone.js’s own Chorus, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Chorus'?: ToneChorusSettings | Hertz;
  /** Tone.js’s own Compressor, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Compressor'?: ToneCompressorSettings | Seconds | NoteValue;
  /** Tone.js’s own Distortion, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Distortion'?: ToneDistortionSettings | number;
  /** Tone.js’s own EQ3, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.EQ3'?: ToneEQ3Settings | Decibels;
  /** Tone.js’s own FeedbackCombFilter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.FeedbackCombFilter'?: ToneFeedbackCombFilterSettings | Seconds | NoteValue;
  /** Tone.js’s own FeedbackDelay, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.FeedbackDelay'?: ToneFeedbackDelaySettings | Seconds | NoteValue;
  /** Tone.js’s own Filter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Filter'?: ToneFilterSettings | Hertz;
  /** Tone.js’s own Freeverb, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Freeverb'?: ToneFreeverbSettings | Hertz;
  /** Tone.js’s own FrequencyShifter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.FrequencyShifter'?: ToneFrequencyShifterSettings | Hertz;
  /** Tone.js’s own Gate, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Gate'?: ToneGateSettings | Decibels;
  /** Tone.js’s own JCReverb, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.JCReverb'?: ToneJCReverbSettings | Ratio;
  /** Tone.js’s own Limiter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Limiter'?: ToneLimiterSettings | Decibels;
  /** Tone.js’s own LowpassCombFilter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.LowpassCombFilter'?: ToneLowpassCombFilterSettings | Seconds | NoteValue;
  /** Tone.js’s own MidSideCompressor, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.MidSideCompressor'?: ToneMidSideCompressorSettings | Seconds | NoteValue;
  /** Tone.js’s own MultibandCompressor, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.MultibandCompressor'?: ToneMultibandCompressorSettings | Seconds | NoteValue;
  /** Tone.js’s own OnePoleFilter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.OnePoleFilter'?: ToneOnePoleFilterSettings | Hertz;
  /** Tone.js’s own Phaser, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Phaser'?: TonePhaserSettings | number;
  /** Tone.js’s own PingPongDelay, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.PingPongDelay'?: TonePingPongDelaySettings | Seconds | NoteValue;
  /** Tone.js’s own PitchShift, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.PitchShift'?: TonePitchShiftSettings | Semitones;
  /** Tone.js’s own Reverb, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Reverb'?: ToneReverbSettings | Seconds | NoteValue;
  /** Tone.js’s own ReverseDelay, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.ReverseDelay'?: ToneReverseDelaySettings | Seconds | NoteValue;
  /** Tone.js’s own StereoWidener, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.StereoWidener'?: ToneStereoWidenerSettings | Ratio;
  /** Tone.js’s own Tremolo, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Tremolo'?: ToneTremoloSettings | Hertz;
  /** Tone.js’s own Vibrato, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Vibrato'?: ToneVibratoSettings | Seconds | NoteValue;
}

export interface BusEffects {
  /** Takes away what is below the frequency, 12 dB an octave: keeps rumble and mud out. */
  readonly highpass?: HighpassSettings | Hertz;
  /** Echoes that go from side to side. `delayTime` takes seconds or a share of a bar (`3/16`). */
  readonly delay?: PingPongDelaySettings | Seconds | NoteValue;
  /** A room around the sound. `decay` is the time in which it falls by 60 dB. */
  readonly reverb?: ReverbSettings | Seconds;
  /** Three-band equaliser: gains for the lows, the mids and the highs. */
  readonly eq?: EQ3Settings | Decibels;
  /** Turns down what goes over the threshold: evens out a part, or glues a mix. */
  readonly compressor?: CompressorSettings | Decibels;
  /** Turns down what goes over the threshold: evens out a part, or glues a mix. */
  readonly glue?: CompressorSettings | Decibels;
  /** Brick-wall look-ahead limiter by true peak: nothing passes the ceiling. Always on; this sets its ceiling. */
  readonly limiter?: LimiterSettings | TruePeak;
  /** Lets through a part of the spectrum, or lifts and lowers one: the classic filter, to be swept by automation. */
  readonly filter?: FilterSettings | Hertz;
  /** Up to eight bands: bells, shelves, notches and passes. Written behind `eq`, one band after the other: `eq: highpass 35Hz, bell 250Hz -2dB 1.2, highshelf 8kHz 2dB`. */
  readonly parametricEq?: ParametricEQSettings | 'off' | 'highpass' | 'lowpass' | 'bell' | 'notch' | 'lowshelf' | 'highshelf';
  /** Echoes, each softer than the one before. `delayTime` takes seconds or a share of a bar (`3/16`). */
  readonly feedbackDelay?: FeedbackDelaySettings | Seconds | NoteValue;
  /** Echoes, each softer than the one before. `delayTime` takes seconds or a share of a bar (`3/16`). */
  readonly echo?: FeedbackDelaySettings | Seconds | NoteValue;
  /** A second voice that is never quite in time and in tune: makes one instrument several, and wide. */
  readonly chorus?: ChorusSettings | Hertz;
  /** Notches that sweep through the sound. They come from what it adds to the sound, so they are deepest at `wet 50%`. */
  readonly phaser?: PhaserSettings | Hertz;
  /** Louder and softer, on and on: left and right in turn, or together with `spread 0`. */
  readonly tremolo?: TremoloSettings | Hertz;
  /** The pitch goes up and down. */
  readonly vibrato?: VibratoSettings | Hertz;
  /** A filter that opens and closes by itself. */
  readonly autoFilter?: AutoFilterSettings | Hertz;
  /** Goes from side to side. */
  readonly autoPanner?: AutoPannerSettings | Hertz;
  /** A filter that opens the louder the sound is: every note says "wah". */
  readonly autoWah?: AutoWahSettings | Hertz;
  /** Bends the wave: warm at a few percent, a fuzz at 100%. Eight times oversampled, so that what it adds is in tune. */
  readonly distortion?: DistortionSettings | Ratio;
  /** Turns a tone at full level into its harmonic of that order: odd orders sound like a clarinet, even ones add octaves. Eight times oversampled. */
  readonly chebyshev?: ChebyshevSettings | number;
  /** Rounds every sample to a few bits, as early samplers did. */
  readonly bitCrusher?: BitCrusherSettings | number;
  /** Moves all frequencies by the same number of hertz, so that harmonies come apart: bells and robots from much, slow phasing from little. */
  readonly frequencyShifter?: FrequencyShifterSettings | Hertz;
  /** Higher or lower at the same speed, in short pieces that fade into each other. */
  readonly pitchShift?: PitchShiftSettings | number;
  /** Narrower or wider: 0% is mono, 50% as it came, 100% only what differs between the sides. */
  readonly stereoWidener?: StereoWidenerSettings | Ratio;
  /** Narrower or wider: 0% is mono, 50% as it came, 100% only what differs between the sides. */
  readonly width?: StereoWidenerSettings | Ratio;
  /** Compresses what both sides share and what they do not each by its own law, and sets their gains. */
  readonly midSide?: MidSideCompressorSettings | Decibels;
  /** Closed while the sound is softer than the threshold: cuts noise and room between notes. */
  readonly gate?: GateSettings | Decibels;
  /** Steps back while another track plays: the pump of house, or a pad that makes room for a voice. */
  readonly duck?: DuckSettings | Decibels;
  /** A small bright room from eight combs, with the metal of the 1990s. */
  readonly freeverb?: FreeverbSettings | Ratio;
  /** The reverberator of 1970: three all-passes and four combs, grainy and far away. */
  readonly jcReverb?: JCReverbSettings | Ratio;
  /** A room, a plate or a spring: every sound brings forth its impulse response, one that comes along (room, hall, plate, spring) or a sample of the song. The first six seconds of it count. */
  readonly convolver?: ConvolverSettings | ResponseName;
  /** Tone.js’s own AutoFilter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.AutoFilter'?: ToneAutoFilterSettings | Hertz;
  /** Tone.js’s own AutoPanner, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.AutoPanner'?: ToneAutoPannerSettings | Hertz;
  /** Tone.js’s own AutoWah, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.AutoWah'?: ToneAutoWahSettings | Hertz;
  /** Tone.js’s own BiquadFilter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.BiquadFilter'?: ToneBiquadFilterSettings | Hertz;
  /** Tone.js’s own BitCrusher, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.BitCrusher'?: ToneBitCrusherSettings | number;
  /** Tone.js’s own Chebyshev, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Chebyshev'?: ToneChebyshevSettings | number;
  /** Tone.js’s own Chorus, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Chorus'?: ToneChorusSettings | Hertz;
  /** Tone.js’s own Compressor, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Compressor'?: ToneCompressorSettings | Seconds | NoteValue;
  /** Tone.js’s own Distortion, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Distortion'?: ToneDistortionSettings | number;
  /** Tone.js’s own EQ3, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.EQ3'?: ToneEQ3Settings | Decibels;
  /** Tone.js’s own FeedbackCombFilter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.FeedbackCombFilter'?: ToneFeedbackCombFilterSettings | Seconds | NoteValue;
  /** Tone.js’s own FeedbackDelay, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.FeedbackDelay'?: ToneFeedbackDelaySettings | Seconds | NoteValue;
  /** Tone.js’s own Filter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Filter'?: ToneFilterSettings | Hertz;
  /** Tone.js’s own Freeverb, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Freeverb'?: ToneFreeverbSettings | Hertz;
  /** Tone.js’s own FrequencyShifter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.FrequencyShifter'?: ToneFrequencyShifterSettings | Hertz;
  /** Tone.js’s own Gate, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Gate'?: ToneGateSettings | Decibels;
  /** Tone.js’s own JCReverb, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.JCReverb'?: ToneJCReverbSettings | Ratio;
  /** Tone.js’s own Limiter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Limiter'?: ToneLimiterSettings | Decibels;
  /** Tone.js’s own LowpassCombFilter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.LowpassCombFilter'?: ToneLowpassCombFilterSettings | Seconds | NoteValue;
  /** Tone.js’s own MidSideCompressor, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.MidSideCompressor'?: ToneMidSideCompressorSettings | Seconds | NoteValue;
  /** Tone.js’s own MultibandCompressor, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.MultibandCompressor'?: ToneMultibandCompressorSettings | Seconds | NoteValue;
  /** Tone.js’s own OnePoleFilter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.OnePoleFilter'?: ToneOnePoleFilterSettings | Hertz;
  /** Tone.js’s own Phaser, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Phaser'?: TonePhaserSettings | number;
  /** Tone.js’s own PingPongDelay, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.PingPongDelay'?: TonePingPongDelaySettings | Seconds | NoteValue;
  /** Tone.js’s own PitchShift, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.PitchShift'?: TonePitchShiftSettings | Semitones;
  /** Tone.js’s own Reverb, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Reverb'?: ToneReverbSettings | Seconds | NoteValue;
  /** Tone.js’s own ReverseDelay, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.ReverseDelay'?: ToneReverseDelaySettings | Seconds | NoteValue;
  /** Tone.js’s own StereoWidener, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.StereoWidener'?: ToneStereoWidenerSettings | Ratio;
  /** Tone.js’s own Tremolo, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Tremolo'?: ToneTremoloSettings | Hertz;
  /** Tone.js’s own Vibrato, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Vibrato'?: ToneVibratoSettings | Seconds | NoteValue;
}

export interface MasterEffects {
  /** Takes away what is below the frequency, 12 dB an octave: keeps rumble and mud out. */
  readonly highpass?: HighpassSettings | Hertz;
  /** Echoes that go from side to side. `delayTime` takes seconds or a share of a bar (`3/16`). */
  readonly delay?: PingPongDelaySettings | Seconds | NoteValue;
  /** A room around the sound. `decay` is the time in which it falls by 60 dB. */
  readonly reverb?: ReverbSettings | Seconds;
  /** Three-band equaliser: gains for the lows, the mids and the highs. */
  readonly eq?: EQ3Settings | Decibels;
  /** Turns down what goes over the threshold: evens out a part, or glues a mix. */
  readonly compressor?: CompressorSettings | Decibels;
  /** Turns down what goes over the threshold: evens out a part, or glues a mix. */
  readonly glue?: CompressorSettings | Decibels;
  /** Brick-wall look-ahead limiter by true peak: nothing passes the ceiling. Always on; this sets its ceiling. */
  readonly limiter?: LimiterSettings | TruePeak;
  /** Lets through a part of the spectrum, or lifts and lowers one: the classic filter, to be swept by automation. */
  readonly filter?: FilterSettings | Hertz;
  /** Up to eight bands: bells, shelves, notches and passes. Written behind `eq`, one band after the other: `eq: highpass 35Hz, bell 250Hz -2dB 1.2, highshelf 8kHz 2dB`. */
  readonly parametricEq?: ParametricEQSettings | 'off' | 'highpass' | 'lowpass' | 'bell' | 'notch' | 'lowshelf' | 'highshelf';
  /** Echoes, each softer than the one before. `delayTime` takes seconds or a share of a bar (`3/16`). */
  readonly feedbackDelay?: FeedbackDelaySettings | Seconds | NoteValue;
  /** Echoes, each softer than the one before. `delayTime` takes seconds or a share of a bar (`3/16`). */
  readonly echo?: FeedbackDelaySettings | Seconds | NoteValue;
  /** A second voice that is never quite in time and in tune: makes one instrument several, and wide. */
  readonly chorus?: ChorusSettings | Hertz;
  /** Notches that sweep through the sound. They come from what it adds to the sound, so they are deepest at `wet 50%`. */
  readonly phaser?: PhaserSettings | Hertz;
  /** Louder and softer, on and on: left and right in turn, or together with `spread 0`. */
  readonly tremolo?: TremoloSettings | Hertz;
  /** The pitch goes up and down. */
  readonly vibrato?: VibratoSettings | Hertz;
  /** A filter that opens and closes by itself. */
  readonly autoFilter?: AutoFilterSettings | Hertz;
  /** Goes from side to side. */
  readonly autoPanner?: AutoPannerSettings | Hertz;
  /** A filter that opens the louder the sound is: every note says "wah". */
  readonly autoWah?: AutoWahSettings | Hertz;
  /** Bends the wave: warm at a few percent, a fuzz at 100%. Eight times oversampled, so that what it adds is in tune. */
  readonly distortion?: DistortionSettings | Ratio;
  /** Turns a tone at full level into its harmonic of that order: odd orders sound like a clarinet, even ones add octaves. Eight times oversampled. */
  readonly chebyshev?: ChebyshevSettings | number;
  /** Rounds every sample to a few bits, as early samplers did. */
  readonly bitCrusher?: BitCrusherSettings | number;
  /** Moves all frequencies by the same number of hertz, so that harmonies come apart: bells and robots from much, slow phasing from little. */
  readonly frequencyShifter?: FrequencyShifterSettings | Hertz;
  /** Higher or lower at the same speed, in short pieces that fade into each other. */
  readonly pitchShift?: PitchShiftSettings | number;
  /** Narrower or wider: 0% is mono, 50% as it came, 100% only what differs between the sides. */
  readonly stereoWidener?: StereoWidenerSettings | Ratio;
  /** Narrower or wider: 0% is mono, 50% as it came, 100% only what differs between the sides. */
  readonly width?: StereoWidenerSettings | Ratio;
  /** Compresses what both sides share and what they do not each by its own law, and sets their gains. */
  readonly midSide?: MidSideCompressorSettings | Decibels;
  /** Closed while the sound is softer than the threshold: cuts noise and room between notes. */
  readonly gate?: GateSettings | Decibels;
  /** Steps back while another track plays: the pump of house, or a pad that makes room for a voice. */
  readonly duck?: DuckSettings | Decibels;
  /** A small bright room from eight combs, with the metal of the 1990s. */
  readonly freeverb?: FreeverbSettings | Ratio;
  /** The reverberator of 1970: three all-passes and four combs, grainy and far away. */
  readonly jcReverb?: JCReverbSettings | Ratio;
  /** A room, a plate or a spring: every sound brings forth its impulse response, one that comes along (room, hall, plate, spring) or a sample of the song. The first six seconds of it count. */
  readonly convolver?: ConvolverSettings | ResponseName;
  /** Tone.js’s own AutoFilter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.AutoFilter'?: ToneAutoFilterSettings | Hertz;
  /** Tone.js’s own AutoPanner, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.AutoPanner'?: ToneAutoPannerSettings | Hertz;
  /** Tone.js’s own AutoWah, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.AutoWah'?: ToneAutoWahSettings | Hertz;
  /** Tone.js’s own BiquadFilter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.BiquadFilter'?: ToneBiquadFilterSettings | Hertz;
  /** Tone.js’s own BitCrusher, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.BitCrusher'?: ToneBitCrusherSettings | number;
  /** Tone.js’s own Chebyshev, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Chebyshev'?: ToneChebyshevSettings | number;
  /** Tone.js’s own Chorus, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Chorus'?: ToneChorusSettings | Hertz;
  /** Tone.js’s own Compressor, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Compressor'?: ToneCompressorSettings | Seconds | NoteValue;
  /** Tone.js’s own Distortion, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Distortion'?: ToneDistortionSettings | number;
  /** Tone.js’s own EQ3, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.EQ3'?: ToneEQ3Settings | Decibels;
  /** Tone.js’s own FeedbackCombFilter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.FeedbackCombFilter'?: ToneFeedbackCombFilterSettings | Seconds | NoteValue;
  /** Tone.js’s own FeedbackDelay, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.FeedbackDelay'?: ToneFeedbackDelaySettings | Seconds | NoteValue;
  /** Tone.js’s own Filter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Filter'?: ToneFilterSettings | Hertz;
  /** Tone.js’s own Freeverb, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Freeverb'?: ToneFreeverbSettings | Hertz;
  /** Tone.js’s own FrequencyShifter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.FrequencyShifter'?: ToneFrequencyShifterSettings | Hertz;
  /** Tone.js’s own Gate, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Gate'?: ToneGateSettings | Decibels;
  /** Tone.js’s own JCReverb, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.JCReverb'?: ToneJCReverbSettings | Ratio;
  /** Tone.js’s own Limiter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Limiter'?: ToneLimiterSettings | Decibels;
  /** Tone.js’s own LowpassCombFilter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.LowpassCombFilter'?: ToneLowpassCombFilterSettings | Seconds | NoteValue;
  /** Tone.js’s own MidSideCompressor, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.MidSideCompressor'?: ToneMidSideCompressorSettings | Seconds | NoteValue;
  /** Tone.js’s own MultibandCompressor, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.MultibandCompressor'?: ToneMultibandCompressorSettings | Seconds | NoteValue;
  /** Tone.js’s own OnePoleFilter, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.OnePoleFilter'?: ToneOnePoleFilterSettings | Hertz;
  /** Tone.js’s own Phaser, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Phaser'?: TonePhaserSettings | number;
  /** Tone.js’s own PingPongDelay, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.PingPongDelay'?: TonePingPongDelaySettings | Seconds | NoteValue;
  /** Tone.js’s own PitchShift, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.PitchShift'?: TonePitchShiftSettings | Semitones;
  /** Tone.js’s own Reverb, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Reverb'?: ToneReverbSettings | Seconds | NoteValue;
  /** Tone.js’s own ReverseDelay, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.ReverseDelay'?: ToneReverseDelaySettings | Seconds | NoteValue;
  /** Tone.js’s own StereoWidener, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.StereoWidener'?: ToneStereoWidenerSettings | Ratio;
  /** Tone.js’s own Tremolo, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Tremolo'?: ToneTremoloSettings | Hertz;
  /** Tone.js’s own Vibrato, played in its graph: a bounce of it takes a browser. */
  readonly 'tone.Vibrato'?: ToneVibratoSettings | Seconds | NoteValue;
}


// ---- Recordings, samples and kits ---------------------------------------------------------------

export interface TakeSettings {
  /** How much louder or softer it plays than it was recorded. -60dB to 24dB, default 0dB. */
  readonly gain?: Decibels;
  /** Fade at both ends, so that nothing clicks. 0s to 30s, default 5ms. */
  readonly fade?: Seconds;
  /** How long it takes to come; as `fade` where it is not said. 0s to 30s, default 5ms. */
  readonly fadeIn?: Seconds;
  /** How long it takes to go; as `fade` where it is not said. 0s to 30s, default 5ms. */
  readonly fadeOut?: Seconds;
  /** How long the take before it on its track goes over into this one, where they meet. 0s to 10s, default 20ms. */
  readonly crossfade?: Seconds;
  /** Nudges it: later, or with a minus earlier, than the song says. -10s to 10s, default 0s. */
  readonly offset?: Seconds;
  /** Whether it plays again and again to the end of its section. false, true; default false. */
  readonly loop?: boolean;
  /** Quarter notes a minute that it was played at: it follows the song's tempo. 0 follows none. 0bpm to 400bpm, default 0bpm. */
  readonly tempo?: Tempo;
  /** How it follows the tempo: at its pitch, or faster and higher like a tape. time, repitch; default time. */
  readonly stretch?: 'time' | 'repitch';
  /** Whether it plays from its end to its start. false, true; default false. */
  readonly reverse?: boolean;
  /** How much higher or lower it plays than it was recorded, at its own speed. -24st to +24st, default 0st. */
  readonly transpose?: Semitones;
  /** Pulls sung notes to the nearest one of the key, or of all twelve. off, key, chromatic; default off. */
  readonly tune?: 'off' | 'key' | 'chromatic';
  /** How far notes are pulled: 0% leaves them, 100% is all the way. 0% to 100%, default 100%. */
  readonly strength?: Ratio;
  /** Whether tops that were cut off at full scale are made anew, from the wave around them. false, true; default false. */
  readonly declip?: boolean;
  /** Whether what plays waits for it: a song that names it is taken up when it is loaded, not before. false, true; default false. */
  readonly preload?: boolean;
}

export interface SampleSettings {
  /** How much louder or softer it plays than it was recorded. -60dB to 24dB, default 0dB. */
  readonly gain?: Decibels;
  /** How long it takes to come. 0s to 30s, default 0s. */
  readonly fadeIn?: Seconds;
  /** How long it takes to go. 0s to 30s, default 5ms. */
  readonly fadeOut?: Seconds;
  /** Offset from the recorded pitch. -2400ct to +2400ct, default 0ct. */
  readonly detune?: Cents;
  /** How fast it plays: 2 is twice as fast, and an octave up. 0.0625 to 16, default 1. */
  readonly playbackRate?: number;
  /** Whether it plays from its end to its start. false, true; default false. */
  readonly reverse?: boolean;
  /** Whether what plays waits for it: a song that names it is taken up when it is loaded, not before. false, true; default false. */
  readonly preload?: boolean;
}

export interface KitSettings {
  /** How much louder or softer it plays than it was recorded. -60dB to 24dB, default 0dB. */
  readonly gain?: Decibels;
  /** Whether what plays waits for it: a song that names it is taken up when it is loaded, not before. false, true; default false. */
  readonly preload?: boolean;
}

export type DrumHit = 'x' | 'bd' | 'sd' | 'hh' | 'oh' | 'cp' | 'rim' | 'lt' | 'mt' | 'ht' | 'cr' | 'rd' | 'sh' | 'cb';

// ---- Delivery -----------------------------------------------------------------------------------

export type DeliveryTarget = 'spotify' | 'apple' | 'youtube' | 'tidal' | 'amazon' | 'deezer' | 'soundcloud' | 'bandcamp' | 'broadcast' | 'atsc' | 'cd' | 'club';
export interface DeliverySettings {
  /** Each track as a file of its own. */
  readonly stems?: boolean;
  /** The notes as a MIDI file. */
  readonly midi?: boolean;
  /** The kind of file. wav, flac, mp3; default wav. */
  readonly format?: 'wav' | 'flac' | 'mp3';
  /** Samples a second. 44.1kHz to 192kHz, default 48kHz. */
  readonly rate?: Hertz;
  /** Bits of a sample; 32f is floating point. 16, 24, 32f; default 24. */
  readonly bits?: '16' | '24' | '32f' | 16 | 24;
}

// ---- Scales -------------------------------------------------------------------------------------

type Mode = 'major' | 'minor' | 'dorian' | 'phrygian' | 'lydian' | 'mixolydian' | 'locrian' | 'harmonic minor' | 'melodic minor' | 'major pentatonic' | 'minor pentatonic' | 'minor blues' | 'phrygian dominant' | 'whole tone' | 'chromatic';

// ---- Transforms ---------------------------------------------------------------------------------

export interface Transforms {
  /**
   * Plays each chord of a progression for as long as it stands, in close position around c4, with a slash bass below.
   *
   * `chords`, as in a `.song`: `verse_p.chords`
   */
  chords(): Pattern;
  /**
   * The bass note of each chord, from c2 to b2: its root, or what stands behind its slash. Notes and hits stay.
   *
   * `root`, as in a `.song`: `verse_p.root`
   */
  root(): Pattern;
  /**
   * Voices chords within a range of notes so that the voices move as little as can be from chord to chord, all through the pattern and back to its begin. A slash bass stays below, also under the range. Single notes and hits stay.
   *
   * `voicing(style = close, range = e3..e5)`, as in a `.song`: `verse_p.voicing(drop2, c3..c5)`
   * @param style how the notes are spread; rootless leaves the root to the bass, of four notes and more: close, open, drop2, drop3 or rootless; close where it is left out
   * @param range lowest and highest note: a range of notes (e3..e5); e3..e5 where it is left out
   */
  voicing(style?: 'close' | 'open' | 'drop2' | 'drop3' | 'rootless', range?: NoteRange): Pattern;
  /**
   * Plays the notes of each chord one after another for as long as it stands, in that shape and note value; notes that stand together are a chord. `played` keeps the order in which they are written, `random` is drawn from the seed of the song.
   *
   * `arpeggio(shape = up, step = 1/16, octaves = 1)`, as in a `.song`: `verse_p.arpeggio(up, 1/16)`
   * @param shape the order of the notes: up, down, updown, downup, converge, diverge, random or played; up where it is left out
   * @param step how long each note is: a time (1/16, 1 beat, 2 bars, 20ms); 1/16 where it is left out
   * @param octaves over how many octaves: a whole number; 1 where it is left out
   */
  arpeggio(shape?: 'up' | 'down' | 'updown' | 'downup' | 'converge' | 'diverge' | 'random' | 'played', step?: Time, octaves?: number): Pattern;
  /**
   * Plays the pattern that many times as fast: fast(2) plays two bars of it in one.
   *
   * `fast(times)`, as in a `.song`: `bassline.fast(2)`
   * @param times how many times as fast or slow: a number
   */
  fast(times: number | Share | NoteValue): Pattern;
  /**
   * Plays the pattern that many times as slow: slow(2) spreads one bar of it over two.
   *
   * `slow(times)`, as in a `.song`: `verse_p.slow(2)`
   * @param times how many times as fast or slow: a number
   */
  slow(times: number | Share | NoteValue): Pattern;
  /**
   * Plays every bar of the pattern backwards; the bars stay in order.
   *
   * `rev`, as in a `.song`: `hook.rev`
   */
  rev(): Pattern;
  /**
   * Plays every bar of the pattern backwards; the bars stay in order.
   *
   * `rev`, as in a `.song`: `hook.rev`
   */
  reverse(): Pattern;
  /**
   * Moves notes and chords up (+7st) or down (-12st) by semitones. Drum hits stay.
   *
   * `transpose(by)`, as in a `.song`: `hook.transpose(+7st)`
   * @param by semitones up, or down where negative: a number of semitones (+7st)
   */
  transpose(by: Semitones): Pattern;
  /**
   * Moves notes and chords up (+1) or down (-1) by octaves. Drum hits stay.
   *
   * `octave(by)`, as in a `.song`: `hook.octave(-1)`
   * @param by octaves up, or down where negative: a whole number
   */
  octave(by: number): Pattern;
  /**
   * Plays every note at that velocity, 0% to 100%; what says nothing plays at 80%.
   *
   * `velocity(velocity)`, as in a `.song`: `hats.velocity(60%)`
   * @param velocity how hard: a share (50%)
   */
  velocity(velocity: Share): Pattern;
  /**
   * Applies a transform to the first of every so many bars: every(4, rev) turns bars 1, 5, 9... around.
   *
   * `every(bars, transform)`, as in a `.song`: `arp.every(4, rev)`
   * @param bars in which bars: the first of so many: a whole number
   * @param transform what to do there: rev, fast(2): a transform (rev, fast(2))
   */
  every(bars: number | Bars, transform: Change): Pattern;
  /**
   * Applies a transform to that share of the notes, drawn from the seed of the song; notes that begin together are drawn together. With bars as the last word whole bars are drawn.
   *
   * `sometimes(share, transform, of = notes)`, as in a `.song`: `hats.sometimes(30%, velocity(40%))`
   * @param share how many of the notes, on average: a share (50%)
   * @param transform what to do with them: rev, octave(1): a transform (rev, fast(2))
   * @param of what is drawn: single notes, or bars: notes or bars; notes where it is left out
   */
  sometimes(share: Share, transform: Change, of?: 'notes' | 'bars'): Pattern;
  /**
   * Plays each note up to that much earlier or later, and up to that share softer or louder: drawn from the seed of the song, small slips more often than large ones. No note leaves its bar.
   *
   * `humanize(time, velocity = 0%)`, as in a `.song`: `hook.humanize(8ms, 6%)`
   * @param time the most that a note is early or late: 8ms, 1/64: a time (1/16, 1 beat, 2 bars, 20ms)
   * @param velocity the most that a note is softer or louder: a share (50%); 0% where it is left out
   */
  humanize(time: Time, velocity?: Share): Pattern;
  /**
   * Of each two such notes the second comes when that share of both has passed: 50% is straight, 66% a triplet. What lies between moves along. A pair that the bar has no room for stays straight.
   *
   * `swing(amount, of = 1/16)`, as in a `.song`: `hats.swing(58%, 1/16)`
   * @param amount when the second note comes, as a share of both: a share (50%)
   * @param of the notes that swing: a time (1/16, 1 beat, 2 bars, 20ms); 1/16 where it is left out
   */
  swing(amount: Share, of?: Time): Pattern;
  /**
   * Grows from one level to another, or dies away, evenly in decibels: over the whole part that it plays in, or over that time, then anew. Outside of a section it grows over the bars that the pattern is written for.
   *
   * `crescendo(from, to, length = the whole part)`, as in a `.song`: `"sd*16".crescendo(-18dB, 0dB)`
   * @param from the level at the start: a level in decibels (-6dB)
   * @param to the level at the end: a level in decibels (-6dB)
   * @param length over how long, then it begins anew: a time (1/16, 1 beat, 2 bars, 20ms); the whole part where it is left out
   */
  crescendo(from: Decibels, to: Decibels, length?: Time): Pattern;
  /**
   * Plays every note louder or softer by that many decibels, up to full velocity. The level of a track is set in the mixer.
   *
   * `gain(by)`, as in a `.song`: `hats.gain(-6dB)`
   * @param by how much louder, or softer where negative: a level in decibels (-6dB)
   */
  gain(by: Decibels): Pattern;
  /**
   * Plays louder the notes that begin where another pattern sounds: accent("1 0 0 1"). A 0 or a rest leaves them as they are.
   *
   * `accent(where, by = 3dB)`, as in a `.song`: `hats.accent("1 0 0 1", +4dB)`
   * @param where where it sounds, notes are accented: "1 0 0 1": a pattern
   * @param by how much louder: a level in decibels (-6dB); 3dB where it is left out
   */
  accent(where: Music, by?: Decibels): Pattern;
  /**
   * Holds each note until the next begins, over rests and bar lines, or for that share of the way; beyond 100% it sounds on into the next, by a bar at most. A rest is held through for 16 bars at most.
   *
   * `legato(share = 100%)`, as in a `.song`: `bassline.legato(95%)`
   * @param share how much of the way to the next note: a share (50%); 100% where it is left out
   */
  legato(share?: Share): Pattern;
  /**
   * Plays each note for only that share of its length.
   *
   * `staccato(share = 50%)`, as in a `.song`: `bassline.staccato(40%)`
   * @param share how much of its length is heard: a share (50%); 50% where it is left out
   */
  staccato(share?: Share): Pattern;
  /**
   * Plays the pattern that much earlier. What would fall before its start is heard at the end of its last bar.
   *
   * `early(by)`, as in a `.song`: `hats.early(1/16)`
   * @param by by how much: 1/16, 1 beat, 2 bars, 20ms: a time (1/16, 1 beat, 2 bars, 20ms)
   */
  early(by: Time): Pattern;
  /**
   * Plays the pattern that much later. What would fall behind its end is heard at its start.
   *
   * `late(by)`, as in a `.song`: `hook.late(1 beat)`
   * @param by by how much: 1/16, 1 beat, 2 bars, 20ms: a time (1/16, 1 beat, 2 bars, 20ms)
   */
  late(by: Time): Pattern;
  /**
   * Moves the pattern in time: later (+10ms, 1/16), or earlier where negative (-10ms). It comes round, as with late and early.
   *
   * `shift(by)`, as in a `.song`: `snare.shift(+10ms)`
   * @param by by how much: 1/16, 1 beat, 2 bars, 20ms: a time (1/16, 1 beat, 2 bars, 20ms)
   */
  shift(by: Time): Pattern;
  /**
   * Moves the begin of each note to the nearest such note value, or only part of the way. Lengths stay. What is nearest to the next bar begins there.
   *
   * `quantize(to, strength = 100%)`, as in a `.song`: `hook.quantize(1/16, 80%)`
   * @param to the note value: a time (1/16, 1 beat, 2 bars, 20ms)
   * @param strength how much of the way: a share (50%); 100% where it is left out
   */
  quantize(to: Time, strength?: Share): Pattern;
  /**
   * Plays the whole pattern in that time, however many bars it is written for: a line of four bars, stretched to 8 bars, is half as fast.
   *
   * `stretch(to)`, as in a `.song`: `bassline.stretch(2 bars)`
   * @param to how long all of it lasts: a time (1/16, 1 beat, 2 bars, 20ms)
   */
  stretch(to: Time): Pattern;
  /**
   * Plays patterns one after another, each for all the bars that it is written for: cat(verse_a, verse_b).
   *
   * `cat(patterns...)`, as in a `.song`: `cat(bassline, "a1 e2 a2 e2")`
   * @param patterns what follows: a pattern
   */
  cat(...patterns: readonly Music[]): Pattern;
  /**
   * Plays patterns at the same time.
   *
   * `stack(patterns...)`, as in a `.song`: `hook.stack("a2 ~ e2 ~")`
   * @param patterns what sounds with it: a pattern
   */
  stack(...patterns: readonly Music[]): Pattern;
  /**
   * Plays one bar of each pattern in the time of one: two patterns take half a bar each, three a third.
   *
   * `seq(patterns...)`, as in a `.song`: `seq(bassline, "c4 e4", hook)`
   * @param patterns what follows: a pattern
   */
  seq(...patterns: readonly Music[]): Pattern;
  /**
   * In the last of every so many bars plays another pattern in the place of this one, or only at the end of that bar: fill(4, "sd*16", 1/2) for its second half.
   *
   * `fill(bars, with, length = 1 bar)`, as in a `.song`: `beat.fill(4, "sd*8", 1/2)`
   * @param bars in which bars: the last of so many: a whole number
   * @param music what plays there: a pattern
   * @param length how long it plays, up to the end of these bars: a time (1/16, 1 beat, 2 bars, 20ms); 1 bar where it is left out
   */
  fill(bars: number, music: Music, length?: Time): Pattern;
  /**
   * Keeps the notes that begin where another pattern sounds: mask("1 1 0 1") leaves out the third quarter of each bar. A 0 or a rest is silent.
   *
   * `mask(where)`, as in a `.song`: `hats.mask("1 1 0 1")`
   * @param where where it sounds, notes are kept: "1 0": a pattern
   */
  mask(where: Music): Pattern;
  /**
   * Varies the pattern: some of its notes go to a neighbour in key, are split in two, played softer or left out. Each number is another variation, the same at every repeat; the first beat of a bar is never left out.
   *
   * `variation(number, amount = 25%)`, as in a `.song`: `hook.variation(2, 30%)`
   * @param number which variation: a whole number
   * @param amount how many of the notes change, on average: a share (50%); 25% where it is left out
   */
  variation(number: number, amount?: Share): Pattern;
  /**
   * Plays each note that many times in the time that it has.
   *
   * `ply(times)`, as in a `.song`: `bassline.ply(2)`
   * @param times how often each note: a whole number
   */
  ply(times: number): Pattern;
  /**
   * Breaks notes into that many quick repeats, each softer than the one before. With a share only so many of the notes are broken, drawn from the seed of the song.
   *
   * `ratchet(times, share = 100%, last = 50%)`, as in a `.song`: `hats.ratchet(3, 25%)`
   * @param times how many repeats: a whole number
   * @param share how many of the notes, on average: a share (50%); 100% where it is left out
   * @param last velocity of the last repeat, of that of the first: a share (50%); 50% where it is left out
   */
  ratchet(times: number, share?: Share, last?: Share): Pattern;
  /**
   * Gives the pattern a new rhythm: so many pulses, spread over so many steps of a bar as evenly as can be. Each pulse plays what the pattern sounds at that moment.
   *
   * `euclid(pulses, steps, rotation = 0)`, as in a `.song`: `bassline.euclid(5, 8)`
   * @param pulses how many notes: a whole number
   * @param steps over how many steps: a whole number
   * @param rotation begun so many steps later: a whole number; 0 where it is left out
   */
  euclid(pulses: number, steps: number, rotation?: number): Pattern;
  /**
   * Cuts each bar into that many parts and applies a transform to one of them: to the first part in the first bar, to the second part in the second, and so on.
   *
   * `chunk(parts, transform)`, as in a `.song`: `hook.chunk(4, octave(+1))`
   * @param parts into how many parts: a whole number
   * @param transform what to do there: rev, octave(+1): a transform (rev, fast(2))
   */
  chunk(parts: number, transform: Change): Pattern;
  /**
   * Cuts each bar into that many parts and begins every bar one part later than the bar before: with 4 the second bar begins on its second quarter.
   *
   * `iter(parts)`, as in a `.song`: `arp.iter(4)`
   * @param parts into how many parts: a whole number
   */
  iter(parts: number): Pattern;
  /**
   * Plays degrees in that scale, 0 being its tonic from c4 up. Notes move to the nearest note of it, the lower of two; chords and drum hits stay.
   *
   * `scale(scale)`, as in a `.song`: `"0 2 4 <7 -1>".scale(A minor)`
   * @param scale a tonic and a mode, such as A minor: words (C major, C minor, G major)
   */
  scale(scale: Key): Pattern;
  /**
   * Moves notes and chords up (+2) or down (-1) by steps of the scale, so that they stay in key: +2 plays everything a third higher.
   *
   * `degree(steps, scale = the key of the song)`, as in a `.song`: `hook.degree(+2)`
   * @param steps steps up, or down where negative: a whole number
   * @param scale the scale that it counts in, such as A minor: words (C major, C minor, G major); the key of the song where it is left out
   */
  degree(steps: number, scale?: Key): Pattern;
  /**
   * Adds numbers: to degrees as steps of the scale, to notes and chords as semitones. A pattern of numbers is read at the begin of each note; several numbers at once make several notes, and in a rest the note stays as it is.
   *
   * `add(numbers)`, as in a `.song`: `hook.add("<0 5>")`
   * @param numbers what is added: 7, "0 2": a pattern or a number
   */
  add(numbers: Music | number): Pattern;
  /**
   * Builds a chord on each note: of one kind (m7, sus4), or of thirds in the key (triad, seventh, ninth), which is major or minor as the key has it.
   *
   * `chord(kind = triad, scale = the key of the song)`, as in a `.song`: `"a3 f3 c4 g3".chord(seventh)`
   * @param kind an ending of a chord symbol (m7, sus4, maj), or triad, seventh, ninth: thirds of the key: words (triad, seventh, ninth); triad where it is left out
   * @param scale the scale that it counts in, such as A minor: words (C major, C minor, G major); the key of the song where it is left out
   */
  chord(kind?: 'triad' | 'seventh' | 'ninth' | 'eleventh' | 'thirteenth' | 'maj' | 'm' | '7' | 'maj7' | 'm7' | 'sus4' | 'sus2' | 'dim' | 'aug' | 'm7b5' | 'dim7' | '6' | 'm6' | '9' | 'maj9' | 'm9' | 'add9' | 'madd9' | '7sus4' | '5' | '11' | 'm11' | '13' | '7b9' | '7#9' | 'mMaj7' | '6/9' | (string & {}), scale?: Key): Pattern;
  /**
   * Inverts chords: the lowest note goes up an octave, that many times; where negative the highest goes down. Single notes and hits stay.
   *
   * `invert(times = 1)`, as in a `.song`: `verse_p.invert(1)`
   * @param times how many notes are turned over: a whole number; 1 where it is left out
   */
  invert(times?: number): Pattern;
  /**
   * Adds a second voice: a plain number counts steps of the scale, so that +2 is a third above in key and -5 a sixth below; +7st is always a fifth.
   *
   * `harmonize(interval, velocity = 100%, scale = the key of the song)`, as in a `.song`: `hook.harmonize(+2, 70%)`
   * @param interval how far above, or below where negative: +2, -5, +7st: an interval (+2 steps of the scale as a plain number, or +7st)
   * @param velocity velocity of the second voice, of that of the first: a share (50%); 100% where it is left out
   * @param scale the scale that it counts in, such as A minor: words (C major, C minor, G major); the key of the song where it is left out
   */
  harmonize(interval: number | Semitones | Cents, velocity?: Share, scale?: Key): Pattern;
  /**
   * Plays notes and chords as a tuning of the song has them: `tuning partch = "partch_43.scl"`. Degrees are its own, 0 being c4; what its mapping leaves silent is a rest. It stands last: what follows would move what is tuned.
   *
   * `tuning(tuning)`, as in a `.song`: `"0 7 14 21".tuning(partch)`
   * @param tuning a tuning of the song, by its name: words ()
   */
  tuning(tuning: Tuning): Pattern;
}

/** A transform that others apply: `hook.every(4, rev)`, `hook.sometimes('30%', octave(1))`. */
export interface Change {
  readonly [isA]: 'change';
}
/**
 * Plays each chord of a progression for as long as it stands, in close position around c4, with a slash bass below.
 *
 * `chords`, as in a `.song`: `verse_p.chords`
 */
export const chords: (() => Change) & Change;
/**
 * The bass note of each chord, from c2 to b2: its root, or what stands behind its slash. Notes and hits stay.
 *
 * `root`, as in a `.song`: `verse_p.root`
 */
export const root: (() => Change) & Change;
/**
 * Voices chords within a range of notes so that the voices move as little as can be from chord to chord, all through the pattern and back to its begin. A slash bass stays below, also under the range. Single notes and hits stay.
 *
 * `voicing(style = close, range = e3..e5)`, as in a `.song`: `verse_p.voicing(drop2, c3..c5)`
 * @param style how the notes are spread; rootless leaves the root to the bass, of four notes and more: close, open, drop2, drop3 or rootless; close where it is left out
 * @param range lowest and highest note: a range of notes (e3..e5); e3..e5 where it is left out
 */
export const voicing: ((style?: 'close' | 'open' | 'drop2' | 'drop3' | 'rootless', range?: NoteRange) => Change) & Change;
/**
 * Plays the notes of each chord one after another for as long as it stands, in that shape and note value; notes that stand together are a chord. `played` keeps the order in which they are written, `random` is drawn from the seed of the song.
 *
 * `arpeggio(shape = up, step = 1/16, octaves = 1)`, as in a `.song`: `verse_p.arpeggio(up, 1/16)`
 * @param shape the order of the notes: up, down, updown, downup, converge, diverge, random or played; up where it is left out
 * @param step how long each note is: a time (1/16, 1 beat, 2 bars, 20ms); 1/16 where it is left out
 * @param octaves over how many octaves: a whole number; 1 where it is left out
 */
export const arpeggio: ((shape?: 'up' | 'down' | 'updown' | 'downup' | 'converge' | 'diverge' | 'random' | 'played', step?: Time, octaves?: number) => Change) & Change;
/**
 * Plays the pattern that many times as fast: fast(2) plays two bars of it in one.
 *
 * `fast(times)`, as in a `.song`: `bassline.fast(2)`
 * @param times how many times as fast or slow: a number
 */
export function fast(times: number | Share | NoteValue): Change;
/**
 * Plays the pattern that many times as slow: slow(2) spreads one bar of it over two.
 *
 * `slow(times)`, as in a `.song`: `verse_p.slow(2)`
 * @param times how many times as fast or slow: a number
 */
export function slow(times: number | Share | NoteValue): Change;
/**
 * Plays every bar of the pattern backwards; the bars stay in order.
 *
 * `rev`, as in a `.song`: `hook.rev`
 */
export const rev: (() => Change) & Change;
/**
 * Plays every bar of the pattern backwards; the bars stay in order.
 *
 * `rev`, as in a `.song`: `hook.rev`
 */
export const reverse: (() => Change) & Change;
/**
 * Moves notes and chords up (+7st) or down (-12st) by semitones. Drum hits stay.
 *
 * `transpose(by)`, as in a `.song`: `hook.transpose(+7st)`
 * @param by semitones up, or down where negative: a number of semitones (+7st)
 */
export function transpose(by: Semitones): Change;
/**
 * Moves notes and chords up (+1) or down (-1) by octaves. Drum hits stay.
 *
 * `octave(by)`, as in a `.song`: `hook.octave(-1)`
 * @param by octaves up, or down where negative: a whole number
 */
export function octave(by: number): Change;
/**
 * Plays every note at that velocity, 0% to 100%; what says nothing plays at 80%.
 *
 * `velocity(velocity)`, as in a `.song`: `hats.velocity(60%)`
 * @param velocity how hard: a share (50%)
 */
export function velocity(velocity: Share): Change;
/**
 * Applies a transform to the first of every so many bars: every(4, rev) turns bars 1, 5, 9... around.
 *
 * `every(bars, transform)`, as in a `.song`: `arp.every(4, rev)`
 * @param bars in which bars: the first of so many: a whole number
 * @param transform what to do there: rev, fast(2): a transform (rev, fast(2))
 */
export function every(bars: number | Bars, transform: Change): Change;
/**
 * Applies a transform to that share of the notes, drawn from the seed of the song; notes that begin together are drawn together. With bars as the last word whole bars are drawn.
 *
 * `sometimes(share, transform, of = notes)`, as in a `.song`: `hats.sometimes(30%, velocity(40%))`
 * @param share how many of the notes, on average: a share (50%)
 * @param transform what to do with them: rev, octave(1): a transform (rev, fast(2))
 * @param of what is drawn: single notes, or bars: notes or bars; notes where it is left out
 */
export function sometimes(share: Share, transform: Change, of?: 'notes' | 'bars'): Change;
/**
 * Plays each note up to that much earlier or later, and up to that share softer or louder: drawn from the seed of the song, small slips more often than large ones. No note leaves its bar.
 *
 * `humanize(time, velocity = 0%)`, as in a `.song`: `hook.humanize(8ms, 6%)`
 * @param time the most that a note is early or late: 8ms, 1/64: a time (1/16, 1 beat, 2 bars, 20ms)
 * @param velocity the most that a note is softer or louder: a share (50%); 0% where it is left out
 */
export function humanize(time: Time, velocity?: Share): Change;
/**
 * Of each two such notes the second comes when that share of both has passed: 50% is straight, 66% a triplet. What lies between moves along. A pair that the bar has no room for stays straight.
 *
 * `swing(amount, of = 1/16)`, as in a `.song`: `hats.swing(58%, 1/16)`
 * @param amount when the second note comes, as a share of both: a share (50%)
 * @param of the notes that swing: a time (1/16, 1 beat, 2 bars, 20ms); 1/16 where it is left out
 */
export function swing(amount: Share, of?: Time): Change;
/**
 * Grows from one level to another, or dies away, evenly in decibels: over the whole part that it plays in, or over that time, then anew. Outside of a section it grows over the bars that the pattern is written for.
 *
 * `crescendo(from, to, length = the whole part)`, as in a `.song`: `"sd*16".crescendo(-18dB, 0dB)`
 * @param from the level at the start: a level in decibels (-6dB)
 * @param to the level at the end: a level in decibels (-6dB)
 * @param length over how long, then it begins anew: a time (1/16, 1 beat, 2 bars, 20ms); the whole part where it is left out
 */
export function crescendo(from: Decibels, to: Decibels, length?: Time): Change;
/**
 * Plays every note louder or softer by that many decibels, up to full velocity. The level of a track is set in the mixer.
 *
 * `gain(by)`, as in a `.song`: `hats.gain(-6dB)`
 * @param by how much louder, or softer where negative: a level in decibels (-6dB)
 */
export function gain(by: Decibels): Change;
/**
 * Plays louder the notes that begin where another pattern sounds: accent("1 0 0 1"). A 0 or a rest leaves them as they are.
 *
 * `accent(where, by = 3dB)`, as in a `.song`: `hats.accent("1 0 0 1", +4dB)`
 * @param where where it sounds, notes are accented: "1 0 0 1": a pattern
 * @param by how much louder: a level in decibels (-6dB); 3dB where it is left out
 */
export function accent(where: Music, by?: Decibels): Change;
/**
 * Holds each note until the next begins, over rests and bar lines, or for that share of the way; beyond 100% it sounds on into the next, by a bar at most. A rest is held through for 16 bars at most.
 *
 * `legato(share = 100%)`, as in a `.song`: `bassline.legato(95%)`
 * @param share how much of the way to the next note: a share (50%); 100% where it is left out
 */
export const legato: ((share?: Share) => Change) & Change;
/**
 * Plays each note for only that share of its length.
 *
 * `staccato(share = 50%)`, as in a `.song`: `bassline.staccato(40%)`
 * @param share how much of its length is heard: a share (50%); 50% where it is left out
 */
export const staccato: ((share?: Share) => Change) & Change;
/**
 * Plays the pattern that much earlier. What would fall before its start is heard at the end of its last bar.
 *
 * `early(by)`, as in a `.song`: `hats.early(1/16)`
 * @param by by how much: 1/16, 1 beat, 2 bars, 20ms: a time (1/16, 1 beat, 2 bars, 20ms)
 */
export function early(by: Time): Change;
/**
 * Plays the pattern that much later. What would fall behind its end is heard at its start.
 *
 * `late(by)`, as in a `.song`: `hook.late(1 beat)`
 * @param by by how much: 1/16, 1 beat, 2 bars, 20ms: a time (1/16, 1 beat, 2 bars, 20ms)
 */
export function late(by: Time): Change;
/**
 * Moves the pattern in time: later (+10ms, 1/16), or earlier where negative (-10ms). It comes round, as with late and early.
 *
 * `shift(by)`, as in a `.song`: `snare.shift(+10ms)`
 * @param by by how much: 1/16, 1 beat, 2 bars, 20ms: a time (1/16, 1 beat, 2 bars, 20ms)
 */
export function shift(by: Time): Change;
/**
 * Moves the begin of each note to the nearest such note value, or only part of the way. Lengths stay. What is nearest to the next bar begins there.
 *
 * `quantize(to, strength = 100%)`, as in a `.song`: `hook.quantize(1/16, 80%)`
 * @param to the note value: a time (1/16, 1 beat, 2 bars, 20ms)
 * @param strength how much of the way: a share (50%); 100% where it is left out
 */
export function quantize(to: Time, strength?: Share): Change;
/**
 * Plays the whole pattern in that time, however many bars it is written for: a line of four bars, stretched to 8 bars, is half as fast.
 *
 * `stretch(to)`, as in a `.song`: `bassline.stretch(2 bars)`
 * @param to how long all of it lasts: a time (1/16, 1 beat, 2 bars, 20ms)
 */
export function stretch(to: Time): Change;
/**
 * Plays patterns one after another, each for all the bars that it is written for: cat(verse_a, verse_b).
 *
 * `cat(patterns...)`, as in a `.song`: `cat(bassline, "a1 e2 a2 e2")`
 * @param patterns what follows: a pattern
 */
export function cat(...patterns: readonly Music[]): Pattern;
/**
 * Plays patterns at the same time.
 *
 * `stack(patterns...)`, as in a `.song`: `hook.stack("a2 ~ e2 ~")`
 * @param patterns what sounds with it: a pattern
 */
export function stack(...patterns: readonly Music[]): Pattern;
/**
 * Plays one bar of each pattern in the time of one: two patterns take half a bar each, three a third.
 *
 * `seq(patterns...)`, as in a `.song`: `seq(bassline, "c4 e4", hook)`
 * @param patterns what follows: a pattern
 */
export function seq(...patterns: readonly Music[]): Pattern;
/**
 * In the last of every so many bars plays another pattern in the place of this one, or only at the end of that bar: fill(4, "sd*16", 1/2) for its second half.
 *
 * `fill(bars, with, length = 1 bar)`, as in a `.song`: `beat.fill(4, "sd*8", 1/2)`
 * @param bars in which bars: the last of so many: a whole number
 * @param music what plays there: a pattern
 * @param length how long it plays, up to the end of these bars: a time (1/16, 1 beat, 2 bars, 20ms); 1 bar where it is left out
 */
export function fill(bars: number, music: Music, length?: Time): Change;
/**
 * Keeps the notes that begin where another pattern sounds: mask("1 1 0 1") leaves out the third quarter of each bar. A 0 or a rest is silent.
 *
 * `mask(where)`, as in a `.song`: `hats.mask("1 1 0 1")`
 * @param where where it sounds, notes are kept: "1 0": a pattern
 */
export function mask(where: Music): Change;
/**
 * Varies the pattern: some of its notes go to a neighbour in key, are split in two, played softer or left out. Each number is another variation, the same at every repeat; the first beat of a bar is never left out.
 *
 * `variation(number, amount = 25%)`, as in a `.song`: `hook.variation(2, 30%)`
 * @param number which variation: a whole number
 * @param amount how many of the notes change, on average: a share (50%); 25% where it is left out
 */
export function variation(number: number, amount?: Share): Change;
/**
 * Plays each note that many times in the time that it has.
 *
 * `ply(times)`, as in a `.song`: `bassline.ply(2)`
 * @param times how often each note: a whole number
 */
export function ply(times: number): Change;
/**
 * Breaks notes into that many quick repeats, each softer than the one before. With a share only so many of the notes are broken, drawn from the seed of the song.
 *
 * `ratchet(times, share = 100%, last = 50%)`, as in a `.song`: `hats.ratchet(3, 25%)`
 * @param times how many repeats: a whole number
 * @param share how many of the notes, on average: a share (50%); 100% where it is left out
 * @param last velocity of the last repeat, of that of the first: a share (50%); 50% where it is left out
 */
export function ratchet(times: number, share?: Share, last?: Share): Change;
/**
 * Gives the pattern a new rhythm: so many pulses, spread over so many steps of a bar as evenly as can be. Each pulse plays what the pattern sounds at that moment.
 *
 * `euclid(pulses, steps, rotation = 0)`, as in a `.song`: `bassline.euclid(5, 8)`
 * @param pulses how many notes: a whole number
 * @param steps over how many steps: a whole number
 * @param rotation begun so many steps later: a whole number; 0 where it is left out
 */
export function euclid(pulses: number, steps: number, rotation?: number): Change;
/**
 * Cuts each bar into that many parts and applies a transform to one of them: to the first part in the first bar, to the second part in the second, and so on.
 *
 * `chunk(parts, transform)`, as in a `.song`: `hook.chunk(4, octave(+1))`
 * @param parts into how many parts: a whole number
 * @param transform what to do there: rev, octave(+1): a transform (rev, fast(2))
 */
export function chunk(parts: number, transform: Change): Change;
/**
 * Cuts each bar into that many parts and begins every bar one part later than the bar before: with 4 the second bar begins on its second quarter.
 *
 * `iter(parts)`, as in a `.song`: `arp.iter(4)`
 * @param parts into how many parts: a whole number
 */
export function iter(parts: number): Change;
/**
 * Plays degrees in that scale, 0 being its tonic from c4 up. Notes move to the nearest note of it, the lower of two; chords and drum hits stay.
 *
 * `scale(scale)`, as in a `.song`: `"0 2 4 <7 -1>".scale(A minor)`
 * @param scale a tonic and a mode, such as A minor: words (C major, C minor, G major)
 */
export function scale(scale: Key): Change;
/**
 * Moves notes and chords up (+2) or down (-1) by steps of the scale, so that they stay in key: +2 plays everything a third higher.
 *
 * `degree(steps, scale = the key of the song)`, as in a `.song`: `hook.degree(+2)`
 * @param steps steps up, or down where negative: a whole number
 * @param scale the scale that it counts in, such as A minor: words (C major, C minor, G major); the key of the song where it is left out
 */
export function degree(steps: number, scale?: Key): Change;
/**
 * Adds numbers: to degrees as steps of the scale, to notes and chords as semitones. A pattern of numbers is read at the begin of each note; several numbers at once make several notes, and in a rest the note stays as it is.
 *
 * `add(numbers)`, as in a `.song`: `hook.add("<0 5>")`
 * @param numbers what is added: 7, "0 2": a pattern or a number
 */
export function add(numbers: Music | number): Change;
/**
 * Builds a chord on each note: of one kind (m7, sus4), or of thirds in the key (triad, seventh, ninth), which is major or minor as the key has it.
 *
 * `chord(kind = triad, scale = the key of the song)`, as in a `.song`: `"a3 f3 c4 g3".chord(seventh)`
 * @param kind an ending of a chord symbol (m7, sus4, maj), or triad, seventh, ninth: thirds of the key: words (triad, seventh, ninth); triad where it is left out
 * @param scale the scale that it counts in, such as A minor: words (C major, C minor, G major); the key of the song where it is left out
 */
export const chord: ((kind?: 'triad' | 'seventh' | 'ninth' | 'eleventh' | 'thirteenth' | 'maj' | 'm' | '7' | 'maj7' | 'm7' | 'sus4' | 'sus2' | 'dim' | 'aug' | 'm7b5' | 'dim7' | '6' | 'm6' | '9' | 'maj9' | 'm9' | 'add9' | 'madd9' | '7sus4' | '5' | '11' | 'm11' | '13' | '7b9' | '7#9' | 'mMaj7' | '6/9' | (string & {}), scale?: Key) => Change) & Change;
/**
 * Inverts chords: the lowest note goes up an octave, that many times; where negative the highest goes down. Single notes and hits stay.
 *
 * `invert(times = 1)`, as in a `.song`: `verse_p.invert(1)`
 * @param times how many notes are turned over: a whole number; 1 where it is left out
 */
export const invert: ((times?: number) => Change) & Change;
/**
 * Adds a second voice: a plain number counts steps of the scale, so that +2 is a third above in key and -5 a sixth below; +7st is always a fifth.
 *
 * `harmonize(interval, velocity = 100%, scale = the key of the song)`, as in a `.song`: `hook.harmonize(+2, 70%)`
 * @param interval how far above, or below where negative: +2, -5, +7st: an interval (+2 steps of the scale as a plain number, or +7st)
 * @param velocity velocity of the second voice, of that of the first: a share (50%); 100% where it is left out
 * @param scale the scale that it counts in, such as A minor: words (C major, C minor, G major); the key of the song where it is left out
 */
export function harmonize(interval: number | Semitones | Cents, velocity?: Share, scale?: Key): Change;
/**
 * Plays notes and chords as a tuning of the song has them: `tuning partch = "partch_43.scl"`. Degrees are its own, 0 being c4; what its mapping leaves silent is a rest. It stands last: what follows would move what is tuned.
 *
 * `tuning(tuning)`, as in a `.song`: `"0 7 14 21".tuning(partch)`
 * @param tuning a tuning of the song, by its name: words ()
 */
export function tuning(tuning: Tuning): Change;
