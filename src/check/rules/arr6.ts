// ARR6: a last tail that is cut off.

import { withSound } from '../audible.ts';
import { figures } from '../figures.ts';
import type { Rule } from '../rule.ts';

export const arr6: Rule = {
  id: 'ARR6',
  tier: 'audio',
  severity: 'warning',
  title: 'The last tail is cut',
  why: `A bounce goes on behind the last bar until echoes and rooms have died away, for twenty seconds at most. What
still sounds then is cut off, and heard as a click or as an ending that was not meant. Let the room be shorter, or the echo
come back softer, or bring the bus down at the end.`,
  examples: {
    fires: `song "Endless Echo" { tempo 120bpm }
instrument soft = PolySynth(Synth) { }
track lead { instrument: soft, level: -9dB, send echo: -6dB }
bus echo { delay: 1/4 97%, highpass: 250Hz, level: -6dB }
section verse 2 bars { lead: "a4 c5 e5 c5" }
arrange verse
`,
    silent: `song "Echo" { tempo 120bpm }
instrument soft = PolySynth(Synth) { }
track lead { instrument: soft, level: -9dB, send echo: -6dB }
bus echo { delay: 1/4 40%, highpass: 250Hz, level: -6dB }
section verse 2 bars { lead: "a4 c5 e5 c5" }
arrange verse
`,
  },
  hasNoFix: true,
  check: withSound(({ song, figure, measured: { mix } }) => {
    const last = song.arrangement.at(-1);
    if (!last || !(mix.endPeak > figure(figures.tailEnd))) return [];
    const ringing = song.buses.filter(({ inserts }) =>
      inserts.some(({ effect }) => /reverb|delay/i.test(effect.name)),
    );
    return [
      {
        id: last.id,
        ...(ringing.length > 0 ? { also: ringing.map(({ name }) => name.id) } : {}),
        message: `The end is cut off at ${mix.endPeak.toFixed(0)} dBFS: twenty seconds behind the last bar it still sounds. Shorten the reverb, lower the feedback of the delay, or bring the bus down at the end.`,
      },
    ];
  }),
};
