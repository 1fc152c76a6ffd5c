// What a person should know of a bounce that was written all the same, in sentences.

import type { Rendered } from './job.ts';
import type { Bits } from './sample-format.ts';

export function notesOn(
  {
    report,
    stems,
    hosted,
  }: Pick<Rendered, 'report'> & {
    readonly stems: readonly { readonly name: string; readonly peakDb: number }[];
    readonly hosted: readonly string[];
  },
  bits: Bits,
): readonly string[] {
  const { droppedNotes, notANumber } = report;
  return [
    ...(hosted.length > 0
      ? [
          `Made with a browser, since Tone.js plays ${hosted.join(', ')}: another browser may round it differently.`,
        ]
      : []),
    ...(droppedNotes > 0
      ? [
          `${counted(droppedNotes, 'note is', 'notes are')} not heard: a track takes about 200 at one moment. Thin them out, or share them out over tracks.`,
        ]
      : []),
    ...(notANumber > 0
      ? [
          `${counted(notANumber, 'moment', 'moments')} of 3 ms had no sound that can be played, and were silenced. Turn down what feeds back or distorts the most.`,
        ]
      : []),
    ...(bits === '32f' ? [] : stems).flatMap(({ name, peakDb: stemPeak }) =>
      stemPeak > 0
        ? [
            `The stem of ${name} is ${stemPeak.toFixed(1)} dB over full scale, and cut off there. Bounce stems in 32-bit float, or turn ${name} down.`,
          ]
        : [],
    ),
  ];
}

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;
