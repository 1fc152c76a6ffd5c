// MIX4: both sides against one another.

import { kindName } from '../../vocabulary/effects.ts';
import { barsHeard, partsOf, withSound } from '../audible.ts';
import { figures } from '../figures.ts';
import { barsInWords } from '../measured.ts';
import type { Finding, Rule } from '../rule.ts';

export const mix4: Rule = {
  id: 'MIX4',
  tier: 'audio',
  severity: 'warning',
  title: 'Sides that cancel in mono',
  why: `Where left and right move against one another (a correlation below 0) what is played in mono loses more than 3 dB of
it: on a phone, in a shop, in the middle of a dance floor. A chorus or a widener that is turned too far does that, and so does
one side of a recording with its plug turned over. Two sides that have nothing in common stand at 0 and are left alone; told
of is what is clearly below, in more than a few bars.`,
  examples: {
    fires: `song "Against" { tempo 120bpm, key A minor }
instrument warm = PolySynth(Synth) { oscillator: sawtooth, envelope.sustain: 90% }
track pad { instrument: warm, level: -12dB, chorus: 1.5Hz 3.5ms 70%, width: 95% }
section verse 4 bars { pad: "[a3,c4,e4] [f3,a3,c4] [c4,e4,g4] [g3,b3,d4]" }
arrange verse
`,
    silent: `song "Wide" { tempo 120bpm, key A minor }
instrument warm = PolySynth(Synth) { oscillator: sawtooth, envelope.sustain: 90% }
track pad { instrument: warm, level: -12dB, chorus: 1.5Hz 3.5ms 70%, width: 55% }
section verse 4 bars { pad: "[a3,c4,e4] [f3,a3,c4] [c4,e4,g4] [g3,b3,d4]" }
arrange verse
`,
  },
  check: withSound((context) => {
    const { measured, figure } = context;
    const least = figure(figures.correlationLeast);
    const told = partsOf(context).flatMap(({ track, sound }): readonly Finding[] => {
      const heard = barsHeard({ sound });
      const against = heard.filter((bar) => sound.bars.correlation[bar]! < least);
      if (against.length === 0 || against.length < figure(figures.correlationBars) * heard.length) return [];
      const name = track.name.name;
      const widener = track.inserts.find(({ effect }) => kindName(effect.name) === 'StereoWidener');
      return [
        {
          id: widener?.id ?? track.inserts[0]?.id ?? track.name.id,
          message: `The sides of ${name} are against one another in ${barsInWords(against)} (correlation ${mean(against, sound.bars.correlation).toFixed(2)}): in mono it is half gone. Narrow it, or turn one side over.`,
          ...(widener
            ? {
                fixes: [
                  {
                    title: `Leave ${name} as wide as it is without`,
                    changes: [{ do: 'set', path: `${name}.stereoWidener.width`, value: '50%' }],
                  },
                ],
              }
            : {}),
        },
      ];
    });
    if (told.length > 0) return told;
    const { mix } = measured;
    const place = context.song.master.declaration ?? context.song.arrangement[0]?.id;
    if (place === undefined || !(mix.correlation < least)) return [];
    return [
      {
        id: place,
        message: `Left and right of the song are against one another (correlation ${mix.correlation.toFixed(2)}): in mono it loses ${mix.monoLossDb === Infinity ? 'everything' : `${mix.monoLossDb.toFixed(1)} dB`}. Narrow the widest bus, or turn one side over.`,
      },
    ];
  }),
};

const mean = (bars: readonly number[], values: Float64Array): number =>
  bars.reduce((sum, bar) => sum + values[bar]!, 0) / bars.length;
