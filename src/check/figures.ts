// The figures that rules go by, in one place, so that a change is one line. As of 2026-11-21.
// A figure that a song, a workspace or a profile can tune is a row; what only makes a rule sharper stands
// with its rule's name at the end. What an instrument can play stands in the vocabulary, with the instrument.

import type { NumberParameter } from '../vocabulary/parameter.ts';

/** A figure by its rule and a word: `INS2.breath`. Tuned as `checks { INS2.breath: 10s }`. */
export interface Figure extends NumberParameter {
  /** Who says so: a standard, or we. */
  readonly source: string;
}

const ours = 'our default';

const figure = (
  path: string,
  quantity: NumberParameter['quantity'],
  value: number,
  [min, max]: readonly [number, number],
  doc: string,
  source = ours,
): Figure => ({ kind: 'number', path, quantity, default: value, min, max, doc, source });

export const figures = {
  clash: figure('HAR2.seconds', 'seconds', 1, [0.1, 30], 'Held together for less, a semitone is spice.'),
  chordBeats: figure('HAR3.seconds', 'seconds', 0.9, [0.1, 30], 'A shorter chord is passing.'),
  lowBelow: figure(
    'HAR4.below',
    'number',
    48,
    [24, 72],
    'Both notes are below this MIDI note: 48 is C3.',
    'the low interval limits of arrangers, for thirds',
  ),
  lowTogether: figure(
    'HAR4.seconds',
    'seconds',
    0.5,
    [0.05, 30],
    'Sounding together for less, it is no chord.',
  ),
  sungLeap: figure('MEL1.leap', 'semitones', 12, [3, 36], 'The widest leap.'),
  sungPause: figure(
    'MEL1.pause',
    'seconds',
    0.5,
    [0, 10],
    'After a rest that long a leap is a new beginning.',
  ),
  strained: figure('MEL1.outside', 'ratio', 0.25, [0, 1], 'The most that may lie outside of the best voice.'),
  levelJump: figure('AUT1.jump', 'decibels', 6, [0, 60], 'A smaller jump is not heard as a click.'),
  levelTime: figure('AUT1.time', 'seconds', 0.005, [0, 1], 'What takes longer is a ramp.'),
  eventsPerSecond: figure(
    'LIV1.events',
    'number',
    300,
    [10, 100000],
    'Notes that begin within a second on one track.',
  ),
  voices: figure('LIV4.voices', 'number', 256, [1, 100000], 'Voices that sound at a time, of all tracks.'),
  samePasses: figure(
    'ARR3.passes',
    'number',
    3,
    [2, 100],
    'That many passes in a row, note for note, are one too many.',
  ),
  samePassBars: figure('ARR3.bars', 'bars', 4, [1, 100], 'A shorter section is a riff.'),
  sameBars: figure(
    'ARR4.bars',
    'bars',
    4,
    [1, 100],
    'As many bars on either side of the border are compared.',
  ),
  fromZone: figure(
    'INS6.distance',
    'semitones',
    7,
    [1, 36],
    'A recording is played that far from its note at most.',
  ),
  breath: figure('INS2.breath', 'seconds', 8, [1, 60], 'The longest that a line goes on without a rest.'),
  breathGap: figure('INS2.gap', 'seconds', 0.1, [0.01, 2], 'A gap that long is a breath.'),
  handSpan: figure('INS3.span', 'semitones', 16, [7, 24], 'How far a hand reaches: 16 is a tenth.'),
  fingers: figure('INS3.fingers', 'number', 5, [1, 10], 'Notes that a hand can play at a time.'),
  legato: figure(
    'INS4.legato',
    'seconds',
    0.25,
    [0, 10],
    'A note that sounds on into the next by less is legato.',
  ),
  heardRelease: figure(
    'INS5.release',
    'ratio',
    0.5,
    [0, 1],
    'The share of a release through which a voice is missed.',
  ),
  neverThere: figure(
    'SND1.share',
    'ratio',
    0.5,
    [0, 1],
    'Told of where that share of the notes is too short.',
  ),
  shutOut: figure(
    'SND2.octaves',
    'number',
    1,
    [0, 6],
    'Octaves from the cutoff from which on a fundamental is gone.',
  ),
  agreeing: figure('RHY1.agreeing', 'ratio', 0.6, [0.5, 1], 'That share of the bars has to agree.'),
  machineBars: figure('RHY3.bars', 'bars', 8, [1, 100], 'So many bars exactly alike are a machine.'),
  flamLeast: figure('RHY4.least', 'seconds', 0.005, [0, 0.1], 'Closer, they are one hit.'),
  flamMost: figure('RHY4.most', 'seconds', 0.03, [0, 0.2], 'Further apart, they are two.'),
  flamShare: figure('RHY4.share', 'ratio', 0.5, [0, 1], 'Told of where that share of the pairs is apart.'),
  unsung: figure(
    'LYR1.unsung',
    'ratio',
    0.25,
    [0, 1],
    'Up to that share of the notes, a missing syllable is a slip.',
  ),
  oneSwing: figure('RHY5.apart', 'ratio', 0.02, [0, 0.3], 'Swings that are closer than that are one.'),
  lowCut: figure(
    'MIX8.lowCut',
    'decibels',
    -9,
    [-60, 0],
    'An eq that takes the lows down by that much is a high-pass.',
  ),
  writtenTimes: figure('HYG3.times', 'number', 3, [2, 100], 'Written out that often, a line wants a name.'),
  writtenNotes: figure(
    'HYG3.notes',
    'number',
    4,
    [1, 1000],
    'A shorter line is as quickly written as named.',
  ),
  finished: figure(
    'BRF1.finished',
    'seconds',
    60,
    [1, 3600],
    'From that length on a song is more than a sketch.',
  ),
  lifts: figure('BRF3.louder', 'lu', 0.5, [0, 12], 'A chorus that is so much louder lifts.'),
  liftsBrighter: figure(
    'BRF3.brighter',
    'ratio',
    1.05,
    [1, 4],
    'So much higher lies the middle of the spectrum of a chorus that is brighter.',
  ),
  liftsDenser: figure('BRF3.denser', 'ratio', 1.1, [1, 10], 'So many more notes make a chorus denser.'),
  tailEnd: figure('ARR6.end', 'decibels', -60, [-120, 0], 'What still sounds so loud at its end is cut off.'),
  bassBelow: figure('SND3.bass', 'number', 48, [24, 72], 'A part that plays below that MIDI note is a bass.'),
  phoneBelow: figure(
    'SND3.phone',
    'hertz',
    200,
    [80, 1000],
    'A phone plays what lies above.',
    "phones' speakers, which roll off below 200 to 300 Hz",
  ),
  phoneLeast: figure(
    'SND3.least',
    'decibels',
    -30,
    [-60, 0],
    'Overtones that far below the whole bass still carry its line.',
  ),
  maskedBy: figure('MIX2.over', 'decibels', 12, [3, 40], 'So much louder in a band, one part hides another.'),
  maskedShare: figure(
    'MIX2.share',
    'ratio',
    0.85,
    [0.3, 1],
    'Hidden is a part of which that share is covered in a bar.',
  ),
  maskedBars: figure('MIX2.bars', 'ratio', 0.75, [0.1, 1], 'Told of from that share of its bars on.'),
  leadLeast: figure(
    'MIX3.least',
    'decibels',
    -10,
    [-30, 6],
    'Further below all else together, a lead is not followed.',
  ),
  leadBars: figure('MIX3.bars', 'ratio', 0.66, [0.1, 1], 'Told of from that share of its bars on.'),
  correlationLeast: figure(
    'MIX4.least',
    'number',
    -0.1,
    [-1, 1],
    'A correlation below that cancels in mono.',
  ),
  correlationBars: figure('MIX4.bars', 'ratio', 0.25, [0.01, 1], 'Told of from that share of its bars on.'),
  drive: figure(
    'MIX1.drive',
    'decibels',
    0,
    [-24, 24],
    'What goes into a shaper higher than that is cut off square.',
  ),
  lowsBelow: figure('MIX5.below', 'hertz', 120, [40, 300], 'Below that nobody hears where a sound stands.'),
  lowsSide: figure(
    'MIX5.side',
    'decibels',
    -10,
    [-40, 6],
    'The sides of the lows may be as loud as that, held against their middle.',
  ),
  lowsBars: figure('MIX5.bars', 'ratio', 0.5, [0.1, 1], 'Told of from that share of the bars on.'),
  balance: figure('MIX6.balance', 'decibels', 1.5, [0.1, 12], 'Both sides may differ by that over the song.'),
  louderThanTarget: figure(
    'MST1.louder',
    'lu',
    4,
    [0, 20],
    'So far above what a streaming service plays at, it is told.',
  ),
  plrLeast: figure('MST3.plr', 'lu', 8, [3, 20], 'The least that true peaks stand above the loudness.'),
  phoneLead: figure(
    'MST4.phone',
    'hertz',
    300,
    [100, 1000],
    'A phone plays what lies above.',
    "phones' speakers, which roll off below 200 to 300 Hz",
  ),
  phoneLeadLeast: figure(
    'MST4.least',
    'decibels',
    -10,
    [-30, 6],
    'The lead may lie so far below the rest there.',
  ),
  phoneLeadLoss: figure(
    'MST4.loss',
    'decibels',
    6,
    [1, 30],
    'So much more than on full speakers is what the phone takes.',
  ),
  clippedPlaces: figure('REC1.places', 'number', 3, [1, 1000], 'Fewer flat tops are an accident.'),
  cutJump: figure('EDT1.jump', 'decibels', -40, [-90, 0], 'A softer place is cut without a click.'),
  offPitch: figure('TUN1.cents', 'cents', 25, [5, 50], 'A held note may be so far off.'),
  heldLeast: figure('TUN1.held', 'seconds', 0.4, [0.1, 5], 'A shorter note is not held.'),
  stretched: figure('RHY2.most', 'ratio', 0.12, [0.01, 1], 'A loop may be so much faster or slower.'),
  late: figure('REC2.late', 'seconds', 0.012, [0.001, 0.2], 'Closer to the grid is on it.'),
  lateSpread: figure(
    'REC2.alike',
    'seconds',
    0.005,
    [0.001, 0.05],
    'Beginnings that differ by less are alike.',
  ),
  lateShare: figure('REC2.share', 'ratio', 0.7, [0.5, 1], 'So many of the beginnings are off by the same.'),
  lateFewest: figure('REC2.beginnings', 'number', 8, [3, 1000], 'With fewer, nothing can be told.'),
  tunedFar: figure('TUN2.cents', 'cents', 100, [25, 600], 'A note may be pulled so far.'),
  outsideKey: figure(
    'HAR6.outside',
    'ratio',
    0.2,
    [0, 1],
    "So much of a loop may lie outside of the song's key.",
  ),
  keyAgreement: figure(
    'HAR6.agreement',
    'number',
    0.6,
    [0, 1],
    'With less agreement, no key stands out in a loop.',
    "correlation with Krumhansl and Kessler's profiles (1982)",
  ),
  albumLouder: figure(
    'MST5.louder',
    'lu',
    3,
    [0.5, 20],
    'A song may stand so far above the middle of its album.',
  ),
  albumSofter: figure('MST5.softer', 'lu', 8, [0.5, 40], 'A quiet song may lie so far below it.'),
  aliases: figure(
    'SND4.below',
    'decibels',
    -60,
    [-120, 0],
    'What is folded back may be so loud, beside the track.',
  ),
  editJump: figure('LIV2.jump', 'lu', 6, [1, 30], 'An edit may make a bar so much louder.'),
} as const satisfies Record<string, Figure>;

const byPath = new Map<string, Figure>(Object.values<Figure>(figures).map((one) => [one.path, one]));

export const figureNamed = (path: string): Figure | undefined => byPath.get(path);

/** All that can be tuned, in the order of this file. */
export const allFigures: readonly Figure[] = [...byPath.values()];

export const figuresOf = (rule: string): readonly Figure[] =>
  allFigures.filter(({ path }) => path.startsWith(`${rule}.`));

/**
 * MST1, MST2 and the clauses of `deliver`: what a place asks of the sound. Streaming services play all songs equally
 * loud: their figure is what they play at, not a limit on masters. Broadcasters refuse.
 */
export interface TargetSound {
  /** What it is played at, in LUFS; absent where nobody turns anything. */
  readonly loudness?: number;
  /** How far from it is still on it, in LU. */
  readonly tolerance: number;
  /** Louder is refused too, not only turned down. */
  readonly isStrict?: true;
  /** Highest true peak, in dBTP. */
  readonly ceiling: number;
  /** Another ceiling for what is louder than the target. */
  readonly ceilingWhenLouder?: number;
  readonly source: string;
}

/** By the names of the vocabulary's delivery targets. */
export const targetSounds: Readonly<Record<string, TargetSound>> = {
  spotify: {
    loudness: -14,
    tolerance: 1,
    ceiling: -1,
    ceilingWhenLouder: -2,
    source: "Spotify's loudness page",
  },
  apple: { loudness: -16, tolerance: 1, ceiling: -1, source: 'Apple Music, Sound Check' },
  youtube: { loudness: -14, tolerance: 1, ceiling: -1, source: 'YouTube, stats for nerds' },
  tidal: { loudness: -14, tolerance: 1, ceiling: -1, source: 'Tidal, loudness normalisation' },
  amazon: { loudness: -14, tolerance: 1, ceiling: -2, source: 'Amazon Music, delivery' },
  deezer: { loudness: -15, tolerance: 1, ceiling: -1, source: 'Deezer, normalisation' },
  soundcloud: { loudness: -14, tolerance: 1, ceiling: -1, source: 'SoundCloud, mastering help' },
  bandcamp: { tolerance: 0, ceiling: -1, source: 'AES TD1008: lossy files need headroom' },
  broadcast: { loudness: -23, tolerance: 0.5, isStrict: true, ceiling: -1, source: 'EBU R 128' },
  atsc: { loudness: -24, tolerance: 2, isStrict: true, ceiling: -2, source: 'ATSC A/85' },
  cd: { tolerance: 0, ceiling: 0, source: 'IEC 60908' },
  club: { tolerance: 0, ceiling: 0, source: 'our default' },
};

/** MST6: what a target takes, the best first. */
export interface DeliveredFormat {
  readonly rates?: readonly number[];
  readonly bits?: readonly string[];
  readonly source: string;
}

/** MST6: by the names of the vocabulary; what is not here takes any of ours. */
export const deliveredAs: Readonly<Record<string, DeliveredFormat>> = {
  cd: { rates: [44_100], bits: ['16'], source: 'IEC 60908, the Red Book' },
  broadcast: {
    rates: [48_000],
    bits: ['24', '16'],
    source: 'EBU Tech 3285, and what broadcasters of R 128 ask for',
  },
  atsc: { rates: [48_000], bits: ['24', '16'], source: 'ATSC A/52' },
};

/** HAR1: a note outside the key that is on its way. Our own defaults, by the usual rule of counterpoint. */
export const passingNote = {
  /** Reached and left by at most a whole tone. */
  largestStepSemitones: 2,
  longestBeats: 1,
  /** Further apart, two notes are heard as two phrases. */
  farthestNeighbourBars: 1,
} as const;

/** HAR1: when it is the key that is wrong, not the music. Our own defaults. */
export const contradictedKey = {
  /** With less than this share of the chords in the key, chords no longer excuse what is outside of it. */
  chordShare: 0.5,
  /** Another key must hold this much of them to be offered. */
  betterChordShare: 0.75,
  fewestChords: 2,
  /** Where notes alone speak: a fifth away still shares six notes of seven, and is told of note by note. */
  noteShare: 0.6,
  betterNoteShare: 0.9,
  fewestNotes: 8,
} as const;

/** MEL1: where a trained choir singer is at home, MIDI notes as they sound. By the ranges of choral textbooks. */
export const voiceRanges = [
  { name: 'soprano', low: 60, high: 81 },
  { name: 'alto', low: 55, high: 74 },
  { name: 'tenor', low: 48, high: 69 },
  { name: 'bass', low: 40, high: 64 },
] as const;

/** ARR2: past this many times its length, a lengthened section would be another section. */
export const longestStretch = 2;
