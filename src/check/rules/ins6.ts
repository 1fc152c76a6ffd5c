// INS6: a note that is far from the recording that plays it.

import { readNote } from '../../music/pitch.ts';
import { inProse, spelledFrom } from '../../music/spelling.ts';
import { figures } from '../figures.ts';
import { isPitched } from '../part-sums.ts';
import { playersOf, type TrackPlayer } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const ins6: Rule = {
  id: 'INS6',
  tier: 'timeline',
  severity: 'information',
  title: 'A note far from its recording',
  why: `A recording that is played far above the note it was made of sounds small and hurried, far below it slow and dull: its
attack, its room and its vibrato are pitched along. A fifth or so is what most sounds bear. Record, or find, a note nearer
to it. Looked at are samplers whose recordings the song names note by note (\`Sampler { c3: "low.wav" }\`); bundled instruments
and SoundFonts have their notes close together.`,
  hasNoFix: true,
  examples: {
    fires: `song "Chipmunks" { tempo 90bpm }
instrument voice = Sampler { c3: "sounds/ah-c3.wav" }
track vox { instrument: voice }
section verse 2 bars { vox: "c3 e3 g3 c5" }
arrange verse
`,
    silent: `song "Two Notes" { tempo 90bpm }
instrument voice = Sampler { c3: "sounds/ah-c3.wav", a4: "sounds/ah-a4.wav" }
track vox { instrument: voice }
section verse 2 bars { vox: "c3 e3 g3 c5" }
arrange verse
`,
  },
  check: (context) => playersOf(context).flatMap((player) => stretched(player, context)),
};

const stretched = ({ name, notes, instrument }: TrackPlayer, context: CheckContext): readonly Finding[] => {
  const roots = (instrument?.sounds?.files ?? []).flatMap(({ path }) => readNote(path)?.midi ?? []);
  if (!instrument || roots.length === 0) return [];
  const farthest = context.figure(figures.fromZone);
  const far = new Map<number, { readonly midi: number; readonly by: number; readonly root: number }>();
  for (const { id, midi } of notes.filter(isPitched)) {
    const root = roots.reduce((best, one) => (Math.abs(one - midi) < Math.abs(best - midi) ? one : best));
    const by = midi - root;
    if (Math.abs(by) > farthest && Math.abs(far.get(id)?.by ?? 0) < Math.abs(by))
      far.set(id, { midi, by, root });
  }
  const named = (midi: number): string => inProse(spelledFrom(midi, undefined, undefined));
  return [...far].map(([id, { midi, by, root }]) => ({
    id,
    cause: name,
    message: `${named(midi)} is ${Math.round(Math.abs(by))} semitones ${by > 0 ? 'above' : 'below'} the nearest recording of ${instrument.name.name} (${named(root)}); beyond ${farthest} it sounds ${by > 0 ? 'small and hurried' : 'slow and dull'}. Give it a recording nearer to that note.`,
  }));
};
