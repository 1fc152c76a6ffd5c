// LIV2: an edit that makes the song jump.

import { partsOf, withSound } from '../audible.ts';
import { figures } from '../figures.ts';
import { barsInWords } from '../measured.ts';
import type { Rule } from '../rule.ts';

export const liv2: Rule = {
  id: 'LIV2',
  tier: 'audio',
  severity: 'error',
  title: 'An edit that jumps',
  why: `What is saved is heard at the next bar. If that bar is far louder than it was before the edit, people in the room hear a
jump, and so do the speakers. The bars of this version are held against those of the version measured before, where the song
has as many; the part that has grown most is named. Bring it in over some bars, or lower it.`,
  examples: {
    before: `song "Set" { tempo 120bpm }
instrument soft = PolySynth(Synth) { }
track lead { instrument: soft, level: -18dB }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
`,
    fires: `song "Set" { tempo 120bpm }
instrument soft = PolySynth(Synth) { }
track lead { instrument: soft, level: -3dB }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
`,
    silent: `song "Set" { tempo 120bpm }
instrument soft = PolySynth(Synth) { }
track lead { instrument: soft, level: -15dB }
section verse 4 bars { lead: "a4 c5 e5 c5" }
arrange verse
`,
  },
  hasNoFix: true,
  check: withSound((context) => {
    const { measured, figure } = context;
    const { before, mix } = measured;
    if (!before) return [];
    const most = figure(figures.editJump);
    const rise = (now: Float64Array, then: Float64Array | undefined, bar: number): number =>
      now[bar]! - Math.max(-60, then?.[bar] ?? -60);
    const jumping = [...mix.bars.loudness.keys()].filter(
      (bar) => mix.bars.loudness[bar]! > -40 && rise(mix.bars.loudness, before.mix.bars.loudness, bar) > most,
    );
    const [first] = jumping;
    if (first === undefined) return [];
    const much = Math.max(...jumping.map((bar) => rise(mix.bars.loudness, before.mix.bars.loudness, bar)));
    const grown = partsOf(context)
      .map((part) => ({
        part,
        by: Math.max(
          ...jumping.map((bar) =>
            rise(part.sound.bars.loudness, before.tracks[part.index]?.bars.loudness, bar),
          ),
        ),
      }))
      .sort((left, right) => right.by - left.by)[0]?.part.track;
    const place = grown?.level?.id ?? grown?.name.id ?? context.song.arrangement[0]?.id;
    if (place === undefined) return [];
    return [
      {
        id: place,
        message: `This edit makes ${barsInWords(jumping)} ${much.toFixed(0)} LU louder than before${grown ? `, most of all ${grown.name.name}` : ''}. Bring it in over some bars, or lower it.`,
      },
    ];
  }),
};
