// MIX6: a song that leans to one side.

import { partsOf, withSound } from '../audible.ts';
import { figures } from '../figures.ts';
import type { MeasuredSound } from '../measured.ts';
import type { Rule } from '../rule.ts';

export const mix6: Rule = {
  id: 'MIX6',
  tier: 'audio',
  severity: 'warning',
  title: 'Left and right out of balance',
  why: `Over a whole song both sides should carry the same, or listeners look for a fault in their headphones. Moments may lean;
this looks at the sum. It names the part that leans most to the heavier side.`,
  examples: {
    fires: `song "Leaning" { tempo 120bpm }
instrument soft = PolySynth(Synth) { }
instrument deep = MonoSynth { oscillator: sawtooth }
track bass { instrument: deep, level: -15dB }
track keys { instrument: soft, level: -6dB, pan: 60% left }
section verse 4 bars { bass: "a1 e1 a1 g1", keys: "a4 c5 e5 c5" }
arrange verse
`,
    silent: `song "Upright" { tempo 120bpm }
instrument soft = PolySynth(Synth) { }
instrument deep = MonoSynth { oscillator: sawtooth }
track bass { instrument: deep, level: -15dB }
track keys { instrument: soft, level: -6dB }
section verse 4 bars { bass: "a1 e1 a1 g1", keys: "a4 c5 e5 c5" }
arrange verse
`,
  },
  check: withSound((context) => {
    const { figure, measured, song } = context;
    const { balanceDb, integrated } = measured.mix;
    if (!(Math.abs(balanceDb) > figure(figures.balance)) || integrated === -Infinity) return [];
    const side = balanceDb > 0 ? 'left' : 'right';
    const leaning = (sound: MeasuredSound): number =>
      Math.sign(balanceDb) * (sum(sound.bars.left) - sum(sound.bars.right));
    const [heaviest] = [...partsOf(context)].sort(
      (left, right) => leaning(right.sound) - leaning(left.sound),
    );
    const place = heaviest?.track.pan?.id ?? heaviest?.track.name.id ?? song.arrangement[0]?.id;
    if (place === undefined) return [];
    const much = Number.isFinite(balanceDb) ? `${Math.abs(balanceDb).toFixed(1)} dB` : 'everything';
    const name = heaviest?.track.name.name;
    return [
      {
        id: place,
        message: `The song leans to the ${side} by ${much}${name ? `, most of all by ${name}` : ''}. Bring it towards the middle, or put something on the other side.`,
        ...(heaviest?.track.pan && heaviest.track.pan.value !== 0
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

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
