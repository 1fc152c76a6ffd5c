// MST4: a lead that is lost where speakers are small.

import { barsHeard, leadOf, partsOf, withSound } from '../audible.ts';
import { figures } from '../figures.ts';
import { bandsBetween, decibels, powerIn } from '../measured.ts';
import type { Rule } from '../rule.ts';

export const mst4: Rule = {
  id: 'MST4',
  tier: 'audio',
  severity: 'warning',
  title: 'The lead is lost on a phone',
  why: `A phone plays one channel, from 300 Hz up. What carries the lead in the studio may lie below that, or cancel where left
and right become one, and then it falls behind everything else. The lead is what is sung, or else the track called lead,
vox, voice, vocal, melody or tune; it is compared with all the rest as a phone plays both, and as full speakers do.`,
  examples: {
    fires: `song "Lost" { tempo 120bpm, key A minor }
instrument deep = Synth { oscillator: sine, envelope.sustain: 90% }
instrument wide = PolySynth(Synth) { oscillator: sawtooth, envelope.sustain: 90% }
track lead { instrument: deep, level: 0dB }
track pad  { instrument: wide, level: -18dB }
section verse 4 bars { lead: "a2 c3 d3 c3", pad: "[a4,c5,e5]" }
arrange verse
`,
    silent: `song "Found" { tempo 120bpm, key A minor }
instrument deep = Synth { oscillator: sawtooth, envelope.sustain: 90% }
instrument wide = PolySynth(Synth) { oscillator: sawtooth, envelope.sustain: 90% }
track lead { instrument: deep, level: -9dB }
track pad  { instrument: wide, level: -18dB }
section verse 4 bars { lead: "a4 c5 d5 c5", pad: "[a4,c5,e5]" }
arrange verse
`,
  },
  hasNoFix: true,
  check: withSound((context) => {
    const { measured, figure } = context;
    const parts = partsOf(context);
    const lead = leadOf(context, parts);
    if (!lead || parts.length < 2) return [];
    const count = measured.bandHertz.length;
    const small = bandsBetween(measured.bandHertz, figure(figures.phoneLead), 8000);
    const full = bandsBetween(measured.bandHertz, 40, 16_000);
    const over = (bands: readonly number[], mono: 'mono' | 'stereo'): number => {
      let [mine, rest] = [0, 0];
      for (const bar of barsHeard(lead))
        for (const part of parts) {
          const power =
            mono === 'mono'
              ? monoPower(part.sound.bars, bar, bands, count)
              : powerIn(part.sound, bar, bands, count);
          if (part === lead) mine += power;
          else rest += power;
        }
      return decibels(mine / rest);
    };
    const [phone, studio] = [over(small, 'mono'), over(full, 'stereo')];
    if (!(phone < figure(figures.phoneLeadLeast)) || !(studio - phone > figure(figures.phoneLeadLoss)))
      return [];
    const name = lead.track.name.name;
    return [
      {
        id: lead.track.name.id,
        message: `${name} is lost on a phone: there it lies ${Math.min(99, -phone).toFixed(0)} dB under the rest, and on full speakers ${studio >= 0 ? `${studio.toFixed(0)} dB over` : `${(-studio).toFixed(0)} dB under`} it. Give it overtones above ${figure(figures.phoneLead)} Hz, or play it an octave higher.`,
      },
    ];
  }),
};

const monoPower = (
  bars: { readonly left: Float64Array; readonly right: Float64Array; readonly both: Float64Array },
  bar: number,
  bands: readonly number[],
  count: number,
): number =>
  bands.reduce((sum, band) => {
    const at = bar * count + band;
    return sum + Math.max(0, bars.left[at]! + bars.right[at]! + 2 * bars.both[at]!) / 4;
  }, 0);
