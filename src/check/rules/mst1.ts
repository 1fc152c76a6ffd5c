// MST1: a song that is not as loud as the place it goes to plays it.

import { withSound } from '../audible.ts';
import { figures, targetSounds } from '../figures.ts';
import type { Finding, Rule } from '../rule.ts';

export const mst1: Rule = {
  id: 'MST1',
  tier: 'audio',
  severity: 'error',
  title: 'Integrated loudness off the target',
  why: `Each place that \`deliver\` names plays songs at a loudness of its own. Softer than that, the song is the one for which
listeners reach for the volume, and a broadcaster refuses it: an error. Louder, a broadcaster refuses it too, and a streaming
service turns it down: that is no fault, for masters sit at -10 to -6 LUFS by choice, so it is told as information, and only
from well above the target on. Without a \`deliver\` there is no target, and nothing is said.`,
  examples: {
    fires: `song "Too Soft" { tempo 120bpm }
instrument soft = PolySynth(Synth) { }
track lead { instrument: soft, level: -9dB }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
deliver broadcast
master { level: -12dB }
`,
    silent: `song "Loud Enough" { tempo 120bpm }
instrument soft = PolySynth(Synth) { }
track lead { instrument: soft, level: -9dB }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
deliver club
master { level: -12dB }
`,
  },
  check: withSound(({ song, figure, measured: { mix } }) => {
    if (mix.integrated === -Infinity) return [];
    return song.deliveries.flatMap(({ targets }) =>
      targets.flatMap(({ name, id }): readonly Finding[] => {
        const sound = targetSounds[name];
        if (sound?.loudness === undefined) return [];
        const off = mix.integrated - sound.loudness;
        const isHigh = off > 0;
        if (Math.abs(off) <= sound.tolerance) return [];
        if (isHigh && !sound.isStrict && off <= figure(figures.louderThanTarget)) return [];
        const is = `The song has ${mix.integrated.toFixed(1)} LUFS, ${Math.abs(off).toFixed(1)} LU ${isHigh ? 'above' : 'below'} the ${sound.loudness} of ${name}`;
        const turned = isHigh && !sound.isStrict;
        return [
          {
            id,
            severity: turned ? 'information' : 'error',
            message: turned
              ? `${is}: it is turned down by ${off.toFixed(1)} dB there, and what the limiter took is not given back.`
              : `${is}. ${isHigh ? 'Lower' : 'Raise'} the master.`,
            ...levelFix(song.master.level?.value ?? 0, -off),
          },
        ];
      }),
    );
  }),
};

/** The master turned by that much, where its fader reaches that far. */
const levelFix = (level: number, by: number): Pick<Finding, 'fixes'> => {
  const wanted = Number((level + by).toFixed(1));
  if (wanted > 12 || wanted < -60) return {};
  return {
    fixes: [
      {
        title: `Set the master to ${wanted}dB`,
        changes: [{ do: 'set', path: 'master.level', value: `${wanted}dB` }],
      },
    ],
  };
};
