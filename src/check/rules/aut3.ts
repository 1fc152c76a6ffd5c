// AUT3: automation of something that is not there, or not there any more.

import { nearestNames } from '../../song/nearest.ts';
import type { Automation } from '../../song/place.ts';
import type { Song } from '../../song/song.ts';
import { effectNamed } from '../../vocabulary/effects.ts';
import { instrumentNamed } from '../../vocabulary/instruments.ts';
import { targetAt, targetsOf } from '../../vocabulary/targets.ts';
import { listed } from '../in-words.ts';
import type { Finding, Rule } from '../rule.ts';

export const aut3: Rule = {
  id: 'AUT3',
  tier: 'score',
  severity: 'error',
  title: 'Automation of what is not there',
  why: `A curve says by a path what it moves: \`bass.level\`, \`vox.send.space\`. When the track is renamed, the send taken
out or the instrument exchanged, the curve moves nothing, and nothing says so but the missing movement. Name what is
there, or delete the curve.`,
  examples: {
    fires: `song "Renamed" { tempo 112bpm }
instrument soft = Synth { }
track pads { instrument: soft }
section build 4 bars { pads: "a3 c4 e4 c4" }
arrange build
automate pad.level in build { 0%: -18dB, 100%: -6dB }
`,
    silent: `song "Renamed" { tempo 112bpm }
instrument soft = Synth { }
track pads { instrument: soft }
section build 4 bars { pads: "a3 c4 e4 c4" }
arrange build
automate pads.level in build { 0%: -18dB, 100%: -6dB }
`,
  },
  check: ({ song }) =>
    song.automation.flatMap((automation) =>
      targetAt(song, automation.path.name) ? [] : [lost(automation, song)],
    ),
};

const lost = ({ path, declaration }: Automation, song: Song): Finding => {
  const [first = '', ...rest] = path.name.split('.');
  const finding = (message: string, near: readonly string[]): Finding => ({
    id: path.id,
    message,
    fixes: [
      ...near.map((name) => ({
        title: `Move ${name} instead`,
        changes: [{ do: 'replace' as const, id: path.id, text: name }],
      })),
      { title: 'Delete the curve', changes: [{ do: 'delete', id: declaration }] },
    ],
  });
  const player = song.tracks.find((track) => track.instrument?.name === first);
  const own = targetsOf(song, first).map((target) => target.path);
  if (own.length === 0 && player && song.instruments.some(({ name }) => name.name === first)) {
    const moved = [player.name.name, ...rest].join('.');
    return finding(`${first} is an instrument, and what moves is a track that plays it, such as ${moved}.`, [
      moved,
    ]);
  }
  if (own.length === 0) {
    const names = [...[...song.tracks, ...song.buses].map(({ name }) => name.name), 'master'];
    const near = nearestNames(first, names);
    const paths = near.map((name) => [name, ...rest].join('.')).filter((one) => targetAt(song, one));
    return finding(`There is no track or bus ${first} to move anything of. ${asked(near, names)}`, paths);
  }
  const hosted = hostedAt(song, first, rest);
  if (hosted)
    return finding(
      `${hosted} is Tone.js’s own, and Tone.js plays it as it stands: its settings don’t move. Automate Codetta’s ${hosted.replace(/^tone\./, '')} in its place, or the level, the pan or a send of ${first}.`,
      [],
    );
  const near = nearestNames(path.name, own);
  return finding(`${first} has no ${rest.join('.') || 'such thing'} that moves. ${asked(near, own)}`, near);
};

/** The name of what Tone.js plays, where the path speaks of one of its settings. */
const hostedAt = (song: Song, strip: string, rest: readonly string[]): string | undefined => {
  const path = rest.join('.');
  const track = song.tracks.find(({ name }) => name.name === strip);
  const { inserts } =
    strip === 'master'
      ? song.master
      : (track ?? song.buses.find(({ name }) => name.name === strip) ?? song.master);
  for (const { effect } of inserts) {
    const type = effectNamed(effect.name);
    if (type?.hosted && path.startsWith(`${type.property}.`)) return type.name;
  }
  const instrument = song.instruments.find(({ name }) => name.name === track?.instrument?.name);
  const type = instrumentNamed(instrument?.type.name ?? '');
  return type?.hosted && type.parameters.some((parameter) => parameter.path === path) ? type.name : undefined;
};

const asked = (near: readonly string[], all: readonly string[]): string => {
  if (near.length > 0) return `Did you mean ${near.join(' or ')}?`;
  return `There ${all.length === 1 ? 'is' : 'are'} ${listed(all.slice(0, 12))}${all.length > 12 ? ' and more' : ''}.`;
};
