// MIX10: an effect that listens to a track which never plays.

import type { Fix } from '../../song/problem.ts';
import type { Insert } from '../../song/song.ts';
import { isCalled, playersOf } from '../players.ts';
import type { CheckContext, Finding, Rule } from '../rule.ts';

export const mix10: Rule = {
  id: 'MIX10',
  tier: 'timeline',
  severity: 'warning',
  title: 'A duck or sidechain keyed by a track that never plays',
  why: `A pad that ducks to the kick breathes with it. When the track that it listens to plays nothing, nothing ducks: the mix
that was built around the pumping is too full, and no fader says why. Let it listen to a track that plays. A track that rests in
some sections is fine: told of is one without a single note in the whole song.`,
  examples: {
    fires: `song "No Pump" { tempo 122bpm }
instrument drum = MembraneSynth { }
instrument soft = PolySynth(Synth) { }
track kick { instrument: drum }
track ghost { instrument: drum }
track pad { instrument: soft, duck: 6dB 120ms key ghost }
section verse 4 bars { kick: "bd*4", pad: "a3" }
arrange verse
`,
    silent: `song "Pump" { tempo 122bpm }
instrument drum = MembraneSynth { }
instrument soft = PolySynth(Synth) { }
track kick { instrument: drum }
track pad { instrument: soft, duck: 6dB 120ms key kick }
section verse 4 bars { kick: "bd*4", pad: "a3" }
arrange verse
`,
  },
  check: (context) => {
    const { song, timeline } = context;
    if (timeline.bars === 0) return [];
    const strips = [
      ...[...song.tracks, ...song.buses].map(({ name, inserts }) => ({ name: name.name, inserts })),
      { name: 'master', inserts: song.master.inserts },
    ];
    return strips.flatMap(({ name, inserts }) => inserts.flatMap((insert) => deaf(name, insert, context)));
  },
};

const deaf = (strip: string, { key, effect }: Insert, context: CheckContext): readonly Finding[] => {
  // A name that is no track's is told of where it is read.
  const heard = key && playersOf(context).find(({ name }) => name === key.name);
  if (!key || !heard || heard.notes.length > 0) return [];
  const fixes = others(strip, key.id, context);
  return [
    {
      id: key.id,
      message: `The ${effect.name} of ${strip} listens to ${key.name}, and ${key.name} never plays: nothing happens. Let it listen to a track that plays.`,
      ...(fixes.length > 0 ? { fixes } : {}),
    },
  ];
};

/** Tracks that play, the kick first. */
const others = (strip: string, id: number, context: CheckContext): readonly Fix[] => {
  const playing = playersOf(context).filter(({ name, notes }) => name !== strip && notes.length > 0);
  const drums = playing.filter(({ isDrum }) => isDrum);
  return [
    ...drums.filter((player) => isCalled(player, /kick|bd/i)),
    ...drums.filter((player) => !isCalled(player, /kick|bd/i)),
  ]
    .slice(0, 3)
    .map(({ name }) => ({ title: `Listen to ${name}`, changes: [{ do: 'replace', id, text: name }] }));
};
