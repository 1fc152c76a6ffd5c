// The words of a strip that are no effects, with what they mean and where they stand.
// Reading, completion and hover derive from this table; effects have theirs in the vocabulary.

import { bundledResponses } from '../../vocabulary/bundled-sounds.ts';
import type { StripKind } from '../../vocabulary/layout.ts';
import { level, pan, panLaw, sendLevel } from '../../vocabulary/mixer.ts';

export interface StripWord {
  readonly word: string;
  readonly doc: string;
  readonly example: string;
  readonly snippet: string;
  readonly on: readonly StripKind[];
  readonly since: 'now' | 'later';
}

export const stripWords: readonly StripWord[] = [
  {
    word: 'instrument',
    since: 'now',
    on: ['track'],
    doc: 'The instrument that plays the track.',
    example: 'instrument: sub',
    snippet: 'instrument: $0',
  },
  {
    word: 'level',
    since: 'now',
    on: ['track', 'bus', 'master'],
    doc: level.doc,
    example: 'level: -9dB',
    snippet: 'level: ${1:-9}dB',
  },
  {
    word: 'pan',
    since: 'now',
    on: ['track', 'bus'],
    doc: pan.doc,
    example: 'pan: 20% left',
    snippet: 'pan: ${1:20}% ${2|left,right|}',
  },
  {
    word: 'mute',
    since: 'now',
    on: ['track', 'bus'],
    doc: 'Silent while it stands here.',
    example: 'mute',
    snippet: 'mute',
  },
  {
    word: 'solo',
    since: 'now',
    on: ['track', 'bus'],
    doc: 'While any strip is solo, only those are heard, with the buses that they send to; a bus with what sends to it.',
    example: 'solo',
    snippet: 'solo',
  },
  {
    word: 'soloSafe',
    since: 'now',
    on: ['track', 'bus'],
    doc: 'Heard also while other strips are solo.',
    example: 'soloSafe',
    snippet: 'soloSafe',
  },
  {
    word: 'color',
    since: 'now',
    on: ['track', 'bus'],
    doc: 'Its colour in the arrangement and the mixer.',
    example: 'color: #3a9fff',
    snippet: 'color: #${1:3a9fff}',
  },
  {
    word: 'group',
    since: 'now',
    on: ['track', 'bus'],
    doc: 'The group that it belongs to: one fader, mute and solo in the mixer for all that name it. It makes no sound of its own.',
    example: 'group: drums',
    snippet: 'group: ${1:drums}',
  },
  {
    word: 'bypass',
    since: 'now',
    on: ['track', 'bus', 'master'],
    doc: 'Effects of the strip that let everything pass while they are named here; their settings stay.',
    example: 'compressor: -18dB 3:1, bypass: compressor',
    snippet: 'bypass: ${1:eq}',
  },
  {
    word: 'send',
    since: 'now',
    on: ['track', 'bus'],
    doc: sendLevel.doc,
    example: 'send space: -12dB',
    snippet: 'send ${1:space}: ${2:-12}dB',
  },
  {
    word: panLaw.path,
    since: 'now',
    on: ['master'],
    doc: panLaw.doc,
    example: 'panLaw: -4.5dB',
    snippet: 'panLaw: ${1|-3,-4.5,-6|}dB',
  },
  {
    word: 'loudness',
    since: 'later',
    on: ['master'],
    doc: 'The loudness that the master aims at.',
    example: 'loudness: -14LUFS',
    snippet: 'loudness: -14LUFS',
  },
];

/** Words behind the values of a strip. */
export const preWord = {
  word: 'pre',
  doc: 'The send is taken before the fader: it stays as it is while the fader moves.',
  example: 'send space: -12dB pre',
} as const;

export const keyWord = {
  word: 'key',
  doc: "The effect listens to another track, to the sound of its instrument before that track's own effects and fader, and acts on this one.",
  example: 'compressor: -18dB 3:1 key kick',
} as const;

export const responseWord = {
  word: 'response',
  doc: `What the effect is made of: a sample of the song by its name, or what comes along: ${bundledResponses.map(({ name }) => name).join(', ')}.`,
  example: 'convolver: hall, wet 30%',
} as const;

export const isLaterProperty = (word: string): boolean =>
  stripWords.some((property) => property.word === word && property.since === 'later');
