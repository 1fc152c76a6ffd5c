// The words inside of `brief`, `expect`, `automate`, `lyrics` and the declarations of material, with what
// they mean. Completion, hover, the messages and the reference derive from these tables.

import type { LaneShape, WaveShape } from '../../song/place.ts';

export interface Phrase {
  readonly word: string;
  readonly doc: string;
  readonly example: string;
  /** Completed as this, with tab stops. */
  readonly snippet: string;
}

/** The entries of `brief { … }`. */
export const briefWords: readonly (Phrase & {
  readonly word: 'mood' | 'genre' | 'length' | 'reference' | 'lift';
})[] = [
  { word: 'mood', doc: 'How it feels.', example: 'mood "neon, patient"', snippet: 'mood "$1"' },
  { word: 'genre', doc: 'What kind of music it is.', example: 'genre "synthwave"', snippet: 'genre "$1"' },
  {
    word: 'length',
    doc: 'The shortest and the longest that the song may be.',
    example: 'length 2:45..3:30',
    snippet: 'length ${1:2:45}..${2:3:30}',
  },
  {
    word: 'reference',
    doc: 'A file of music to hold this song against; there may be several.',
    example: 'reference "refs/reference.wav"',
    snippet: 'reference "$1"',
  },
  {
    word: 'lift',
    doc: 'A section that has to be louder than another, by how much.',
    example: 'lift chorus over verse 2LU',
    snippet: 'lift ${1:chorus} over ${2:verse} ${3:2LU}',
  },
];

/** What can be expected; `word` is the word that tells the forms apart. */
export const expectations: readonly (Phrase & {
  readonly word: 'louder' | 'within' | 'length' | 'loudness' | 'clip' | 'mono' | 'ends';
})[] = [
  {
    word: 'louder',
    doc: 'One section is louder than another, by at least so much where it says so.',
    example: 'expect chorus louder than verse by 1.5LU',
    snippet: '${1:chorus} louder than ${2:verse} by ${3:1.5LU}',
  },
  {
    word: 'within',
    doc: 'A track keeps to a range of notes.',
    example: 'expect bass within E1..G3',
    snippet: '${1:bass} within ${2:E1}..${3:G3}',
  },
  {
    word: 'length',
    doc: 'The song is as long as that.',
    example: 'expect length 2:45..3:30',
    snippet: 'length ${1:2:45}..${2:3:30}',
  },
  {
    word: 'loudness',
    doc: 'The whole song is as loud as that.',
    example: 'expect loudness -14LUFS..-10LUFS',
    snippet: 'loudness ${1:-14}LUFS..${2:-10}LUFS',
  },
  { word: 'clip', doc: 'Nothing clips.', example: 'expect no clip', snippet: 'no clip' },
  {
    word: 'mono',
    doc: 'Not more than that is lost where left and right are played as one.',
    example: 'expect mono loss under 3dB',
    snippet: 'mono loss under ${1:3}dB',
  },
  {
    word: 'ends',
    doc: 'The last chord is that of the key.',
    example: 'expect ends in key',
    snippet: 'ends in key',
  },
];

/** How a point of an automation is reached from the one before. */
export const laneShapes: readonly (Phrase & { readonly word: LaneShape })[] = [
  { word: 'linear', doc: 'In a straight line.', example: '100%: 4kHz linear', snippet: 'linear' },
  {
    word: 'exponential',
    doc: 'By the same factor in the same time, as pitch and loudness are heard.',
    example: '100%: 4kHz exponential',
    snippet: 'exponential',
  },
  { word: 'curve', doc: 'Slowly away, slowly in.', example: '100%: 4kHz curve', snippet: 'curve' },
  { word: 'step', doc: 'All at once, at the point.', example: 'bar 3: 4kHz step', snippet: 'step' },
];

/** Instead of points: a wave. */
export const lfoWord = {
  word: 'lfo',
  doc: 'A wave: its shape, how long a cycle lasts (or how many Hz), and the two values that it goes between, the first one first. With `exponential` it goes by the same factor in the same time.',
  example: 'lfo: sine 1/2 20% left to 20% right',
  snippet: 'lfo: ${1|sine,triangle,sawtooth,square|} ${2:1/2} ${3:20% left} to ${4:20% right}',
} as const satisfies Phrase;

export const waveShapes: readonly (Phrase & { readonly word: WaveShape })[] = [
  { word: 'sine', doc: 'To and fro, softly.', example: 'lfo: sine 1/2 -6dB to 0dB', snippet: 'sine' },
  {
    word: 'triangle',
    doc: 'To and fro, in straight lines.',
    example: 'lfo: triangle 2 bars 300Hz to 3kHz exponential',
    snippet: 'triangle',
  },
  {
    word: 'sawtooth',
    doc: 'There in a straight line, and back at once.',
    example: 'lfo: sawtooth 1/4 -12dB to 0dB',
    snippet: 'sawtooth',
  },
  {
    word: 'square',
    doc: 'Half a cycle at the one value, half a cycle at the other.',
    example: 'lfo: square 1/8 0dB to -12dB',
    snippet: 'square',
  },
];

/** What proves that a file is the one meant, and what one may do with it: for takes and samples. */
export const fileWords: readonly (Phrase & { readonly word: 'hash' | 'licence' | 'credit' })[] = [
  {
    word: 'hash',
    doc: 'SHA-256 of the file, so that a changed one is told of.',
    example: `hash: "${'0123456789abcdef'.repeat(4)}"`,
    snippet: 'hash: "$1"',
  },
  {
    word: 'licence',
    doc: 'What one may do with the file, as SPDX names licences or in your own words.',
    example: 'licence: "CC-BY-4.0"',
    snippet: 'licence: "${1:CC0-1.0}"',
  },
  { word: 'credit', doc: 'Whom to name.', example: 'credit: "A. Singer"', snippet: 'credit: "$1"' },
];

export const trimWord: Phrase = {
  word: 'trim',
  doc: 'The part of the file that plays.',
  example: 'trim: 1.2s..9.8s',
  snippet: 'trim: ${1:0s}..${2:10s}',
};
