// ARR1: a name that is used and never declared, or declared and empty.

import { nearest as nearestName } from '../../song/nearest.ts';
import type { Change, DeclarationKind, Fix } from '../../song/problem.ts';
import type { Song } from '../../song/song.ts';
import type { Name } from '../../song/value.ts';
import type { Note } from '../../timeline/timeline.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';
import { expressionsOf, namesPlayed } from '../song-index.ts';

export const arr1: Rule = {
  id: 'ARR1',
  tier: 'score',
  severity: 'error',
  title: 'An undefined or empty section, track, pattern or instrument',
  why: `A slip in a name silences a part, and a mix that lacks a part sounds merely thin, so it is easy to
miss by ear: a name that leads nowhere is an error. A section, pattern or track that is there but empty plays
silence too; that is a warning, since it is how they all begin. Write \`silence\` or a rest \`"~"\` where silence is
what you mean.`,
  examples: {
    fires: `song "Night Bus" { tempo 112bpm }
instrument sub = MonoSynth { }
track bass { instrument: sub }
pattern bassline = "a1 ~ a1 e2"
section verse 4 bars { bass: baseline }
section bridge 2 bars { bass: bassline }
arrange verse bridge
`,
    silent: `song "Night Bus" { tempo 112bpm }
instrument sub = MonoSynth { }
track bass { instrument: sub }
pattern bassline = "a1 ~ a1 e2"
section verse 4 bars { bass: bassline }
section pause 1 bars { bass: silence }
arrange verse pause
`,
  },
  check: (context) => [
    ...undefinedSections(context),
    ...undefinedTracks(context),
    ...undefinedPatterns(context),
    ...instrumentsOfTracks(context),
    ...emptySections(context),
    ...emptyPatterns(context),
  ],
};

const undefinedSections = ({ song, index }: CheckContext): readonly Finding[] =>
  song.arrangement
    .filter((placement) => !index.sections.has(placement.section.name))
    .map(({ section }) => missing(section, 'section', index.sections, 'so the arrangement skips it'));

const undefinedTracks = ({ song, index }: CheckContext): readonly Finding[] =>
  song.sections
    .flatMap((section) => section.parts)
    .filter((part) => !index.tracks.has(part.track.name))
    .map(({ track }) => missing(track, 'track', index.tracks, 'so this part has nothing to play on'));

/** A part may also play a recording. */
const undefinedPatterns = ({ song, index }: CheckContext): readonly Finding[] => {
  const recordings = new Set([...song.takes, ...song.samples].map(({ name }) => name.name));
  return expressionsOf(song)
    .flatMap(namesPlayed)
    .filter(({ name }) => !index.patterns.has(name) && !recordings.has(name))
    .map((name) => missing(name, 'pattern', index.patterns, 'so nothing plays here'));
};

const instrumentsOfTracks = ({ song, timeline, index }: CheckContext): readonly Finding[] =>
  song.tracks.flatMap((track, place): readonly Finding[] => {
    if (track.instrument === undefined)
      return playsRecordings(song, track.name.name, timeline.tracks[place]!.notes)
        ? []
        : [trackWithoutInstrument(track.name, song)];
    const players = new Map<string, unknown>([
      ...index.instruments,
      ...song.kits.map((kit) => [kit.name.name, kit] as const),
    ]);
    if (players.has(track.instrument.name)) return [];
    return [missing(track.instrument, 'instrument', players, `so ${track.name.name} has no sound`)];
  });

/** Takes and samples sound by themselves: a track of nothing else needs no instrument. */
const playsRecordings = (song: Song, track: string, notes: readonly Note[]): boolean => {
  const takes = new Set(song.takes.map(({ name }) => name.name));
  const samples = new Set(song.samples.map(({ name }) => name.name));
  const hasTake = song.sections.some(({ parts }) =>
    parts.some(
      (part) =>
        part.track.name === track && part.expression.kind === 'name' && takes.has(part.expression.name.name),
    ),
  );
  return (hasTake || notes.length > 0) && notes.every(({ hit }) => hit !== undefined && samples.has(hit));
};

const trackWithoutInstrument = (track: Name, song: Song): Finding => ({
  id: track.id,
  severity: 'warning',
  message: `The track ${track.name} has no instrument, so it makes no sound. Give it one: \`instrument: name\`.`,
  fixes: [...song.instruments, ...song.kits].map(({ name }) => ({
    title: `Play ${track.name} on ${name.name}`,
    changes: [{ do: 'set', path: `${track.name}.instrument`, value: name.name }],
  })),
});

const emptySections = ({ song }: CheckContext): readonly Finding[] =>
  song.sections
    .filter((section) => section.parts.length === 0)
    .map(({ name }) => ({
      id: name.id,
      severity: 'warning',
      message: `The section ${name.name} is empty, so it plays silence. Give a track something to play in it, or write \`track: silence\` where silence is meant.`,
    }));

const emptyPatterns = ({ song }: CheckContext): readonly Finding[] =>
  song.patterns
    .filter(({ expression }) => expression.kind === 'mini' && expression.mini.text.trim() === '')
    .map(({ name, expression }) => ({
      id: name.id,
      severity: 'warning',
      message: `The pattern ${name.name} is empty, so it plays silence. Write its notes, or a rest \`~\` where silence is meant.`,
      fixes: [
        {
          title: `Make ${name.name} a bar of rest`,
          changes: [{ do: 'replace', id: expression.id, text: '"~"' }],
        },
      ],
    }));

const missing = (
  name: Name,
  what: DeclarationKind,
  existing: ReadonlyMap<string, unknown>,
  effect: string,
): Finding => {
  const nearest = nearestName(name.name, existing.keys());
  const create: Change = { do: 'declare', what, name: name.name };
  const fixes: Fix[] = [{ title: `Create the ${what} ${name.name}`, changes: [create] }];
  if (nearest)
    fixes.unshift({
      title: `Change to ${nearest}`,
      changes: [{ do: 'replace', id: name.id, text: nearest }],
    });
  const remedy = nearest ? `Did you mean ${nearest}?` : `Create it, or use one that exists.`;
  return { id: name.id, message: `There is no ${what} called ${name.name}, ${effect}. ${remedy}`, fixes };
};
