// INS4: two notes at a time for an instrument that plays one.

import type { Note } from '../../timeline/timeline.ts';
import { figures } from '../figures.ts';
import { counted } from '../in-words.ts';
import { isPitched } from '../part-sums.ts';
import { endSecondsOf, perPart, playersOf, type TrackPlayer } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const ins4: Rule = {
  id: 'INS4',
  tier: 'timeline',
  severity: 'warning',
  title: 'Overlapping notes on a mono instrument',
  why: `An instrument with one voice drops the note that it plays when the next one comes: of a chord one note is heard, of
two lines half of each. Give it voices (\`PolySynth(Synth)\`), or let one note end before the next begins. Notes that only touch
into the next one, up to the time below, are legato: that is how a mono synth glides, and they are left alone. So are
drums, where a hit that cuts the last one is the sound.`,
  isSafeToFix: true,
  examples: {
    fires: `song "One Voice" { tempo 100bpm }
instrument soft = Synth { }
track pad { instrument: soft }
section verse 2 bars { pad: "a3,c4,e4 | f3,a3,c4" }
arrange verse
`,
    silent: `song "Many Voices" { tempo 100bpm }
instrument soft = PolySynth(Synth) { }
track pad { instrument: soft }
section verse 2 bars { pad: "a3,c4,e4 | f3,a3,c4" }
arrange verse
`,
  },
  check: (context) =>
    playersOf(context).flatMap((player): readonly Finding[] => {
      const { instrument, isDrum, type } = player;
      // A sampler plays as many notes as it is given.
      if (!instrument || !type?.name.endsWith('Synth') || isDrum || instrument.polyphonic) return [];
      const longest = context.figure(figures.legato);
      const cut = player.parts.flatMap((part) => overlaps(part, longest));
      return cut.length === 0 ? [] : [told(player, cut, context)];
    }),
};

/** The notes that are cut short by the next one. */
const overlaps = perPart((part, longest): readonly Note[] => {
  const found: Note[] = [];
  let last: Note | undefined;
  for (const note of part.filter(isPitched)) {
    if (last) {
      const together = endSecondsOf(last) - note.startSeconds;
      const isChord = note.startSeconds - last.startSeconds < 1e-6 && note.midi !== last.midi;
      if (isChord || together > longest) found.push(last);
    }
    if (!last || endSecondsOf(note) >= endSecondsOf(last)) last = note;
  }
  return found;
});

const told = ({ name, instrument }: TrackPlayer, cut: readonly Note[], { index }: CheckContext): Finding => {
  const places = [...new Set(cut.map(({ id }) => id))];
  const [first, ...more] = places as [number, ...number[]];
  const type = instrument!.type.name;
  const notes = counted(places.length, 'note');
  return {
    id: first,
    also: [...more.slice(0, mostPlaces), instrument!.type.id],
    message: `${name} plays several notes at a time, and ${instrument!.name.name} has one voice: ${notes} ${places.length === 1 ? 'is' : 'are'} cut off by the next. Give it voices, or end each before the next begins.`,
    ...(index.instruments.get(instrument!.name.name) === instrument
      ? {
          fixes: [
            {
              title: `Give ${instrument!.name.name} voices: PolySynth(${type})`,
              changes: [{ do: 'replace' as const, id: instrument!.type.id, text: `PolySynth(${type})` }],
            },
          ],
        }
      : {}),
  };
};

const mostPlaces = 50;
