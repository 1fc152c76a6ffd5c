// `expect ends in key`: the song comes to rest on the tonic of the key that it ends in.

import { pitchClass } from '../../music/pitch.ts';
import { scaleOf } from '../../music/scale.ts';
import type { Note } from '../../timeline/timeline.ts';
import { fails, type Heard, holds, type Verdict } from '../clause.ts';
import { nameOfMidi } from './words.ts';

/** The last notes are those that sound when the last one with a pitch begins; the lowest decides. */
export const endVerdict = ({ song, timeline }: Heard): Verdict => {
  const key = timeline.keys.at(-1)?.key;
  const scale = key && scaleOf(key);
  if (!key || !scale) return fails('The song has no key to end in. Write one: `key A minor`.');
  const pitched = timeline.tracks.flatMap(({ notes }, index) =>
    song.tracks[index]?.mute?.value ? [] : notes.filter(isPitched),
  );
  if (pitched.length === 0) return fails('The song ends without a note that has a pitch.');
  const last = pitched.reduce((latest, { startSeconds }) => Math.max(latest, startSeconds), 0);
  // Notes of one chord may be strummed, or moved a little by hand.
  const together = 0.06;
  const sounding = pitched.filter(
    ({ startSeconds, lengthSeconds }) =>
      startSeconds >= last - together || startSeconds + lengthSeconds > last + together,
  );
  const lowest = Math.min(...sounding.map(({ midi }) => midi));
  const foreign = sounding.find(({ midi }) => !scale.degrees.includes(pitchClass(midi)));
  const name = `${key.tonic} ${key.mode}`;
  if (pitchClass(lowest) !== scale.tonic)
    return fails(
      `The song ends over ${nameOfMidi(lowest)}, and the tonic of ${name} is ${key.tonic}. Let the last bass note be ${key.tonic}.`,
    );
  if (foreign)
    return fails(
      `The last chord has ${nameOfMidi(foreign.midi)}, which is not in ${name}. Change that note.`,
    );
  return holds(`The song ends over ${nameOfMidi(lowest)}, the tonic of ${name}.`);
};

const isPitched = (note: Note): note is Note & { readonly midi: number } => note.midi !== undefined;
