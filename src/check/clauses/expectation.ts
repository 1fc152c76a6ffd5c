// Each kind of `expect` as a clause.

import type { Expectation } from '../../song/brief.ts';
import type { Name } from '../../song/value.ts';
import { type Clause, fails, type Heard, holds, soundOf, type Verdict } from '../clause.ts';
import { minutes, tenths } from '../in-words.ts';
import { endVerdict } from './ending.ts';
import { lengthVerdict, louderVerdict } from './verdicts.ts';
import { nameOfMidi, placeOf } from './words.ts';

export const expectationClause = (expectation: Expectation): Clause => {
  const { id } = expectation;
  switch (expectation.kind) {
    case 'louder': {
      const { section, than, by } = expectation;
      const much = by ? ` by ${by.value}LU` : '';
      return {
        name: `expect ${section.name} louder than ${than.name}${much}`,
        id,
        needs: 'sound',
        judge: louderVerdict({ section, than, ...(by ? { by: by.value } : {}) }),
      };
    }
    case 'within': {
      const { track, low, high } = expectation;
      return {
        name: `expect ${track.name} within ${nameOfMidi(low)}..${nameOfMidi(high)}`,
        id,
        needs: 'notes',
        judge: withinVerdict(track, low, high),
      };
    }
    case 'length': {
      const { shortest, longest } = expectation;
      return {
        name: `expect length ${minutes(shortest.value)}..${minutes(longest.value)}`,
        id,
        needs: 'notes',
        judge: lengthVerdict(expectation),
      };
    }
    case 'loudness': {
      const [least, most] = [expectation.least.value, expectation.most.value];
      return {
        name: `expect loudness ${least}LUFS..${most}LUFS`,
        id,
        needs: 'sound',
        judge: loudnessVerdict(least, most),
      };
    }
    case 'noClip':
      return { name: 'expect no clip', id, needs: 'sound', judge: clipVerdict };
    case 'monoLoss':
      return {
        name: `expect mono loss under ${expectation.under.value}dB`,
        id,
        needs: 'sound',
        judge: monoVerdict(expectation.under.value),
      };
    case 'endsInKey':
      return { name: 'expect ends in key', id, needs: 'notes', judge: endVerdict };
  }
};

const withinVerdict =
  (track: Name, low: number, high: number) =>
  ({ timeline }: Heard): Verdict => {
    const playing = timeline.tracks.find((one) => one.track === track.name);
    if (!playing) return fails(`There is no track ${track.name}. Name one of the song's tracks.`);
    const pitched = playing.notes.flatMap(({ midi, start }) => (midi === undefined ? [] : [{ midi, start }]));
    if (pitched.length === 0) return fails(`${track.name} plays no notes with a pitch.`);
    const pitches = pitched.map(({ midi }) => midi);
    const reached = [Math.min(...new Set(pitches)), Math.max(...new Set(pitches))] as const;
    const is = `${track.name} plays from ${nameOfMidi(reached[0])} to ${nameOfMidi(reached[1])}`;
    const outside = pitched.find(({ midi }) => midi < low || midi > high);
    if (!outside) return holds(`${is}.`);
    const side = outside.midi < low ? 'below' : 'above';
    const limit = nameOfMidi(outside.midi < low ? low : high);
    return fails(
      `${is}: ${nameOfMidi(outside.midi)} in ${placeOf(outside.start, timeline)} is ${side} ${limit}. Move it by an octave, or widen the range.`,
    );
  };

const loudnessVerdict =
  (least: number, most: number) =>
  (heard: Heard): Verdict => {
    const { integrated } = soundOf(heard).mix;
    if (integrated === -Infinity) return fails('The song is silent.');
    const is = `The song's integrated loudness is ${integrated.toFixed(1)} LUFS`;
    if (integrated < least)
      return fails(`${is}, ${(least - integrated).toFixed(1)} LU too soft. Raise the level of the master.`);
    if (integrated > most)
      return fails(`${is}, ${(integrated - most).toFixed(1)} LU too loud. Lower the level of the master.`);
    return holds(`${is}.`);
  };

const clipVerdict = (heard: Heard): Verdict => {
  const { truePeak } = soundOf(heard).mix;
  if (truePeak === -Infinity) return holds('The song is silent.');
  const is = `The highest true peak is ${tenths(truePeak)} dBTP`;
  return truePeak > 0 ? fails(`${is}. Lower the threshold of the master's limiter.`) : holds(`${is}.`);
};

const monoVerdict =
  (under: number) =>
  (heard: Heard): Verdict => {
    const { monoLossDb } = soundOf(heard).mix;
    const is = `Played in mono the song loses ${monoLossDb === Infinity ? 'everything' : `${monoLossDb.toFixed(1)} dB`}`;
    return monoLossDb < under
      ? holds(`${is}.`)
      : fails(
          `${is}, and less than ${under} dB was asked for. Narrow what is widest, or turn one side over.`,
        );
  };
