// What rules of sound share: their context, and which tracks are drums, bass and lead.

import type { Track } from '../song/song.ts';
import { instrumentNamed } from '../vocabulary/instruments.ts';
import { figures } from './figures.ts';
import type { Measured, MeasuredSound } from './measured.ts';
import type { CheckContext, Finding } from './rule.ts';

export interface SoundContext extends CheckContext {
  readonly measured: Measured;
}

/** A rule's `check` that finds nothing where nothing was measured. */
export const withSound =
  (check: (context: SoundContext) => readonly Finding[]) =>
  (context: CheckContext): readonly Finding[] =>
    context.measured ? check({ ...context, measured: context.measured }) : [];

/** A track that is heard, with its sound alone. */
export interface Part {
  readonly track: Track;
  readonly index: number;
  readonly sound: MeasuredSound;
  /** Of its notes with a pitch, the middle one; undefined for drums. */
  readonly midi: number | undefined;
}

export const partsOf = (context: SoundContext): readonly Part[] =>
  context.song.tracks.flatMap((track, index) => {
    const sound = context.measured.tracks[index];
    return sound ? [{ track, index, sound, midi: middlePitch(context, index) }] : [];
  });

const middlePitch = ({ song, timeline, index: names }: CheckContext, index: number): number | undefined => {
  const instrument = names.instruments.get(song.tracks[index]!.instrument?.name ?? '');
  if (!instrument || instrumentNamed(instrument.type.name)?.drum) return undefined;
  const pitches = timeline.tracks[index]!.notes.flatMap(({ midi }) => (midi === undefined ? [] : [midi]));
  return pitches.sort((left, right) => left - right)[pitches.length >> 1];
};

/** The part that the ear should follow: what is sung, or called so. */
export const leadOf = (context: SoundContext, parts: readonly Part[]): Part | undefined => {
  const sung = new Set(context.song.lyrics.map(({ track }) => track.name));
  const pitched = parts.filter(({ midi }) => midi !== undefined);
  return (
    pitched.find(({ track }) => sung.has(track.name.name)) ??
    pitched.find(({ track }) => /^(lead|vox|vocals?|voice|melody|tune)(?![a-z])/i.test(track.name.name))
  );
};

/** The lowest part with a pitch, where it plays below C3. */
export const bassOf = (parts: readonly Part[]): Part | undefined => {
  const [lowest] = parts
    .filter(({ midi }) => midi !== undefined)
    .sort((left, right) => left.midi! - right.midi!);
  return lowest && lowest.midi! < figures.bassBelow.default ? lowest : undefined;
};

/** Bars in which a part is heard: not further below its own loudest bar than that. */
export const barsHeard = ({ sound: { bars } }: Pick<Part, 'sound'>, withinLu = 20): readonly number[] => {
  const loudest = bars.loudness.reduce((most, one) => Math.max(most, one), -Infinity);
  return [...bars.loudness.keys()].filter((bar) => bars.loudness[bar]! > Math.max(-60, loudest - withinLu));
};
