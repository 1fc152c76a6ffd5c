// MIX5: low notes that stand to the side.

import { barsHeard, partsOf, withSound } from '../audible.ts';
import { figures } from '../figures.ts';
import type { MeasuredSound } from '../measured.ts';
import { bandsBetween, barsInWords, decibels } from '../measured.ts';
import type { Rule } from '../rule.ts';

export const mix5: Rule = {
  id: 'MIX5',
  tier: 'audio',
  severity: 'information',
  title: 'Wide lows',
  why: `Below 120 Hz nobody hears where a sound stands, and clubs, subwoofers and records play it as one. Lows at one side
take headroom of that side only, and lose where both are summed. Keep kick and bass in the middle. Looks at the sides of the
whole mix, and names the part that gives most of them.`,
  examples: {
    fires: `song "Leaning" { tempo 120bpm }
instrument deep = MonoSynth { oscillator: sawtooth, envelope.sustain: 90% }
instrument soft = PolySynth(Synth) { }
track bass { instrument: deep, level: -18dB, pan: 60% right }
track lead { instrument: soft, level: 0dB }
section verse 4 bars { bass: "a1 e1 a1 g1", lead: "a4 c5 e5 c5" }
arrange verse
`,
    silent: `song "Upright" { tempo 120bpm }
instrument deep = MonoSynth { oscillator: sawtooth, envelope.sustain: 90% }
instrument soft = PolySynth(Synth) { }
track bass { instrument: deep, level: -18dB }
track lead { instrument: soft, level: 0dB }
section verse 4 bars { bass: "a1 e1 a1 g1", lead: "a4 c5 e5 c5" }
arrange verse
`,
  },
  check: withSound((context) => {
    const { measured, figure } = context;
    const { mix, bandHertz } = measured;
    const lows = bandsBetween(bandHertz, 0, figure(figures.lowsBelow));
    const count = bandHertz.length;
    const wide = [...mix.bars.loudness.keys()].filter((bar) => {
      const { side, middle } = sides(mix, bar, lows, count);
      return decibels(middle + side) > -50 && decibels(side / middle) > figure(figures.lowsSide);
    });
    if (wide.length < figure(figures.lowsBars) * mix.bars.loudness.length || wide.length === 0) return [];
    const sideOf = (sound: MeasuredSound): number =>
      wide.reduce((sum, bar) => sum + sides(sound, bar, lows, count).side, 0);
    const [widest] = partsOf(context)
      .filter((part) => barsHeard(part).length > 0)
      .sort((left, right) => sideOf(right.sound) - sideOf(left.sound));
    if (!widest) return [];
    const { track } = widest;
    const name = track.name.name;
    return [
      {
        id: track.pan?.id ?? track.name.id,
        message: `The lows below ${figure(figures.lowsBelow)} Hz stand to the side in ${barsInWords(wide)}, most of all those of ${name}. Keep them in the middle.`,
        ...(track.pan && track.pan.value !== 0
          ? {
              fixes: [
                {
                  title: `Put ${name} in the middle`,
                  changes: [{ do: 'set' as const, path: `${name}.pan`, value: 'centre' }],
                },
              ],
            }
          : {}),
      },
    ];
  }),
};

const sides = (
  { bars }: MeasuredSound,
  bar: number,
  bands: readonly number[],
  count: number,
): { readonly middle: number; readonly side: number } => {
  let [sum, both] = [0, 0];
  for (const band of bands) {
    sum += bars.left[bar * count + band]! + bars.right[bar * count + band]!;
    both += bars.both[bar * count + band]!;
  }
  return { middle: (sum + 2 * both) / 4, side: Math.max(0, (sum - 2 * both) / 4) };
};
