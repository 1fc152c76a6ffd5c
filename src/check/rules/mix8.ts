// MIX8: a reverb return that brings the lows back.

import type { Strip } from '../../song/song.ts';
import { kindName } from '../../vocabulary/effects.ts';
import { figures } from '../figures.ts';
import { settingOf } from '../parameters.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const mix8: Rule = {
  id: 'MIX8',
  tier: 'score',
  severity: 'warning',
  title: 'A reverb return without a high-pass',
  why: `A room answers to everything, the lows too, and holds them for seconds: kick and bass lose their edges in a fog
below 200 Hz that no fader finds again. Cut the return below the music: a high-pass on the bus, from about 150 Hz for a
ballad to 400 Hz where it is dense. An \`eq\` that takes the lows of the bus down by the figure below counts as well, and
so does a bus to which nothing is sent.`,
  isSafeToFix: true,
  examples: {
    fires: `song "Fog" { tempo 112bpm }
instrument soft = Synth { }
track lead { instrument: soft, send space: -12dB }
bus space { reverb: 2.8s }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
`,
    silent: `song "Clear" { tempo 112bpm }
instrument soft = Synth { }
track lead { instrument: soft, send space: -12dB }
bus space { reverb: 2.8s, highpass: 250Hz }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
`,
  },
  check: (context): readonly Finding[] => {
    const sent = new Set(
      [...context.song.tracks, ...context.song.buses].flatMap(({ sends }) =>
        sends.map(({ bus }) => bus.name),
      ),
    );
    return context.song.buses
      .filter((bus) => sent.has(bus.name.name) && !isCut(bus, context))
      .flatMap((bus) => {
        const reverb = bus.inserts.find(({ effect }) => isReverb(effect.name));
        if (!reverb) return [];
        const { name } = bus.name;
        return [
          {
            id: reverb.effect.id,
            message: `The reverb of ${name} answers to the lows too, and blurs kick and bass. Cut it with a high-pass: \`highpass: 250Hz\`.`,
            fixes: [
              {
                title: `High-pass ${name} at 250Hz`,
                changes: [{ do: 'set' as const, path: `${name}.highpass.frequency`, value: '250Hz' }],
              },
            ],
          },
        ];
      });
  },
};

const isReverb = (effect: string): boolean => /reverb|freeverb|convol/i.test(effect);

const isCut = ({ inserts }: Strip, { figure }: CheckContext): boolean =>
  inserts.some((insert) => {
    const name = kindName(insert.effect.name);
    if (/highpass/i.test(name)) return true;
    if (/filter/i.test(name)) return settingOf(insert, 'type')?.value.value === 'highpass';
    const low = settingOf(insert, 'low')?.value;
    return name === 'EQ3' && low?.kind === 'measure' && low.value <= figure(figures.lowCut);
  });
