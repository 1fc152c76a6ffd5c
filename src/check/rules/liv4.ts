// LIV4: more voices at a time than a machine can be trusted with.

import type { Note } from '../../timeline/timeline.ts';
import { figures } from '../figures.ts';
import { numberOf, settingOf, voicesOf } from '../parameters.ts';
import { endSecondsOf, perPart, playersOf, type TrackPlayer } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const liv4: Rule = {
  id: 'LIV4',
  tier: 'timeline',
  severity: 'warning',
  title: 'More voices than a machine plays in time',
  why: `Every voice that sounds, its release too, is calculated anew for each sample. When they are more than the machine can do, the
sound stops for a moment, on stage as at home; a bounce only takes longer. The figure is what a modest laptop does with room to
spare; on a better one, raise it. Give the track with the most voices fewer of them, or a shorter release.`,
  examples: {
    fires: `song "Wall" { tempo 60bpm }
checks { LIV4.voices: 30 }
instrument soft = PolySynth(Synth) { voices: 32, envelope.release: 4s }
track one { instrument: soft }
track two { instrument: soft }
section verse 2 bars { one: "[a3,c4,e4,g4,c5,d5]*2", two: "[a4,c5,e5,g5,c6,d6]*2" }
arrange verse
`,
    silent: `song "Wall" { tempo 60bpm }
checks { LIV4.voices: 30 }
instrument soft = PolySynth(Synth) { voices: 16, envelope.release: 1s }
track one { instrument: soft }
track two { instrument: soft }
section verse 2 bars { one: "[a3,c4,e4,g4,c5,d5]", two: "[a4,c5,e5,g5,c6,d6]" }
arrange verse
`,
  },
  check: (context) => {
    const most = context.figure(figures.voices);
    const loads = playersOf(context).map((player) => ({ player, load: loadOf(player, context) }));
    const seconds = Math.ceil(context.timeline.seconds) + 1;
    const all = new Float64Array(seconds);
    for (const { load } of loads) for (let at = 0; at < load.length; at += 1) all[at]! += load[at]!;
    const peak = all.reduce((best, count, at) => (count > all[best]! ? at : best), 0);
    const voices = all[peak] ?? 0;
    if (voices <= most) return [];
    const [largest] = loads.toSorted((left, right) => (right.load[peak] ?? 0) - (left.load[peak] ?? 0));
    return [told(largest!.player, largest!.load[peak] ?? 0, voices, peak, most, context)];
  },
};

/** Voices that sound in each second, at most as many as the instrument has. */
const loadOf = ({ parts, instrument, notes }: TrackPlayer, { timeline }: CheckContext): Float64Array => {
  const load = new Float64Array(Math.ceil(timeline.seconds) + 1);
  if (!instrument || notes.length === 0) return load;
  const release = numberOf(instrument, 'envelope.release') ?? 0;
  for (const part of parts) {
    const { from, counts } = countsOf(part, release);
    for (let at = 0; at < counts.length && from + at < load.length; at += 1) load[from + at]! += counts[at]!;
  }
  const most = instrument.polyphonic ? voicesOf(instrument) : 1;
  return load.map((count) => Math.min(count, most));
};

/** The most voices of a part in each second, from its first. */
const countsOf = perPart((part, release): { readonly from: number; readonly counts: readonly number[] } => {
  const [first] = part;
  if (!first) return { from: 0, counts: [] };
  const from = Math.floor(first.startSeconds);
  const counts: number[] = [];
  let sounding: Note[] = [];
  for (const note of part) {
    sounding = sounding.filter((other) => endSecondsOf(other) + release > note.startSeconds + 1e-6);
    sounding.push(note);
    const at = Math.floor(note.startSeconds) - from;
    while (counts.length <= at) counts.push(0);
    counts[at] = Math.max(counts[at]!, sounding.length);
  }
  return { from, counts };
});

const told = (
  { name, instrument }: TrackPlayer,
  own: number,
  voices: number,
  seconds: number,
  most: number,
  context: CheckContext,
): Finding => {
  const less = Math.max(1, Math.floor(own - (voices - most)));
  const isHere = instrument?.polyphonic && context.index.instruments.get(instrument.name.name) === instrument;
  const setting = instrument && settingOf(instrument, 'voices');
  return {
    id: setting?.value.id ?? instrument?.name.id ?? context.song.tempo.id,
    message: `${Math.round(voices)} voices sound at a time ${seconds} s into the song, ${Math.round(own)} of them on ${name}, and ${most} are as many as a modest machine plays in time. Take voices away, or shorten the release.`,
    ...(isHere
      ? {
          fixes: [
            {
              title: `Give ${instrument.name.name} ${less} voices`,
              changes: [{ do: 'set' as const, path: `${instrument.name.name}.voices`, value: String(less) }],
            },
          ],
        }
      : {}),
  };
};
