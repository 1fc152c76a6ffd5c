// HAR4: close intervals in the lows.

import { inProse, spelledFrom } from '../../music/spelling.ts';
import type { Fix } from '../../song/problem.ts';
import { figures } from '../figures.ts';
import { scaleIn } from '../keys-of.ts';
import { octaveChange, octaveText } from '../octaves.ts';
import { startOf } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';
import { eachPair, type Sustained, sustained } from '../sustained.ts';

export const har4: Rule = {
  id: 'HAR4',
  tier: 'timeline',
  severity: 'warning',
  title: 'Thirds or closer in the lows',
  why: `Down there two notes a third apart are too close for the ear: their overtones beat, and the chord turns to mud. That is why
orchestras write fifths and octaves at the bottom and thirds above. Spread the voicing, or play the upper note an octave
higher. Two notes count that sound together for the time below, both under the pitch below, on one track or on two. Drums and sounds that
have died away by themselves are left alone.`,
  examples: {
    fires: `song "Mud" { tempo 90bpm }
instrument soft = PolySynth(Synth) { envelope.sustain: 80% }
track pad { instrument: soft }
section verse 2 bars { pad: "[a1,c2,e3] | [f1,c3]" }
arrange verse
`,
    silent: `song "Spread" { tempo 90bpm }
instrument soft = PolySynth(Synth) { envelope.sustain: 80% }
track pad { instrument: soft }
section verse 2 bars { pad: "[a1,e2,c3] | [f1,c3]" }
arrange verse
`,
  },
  check: (context) => {
    const [below, together] = [context.figure(figures.lowBelow), context.figure(figures.lowTogether)];
    const all = sustained(context, together, below);
    const found: Finding[] = [];
    eachPair(all, together, (one, other) => {
      const interval = Math.abs(one.note.midi - other.note.midi);
      if (interval < 1 || interval > widest) return;
      const [lower, upper] = one.note.midi < other.note.midi ? [one, other] : [other, one];
      found.push(told(lower, upper, context));
    });
    return found;
  },
};

/** A major third. */
const widest = 4;

const told = (lower: Sustained, upper: Sustained, context: CheckContext): Finding => {
  const named = ({ note }: Sustained): string =>
    inProse(
      spelledFrom(
        note.midi,
        context.index.atoms.get(note.id),
        scaleIn(context.timeline, Math.floor(startOf(note))),
      ),
    );
  const where =
    lower.player === upper.player
      ? `on ${upper.player.name}`
      : `on ${lower.player.name} and ${upper.player.name}`;
  const fixes = higher(upper, context);
  return {
    id: upper.note.id,
    also: lower.note.id === upper.note.id ? [] : [lower.note.id],
    cause: `${lower.player.name} ${upper.player.name}`,
    message: `${named(lower)} and ${named(upper)} ${where} are ${['', 'a semitone', 'a whole tone', 'a minor third', 'a major third'][Math.round(upper.note.midi - lower.note.midi)] ?? 'less than a third'} apart, too close for the lows (bar ${Math.floor(upper.from) + 1}). Play the upper one an octave higher, or a fifth above the lower.`,
    ...(fixes.length > 0 ? { fixes } : {}),
  };
};

const higher = ({ note }: Sustained, context: CheckContext): readonly Fix[] => {
  const text = octaveText(note.id, 1, context);
  const change = octaveChange(note.id, 1, context);
  return change ? [{ title: `Play ${text} instead`, changes: [change] }] : [];
};
