// MIX3: a lead that lies under its accompaniment.

import { barsHeard, leadOf, type Part, partsOf, withSound } from '../audible.ts';
import { figures } from '../figures.ts';
import { barsInWords, decibels } from '../measured.ts';
import type { Rule } from '../rule.ts';

export const mix3: Rule = {
  id: 'MIX3',
  tier: 'audio',
  severity: 'warning',
  title: 'The lead under the bed',
  why: `The ear follows one part: what is sung, or else the track called lead, vox, voice, vocal, melody or tune. Where it lies
too far below all the others together, in loudness, listeners lean in and give up. Told of where it holds in
most of the bars that the lead plays in: a line that dips under a fill is music.`,
  examples: {
    fires: `song "Under" { tempo 120bpm, key A minor }
instrument wide = PolySynth(Synth) { oscillator: sawtooth, envelope.sustain: 90% }
instrument sing = Synth { oscillator: triangle, envelope.sustain: 90% }
track pad  { instrument: wide, level: -12dB }
track lead { instrument: sing, level: -20dB }
section verse 4 bars { pad: "[a3,c4,e4]", lead: "a5 b5 c6 b5" }
arrange verse
`,
    silent: `song "Over" { tempo 120bpm, key A minor }
instrument wide = PolySynth(Synth) { oscillator: sawtooth, envelope.sustain: 90% }
instrument sing = Synth { oscillator: triangle, envelope.sustain: 90% }
track pad  { instrument: wide, level: -18dB }
track lead { instrument: sing, level: -6dB }
section verse 4 bars { pad: "[a3,c4,e4]", lead: "a5 b5 c6 b5" }
arrange verse
`,
  },
  check: withSound((context) => {
    const { figure } = context;
    const parts = partsOf(context);
    const lead = leadOf(context, parts);
    if (!lead || parts.length < 2) return [];
    const others = parts.filter((part) => part !== lead);
    const plays = barsHeard(lead);
    const least = figure(figures.leadLeast);
    const below = plays.map((bar) => ({
      bar,
      db: lead.sound.bars.loudness[bar]! - togetherAt(others, bar),
    }));
    const under = below.filter(({ db }) => db < least);
    if (under.length < figure(figures.leadBars) * plays.length || under.length === 0) return [];
    const middle = [...under].sort((left, right) => left.db - right.db)[under.length >> 1]!.db;
    const name = lead.track.name.name;
    const raise = Math.ceil(Math.min(12, least - Math.min(...under.map(({ db }) => db)) + 1));
    const level = (lead.track.level?.value ?? 0) + raise;
    return [
      {
        id: lead.track.level?.id ?? lead.track.name.id,
        message: `${name} lies ${(-middle).toFixed(0)} LU under the rest in ${barsInWords(under.map(({ bar }) => bar))}. Raise it, or bring down what plays around it.`,
        ...(level <= 12
          ? {
              fixes: [
                {
                  title: `Raise ${name} to ${level}dB`,
                  changes: [{ do: 'set' as const, path: `${name}.level`, value: `${level}dB` }],
                },
              ],
            }
          : {}),
      },
    ];
  }),
};

/** Loudness of several parts in a bar, as if they had nothing in common. */
const togetherAt = (parts: readonly Part[], bar: number): number =>
  decibels(parts.reduce((sum, { sound }) => sum + 10 ** (sound.bars.loudness[bar]! / 10), 0));
