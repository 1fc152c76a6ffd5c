// voicing: chords in a register, led from one to the next.

import { readChord } from '../../music/chord.ts';
import {
  type ChordTones,
  led,
  type Register,
  type Voicing,
  type VoicingStyle,
  voicingStyles,
  voicingsOf,
} from '../../music/voicing.ts';
import type { AtomValue } from '../../song/pattern.ts';
import { notesOf, remade } from '../notes.ts';
import { transform } from './transform.ts';

export const voicing = transform({
  name: 'voicing',
  doc: 'Voices chords within a range of notes so that the voices move as little as can be from chord to chord, all through the pattern and back to its begin. A slash bass stays below, also under the range. Single notes and hits stay.',
  example: 'verse_p.voicing(drop2, c3..c5)',
  parameters: [
    {
      kind: 'choice',
      name: 'style',
      doc: 'how the notes are spread; rootless leaves the root to the bass, of four notes and more',
      choices: voicingStyles,
      default: 'close',
    },
    { kind: 'range', name: 'range', doc: 'lowest and highest note', default: ['e3', 'e5'] },
  ],
  apply: (of, [style, register]) => {
    const notes = notesOf(of);
    const comesRound = of.period <= longestCircle && of.period * of.density <= mostChords;
    const length = comesRound ? of.period : Math.max(1, Math.min(block, Math.floor(mostChords / of.density)));
    const plans = new Map<number, readonly (readonly (Voicing | undefined)[])[]>();
    /** The voicings of a stretch of cycles, by cycle and note. */
    const planOf = (first: number): readonly (readonly (Voicing | undefined)[])[] => {
      const known = plans.get(first);
      if (known) return known;
      const cycles = Array.from({ length }, (_, cycle) =>
        notes.begunIn(first + cycle).map(({ value }) => value),
      );
      if (plans.size > mostPlans) plans.clear();
      const plan = planned(cycles, style as VoicingStyle, register, comesRound);
      plans.set(first, plan);
      return plan;
    };
    return remade(of, { reach: 0 }, (begun, cycle) => {
      const first = Math.floor(cycle / length) * length;
      const voicings = planOf(first)[cycle - first]!;
      return begun.map((note, index) => {
        const midi = voicings[index];
        return midi && note.value.kind === 'chord' ? { ...note, value: { ...note.value, midi } } : note;
      });
    });
  },
});

/** Bars that are led as a whole where the pattern comes round in them, and else. */
const longestCircle = 64;
const block = 16;
/** Chords that are led as a whole, where they come so fast; a bar is never cut. */
const mostChords = 1024;
const mostPlans = 256;

const planned = (
  cycles: readonly (readonly AtomValue[])[],
  style: VoicingStyle,
  register: Register,
  comesRound: boolean,
): readonly (readonly (Voicing | undefined)[])[] => {
  const chords = cycles.flat().filter((value) => value.kind === 'chord' && value.midi.length > 0);
  const known = new Map<string, readonly Voicing[]>();
  const candidates = chords.map((value) => {
    const tones = tonesOf(value as AtomValue & { kind: 'chord' });
    const key = `${tones.bass}/${tones.classes.join(' ')}`;
    const voicings = known.get(key) ?? voicingsOf(tones, style, register);
    known.set(key, voicings);
    return voicings;
  });
  const ways = led(candidates, register, comesRound);
  let next = 0;
  return cycles.map((values) =>
    values.map((value) => (value.kind === 'chord' && value.midi.length > 0 ? ways[next++] : undefined)),
  );
};

/** The tones of a chord as it sounds, which may have been transposed since its symbol was written. */
const tonesOf = ({ symbol, midi }: AtomValue & { kind: 'chord' }): ChordTones => {
  const sounding = [...midi].sort((a, b) => a - b);
  const reading = readChord(symbol);
  const hasSlash = reading.ok && reading.chord.bass !== reading.chord.root;
  const bass = hasSlash ? classOf(sounding[0]!) : undefined;
  const root =
    reading.ok && reading.chord.midi.length > 0
      ? classOf(reading.chord.root + sounding[0]! - [...reading.chord.midi].sort((a, b) => a - b)[0]!)
      : classOf(sounding[0]!);
  const classes = [...new Set(sounding.map(classOf))];
  const rootFirst = classes.includes(root) ? [root, ...classes.filter((one) => one !== root)] : classes;
  return bass === undefined ? { classes: rootFirst } : { classes: rootFirst, bass };
};

const classOf = (midi: number): number => ((midi % 12) + 12) % 12;
