// Profiles: which checks a kind of music is held to, and by which figures. What a profile does not name is as
// it is for every song. Rules named here that are quieter than usual say a convention of that music.

import type { RuleChoice } from '../song/checks.ts';

export interface Profile {
  readonly name: string;
  /** One line: what it is for, and what it changes. */
  readonly doc: string;
  readonly rules: Readonly<Record<string, RuleChoice>>;
  /** By path, in base units. */
  readonly figures: Readonly<Record<string, number>>;
}

export const profiles: readonly Profile[] = [
  {
    name: 'pop',
    doc: 'Songs with a singer: played parts should not sound like a machine.',
    rules: { RHY3: 'on' },
    figures: {},
  },
  {
    name: 'electronic',
    doc: 'House, techno, drum and bass: loops and machines are the style.',
    rules: { ARR3: 'off', ARR4: 'off' },
    figures: {},
  },
  {
    name: 'hiphop',
    doc: 'Hip-hop and beats: loops, a bass behind or before the kick, rhymes over all of it.',
    rules: { ARR3: 'off', RHY4: 'off' },
    figures: {},
  },
  {
    name: 'orchestral',
    doc: 'Scores for players: breath, hands and ranges count.',
    rules: { RHY3: 'on' },
    figures: { 'HAR2.seconds': 2 },
  },
  {
    name: 'chorale',
    doc: 'Voices in parts: no parallel fifths or octaves.',
    rules: { HAR5: 'on', ARR3: 'off', ARR4: 'off' },
    figures: {},
  },
  {
    name: 'ambient',
    doc: 'Slow and wide: silence, long clashes and repeats are the music.',
    rules: { ARR3: 'off', ARR4: 'off', ARR5: 'off', HAR2: 'off' },
    figures: {},
  },
  {
    name: 'podcast',
    doc: 'Music under speech and between it: short, repeating, and out of the way.',
    rules: { ARR3: 'off', ARR4: 'off', BRF1: 'off' },
    figures: {},
  },
  {
    name: 'live',
    doc: 'Played from the panel on stage: what the machine cannot do in time is graver.',
    rules: { BRF1: 'off' },
    figures: { 'LIV1.events': 200, 'LIV4.voices': 128 },
  },
];

const byName = new Map(profiles.map((profile) => [profile.name, profile]));

/** By its name, also as it is written elsewhere: `hip-hop`. */
export const profileNamed = (name: string): Profile | undefined =>
  byName.get(name.toLowerCase().replaceAll('-', ''));
