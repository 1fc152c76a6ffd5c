// MIX9: a solo or a mute that was left on.

import type { Rule } from '../rule.ts';

export const mix9: Rule = {
  id: 'MIX9',
  tier: 'score',
  severity: 'warning',
  title: 'A solo or mute left on',
  why: `Solo and mute are for listening. Left in the text they are bounced and delivered: one forgotten solo, and
every other part is missing from the file. Where a track is meant to stay silent, say so in the sections, or
mark the line.`,
  examples: {
    fires: `song "Left On" { tempo 112bpm }
instrument lead = Synth { }
track lead { instrument: lead, mute }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
`,
    silent: `song "Left On" { tempo 112bpm }
instrument lead = Synth { }
track lead { instrument: lead }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
`,
  },
  check: ({ song }) =>
    [...song.tracks, ...song.buses].flatMap((strip) =>
      (['solo', 'mute'] as const).flatMap((button) => {
        const flag = strip[button];
        if (!flag?.value) return [];
        const name = strip.name.name;
        const heard = button === 'mute' ? `${name} is missing from` : `only what is soloed is heard in`;
        return [
          {
            id: flag.id,
            message: `The ${button} of ${name} is on, so ${heard} every bounce. Clear it before you render.`,
            fixes: [
              {
                title: `Clear the ${button} of ${name}`,
                changes: [{ do: 'set' as const, path: `${name}.${button}`, value: 'false' }],
              },
            ],
          },
        ];
      }),
    ),
};
